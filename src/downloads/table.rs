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
pub(crate) fn write(
    table: &Table,
    stem: &str,
    making: &WriteContext<'_>,
    (formats, asked): (&[&'static dyn Format], bool),
    sink: &mut Sink,
) -> Result<Vec<DownloadFile>, Fatal> {
    let mut chosen = Vec::new();
    for format in formats {
        match format.refuses(table) {
            None => chosen.push(*format),
            Some(reason) if !asked && !reason.is_said() => {}
            Some(reason) => {
                let finding =
                    Diagnostic::new(&codes::FORMAT_REFUSED).at(Place::file(&table.received.path));
                let finding = finding
                    .arg("resource", &table.resource)
                    .arg("format", format.id());
                sink.push(finding.arg("reason", reason.id).arg("limit", reason.limit));
            }
        }
    }
    let paths: Vec<String> = chosen
        .iter()
        .map(|f| format!("{stem}.{}", f.ending()))
        .collect();
    let key = CacheKey::of(&[
        b"downloads",
        table_key(table).bytes(),
        paths.join("\n").as_bytes(),
    ]);
    if let Some(kept) = making.cache.files(&key, making.staging)? {
        return Ok(chosen
            .iter()
            .zip(kept)
            .map(|(format, kept)| offered(table, *format, kept))
            .collect());
    }
    let create = |path: &String| making.staging.create(path);
    let mut staged = paths
        .iter()
        .map(create)
        .collect::<Result<Vec<StagedFile<'_>>, Fatal>>()?;
    {
        let mut writers: Vec<Box<dyn RowWriter + '_>> = Vec::with_capacity(chosen.len());
        for ((format, out), path) in chosen.iter().zip(&mut staged).zip(&paths) {
            writers.push(
                format
                    .open(out, table)
                    .map_err(Fatal::io("writing", Path::new(path)))?,
            );
        }
        pour(table, writers, &paths)?;
    }
    let made: Vec<CachedFile> = staged
        .into_iter()
        .zip(paths)
        .map(|(out, path)| Ok((path, out.finish()?)))
        .collect::<Result<_, Fatal>>()?;
    making.cache.put(key, &made);
    Ok(chosen
        .iter()
        .zip(made)
        .map(|(format, made)| offered(table, *format, made))
        .collect())
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
