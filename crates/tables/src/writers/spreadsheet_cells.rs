//! What a cell of a spreadsheet holds. A number is a number only where a double keeps every digit of it; dates and times
//! only where spreadsheets have them. Whatever is not quite that stays the text that it is.

use super::epoch;
use crate::{Column, Value};

/// A cell of a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum SpreadsheetCell<'a> {
    Empty,
    /// Text, never a formula.
    Text(&'a str),
    /// A number, as written, with so many decimals; a double has the same digits.
    Number(&'a str, usize),
    /// Yes or no.
    Boolean(bool),
    /// A day in ISO 8601, and the days since 30 December 1899.
    Date(&'a str, f64),
    /// A day and a time without zone in ISO 8601, and the days since 30 December 1899.
    DateTime(&'a str, f64),
    /// A time of day in ISO 8601, and the part of the day.
    Time(&'a str, f64),
}

/// Digits that a double keeps, whatever they are.
const DIGITS_KEPT: usize = 15;

/// Decimals that formats of numbers are made for.
pub(crate) const MOST_DECIMALS: usize = 30;

/// The width of a column in characters, by its name and its longest value.
pub(crate) fn width(column: &Column) -> usize {
    column
        .profile
        .longest
        .max(column.name.chars().count() + 2)
        .clamp(8, 50)
}

/// The name of a column: `A`, `Z`, `AA`.
pub(crate) fn letters(mut at: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'A' + u8::try_from(at % 26).unwrap_or(0));
        match (at / 26).checked_sub(1) {
            Some(next) => at = next,
            None => break,
        }
    }
    name.iter().rev().map(|b| char::from(*b)).collect()
}

impl<'a> From<Value<'a>> for SpreadsheetCell<'a> {
    fn from(value: Value<'a>) -> Self {
        match value {
            Value::Missing => SpreadsheetCell::Empty,
            Value::Integer(text) => number(text, false).unwrap_or(SpreadsheetCell::Text(text)),
            Value::Number(text) => number(text, true).unwrap_or(SpreadsheetCell::Text(text)),
            Value::Boolean(yes) => SpreadsheetCell::Boolean(yes),
            Value::Date(text) => day(text).map_or(SpreadsheetCell::Text(text), |days| {
                SpreadsheetCell::Date(text, days)
            }),
            Value::DateTime(text) => moment(text).map_or(SpreadsheetCell::Text(text), |days| {
                SpreadsheetCell::DateTime(text, days)
            }),
            Value::Time(text) => time(text).map_or(SpreadsheetCell::Text(text), |part| {
                SpreadsheetCell::Time(text, part)
            }),
            Value::Text(text) | Value::Json(text) => SpreadsheetCell::Text(text),
        }
    }
}

/// A number as a cell holds it, `computed` where it may be one that a program computed with doubles: those are written with
/// up to 17 digits, which are the double's own where no shorter text is nearer to it. Whole numbers of so many are codes,
/// of which spreadsheets show 15 digits.
fn number(text: &str, computed: bool) -> Option<SpreadsheetCell<'_>> {
    let (is_negative, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let (mut kept, mut decimals, mut has_point) = (0, 0, false);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                kept += usize::from(kept > 0 || *byte != b'0');
                decimals += usize::from(has_point);
            }
            b'.' if !has_point => has_point = true,
            _ => return None,
        }
    }
    let is_plain = digits.first().is_some_and(u8::is_ascii_digit);
    let is_kept = kept <= DIGITS_KEPT || computed && is_written_by_double(text);
    // Spreadsheets know no negative zero.
    let is_negative_zero = is_negative && kept == 0;
    let fits = is_plain && is_kept && decimals <= MOST_DECIMALS && !is_negative_zero;
    fits.then_some(SpreadsheetCell::Number(text, decimals))
}

/// Whether the double nearest to a number is written so, and no shorter.
fn is_written_by_double(text: &str) -> bool {
    text.parse()
        .is_ok_and(|value: f64| value.to_string() == text)
}

/// Days since 30 December 1899 of a day in ISO 8601; none before 1583, the first whole Gregorian year.
fn day(text: &str) -> Option<f64> {
    const FIRST: i32 = -141_349;
    const SINCE_1970: i32 = 25_569;
    epoch::days(text)
        .filter(|days| *days >= FIRST)
        .map(|days| f64::from(days + SINCE_1970))
}

fn moment(text: &str) -> Option<f64> {
    let (date, clock) = text.split_once('T')?;
    Some(day(date)? + time(clock)?)
}

/// The part of the day of `10:00:00`; none with a zone or parts of a second, which cells would not show.
fn time(text: &str) -> Option<f64> {
    let seconds =
        i32::try_from((text.len() == 8).then(|| epoch::micros(text))?? / 1_000_000).ok()?;
    Some(f64::from(seconds) / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_only_where_no_digit_is_lost() {
        let computed = [
            "19.432607700000002",
            "0.1234567890123456",
            "-0.30000000000000004",
        ];
        let short = [
            "1.10",
            "-3.25",
            "0",
            "999999999999999",
            "0.000000000000001",
            "123456789.123456",
        ];
        for text in short.into_iter().chain(computed) {
            assert!(
                matches!(SpreadsheetCell::from(Value::Number(text)), SpreadsheetCell::Number(t, ..) if t == text),
                "{text}"
            );
        }
        for text in [
            "12345678901234567",
            "-0",
            "-0.0",
            "1e5",
            "0.12345678901234560",
            "12345678.123456789",
            "NaN",
        ] {
            assert_eq!(
                SpreadsheetCell::from(Value::Number(text)),
                SpreadsheetCell::Text(text)
            );
        }
        assert_eq!(
            SpreadsheetCell::from(Value::Integer("1234567890123456")),
            SpreadsheetCell::Text("1234567890123456")
        );
    }

    #[test]
    fn columns_have_names() {
        assert_eq!(
            [0, 25, 26, 701, 702, 16_383].map(letters),
            ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
        );
    }

    #[test]
    fn dates_and_times_count_from_1899() {
        assert_eq!(
            SpreadsheetCell::from(Value::Date("1900-03-01")),
            SpreadsheetCell::Date("1900-03-01", 61.0)
        );
        assert_eq!(
            SpreadsheetCell::from(Value::Date("2020-12-31")),
            SpreadsheetCell::Date("2020-12-31", 44_196.0)
        );
        let noon = "2020-12-31T12:00:00";
        assert_eq!(
            SpreadsheetCell::from(Value::DateTime(noon)),
            SpreadsheetCell::DateTime(noon, 44_196.5)
        );
        assert_eq!(
            SpreadsheetCell::from(Value::Time("06:00:00")),
            SpreadsheetCell::Time("06:00:00", 0.25)
        );
        for text in ["1400-01-01", "2020-02-30", "-000001-01-01"] {
            assert_eq!(
                SpreadsheetCell::from(Value::Date(text)),
                SpreadsheetCell::Text(text)
            );
        }
        for text in [
            "2020-12-31T12:00:00Z",
            "2020-12-31T12:00:00.5",
            "2020-12-31T12:00:60",
        ] {
            assert_eq!(
                SpreadsheetCell::from(Value::DateTime(text)),
                SpreadsheetCell::Text(text)
            );
        }
    }

    proptest::proptest! {
        /// What is taken for a number has the digits of its text when it is written from the double.
        #[test]
        fn doubles_keep_the_digits(text in "-?(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?") {
            if let SpreadsheetCell::Number(_, decimals) = SpreadsheetCell::from(Value::Number(&text)) {
                let value: f64 = text.parse().unwrap();
                proptest::prop_assert_eq!(format!("{value:.decimals$}"), text);
            }
        }
    }
}
