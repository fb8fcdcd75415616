//! What changed from a file that somebody has to the table that is offered now.

use super::asked_copy::AskedCopy;
use super::contents::sum_of;
use crate::diag::Fatal;
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::ScratchFolder;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use tragaluz_changes::{ChangeCounts, DeltaHead, DeltaLine, DeltaLines, Error, Versions, compare};
use tragaluz_disk::DiskFile;

/// Most rows that are shown of each kind of change.
const SHOWN: usize = 5;
/// Columns that are shown of a row without a key.
const WITHOUT_KEY: usize = 3;

/// What changed.
#[derive(Debug, Serialize)]
pub struct FileChanges {
    /// The table that is offered now.
    pub to: String,
    /// How much changed.
    pub counts: ChangeCounts,
    /// The first cells that changed.
    pub cells: Vec<ChangedCell>,
    /// The first rows that came.
    pub added: Vec<Vec<NamedCell>>,
    /// The first rows that went.
    pub removed: Vec<Vec<NamedCell>>,
}

/// A cell that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedCell {
    /// What tells its row.
    pub row: Vec<NamedCell>,
    /// Its column.
    pub column: String,
    /// What it was; none where there was no such column.
    pub before: Option<String>,
    /// What it is; none where there is no such column any more.
    pub after: Option<String>,
}

/// A cell and its column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedCell {
    /// The column's name.
    pub column: String,
    /// What it holds.
    pub value: String,
}

/// The file that somebody has, and the columns by which its rows are known.
pub(super) struct Sides<'a> {
    pub(super) before: &'a Path,
    pub(super) key: Vec<String>,
}

/// Compares a file with a table of a copy; none where one of them is no table as a portal publishes it, or the table is not what
/// its checksum says.
///
/// # Errors
/// When the disk refuses.
pub(super) fn between(
    asked: AskedCopy<'_>,
    sides: &Sides<'_>,
    path: &str,
    aside: &ScratchFolder,
) -> Result<Option<FileChanges>, Fatal> {
    let Some(after) = offered(asked, path, aside)? else {
        return Ok(None);
    };
    let versions = Versions {
        before: sides.before,
        after: &after,
        key: &sides.key,
    };
    let delta = aside.path().join("changes");
    let out = DiskFile::create_over(&delta).map_err(Fatal::io("writing", &delta))?;
    let mut out = BufWriter::new(out);
    let head = match compare(&versions, &mut out) {
        Ok(head) => head,
        Err(Error::Io { path, source }) if source.kind() != std::io::ErrorKind::InvalidData => {
            return Err(Fatal::io("comparing", &path)(source));
        }
        Err(_) => return Ok(None),
    };
    out.flush().map_err(Fatal::io("writing", &delta))?;
    shown(path, head, &delta, sides.before).map(Some)
}

/// Puts the table that is offered now aside; none where it is not what its checksum says.
fn offered(
    asked: AskedCopy<'_>,
    path: &str,
    aside: &ScratchFolder,
) -> Result<Option<PathBuf>, Fatal> {
    let Ok(mut file) = asked.copy.open(path) else {
        return Ok(None);
    };
    let to = aside.path().join("now.csv");
    let out = DiskFile::create_over(&to).map_err(Fatal::io("writing", &to))?;
    let mut out = BufWriter::new(out);
    let sum = sum_of(&mut *file, &mut out).map_err(Fatal::io("writing", &to))?;
    out.flush().map_err(Fatal::io("writing", &to))?;
    Ok((asked.sums.of(path) == Some(&sum)).then_some(to))
}

/// Reads the first changes of each kind.
fn shown(path: &str, head: DeltaHead, delta: &Path, before: &Path) -> Result<FileChanges, Fatal> {
    let damaged = |error: Error| Fatal::fault(error);
    let mut lines = DeltaLines::open(delta).map_err(damaged)?;
    let mut changed: BTreeMap<u64, BTreeMap<String, [Option<String>; 2]>> = BTreeMap::new();
    let mut told = FileChanges {
        to: path.to_owned(),
        counts: head.counts.clone(),
        cells: Vec::new(),
        added: Vec::new(),
        removed: Vec::new(),
    };
    while let Some(line) = lines.next_line().map_err(damaged)? {
        match line {
            DeltaLine::Changed { from, cells } if changed.len() < SHOWN => {
                changed.insert(from, cells);
            }
            DeltaLine::Added { cells } if told.added.len() < SHOWN => {
                let row = named(&head.columns_after, cells.iter(), &head.key);
                told.added.push(row);
            }
            DeltaLine::Removed { cells, .. } if told.removed.len() < SHOWN => {
                let row = named(&head.columns_before, cells.iter(), &head.key);
                told.removed.push(row);
            }
            _ => {}
        }
    }
    told.cells = with_keys(changed, &head, before)?;
    Ok(told)
}

/// Returns the cells of a row that tell it: those of the key, or else the first ones.
fn named<'c>(
    columns: &[String],
    cells: impl Iterator<Item = impl AsRef<str> + 'c>,
    key: &[String],
) -> Vec<NamedCell> {
    let cells = columns.iter().zip(cells);
    let telling = cells.filter(|(column, _)| key.is_empty() || key.contains(column));
    let most = if key.is_empty() {
        WITHOUT_KEY
    } else {
        usize::MAX
    };
    telling
        .take(most)
        .map(|(column, cell)| NamedCell {
            column: column.clone(),
            value: cell.as_ref().to_owned(),
        })
        .collect()
}

/// Returns changed cells with what tells their rows, which is read from the file.
fn with_keys(
    mut changed: BTreeMap<u64, BTreeMap<String, [Option<String>; 2]>>,
    head: &DeltaHead,
    before: &Path,
) -> Result<Vec<ChangedCell>, Fatal> {
    let file = LocalDisk
        .open(before)
        .map_err(Fatal::io("reading", before))?;
    let mut rows = csv::Reader::from_reader(file);
    let mut all = Vec::new();
    for (number, row) in (1..).zip(rows.records()) {
        if changed.is_empty() || all.len() >= SHOWN {
            break;
        }
        let Some(cells) = changed.remove(&number) else {
            continue;
        };
        let row = row.map_err(Fatal::fault)?;
        let row = named(&head.columns_before, row.iter(), &head.key);
        all.extend(
            cells
                .into_iter()
                .map(|(column, [before, after])| ChangedCell {
                    row: row.clone(),
                    column,
                    before,
                    after,
                }),
        );
    }
    all.truncate(SHOWN);
    Ok(all)
}
