//! How the cells of a column are written, and the values that they stand for.

mod affixes;
pub(crate) mod guess;
mod known_words;
pub(crate) mod moment;
pub mod number;
pub mod pattern;
mod published;

use crate::field_type::FieldType;
use crate::schema::{Dialect, Field};
pub(crate) use affixes::Affixes;
use moment::Moment;
use number::{Decimal, NumberFormat};
use pattern::Pattern;
use tragaluz_text::unseen;

/// How the cells of a column are written.
#[derive(Debug, Clone, PartialEq)]
pub enum CellFormat {
    /// As text, which is its own value: `string`, `any`, `duration`, `list`.
    Text(FieldType),
    /// As whole numbers.
    Integer(NumberFormat),
    /// As decimal numbers.
    Number(NumberFormat),
    /// As two sets of words: yes and no.
    Boolean(Vec<String>, Vec<String>),
    /// As dates, times or both, in one of these patterns.
    Moment(FieldType, Vec<Pattern>),
    /// As four digits.
    Year,
    /// As JSON: `object`, `array`, `geojson`.
    Json(FieldType),
    /// As longitude and latitude, `12.5, 41.9`.
    GeoPoint,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CellReading {
    /// Text.
    Text,
    /// A number.
    Number(Decimal),
    /// A date or time.
    Moment(Moment),
    /// Yes or no.
    Boolean(bool),
}

/// A cell's value, as typed formats write it. Numbers keep their digits; dates are ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// No value.
    Missing,
    /// Text.
    Text(&'a str),
    /// A whole number, as JSON writes it.
    Integer(&'a str),
    /// A decimal number, as JSON writes it.
    Number(&'a str),
    /// Yes or no.
    Boolean(bool),
    /// `2022-02-28`.
    Date(&'a str),
    /// `2022-02-28T10:00:00`, with a zone where the cell has one.
    DateTime(&'a str),
    /// `10:00:00`.
    Time(&'a str),
    /// JSON text.
    Json(&'a str),
}

impl CellFormat {
    /// The type of the column.
    pub(crate) fn kind(&self) -> FieldType {
        match self {
            CellFormat::Text(kind) | CellFormat::Moment(kind, _) | CellFormat::Json(kind) => *kind,
            CellFormat::Integer(_) => FieldType::Integer,
            CellFormat::Number(_) => FieldType::Number,
            CellFormat::Boolean(..) => FieldType::Boolean,
            CellFormat::Year => FieldType::Year,
            CellFormat::GeoPoint => FieldType::GeoPoint,
        }
    }

    /// The form that a declared column says; none where its type is left out, an error naming the word that Table
    /// Schema does not know.
    pub(crate) fn declared(field: &Field, dialect: &Dialect) -> Result<Option<CellFormat>, String> {
        let Some(kind) = &field.kind else {
            return Ok(None);
        };
        let kind = FieldType::parse(kind).ok_or_else(|| kind.clone())?;
        let format = field.format.as_deref().filter(|f| *f != "default");
        let byte = |c: Option<char>| c.and_then(|c| u8::try_from(c).ok());
        let written = &field.written;
        let group = written.group_char.or(dialect.group_char);
        let number = NumberFormat {
            decimal: byte(written.decimal_char.or(dialect.decimal_char)).unwrap_or(b'.'),
            group,
            bare: written.bare_number.unwrap_or(true),
        };
        // Whole numbers have a decimal mark only where a program gave them a fraction of zeros.
        let decimal_of_whole = if group == Some('.') {
            b','
        } else {
            number.decimal
        };
        let words = |declared: &Option<Vec<String>>, list: &[&str]| {
            declared
                .clone()
                .unwrap_or_else(|| list.iter().map(|w| (*w).to_owned()).collect())
        };
        Ok(Some(match kind {
            FieldType::Integer => CellFormat::Integer(NumberFormat {
                decimal: decimal_of_whole,
                ..number
            }),
            FieldType::Number => CellFormat::Number(number),
            FieldType::Boolean => CellFormat::Boolean(
                words(
                    &written.true_values,
                    &crate::cell_formats::known_words::TRUE_WORDS,
                ),
                words(
                    &written.false_values,
                    &crate::cell_formats::known_words::FALSE_WORDS,
                ),
            ),
            FieldType::Date | FieldType::Time | FieldType::DateTime | FieldType::YearMonth => {
                CellFormat::Moment(kind, patterns(kind, format)?)
            }
            FieldType::Year => CellFormat::Year,
            FieldType::Object | FieldType::Array | FieldType::GeoJson => CellFormat::Json(kind),
            FieldType::GeoPoint if format.is_none() => CellFormat::GeoPoint,
            _ => CellFormat::Text(kind),
        }))
    }

    /// Reads a cell; none where it does not fit.
    pub fn read(&self, cell: &str) -> Option<CellReading> {
        match self {
            CellFormat::Text(_) => Some(CellReading::Text),
            CellFormat::Integer(form) => form.read_whole(cell).map(CellReading::Number),
            CellFormat::Number(_) if matches!(cell, "NaN" | "INF" | "-INF") => {
                Some(CellReading::Text)
            }
            CellFormat::Number(form) => read_number(form, cell).map(CellReading::Number),
            CellFormat::Boolean(yes, no) => {
                let yes = yes.iter().any(|w| w == cell);
                (yes || no.iter().any(|w| w == cell)).then_some(CellReading::Boolean(yes))
            }
            CellFormat::Moment(_, patterns) => {
                let cell = unseen::trim(cell);
                patterns
                    .iter()
                    .find_map(|p| p.read(cell))
                    .map(CellReading::Moment)
            }
            CellFormat::Year => {
                let digits = cell.strip_prefix('-').unwrap_or(cell);
                let fits = digits.len() >= 4 && digits.bytes().all(|b| b.is_ascii_digit());
                fits.then(|| NumberFormat::default().read(cell))
                    .flatten()
                    .map(CellReading::Number)
            }
            CellFormat::Json(kind) => {
                let json: serde_json::Value = serde_json::from_str(cell).ok()?;
                let fits = if *kind == FieldType::Array {
                    json.is_array()
                } else {
                    json.is_object()
                };
                fits.then_some(CellReading::Text)
            }
            CellFormat::GeoPoint => {
                let (longitude, latitude) = cell.split_once(',')?;
                let within = |text: &str, most: f64| {
                    NumberFormat::default()
                        .read(text.trim())
                        .is_some_and(|d| d.to_f64().abs() <= most)
                };
                (within(longitude, 180.0) && within(latitude, 90.0)).then_some(CellReading::Text)
            }
        }
    }

    /// A cell's value for typed formats; text where the cell does not fit. `scratch` holds what has to be rewritten.
    #[inline]
    pub(crate) fn value<'a>(&self, cell: &'a str, scratch: &'a mut String) -> Value<'a> {
        scratch.clear();
        match self {
            CellFormat::Text(_) | CellFormat::GeoPoint => Value::Text(cell),
            CellFormat::Integer(form) | CellFormat::Number(form) => {
                let whole = matches!(self, CellFormat::Integer(_));
                let wrap = |text| {
                    if whole {
                        Value::Integer(text)
                    } else {
                        Value::Number(text)
                    }
                };
                if form.is_plain()
                    && form
                        .read_strictly(cell)
                        .is_some_and(|number| !whole || number.scale == 0)
                {
                    return wrap(cell);
                }
                match form.write_plain(cell, scratch) {
                    Some(()) if !whole || cut_zero_fraction(scratch) => wrap(scratch),
                    _ => Value::Text(cell),
                }
            }
            CellFormat::Boolean(..) => match self.read(cell) {
                Some(CellReading::Boolean(yes)) => Value::Boolean(yes),
                _ => Value::Text(cell),
            },
            CellFormat::Year => match self.read(cell) {
                Some(_) if !cell.starts_with(['0', '-']) => Value::Integer(cell),
                _ => Value::Text(cell),
            },
            CellFormat::Json(_) => match self.read(cell) {
                Some(_) => Value::Json(cell),
                None => Value::Text(cell),
            },
            CellFormat::Moment(kind, patterns) => moment_value(*kind, patterns, cell, scratch),
        }
    }

    /// Table Schema's `format` of this form, where it is not the default.
    pub(crate) fn format(&self) -> Option<String> {
        match self {
            CellFormat::Moment(kind, patterns) => {
                let text = patterns.first()?.text();
                (default_patterns(*kind).first() != Some(&text.as_str())).then_some(text)
            }
            _ => None,
        }
    }
}

fn read_number(form: &NumberFormat, cell: &str) -> Option<Decimal> {
    form.read_strictly(cell).or_else(|| form.read(cell))
}

/// Cuts off the fraction of a number as JSON writes it, where it is nothing but zeros. False where it is more.
fn cut_zero_fraction(number: &mut String) -> bool {
    let Some((whole, fraction)) = number.split_once('.') else {
        return true;
    };
    let end = whole.len();
    if fraction.contains(['e', 'E']) {
        return true;
    }
    let is_whole = fraction.bytes().all(|digit| digit == b'0');
    if is_whole {
        number.truncate(end);
    }
    is_whole
}

fn moment_value<'a>(
    kind: FieldType,
    patterns: &[Pattern],
    cell: &'a str,
    scratch: &'a mut String,
) -> Value<'a> {
    let trimmed = unseen::trim(cell);
    let read = patterns
        .iter()
        .find_map(|p| p.read(trimmed).map(|moment| (p, moment)));
    let Some((pattern, moment)) = read else {
        return Value::Text(cell);
    };
    match kind {
        FieldType::Date if pattern.is_iso() => Value::Date(trimmed),
        FieldType::Date => {
            moment.write_date(scratch);
            Value::Date(scratch)
        }
        FieldType::DateTime => {
            moment.write_date(scratch);
            scratch.push('T');
            moment.write_time(scratch);
            Value::DateTime(scratch)
        }
        FieldType::Time => {
            moment.write_time(scratch);
            Value::Time(scratch)
        }
        _ => Value::Text(cell),
    }
}

fn default_patterns(kind: FieldType) -> &'static [&'static str] {
    match kind {
        FieldType::Date => &["%Y-%m-%d"],
        FieldType::Time => &["%H:%M:%S", "%H:%M:%S.%f", "%H:%M:%S%z"],
        FieldType::DateTime => &[
            "%Y-%m-%dT%H:%M:%S",
            "%Y-%m-%dT%H:%M:%S%z",
            "%Y-%m-%dT%H:%M:%S.%f",
            "%Y-%m-%dT%H:%M:%S.%f%z",
        ],
        _ => &["%Y-%m"],
    }
}

/// The patterns of a declared `format`; an error names one that cannot be read.
fn patterns(kind: FieldType, format: Option<&str>) -> Result<Vec<Pattern>, String> {
    let strict = |list: &[&str]| list.iter().filter_map(|p| Pattern::strict(p)).collect();
    match format {
        None => Ok(strict(default_patterns(kind))),
        Some("any") => {
            let any = crate::cell_formats::known_words::MOMENTS
                .iter()
                .filter(|(k, _)| *k == kind)
                .map(|(_, p)| *p);
            Ok(strict(
                &default_patterns(kind)
                    .iter()
                    .copied()
                    .chain(any)
                    .collect::<Vec<_>>(),
            ))
        }
        Some(pattern) => Pattern::lenient(pattern)
            .map(|p| vec![p])
            .ok_or_else(|| pattern.to_owned()),
    }
}
