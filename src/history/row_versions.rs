//! What became of each row of a table, version by version.
//!
//! All rows are held, and those of the version before: this is for the registers of what pages say, which are no larger than
//! the portal that is held anyway.

use super::ledger::Ledger;
use super::version_store::VersionStore;
use crate::diag::Fatal;
use crate::source::disk::{Disk, LocalDisk};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::Path;

/// A version in which a row is new, or another one than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RowVersion {
    pub(crate) version: u32,
    /// Whether no version before has the row.
    pub(crate) is_first: bool,
    /// The columns of both versions in which it says something else.
    pub(crate) columns: Vec<String>,
}

/// The versions of each row, by what it is known by.
pub(super) type RowVersions = BTreeMap<String, Vec<RowVersion>>;

/// Reads all versions of a table whose rows are known by one column.
///
/// # Errors
/// When a file of a version is absent or damaged, or the disk refuses.
pub(super) fn of_table(
    ledger: &Ledger,
    table: &str,
    key: &str,
    store: &VersionStore<'_>,
) -> Result<RowVersions, Fatal> {
    let mut history = RowHistory::default();
    let versions = 1..=ledger.next_version() - 1;
    store.each_version(ledger, table, versions, &mut |version, rows| {
        history.take(version, key, rows)
    })?;
    Ok(history.versions)
}

/// The rows of the version that came last, and what became of each until then.
#[derive(Debug, Default)]
struct RowHistory {
    names: Vec<String>,
    rows: BTreeMap<String, Vec<String>>,
    versions: RowVersions,
}

impl RowHistory {
    fn take(&mut self, version: u32, key: &str, path: &Path) -> Result<(), Fatal> {
        let file = LocalDisk.open(path).map_err(Fatal::io("reading", path))?;
        let mut reader = csv::Reader::from_reader(BufReader::new(file));
        let fault = |error: csv::Error| Fatal::io("reading", path)(error.into());
        let names = texts(reader.headers().map_err(fault)?);
        let Some(at) = names.iter().position(|name| name == key) else {
            return Ok(());
        };
        let mut rows = BTreeMap::new();
        for row in reader.records() {
            let cells = texts(&row.map_err(fault)?);
            let id = cells.get(at).cloned().unwrap_or_default();
            if let Some(change) = self.change(version, &id, (&names, &cells)) {
                self.versions.entry(id.clone()).or_default().push(change);
            }
            rows.insert(id, cells);
        }
        (self.names, self.rows) = (names, rows);
        Ok(())
    }

    /// Returns what is new of a row; nothing where it says what it said.
    fn change(
        &self,
        version: u32,
        id: &str,
        (names, cells): (&[String], &[String]),
    ) -> Option<RowVersion> {
        let before = self.rows.get(id);
        let is_other = |name: &String, cell: &String| {
            let at = self.names.iter().position(|before| before == name);
            let said = before.zip(at).and_then(|(row, at)| row.get(at));
            said.is_some_and(|said| said != cell)
        };
        let pairs = names.iter().zip(cells);
        let columns: Vec<String> = pairs
            .filter(|(name, cell)| is_other(name, cell))
            .map(|(name, _)| name.clone())
            .collect();
        let is_new = before.is_none();
        (is_new || !columns.is_empty()).then(|| RowVersion {
            version,
            is_first: is_new && !self.versions.contains_key(id),
            columns,
        })
    }
}

fn texts(row: &csv::StringRecord) -> Vec<String> {
    row.iter().map(str::to_owned).collect()
}
