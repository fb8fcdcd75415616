//! Plain language: short sentences, acronyms that are spelled out, "In brief" on long pages. All of it
//! is advice: a page says at most one thing of each kind, where it is worst.

use crate::cache::{Cache, CacheKey};
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::body::MARKDOWN;
use crate::model::head::Head;
use crate::model::portal::Portal;
use crate::text::lang::Lang;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Words of a sentence that is easy to follow.
const LONGEST_SENTENCE: usize = 25;
/// Words of a page that needs no summary.
const SHORT_PAGE: usize = 150;
/// Most acronyms that a finding names.
const MOST_NAMED: usize = 5;
/// Capitals that need no words: formats that everybody meets on these pages.
const KNOWN: &[&str] = &[
    "CSV", "JSON", "PDF", "HTML", "XLSX", "ODS", "ZIP", "URL", "ID", "SMS", "QR", "AA", "AAA",
];

/// A paragraph, list item or cell: its words, and where it is in the file.
struct TextBlock {
    words: String,
    span: Range<usize>,
}

pub(crate) fn check(portal: &Portal, cache: &Cache, sink: &mut Sink) {
    // Registers and terms without a file have no author to advise.
    let texts: Vec<(&Head, &Lang)> = (portal.heads())
        .flat_map(|head| head.body.keys().map(move |lang| (head, lang)))
        .filter(|(head, lang)| !head.text(lang).is_empty())
        .collect();
    let kept = KeptAdvice::of(cache);
    let given: Vec<TextAdvice> = (texts.par_iter())
        .map(|(head, lang)| kept.advice(head, lang))
        .collect();
    for ((head, lang), advice) in texts.iter().zip(&given) {
        sink.extend(advice.findings(head, lang));
    }
    kept.keep(given, cache);
}

/// What is advised on a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct TextAdvice {
    /// By what the text is known.
    key: CacheKey,
    sentence: Option<LongSentence>,
    acronyms: Option<BareAcronyms>,
    /// How many words a text without a summary has, where those are many.
    unsummed: Option<usize>,
}

/// The longest sentence of a text: where its first line is, and how many words it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct LongSentence {
    line: Range<usize>,
    words: usize,
    /// How many others are too long.
    more: usize,
}

/// Acronyms that a text does not spell out: the line of the first, and the first few.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct BareAcronyms {
    line: Range<usize>,
    names: String,
    more: usize,
}

impl TextAdvice {
    fn on(head: &Head, lang: &Lang, key: CacheKey) -> TextAdvice {
        let blocks = blocks(head, lang);
        TextAdvice {
            key,
            sentence: long_sentence(head, lang, &blocks),
            acronyms: acronyms(head, lang, &blocks),
            unsummed: no_summary(head, lang, &blocks),
        }
    }

    fn findings(&self, head: &Head, lang: &Lang) -> impl Iterator<Item = Diagnostic> {
        let sentence = self.sentence.as_ref().map(|long| {
            let finding = Diagnostic::new(&codes::SENTENCE_TOO_LONG)
                .at(head.place(lang, long.line.clone()))
                .arg("words", long.words);
            finding
                .arg("limit", LONGEST_SENTENCE)
                .arg("more", long.more)
        });
        let acronyms = self.acronyms.as_ref().map(|bare| {
            let place = head.place(lang, bare.line.clone());
            let finding = Diagnostic::new(&codes::ACRONYM_UNEXPLAINED).at(place);
            finding.arg("names", &bare.names).arg("more", bare.more)
        });
        let summary = self.unsummed.map(|words| {
            let finding = Diagnostic::new(&codes::SUMMARY_ABSENT).at(Place::file(&head.file.path));
            finding.arg("words", words)
        });
        [sentence, acronyms, summary].into_iter().flatten()
    }
}

/// What an earlier run advised on texts.
struct KeptAdvice {
    key: CacheKey,
    /// None where nothing is kept.
    known: Option<BTreeMap<CacheKey, TextAdvice>>,
}

impl KeptAdvice {
    fn of(cache: &Cache) -> KeptAdvice {
        let key = CacheKey::of(&[b"plain language"]);
        let known = cache.get::<Vec<TextAdvice>>(&key).unwrap_or_default();
        let known = known.into_iter().map(|advice| (advice.key, advice));
        KeptAdvice {
            known: cache.is_on().then(|| known.collect()),
            key,
        }
    }

    fn advice(&self, head: &Head, lang: &Lang) -> TextAdvice {
        let Some(known) = &self.known else {
            return TextAdvice::on(head, lang, self.key);
        };
        let key = key_of(head, lang);
        let before = known.get(&key).cloned();
        before.unwrap_or_else(|| TextAdvice::on(head, lang, key))
    }

    /// Keeps what is advised, where that is other than before.
    fn keep(self, given: Vec<TextAdvice>, cache: &Cache) {
        let Some(known) = self.known else {
            return;
        };
        let is_same = |one: &TextAdvice| known.contains_key(&one.key);
        if given.len() != known.len() || !given.iter().all(is_same) {
            cache.put(self.key, &given);
        }
    }
}

/// By what a text is known on which the same is advised: its file, its parts and where they are, and the words around it.
fn key_of(head: &Head, lang: &Lang) -> CacheKey {
    let has = [has_summary(head), is_in_main_file(head, lang)].map(u8::from);
    let sections = head.body.get(lang).map(|body| &*body.sections);
    let sections = sections.unwrap_or_default();
    let spans: Vec<[u8; 8]> = (sections.iter())
        .map(|section| section.span.start.to_le_bytes())
        .collect();
    let mut parts: Vec<&[u8]> = vec![
        lang.tag().as_bytes(),
        head.text(lang).as_bytes(),
        head.title.text(lang).as_bytes(),
        head.summary.text(lang).as_bytes(),
        &has,
    ];
    parts.extend(
        (sections.iter().zip(&spans))
            .flat_map(|(section, span)| [section.markdown.as_bytes(), span.as_slice()]),
    );
    CacheKey::of(&parts)
}

fn has_summary(head: &Head) -> bool {
    head.summary.all().any(|(_, text)| !text.trim().is_empty())
}

/// Whether the text of a language is in the file of the main one.
fn is_in_main_file(head: &Head, lang: &Lang) -> bool {
    let file = head.files.get(lang);
    file.is_some_and(|file| file.path == head.file.path)
}

fn blocks(head: &Head, lang: &Lang) -> Vec<TextBlock> {
    let mut blocks: Vec<TextBlock> = Vec::new();
    for section in head
        .body
        .get(lang)
        .map(|body| &*body.sections)
        .unwrap_or_default()
    {
        // What is code, a heading or a picture is not a sentence.
        let mut silent = 0_usize;
        let mut fresh = true;
        for (event, span) in Parser::new_ext(&section.markdown, MARKDOWN).into_offset_iter() {
            let at = section.span.start + span.start..section.span.start + span.end;
            match event {
                Event::Start(Tag::CodeBlock(_) | Tag::Heading { .. } | Tag::Image { .. }) => {
                    silent += 1;
                }
                Event::End(TagEnd::CodeBlock | TagEnd::Heading(_) | TagEnd::Image) => silent -= 1,
                Event::Start(Tag::Paragraph | Tag::Item | Tag::TableCell)
                | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                    fresh = true;
                }
                Event::Text(words) if silent == 0 => match blocks.last_mut().filter(|_| !fresh) {
                    Some(block) => {
                        block.words.push_str(&words);
                        block.span.end = at.end;
                    }
                    None => {
                        blocks.push(TextBlock {
                            words: words.to_string(),
                            span: at,
                        });
                        fresh = false;
                    }
                },
                Event::SoftBreak | Event::HardBreak | Event::Code(_) => {
                    if let Some(block) = blocks.last_mut() {
                        block.words.push(' ');
                    }
                }
                _ => {}
            }
        }
    }
    blocks
}

/// Sentences end at a full stop, question or exclamation mark before a capital, a digit or an opening mark.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut ends: Vec<usize> = Vec::new();
    for (at, sign) in text
        .char_indices()
        .filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…' | ';' | ':'))
    {
        let rest = &text[at + sign.len_utf8()..];
        let next = rest.trim_start().chars().next();
        let begins =
            next.is_none_or(|c| c.is_uppercase() || c.is_numeric() || "¿¡«“\"(-–•".contains(c));
        if rest.starts_with(char::is_whitespace) && (begins || matches!(sign, ';'))
            || rest.is_empty()
        {
            ends.push(at + sign.len_utf8());
        }
    }
    ends.push(text.len());
    let mut start = 0;
    ends.into_iter().map(move |end| {
        let sentence = &text[start..end];
        start = end;
        sentence
    })
}

/// How many words a text has: runs with at least one letter or digit.
fn count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

fn long_sentence(head: &Head, lang: &Lang, blocks: &[TextBlock]) -> Option<LongSentence> {
    // Other languages build their words and sentences otherwise.
    if !matches!(&*lang.primary(), "es" | "en") {
        return None;
    }
    let all = blocks
        .iter()
        .flat_map(|block| sentences(&block.words).map(move |s| (count(s), s, block)));
    let long: Vec<_> = all
        .filter(|(words, ..)| *words > LONGEST_SENTENCE)
        .collect();
    let (words, sentence, block) = *long.iter().max_by_key(|(words, ..)| *words)?;
    Some(LongSentence {
        line: line(head.text(lang), block, sentence),
        words,
        more: long.len() - 1,
    })
}

/// The line of a block where a sentence begins, from there on.
fn line(text: &str, block: &TextBlock, sentence: &str) -> Range<usize> {
    let first: String = sentence.trim_start().split_inclusive(' ').take(3).collect();
    let part = &text[block.span.clone()];
    let start = block.span.start + part.find(first.trim_end()).unwrap_or(0);
    let end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    start..end.max(start)
}

fn acronyms(head: &Head, lang: &Lang, blocks: &[TextBlock]) -> Option<BareAcronyms> {
    let around = format!("{} {}", head.title.text(lang), head.summary.text(lang));
    let whole: String = std::iter::once(around)
        .chain(blocks.iter().map(|b| b.words.clone()))
        .collect::<Vec<_>>()
        .join(" \n");
    let mut first: Option<&TextBlock> = None;
    let mut found: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for block in blocks {
        for word in block.words.split(|c: char| !c.is_alphanumeric()) {
            if is_acronym(word) && seen.insert(word) && !is_spelled_out(word, &whole) {
                first = first.or(Some(block));
                found.push(word.to_owned());
            }
        }
    }
    let block = first?;
    let line = line(head.text(lang), block, &found[0]);
    let more = found.len().saturating_sub(MOST_NAMED);
    found.truncate(MOST_NAMED);
    Some(BareAcronyms {
        line,
        names: found.join(", "),
        more,
    })
}

/// Two to six capitals that are no number in Roman numerals.
fn is_acronym(word: &str) -> bool {
    let letters = word.chars().count();
    (2..=6).contains(&letters)
        && word.chars().all(char::is_uppercase)
        && !word.chars().all(|c| "IVXLCDM".contains(c))
        && !KNOWN.contains(&word)
}

/// Whether the page says what it represents: `words (ABC)`, or `ABC (words)`.
fn is_spelled_out(word: &str, whole: &str) -> bool {
    whole.contains(&format!("({word})"))
        || whole.contains(&format!("{word} ("))
        || whole.contains(&format!("({word},"))
}

/// Returns how many words a long text has that no summary goes before. It is told once, in the language that it was written in.
fn no_summary(head: &Head, lang: &Lang, blocks: &[TextBlock]) -> Option<usize> {
    let words: usize = blocks.iter().map(|block| count(&block.words)).sum();
    let is_told = words > SHORT_PAGE && !has_summary(head) && is_in_main_file(head, lang);
    is_told.then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_the_next_begins() {
        let text = "El art. 6 dice así. ¿Y qué más? Nada: Fin. Hay 3.5 millones, etc. y ya";
        let all: Vec<&str> = sentences(text).map(str::trim).collect();
        assert_eq!(
            all,
            [
                "El art.",
                "6 dice así.",
                "¿Y qué más?",
                "Nada:",
                "Fin.",
                "Hay 3.5 millones, etc. y ya"
            ]
        );
    }

    #[test]
    fn acronyms_are_capitals_that_mean_something() {
        for (word, is) in [
            ("INAI", true),
            ("XXI", false),
            ("CSV", false),
            ("MXMEX0009", false),
            ("Ñandú", false),
        ] {
            assert_eq!(is_acronym(word), is, "{word}");
        }
        assert!(is_spelled_out(
            "OGP",
            "la Open Government Partnership (OGP) y la OGP"
        ));
        assert!(is_spelled_out(
            "OGP",
            "OGP (Alianza para el Gobierno Abierto)"
        ));
        assert!(!is_spelled_out("INAI", "el INAI dice"));
    }
}
