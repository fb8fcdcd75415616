//! Files outside a portal: the same engine, with nothing declared.

use super::containers;
use crate::diag::{Fatal, Sink};
use crate::model::dataset::{Resource, Schema};
use crate::text::lang::Lang;
use std::path::Path;
use tragaluz_tables::Table;
use tragaluz_tables::standalone::survey_file;

pub use tragaluz_tables::profile::ProfileDepth;
pub use tragaluz_tables::standalone::{FileRequest, folder_of};

/// Reads and profiles one file, with a schema to check it against where there is one. A table in a ZIP or a sheet of a
/// workbook is named as if the file were a folder: `towns.zip/towns.csv`, `budget.xlsx/2024`. Where several tables are in
/// the file and none is named, the first that is not by its name a cover or notes is read, and a finding names the others.
///
/// # Errors
/// When there is no such file. What is wrong within it goes to the sink, and then there is no table.
pub fn profile_file(
    path: &Path,
    schema: Option<Schema>,
    sink: &mut Sink,
) -> Result<Option<Table>, Fatal> {
    read_file(path, schema, &FileRequest::of(ProfileDepth::Whole), sink)
}

/// As [`profile_file`], with the same findings, but without counts that only a profile shows: of its columns, no more is
/// counted than it takes to tell their types, to check them and to write them in any format.
///
/// # Errors
/// As [`profile_file`].
pub fn check_file(
    path: &Path,
    schema: Option<Schema>,
    sink: &mut Sink,
) -> Result<Option<Table>, Fatal> {
    read_file(path, schema, &FileRequest::of(ProfileDepth::Forms), sink)
}

/// As [`profile_file`], of a file that is read as this says.
///
/// # Errors
/// As [`profile_file`].
pub fn read_file(
    path: &Path,
    schema: Option<Schema>,
    request: &FileRequest,
    sink: &mut Sink,
) -> Result<Option<Table>, Fatal> {
    let english = Lang::parse("en").expect("a tag");
    let mut found = Vec::new();
    let table = survey_file(
        path,
        schema,
        request,
        |file, root, _| {
            let tables = containers::tables(Resource::from(file), "", &english, root, sink);
            tables
                .into_iter()
                .map(|(resource, _)| resource.table_file())
                .collect()
        },
        &mut found,
    );
    sink.extend(found);
    Ok(table?)
}
