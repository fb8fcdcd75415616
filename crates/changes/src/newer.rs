//! The later version, made of the earlier one and a delta.

use crate::row_file::{RowFile, writer};
use crate::sums::Summing;
use crate::{DeltaLine, DeltaLines, Error, VersionSum};
use csv::{StringRecord, Writer};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// Writes the version that a delta leads to, and returns its size and checksum. Those are the delta's, or it is an error;
/// what was written then is not to be used.
///
/// # Errors
/// When `before` is not the version that the delta leads from, the delta is none, or the disk refuses.
pub fn newer(before: &Path, delta: &Path, out: &mut dyn Write) -> Result<VersionSum, Error> {
    let mut lines = DeltaLines::open(delta)?;
    let mut rows = RowFile::open(before)?;
    let head = lines.head().clone();
    if !rows.header().iter().eq(&head.columns_before) {
        return Err(Error::other_version(before));
    }
    let columns = Projection::between(&head.columns_before, &head.columns_after);
    let mut out = writer(Summing::new(out));
    write_row(&mut out, head.columns_after.iter())?;
    while let Some(line) = lines.next_line()? {
        match line {
            DeltaLine::Same { from, count } => {
                for number in from..from.saturating_add(count) {
                    write_row(
                        &mut out,
                        columns.cells(rows.row(number)?, &BTreeMap::new(), 1),
                    )?;
                }
            }
            DeltaLine::Changed { from, cells } => {
                write_row(&mut out, columns.cells(rows.row(from)?, &cells, 1))?;
            }
            DeltaLine::Added { cells } => write_row(&mut out, cells.iter())?,
            DeltaLine::Removed { .. } => {}
        }
    }
    finish(out, &head.after, before)
}

/// Maps cells of one version's rows to the other's columns.
#[derive(Debug)]
pub(crate) struct Projection {
    names: Vec<String>,
    /// For each column, its index in the row that it comes from.
    from: Vec<Option<usize>>,
}

impl Projection {
    pub(crate) fn between(from: &[String], to: &[String]) -> Projection {
        let place = |name: &String| from.iter().position(|other| other == name);
        Projection {
            from: to.iter().map(place).collect(),
            names: to.to_vec(),
        }
    }

    /// Returns the cells of a row, with those that changed in their place; `side` says which side of a change: 0 before, 1
    /// after.
    pub(crate) fn cells<'a>(
        &'a self,
        row: &'a StringRecord,
        changed: &'a BTreeMap<String, [Option<String>; 2]>,
        side: usize,
    ) -> impl Iterator<Item = &'a str> {
        self.names.iter().zip(&self.from).map(move |(name, from)| {
            let told = changed.get(name).and_then(|sides| sides[side].as_deref());
            told.or_else(|| row.get((*from)?)).unwrap_or("")
        })
    }
}

pub(crate) fn write_row<W: Write>(
    out: &mut Writer<W>,
    cells: impl Iterator<Item = impl AsRef<[u8]>>,
) -> Result<(), Error> {
    out.write_record(cells)
        .map_err(|error| Error::nameless(error.into()))
}

/// Ends a version, which has to sum up to what its delta says.
pub(crate) fn finish(
    out: Writer<Summing<&mut dyn Write>>,
    expected: &VersionSum,
    given: &Path,
) -> Result<VersionSum, Error> {
    let out = out
        .into_inner()
        .map_err(|error| Error::nameless(error.into_error()))?;
    let (sum, out) = out.finish();
    out.flush().map_err(Error::nameless)?;
    if sum == *expected {
        Ok(sum)
    } else {
        Err(Error::other_version(given))
    }
}
