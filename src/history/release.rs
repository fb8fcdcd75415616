//! A new version of every dataset that changed.

use super::ledger::{Ledger, Release, ReleaseReason, ReleasedTable, TableForm};
use super::version_store::{VersionStore, fatal};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::{self, ScratchFolder};
use crate::text::near::nearest;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tragaluz_changes::Versions;

/// What is said of the versions that are released.
#[derive(Debug, Clone)]
pub struct ReleaseOrder {
    /// Their day, as `YYYY-MM-DD`.
    pub date: String,
    /// Why they are made.
    pub reason: ReleaseReason,
    /// What their publisher says of them.
    pub note: Option<String>,
    /// Which datasets; all where none is named.
    pub datasets: Vec<String>,
}

impl ReleaseOrder {
    /// Holds the datasets that are named against those that there are.
    fn require_known(&self, tables: &[CurrentTable]) -> Result<(), Fatal> {
        let mut known: Vec<&str> = tables.iter().map(|table| &*table.dataset).collect();
        known.dedup();
        let unknown = self.datasets.iter().find(|name| !known.contains(&&***name));
        let Some(name) = unknown else {
            return Ok(());
        };
        let near = nearest(name, known.iter().copied()).unwrap_or("none");
        let args = vec![("dataset", name.into()), ("near", near.into())];
        Err(Fatal::wrong_command("no-dataset", args))
    }

    /// Holds the day against that of a dataset's last version.
    fn require_later(&self, ledger: &Ledger, dataset: &str) -> Result<(), Fatal> {
        match ledger.latest() {
            Some(last) if last.date > self.date => {
                let args = vec![("dataset", dataset.into()), ("date", (&last.date).into())];
                Err(Fatal::wrong_command("release-earlier", args))
            }
            _ => Ok(()),
        }
    }

    fn is_for(&self, dataset: &str) -> bool {
        self.datasets.is_empty() || self.datasets.iter().any(|one| one == dataset)
    }
}

/// A table as it would be published now.
#[derive(Debug, Clone)]
pub struct CurrentTable {
    /// Identifier of its dataset.
    pub dataset: String,
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

/// A version that was made.
#[derive(Debug, Clone)]
pub struct ReleasedDataset {
    /// Identifier of the dataset.
    pub dataset: String,
    /// Its new version.
    pub release: Release,
}

/// A dataset whose tables are not those of its last version.
struct ChangedDataset<'a> {
    dataset: &'a str,
    tables: Vec<&'a CurrentTable>,
    ledger: Ledger,
}

/// Makes a version of each dataset that changed since its last one. Where a ledger is wrong nothing is made, and a finding
/// says why.
///
/// # Errors
/// When the files of an earlier version are absent or damaged, or the disk refuses.
pub(crate) fn release(
    root: &Path,
    order: &ReleaseOrder,
    tables: &[CurrentTable],
    sink: &mut Sink,
) -> Result<Vec<ReleasedDataset>, Fatal> {
    order.require_known(tables)?;
    let mut changed = Vec::new();
    for (dataset, tables) in by_dataset(tables) {
        if !order.is_for(dataset) {
            continue;
        }
        let Some(ledger) = read(root, dataset, sink)? else {
            continue;
        };
        if is_changed(&ledger, &tables) {
            order.require_later(&ledger, dataset)?;
            changed.push(ChangedDataset {
                dataset,
                tables,
                ledger,
            });
        }
    }
    if sink.has_errors() {
        return Ok(Vec::new());
    }
    changed
        .into_iter()
        .map(|dataset| dataset.release(root, order))
        .collect()
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

/// Reads a dataset's ledger; none where it is wrong, which is a finding.
pub(super) fn read(root: &Path, dataset: &str, sink: &mut Sink) -> Result<Option<Ledger>, Fatal> {
    let file = Ledger::path(dataset);
    let full = root.join(&file);
    let text = match LocalDisk.read(&full) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Fatal::io("reading", &full)(error)),
    };
    Ok(match Ledger::parse(&text) {
        Ok(ledger) => Some(ledger),
        Err(fault) => {
            let line = text.lines().nth(fault.line - 1).unwrap_or("");
            let place = Place::within(&file, fault.line, 1, line, 0..line.len());
            let finding = Diagnostic::new(&codes::LEDGER_BROKEN).at(place);
            sink.push(finding.arg("kind", fault.kind.id()));
            None
        }
    })
}

/// Whether tables are others than those of the last version.
pub(super) fn is_changed(ledger: &Ledger, tables: &[&CurrentTable]) -> bool {
    let Some(last) = ledger.latest() else {
        return true;
    };
    let now = tables.iter().map(|table| (&table.name, &table.sha256));
    !last.tables.iter().map(|t| (&t.name, &t.sha256)).eq(now)
}

impl ChangedDataset<'_> {
    /// Keeps what changed, and then writes the line that says so.
    fn release(self, root: &Path, order: &ReleaseOrder) -> Result<ReleasedDataset, Fatal> {
        let aside = ScratchFolder::new()?;
        let store = VersionStore {
            root,
            dataset: self.dataset,
            aside: &aside,
        };
        let mut tables = Vec::new();
        for table in &self.tables {
            tables.push(self.keep(table, &store)?);
        }
        let release = Release {
            version: 0,
            date: order.date.clone(),
            reason: order.reason,
            note: order.note.clone(),
            tables,
            previous: None,
        };
        let ledger = self.ledger.with(release).map_err(Fatal::fault)?;
        stage::replace(
            &root.join(Ledger::path(self.dataset)),
            ledger.text().as_bytes(),
        )?;
        let release = ledger.latest().cloned();
        Ok(ReleasedDataset {
            dataset: self.dataset.to_owned(),
            release: release.ok_or_else(|| Fatal::fault("a ledger without its last line"))?,
        })
    }

    /// Keeps a table of the new version: as what changed since the last version that has it, else whole.
    fn keep(&self, table: &CurrentTable, store: &VersionStore<'_>) -> Result<ReleasedTable, Fatal> {
        let version = self.ledger.latest().map_or(0, |last| last.version) + 1;
        let mut released = ReleasedTable {
            name: table.name.clone(),
            form: TableForm::Whole,
            columns: table.columns.clone(),
            key: Vec::new(),
            rows: table.rows,
            bytes: table.bytes,
            sha256: table.sha256.clone(),
            changes: None,
        };
        let Some((last, before)) = self.ledger.latest_of(&table.name) else {
            released.key.clone_from(&table.key);
            keep_whole(table, version, store)?;
            return Ok(released);
        };
        if before.sha256 == table.sha256 {
            released.form = TableForm::Same;
            released.key.clone_from(&before.key);
            return Ok(released);
        }
        released.form = TableForm::Delta;
        let earlier = store.unpack(&self.ledger, last.version, &table.name)?;
        let Some(file) = store.file(version, &table.name, TableForm::Delta) else {
            return Ok(released);
        };
        let versions = Versions {
            before: &earlier,
            after: &table.path,
            key: &table.key,
        };
        let head = store.keep(&file, |mut out: &mut dyn Write| {
            tragaluz_changes::compare(&versions, &mut out).map_err(|error| fatal(error, &file))
        })?;
        released.key = head.key;
        released.changes = Some(head.counts);
        Ok(released)
    }
}

fn keep_whole(table: &CurrentTable, version: u32, store: &VersionStore<'_>) -> Result<(), Fatal> {
    let Some(file) = store.file(version, &table.name, TableForm::Whole) else {
        return Ok(());
    };
    let reading = || Fatal::io("reading", &table.path);
    let mut rows = LocalDisk.open(&table.path).map_err(reading())?;
    store.keep(&file, |out| {
        io::copy(&mut rows, out).map(drop).map_err(reading())
    })
}
