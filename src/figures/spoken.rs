//! A number in words of a text, as the text's language writes numbers.

use crate::text::number::NumberSeparators;
use rust_decimal::Decimal;

/// Words that mean hundredths, in the languages of the themes.
const PERCENT: [&str; 7] = [
    "%",
    "٪",
    "percent",
    "per cent",
    "por ciento",
    "pour cent",
    "por cento",
];

/// A number as it is written: its value, and how many decimals it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SpokenNumber {
    value: Decimal,
    is_percent: bool,
}

impl SpokenNumber {
    /// Returns the number that is all of a cell; none where anything else stands in it.
    pub(crate) fn of_cell(cell: &str, separators: &NumberSeparators) -> Option<SpokenNumber> {
        let cell = cell.trim();
        let begins = cell.bytes().next()?;
        if begins.is_ascii_alphabetic() {
            return None;
        }
        if let Ok(value) = Decimal::from_str_exact(cell) {
            return Some(SpokenNumber {
                value,
                is_percent: false,
            });
        }
        let is_of_number = |c: char| {
            c.is_ascii_digit()
                || is_mark(c)
                || is_blank(c)
                || matches!(c, '-' | '−' | '+' | '%' | '٪')
        };
        cell.chars()
            .all(is_of_number)
            .then(|| number(cell, separators))
            .flatten()
    }

    /// Returns whether another number, in hundredths where `is_percent` says so, is this one as it is written.
    pub(crate) fn means(self, other: SpokenNumber, is_percent: bool) -> bool {
        let is_percent = is_percent || other.is_percent;
        let whole = || other.value.checked_div(Decimal::ONE_HUNDRED);
        self.says(other.value, is_percent)
            || is_percent && whole().is_some_and(|whole| self.says(whole, false))
    }

    /// Returns its value as it is written, which are hundredths where it is a percentage.
    pub(super) fn value(self) -> Decimal {
        self.value
    }

    /// Returns whether words say that it is a percentage.
    pub(super) fn is_percent(self) -> bool {
        self.is_percent
    }

    /// Returns the values that it may stand for: as it is written, and of a percentage the share that it is.
    pub(super) fn values(self) -> impl Iterator<Item = Decimal> {
        let share = self.value.checked_div(Decimal::ONE_HUNDRED);
        let share = share.filter(|_| self.is_percent);
        [self.value].into_iter().chain(share)
    }

    /// Whether it is this value, rounded to the digits that are written; `is_percent` where the value is in hundredths
    /// already.
    pub(super) fn says(self, value: Decimal, is_percent: bool) -> bool {
        let value = if self.is_percent && !is_percent {
            value.checked_mul(Decimal::ONE_HUNDRED)
        } else {
            Some(value)
        };
        // Half of the last digit.
        let half = Decimal::new(5, (self.value.scale() + 1).min(28));
        value
            .and_then(|value| value.checked_sub(self.value))
            .is_some_and(|difference| difference.abs() <= half)
    }
}

/// Returns the number in some words; none where there is none, or several.
pub(super) fn number(words: &str, separators: &NumberSeparators) -> Option<SpokenNumber> {
    let chars: Vec<char> = words.chars().collect();
    let start = chars.iter().position(char::is_ascii_digit)?;
    let end = end_of_number(&chars, start);
    if chars[end..].iter().any(char::is_ascii_digit) {
        return None;
    }
    let digits = read(&chars[start..end], separators)?;
    let before = start.checked_sub(1).map(|at| chars[at]);
    let further = start.checked_sub(2).map(|at| chars[at]);
    let is_negative = matches!(before, Some('-' | '−' | '\u{2011}'))
        && !further.is_some_and(char::is_alphanumeric);
    let rest: String = chars[end..].iter().collect::<String>().to_lowercase();
    let value = Decimal::from_str_exact(&digits).ok()?;
    Some(SpokenNumber {
        value: if is_negative { -value } else { value },
        is_percent: percent_at_start(&rest).is_some(),
    })
}

/// Returns how many characters make a percentage of the number before them, with the blanks between; none where they do not.
pub(super) fn percent_at_start(rest: &str) -> Option<usize> {
    let lower = rest.to_lowercase();
    let words = lower.trim_start();
    let found = PERCENT
        .iter()
        .find(|percent| words.starts_with(**percent))?;
    let blanks = lower.chars().count() - words.chars().count();
    Some(blanks + found.chars().count())
}

/// Where a number ends that begins at this place: marks and blanks belong to it only between its digits, blanks only before
/// three of them.
pub(super) fn end_of_number(chars: &[char], start: usize) -> usize {
    let mut end = start;
    while let Some(c) = chars.get(end) {
        let digits = chars[end + 1..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .count();
        let goes_on =
            c.is_ascii_digit() || is_mark(*c) && digits > 0 || is_blank(*c) && digits == 3;
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | '٫' | '٬')
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// Returns a number in plain digits: as its language writes it, or else as the other half of the world does.
fn read(chars: &[char], separators: &NumberSeparators) -> Option<String> {
    let own = separators.decimal.chars().next().unwrap_or('.');
    let other = if own == '.' { ',' } else { '.' };
    plain(chars, own).or_else(|| plain(chars, other))
}

/// Returns a number in plain digits, if this is its decimal separator: groups of thousands are of three digits, and all
/// divided by the same mark.
fn plain(chars: &[char], decimal: char) -> Option<String> {
    let at = chars.iter().position(|c| *c == decimal);
    let (whole, fraction) = match at {
        Some(at) => (&chars[..at], &chars[at + 1..]),
        None => (chars, &[][..]),
    };
    if !fraction.iter().all(char::is_ascii_digit) {
        return None;
    }
    let mut marks = whole.iter().filter(|c| !c.is_ascii_digit());
    let first = marks.next();
    if marks.any(|mark| Some(mark) != first) {
        return None;
    }
    let mut groups = whole.split(|c| !c.is_ascii_digit()).map(<[char]>::len);
    let leading = groups.next()?;
    let is_grouped = first.is_some();
    if is_grouped && (leading > 3 || groups.any(|length| length != 3)) {
        return None;
    }
    let mut out: String = whole.iter().filter(|c| c.is_ascii_digit()).collect();
    if at.is_some() {
        out.push('.');
        out.extend(fraction);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(decimal: &str, group: &str) -> NumberSeparators {
        NumberSeparators {
            decimal: decimal.into(),
            group: group.into(),
            group_from: 4,
        }
    }

    fn says(words: &str, separators: &NumberSeparators, value: &str) -> bool {
        let value = Decimal::from_str_exact(value).unwrap();
        number(words, separators).is_some_and(|number| number.says(value, false))
    }

    #[test]
    fn numbers_are_read_in_their_language() {
        let (english, german) = (with(".", ","), with(",", "."));
        for (words, separators, value) in [
            ("1,234.5", &english, "1234.5"),
            ("1.234,5", &german, "1234.5"),
            ("1.234", &german, "1234"),
            ("1.234", &english, "1.234"),
            ("0.62", &german, "0.62"),
            ("1\u{202f}234\u{202f}567 pesos", &german, "1234567"),
            ("MXN −12.30", &english, "-12.30"),
            ("12’345", &english, "12345"),
        ] {
            assert!(says(words, separators, value), "{words}");
        }
        for words in ["none", "0.35 and 0.38", "from 2019 to 2021"] {
            assert_eq!(number(words, &english), None, "{words}");
        }
    }

    #[test]
    fn a_cell_is_a_number_or_none() {
        for cell in ["", "about 12", "2021-05-03", "12 a", "MX12"] {
            assert_eq!(SpokenNumber::of_cell(cell, &with(".", ",")), None, "{cell}");
        }
    }

    #[test]
    fn a_number_means_another_that_is_written_otherwise() {
        let english = with(".", ",");
        let number = |text: &str| SpokenNumber::of_cell(text, &english).unwrap();
        for (figure, other, is_percent) in [
            ("0.35", "0,35", false),
            ("0.35", "35 %", false),
            ("35 %", "0.35", false),
            ("35 %", "35", true),
            ("0.35", "35", true),
            ("0.35", "0.352", false),
        ] {
            assert!(
                number(figure).means(number(other), is_percent),
                "{figure} {other}"
            );
        }
        for (figure, other, is_percent) in [
            ("0.35", "35", false),
            ("35", "0.35", false),
            ("0.350", "0.352", false),
        ] {
            assert!(
                !number(figure).means(number(other), is_percent),
                "{figure} {other}"
            );
        }
    }

    #[test]
    fn values_are_rounded_to_the_digits_written() {
        let english = with(".", ",");
        for (words, value) in [
            ("0.4", "0.35"),
            ("0.3", "0.35"),
            ("about 12", "12.4999"),
            ("-0.1", "-0.0777"),
            ("1.10", "1.1"),
            ("39.3 %", "0.393"),
            ("39 per cent", "0.393"),
        ] {
            assert!(says(words, &english, value), "{words} {value}");
        }
        for (words, value) in [
            ("0.36", "0.35"),
            ("0.10", "0.107"),
            ("12", "12.51"),
            ("0.1", "-0.1"),
            ("39.3", "0.393"),
            ("39.4 %", "0.393"),
        ] {
            assert!(!says(words, &english, value), "{words} {value}");
        }
        let value = Decimal::from_str_exact("39.3").unwrap();
        let spoken = number("39.3 %", &english).unwrap();
        assert!(spoken.says(value, true) && !spoken.says(value, false));
    }
}
