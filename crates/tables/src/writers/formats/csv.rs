//! CSV as RFC 4180 has it: UTF-8, commas, CRLF; where a column's type is certain, with ISO dates, a decimal point and no
//! marks between thousands.

use crate::Table;
use crate::writers::csv_lines::CsvLines;
use crate::writers::format::{Format, RowWriter};
use std::io::{self, Write};

/// The format.
pub(crate) struct Csv;

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

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        Ok(Box::new(CsvLines::begin(out, table)?))
    }
}
