//! Noticing a second table below the first: after a gap, words stand where the rows above have numbers.

use crate::data::dialect::{holds_number, is_marker};
use crate::data::rows::Row;

/// Rows by which a column is known to hold numbers.
const KNOWN_BY: u32 = 60;

/// What the columns of the first rows hold.
#[derive(Debug, Default)]
pub struct Columns {
    seen: u32,
    /// Cells with a value, and those that are numbers.
    cells: Vec<(u32, u32)>,
}

impl Columns {
    /// Takes in a row of data; says whether it reads as the header of another table. `after_gap` says that a blank row
    /// stands before it.
    pub fn begins_another(&mut self, row: &Row, after_gap: bool) -> bool {
        if after_gap && self.seen > 1 && self.is_header(row) {
            return true;
        }
        if self.seen < KNOWN_BY {
            self.seen += 1;
            self.cells.resize(self.cells.len().max(row.len()), (0, 0));
            for ((filled, numbers), cell) in self.cells.iter_mut().zip(row.cells()) {
                if !is_marker(cell) {
                    *filled += 1;
                    *numbers += u32::from(holds_number(cell));
                }
            }
        }
        false
    }

    fn is_header(&self, row: &Row) -> bool {
        let numeric = |at: usize| self.cells.get(at).is_some_and(|(filled, n)| *filled > 1 && n * 5 >= filled * 4);
        let mut words = 0;
        for (at, cell) in row.cells().enumerate().filter(|(_, cell)| !is_marker(cell)) {
            match (numeric(at), holds_number(cell)) {
                (true, true) => return false,
                (true, false) => words += 1,
                _ => {}
            }
        }
        words > 0 && row.filled() > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_over_numbers_after_a_gap() {
        let row = |cells: &str| Row::of(1, cells.split(','));
        let mut columns = Columns::default();
        assert!(!columns.begins_another(&row("A,1"), false) && !columns.begins_another(&row("B,2"), true));
        assert!(!columns.begins_another(&row("C,x"), false) && !columns.begins_another(&row("Total,"), true));
        assert!(!columns.begins_another(&row("D,4"), true) && !columns.begins_another(&row("E,5"), false));
        assert!(columns.begins_another(&row("Town,Cases"), true));
    }
}
