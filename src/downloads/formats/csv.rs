//! CSV as RFC 4180 has it: UTF-8, commas, CRLF, every cell's text exactly as it was meant.

use super::{Format, RowWriter};
use crate::data::Table;
use crate::data::rows::Row;
use csv::{Terminator, Writer, WriterBuilder};
use std::io::{self, Write};

/// The format.
pub struct Csv;

impl Format for Csv {
    fn id(&self) -> &'static str {
        "csv"
    }

    fn ending(&self) -> &'static str {
        "csv"
    }

    fn media_type(&self) -> &'static str {
        "text/csv"
    }

    fn open<'a>(&self, out: &'a mut (dyn Write + Send), table: &'a Table) -> io::Result<Box<dyn RowWriter + 'a>> {
        Ok(Box::new(Csv::rows_into(out, table)?))
    }
}

impl Csv {
    /// Begins a CSV file in anything that can be written to.
    pub(super) fn rows_into<W: Write>(out: W, table: &Table) -> io::Result<CsvRows<W>> {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).buffer_capacity(BUFFER).from_writer(out);
        writer.write_record(table.columns.iter().map(|c| c.name.as_bytes()))?;
        Ok(CsvRows { writer, columns: table.columns.len() })
    }
}

/// Bytes gathered before they are handed on.
const BUFFER: usize = 128 * 1024;

/// Writes rows as CSV.
pub(super) struct CsvRows<W: Write> {
    writer: Writer<W>,
    columns: usize,
}

impl<W: Write> RowWriter for CsvRows<W> {
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
