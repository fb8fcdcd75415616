//! Totals and notes below a table.
//!
//! The last rows are held back until the file's end is known, and the lowest of them are looked at: a row whose only
//! cell is a note, or whose first cell says that it is a total, is no row of data. It is taken out of the table and
//! named in a message.

use crate::data::dialect::total_word;
use crate::data::rows::Row;
use std::collections::VecDeque;

/// Rows held back.
pub const HELD: usize = 12;

/// The rows of data most recently read, with their numbers.
#[derive(Default)]
pub struct Tail {
    held: VecDeque<(u64, Row)>,
    /// Rows let through that had at most one filled cell, or a total's word, as rows below the table have.
    alike: u64,
    spare: Vec<Row>,
    /// Whether a blank row stands right before the row of this number.
    gaps: Vec<u64>,
}

impl Tail {
    /// Takes in a row of data; the row that has waited longest comes out.
    pub fn push(&mut self, number: u64, row: &mut Row, after_blank: bool) -> Option<(u64, Row)> {
        let mut kept = self.spare.pop().unwrap_or_default();
        std::mem::swap(&mut kept, row);
        if after_blank {
            self.gaps.push(number);
        }
        self.held.push_back((number, kept));
        if self.held.len() <= HELD {
            return None;
        }
        let (number, row) = self.held.pop_front()?;
        self.gaps.retain(|gap| *gap > number);
        self.alike += u64::from(row.filled() <= 1 || says_total(&row));
        Some((number, row))
    }

    /// Gives back a row's memory.
    pub fn recycle(&mut self, row: Row) {
        self.spare.push(row);
    }

    /// The rows still held, divided into data and what stands below it. `width` is the number of columns.
    #[allow(clippy::type_complexity, reason = "two lists of numbered rows")]
    pub fn finish(self, width: usize, let_through: u64) -> (Vec<(u64, Row)>, Vec<(u64, Row)>) {
        let mut data: Vec<(u64, Row)> = self.held.into();
        let mut first_below = data.len();
        // Rows like these throughout the table are rows of the table.
        let usual = self.alike * 50 > let_through;
        if width > 1 && !usual {
            for at in (1..data.len()).rev() {
                let (number, row) = &data[at];
                if says_total(row) && data[..at].iter().any(|(_, above)| says_total(above)) {
                    break;
                }
                let apart = self.gaps.contains(number) || at + 1 < data.len() && first_below == at + 1;
                if !is_below(row, width, apart) {
                    break;
                }
                first_below = at;
            }
        }
        let below = data.split_off(first_below);
        (data, below)
    }
}

fn says_total(row: &Row) -> bool {
    row.cells().find(|c| !c.trim().is_empty()).is_some_and(total_word)
}

/// Whether a row at the end stands below the table.
fn is_below(row: &Row, width: usize, apart: bool) -> bool {
    if says_total(row) && row.cell(0).is_some_and(|c| !c.trim().is_empty()) {
        return true;
    }
    let first = row.cell(0).unwrap_or("").trim();
    if first.is_empty() || row.filled() > 2 || row.filled() == 2 && row.len() >= width {
        return false;
    }
    row.len() < width && (row.len() == 1 || apart) && width > 2 || is_note(first) && row.filled() == 1
}

/// Whether a text is a note rather than a value.
fn is_note(text: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "source",
        "note",
        "notes",
        "fuente",
        "nota",
        "notas",
        "elaboración",
        "quelle",
        "anmerkung",
        "fonte",
        "copyright",
        "//",
        "*",
        "(1)",
        "1)",
        "1/",
        "©",
        "last updated",
        "actualizado",
    ];
    let lower = text.to_lowercase();
    BEGINNINGS.iter().any(|b| lower.starts_with(b))
        || text.chars().count() > 60
        || text.chars().all(|c| c == '*' || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(rows: &[&str], width: usize) -> Vec<u64> {
        let mut tail = Tail::default();
        let mut through = 0;
        let mut blank = false;
        for (number, cells) in (0..).zip(rows) {
            if cells.is_empty() {
                blank = true;
                continue;
            }
            let mut row = Row::of(number, cells.split(','));
            through += u64::from(tail.push(number, &mut row, blank).is_some());
            blank = false;
        }
        tail.finish(width, through).1.iter().map(|(n, _)| *n).collect()
    }

    #[test]
    fn totals_and_notes_are_below() {
        assert_eq!(below(&["a,1,2", "b,3,4", "Total,4,6"], 3), [2]);
        assert_eq!(below(&["a,1,2", "b,3,4", "Total,4,6", "", "Source: an office,,"], 3), [2, 4]);
        assert_eq!(below(&["a,1", "b,3", "// the end"], 2), [2]);
    }

    #[test]
    fn sparse_and_short_rows_are_data() {
        assert_eq!(below(&["a,1,2", "b,,", "c,,"], 3), [] as [u64; 0]);
        assert_eq!(below(&["a,1,2", "b,3"], 3), [] as [u64; 0]);
        assert_eq!(below(&["a", "b", "Total"], 1), [] as [u64; 0]);
        assert_eq!(below(&["x,1,2", "Total,1,2", "y,1,2", "Total,1,2"], 3), [] as [u64; 0]);
        let totals: Vec<&str> = ["x,1,2", "Total,1,2"].into_iter().cycle().take(60).collect();
        assert_eq!(below(&totals, 3), [] as [u64; 0]);
    }
}
