//! The rows of each value of a column as CSV files of their own, all of them written in one reading of the table.

use crate::Table;
use crate::outline::SplitRows;
use crate::rows::Row;
use crate::writers::csv_lines::CsvLines;
use crate::writers::format::RowWriter;
use std::io::{self, Write};

/// Bytes gathered of each file: there may be hundreds.
const GATHERED: usize = 4 * 1024;

/// Writes each row to the file of its value, as the CSV of the whole table has it; rows without a value are in none.
pub struct CsvByValue<'a, W: Write> {
    split: &'a SplitRows,
    files: Vec<CsvLines<'a, W>>,
}

impl<'a, W: Write + Send> CsvByValue<'a, W> {
    /// Begins each file with the header; there is one for each value, in their order.
    ///
    /// # Errors
    /// When one refuses.
    pub fn begin(
        files: impl IntoIterator<Item = W>,
        table: &'a Table,
        split: &'a SplitRows,
    ) -> io::Result<Self> {
        let files = (files.into_iter()).map(|file| CsvLines::gathering(GATHERED, file, table));
        Ok(CsvByValue {
            split,
            files: files.collect::<io::Result<_>>()?,
        })
    }
}

impl<W: Write + Send> RowWriter for CsvByValue<'_, W> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        let value = self.split.index_of(row);
        match value.and_then(|at| self.files.get_mut(at)) {
            Some(file) => file.row(row),
            None => Ok(()),
        }
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        self.files
            .into_iter()
            .try_for_each(|file| Box::new(file).finish())
    }
}
