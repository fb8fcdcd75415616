//! Rows as lines of CSV, which several formats are made of.

use crate::rows::Row;
use crate::writers::format::RowWriter;
use crate::{Column, Table};
use std::io::{self, Write};

/// Bytes gathered of a table before they are handed on.
pub(super) const BUFFER: usize = 128 * 1024;

/// Writes rows as RFC 4180 has them: a cell is quoted where it has to be, and so is the only cell of a row where it is
/// empty, which would be no row otherwise. Where a column's type is certain, its cells are written as programs expect them.
pub(crate) struct CsvLines<'a, W: Write> {
    out: W,
    columns: usize,
    /// The table's columns, where any of them is written otherwise than it was received.
    rewritten: Option<&'a [Column]>,
    buffer: Vec<u8>,
    /// Bytes gathered before they are handed on.
    gathered: usize,
    scratch: String,
}

impl<'a, W: Write> CsvLines<'a, W> {
    /// Begins with the header.
    ///
    /// # Errors
    /// When `out` refuses.
    pub(crate) fn begin(out: W, table: &'a Table) -> io::Result<Self> {
        CsvLines::gathering(BUFFER, out, table)
    }

    /// Begins with the header, and gathers so many bytes before they are handed on.
    ///
    /// # Errors
    /// When `out` refuses.
    pub(crate) fn gathering(gathered: usize, out: W, table: &'a Table) -> io::Result<Self> {
        let columns = table.columns.len();
        let buffer = Vec::with_capacity(gathered + gathered / 8);
        let mut lines = CsvLines {
            out,
            columns,
            rewritten: None,
            buffer,
            gathered,
            scratch: String::new(),
        };
        lines.line(&Row::of(1, table.columns.iter().map(|c| c.name.as_str())))?;
        lines.rewritten = table
            .columns
            .iter()
            .any(|column| column.is_rewritten)
            .then_some(&table.columns[..]);
        Ok(lines)
    }

    fn line(&mut self, row: &Row) -> io::Result<()> {
        // Nearly every row of a CSV file is written as it was received, and copying it whole is what takes least.
        let as_received = self.rewritten.is_none() && row.len() == self.columns;
        let received = row
            .received(b',')
            .filter(|_| as_received && row.quoted().all(needs_quotes));
        if let Some(line) = received {
            self.buffer.extend_from_slice(line.as_bytes());
        } else {
            self.cells(row);
        }
        if self.columns == 1 && row.cell(0).is_none_or(str::is_empty) {
            self.buffer.extend_from_slice(b"\"\"");
        }
        self.buffer.extend_from_slice(b"\r\n");
        if self.buffer.len() >= self.gathered {
            self.out.write_all(&self.buffer)?;
            self.buffer.clear();
        }
        Ok(())
    }

    fn cells(&mut self, row: &Row) {
        for at in 0..self.columns {
            if at > 0 {
                self.buffer.push(b',');
            }
            let cell = row.cell(at).unwrap_or("");
            let cell = match self.rewritten {
                Some(columns) => columns[at].publish(cell, &mut self.scratch),
                None => cell,
            };
            if needs_quotes(cell) {
                quote(cell, &mut self.buffer);
            } else {
                self.buffer.extend_from_slice(cell.as_bytes());
            }
        }
    }
}

/// Whether a cell would not be one, or another one, without quotation marks around it.
#[allow(
    clippy::needless_bitwise_bool,
    reason = "without branches, many bytes are looked at in one step"
)]
pub(super) fn needs_quotes(cell: &str) -> bool {
    cell.bytes().fold(false, |found, b| {
        found | (b == b',') | (b == b'"') | (b == b'\r') | (b == b'\n')
    })
}

pub(super) fn quote(cell: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for (at, part) in cell.split('"').enumerate() {
        if at > 0 {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(part.as_bytes());
    }
    out.push(b'"');
}

impl<W: Write + Send> RowWriter for CsvLines<'_, W> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.line(row)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.write_all(&self.buffer)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lines_are_those_that_the_csv_crate_writes(
            rows in prop::collection::vec(prop::collection::vec("[a,\"\r\n é;]{0,4}", 1..5), 1..6),
        ) {
            let columns = rows[0].len();
            let mut lines = CsvLines { out: Vec::new(), columns, rewritten: None, buffer: Vec::new(), gathered: BUFFER, scratch: String::new() };
            let mut known = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
            for cells in &rows {
                lines.line(&Row::of(1, cells.iter().map(String::as_str)))?;
                let cell = |at| cells.get(at).map_or("", String::as_str);
                known.write_record((0..columns).map(cell)).unwrap();
            }
            prop_assert_eq!(String::from_utf8(lines.buffer), String::from_utf8(known.into_inner().unwrap()));
        }
    }
}
