//! How many rows share each combination of values.

use crate::duplicate_keys::KeyIndex;
use crate::read_plan::DataRows;
use crate::table::Column;
use crate::unreadable::Unreadable;

/// How rare the combinations of some columns' values are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Rarity {
    /// Combinations that fewer rows share than must.
    pub(crate) combinations: u64,
    /// The rows that have them.
    pub(crate) rows: u64,
    /// How many rows share the rarest; 0 where there is no row.
    pub(crate) fewest: u64,
}

/// Counts the rows of each combination of values in these columns, which at least so many must share. What is held in memory
/// is bounded; the rest goes to a temporary file.
pub(crate) fn share(
    rows: &mut DataRows<'_>,
    columns: &[Column],
    at: &[usize],
    at_least: u64,
) -> Result<Rarity, Unreadable> {
    let mut keys = KeyIndex::default();
    while let Some(row) = rows.next_row()? {
        let cells = at.iter().map(|at| {
            let cell = row.cell(*at).unwrap_or("");
            if columns[*at].is_missing(cell) {
                ""
            } else {
                cell.trim()
            }
        });
        keys.take(cells, row.line)?;
    }
    let mut found = Rarity::default();
    keys.each_group(|rows| {
        if found.fewest == 0 || rows < found.fewest {
            found.fewest = rows;
        }
        if rows < at_least {
            found.combinations += 1;
            found.rows += rows;
        }
    })?;
    Ok(found)
}
