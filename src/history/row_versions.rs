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

/// A version in which a row is new, another one than before, or gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RowVersion {
    pub(crate) version: u32,
    pub(crate) change: RowChange,
    /// The columns of both versions in which it says something else.
    pub(crate) columns: Vec<String>,
}

/// What becomes of a row with a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum RowChange {
    /// No version before has it.
    First,
    /// Some version before has it, but not the last one.
    Back,
    Changed,
    /// The version before has it, and this one has not.
    Gone,
}

/// The versions of the rows about one thing, by what each is known by beside that: its other key column, or nothing.
pub(crate) type RowsOfThing = BTreeMap<String, Vec<RowVersion>>;

/// The versions of each row, by the thing that its first key column names.
pub(super) type RowVersions = BTreeMap<String, RowsOfThing>;

/// The columns by which rows are known.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowKeyColumns {
    /// The thing that a row is about.
    pub(super) thing: &'static str,
    /// Which row about it, where there are several.
    pub(super) part: Option<&'static str>,
}

/// Reads all versions of a table whose rows are known by these columns.
///
/// # Errors
/// When a file of a version is absent or damaged, or the disk refuses.
pub(super) fn of_table(
    ledger: &Ledger,
    table: &str,
    key: RowKeyColumns,
    store: &VersionStore<'_>,
) -> Result<RowVersions, Fatal> {
    let mut history = RowHistory::default();
    let versions = 1..=ledger.next_version() - 1;
    store.each_version(ledger, table, versions, &mut |version, rows| {
        history.take(version, key, rows)
    })?;
    Ok(history.versions)
}

/// What a row is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct RowKey {
    thing: String,
    part: String,
}

impl RowKeyColumns {
    /// Returns what a row is known by; nothing where the table has no such column.
    fn read(self, names: &[String], cells: &[String]) -> Option<RowKey> {
        let cell = |column: &str| {
            let at = names.iter().position(|name| name == column)?;
            cells.get(at).cloned()
        };
        Some(RowKey {
            thing: cell(self.thing)?,
            part: self.part.map_or(Some(String::new()), cell)?,
        })
    }
}

/// The rows of the version that came last, and what became of each until then.
#[derive(Debug, Default)]
struct RowHistory {
    names: Vec<String>,
    rows: BTreeMap<RowKey, Vec<String>>,
    versions: RowVersions,
}

impl RowHistory {
    fn take(&mut self, version: u32, key: RowKeyColumns, path: &Path) -> Result<(), Fatal> {
        let file = LocalDisk.open(path).map_err(Fatal::io("reading", path))?;
        let mut reader = csv::Reader::from_reader(BufReader::new(file));
        let fault = |error: csv::Error| Fatal::io("reading", path)(error.into());
        let names = texts(reader.headers().map_err(fault)?);
        let mut rows = BTreeMap::new();
        for row in reader.records() {
            let cells = texts(&row.map_err(fault)?);
            let Some(id) = key.read(&names, &cells) else {
                return Ok(());
            };
            if let Some(change) = self.change(version, &id, (&names, &cells)) {
                self.add(id.clone(), change);
            }
            rows.insert(id, cells);
        }
        let before = std::mem::take(&mut self.rows).into_keys();
        for id in before.filter(|id| !rows.contains_key(id)) {
            let (change, columns) = (RowChange::Gone, Vec::new());
            self.add(
                id,
                RowVersion {
                    version,
                    change,
                    columns,
                },
            );
        }
        (self.names, self.rows) = (names, rows);
        Ok(())
    }

    fn add(&mut self, id: RowKey, change: RowVersion) {
        let rows = self.versions.entry(id.thing).or_default();
        rows.entry(id.part).or_default().push(change);
    }

    /// Returns what is new of a row; nothing where it says what it said.
    fn change(
        &self,
        version: u32,
        id: &RowKey,
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
        let is_known = || (self.versions.get(&id.thing)).is_some_and(|t| t.contains_key(&id.part));
        let change = match before {
            Some(_) if columns.is_empty() => return None,
            Some(_) => RowChange::Changed,
            None if is_known() => RowChange::Back,
            None => RowChange::First,
        };
        Some(RowVersion {
            version,
            change,
            columns,
        })
    }
}

fn texts(row: &csv::StringRecord) -> Vec<String> {
    row.iter().map(str::to_owned).collect()
}
