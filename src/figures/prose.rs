//! Numbers in sentences.

use super::spoken::{self, SpokenNumber};
use crate::model::body::MARKDOWN;
use crate::text::number::NumberSeparators;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use rust_decimal::Decimal;
use std::ops::Range;

/// Numbers of one text, at most.
const MOST_OF_TEXT: usize = 300;

/// Characters after a number among which the words are that make it a percentage.
const AFTER: usize = 14;

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
    let text = &markdown[part.clone()];
    let places: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let chars: Vec<char> = text.chars().collect();
    let mut all = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = spoken::end_of_number(&chars, at);
        let found = (stands_alone(&chars, at, end))
            .then(|| read(&chars, at..end, separators))
            .flatten();
        if let Some((range, spoken)) = found {
            let span = part.start + places[range.start]..part.start + places[range.end];
            all.push(ProseNumber {
                words: markdown[span.clone()].to_owned(),
                spoken,
                span,
            });
        }
        at = end.max(at + 1);
    }
    all
}

/// Whether a number is no part of a word, a date, a code or an address.
fn stands_alone(chars: &[char], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map(|at| chars[at]);
    let further = start.checked_sub(2).map(|at| chars[at]);
    let is_joined = before.is_some_and(|c| matches!(c, '-' | '−' | '.' | ',' | ':'));
    let is_inside = before.is_some_and(is_of_word) || is_joined && further.is_some_and(is_of_word);
    let (after, next) = (chars.get(end).copied(), chars.get(end + 1).copied());
    let goes_on = after.is_some_and(|c| matches!(c, '-' | '.' | ',' | ':'));
    let goes_on = goes_on && next.is_some_and(|c| c.is_ascii_digit());
    !(is_inside || goes_on || after.is_some_and(is_of_word))
}

/// Whether a number beside this character is a part of something else. Chinese divides no words.
fn is_of_word(c: char) -> bool {
    let is_ideograph = ('\u{2e80}'..='\u{9fff}').contains(&c);
    c.is_alphanumeric() && !is_ideograph || matches!(c, '/' | '_' | '#' | '@')
}

/// Returns a number with its sign and the words that make it a percentage; none where it says too little.
fn read(
    chars: &[char],
    digits: Range<usize>,
    separators: &NumberSeparators,
) -> Option<(Range<usize>, SpokenNumber)> {
    let is_minus = |at: usize| matches!(chars[at], '-' | '−' | '\u{2011}');
    let start = digits.start - usize::from(digits.start > 0 && is_minus(digits.start - 1));
    let after = chars[digits.end..].iter().take(AFTER);
    let after: String = after.take_while(|c| !c.is_ascii_digit()).collect();
    let number: String = chars[start..digits.end].iter().collect();
    let spoken = spoken::number(&format!("{number}{after}"), separators)?;
    let percent = spoken::percent_at_start(&after).filter(|_| spoken.is_percent());
    let end = digits.end + percent.unwrap_or(0);
    let plain = chars[digits].iter().all(char::is_ascii_digit);
    let is_trivial = !spoken.is_percent() && says_little(spoken.value(), plain);
    (!is_trivial).then_some((start..end, spoken))
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
