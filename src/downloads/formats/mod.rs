//! Download formats: one a file, all in one list.

mod csv;
mod excel;
mod geojson;
mod gzip;
mod json;
mod ndjson;
mod ods;
#[cfg(feature = "parquet")]
mod parquet;
mod sample;
#[cfg(feature = "xlsx")]
mod xlsx;

use super::file::Role;
use crate::data::rows::Row;
use crate::data::{Column, Table};
use crate::text::words::Words;
use std::io::{self, Write};

/// Every format, in the order in which pages offer them.
pub static FORMATS: &[&dyn Format] = &[
    &csv::Csv,
    &gzip::Gzip,
    &sample::SampleCsv,
    &excel::Excel,
    #[cfg(feature = "xlsx")]
    &xlsx::Xlsx,
    &ods::Ods,
    &json::Json,
    &ndjson::NdJson,
    &geojson::GeoJson,
    #[cfg(feature = "parquet")]
    &parquet::Parquet,
];

/// Formats of a whole dataset, which are made of its tables and files.
pub static WHOLE: &[&str] = &[
    #[cfg(feature = "sqlite")]
    "sqlite",
    "zip",
];

/// Formats that this program knows but was built without; each is also the name of the feature that brings it.
pub(crate) static LEFT_OUT: &[&str] = &[
    #[cfg(not(feature = "xlsx"))]
    "xlsx",
    #[cfg(not(feature = "parquet"))]
    "parquet",
    #[cfg(not(feature = "sqlite"))]
    "sqlite",
];

/// A format that a table can be downloaded in.
pub trait Format: Sync {
    /// Its name, as settings write it.
    fn id(&self) -> &'static str;

    /// The name by which pages and catalogs know it.
    fn format(&self) -> &'static str {
        self.id()
    }

    /// What its file names end with.
    fn ending(&self) -> &'static str;

    /// Its media type.
    fn media_type(&self) -> &'static str;

    /// What its files are to the table.
    fn role(&self) -> Role {
        Role::Table
    }

    /// Whether it is made where nothing is said of formats.
    fn by_default(&self) -> bool {
        true
    }

    /// Why it cannot hold this table; none where it can.
    fn refuses(&self, _table: &Table) -> Option<Reason> {
        None
    }

    /// Rows that it writes of a table of so many.
    fn rows(&self, rows: u64) -> u64 {
        rows
    }

    /// Begins a file.
    ///
    /// # Errors
    /// When the disk refuses.
    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>>;
}

/// Why a format cannot hold a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// The word by which the message chooses its sentence: `too-many-rows`, `too-many-columns`, `too-long-cells`,
    /// `no-geometry`, `small`.
    pub(crate) id: &'static str,
    /// The format's limit, where there is one.
    pub(crate) limit: u64,
}

impl Reason {
    /// Whether readers would look for the format, so that its absence is said even where nobody asked for it by name.
    pub(crate) fn is_said(&self) -> bool {
        !matches!(self.id, "no-geometry" | "small")
    }
}

/// The reason why a spreadsheet with these limits cannot hold a table.
fn beyond(table: &Table, rows: u64, columns: u64, characters: u64) -> Option<Reason> {
    let longest = table
        .columns
        .iter()
        .map(|c| c.profile.longest as u64)
        .max()
        .unwrap_or(0);
    [
        ("too-many-rows", table.rows, rows),
        ("too-many-columns", table.columns.len() as u64, columns),
        ("too-long-cells", longest, characters),
    ]
    .into_iter()
    .find(|(_, has, most)| has > most)
    .map(|(id, _, limit)| Reason { id, limit })
}

/// Characters of what is said of a dataset that a cell takes: a spreadsheet holds 32,767.
const LONGEST_WORDS: usize = 32_000;

/// The heads of the dictionary of a spreadsheet.
const DICTIONARY: [&str; 7] = [
    "name",
    "type",
    "format",
    "title",
    "description",
    "unit",
    "missing",
];

/// What a spreadsheet says of a column, under those heads; words in their own language.
fn described(column: &Column) -> [String; 7] {
    let words = |words: &Words| words.all().next().map_or("", |(_, text)| text).to_owned();
    let marks: Vec<String> = column
        .missing_values
        .iter()
        .map(|m| format!("\"{m}\""))
        .collect();
    [
        column.name.clone(),
        column.kind.id().to_owned(),
        column.format.clone().unwrap_or_default(),
        words(&column.title),
        words(&column.description),
        column.unit.clone().unwrap_or_default(),
        marks.join(" "),
    ]
}

/// Bytes that are gathered before they are handed on.
const GATHERED: usize = 128 * 1024;

/// Hands on what has been gathered, once it is enough.
fn hand_on(gathered: &mut Vec<u8>, out: &mut dyn Write) -> io::Result<()> {
    if gathered.len() >= GATHERED {
        out.write_all(gathered)?;
        gathered.clear();
    }
    Ok(())
}

/// Writes one table in one format.
pub trait RowWriter: Send {
    /// Writes the next row of data.
    ///
    /// # Errors
    /// When the disk refuses.
    fn row(&mut self, row: &Row) -> io::Result<()>;

    /// Writes what is after the last row.
    ///
    /// # Errors
    /// When the disk refuses.
    fn finish(self: Box<Self>) -> io::Result<()>;
}
