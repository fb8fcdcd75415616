//! Which table of a copy a file is nearest to, by its columns or else by its name.

use super::asked_copy::AskedCopy;
use crate::source::disk::{Disk, LocalDisk};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

/// Most bytes of a header.
const MOST_OF_HEADER: u64 = 1 << 20;

/// A table that is like a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NearTable {
    /// Its path in the copy.
    pub path: String,
    /// By what it is like the file.
    pub by: NearBy,
}

/// By what a table is like a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NearBy {
    /// At least half of the columns of both.
    Columns,
    /// The file's name.
    Name,
}

/// Finds the table that has most columns in common with a file, at least half of those of both; else one of the file's name.
pub(super) fn nearest(asked: AskedCopy<'_>, file: &Path, rows: &Path) -> Option<NearTable> {
    let own = LocalDisk
        .open(rows)
        .ok()
        .and_then(header)
        .unwrap_or_default();
    let mut best: Option<(usize, &str)> = None;
    for path in tables(asked) {
        let theirs = asked.copy.open(path).ok().and_then(header);
        let theirs = theirs.unwrap_or_default();
        let shared = own.intersection(&theirs).count();
        let all = own.union(&theirs).count();
        let share = shared * 1000 / all.max(1);
        if shared * 2 >= all && all > 0 && best.is_none_or(|(most, _)| share > most) {
            best = Some((share, path));
        }
    }
    let by_columns = best.map(|(_, path)| NearTable {
        path: path.to_owned(),
        by: NearBy::Columns,
    });
    by_columns.or_else(|| {
        let name = file.file_name()?.to_string_lossy().to_lowercase();
        let stem = name.split('.').next().unwrap_or_default().to_owned();
        let is_named = |path: &&str| {
            path.split('/')
                .skip(1)
                .any(|p| p.trim_end_matches(".csv") == stem)
        };
        let path = tables(asked).find(is_named)?;
        Some(NearTable {
            path: path.to_owned(),
            by: NearBy::Name,
        })
    })
}

/// Returns the path of every table that a copy offers as CSV.
pub(super) fn tables(asked: AskedCopy<'_>) -> impl Iterator<Item = &str> {
    let listed = asked.sums.files.keys().map(String::as_str);
    listed.filter(|path| {
        let name = path.strip_suffix(".csv").unwrap_or_default();
        let is_other = [".sample", ".excel"].iter().any(|end| name.ends_with(end));
        name.starts_with("datasets/") && path.matches('/').count() == 2 && !is_other
    })
}

/// Returns the names of a table's columns; none where it begins with no header.
fn header(file: Box<dyn Read>) -> Option<BTreeSet<String>> {
    let mut rows = csv::Reader::from_reader(file.take(MOST_OF_HEADER));
    let names = rows.headers().ok()?;
    Some(names.iter().map(str::to_owned).collect())
}
