//! What authors wrote and no page shows: markup that could run a script or load something, links that Markdown reads as words.

use crate::diag::{Diagnostic, Sink, codes};
use crate::model::Portal;
use crate::model::body::MARKDOWN;
use crate::render::markdown::left_out;
use pulldown_cmark::{Event, Parser, Tag};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A link or an image whose address ends like a file's name, perhaps with a title behind it.
static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    let address = r#"(?:[^()<>"\n]|\([^()<>"\n]*\))*\.[A-Za-z0-9]{1,5}"#;
    Regex::new(&format!(
        r#"(!?)\[[^\[\]\n]*\]\([ \t]*({address})(?:[ \t]+"[^"\n]*")?[ \t]*\)"#
    ))
    .expect("a pattern of this file")
});

/// Says where raw HTML was left out of a text, once for each element.
pub(crate) fn check(portal: &Portal, sink: &mut Sink) {
    for head in portal.heads() {
        for (lang, body) in &head.body {
            for section in body
                .sections
                .iter()
                .filter(|section| section.markdown.contains('<'))
            {
                let opened =
                    |at: &std::ops::Range<usize>| !section.markdown[at.clone()].starts_with("</");
                for at in left_out(&section.markdown).into_iter().filter(opened) {
                    let span = section.span.start + at.start..section.span.start + at.end;
                    sink.push(Diagnostic::new(&codes::RAW_HTML_DROPPED).at(head.place(lang, span)));
                }
            }
            for section in body
                .sections
                .iter()
                .filter(|section| section.markdown.contains("]("))
            {
                for link in with_blanks(&section.markdown) {
                    let span = section.span.start + link.at.start..section.span.start + link.at.end;
                    let finding =
                        Diagnostic::new(&codes::LINK_WITH_BLANKS).at(head.place(lang, span));
                    let kind = if link.is_image { "image" } else { "link" };
                    sink.push(finding.arg("target", link.target).arg("kind", kind));
                }
            }
        }
    }
}

/// Words that their author took for a link or an image.
#[derive(Debug, PartialEq, Eq)]
struct MisreadLink<'t> {
    /// Where they are in the text, in bytes.
    at: Range<usize>,
    /// The address, blanks and all.
    target: &'t str,
    is_image: bool,
}

/// Finds links whose address has a blank, which therefore are none (CommonMark 0.31, section 6.3).
fn with_blanks(markdown: &str) -> Vec<MisreadLink<'_>> {
    let misread = WRITTEN.captures_iter(markdown).filter_map(|found| {
        let (whole, target) = (found.get(0)?, found.get(2)?);
        let is_image = found.get(1).is_some_and(|sign| !sign.is_empty());
        let target = &markdown[target.range()];
        target.contains([' ', '\t']).then_some(MisreadLink {
            at: whole.range(),
            target,
            is_image,
        })
    });
    let mut all: Vec<MisreadLink<'_>> = misread.collect();
    if !all.is_empty() {
        let read = read_otherwise(markdown);
        all.retain(|link| {
            !read
                .iter()
                .any(|other| other.start <= link.at.start && link.at.end <= other.end)
        });
    }
    all
}

/// Where a text holds code, HTML, and links that are links.
fn read_otherwise(markdown: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(markdown, MARKDOWN).into_offset_iter();
    let others = events.filter(|(event, _)| {
        matches!(
            event,
            Event::Code(_)
                | Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Start(Tag::CodeBlock(_) | Tag::Link { .. } | Tag::Image { .. })
        )
    });
    others.map(|(_, span)| span).collect()
}

#[cfg(test)]
mod tests {
    use super::with_blanks;

    #[test]
    fn links_with_blanks_are_found_where_they_are_words() {
        let told = |text: &str| {
            with_blanks(text)
                .iter()
                .map(|l| (l.target.to_owned(), l.is_image))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            told("See ![x](foto del parque.png) here"),
            [("foto del parque.png".to_owned(), true)]
        );
        let two = "[a](acta 1.pdf) and [b](../actas/acta (2) final.pdf \"Acta\")";
        assert_eq!(
            told(two),
            [
                ("acta 1.pdf".to_owned(), false),
                ("../actas/acta (2) final.pdf".to_owned(), false)
            ]
        );
        for text in [
            "`![x](foto del parque.png)`",
            "```\n![x](a b.png)\n```",
            "    ![x](a b.png)\n",
            "![x](<a b.png>)",
            "![x](a%20b.png)",
            "![x](a.png \"the park.\")",
            "[1](see the annex)",
            "f[i](x, y)",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
