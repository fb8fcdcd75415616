//! One table, read once and written in every format.

use super::file::DownloadFile;
use crate::cache::{CacheKey, CachedFile};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::downloads::write_context::WriteContext;
use crate::stage::StagedFile;
use crate::tables::table_key;
use std::path::Path;
use tragaluz_tables::Table;
use tragaluz_tables::writers::{Format, Role, RowWriter, pour};

/// Writes a table in these formats, to `stem` and each format's ending. A format that cannot hold it is left out, and
/// that is said; where formats were not `asked` for by name, only if readers would look for it.
///
/// # Errors
/// When a file cannot be written, or the table is no longer as it was surveyed.
pub(crate) fn write(
    table: &Table,
    stem: &str,
    making: &WriteContext<'_>,
    (formats, asked): (&[&'static dyn Format], bool),
    sink: &mut Sink,
) -> Result<Vec<DownloadFile>, Fatal> {
    let chosen = chosen(table, formats, asked, sink);
    let paths: Vec<String> = chosen
        .iter()
        .map(|f| format!("{stem}.{}", f.ending()))
        .collect();
    let key = CacheKey::of(&[
        b"downloads",
        table_key(table).bytes(),
        paths.join("\n").as_bytes(),
    ]);
    let files = match making.cache.files(&key, making.staging)? {
        Some(kept) => kept,
        None => {
            let made = write_files(table, &chosen, paths, making)?;
            making.cache.put(key, &made);
            made
        }
    };
    Ok(chosen
        .iter()
        .zip(files)
        .map(|(format, file)| offered(table, *format, file))
        .collect())
}

/// Returns the formats that can hold a table; of the others a finding says why not.
fn chosen(
    table: &Table,
    formats: &[&'static dyn Format],
    asked: bool,
    sink: &mut Sink,
) -> Vec<&'static dyn Format> {
    let mut chosen = Vec::new();
    for format in formats {
        match format.refuses(table) {
            None => chosen.push(*format),
            Some(reason) if !asked && !reason.is_said() => {}
            Some(reason) => sink.push(
                Diagnostic::new(&codes::FORMAT_REFUSED)
                    .at(Place::file(&table.received.path))
                    .arg("resource", &table.resource)
                    .arg("format", format.id())
                    .arg("reason", reason.id)
                    .arg("limit", reason.limit),
            ),
        }
    }
    chosen
}

/// Reads the table once and writes each of these formats to its path.
fn write_files(
    table: &Table,
    formats: &[&'static dyn Format],
    paths: Vec<String>,
    making: &WriteContext<'_>,
) -> Result<Vec<CachedFile>, Fatal> {
    let mut staged = paths
        .iter()
        .map(|path| making.staging.create(path))
        .collect::<Result<Vec<StagedFile<'_>>, Fatal>>()?;
    let mut writers: Vec<Box<dyn RowWriter + '_>> = Vec::with_capacity(formats.len());
    for ((format, out), path) in formats.iter().zip(&mut staged).zip(&paths) {
        let writer = format.open(out, table);
        writers.push(writer.map_err(Fatal::io("writing", Path::new(path)))?);
    }
    pour(table, writers, &paths)?;
    staged
        .into_iter()
        .zip(paths)
        .map(|(out, path)| Ok((path, out.finish()?)))
        .collect()
}

/// A file as it is offered.
fn offered(
    table: &Table,
    format: &'static dyn Format,
    (path, written): CachedFile,
) -> DownloadFile {
    DownloadFile {
        dataset: table.dataset.clone(),
        resource: Some(table.resource.clone()),
        role: format.role(),
        format: format.format().to_owned(),
        path,
        media_type: format.media_type().to_owned(),
        rows: Some(if format.role() == Role::Sample {
            format.rows(table.rows)
        } else {
            table.rows
        }),
        bytes: written.bytes,
        copy_of: None,
        sha256: written.sha256,
    }
}
