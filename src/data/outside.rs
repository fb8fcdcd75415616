//! Files outside a portal: the same engine, with nothing declared.

use super::sources;
use super::survey;
use super::table::{Home, Table};
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
        former: Vec::new(),
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

/// Reads and profiles one file, with a schema to check it against where there is one.
///
/// # Errors
/// When there is no such file. What is wrong within it goes to the sink, and then there is no table.
pub fn profile_file(path: &Path, schema: Option<Schema>, sink: &mut Sink) -> Result<Option<Table>, Fatal> {
    path.metadata().map_err(Fatal::io("reading", path))?;
    let mut declared = resource(&path.file_name().unwrap_or_default().to_string_lossy());
    declared.schema = schema.unwrap_or_default();
    // Whatever it is called, a file that somebody asks about by name is tried as text.
    let source = sources::source_of(&declared).or_else(|| {
        declared.format = Some("csv".to_owned());
        sources::source_of(&declared)
    });
    let home = Home::of_publisher(folder_of(path));
    Ok(source.and_then(|source| survey::survey(source, &home, "", &declared, sink)))
}

/// The folder that a file outside a portal stands in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
