//! Text is in the language that it is said to be in.

use crate::cache::{Cache, CacheKey};
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::commitment::{Commitment, TextPlace};
use crate::model::head::Head;
use crate::model::portal::Portal;
use crate::text::lang::Lang;
use rayon::prelude::*;
use std::ops::Range;
use whatlang::Lang as Found;

/// Shorter texts cannot be told apart reliably.
const SHORTEST: usize = 60;

/// A text of a page: what it is, its declared language, the language of the file that it is in, and where in that.
struct LanguageSample<'p> {
    kind: &'static str,
    words: &'p str,
    declared: &'p Lang,
    file: &'p Lang,
    span: &'p Range<usize>,
}

pub(crate) fn check(portal: &Portal, cache: &Cache, sink: &mut Sink) {
    let of_heads = portal.heads().map(|head| (head, sections(head)));
    let of_milestones = portal.commitments.iter().map(|c| (&c.head, milestones(c)));
    let all: Vec<(&Head, Vec<LanguageSample<'_>>)> = of_heads.chain(of_milestones).collect();
    let found: Vec<Vec<Diagnostic>> = all
        .par_iter()
        .map(|(head, texts)| of_page(head, texts, cache))
        .collect();
    sink.extend(found.into_iter().flatten());
}

fn sections(head: &Head) -> Vec<LanguageSample<'_>> {
    let mut texts = Vec::new();
    for (lang, body) in &head.body {
        for section in &body.sections {
            let (words, span) = (section.markdown.as_str(), &section.span);
            texts.push(LanguageSample {
                kind: "text",
                words,
                declared: lang,
                file: lang,
                span,
            });
        }
    }
    texts
}

fn milestones(commitment: &Commitment) -> Vec<LanguageSample<'_>> {
    let mut texts = Vec::new();
    for milestone in &commitment.milestones {
        for (declared, words) in milestone.text.all() {
            if let Some(TextPlace { file, span, .. }) = milestone
                .texts_at
                .iter()
                .rfind(|place| place.lang == *declared)
            {
                texts.push(LanguageSample {
                    kind: "milestone",
                    words,
                    declared,
                    file,
                    span,
                });
            }
        }
    }
    texts
}

/// Telling languages takes longer than everything else that is asked of a page: the answers are kept.
fn of_page(head: &Head, texts: &[LanguageSample<'_>], cache: &Cache) -> Vec<Diagnostic> {
    let long: Vec<&LanguageSample<'_>> = texts.iter().filter(|text| is_long(text.words)).collect();
    if long.is_empty() {
        return Vec::new();
    }
    let mut parts: Vec<&[u8]> = vec![b"languages"];
    parts.extend(
        long.iter()
            .flat_map(|text| [text.declared.tag().as_bytes(), text.words.as_bytes()]),
    );
    let key = CacheKey::of(&parts);
    let answers = cache.get(&key).unwrap_or_else(|| {
        let answers: Vec<Option<String>> = long
            .iter()
            .map(|text| foreign(text.words, text.declared).map(str::to_owned))
            .collect();
        cache.put(key, &answers);
        answers
    });
    (long.into_iter().zip(answers))
        .filter_map(|(text, answer)| Some(undeclared(head, text, answer?)))
        .collect()
}

/// Returns the finding that a text is in another language than declared.
fn undeclared(head: &Head, text: &LanguageSample<'_>, answer: String) -> Diagnostic {
    let place = head.place(text.file, first_line(head.text(text.file), text.span));
    let finding = Diagnostic::new(&codes::UNDECLARED_LANGUAGE).at(place);
    finding
        .arg("where", text.kind)
        .arg("declared", text.declared.tag())
        .arg("found", answer)
}

fn is_long(text: &str) -> bool {
    text.len() >= SHORTEST && text.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST
}

/// The first line with words of a part of a text.
fn first_line(text: &str, span: &Range<usize>) -> Range<usize> {
    let part = &text[span.clone()];
    let start = span.start + (part.len() - part.trim_start().len());
    let end = text[start..span.end]
        .find('\n')
        .map_or(span.end, |i| start + i);
    start..end
}

/// The language that a long text is in, when it is surely another than declared, and one that can be told at all.
fn foreign(text: &str, declared: &Lang) -> Option<&'static str> {
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
