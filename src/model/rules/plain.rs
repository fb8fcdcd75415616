//! Plain language: short sentences, acronyms that are spelled out, "In brief" on long pages. All of it
//! is advice: a page says at most one thing of each kind, where it is worst.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::body::MARKDOWN;
use crate::model::head::Head;
use crate::model::portal::Portal;
use crate::text::lang::Lang;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
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

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for head in portal.heads() {
        for lang in head.body.keys() {
            // Registers and terms without a file have no author to advise.
            if head.text(lang).is_empty() {
                continue;
            }
            let blocks = blocks(head, lang);
            sink.extend(long_sentence(head, lang, &blocks));
            sink.extend(acronyms(head, lang, &blocks));
            sink.extend(no_summary(head, lang, &blocks));
        }
    }
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

fn long_sentence(head: &Head, lang: &Lang, blocks: &[TextBlock]) -> Option<Diagnostic> {
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
    let finding = Diagnostic::new(&codes::SENTENCE_TOO_LONG)
        .at(head.place(lang, line(head.text(lang), block, sentence)));
    Some(
        finding
            .arg("words", words)
            .arg("limit", LONGEST_SENTENCE)
            .arg("more", long.len() - 1),
    )
}

/// The line of a block where a sentence begins, from there on.
fn line(text: &str, block: &TextBlock, sentence: &str) -> Range<usize> {
    let first: String = sentence.trim_start().split_inclusive(' ').take(3).collect();
    let part = &text[block.span.clone()];
    let start = block.span.start + part.find(first.trim_end()).unwrap_or(0);
    let end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    start..end.max(start)
}

fn acronyms(head: &Head, lang: &Lang, blocks: &[TextBlock]) -> Option<Diagnostic> {
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
    let place = head.place(lang, line(head.text(lang), block, &found[0]));
    let more = found.len().saturating_sub(MOST_NAMED);
    found.truncate(MOST_NAMED);
    let finding = Diagnostic::new(&codes::ACRONYM_UNEXPLAINED).at(place);
    Some(finding.arg("names", found.join(", ")).arg("more", more))
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

fn no_summary(head: &Head, lang: &Lang, blocks: &[TextBlock]) -> Option<Diagnostic> {
    let words: usize = blocks.iter().map(|block| count(&block.words)).sum();
    let has = head.summary.all().any(|(_, text)| !text.trim().is_empty());
    // A long page is told of once, in the language that it was written in.
    (words > SHORT_PAGE
        && !has
        && head
            .files
            .get(lang)
            .is_some_and(|file| file.path == head.file.path))
    .then(|| {
        let finding = Diagnostic::new(&codes::SUMMARY_ABSENT).at(Place::file(&head.file.path));
        finding.arg("words", words)
    })
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
