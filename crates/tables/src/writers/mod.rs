//! Tables written anew: rows are read once, and every format writes the same row before the next is read, so that memory
//! does not grow with the rows, and no two formats can disagree. A format is one file in `formats/` and one line in its
//! list.

mod block_packer;
pub mod convert;
mod csv_by_value;
mod csv_lines;
#[cfg(any(feature = "parquet", feature = "sqlite"))]
mod database_types;
mod epoch;
pub(crate) mod first_error;
pub mod format;
pub mod formats;
mod joined_csv;
mod json_objects;
mod packer;
#[cfg(feature = "xlsx")]
pub(crate) mod plain_workbook;
mod spreadsheet_cells;
#[cfg(feature = "sqlite")]
pub mod sqlite;
#[cfg(all(test, feature = "sheets", feature = "xlsx"))]
mod tests;
#[cfg(feature = "xlsx")]
pub mod text_sheets;
#[cfg(feature = "xlsx")]
mod workbook;
mod zip_headers;

pub use csv_by_value::CsvByValue;
pub use format::{FileType, Format, Reason, Role, RowWriter};
pub use formats::FORMATS;
pub use joined_csv::join;
pub use packer::{Archive, PackedEntry, Packer};

use crate::error::Error;
use crate::rows::RowBatch;
use crate::table::Table;
use crate::workers::Workers;
use std::path::Path;

/// Reads every row once and hands it to every writer; returns how many there were. Errors name the `paths`, one for each
/// writer.
///
/// # Errors
/// When a writer refuses, or the file is no longer as it was surveyed.
pub fn pour(
    table: &Table,
    mut writers: Vec<Box<dyn RowWriter + '_>>,
    paths: &[String],
) -> Result<u64, Error> {
    let workers = if table.rows >= RowBatch::MANY_ROWS {
        Workers::new()
    } else {
        Workers::default()
    };
    let rows = workers.run(|| pour_rows(table, &mut writers, paths, &workers))?;
    for (writer, path) in writers.into_iter().zip(paths) {
        writer
            .finish()
            .map_err(Error::io("writing", Path::new(path)))?;
    }
    if rows != table.rows {
        return Err(Error::changed(&table.received.path));
    }
    Ok(rows)
}

fn pour_rows(
    table: &Table,
    writers: &mut [Box<dyn RowWriter + '_>],
    paths: &[String],
    workers: &Workers,
) -> Result<u64, Error> {
    let path = &table.received.path;
    let mut records = table.records().map_err(|_| Error::changed(path))?;
    let (mut batch, mut next) = (RowBatch::large(), RowBatch::large());
    let mut rows = 0;
    records.fill(&mut batch).map_err(|_| Error::changed(path))?;
    while !batch.is_empty() {
        // The next rows are read while every format writes these.
        let (read, written) = workers.both(
            || records.fill(&mut next),
            || {
                workers.each(writers, |at, writer| {
                    let written = batch.rows().iter().try_for_each(|row| writer.row(row));
                    written.map_err(Error::io("writing", Path::new(&paths[at])))
                })
            },
        );
        written?;
        read.map_err(|_| Error::changed(path))?;
        rows += batch.rows().len() as u64;
        std::mem::swap(&mut batch, &mut next);
    }
    Ok(rows)
}
