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

/// A version in which a row is new, or another one than before; or any of the rows that belong to one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RowVersion {
    pub(crate) version: u32,
    /// Whether no version before has a row of it.
    pub(crate) is_first: bool,
    /// The columns of both versions in which it says something else.
    pub(crate) columns: Vec<String>,
}

/// By which columns rows are known.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowKey {
    /// The column of the thing that a row is of: all rows with one value are told together.
    pub(super) thing: &'static str,
    /// The column by which rows of one thing are told apart, where a thing may have several.
    pub(super) number: Option<&'static str>,
}

/// The versions of each thing, by what its rows are known by.
pub(super) type RowVersions = BTreeMap<String, Vec<RowVersion>>;

/// Reads all versions of a table.
///
/// # Errors
/// When a file of a version is absent or damaged, or the disk refuses.
pub(super) fn of_table(
    ledger: &Ledger,
    table: &str,
    key: RowKey,
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
    rows: BTreeMap<[String; 2], Vec<String>>,
    versions: RowVersions,
}

impl RowHistory {
    fn take(&mut self, version: u32, key: RowKey, path: &Path) -> Result<(), Fatal> {
        let Some(table) = KeyedTable::read(key, path)? else {
            return Ok(());
        };
        let mut changes = RowVersions::new();
        for (id, cells) in &table.rows {
            if let Some(mut change) = self.change(version, id, (&table.names, cells)) {
                if change.is_first && self.versions.contains_key(&id[0]) {
                    change.is_first = false;
                    change.columns.extend(key.number.map(str::to_owned));
                }
                changes.entry(id[0].clone()).or_default().push(change);
            }
        }
        for id in (self.rows.keys()).filter(|id| !table.rows.contains_key(*id)) {
            let gone = RowVersion {
                version,
                is_first: false,
                columns: key.number.map(str::to_owned).into_iter().collect(),
            };
            changes.entry(id[0].clone()).or_default().push(gone);
        }
        for (thing, changes) in changes {
            let all = self.versions.entry(thing).or_default();
            all.extend(together(changes));
        }
        (self.names, self.rows) = (table.names, table.rows);
        Ok(())
    }

    /// Returns what is new of a row; nothing where it says what it said.
    fn change(
        &self,
        version: u32,
        id: &[String; 2],
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
        (is_new || !columns.is_empty()).then_some(RowVersion {
            version,
            is_first: is_new,
            columns,
        })
    }
}

/// Returns what became of all rows of one thing in one version.
fn together(changes: Vec<RowVersion>) -> Option<RowVersion> {
    changes.into_iter().reduce(|mut all, change| {
        all.is_first &= change.is_first;
        for column in change.columns {
            if !all.columns.contains(&column) {
                all.columns.push(column);
            }
        }
        all
    })
}

/// The rows of a version, by the thing that each is of and what tells it apart from others of that.
struct KeyedTable {
    names: Vec<String>,
    rows: BTreeMap<[String; 2], Vec<String>>,
}

impl KeyedTable {
    /// Reads a table; none where it has no column of things.
    fn read(key: RowKey, path: &Path) -> Result<Option<KeyedTable>, Fatal> {
        let file = LocalDisk.open(path).map_err(Fatal::io("reading", path))?;
        let mut reader = csv::Reader::from_reader(BufReader::new(file));
        let fault = |error: csv::Error| Fatal::io("reading", path)(error.into());
        let names = texts(reader.headers().map_err(fault)?);
        let place = |column: &str| names.iter().position(|name| name == column);
        let Some(thing) = place(key.thing) else {
            return Ok(None);
        };
        let number = key.number.and_then(place);
        let mut rows = BTreeMap::new();
        for row in reader.records() {
            let cells = texts(&row.map_err(fault)?);
            let id = [Some(thing), number].map(|at| at.and_then(|at| cells.get(at)).cloned());
            rows.insert(id.map(Option::unwrap_or_default), cells);
        }
        Ok(Some(KeyedTable { names, rows }))
    }
}

fn texts(row: &csv::StringRecord) -> Vec<String> {
    row.iter().map(str::to_owned).collect()
}
