//! CSV as RFC 4180 has it: UTF-8, commas, CRLF; where a column's type is certain, with ISO dates, a decimal point and no
//! marks between thousands.

use crate::Table;
use crate::writers::csv_lines::CsvLines;
use crate::writers::format::{FileType, Format, RowWriter};
use std::io::{self, Write};

/// CSV as RFC 4180 has it, in UTF-8.
pub(crate) struct Csv;

impl Format for Csv {
    fn id(&self) -> &'static str {
        "csv"
    }

    fn file_type(&self) -> Option<FileType> {
        Some(FileType::open("CSV"))
    }

    fn standard(&self) -> Option<&'static str> {
        Some("https://www.rfc-editor.org/rfc/rfc4180")
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
