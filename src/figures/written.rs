//! Links to figures as the portal's texts have them, with their words and places.

use super::scheme::{SCHEME, is_figure};
use crate::diag::{Place, Sink};
use crate::model::Portal;
use crate::model::body::MARKDOWN;
use crate::model::chart::{ChartDeclaration, ChartSpec};
use crate::model::fence::fences;
use crate::model::head::Head;
use crate::text::lang::Lang;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// A link to a figure.
#[derive(Debug, Clone)]
pub(super) struct WrittenFigure {
    pub(super) target: String,
    /// Its words; none where they are to be filled in.
    pub(super) words: String,
    pub(super) lang: Lang,
    pub(super) place: Place,
}

/// A link in a text.
struct LinkInText {
    target: String,
    words: String,
    span: Range<usize>,
}

/// Returns every link to a figure in the texts and summaries of pages and datasets, and in what their charts say.
pub(super) fn figures(portal: &Portal) -> Vec<WrittenFigure> {
    let mut all = Vec::new();
    for head in portal.heads() {
        for (lang, body) in &head.body {
            for section in &body.sections {
                let start = section.span.start;
                all.extend(links(&section.markdown).into_iter().map(|link| {
                    let span = start + link.span.start..start + link.span.end;
                    link.at(lang, head.place(lang, span))
                }));
            }
        }
        all.extend(in_fences(head, portal));
        for (lang, summary) in head.summary.all() {
            // A summary may be folded in its file, so that it is the whole of it that is pointed at.
            let whole = head.summary_at.get(lang).cloned().unwrap_or_default();
            let place = head.place(lang, whole);
            all.extend(
                links(summary)
                    .into_iter()
                    .map(|link| link.at(lang, place.clone())),
            );
        }
    }
    for dataset in &portal.datasets {
        let of_tables = dataset.resources.iter().filter_map(|r| r.chart.as_ref());
        for declared in of_tables.chain(&dataset.chart) {
            if let ChartDeclaration::Chart(spec) = declared {
                all.extend(in_chart(spec));
            }
        }
    }
    all
}

/// Returns those in the charts of a page's texts.
fn in_fences(head: &Head, portal: &Portal) -> Vec<WrittenFigure> {
    let mut all = Vec::new();
    for (lang, body) in &head.body {
        let Some(file) = head
            .files
            .get(lang)
            .filter(|file| file.text.contains(SCHEME))
        else {
            continue;
        };
        for section in &body.sections {
            // What is wrong with a block is told where it is drawn.
            let specs = fences(
                file,
                section,
                lang,
                &portal.settings.limits,
                &mut Sink::new(),
            );
            all.extend(specs.iter().flatten().flat_map(in_chart));
        }
    }
    all
}

/// Returns those in what a chart says.
fn in_chart(spec: &ChartSpec) -> Vec<WrittenFigure> {
    let mut all = Vec::new();
    let title_at = spec.title_at.as_ref().unwrap_or(&spec.place);
    let said = [
        (&spec.title, title_at),
        (&spec.note, &spec.place),
        (&spec.alt, &spec.place),
    ];
    for (words, place) in said {
        for (lang, text) in words.all() {
            let links = links(text).into_iter();
            all.extend(links.map(|link| link.at(lang, place.clone())));
        }
    }
    all
}

/// Returns a text with words in the place of its links to figures: their own, or those that are found; none where it has no
/// such link.
pub(super) fn filled<'w>(text: &str, words: &dyn Fn(&str) -> Option<&'w str>) -> Option<String> {
    let links = links(text);
    let mut at = links.last()?.span.end;
    let mut out = text[at..].to_owned();
    for link in links.iter().rev() {
        let own = link.words.trim();
        let said = match own {
            "" => words(&link.target).unwrap_or_default(),
            own => own,
        };
        out = format!("{said}{}{out}", &text[link.span.end..at]);
        at = link.span.start;
    }
    Some(format!("{}{out}", &text[..at]))
}

impl LinkInText {
    fn at(self, lang: &Lang, place: Place) -> WrittenFigure {
        WrittenFigure {
            target: self.target,
            words: self.words,
            lang: lang.clone(),
            place,
        }
    }
}

fn links(markdown: &str) -> Vec<LinkInText> {
    let mut all: Vec<LinkInText> = Vec::new();
    if !markdown.contains(SCHEME) {
        return all;
    }
    let mut is_open = false;
    for (event, span) in Parser::new_ext(markdown, MARKDOWN).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) if is_figure(&dest_url) => {
                is_open = true;
                all.push(LinkInText {
                    target: dest_url.into_string(),
                    words: String::new(),
                    span,
                });
            }
            Event::End(TagEnd::Link) => is_open = false,
            Event::Text(text) | Event::Code(text) if is_open => {
                if let Some(link) = all.last_mut() {
                    link.words.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak if is_open => {
                if let Some(link) = all.last_mut() {
                    link.words.push(' ');
                }
            }
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_give_way_to_words() {
        let words = |target: &str| (target == "figure:a/b").then_some("0.35");
        let text = "From [](figure:a/b) to [ 0.38](<figure:a/c?d=e f>), é.";
        assert_eq!(filled(text, &words).unwrap(), "From 0.35 to 0.38, é.");
        assert_eq!(filled("[](figure:a/b)", &words).unwrap(), "0.35");
        assert_eq!(filled("From [a](b.html)", &words), None);
    }

    #[test]
    fn words_are_those_that_are_shown() {
        let text = "It is **[about *0.10*\npoints](<figure:a/b?c=d e&f=1>)** and [](figure:a/b?c=%20).\n\n`[1](figure:x)`";
        let found: Vec<(String, String, Range<usize>)> = links(text)
            .into_iter()
            .map(|link| (link.target, link.words, link.span))
            .collect();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].0, "figure:a/b?c=d e&f=1");
        assert_eq!(found[0].1, "about 0.10 points");
        assert_eq!(found[1].1, "");
        assert_eq!(&text[found[1].2.clone()], "[](figure:a/b?c=%20)");
    }
}
