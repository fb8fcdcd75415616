//! The earlier version, made of the later one and a delta.

use crate::leading_delta::{Known, LeadingDelta};
use crate::newer::{finish, write_row};
use crate::row_file::writer;
use crate::sums::Summing;
use crate::{DeltaLine, DeltaLines, Error, VersionSum};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use tragaluz_disk::{SortedEntries, Sorter};

/// Writes the version that a delta leads from, and returns its size and checksum. Those are the delta's, or it is an error;
/// what was written then is not to be used.
///
/// # Errors
/// When `after` is not the version that the delta leads to, the delta is none, or the disk refuses.
pub fn older(after: &Path, delta: &Path, out: &mut dyn Write) -> Result<VersionSum, Error> {
    let LeadingDelta {
        mut lines,
        mut rows,
        head,
        columns,
    } = LeadingDelta::open(after, Known::Later, delta)?;
    let mut parts = EarlierParts::of(&mut lines)?;
    let mut out = writer(Summing::new(out));
    write_row(&mut out, head.columns_before.iter())?;
    while let Some(part) = parts.next_part()? {
        if part.count > 0 {
            for number in part.place..part.place.saturating_add(part.count) {
                write_row(
                    &mut out,
                    columns.cells(rows.row(number)?, &BTreeMap::new(), 0),
                )?;
            }
            continue;
        }
        match lines.line_at(part.place)? {
            DeltaLine::Removed { cells, .. } => write_row(&mut out, cells.iter())?,
            DeltaLine::Changed { cells, .. } => {
                write_row(&mut out, columns.cells(rows.row(part.row)?, &cells, 0))?;
            }
            DeltaLine::Same { .. } | DeltaLine::Added { .. } => return Err(lines.fault()),
        }
    }
    finish(out, &head.before, after)
}

/// Some rows of the earlier version.
#[derive(Debug, Clone, Copy)]
struct EarlierPart {
    /// How many rows of the later version they are; 0 where a line of the delta says the row.
    count: u64,
    /// The first of these rows; else where that line begins.
    place: u64,
    /// The row of the later version that such a line is about.
    row: u64,
}

/// The rows of the earlier version in its order.
struct EarlierParts(SortedEntries<4>);

impl EarlierParts {
    /// Reads a whole delta.
    fn of(lines: &mut DeltaLines) -> Result<EarlierParts, Error> {
        let mut parts = Sorter::new();
        let mut row = 0u64;
        while let Some(line) = lines.next_line()? {
            let place = lines.place();
            let part = match line {
                DeltaLine::Same { from, count } => {
                    let first = row + 1;
                    row = row.saturating_add(count);
                    [from, count, first, 0]
                }
                DeltaLine::Changed { from, .. } => {
                    row += 1;
                    [from, 0, place, row]
                }
                DeltaLine::Removed { from, .. } => [from, 0, place, 0],
                DeltaLine::Added { .. } => {
                    row += 1;
                    continue;
                }
            };
            parts.push(part).map_err(Error::nameless)?;
        }
        parts.sorted().map(EarlierParts).map_err(Error::nameless)
    }

    fn next_part(&mut self) -> Result<Option<EarlierPart>, Error> {
        let entry = self.0.next_entry().map_err(Error::nameless)?;
        Ok(entry.map(|[_, count, place, row]| EarlierPart { count, place, row }))
    }
}
