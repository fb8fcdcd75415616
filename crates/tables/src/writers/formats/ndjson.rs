//! NDJSON: one object a line, for programs that read a stream.

use crate::Table;
use crate::rows::Row;
use crate::writers::format::{Format, RowWriter};
use crate::writers::json_objects::JsonObjects;
use std::io::{self, Write};

/// One JSON object a line.
pub(crate) struct NdJson;

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

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        Ok(Box::new(NdJsonRows {
            out,
            objects: JsonObjects::new(table),
            gathered: Vec::new(),
        }))
    }
}

struct NdJsonRows<'a> {
    out: &'a mut (dyn Write + Send),
    objects: JsonObjects<'a>,
    gathered: Vec<u8>,
}

impl RowWriter for NdJsonRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.objects.write(row, &mut self.gathered)?;
        self.gathered.push(b'\n');
        crate::writers::json_objects::hand_on(&mut self.gathered, self.out)
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        self.out.write_all(&self.gathered)
    }
}
