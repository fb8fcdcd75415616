//! The profiles of a dataset's tables: `datasets/NAME/profile.json`, documented by `schemas/profile.schema.json`.

use super::{NoteEntry, PublishedSchema, entries, json_text, schema_of};
use crate::downloads::{DownloadFile, Files, Role};
use crate::stage::OutputFile;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use tragaluz_tables::{ColumnProfile, Table, Tables};

/// The way from a profile to its JSON Schema.
const SCHEMA_PATH: &str = "../../schemas/profile.schema.json";

/// The schema of what is counted of tables.
pub(super) const SCHEMA: PublishedSchema = PublishedSchema {
    path: "schemas/profile.schema.json",
    draw: schema_of::<ProfileFile>,
};

/// What was counted of each table: types, missing cells, different values, ranges. Values are text, digit by digit as in the
/// file; what does not apply is left out. Keys are only ever added.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "datasets/NAME/profile.json")]
struct ProfileFile<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// The dataset's identifier.
    #[schemars(length(min = 1))]
    dataset: &'a str,
    tables: Vec<ProfileEntry<'a>>,
}

/// What was counted of a table.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
struct ProfileEntry<'a> {
    name: &'a str,
    columns: Vec<ColumnProfile<'a>>,
    /// Its character encoding, where it has one.
    #[schemars(extend("optional" = true))]
    encoding: Option<&'a str>,
    rows: u64,
    /// What the received file says above and below the table: titles, sources, totals.
    #[schemars(extend("optional" = true))]
    notes: Vec<NoteEntry<'a>>,
    /// The published CSV, by its path from this file's folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    csv: Option<&'a str>,
    /// The file as it was received, by its path from this file's folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

impl<'a> ProfileEntry<'a> {
    /// Draws the profile of a table. It is named by its files as they are published.
    fn of(table: &'a Table, files: &'a Files) -> Self {
        let published = PublishedTable { table, files };
        ProfileEntry {
            name: &table.resource,
            columns: ColumnProfile::all(table),
            encoding: table.received.encoding.as_deref(),
            rows: table.rows,
            notes: entries(&table.notes),
            csv: published.path(|file| file.role == Role::Table && file.format == "csv"),
            file: published.path(|file| file.role == Role::Received),
        }
    }
}

/// A table and the files of its dataset.
#[derive(Clone, Copy)]
struct PublishedTable<'a> {
    table: &'a Table,
    files: &'a Files,
}

impl<'a> PublishedTable<'a> {
    /// Returns the path of the first file of the table that is wanted, from the dataset's folder.
    fn path(self, is_wanted: impl Fn(&DownloadFile) -> bool) -> Option<&'a str> {
        let dataset = &self.table.dataset;
        let name = Some(&*self.table.resource);
        let mut own = (self.files.of(dataset)).filter(|file| file.resource.as_deref() == name);
        let path = &own.find(|file| is_wanted(file))?.path;
        Some(path.strip_prefix(&folder(dataset)).unwrap_or(path))
    }
}

/// Draws a file for each dataset that has tables.
pub(crate) fn all(tables: &Tables, files: &Files) -> Vec<OutputFile> {
    let mut by_dataset: BTreeMap<&str, Vec<ProfileEntry>> = BTreeMap::new();
    for table in &tables.tables {
        let entry = ProfileEntry::of(table, files);
        by_dataset.entry(&table.dataset).or_default().push(entry);
    }
    by_dataset
        .into_iter()
        .map(|(dataset, tables)| OutputFile {
            path: format!("{}profile.json", folder(dataset)),
            text: json_text(&ProfileFile {
                schema: SCHEMA_PATH,
                dataset,
                tables,
            }),
        })
        .collect()
}

/// Returns the folder of a dataset in the site.
fn folder(dataset: &str) -> String {
    format!("datasets/{}/", dataset.to_ascii_lowercase())
}
