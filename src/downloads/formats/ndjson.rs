//! NDJSON: one object a line, for programs that read a stream.

use super::{Format, RowWriter};
use crate::data::Table;
use crate::data::rows::Row;
use crate::downloads::objects::Objects;
use std::io::{self, Write};

/// The format.
pub struct NdJson;

impl Format for NdJson {
    fn id(&self) -> &'static str {
        "ndjson"
    }

    fn ending(&self) -> &'static str {
        "ndjson"
    }

    fn media_type(&self) -> &'static str {
        "application/x-ndjson"
    }

    fn open<'a>(&self, out: &'a mut (dyn Write + Send), table: &'a Table) -> io::Result<Box<dyn RowWriter + 'a>> {
        Ok(Box::new(NdJsonRows { out, objects: Objects::new(table) }))
    }
}

struct NdJsonRows<'a> {
    out: &'a mut (dyn Write + Send),
    objects: Objects<'a>,
}

impl RowWriter for NdJsonRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.out.write_all(self.objects.object(row)?)?;
        self.out.write_all(b"\n")
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        Ok(())
    }
}
