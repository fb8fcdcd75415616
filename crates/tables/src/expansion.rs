//! What a small file may come to: spreadsheets say that a cell or a row is repeated, or is far below the last, in a few
//! bytes. Whatever is made of such a word is counted, so that it ends in words and not in the machine's last memory.

use super::unreadable::Unreadable;
use crate::limits::{Limit, Limits};

/// Cells that each byte of a file may represent: sheets of repeated figures, compressed, come to fifty.
const CELLS_A_BYTE: u64 = 250;
/// Bytes of text that weigh as much as a cell of their own.
const BYTES_A_CELL: usize = 16;

/// Counts what comes of a file.
#[derive(Debug)]
pub(crate) struct ExpansionMeter {
    cells: u64,
    most: u64,
    /// Longest row that may be, in bytes.
    pub(crate) longest: usize,
    /// Most cells in a row.
    pub(crate) widest: usize,
}

impl ExpansionMeter {
    /// Returns a meter for a file that takes `bytes` bytes on the disk.
    pub(crate) fn new(limits: &Limits, bytes: u64) -> Self {
        let most = limits
            .most(Limit::Cells)
            .max(bytes.saturating_mul(CELLS_A_BYTE));
        let longest = usize::try_from(limits.mebibytes(Limit::RowMib)).unwrap_or(usize::MAX);
        ExpansionMeter {
            cells: 0,
            most,
            longest,
            widest: limits.count(Limit::Columns),
        }
    }

    /// Counts a row's cells; a row without any is counted as one.
    ///
    /// # Errors
    /// When there are more than a file of this size may come to.
    pub(crate) fn take(&mut self, cells: usize, line: u64) -> Result<(), Unreadable> {
        self.cells = self.cells.saturating_add(cells.max(1) as u64);
        if self.cells > self.most {
            return Err(Unreadable::TooManyCells {
                line,
                limit: self.most,
            });
        }
        Ok(())
    }

    /// Counts a row by its cells and by the length of their texts, which may be said once and meant many times.
    ///
    /// # Errors
    /// As [`ExpansionMeter::take`].
    pub(crate) fn take_texts<'c>(
        &mut self,
        cells: impl Iterator<Item = &'c str>,
        line: u64,
    ) -> Result<(), Unreadable> {
        let (count, bytes) = cells.fold((0, 0), |(count, bytes), text| {
            (count + 1, bytes + text.len())
        });
        self.take(count + bytes / BYTES_A_CELL, line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_come_to_what_its_size_explains() {
        let mut limits = Limits::default();
        assert!(limits.set("cells", 1000));
        let mut small = ExpansionMeter::new(&limits, 2);
        assert!(small.take(999, 1).is_ok() && small.take(0, 2).is_ok());
        assert!(matches!(
            small.take(0, 3),
            Err(Unreadable::TooManyCells {
                line: 3,
                limit: 1000
            })
        ));
        let mut large = ExpansionMeter::new(&limits, 8);
        assert!(large.take(2000, 1).is_ok() && large.take(1, 2).is_err());
    }

    #[test]
    fn long_texts_weigh_too() {
        let mut limits = Limits::default();
        assert!(limits.set("cells", 1000));
        let text = "a".repeat(1600 * BYTES_A_CELL);
        let long = || [text.as_str()].into_iter();
        assert!(
            ExpansionMeter::new(&limits, 1)
                .take_texts(long(), 1)
                .is_err()
        );
        assert!(
            ExpansionMeter::new(&limits, 8)
                .take_texts(long(), 1)
                .is_ok()
        );
    }
}
