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

/// What a cell was read as.
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

    /// Returns the form that a declared column says; `None` where its type is left out.
    ///
    /// # Errors
    /// The word that Table Schema does not know.
    pub(crate) fn declared(field: &Field, dialect: &Dialect) -> Result<Option<CellFormat>, String> {
        let Some(kind) = &field.kind else {
            return Ok(None);
        };
        let kind = FieldType::parse(kind).ok_or_else(|| kind.clone())?;
        let format = field.format.as_deref().filter(|f| *f != "default");
        Ok(Some(match kind {
            FieldType::Integer => {
                let number = declared_number(field, dialect);
                // Whole numbers have a decimal mark only where a program gave them a fraction of zeros.
                let decimal = if number.group == Some('.') {
                    b','
                } else {
                    number.decimal
                };
                CellFormat::Integer(NumberFormat { decimal, ..number })
            }
            FieldType::Number => CellFormat::Number(declared_number(field, dialect)),
            FieldType::Boolean => {
                let written = &field.written;
                CellFormat::Boolean(
                    declared_words(written.true_values.as_ref(), &known_words::TRUE_WORDS),
                    declared_words(written.false_values.as_ref(), &known_words::FALSE_WORDS),
                )
            }
            FieldType::Date | FieldType::Time | FieldType::DateTime | FieldType::YearMonth => {
                CellFormat::Moment(kind, patterns(kind, format)?)
            }
            FieldType::Year => CellFormat::Year,
            FieldType::Object | FieldType::Array | FieldType::GeoJson => CellFormat::Json(kind),
            FieldType::GeoPoint if format.is_none() => CellFormat::GeoPoint,
            _ => CellFormat::Text(kind),
        }))
    }

    /// Parses a cell; `None` where it does not fit.
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
            CellFormat::Year => read_year(cell).map(CellReading::Number),
            CellFormat::Json(kind) => is_json_of(*kind, cell).then_some(CellReading::Text),
            CellFormat::GeoPoint => is_geo_point(cell).then_some(CellReading::Text),
        }
    }

    /// Returns a cell's value for typed formats; text where the cell does not fit. `scratch` holds what has to be rewritten.
    #[inline]
    pub(crate) fn value<'a>(&self, cell: &'a str, scratch: &'a mut String) -> Value<'a> {
        scratch.clear();
        match self {
            CellFormat::Text(_) | CellFormat::GeoPoint => Value::Text(cell),
            CellFormat::Integer(form) => match integer_value(form, cell, scratch) {
                Some(text) => Value::Integer(text),
                None => Value::Text(cell),
            },
            CellFormat::Number(form) => match number_value(form, cell, scratch) {
                Some(text) => Value::Number(text),
                None => Value::Text(cell),
            },
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

/// Returns how numbers of a column are written, by its own properties or by those of the file.
fn declared_number(field: &Field, dialect: &Dialect) -> NumberFormat {
    let written = &field.written;
    let decimal = written.decimal_char.or(dialect.decimal_char);
    NumberFormat {
        decimal: decimal.and_then(|c| u8::try_from(c).ok()).unwrap_or(b'.'),
        group: written.group_char.or(dialect.group_char),
        bare: written.bare_number.unwrap_or(true),
    }
}

/// Returns the words that a column has for yes, or for no.
fn declared_words(declared: Option<&Vec<String>>, usual: &[&str]) -> Vec<String> {
    match declared {
        Some(words) => words.clone(),
        None => usual.iter().map(|word| (*word).to_owned()).collect(),
    }
}

/// Parses a year of four digits or more, perhaps before the common era.
fn read_year(cell: &str) -> Option<Decimal> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let fits = digits.len() >= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| NumberFormat::default().read(cell)).flatten()
}

/// Whether a cell is a JSON array, where the type is that, or else an object.
fn is_json_of(kind: FieldType, cell: &str) -> bool {
    let json = serde_json::from_str::<serde_json::Value>(cell);
    json.is_ok_and(|json| match kind {
        FieldType::Array => json.is_array(),
        _ => json.is_object(),
    })
}

/// Whether a cell is longitude and latitude, in degrees.
fn is_geo_point(cell: &str) -> bool {
    cell.split_once(',').is_some_and(|(longitude, latitude)| {
        is_within(longitude, 180.0) && is_within(latitude, 90.0)
    })
}

fn is_within(degrees: &str, most: f64) -> bool {
    NumberFormat::default()
        .read(degrees.trim())
        .is_some_and(|number| number.to_f64().abs() <= most)
}

/// Returns a whole number as JSON writes it; `None` where the cell is none.
#[inline]
fn integer_value<'a>(
    form: &NumberFormat,
    cell: &'a str,
    scratch: &'a mut String,
) -> Option<&'a str> {
    if form.is_plain()
        && form
            .read_strictly(cell)
            .is_some_and(|number| number.scale == 0)
    {
        return Some(cell);
    }
    form.write_plain(cell, scratch)?;
    cut_zero_fraction(scratch).then_some(scratch)
}

/// Returns a number as JSON writes it; `None` where the cell is none.
#[inline]
fn number_value<'a>(
    form: &NumberFormat,
    cell: &'a str,
    scratch: &'a mut String,
) -> Option<&'a str> {
    if form.is_plain() && form.read_strictly(cell).is_some() {
        return Some(cell);
    }
    form.write_plain(cell, scratch)?;
    Some(scratch)
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

/// Returns the patterns of a declared `format`.
///
/// # Errors
/// The format, where it cannot be read.
fn patterns(kind: FieldType, format: Option<&str>) -> Result<Vec<Pattern>, String> {
    let usual = default_patterns(kind).iter().copied();
    match format {
        None => Ok(usual.filter_map(Pattern::strict).collect()),
        Some("any") => {
            let any = known_words::MOMENTS
                .iter()
                .filter(|(k, _)| *k == kind)
                .map(|(_, p)| *p);
            Ok(usual.chain(any).filter_map(Pattern::strict).collect())
        }
        Some(pattern) => Pattern::lenient(pattern)
            .map(|p| vec![p])
            .ok_or_else(|| pattern.to_owned()),
    }
}
