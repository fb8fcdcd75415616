//! Some rows at once, so that threads need not meet over each.

use super::Row;

/// Rows of a batch, at most.
const MOST_ROWS: usize = 512;
/// Bytes of a batch that is full.
const MOST_BYTES: usize = 1 << 20;
/// Bytes of a row whose memory is kept for another one.
const LARGEST_KEPT: usize = 16 << 10;

/// Some rows, in order.
#[derive(Default)]
pub struct Batch {
    /// Those past `filled` are memory to be used again.
    rows: Vec<Row>,
    filled: usize,
    bytes: usize,
}

impl Batch {
    /// Rows from which on a table is worth threads of its own.
    pub const MANY_ROWS: u64 = 8 * MOST_ROWS as u64;

    /// The rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows[..self.filled]
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.filled == 0
    }

    /// Whether there are enough.
    pub fn is_full(&self) -> bool {
        self.filled >= MOST_ROWS || self.bytes >= MOST_BYTES
    }

    /// Takes all rows out.
    pub fn clear(&mut self) {
        (self.filled, self.bytes) = (0, 0);
    }

    /// Adds a row, and gives back one to be used again.
    pub fn push(&mut self, row: Row) -> Row {
        self.filled += 1;
        self.bytes += row.size();
        match self.rows.get_mut(self.filled - 1) {
            Some(old) => Some(std::mem::replace(old, row)).filter(|old| old.size() <= LARGEST_KEPT).unwrap_or_default(),
            None => {
                self.rows.push(row);
                Row::new()
            }
        }
    }
}
