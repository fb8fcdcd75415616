//! A dataset's description in plain words: its summary, and what its text says before the first heading.

use crate::model::body::PageBody;
use crate::model::head::Head;
use crate::text::escape;
use crate::text::lang::Lang;
use crate::text::plain::paragraphs;
use crate::text::words::Words;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Longest description, in characters: Google Dataset Search takes 5,000, DCAT-US 1.1 twice that.
const LONGEST: usize = 5_000;

/// The description in every language that the summary or the text is in; the summary's languages come first.
pub(super) fn description(head: &Head) -> Words {
    let mut langs: Vec<&Lang> = head.summary.all().map(|(lang, _)| lang).collect();
    langs.extend(
        head.body
            .keys()
            .filter(|lang| !head.summary.all().any(|(l, _)| l == *lang)),
    );
    let mut words = Words::default();
    for lang in langs {
        let summary = head
            .summary
            .all()
            .find(|(l, _)| *l == lang)
            .map(|(_, text)| plain(text))
            .unwrap_or_default();
        let lead = head.body.get(lang).map(lead).unwrap_or_default();
        let text = [summary, lead]
            .into_iter()
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n");
        if !text.is_empty() {
            words.add(lang.clone(), shorten(&text));
        }
    }
    words
}

/// The same words without markup, for catalogs, whose readers know none.
pub(super) fn without_markup(words: &Words) -> Words {
    let mut without = Words::default();
    for (lang, text) in words.all() {
        without.add(lang.clone(), plain(text));
    }
    without
}

/// The text before the first heading, without markup.
fn lead(body: &PageBody) -> String {
    let first = body.sections.first().filter(|s| s.heading.is_none());
    first.map(|s| plain(&s.markdown)).unwrap_or_default()
}

/// Markdown as plain paragraphs. Code blocks (among them charts and tables to be drawn) and Markdown tables are left
/// out, and so is a paragraph with a figure still to be filled in, for it would read as a gap. Of raw HTML, which may
/// begin and end anywhere, the words are kept.
fn plain(markdown: &str) -> String {
    let mut text = DescriptionText::default();
    let mut skipped = 0_usize;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Table(_) | Tag::FootnoteDefinition(_)) => {
                skipped += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::Table | TagEnd::FootnoteDefinition) => {
                skipped -= 1;
            }
            _ if skipped > 0 => {}
            event => text.take(event),
        }
    }
    text.end_block();
    let allowed = |c: &char| escape::is_of_xml(*c);
    paragraphs(&text.html)
        .join("\n\n")
        .chars()
        .filter(allowed)
        .collect()
}

/// A text on its way from Markdown to words: HTML of nothing but blocks and lines.
#[derive(Debug, Default)]
struct DescriptionText {
    html: String,
    block: String,
    /// Where in the block a link to a figure begins.
    figure: Option<usize>,
    /// Whether such a link has no words.
    has_gap: bool,
}

impl DescriptionText {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("figure:") => {
                self.figure = Some(self.block.len());
            }
            Event::End(TagEnd::Link) => {
                self.has_gap |= self.figure.take() == Some(self.block.len());
            }
            Event::Start(Tag::Item) => {
                self.end_block();
                self.block.push_str("<li>");
            }
            Event::Text(text) | Event::Code(text) => self.block.push_str(&escape::xml(&text)),
            Event::Html(html) | Event::InlineHtml(html) => self.block.push_str(&html),
            Event::SoftBreak | Event::HardBreak => self.block.push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::HtmlBlock,
            ) => self.end_block(),
            _ => {}
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        if !std::mem::take(&mut self.has_gap) {
            self.html.push_str(&block);
            self.html.push_str("<p>");
        }
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(LONGEST - 1) {
        Some((end, _)) if text[end..].chars().count() > 1 => format!("{}…", text[..end].trim_end()),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_words_and_drops_what_is_not_words() {
        let text = "One *two*\n[three](x.md).\n\n```chart\ndata: x\n```\n\nIt is [](figure:a/b?c=d).\n\n- a\n- b\n";
        assert_eq!(plain(text), "One two three.\n\n- a\n\n- b");
    }

    #[test]
    fn html_gives_its_words() {
        for (text, expected) in [
            (
                "<p>Pegado <a href=\"https://x.example/?a=1&b=2\">de una web</a>.</p>\n\nFin.",
                "Pegado de una web.\n\nFin.",
            ),
            (
                "Con <b>negritas</b>, un salto<br/>y AT&T.",
                "Con negritas, un salto y AT&T.",
            ),
            (
                "<div>\n\nDentro *de* un bloque.\n\n</div>",
                "Dentro de un bloque.",
            ),
            ("<ul><li>uno</li><li>dos</li></ul>", "- uno\n\n- dos"),
            (
                "Antes <script>alert(1)</script> después `<b>` &lt;x&gt;",
                "Antes después <b> <x>",
            ),
            ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
            (
                "Un timbre&#7; y un tabulador&#11;vertical.",
                "Un timbre y un tabuladorvertical.",
            ),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn long_texts_are_cut_at_a_character() {
        assert_eq!(shorten(&"á".repeat(LONGEST)).chars().count(), LONGEST);
        let cut = shorten(&"á".repeat(LONGEST + 1));
        assert!(cut.ends_with('…') && cut.chars().count() == LONGEST);
    }
}
