//! Which type of a database holds every value of a column. What was inferred or declared says what to try; a single cell
//! that would lose a digit makes the column text.

use super::epoch::{self, all_digits};
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
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_bare = all_digits(digits) && (!digits.starts_with('0') || text == "0");
    is_bare.then(|| text.parse().ok())?
}

/// Digits that a double keeps, whatever they are.
const DIGITS_KEPT: usize = 15;

/// The double of a number's text; none where digits would be lost but zeros at the end. What was computed with doubles
/// is written with up to 17 digits, which are the double's own where no shorter text is nearer to it.
fn double(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let kept = if whole == "0" {
        fraction.trim_start_matches('0').len()
    } else {
        whole.len() + fraction.len()
    };
    let is_plain = all_digits(whole) && all_digits(fraction);
    let value: f64 = is_plain.then(|| text.parse().ok())??;
    (kept <= DIGITS_KEPT || value.to_string() == text).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_would_lose_a_digit_fits() {
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
