//! Text is in the language that it is said to be in.

use crate::diag::{Diagnostic, Sink, codes};
use crate::model::Portal;
use crate::model::head::Head;
use crate::text::lang::Lang;
use std::ops::Range;
use whatlang::Lang as Found;

/// Shorter texts cannot be told apart reliably.
const SHORTEST: usize = 60;

pub fn check(portal: &Portal, sink: &mut Sink) {
    for head in portal.heads() {
        for (lang, body) in &head.body {
            for section in &body.sections {
                let span = section.span.clone();
                // A translation's text stands in another file, whose name is all that is known here.
                let own = lang == portal.settings.main();
                one(head, own.then_some(span), &section.markdown, lang, sink);
            }
        }
    }
    for commitment in &portal.commitments {
        for milestone in &commitment.milestones {
            for (lang, text) in milestone.text.all() {
                one(&commitment.head, Some(milestone.span.clone()), text, lang, sink);
            }
        }
    }
}

fn one(head: &Head, span: Option<Range<usize>>, text: &str, declared: &Lang, sink: &mut Sink) {
    let Some(found) = foreign(text, declared) else { return };
    let place = match span {
        Some(span) => {
            let lead = head.file.text[span.clone()].len() - head.file.text[span.clone()].trim_start().len();
            let start = span.start + lead;
            let end = head.file.text[start..span.end].find('\n').map_or(span.end, |i| start + i);
            head.file.place(start..end)
        }
        None => translation_place(head, declared, text),
    };
    sink.push(
        Diagnostic::new(&codes::UNDECLARED_LANGUAGE).at(place).arg("declared", declared.tag()).arg("found", found),
    );
}

/// The translation's file, beside the main one.
fn translation_place(head: &Head, lang: &Lang, text: &str) -> crate::diag::Place {
    let path = head.file.path.trim_end_matches(".md");
    let line = text.trim_start().lines().next().unwrap_or_default();
    let mut place = crate::diag::Place::file(format!("{path}.{lang}.md"));
    place.excerpt =
        (!line.is_empty()).then(|| crate::diag::Excerpt { text: line.to_owned(), start: 0, end: line.len() });
    place
}

/// The language that a text is in, when it is surely another than declared, and one that can be told at all.
fn foreign(text: &str, declared: &Lang) -> Option<&'static str> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < SHORTEST {
        return None;
    }
    let expected = Found::from_code(declared.iso639_3()?.to_ascii_lowercase())?;
    let info = whatlang::detect(text)?;
    (info.is_reliable() && info.lang() != expected).then(|| two_letters(info.lang()))
}

/// BCP 47 wants the shortest code.
fn two_letters(lang: Found) -> &'static str {
    match lang {
        Found::Spa => "es",
        Found::Eng => "en",
        Found::Fra => "fr",
        Found::Por => "pt",
        Found::Ita => "it",
        Found::Deu => "de",
        Found::Cat => "ca",
        Found::Nld => "nl",
        other => other.code(),
    }
}
