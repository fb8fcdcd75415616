//! Rows as lines of CSV, which several formats are made of.

use super::formats::RowWriter;
use crate::data::Table;
use crate::data::rows::Row;
use csv::{Terminator, Writer, WriterBuilder};
use std::io::{self, Write};

/// Bytes gathered before they are handed on.
const BUFFER: usize = 128 * 1024;

/// Writes rows as RFC 4180 has them.
pub struct Lines<W: Write> {
    writer: Writer<W>,
    columns: usize,
}

impl<W: Write> Lines<W> {
    /// Begins with the header.
    ///
    /// # Errors
    /// When `out` refuses.
    pub fn begin(out: W, table: &Table) -> io::Result<Self> {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).buffer_capacity(BUFFER).from_writer(out);
        writer.write_record(table.columns.iter().map(|c| c.name.as_bytes()))?;
        Ok(Lines { writer, columns: table.columns.len() })
    }
}

impl<W: Write> RowWriter for Lines<W> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        for at in 0..self.columns {
            self.writer.write_field(row.cell(at).unwrap_or(""))?;
        }
        self.writer.write_record(None::<&[u8]>)?;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.writer.flush()
    }
}
