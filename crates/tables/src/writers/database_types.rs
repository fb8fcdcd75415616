//! Which type of a database holds every value of a column. What was inferred or declared says what to try; a single cell
//! that would lose a digit makes the column text.

use super::epoch;
use crate::rows::Row;
use crate::{FieldType, Table, Value};

/// A type of a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DatabaseType {
    /// A whole number of 64 bits.
    Integer,
    /// A double with the digits of the source, as far as they tell numbers apart.
    Double,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// A day and a time without zone.
    DateTime,
    /// A time of day.
    Time,
    /// JSON.
    Json,
    /// Text.
    Text,
}

/// A value as its column's type holds it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum DatabaseValue<'a> {
    Missing,
    /// A whole number; microseconds since 1970 of a day and a time, or since midnight of a time.
    Integer(i64),
    Double(f64),
    Boolean(bool),
    /// Days since 1970.
    Days(i32),
    Text(&'a str),
}

impl DatabaseType {
    /// What to try for a column of this type.
    fn of(kind: FieldType) -> DatabaseType {
        match kind {
            FieldType::Integer | FieldType::Year => DatabaseType::Integer,
            FieldType::Number => DatabaseType::Double,
            FieldType::Boolean => DatabaseType::Boolean,
            FieldType::Date => DatabaseType::Date,
            FieldType::DateTime => DatabaseType::DateTime,
            FieldType::Time => DatabaseType::Time,
            FieldType::Object | FieldType::Array | FieldType::GeoJson => DatabaseType::Json,
            _ => DatabaseType::Text,
        }
    }

    /// The types to try for a table's columns.
    pub(crate) fn supposed(table: &Table) -> Vec<DatabaseType> {
        table
            .columns
            .iter()
            .map(|column| DatabaseType::of(column.kind))
            .collect()
    }

    /// The value in this type of a row's cell in the column at this place; none where it does not fit. `scratch` holds what has
    /// to be rewritten.
    #[inline]
    pub(crate) fn of_cell<'a>(
        self,
        table: &Table,
        at: usize,
        row: &'a Row,
        scratch: &'a mut String,
    ) -> Option<DatabaseValue<'a>> {
        let (column, cell) = (&table.columns[at], row.cell(at));
        match self {
            DatabaseType::Text => Some(
                cell.filter(|text| !column.is_missing(text))
                    .map_or(DatabaseValue::Missing, DatabaseValue::Text),
            ),
            fit => fit.take(column.value(cell, scratch)),
        }
    }

    /// A value in this type; none where it does not fit. As text, it is the cell's own.
    pub(crate) fn take(self, value: Value<'_>) -> Option<DatabaseValue<'_>> {
        Some(match (self, value) {
            (_, Value::Missing) => DatabaseValue::Missing,
            (DatabaseType::Integer, Value::Integer(text)) => DatabaseValue::Integer(whole(text)?),
            (DatabaseType::Double, Value::Integer(text) | Value::Number(text)) => {
                DatabaseValue::Double(double(text)?)
            }
            (DatabaseType::Boolean, Value::Boolean(yes)) => DatabaseValue::Boolean(yes),
            (DatabaseType::Date, Value::Date(text)) => DatabaseValue::Days(epoch::days(text)?),
            (DatabaseType::DateTime, Value::DateTime(text)) => {
                let (date, time) = text.split_once('T')?;
                let days = i64::from(epoch::days(date)?);
                DatabaseValue::Integer(days * 86_400_000_000 + epoch::micros(time)?)
            }
            (DatabaseType::Time, Value::Time(text)) => DatabaseValue::Integer(epoch::micros(text)?),
            (DatabaseType::Json, Value::Json(text)) => DatabaseValue::Text(text),
            _ => return None,
        })
    }
}

/// The whole number of a text that is written as programs write it: no sign but a minus, no zeros before it.
fn whole(text: &str) -> Option<i64> {
    let is_bare = match text.as_bytes() {
        [b'0'] => true,
        [b'-', digits @ ..] | digits => {
            digits.iter().all(u8::is_ascii_digit) && digits.first().is_some_and(|b| *b != b'0')
        }
    };
    is_bare.then(|| text.parse().ok())?
}

/// Digits that a double keeps, whatever they are.
const DIGITS_KEPT: usize = 15;

/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// The double of a number's text; none where digits would be lost but zeros at the end. What was computed with doubles
/// is written with up to 17 digits, which are the double's own where no shorter text is nearer to it.
fn double(text: &str) -> Option<f64> {
    let (is_negative, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let (mut mantissa, mut kept, mut scale) = (0_u64, 0, 0);
    let (mut has_digits, mut has_point) = (false, false);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                kept += usize::from(kept > 0 || *byte != b'0');
                if kept <= DIGITS_KEPT {
                    mantissa = mantissa * 10 + u64::from(byte - b'0');
                }
                scale += usize::from(has_point);
                has_digits = true;
            }
            b'.' if !has_point => has_point = true,
            _ => return None,
        }
    }
    if !has_digits {
        return None;
    }
    match POWERS.get(scale) {
        // Both are exact, and so their quotient is the nearest double.
        #[allow(clippy::cast_precision_loss, reason = "15 digits")]
        Some(power) if kept <= DIGITS_KEPT => {
            let size = mantissa as f64 / power;
            Some(if is_negative { -size } else { size })
        }
        _ => {
            let value: f64 = text.parse().ok()?;
            (kept <= DIGITS_KEPT || value.to_string() == text).then_some(value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// The quick way to a double finds the same one as the usual way.
        #[test]
        fn doubles_are_the_nearest(text in "-?[0-9]{1,12}(\\.[0-9]{1,9})?") {
            if let Some(value) = double(&text) {
                proptest::prop_assert_eq!(value.to_bits(), text.parse::<f64>().unwrap().to_bits());
            }
            let all: String = text.chars().filter(char::is_ascii_digit).collect();
            if all.len() <= DIGITS_KEPT {
                proptest::prop_assert!(double(&text).is_some());
            }
        }
    }

    #[test]
    fn nothing_that_would_lose_a_digit_fits() {
        for text in ["", "-", ".", "1.2.3", "1e5", "+1", " 1"] {
            assert_eq!(double(text), None, "{text}");
        }
        assert_eq!(
            DatabaseType::Integer.take(Value::Integer("-7")),
            Some(DatabaseValue::Integer(-7))
        );
        assert_eq!(
            DatabaseType::Integer.take(Value::Integer("12345678901234567890")),
            None
        );
        for text in ["-0", "+7", "007", "", "-"] {
            assert_eq!(
                DatabaseType::Integer.take(Value::Integer(text)),
                None,
                "{text}"
            );
        }
        assert_eq!(
            DatabaseType::Double.take(Value::Number("1.10")),
            Some(DatabaseValue::Double(1.1))
        );
        assert_eq!(
            DatabaseType::Double.take(Value::Number("1234567890.12345678")),
            None
        );
        let computed = "19.432607700000002";
        assert_eq!(
            DatabaseType::Double.take(Value::Number(computed)),
            Some(DatabaseValue::Double(19.432_607_700_000_002))
        );
        assert_eq!(
            DatabaseType::Double.take(Value::Number("19.4326077000000021")),
            None
        );
        assert_eq!(
            DatabaseType::DateTime.take(Value::DateTime("1970-01-02T00:00:01")),
            Some(DatabaseValue::Integer(86_401_000_000))
        );
        assert_eq!(
            DatabaseType::DateTime.take(Value::DateTime("1970-01-02T00:00:01Z")),
            None
        );
        assert_eq!(DatabaseType::Boolean.take(Value::Text("maybe")), None);
        assert_eq!(
            DatabaseType::Text.take(Value::Missing),
            Some(DatabaseValue::Missing)
        );
    }
}
