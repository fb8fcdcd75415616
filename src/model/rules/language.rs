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
    let all: Vec<SampledPage<'_>> = of_heads.chain(of_milestones).collect();
    let mut known = KnownWords::default();
    let chunks: Vec<&[SampledPage<'_>]> = all.chunks(PAGES_AT_ONCE).collect();
    let keys: Vec<CacheKey> = if cache.is_on() {
        chunks.par_iter().map(|pages| key_of(pages)).collect()
    } else {
        Vec::new()
    };
    for (at, pages) in chunks.into_iter().enumerate() {
        let answers = match keys.get(at) {
            Some(key) => kept_answers(pages, &known, key, cache),
            None => ToldPages::of(pages, &known, cache).answers,
        };
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

/// A page with its texts.
type SampledPage<'p> = (&'p Head, Vec<LanguageSample<'p>>);

/// What is told of the texts of some pages, page by page.
#[derive(Debug, Default, Serialize, Deserialize)]
struct ToldPages {
    answers: Vec<Vec<LanguageAnswer>>,
    /// Under which the answers are kept that took long.
    kept: Vec<CacheKey>,
}

/// By what the texts of some pages are known.
fn key_of(pages: &[SampledPage<'_>]) -> CacheKey {
    let mut parts: Vec<&[u8]> = Vec::new();
    for (_, texts) in pages {
        parts.push(b"page");
        parts.extend(texts.iter().flat_map(|text| {
            let tag = text.declared.tag();
            [tag.as_bytes(), text.words.as_bytes()]
        }));
    }
    CacheKey::of(&parts)
}

/// Returns what is told of the texts of some pages, which an earlier run may have told when it knew the same words.
fn kept_answers(
    pages: &[SampledPage<'_>],
    known: &KnownWords<'_>,
    own: &CacheKey,
    cache: &Cache,
) -> Vec<Vec<LanguageAnswer>> {
    let key = CacheKey::of(&[b"languages of pages", known.key().bytes(), own.bytes()]);
    if let Some(told) = cache.get::<ToldPages>(&key) {
        told.kept.iter().for_each(|key| cache.touch(key));
        return told.answers;
    }
    let told = ToldPages::of(pages, known, cache);
    cache.put(key, &told);
    told.answers
}

impl ToldPages {
    fn of(pages: &[SampledPage<'_>], known: &KnownWords<'_>, cache: &Cache) -> ToldPages {
        let each: Vec<Vec<(LanguageAnswer, Option<CacheKey>)>> = (pages.par_iter())
            .map(|(_, texts)| answers(texts, known, cache))
            .collect();
        let mut told = ToldPages::default();
        for page in each {
            let (answers, kept): (Vec<_>, Vec<_>) = page.into_iter().unzip();
            told.answers.push(answers);
            told.kept.extend(kept.into_iter().flatten());
        }
        told
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

/// Returns what is told of each text of a page, and under which key that is kept where it took long.
fn answers(
    texts: &[LanguageSample<'_>],
    known: &KnownWords<'_>,
    cache: &Cache,
) -> Vec<(LanguageAnswer, Option<CacheKey>)> {
    let answers = texts.iter().map(|text| {
        if !is_long(text.words) || known.are_of(text.declared, text.words) {
            return (LanguageAnswer::Untold, None);
        }
        kept_answer(text, cache)
    });
    answers.collect()
}

/// Telling languages takes longer than everything else that is asked of a page: the answers are kept.
fn kept_answer(text: &LanguageSample<'_>, cache: &Cache) -> (LanguageAnswer, Option<CacheKey>) {
    let tag = text.declared.tag();
    let key = CacheKey::of(&[b"language", tag.as_bytes(), text.words.as_bytes()]);
    let answer = cache.get(&key).unwrap_or_else(|| {
        let answer = answer(text.words, text.declared);
        cache.put(key, &answer);
        answer
    });
    (answer, Some(key))
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
