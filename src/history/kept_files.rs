//! Where the files of versions are, in the portal's folder.

use super::ledger::{Ledger, ReleasedTable, TableForm};
use crate::diag::Fatal;
use crate::stage;
use std::path::Path;

/// Returns the file with what changed in a table of a version, from the portal's root, with `/`; none of one that is kept
/// otherwise.
pub(super) fn delta_file(dataset: &str, version: u32, table: &ReleasedTable) -> Option<String> {
    let is_delta = table.form == TableForm::Delta;
    is_delta.then(|| named(dataset, version, table, "delta.jsonl.gz"))
}

/// Returns the file with all rows of a table of a version; none of one that is kept otherwise.
pub(super) fn whole_file(dataset: &str, version: u32, table: &ReleasedTable) -> Option<String> {
    let is_whole = table.is_whole();
    is_whole.then(|| named(dataset, version, table, "csv.gz"))
}

/// Returns all files of a table of a version.
fn files_of(dataset: &str, version: u32, table: &ReleasedTable) -> Vec<String> {
    let delta = delta_file(dataset, version, table);
    delta
        .into_iter()
        .chain(whole_file(dataset, version, table))
        .collect()
}

/// What a takedown rewrote has a name of its own, so that it can stand beside what it replaces until the ledger says so.
fn named(dataset: &str, version: u32, table: &ReleasedTable, ending: &str) -> String {
    let folder = match table.rewritten_by {
        Some(takedown) => format!("{takedown}/rewritten/{version}"),
        None => version.to_string(),
    };
    format!("data/{dataset}/releases/{folder}/{}.{ending}", table.name)
}

/// Returns the files of tables as they were before a takedown rewrote them, where they are still there and what replaces
/// them is too: a run that was broken off may have left them.
pub(super) fn superseded(root: &Path, dataset: &str, ledger: &Ledger) -> Vec<String> {
    let is_there = |file: &String| stage::exists(&root.join(file));
    let mut files = Vec::new();
    for old in ledger.superseded() {
        let mut releases = ledger.releases().iter();
        let now = releases.find(|release| release.version == old.version);
        let now = now.and_then(|release| release.table(&old.table.name));
        let present = now.map(|table| files_of(dataset, old.version, table));
        if present.is_some_and(|files| files.iter().all(is_there)) {
            files.extend(files_of(dataset, old.version, &old.table));
        }
    }
    files.retain(is_there);
    files
}

/// Removes those files.
///
/// # Errors
/// When the disk refuses.
pub(super) fn remove_superseded(root: &Path, dataset: &str, ledger: &Ledger) -> Result<(), Fatal> {
    for file in superseded(root, dataset, ledger) {
        let full = root.join(file);
        tragaluz_disk::remove_file(&full).map_err(Fatal::io("removing", &full))?;
        let folder = full.parent().unwrap_or(root);
        tragaluz_disk::flush_folder(folder).map_err(Fatal::io("removing in", folder))?;
    }
    Ok(())
}
