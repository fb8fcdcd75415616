//! The tables of a portal as they would be published now.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// A table as it would be published now.
#[derive(Debug, Clone)]
pub struct CurrentTable {
    /// Identifier of its dataset.
    pub dataset: String,
    /// The file that it was read from, from the portal's root.
    pub source: String,
    /// The name of its files, without an ending.
    pub name: String,
    /// Names of its columns.
    pub columns: Vec<String>,
    /// Columns by which its rows are known; none where nothing is declared.
    pub key: Vec<String>,
    /// Its rows.
    pub rows: u64,
    /// Size of the CSV file.
    pub bytes: u64,
    /// SHA-256 of the CSV file.
    pub sha256: String,
    /// Where the CSV file is.
    pub path: PathBuf,
}

/// Returns the tables of each dataset, in the order of their names.
pub(super) fn by_dataset(tables: &[CurrentTable]) -> BTreeMap<&str, Vec<&CurrentTable>> {
    let mut all: BTreeMap<&str, Vec<&CurrentTable>> = BTreeMap::new();
    for table in tables {
        all.entry(&table.dataset).or_default().push(table);
    }
    for tables in all.values_mut() {
        tables.sort_by(|a, b| a.name.cmp(&b.name));
    }
    all
}
