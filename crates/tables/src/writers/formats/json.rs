//! JSON: an array with one object a row, on one line each. Numbers keep every digit of the source.

use crate::Table;
use crate::rows::Row;
use crate::writers::format::{FileType, Format, RowWriter};
use crate::writers::json_objects::JsonObjects;
use std::io::{self, Write};

/// A JSON array of one object for each row.
pub(crate) struct Json;

impl Format for Json {
    fn id(&self) -> &'static str {
        "json"
    }

    fn file_type(&self) -> Option<FileType> {
        Some(FileType::open("JSON"))
    }

    fn ending(&self) -> &'static str {
        "json"
    }

    fn media_type(&self) -> &'static str {
        "application/json"
    }

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        Ok(Box::new(JsonRows {
            out,
            objects: JsonObjects::new(table),
            begun: false,
            gathered: Vec::new(),
        }))
    }
}

struct JsonRows<'a> {
    out: &'a mut (dyn Write + Send),
    objects: JsonObjects<'a>,
    begun: bool,
    gathered: Vec<u8>,
}

impl RowWriter for JsonRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.gathered
            .extend_from_slice(if self.begun { b",\n" } else { b"[\n" });
        self.begun = true;
        self.objects.write(row, &mut self.gathered)?;
        crate::writers::json_objects::hand_on(&mut self.gathered, self.out)
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        self.out.write_all(&self.gathered)?;
        self.out
            .write_all(if self.begun { b"\n]\n" } else { b"[]\n" })
    }
}
