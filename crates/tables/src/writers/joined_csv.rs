//! Tables with the same columns as one CSV, each of them read once and no row held.

use super::csv_lines::{BUFFER, needs_quotes, quote};
use crate::error::Error;
use crate::rows::Row;
use crate::writers::format::RowWriter;
use crate::writers::pour;
use crate::{Column, Table};
use std::io::{self, Write};
use std::path::Path;

/// Writes the rows of all these tables to `out`, one table after the other, with the columns of the first in their order, found
/// by name. Before them stands the column `first` with the name of the row's table. Cells are those of each table's own CSV.
/// Returns the number of rows; errors name `path`.
///
/// # Errors
/// When the disk refuses, or a file is no longer as it was surveyed.
pub fn join(
    tables: &[&Table],
    first: &str,
    out: &mut (dyn Write + Send),
    path: &str,
) -> Result<u64, Error> {
    let failed = |fault| Error::io("writing", Path::new(path))(fault);
    let names = tables.first().map_or(&[][..], |table| &table.columns);
    let mut header = Vec::new();
    write_cell(first, &mut header);
    for column in names {
        header.push(b',');
        write_cell(&column.name, &mut header);
    }
    header.extend_from_slice(b"\r\n");
    out.write_all(&header).map_err(failed)?;
    let mut rows = 0;
    for table in tables {
        let writer = JoinedRows::of(table, names, out);
        rows += pour(table, vec![Box::new(writer)], &[path.to_owned()])?;
    }
    Ok(rows)
}

/// The rows of one table among those of others.
struct JoinedRows<'a> {
    out: &'a mut (dyn Write + Send),
    /// What each row begins with: the name of its table.
    start: Vec<u8>,
    /// The places of its columns, and these, in the order of the file.
    columns: Vec<(usize, &'a Column)>,
    buffer: Vec<u8>,
    scratch: String,
}

impl<'a> JoinedRows<'a> {
    fn of(table: &'a Table, names: &[Column], out: &'a mut (dyn Write + Send)) -> JoinedRows<'a> {
        let mut start = Vec::new();
        write_cell(&table.resource, &mut start);
        let place = |named: &Column| {
            let mut own = table.columns.iter().enumerate();
            own.find(|(_, column)| column.name == named.name)
        };
        JoinedRows {
            out,
            start,
            columns: names.iter().filter_map(place).collect(),
            buffer: Vec::with_capacity(BUFFER + BUFFER / 8),
            scratch: String::new(),
        }
    }
}

impl RowWriter for JoinedRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.buffer.extend_from_slice(&self.start);
        for (place, column) in &self.columns {
            let cell = row.cell(*place).unwrap_or("");
            self.buffer.push(b',');
            write_cell(column.publish(cell, &mut self.scratch), &mut self.buffer);
        }
        self.buffer.extend_from_slice(b"\r\n");
        if self.buffer.len() >= BUFFER {
            self.out.write_all(&self.buffer)?;
            self.buffer.clear();
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        self.out.write_all(&self.buffer)?;
        self.out.flush()
    }
}

/// Writes a cell, in quotation marks where it needs them.
fn write_cell(cell: &str, out: &mut Vec<u8>) {
    if needs_quotes(cell) {
        quote(cell, out);
    } else {
        out.extend_from_slice(cell.as_bytes());
    }
}
