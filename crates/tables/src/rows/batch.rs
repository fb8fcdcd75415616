//! Some rows at once, so that threads need not meet over each.

use super::Row;

/// Rows of an ordinary batch, at most.
const MOST_ROWS: usize = 512;
/// Bytes of a batch that is full.
const MOST_BYTES: usize = 1 << 20;
/// Bytes of a row whose memory is kept for another one.
const LARGEST_KEPT: usize = 16 << 10;

/// A buffer of rows in the order of the file, which is filled again and again.
pub(crate) struct RowBatch {
    /// Those past `filled` are memory to be used again.
    rows: Vec<Row>,
    filled: usize,
    bytes: usize,
    most_rows: usize,
}

impl Default for RowBatch {
    /// So few that all of them stay in the nearest caches while one column after the other takes them in.
    fn default() -> Self {
        RowBatch {
            rows: Vec::new(),
            filled: 0,
            bytes: 0,
            most_rows: MOST_ROWS,
        }
    }
}

impl RowBatch {
    /// Rows from which on a table is worth threads of its own.
    pub(crate) const MANY_ROWS: u64 = 8 * MOST_ROWS as u64;

    /// So many that threads seldom wait for each other: for those who go through the rows once.
    pub(crate) fn large() -> RowBatch {
        RowBatch {
            most_rows: 4 * MOST_ROWS,
            ..RowBatch::default()
        }
    }

    /// Returns the rows that were filled in.
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows[..self.filled]
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.filled == 0
    }

    /// Whether it holds as many rows or bytes as are worth handing on.
    pub(crate) fn is_full(&self) -> bool {
        self.filled >= self.most_rows || self.bytes >= MOST_BYTES
    }

    /// Empties it, and keeps the memory of its rows.
    pub(crate) fn clear(&mut self) {
        (self.filled, self.bytes) = (0, 0);
    }

    /// Adds a row, and leaves in its place one to be used again.
    pub(crate) fn push(&mut self, row: &mut Row) {
        self.bytes += row.size();
        match self.rows.get_mut(self.filled) {
            Some(old) => {
                std::mem::swap(old, row);
                if row.size() > LARGEST_KEPT {
                    *row = Row::new();
                }
            }
            None => self.rows.push(std::mem::take(row)),
        }
        self.filled += 1;
    }
}
