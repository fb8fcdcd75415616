//! Noticing a second table below the first: after a gap, words are where the rows above have numbers.

use crate::dialect::{holds_number, is_marker};
use crate::rows::Row;

/// Rows by which a column is known to hold numbers.
const KNOWN_BY: u32 = 60;

/// What the columns of the first rows hold.
#[derive(Debug, Default)]
pub(crate) struct ColumnKinds {
    seen: u32,
    /// Cells with a value, and those that are numbers.
    cells: Vec<(u32, u32)>,
    /// Most cells that a row has filled.
    fullest: usize,
    /// The last row, where it stood after a gap and has words only: a header, if numbers follow where there were none.
    words: Option<Row>,
}

/// What is before a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PrecedingRow {
    /// A row of the table.
    Row,
    /// A row of one cell, as a title is.
    Title,
    /// A blank row, and perhaps a title after it.
    Gap,
}

impl ColumnKinds {
    /// Takes in a row of data; gives the row that reads as the header of another table, which is this one or the one before.
    pub(crate) fn take(&mut self, row: &Row, before: PrecedingRow) -> Option<Row> {
        let words = self.words.take();
        if before != PrecedingRow::Row && self.seen > 1 {
            if self.is_header(row) || before == PrecedingRow::Gap && self.is_fuller(row) {
                return Some(row.clone());
            }
            let are_names = row.filled() > 1
                && row
                    .cells()
                    .all(|cell| cell.trim().is_empty() || is_name(cell));
            if before == PrecedingRow::Gap && are_names {
                self.words = Some(row.clone());
                return None;
            }
        }
        if words
            .as_ref()
            .is_some_and(|words| self.is_new_kind(row, words))
        {
            return words;
        }
        if self.seen < KNOWN_BY {
            self.seen += 1;
            self.fullest = self.fullest.max(row.filled());
            self.cells.resize(self.cells.len().max(row.len()), (0, 0));
            for ((filled, numbers), cell) in self.cells.iter_mut().zip(row.cells()) {
                if !is_marker(cell) {
                    *filled += 1;
                    *numbers += u32::from(holds_number(cell));
                }
            }
        }
        None
    }

    fn is_header(&self, row: &Row) -> bool {
        let mut words = 0;
        for (at, cell) in row.cells().enumerate().filter(|(_, cell)| !is_marker(cell)) {
            let (filled, numbers) = self.counts(at);
            if filled > 1 && numbers * 5 >= filled * 4 {
                if holds_number(cell) {
                    return false;
                }
                words += 1;
            }
        }
        words > 0 && row.filled() > 1
    }

    /// Returns how many cells of a column have a value, and how many of these are numbers.
    fn counts(&self, column: usize) -> (u32, u32) {
        self.cells.get(column).copied().unwrap_or_default()
    }

    /// Whether a row has words only, in more columns than any row before and in some that none has filled.
    fn is_fuller(&self, row: &Row) -> bool {
        let held = row
            .cells()
            .enumerate()
            .filter(|(_, cell)| !cell.trim().is_empty());
        held.clone().count() > self.fullest.max(1)
            && held.clone().all(|(_, cell)| is_name(cell))
            && held.clone().any(|(at, _)| self.counts(at).0 == 0)
    }

    /// Whether numbers are below words where the table has had none in several rows.
    fn is_new_kind(&self, row: &Row, words: &Row) -> bool {
        row.cells().enumerate().any(|(at, cell)| {
            let (filled, numbers) = self.counts(at);
            words.cell(at).is_some_and(|word| !word.trim().is_empty())
                && filled > 2
                && numbers == 0
                && holds_number(cell)
        })
    }
}

/// Whether a cell can be a name of a column: it is no marker of a missing value and no number.
fn is_name(cell: &str) -> bool {
    !is_marker(cell) && !holds_number(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &str) -> Row {
        Row::of(1, cells.split(','))
    }

    fn begins(columns: &mut ColumnKinds, cells: &str, before: PrecedingRow) -> Option<String> {
        Some(columns.take(&row(cells), before)?.cell(0)?.to_owned())
    }

    #[test]
    fn words_over_numbers_after_a_gap() {
        use PrecedingRow::{Gap, Row, Title};
        let mut columns = ColumnKinds::default();
        for (cells, before) in [
            ("A,1", Row),
            ("B,2", Gap),
            ("C,x", Row),
            ("Total,", Gap),
            ("D,4", Gap),
            ("E,5", Row),
        ] {
            assert_eq!(begins(&mut columns, cells, before), None, "{cells}");
        }
        assert_eq!(begins(&mut columns, "Town,Cases", Row), None);
        assert_eq!(begins(&mut columns, "Town,Cases", Gap), Some("Town".into()));
        assert_eq!(
            begins(&mut columns, "Town,Cases", Title),
            Some("Town".into())
        );
    }

    #[test]
    fn numbers_below_words_where_there_were_none_and_words_beyond_the_table() {
        let mut columns = ColumnKinds::default();
        for cells in ["Ana,clerk,Lima", "Eva,clerk,Roma", "Leo,chief,Lima"] {
            assert_eq!(begins(&mut columns, cells, PrecedingRow::Row), None);
        }
        assert_eq!(
            begins(&mut columns, "Work,Sum,Year", PrecedingRow::Gap),
            None
        );
        assert_eq!(
            begins(&mut columns, "Bridge,100,2020", PrecedingRow::Row),
            Some("Work".into())
        );
        let mut sparse = ColumnKinds::default();
        for cells in ["Ana,may,,", "Eva,june,,", ",july,,"] {
            assert_eq!(begins(&mut sparse, cells, PrecedingRow::Row), None);
        }
        assert_eq!(begins(&mut sparse, "Leo,,,Quito", PrecedingRow::Gap), None);
        assert_eq!(
            begins(&mut sparse, "Who,When,Where,How", PrecedingRow::Gap),
            Some("Who".into())
        );
    }
}
