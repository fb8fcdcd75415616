//! Floor 5: catalogs and citations: what programs read to find the datasets. Each projects the one neutral record
//! ([`crate::record`]); a new one is a file here and a line in [`ALL`].

mod blank;
mod catalog_json;
pub(crate) mod citations;
mod croissant;
mod csvw;
mod data_package;
mod dataset_json;
pub mod dcat_ap;
mod dcat_us;
mod dcat_us_3;
pub(crate) mod facts;
mod frequency;
mod json_schema;
mod parts;
pub(crate) mod profiles;
pub mod schema_org;
mod schemas;
mod size;
mod stated_entries;

use blank::{Blank, never_blank};
pub(crate) use data_package::package;
use json_schema::schema_of;
use parts::{
    Area, CoveredTime, ExternalEntry, FileEntry, IsoDate, LocalizedText, NoteEntry, OwnFactsEntry,
    SitePath, SourceEntry, entries,
};
pub(crate) use size::{Refused, too_large};
use stated_entries::{StatedEntries, text_of};

use crate::diag::Fatal;
use crate::downloads::Role;
use crate::model::dataset::Bounds;
use crate::model::vocabulary::DATA_THEMES;
use crate::record::{CatalogRecord, Distribution, Record};
use crate::stage::Staging;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use dcat_ap::Limits;
use frequency::duration;
use schemars::Schema;
use serde::ser::{Serialize, Serializer};
use serde_json::Number;
use std::collections::BTreeSet;
use std::io::{self, Write};
use tragaluz_tables::cell_formats::CellFormat;
use tragaluz_tables::writers::formats;
use tragaluz_tables::{Column, FieldType};

/// What a file of a catalog covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The whole portal.
    Whole,
    /// A page of the list of datasets, from 1.
    Page(usize),
    /// A share of the datasets, by their places in the record, and which of how many.
    Share {
        /// Its number, from 1.
        number: usize,
        /// How many there are.
        of: usize,
        /// The first dataset.
        from: usize,
        /// The one after the last.
        to: usize,
    },
    /// One dataset, by its place in the record.
    Dataset(usize),
    /// A table of a dataset, by their places.
    Table(usize, usize),
    /// A file of several tables of a dataset, by their places.
    Joined(usize, usize),
}

impl Part {
    /// Returns whether the file holds the whole portal, or begins what holds it.
    fn begins_whole(self) -> bool {
        matches!(
            self,
            Part::Whole | Part::Page(1) | Part::Share { number: 1, .. }
        )
    }
}

/// Returns the CSV of the portal's first table.
fn first_csv(record: &CatalogRecord) -> Option<&Distribution> {
    let mut files = record.datasets.iter().flat_map(|d| &d.distributions);
    files.find(|file| file.role == Role::Table && file.format == "csv")
}

/// What a file of a catalog is, as the page for programmers tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogEndpoint {
    /// Its path, with `NAME` and `TABLE` for what differs.
    pub(crate) path: &'static str,
    /// The path of one such file; none where it is not sure that there is one.
    pub(crate) example: Option<String>,
    /// The theme's message that says what is in it.
    pub(crate) about: &'static str,
    /// The path of its JSON Schema, where the portal publishes one.
    pub(crate) schema: Option<&'static str>,
}

impl CatalogEndpoint {
    /// Tells of a single file, where it is written.
    fn single(path: &'static str, about: &'static str, is_written: bool) -> Vec<CatalogEndpoint> {
        let endpoint = CatalogEndpoint {
            path,
            example: Some(path.to_owned()),
            about,
            schema: None,
        };
        is_written.then_some(endpoint).into_iter().collect()
    }
}

/// A way of describing the portal's datasets to programs. It tells everything about itself, so that a new one is a file
/// and a line in [`ALL`].
pub trait Catalog: Sync {
    /// Returns its name, which no other catalog has.
    fn id(&self) -> &'static str;
    /// Returns the media type of its files.
    fn media_type(&self) -> &'static str {
        "application/json"
    }
    /// Returns whether pages and hosts point harvesters to the file that holds the whole portal.
    fn is_hinted(&self) -> bool {
        false
    }
    /// Returns the path of its only file, where its standard knows no pages: harvesters refuse a large one.
    fn undivided(&self) -> Option<&'static str> {
        None
    }
    /// Returns whether its form is the portal's own, not a standard's.
    fn is_own(&self) -> bool {
        false
    }
    /// Returns what the page for programmers tells of it.
    fn endpoints(&self, _record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        Vec::new()
    }
    /// Returns the files it consists of for this record: path from the site's root, and what each covers. None where it
    /// cannot be made: catalogs that harvesters take need full addresses.
    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)>;
    /// Writes one of those files.
    ///
    /// # Errors
    /// When `out` refuses.
    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()>;
}

/// Every catalog, in the order in which pages point to them.
pub static ALL: &[&dyn Catalog] = &[
    &dcat_ap::JsonLd(Limits::OURS),
    &dcat_ap::Turtle(Limits::OURS),
    &dcat_ap::RdfXml(Limits::OURS),
    &dcat_us::DcatUs,
    &dcat_us_3::DcatUs3,
    &dcat_ap::UsTurtle(Limits::OURS),
    &catalog_json::CatalogJson,
    &dataset_json::DatasetJson,
    &data_package::DataPackage,
    &csvw::Csvw,
    &croissant::Croissant,
    &schemas::Schemas,
];

/// A JSON Schema that is published.
struct PublishedSchema {
    /// Its path from the site's root.
    path: &'static str,
    /// Draws it.
    draw: fn() -> Schema,
}

/// The schemas of the portal's own JSON files.
static SCHEMAS: &[PublishedSchema] = &[
    catalog_json::SCHEMA,
    dataset_json::SCHEMA,
    facts::commitment::SCHEMA,
    facts::report::SCHEMA,
    schemas::ROWS,
    profiles::SCHEMA,
];

/// Returns the files that hold the whole catalogue, with their media types, for pages and hosts to point harvesters to.
/// Only those that [`write_all`] will write for this record.
pub(crate) fn hints(record: &CatalogRecord) -> Vec<(String, &'static str)> {
    let hinted = ALL.iter().filter(|catalog| catalog.is_hinted());
    let whole = hinted.flat_map(|catalog| {
        let files = catalog.files(record).into_iter();
        files
            .filter(|(_, part)| part.begins_whole())
            .map(|(path, _)| (path, catalog.media_type()))
    });
    whole.collect()
}

/// Writes every catalog.
///
/// # Errors
/// When a path is taken or the disk refuses.
pub(crate) fn write_all(record: &CatalogRecord, staging: &Staging) -> Result<(), Fatal> {
    for catalog in ALL {
        for (path, part) in catalog.files(record) {
            let mut file = staging.create(&path)?;
            catalog
                .write(record, part, &mut file)
                .map_err(Fatal::io("writing", std::path::Path::new(&path)))?;
            file.finish()?;
        }
    }
    Ok(())
}

/// Returns the datasets that harvesters of DCAT-US take.
fn harvestable(record: &CatalogRecord) -> impl Iterator<Item = &Record> {
    record.datasets.iter().filter(|d| d.is_harvestable())
}

/// Returns the file of a catalogue of the datasets that harvesters of DCAT-US take, where there is one.
fn whole_for_harvesters(record: &CatalogRecord, path: &str) -> Vec<(String, Part)> {
    let is_filled = record.fills_catalog_of(Record::is_harvestable);
    is_filled
        .then(|| (path.to_owned(), Part::Whole))
        .into_iter()
        .collect()
}

/// Returns a rectangle as JSON numbers: west, south, east, north (RFC 7946, §5).
fn degrees(bounds: Bounds) -> Option<[Number; 4]> {
    let mut sides = [0, 0, 0, 0].map(Number::from);
    for (side, degrees) in sides.iter_mut().zip(bounds.sides()) {
        *side = degrees.to_string().parse().ok()?;
    }
    Some(sides)
}

/// Returns the path of a dataset's own facts.
fn dataset_json_path(dataset: &Record) -> SitePath<'static> {
    SitePath(format!("{}.json", dataset.folder().trim_end_matches('/')).into())
}

/// Returns a value as indented JSON with a line's end. What is written here always can be: maps have texts for keys.
pub(crate) fn json_text<T: Serialize + ?Sized>(value: &T) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// Writes a value as indented JSON with a line's end.
fn write_json<T: Serialize + ?Sized>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    out.write_all(b"\n")
}

/// A list whose items are made one by one as they are written, so that memory does not grow with their number.
struct Streamed<F>(F);

impl<F, I> Serialize for Streamed<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Returns words, or others where they say nothing in any language.
fn words_or<'a>(words: &'a Words, others: &'a Words) -> &'a Words {
    if words.is_empty() { others } else { words }
}

/// Returns XML Schema's datatype that reads what a column's texts say, where there is one; else `string`.
fn datatype_name(column: &Column) -> &'static str {
    let iso = match &column.published {
        CellFormat::Moment(_, patterns) => patterns
            .iter()
            .all(|p| p.text().starts_with("%Y-%m-%d") || p.text() == "%H:%M:%S"),
        _ => true,
    };
    let plain = iso && column.format.as_deref().is_none_or(|f| f == "default");
    let truth = match &column.published {
        CellFormat::Boolean(yes, no) => yes
            .iter()
            .chain(no)
            .all(|w| matches!(w.as_str(), "true" | "false" | "1" | "0")),
        _ => true,
    };
    match column.kind {
        FieldType::Integer => "integer",
        FieldType::Number => "number",
        FieldType::Boolean if truth => "boolean",
        FieldType::Date if plain => "date",
        FieldType::DateTime if plain => "dateTime",
        FieldType::Time if plain => "time",
        FieldType::Year => "gYear",
        FieldType::YearMonth => "gYearMonth",
        FieldType::Duration => "duration",
        FieldType::Object | FieldType::Array | FieldType::GeoJson => "json",
        _ => "string",
    }
}

/// Returns what readers call a format: a download format tells it itself.
fn format_name(format: &str) -> String {
    match formats::named(format) {
        Some(format) => format.name(),
        None if format == "parquet" => "Parquet".to_owned(),
        None if format == "sqlite" => "SQLite".to_owned(),
        None => format.to_ascii_uppercase(),
    }
}

/// Returns whether a catalog that harvesters take lists a file: samples are a part of another file, and descriptions are not
/// data.
fn is_listed(file: &&Distribution) -> bool {
    !matches!(file.role, Role::Sample | Role::Description)
}

/// Returns a dataset's keywords in a language, each once.
fn keywords<'a>(dataset: &'a Record, lang: &Lang) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    dataset
        .keywords
        .iter()
        .map(|w| w.text(lang).trim())
        .filter(|k| !k.is_empty() && seen.insert(*k))
        .collect()
}

/// Returns what a file is called. It stays the same from build to build, for harvesters tell a dataset's files apart by their
/// addresses, titles and formats (ckan/ckanext-dcat 115).
fn file_title(file: &Distribution, dataset: &Record, lang: &Lang) -> String {
    let words = words_or(&file.title, &dataset.title);
    let format = format_name(&file.format);
    let note = match file.role {
        Role::Excel => format!("{format}, Excel"),
        Role::Received => format!("{format}, original"),
        Role::Joined => format!("{format}, joined"),
        _ => format,
    };
    format!("{} ({note})", words.text(lang))
}

/// Returns a theme's name in English, else its code.
fn theme(code: &str) -> &str {
    DATA_THEMES
        .iter()
        .find(|(known, ..)| *known == code)
        .map_or(code, |(.., name)| name)
}

/// Returns a date as RFC 3339 with a zone. The content knows days, not hours: noon in UTC is that very day from UTC−12 to
/// UTC+11, while midnight would be shown as the day before all over America.
pub(crate) fn instant(date: PartialDate) -> String {
    format!("{}T12:00:00Z", date.first_day())
}
