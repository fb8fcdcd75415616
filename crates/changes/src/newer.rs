//! The later version, made of the earlier one and a delta.

use crate::leading_delta::{Known, LeadingDelta};
use crate::row_file::writer;
use crate::sums::Summing;
use crate::{DeltaLine, Error, VersionSum};
use csv::Writer;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// Writes the version that a delta leads to, and returns its size and checksum. Those are the delta's, or it is an error;
/// what was written then is not to be used.
///
/// # Errors
/// When `before` is not the version that the delta leads from, the delta is none, or the disk refuses.
pub fn newer(before: &Path, delta: &Path, out: &mut dyn Write) -> Result<VersionSum, Error> {
    let LeadingDelta {
        mut lines,
        mut rows,
        head,
        columns,
    } = LeadingDelta::open(before, Known::Earlier, delta)?;
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
