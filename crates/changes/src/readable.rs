//! What changed, with every row that differs whole.

use crate::leading_delta::{Known, LeadingDelta};
use crate::{DeltaHead, DeltaLine, Error};
use std::path::Path;

/// A row that differs between two versions, its cells in the order of their version's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowChange {
    /// A row that only the later version has.
    Added(Vec<String>),
    /// A row that only the earlier version has.
    Removed(Vec<String>),
    /// A row that both have, with other cells.
    Changed {
        /// As it was.
        before: Vec<String>,
        /// As it is.
        after: Vec<String>,
    },
}

/// Hands on every row that differs, in the order of the delta, and returns the delta's head.
///
/// # Errors
/// When `before` is not the version that the delta leads from, the delta is none, or the disk refuses; and those of `each`.
pub fn each_change(
    before: &Path,
    delta: &Path,
    each: &mut dyn FnMut(&DeltaHead, RowChange) -> Result<(), Error>,
) -> Result<DeltaHead, Error> {
    let LeadingDelta {
        mut lines,
        mut rows,
        head,
        columns,
    } = LeadingDelta::open(before, Known::Earlier, delta)?;
    while let Some(line) = lines.next_line()? {
        let change = match line {
            DeltaLine::Same { .. } => continue,
            DeltaLine::Added { cells } => RowChange::Added(cells),
            DeltaLine::Removed { cells, .. } => RowChange::Removed(cells),
            DeltaLine::Changed { from, cells } => {
                let row = rows.row(from)?;
                RowChange::Changed {
                    before: row.iter().map(str::to_owned).collect(),
                    after: columns.cells(row, &cells, 1).map(str::to_owned).collect(),
                }
            }
        };
        each(&head, change)?;
    }
    Ok(head)
}
