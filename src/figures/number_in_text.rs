//! Every number in a text, with its sign and the words that make it a percentage.

use super::spoken::{self, SpokenNumber};
use crate::text::number::NumberSeparators;
use std::ops::Range;

/// Characters after a number among which the words are that make it a percentage.
const AFTER: usize = 14;

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumberInText {
    /// Its bytes in the text.
    pub(crate) span: Range<usize>,
    pub(crate) spoken: SpokenNumber,
    /// Whether it is nothing but digits, as a year is.
    pub(super) is_plain: bool,
}

impl NumberInText {
    /// Returns the numbers of a text, in their order. Digits of a word, a date, a time, a code or an address are none.
    pub(crate) fn all(text: &str, separators: &NumberSeparators) -> Vec<NumberInText> {
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
            let is_one = stands_alone(&chars, at, end);
            let found = is_one.then(|| read(&chars, at..end, separators)).flatten();
            all.extend(found.map(|number| NumberInText {
                span: places[number.span.start]..places[number.span.end],
                ..number
            }));
            at = end.max(at + 1);
        }
        all
    }
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

/// Returns a number with its sign and the words that make it a percentage, its place counted in characters.
fn read(
    chars: &[char],
    digits: Range<usize>,
    separators: &NumberSeparators,
) -> Option<NumberInText> {
    let is_minus = |at: usize| matches!(chars[at], '-' | '−' | '\u{2011}');
    let start = digits.start - usize::from(digits.start > 0 && is_minus(digits.start - 1));
    let after = chars[digits.end..].iter().take(AFTER);
    let after: String = after.take_while(|c| !c.is_ascii_digit()).collect();
    let number: String = chars[start..digits.end].iter().collect();
    let spoken = spoken::number(&format!("{number}{after}"), separators)?;
    let percent = spoken::percent_at_start(&after).filter(|_| spoken.is_percent());
    Some(NumberInText {
        span: start..digits.end + percent.unwrap_or(0),
        spoken,
        is_plain: chars[digits].iter().all(char::is_ascii_digit),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_where_they_are() {
        let english = NumberSeparators::default();
        let text = "−0.35, MX0035, 12 % and ñ 1,234; 2021-03-15 at 10:30, a/345, v1.2.3.";
        let all = NumberInText::all(text, &english).into_iter();
        let told: Vec<(&str, SpokenNumber)> =
            all.map(|one| (&text[one.span], one.spoken)).collect();
        let plain = |text: &str| SpokenNumber::of_cell(text, &english).unwrap();
        let expected = [
            ("−0.35", plain("-0.35")),
            ("12 %", plain("12 %")),
            ("1,234", plain("1234")),
        ];
        assert_eq!(told, expected);
    }
}
