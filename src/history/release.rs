//! A new version of every dataset that changed.

use super::current_table::{CurrentTable, by_dataset};
use super::kept_files::{delta_file, remove_superseded, whole_file};
use super::ledger::{Ledger, Release, ReleaseReason, ReleasedTable, TableForm};
use super::takedown;
use super::version_store::{VersionStore, fatal};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::{self, ScratchFolder};
use crate::text::near::nearest;
use std::io::{self, Write};
use std::path::Path;
use tragaluz_changes::{Removal, Versions};

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
    /// What is taken out of every version of the one dataset that is named.
    pub takedown: Option<Removal>,
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

/// A version that was made.
#[derive(Debug, Clone)]
pub struct ReleasedDataset {
    /// Identifier of the dataset.
    pub dataset: String,
    /// Its new version.
    pub release: Release,
    /// Versions whose notes hold a value of what was taken down.
    pub named_in: Vec<u32>,
}

/// A dataset of which a version may be made.
struct OrderedDataset<'a> {
    dataset: &'a str,
    tables: Vec<&'a CurrentTable>,
    ledger: Ledger,
}

/// Deltas that a version is made of, at most, before all its rows are kept beside its own.
const MOST_DELTAS: usize = 32;

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
    let mut ordered = Vec::new();
    for (dataset, tables) in by_dataset(tables) {
        if !order.is_for(dataset) {
            continue;
        }
        if let Some(ledger) = read(root, dataset, sink)? {
            ordered.push(OrderedDataset {
                dataset,
                tables,
                ledger,
            });
        }
    }
    if sink.has_errors() {
        return Ok(Vec::new());
    }
    for one in &ordered {
        if order.takedown.is_some() || is_changed(&one.ledger, &one.tables) {
            order.require_later(&one.ledger, one.dataset)?;
        }
    }
    let made = ordered.into_iter().map(|one| one.release(root, order));
    made.filter_map(Result::transpose).collect()
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

impl OrderedDataset<'_> {
    /// Keeps what changed, and then writes the line that says so. Returns nothing where nothing changed.
    fn release(self, root: &Path, order: &ReleaseOrder) -> Result<Option<ReleasedDataset>, Fatal> {
        let OrderedDataset {
            dataset,
            tables,
            ledger,
        } = self;
        remove_superseded(root, dataset, &ledger)?;
        if order.takedown.is_none() && !is_changed(&ledger, &tables) {
            return Ok(None);
        }
        let aside = ScratchFolder::new()?;
        let store = VersionStore {
            root,
            dataset,
            aside: &aside,
        };
        let rewritten = match &order.takedown {
            Some(removal) => takedown::rewrite(removal, &ledger, &tables, &store)?,
            None => Vec::new(),
        };
        if order.takedown.is_some() && rewritten.is_empty() {
            return Ok(None);
        }
        let next = NextVersion {
            before: ledger.clone().rewritten(&rewritten)?,
            store: &store,
        };
        let kept: Result<Vec<ReleasedTable>, Fatal> =
            tables.iter().map(|table| next.keep(table)).collect();
        let ledger = ledger.with(Release {
            version: 0,
            date: order.date.clone(),
            reason: order.reason,
            note: order.note.clone(),
            tables: kept?,
            rewritten,
            previous: None,
        })?;
        stage::replace(&root.join(Ledger::path(dataset)), ledger.text().as_bytes())?;
        remove_superseded(root, dataset, &ledger)?;
        let release = ledger.latest().cloned();
        Ok(Some(ReleasedDataset {
            dataset: dataset.to_owned(),
            release: release.ok_or_else(|| Fatal::fault("a ledger without its last line"))?,
            named_in: named_in(&ledger, order.takedown.as_ref()),
        }))
    }
}

/// Returns the versions whose notes hold what was taken down: lines of a ledger are not rewritten.
fn named_in(ledger: &Ledger, removal: Option<&Removal>) -> Vec<u32> {
    let cells = removal.map_or(&[][..], |removal| &removal.rows);
    let is_named = |note: &String| {
        let mut values = cells.iter().map(|cell| cell.value.trim());
        values.any(|value| value.chars().count() > 3 && note.contains(value))
    };
    let releases = ledger.releases().iter();
    let named = releases.filter(|release| release.note.as_ref().is_some_and(is_named));
    named.map(|release| release.version).collect()
}

/// The version that is made.
struct NextVersion<'a> {
    /// The versions before it, as they are with it.
    before: Ledger,
    store: &'a VersionStore<'a>,
}

impl NextVersion<'_> {
    /// Keeps a table: as what changed since the last version that has it, else whole.
    fn keep(&self, table: &CurrentTable) -> Result<ReleasedTable, Fatal> {
        let (store, version) = (self.store, self.before.next_version());
        let mut released = ReleasedTable {
            name: table.name.clone(),
            form: TableForm::Whole,
            columns: table.columns.clone(),
            key: Vec::new(),
            rows: table.rows,
            bytes: table.bytes,
            sha256: table.sha256.clone(),
            changes: None,
            base: false,
            rewritten_by: None,
        };
        let Some((last, before)) = self.before.latest_of(&table.name) else {
            released.key.clone_from(&table.key);
            keep_whole(table, version, &released, store)?;
            return Ok(released);
        };
        if before.sha256 == table.sha256 {
            released.form = TableForm::Same;
            released.key.clone_from(&before.key);
            return Ok(released);
        }
        released.form = TableForm::Delta;
        let earlier = store.unpack(&self.before, last.version, &table.name)?;
        let Some(file) = delta_file(store.dataset, version, &released) else {
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
        released.base = self.before.deltas_of(&table.name) + 1 >= MOST_DELTAS;
        keep_whole(table, version, &released, store)?;
        Ok(released)
    }
}

/// Keeps all rows of a table that is kept whole.
fn keep_whole(
    table: &CurrentTable,
    version: u32,
    released: &ReleasedTable,
    store: &VersionStore<'_>,
) -> Result<(), Fatal> {
    let Some(file) = whole_file(store.dataset, version, released) else {
        return Ok(());
    };
    store.keep_copy(&table.path, &file)
}
