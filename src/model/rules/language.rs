//! Text is in the language that it is said to be in.

use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::Portal;
use crate::text::lang::Lang;
use std::ops::Range;
use whatlang::Lang as Found;

/// Shorter texts cannot be told apart reliably.
const SHORTEST: usize = 60;

pub fn check(portal: &Portal, sink: &mut Sink) {
    for head in portal.heads() {
        for (lang, body) in &head.body {
            for section in &body.sections {
                let place = || head.place(lang, first_line(head.text(lang), &section.span));
                one(place, "text", &section.markdown, lang, sink);
            }
        }
    }
    for commitment in &portal.commitments {
        for milestone in &commitment.milestones {
            for (lang, text) in milestone.text.all() {
                let Some((file, span)) = milestone.said_at.get(lang) else { continue };
                let place = || commitment.head.place(file, first_line(commitment.head.text(file), span));
                one(place, "milestone", text, lang, sink);
            }
        }
    }
}

fn one(place: impl Fn() -> Place, kind: &'static str, text: &str, declared: &Lang, sink: &mut Sink) {
    let Some(found) = foreign(text, declared) else { return };
    let finding = Diagnostic::new(&codes::UNDECLARED_LANGUAGE).at(place()).arg("where", kind);
    sink.push(finding.arg("declared", declared.tag()).arg("found", found));
}

/// The first line with words of a part of a text.
fn first_line(text: &str, span: &Range<usize>) -> Range<usize> {
    let part = &text[span.clone()];
    let start = span.start + (part.len() - part.trim_start().len());
    let end = text[start..span.end].find('\n').map_or(span.end, |i| start + i);
    start..end
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
