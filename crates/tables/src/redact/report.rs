//! What was done to make a copy: counts and names, never a value.

use crate::privacy::PersonalKind;
use std::collections::BTreeMap;

/// How many cells, or places of a text, hold something of a kind, by the kind's name.
pub type CountByKind = BTreeMap<&'static str, u64>;

/// What was done to make a copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RedactionReport {
    /// Each table of the file; one without columns for a text.
    pub tables: Vec<RedactedTable>,
    /// Sheets that their author hid, which are not in the copy.
    pub hidden: Vec<String>,
    /// The encoding of the file, where the copy is in UTF-8 because that one cannot be written again.
    pub written_anew: Option<String>,
    /// Parts that were taken out of a picture, by their names; none where it is no picture.
    pub removed: Option<Vec<&'static str>>,
}

/// What was done to a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RedactedTable {
    /// Its name, where the file holds several.
    pub name: Option<String>,
    /// Its columns.
    pub columns: Vec<RedactedColumn>,
    /// What was masked outside of columns: in titles, headers, notes, or the text.
    pub elsewhere: CountByKind,
    /// What was found there and stays.
    pub kept_elsewhere: CountByKind,
}

/// What was done to a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RedactedColumn {
    /// Its name.
    pub name: String,
    /// Whether it is not in the copy.
    pub is_left_out: bool,
    /// What was masked, or left out with the column.
    pub masked: CountByKind,
    /// What was found and stays.
    pub kept: CountByKind,
}

impl RedactionReport {
    /// Returns what was masked or left out in all tables.
    pub fn masked(&self) -> CountByKind {
        let mut all = CountByKind::new();
        for table in &self.tables {
            let columns = table.columns.iter().map(|column| &column.masked);
            for counts in columns.chain([&table.elsewhere]) {
                add_all(&mut all, counts);
            }
        }
        all
    }

    /// Returns what was found and stays in all tables.
    pub fn kept(&self) -> CountByKind {
        let mut all = CountByKind::new();
        for table in &self.tables {
            let columns = table.columns.iter().filter(|column| !column.is_left_out);
            for counts in columns
                .map(|column| &column.kept)
                .chain([&table.kept_elsewhere])
            {
                add_all(&mut all, counts);
            }
        }
        all
    }

    /// Whether anything was taken out.
    pub fn is_changed(&self) -> bool {
        let mut columns = self.tables.iter().flat_map(|table| &table.columns);
        !self.masked().is_empty() || columns.any(|column| column.is_left_out)
    }
}

fn add_all(all: &mut CountByKind, more: &CountByKind) {
    for (kind, count) in more {
        *all.entry(kind).or_default() += count;
    }
}

/// Adds one of a kind.
pub(super) fn count(counts: &mut CountByKind, kind: PersonalKind) {
    *counts.entry(kind.id).or_default() += 1;
}
