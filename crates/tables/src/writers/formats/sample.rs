//! The first rows of a large table, as CSV: enough to see what it is, on any connection.

use crate::Table;
use crate::rows::Row;
use crate::writers::csv_lines::CsvLines;
use crate::writers::format::Role;
use crate::writers::format::{Format, Reason, RowWriter};
use std::io::{self, Write};

const ROWS: u64 = 100;

/// The first [`ROWS`] rows as CSV.
pub(crate) struct SampleCsv;

impl Format for SampleCsv {
    fn id(&self) -> &'static str {
        "sample"
    }

    fn format(&self) -> &'static str {
        "csv"
    }

    fn standard(&self) -> Option<&'static str> {
        Some("https://www.rfc-editor.org/rfc/rfc4180")
    }

    fn ending(&self) -> &'static str {
        "sample.csv"
    }

    fn media_type(&self) -> &'static str {
        "text/csv"
    }

    fn role(&self) -> Role {
        Role::Sample
    }

    fn refuses(&self, table: &Table) -> Option<Reason> {
        (table.rows <= ROWS).then_some(Reason {
            id: "small",
            limit: ROWS,
        })
    }

    fn rows(&self, rows: u64) -> u64 {
        rows.min(ROWS)
    }

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        Ok(Box::new(SampleRows {
            rows: Box::new(CsvLines::begin(out, table)?),
            left: ROWS,
        }))
    }
}

struct SampleRows<'a> {
    rows: Box<dyn RowWriter + 'a>,
    left: u64,
}

impl RowWriter for SampleRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        if self.left == 0 {
            return Ok(());
        }
        self.left -= 1;
        self.rows.row(row)
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        self.rows.finish()
    }
}
