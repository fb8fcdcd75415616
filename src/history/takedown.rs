//! Every version without what may not be published.
//!
//! Each version is unpacked in turn and written without it; what was whole is kept whole, and of the others what changed is
//! found anew. So no kept file holds any of it, as removed rows and former cells stand in deltas too. Files are written
//! beside those that they replace: nothing is removed here.

use super::current_table::CurrentTable;
use super::kept_files::{delta_file, whole_file};
use super::ledger::{Ledger, Release, ReleasedTable, RewrittenTable, TableForm};
use super::version_store::{VersionStore, fatal};
use crate::diag::Fatal;
use crate::text::near::nearest;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tragaluz_changes::{Removal, Versions};

/// Writes what is kept of every version without what is removed, and returns the tables that are others now; none where
/// no version holds any of it.
///
/// # Errors
/// When the present tables still hold it, no table has a column that is named, a file of a version is absent or damaged, or
/// the disk refuses.
pub(super) fn rewrite(
    removal: &Removal,
    ledger: &Ledger,
    tables: &[&CurrentTable],
    store: &VersionStore<'_>,
) -> Result<Vec<RewrittenTable>, Fatal> {
    require_columns(removal, ledger, tables)?;
    for table in tables {
        require_gone(removal, table)?;
    }
    let mut all = Vec::new();
    for name in ledger.table_names() {
        let mut takedown = TableTakedown {
            removal,
            store,
            by: ledger.next_version(),
            last: None,
            rewritten: Vec::new(),
        };
        let versions = 1..=ledger.next_version() - 1;
        store.each_version(ledger, name, versions, &mut |version, rows| {
            let release = ledger.release(version);
            match release.and_then(|release| release.table(name)) {
                Some(table) => takedown.take(version, table, rows),
                None => Ok(()),
            }
        })?;
        all.extend(with_same(takedown.rewritten, ledger, name));
    }
    all.sort_by(|a, b| (a.version, &a.table.name).cmp(&(b.version, &b.table.name)));
    Ok(all)
}

/// Holds the columns that are named against those of all versions and of the present tables.
fn require_columns(
    removal: &Removal,
    ledger: &Ledger,
    tables: &[&CurrentTable],
) -> Result<(), Fatal> {
    let released = ledger.releases().iter().flat_map(|r| &r.tables);
    let released = released.flat_map(|table| &table.columns);
    let present = tables.iter().flat_map(|table| &table.columns);
    let mut known: Vec<&str> = released.chain(present).map(String::as_str).collect();
    known.sort_unstable();
    known.dedup();
    let mut named = removal.named_columns();
    let Some(unknown) = named.find(|name| !known.contains(name)) else {
        return Ok(());
    };
    let near = nearest(unknown, known.iter().copied()).unwrap_or("none");
    let args = vec![("column", unknown.into()), ("near", near.into())];
    Err(Fatal::wrong_command("takedown-column", args))
}

/// Holds a removal against what would be published now: what is there would come back with the next version.
fn require_gone(removal: &Removal, table: &CurrentTable) -> Result<(), Fatal> {
    let file = table.path.to_string_lossy();
    let outcome = removal
        .apply(&table.path, &mut io::sink())
        .map_err(|error| fatal(error, &file))?;
    if outcome.is_nothing() {
        return Ok(());
    }
    let args = vec![
        ("dataset", (&table.dataset).into()),
        ("table", (&table.name).into()),
        ("rows", outcome.rows.into()),
        ("cells", outcome.cells.into()),
    ];
    Err(Fatal::wrong_command("takedown-held", args))
}

/// A table that is rewritten version by version.
struct TableTakedown<'a> {
    removal: &'a Removal,
    store: &'a VersionStore<'a>,
    /// The version that does it.
    by: u32,
    last: Option<CleanedVersion>,
    rewritten: Vec<RewrittenTable>,
}

/// A version of a table without what is removed.
struct CleanedVersion {
    path: PathBuf,
    /// Whether it is another one than before.
    is_other: bool,
}

impl TableTakedown<'_> {
    /// Takes the next version, whose rows are unpacked there.
    fn take(&mut self, version: u32, table: &ReleasedTable, rows: &Path) -> Result<(), Fatal> {
        let name = format!("cleaned-{version}");
        let (path, mut out) = self.store.create_aside(&name)?;
        let outcome = self
            .removal
            .apply(rows, &mut out)
            .map_err(|error| fatal(error, &table.name))?;
        drop(out);
        let is_other = !outcome.is_nothing();
        let mut now = ReleasedTable {
            rows: table.rows.saturating_sub(outcome.rows),
            bytes: outcome.sum.bytes,
            sha256: outcome.sum.sha256,
            rewritten_by: Some(self.by),
            ..table.clone()
        };
        let last = self.last.replace(CleanedVersion { path, is_other });
        let of_other = last.as_ref().is_some_and(|last| last.is_other);
        if is_other || of_other && table.form == TableForm::Delta {
            self.keep(version, &mut now, last.as_ref())?;
            self.rewritten.push(RewrittenTable {
                version,
                replaces: table.sha256.clone(),
                rows_removed: outcome.rows,
                cells_emptied: outcome.cells,
                table: now,
            });
        }
        if let Some(done) = last {
            tragaluz_disk::remove_file(&done.path).map_err(Fatal::io("removing", &done.path))?;
        }
        Ok(())
    }

    /// Keeps the version that was taken last: as what changed since the one before, whole, or both.
    fn keep(
        &self,
        version: u32,
        table: &mut ReleasedTable,
        before: Option<&CleanedVersion>,
    ) -> Result<(), Fatal> {
        let Some(cleaned) = &self.last else {
            return Ok(());
        };
        let dataset = self.store.dataset;
        if let (Some(file), Some(before)) = (delta_file(dataset, version, table), before) {
            let versions = Versions {
                before: &before.path,
                after: &cleaned.path,
                key: &table.key,
            };
            let head = self.store.keep(&file, |mut out: &mut dyn Write| {
                tragaluz_changes::compare(&versions, &mut out).map_err(|e| fatal(e, &file))
            })?;
            table.changes = Some(head.counts);
        }
        match whole_file(dataset, version, table) {
            Some(file) => self.store.keep_copy(&cleaned.path, &file),
            None => Ok(()),
        }
    }
}

/// Adds the versions whose table is that of a version before them.
fn with_same(rewritten: Vec<RewrittenTable>, ledger: &Ledger, name: &str) -> Vec<RewrittenTable> {
    let mut all = Vec::new();
    let mut rewritten = rewritten.into_iter().peekable();
    let mut last: Option<RewrittenTable> = None;
    let with_table = |release: &'_ Release| Some((release.version, release.table(name)?.clone()));
    for (version, table) in ledger.releases().iter().filter_map(with_table) {
        if table.form != TableForm::Same {
            last = rewritten.next_if(|next| next.version == version);
            all.extend(last.clone());
        } else if let Some(last) = last.as_ref().filter(|r| r.table.sha256 != r.replaces) {
            let table = ReleasedTable {
                rows: last.table.rows,
                bytes: last.table.bytes,
                sha256: last.table.sha256.clone(),
                rewritten_by: last.table.rewritten_by,
                ..table
            };
            all.push(RewrittenTable {
                version,
                table,
                ..last.clone()
            });
        }
    }
    all
}
