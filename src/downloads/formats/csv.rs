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
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).buffer_capacity(128 * 1024).from_writer(out);
        writer.write_record(table.columns.iter().map(|c| c.name.as_bytes()))?;
        Ok(Box::new(CsvRows { writer, columns: table.columns.len() }))
    }
}

struct CsvRows<W: Write> {
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
