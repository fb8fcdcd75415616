//! What the templates of this kind read.

use crate::pages::context::{Download, Link, Pager, Phrase, body_facts, missing};
use serde::Serialize;

/// The dictionary of a wide table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DictionaryContext {
    /// The dataset.
    pub dataset: Link,
    /// The table.
    pub resource: Phrase,
    /// Rows of the table.
    pub rows: Option<u64>,
    /// How many columns it has on all pages.
    pub column_count: u64,
    /// Its columns, or one page of them.
    pub columns: Vec<ColumnContext>,
    /// The other pages of its columns.
    pub pager: Option<Pager>,
    /// The table's files.
    pub downloads: Vec<Download>,
}

body_facts!(DictionaryContext, "dictionary", gaps);

impl DictionaryContext {
    fn gaps(&self) -> Vec<&'static str> {
        missing(&meanings(&self.columns))
    }
}

/// Returns whether a dictionary says what its columns mean: any of them, and all of them.
pub(crate) fn meanings(columns: &[ColumnContext]) -> [(&'static str, bool); 2] {
    let told = columns.iter().filter(|c| c.description.is_some()).count();
    let says_none = told == 0 && !columns.is_empty();
    [
        ("column-meanings", !says_none),
        ("some-column-meanings", says_none || told == columns.len()),
    ]
}

/// A column and what was counted of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ColumnContext {
    /// Its name in every download.
    pub name: String,
    /// The columns after it that are alike, and are told of with it; null where it stands alone.
    pub group: Option<ColumnGroup>,
    /// Its anchor.
    pub anchor: String,
    /// Its name in the received file, where that differs.
    pub received_name: Option<String>,
    /// Its type in Table Schema, such as `integer`.
    pub kind: String,
    /// Whether the type was declared; else it was inferred.
    pub declared: bool,
    /// Its title for readers.
    pub title: Option<Phrase>,
    /// Its meaning.
    pub description: Option<Phrase>,
    /// Unit of its values, in the page's language where it is a common one.
    pub unit: Option<String>,
    /// Whether it tells rows apart, alone or with others.
    pub key: bool,
    /// Whether no value may be missing.
    pub required: bool,
    /// The only values allowed, where declared.
    pub allowed: Vec<String>,
    /// Cell texts that mean "no value".
    pub missing_values: Vec<String>,
    /// Cells with no value.
    pub missing: u64,
    /// The same as a percentage with at most one decimal, such as `12.5`.
    pub missing_percent: Option<String>,
    /// Different values.
    pub distinct: Option<u64>,
    /// Whether that count is exact.
    pub distinct_exact: bool,
    /// Whether its values are quantities, written as the page's language writes numbers; years are not.
    pub numeric: bool,
    /// Smallest value, as written.
    pub min: Option<String>,
    /// Largest value, as written.
    pub max: Option<String>,
    /// How often values of each of ten equal classes from smallest to largest occur; empty for other columns.
    pub spread: Vec<u64>,
    /// Most frequent values.
    pub frequent: Vec<FrequentValue>,
    /// What its values mean, where that is declared.
    pub labels: Vec<LabelledValue>,
    /// The table whose rows it names.
    pub refers_to: Option<Link>,
    /// Further rules that its values keep, where declared.
    pub rules: Vec<ColumnRule>,
}

/// Columns side by side of one type and meaning, such as a column for each year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ColumnGroup {
    /// The name of the last one.
    pub last: String,
    /// How many they are.
    pub count: u64,
    /// Their names; empty where those of the first and the last tell the others.
    pub names: Vec<String>,
}

/// A rule that a column's values keep.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ColumnRule {
    /// Which: `unique`, `pattern`, `minimum`, `maximum`, `min-length`, `max-length`.
    pub kind: String,
    /// Its bound or pattern, as written; null where it has none.
    pub value: Option<String>,
}

/// A value and how often it occurs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FrequentValue {
    /// The value, as written.
    pub value: String,
    /// What it means, where that is declared.
    pub label: Option<Phrase>,
    /// How often it occurs.
    pub count: u64,
    /// The same as a percentage of the rows, with at most one decimal.
    pub percent: Option<String>,
}

/// A value and what it means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LabelledValue {
    /// The value, as written.
    pub value: String,
    /// What it means.
    pub label: Phrase,
}
