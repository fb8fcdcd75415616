//! The rows of each value of a column as a CSV of their own, where the table's owner asks for them. The pages of these rows
//! offer them, and nothing else does: whoever takes everything takes the whole table.

use super::file::DownloadFile;
use crate::cache::{CacheKey, CachedFile};
use crate::diag::Fatal;
use crate::downloads::write_context::WriteContext;
use crate::stage::StagedFile;
use crate::tables::row_cuts::csv_of_value;
use crate::tables::table_key;
use std::path::Path;
use tragaluz_tables::Table;
use tragaluz_tables::outline::SplitRows;
use tragaluz_tables::writers::{CsvByValue, Role, pour};

/// Writes the files of a table's values; none where nobody asks for them.
///
/// # Errors
/// When a file cannot be written, or the table is no longer as it was surveyed.
pub(crate) fn write(table: &Table, making: &WriteContext<'_>) -> Result<Vec<DownloadFile>, Fatal> {
    let split = table.outline.split.as_ref();
    let Some(split) = split.filter(|split| split.has_files && !split.values.is_empty()) else {
        return Ok(Vec::new());
    };
    let paths: Vec<String> = (0..split.values.len())
        .filter_map(|at| csv_of_value(table, at))
        .collect();
    let key = CacheKey::of(&[
        b"csv by value",
        table_key(table).bytes(),
        &split.column.to_le_bytes(),
        paths.join("\n").as_bytes(),
    ]);
    let files = match making.cache.files(&key, making.staging)? {
        Some(kept) => kept,
        None => {
            let made = write_files(table, split, paths, making)?;
            making.cache.put(key, &made);
            made
        }
    };
    let with_rows = files.into_iter().zip(&split.values);
    Ok(with_rows
        .map(|(file, value)| offered(table, value.rows, file))
        .collect())
}

/// Reads the table once and writes each row to the file of its value.
fn write_files(
    table: &Table,
    split: &SplitRows,
    paths: Vec<String>,
    making: &WriteContext<'_>,
) -> Result<Vec<CachedFile>, Fatal> {
    let mut staged = (paths.iter())
        .map(|path| making.staging.create(path))
        .collect::<Result<Vec<StagedFile<'_>>, Fatal>>()?;
    let writer = CsvByValue::begin(&mut staged, table, split);
    let writer = writer.map_err(Fatal::io("writing", Path::new(&paths[0])))?;
    pour(table, vec![Box::new(writer)], &paths[..1])?;
    (staged.into_iter().zip(paths))
        .map(|(out, path)| Ok((path, out.finish()?)))
        .collect()
}

/// A file as it is offered.
fn offered(table: &Table, rows: u64, (path, written): CachedFile) -> DownloadFile {
    DownloadFile {
        dataset: table.dataset.clone(),
        resource: Some(table.resource.clone()),
        role: Role::Table,
        format: "csv".to_owned(),
        path,
        media_type: "text/csv".to_owned(),
        rows: Some(rows),
        bytes: written.bytes,
        copy_of: None,
        sha256: written.sha256,
    }
}
