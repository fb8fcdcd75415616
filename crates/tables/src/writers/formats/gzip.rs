//! The CSV of a large table, compressed.

use crate::Table;
use crate::writers::csv_lines::CsvLines;
use crate::writers::format::{Format, Reason, RowWriter};
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use std::io::{self, BufWriter, Write};

/// Files that are smaller as received are not worth a second one.
const LEAST_BYTES: u64 = 1 << 20;

/// The published CSV, compressed with gzip (RFC 1952).
pub(crate) struct Gzip;

impl Format for Gzip {
    fn id(&self) -> &'static str {
        "csv.gz"
    }

    fn ending(&self) -> &'static str {
        "csv.gz"
    }

    fn media_type(&self) -> &'static str {
        "application/gzip"
    }

    fn refuses(&self, table: &Table) -> Option<Reason> {
        (table.received.bytes < LEAST_BYTES).then_some(Reason {
            id: "small",
            limit: LEAST_BYTES,
        })
    }

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        // No name and no time in the head, so that the bytes repeat.
        let encoder = GzBuilder::new().write(out, Compression::default());
        Ok(Box::new(CsvLines::begin(
            BufWriter::new(FinishOnFlush(Some(encoder))),
            table,
        )?))
    }
}

/// Ends the compressed stream when it is flushed for the last time.
struct FinishOnFlush<W: Write>(Option<GzEncoder<W>>);

impl<W: Write> Write for FinishOnFlush<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Some(encoder) => encoder.write(bytes),
            None => Err(io::Error::other("the compressed stream is closed")),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.0.take() {
            Some(encoder) => encoder.finish().map(|_| ()),
            None => Ok(()),
        }
    }
}
