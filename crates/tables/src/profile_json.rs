//! A table's profile for programs: values are text, digit by digit as in the file; what does not apply is left out. With the
//! feature `schemas`, a JSON Schema is derived from these types, whose doc comments are its descriptions.

use crate::table::{Column, FileNote, Profile, Table};
use serde::Serialize;

/// What was counted of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableProfile<'a> {
    name: &'a str,
    /// The file that was received.
    file: &'a str,
    /// Its character encoding, where it has one.
    encoding: Option<&'a str>,
    rows: u64,
    notes: Vec<ProfileNote<'a>>,
    columns: Vec<ColumnProfile<'a>>,
}

impl<'a> From<&'a Table> for TableProfile<'a> {
    fn from(table: &'a Table) -> Self {
        TableProfile {
            name: &table.resource,
            file: &table.received.name,
            encoding: table.received.encoding.as_deref(),
            rows: table.rows,
            notes: table.notes.iter().map(ProfileNote::from).collect(),
            columns: ColumnProfile::all(table),
        }
    }
}

/// What a file says above or below its table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ProfileNote<'a> {
    line: &'a str,
    position: &'static str,
    text: &'a str,
}

impl<'a> From<&'a FileNote> for ProfileNote<'a> {
    fn from(note: &'a FileNote) -> Self {
        ProfileNote {
            line: &note.line,
            position: if note.is_above { "above" } else { "below" },
            text: &note.text,
        }
    }
}

/// What was counted of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ColumnProfile<'a> {
    name: &'a str,
    /// Table Schema's name of the type.
    #[serde(rename = "type")]
    kind: &'static str,
    /// Whether the publisher says so; else it was inferred.
    declared: bool,
    /// Rows without a value.
    missing: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    distinct: Option<DistinctCount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sum: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mean: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quartiles: Option<Quartiles<'a>>,
    /// Characters of the longest value.
    // Always given; readers must not insist on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    longest: Option<usize>,
    /// The most frequent values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    frequent: Vec<FrequentValue<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    histogram: Vec<HistogramBar<'a>>,
}

impl<'a> ColumnProfile<'a> {
    /// Returns what was counted of each column of a table.
    pub fn all(table: &'a Table) -> Vec<Self> {
        table.columns.iter().map(ColumnProfile::from).collect()
    }
}

impl<'a> From<&'a Column> for ColumnProfile<'a> {
    fn from(column: &'a Column) -> Self {
        let profile = &column.profile;
        let distinct = profile.distinct;
        let frequent = profile.frequent.iter();
        ColumnProfile {
            name: &column.name,
            kind: column.kind.id(),
            declared: column.declared,
            missing: profile.missing,
            distinct: distinct.map(|(count, exact)| DistinctCount { count, exact }),
            min: profile.min.as_deref(),
            max: profile.max.as_deref(),
            sum: profile.sum.as_deref(),
            mean: profile.mean.as_deref(),
            quartiles: Quartiles::of(profile),
            longest: Some(profile.longest),
            frequent: frequent
                .map(|(value, count)| FrequentValue {
                    value,
                    count: *count,
                })
                .collect(),
            histogram: HistogramBar::all(profile),
        }
    }
}

/// How many different values there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemas", schemars(inline))]
struct DistinctCount {
    count: u64,
    /// Whether it was counted; else it is an estimate.
    exact: bool,
}

/// The values below which a quarter, half and three quarters of the numbers are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemas", schemars(inline))]
struct Quartiles<'a> {
    lower: &'a str,
    median: &'a str,
    upper: &'a str,
    /// Whether it was counted; else it is an estimate.
    exact: bool,
}

impl<'a> Quartiles<'a> {
    fn of(profile: &'a Profile) -> Option<Self> {
        let ([lower, median, upper], exact) = profile.quartiles.as_ref()?;
        Some(Quartiles {
            lower,
            median,
            upper,
            exact: *exact,
        })
    }
}

/// A value, and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemas", schemars(inline))]
struct FrequentValue<'a> {
    value: &'a str,
    count: u64,
}

/// Numbers between two values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemas", schemars(inline))]
struct HistogramBar<'a> {
    from: &'a str,
    to: &'a str,
    count: u64,
}

impl<'a> HistogramBar<'a> {
    fn all(profile: &'a Profile) -> Vec<Self> {
        let bars = profile.histogram.iter();
        bars.map(|bar| HistogramBar {
            from: &bar.from,
            to: &bar.to,
            count: bar.count,
        })
        .collect()
    }
}
