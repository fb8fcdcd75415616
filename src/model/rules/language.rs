//! Text is in the language that it is said to be in.

use crate::cache::{Cache, CacheKey};
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::commitment::{Commitment, TextPlace};
use crate::model::head::Head;
use crate::model::known_words::KnownWords;
use crate::model::portal::Portal;
use crate::text::lang::Lang;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use whatlang::Lang as Found;

/// Shorter texts cannot be told apart reliably.
const SHORTEST: usize = 60;

/// Pages of which the texts are told at a time; what is learned of them holds for those after.
const PAGES_AT_ONCE: usize = 64;

/// What is told of the language of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum LanguageAnswer {
    /// It surely is the declared one.
    Declared,
    /// It surely is this other one.
    Foreign(String),
    /// It need not be told, or cannot be.
    Untold,
}

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
    let mut known = KnownWords::default();
    for pages in all.chunks(PAGES_AT_ONCE) {
        let answers: Vec<Vec<LanguageAnswer>> = pages
            .par_iter()
            .map(|(_, texts)| answers(texts, &known, cache))
            .collect();
        for ((head, texts), answers) in pages.iter().zip(answers) {
            for (text, answer) in texts.iter().zip(answers) {
                match answer {
                    LanguageAnswer::Declared => known.learn(text.declared, text.words),
                    LanguageAnswer::Foreign(found) => sink.push(undeclared(head, text, found)),
                    LanguageAnswer::Untold => {}
                }
            }
        }
    }
}

fn sections(head: &Head) -> Vec<LanguageSample<'_>> {
    let mut texts = Vec::new();
    for (lang, body) in &head.body {
        for section in &body.sections {
            let (words, span) = (&*section.markdown, &section.span);
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

/// Returns what is told of each text of a page.
fn answers(
    texts: &[LanguageSample<'_>],
    known: &KnownWords<'_>,
    cache: &Cache,
) -> Vec<LanguageAnswer> {
    let answers = texts.iter().map(|text| {
        if !is_long(text.words) || known.are_of(text.declared, text.words) {
            return LanguageAnswer::Untold;
        }
        kept_answer(text, cache)
    });
    answers.collect()
}

/// Telling languages takes longer than everything else that is asked of a page: the answers are kept.
fn kept_answer(text: &LanguageSample<'_>, cache: &Cache) -> LanguageAnswer {
    let tag = text.declared.tag();
    let key = CacheKey::of(&[b"language", tag.as_bytes(), text.words.as_bytes()]);
    cache.get(&key).unwrap_or_else(|| {
        let answer = answer(text.words, text.declared);
        cache.put(key, &answer);
        answer
    })
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

/// Returns what is told of a long text: another language only where it surely is one.
fn answer(text: &str, declared: &Lang) -> LanguageAnswer {
    let code = declared.iso639_3().map(|code| code.to_ascii_lowercase());
    let Some(expected) = code.and_then(Found::from_code) else {
        return LanguageAnswer::Untold;
    };
    match whatlang::detect(text).filter(whatlang::Info::is_reliable) {
        Some(info) if info.lang() == expected => LanguageAnswer::Declared,
        Some(info) => LanguageAnswer::Foreign(two_letters(info.lang()).to_owned()),
        None => LanguageAnswer::Untold,
    }
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
