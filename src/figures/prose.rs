//! Numbers in sentences.

use super::number_in_text::NumberInText;
use super::spoken::SpokenNumber;
use crate::model::body::MARKDOWN;
use crate::text::number::NumberSeparators;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use rust_decimal::Decimal;
use std::ops::Range;

/// Numbers of one text, at most.
const MOST_OF_TEXT: usize = 300;

/// A number in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ProseNumber {
    /// As it is written, with the words that make it a percentage.
    pub(super) words: String,
    pub(super) spoken: SpokenNumber,
    /// Where it is in the text.
    pub(super) span: Range<usize>,
}

/// Returns the numbers of a text that say something: no years, no whole numbers below 100, none in links, headings and code.
pub(super) fn numbers(markdown: &str, separators: &NumberSeparators) -> Vec<ProseNumber> {
    let mut all = Vec::new();
    let mut passed_over = 0usize;
    for (event, span) in Parser::new_ext(markdown, MARKDOWN).into_offset_iter() {
        match event {
            Event::Start(tag) => passed_over += usize::from(is_passed_over(&tag)),
            Event::End(tag) => passed_over -= usize::from(passed_over > 0 && ends(tag)),
            Event::Text(_) if passed_over == 0 && all.len() < MOST_OF_TEXT => {
                all.extend(in_text(markdown, span, separators));
            }
            _ => {}
        }
    }
    all
}

fn is_passed_over(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Link { .. } | Tag::Image { .. } | Tag::Heading { .. } | Tag::CodeBlock(_)
    )
}

fn ends(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Link | TagEnd::Image | TagEnd::Heading(_) | TagEnd::CodeBlock
    )
}

/// Returns the numbers in a part of a text that is nothing but words.
fn in_text(markdown: &str, part: Range<usize>, separators: &NumberSeparators) -> Vec<ProseNumber> {
    let all = NumberInText::all(&markdown[part.clone()], separators).into_iter();
    let told =
        all.filter(|one| one.spoken.is_percent() || !says_little(one.spoken.value(), one.is_plain));
    told.map(|one| {
        let span = part.start + one.span.start..part.start + one.span.end;
        ProseNumber {
            words: markdown[span.clone()].to_owned(),
            spoken: one.spoken,
            span,
        }
    })
    .collect()
}

/// Whether a number is a year or a small whole one.
fn says_little(value: Decimal, is_plain: bool) -> bool {
    let size = value.abs();
    let is_year = (Decimal::from(1900)..=Decimal::from(2100)).contains(&size);
    value.scale() == 0 && (size < Decimal::ONE_HUNDRED || is_plain && is_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let all = numbers(text, &NumberSeparators::default()).into_iter();
        all.map(|number| {
            assert_eq!(text[number.span.clone()], number.words);
            number.words
        })
        .collect()
    }

    #[test]
    fn numbers_that_say_something_are_found_with_their_sign_and_percent() {
        let text = "It rose from 0.35 to **0.38** in 2021, by −0.1, 39.3 % or 12 por ciento of 1,234 in 12 towns.";
        assert_eq!(
            found(text),
            ["0.35", "0.38", "−0.1", "39.3 %", "12 por ciento", "1,234"]
        );
    }

    #[test]
    fn dates_codes_links_headings_and_code_are_passed_over() {
        let text = "# Of 0.35\n\n1. On 2021-03-15 and 15/03/2021 at 10:30, MX0009, v1.234.5 and [0.35](a.html) `0.35`.\n\n```\n0.35\n```\n\nThe 250th, page a/345.";
        assert_eq!(found(text), [""; 0]);
    }
}
