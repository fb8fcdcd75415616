//! Files outside a portal: the same engine, with nothing declared.

use super::sources;
use super::survey::{self, Depth};
use super::table::Table;
use crate::diag::{Fatal, Place, Sink};
use crate::model::dataset::{Dialect, Resource, Schema};
use crate::text::slug::slug;
use crate::text::words::Words;
use std::path::Path;

/// A resource of which nothing is declared but its file.
pub fn resource(path: &str) -> Resource {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    Resource {
        chart: None,
        name: slug(stem),
        path: path.to_owned(),
        title: Words::default(),
        description: Words::default(),
        schema: Schema::default(),
        dialect: Dialect::default(),
        encoding: None,
        format: None,
        place: Place::file(path),
    }
}

/// Reads and profiles one file, with a schema to check it against where there is one. The table's rows are then read
/// with [`Table::records`] from the file's own folder.
///
/// # Errors
/// When there is no such file. What is wrong within it goes to the sink, and then there is no table.
pub fn profile_file(path: &Path, schema: Option<Schema>, sink: &mut Sink) -> Result<Option<Table>, Fatal> {
    survey_file(path, schema, Depth::Whole, sink)
}

/// As [`profile_file`], with the same findings, but without counts that only a profile shows: of its columns, no more is
/// counted than it takes to tell their types, to check them and to write them in any format.
///
/// # Errors
/// As [`profile_file`].
pub fn check_file(path: &Path, schema: Option<Schema>, sink: &mut Sink) -> Result<Option<Table>, Fatal> {
    survey_file(path, schema, Depth::Forms, sink)
}

fn survey_file(path: &Path, schema: Option<Schema>, depth: Depth, sink: &mut Sink) -> Result<Option<Table>, Fatal> {
    path.metadata().map_err(Fatal::io("reading", path))?;
    let mut declared = resource(&path.file_name().unwrap_or_default().to_string_lossy());
    declared.schema = schema.unwrap_or_default();
    // Whatever it is called, a file that somebody asks about by name is tried as text.
    let source = sources::source_of(&declared).or_else(|| {
        declared.format = Some("csv".to_owned());
        sources::source_of(&declared)
    });
    Ok(source.and_then(|source| survey::survey(source, folder_of(path), ("", &declared), depth, sink)))
}

/// The folder that a file outside a portal is read from, as [`Table::records`] wants it.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
