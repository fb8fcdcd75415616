//! Datasets, their files, rows and columns.

use super::frame::{Channel, Feedback, Language, Licence, Publisher};
use super::listing::{Entry, Pager};
use super::parts::{Citation, Link, Phrase, Prose, Section, Source};
use crate::charts::Chart;
use crate::pages::context::body_facts;
use serde::Serialize;

/// A file to download. Its words are made by the theme: what it is, format, size, rows, date, hash.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Download {
    /// Where it is.
    pub href: String,
    /// Its name, such as `scores.csv`.
    pub file: String,
    /// Its format: `csv`, `xlsx`, `json`, `zip` …
    pub format: String,
    /// What it is: `sample`, `table`, `excel`, `received`, `archive`, `description`.
    pub role: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Rows of data in it.
    pub rows: Option<u64>,
    /// When its content last changed.
    pub updated: Option<String>,
    /// The first twelve digits of its SHA-256: enough to see that two files differ. The whole is in `SHA256SUMS`.
    pub sum: Option<String>,
}

/// A dataset.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Dataset {
    /// Its name in addresses.
    pub id: String,
    /// "In brief".
    pub summary: Option<Prose>,
    /// Completes "Each row is …".
    pub row_is: Option<Phrase>,
    /// Rows of all tables together; null where there is no table.
    pub rows: Option<u64>,
    /// Columns, where there is one table.
    pub columns: Option<u64>,
    /// When the data last changed.
    pub modified: Option<String>,
    /// When the next update is due.
    pub next_update: Option<String>,
    /// The licence.
    pub licence: Option<Licence>,
    /// Who publishes it.
    pub publisher: Option<Publisher>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// The EU's code of its frequency, such as `annual`.
    pub frequency: Option<String>,
    /// When it was first published.
    pub issued: Option<String>,
    /// Its version, as written.
    pub version: Option<String>,
    /// The area covered.
    pub spatial: Option<Phrase>,
    /// The time covered.
    pub temporal: Option<Cover>,
    /// The language of the data themselves.
    pub language: Option<Language>,
    /// Keywords.
    pub keywords: Vec<Phrase>,
    /// Codes of the EU's data themes, such as `GOVE`.
    pub themes: Vec<String>,
    /// The series that it belongs to.
    pub series: Option<InSeries>,
    /// Services that answer questions about it.
    pub services: Vec<Service>,
    /// What the data are broken down by.
    pub disaggregations: Vec<Phrase>,
    /// How the data came to be.
    pub provenance: Option<Prose>,
    /// What the data cannot tell.
    pub limits: Option<Prose>,
    /// The long description.
    pub sections: Vec<Section>,
    /// Its tables and other files, or one page of them.
    pub resources: Vec<Resource>,
    /// How many there are on all pages.
    pub resource_count: u64,
    /// The other pages of its tables.
    pub pager: Option<Pager>,
    /// Whether this is a page after the first, which shows nothing but tables.
    pub continued: bool,
    /// Files that hold the whole dataset: descriptions and everything in one ZIP.
    pub downloads: Vec<Download>,
    /// Checks that the dataset passed and did not pass.
    pub quality: Option<Quality>,
    /// How to cite it.
    pub cite: Option<Citation>,
    /// What changed, newest first.
    pub changes: Vec<Change>,
    /// Commitments that rest on it.
    pub commitments: Vec<Entry>,
    /// How many more there are than are shown.
    pub commitments_more: u64,
    /// Where the data came from.
    pub sources: Vec<Source>,
    /// What else is known of it, such as its identifier elsewhere and the standards that it follows.
    pub further: Vec<FurtherFact>,
    /// How to report an error.
    pub feedback: Option<Feedback>,
}

body_facts!(Dataset, "dataset");

/// A series of datasets, as one of them sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct InSeries {
    /// Its title.
    pub title: Phrase,
    /// Its page.
    pub href: String,
    /// What its datasets have in common.
    pub description: Option<Phrase>,
    /// How many datasets it has.
    pub count: u64,
    /// The dataset before this one, where their order is known.
    pub previous: Option<Link>,
    /// The dataset after this one.
    pub next: Option<Link>,
    /// Its datasets, or those nearest to this one.
    pub datasets: Vec<Link>,
}

/// A service that answers questions about a dataset; it is elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Service {
    /// Its title.
    pub title: Phrase,
    /// Where it is asked.
    pub href: String,
    /// What it answers.
    pub description: Option<Phrase>,
    /// What says how it is asked.
    pub documentation: Option<String>,
    /// The format of its answers, such as `json`.
    pub format: Option<String>,
    /// Addresses of the standards that it follows.
    pub conforms_to: Vec<String>,
}

/// A fact that few datasets have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FurtherFact {
    /// Which: the name of the theme's message.
    pub id: String,
    /// Its values.
    pub values: Vec<Link>,
}

/// An office to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Its name.
    pub name: Phrase,
    /// Its addresses.
    pub channels: Vec<Channel>,
}

/// A span of time; either end may be open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// First date.
    pub start: Option<String>,
    /// Last date.
    pub end: Option<String>,
}

/// A table of a dataset, or a file that is not a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Resource {
    /// Its name: the stem of every download, and its anchor.
    pub name: String,
    /// Its title.
    pub title: Phrase,
    /// What it is.
    pub description: Option<Prose>,
    /// Rows of data; null where it is not a table.
    pub rows: Option<u64>,
    /// How many columns it has; null where it is not a table.
    pub columns: Option<u64>,
    /// Its files: CSV, CSV.gz, sample, XLSX, ODS, JSON, Parquet, the file as received.
    pub downloads: Vec<Download>,
    /// Its chart.
    pub chart: Option<Chart>,
    /// Its first rows.
    pub preview: Option<Preview>,
    /// All rows as pages.
    pub rows_href: Option<String>,
    /// Its columns; empty where they have a page of their own.
    pub dictionary: Vec<Column>,
    /// The page of its columns, where there are too many for this one.
    pub dictionary_href: Option<String>,
    /// The character encoding of the file as received.
    pub received_encoding: Option<String>,
    /// What the file as received says above and below the table: titles, sources, totals.
    pub notes: Vec<String>,
    /// Where it is, where it is on another server.
    pub external: Option<ExternalFile>,
}

/// A file on another server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ExternalFile {
    /// Its address.
    pub href: String,
    /// Its name, else the server's.
    pub file: String,
    /// The server.
    pub host: String,
    /// Its format, where it is known.
    pub format: Option<String>,
    /// Its size, as declared.
    pub bytes: Option<u64>,
    /// Its SHA-256, as declared.
    pub sha256: Option<String>,
}

/// Rows of a table, as they can be read on a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Preview {
    /// The columns shown.
    pub columns: Vec<PreviewColumn>,
    /// The cells, row by row; null where there is no value.
    pub rows: Vec<Vec<Option<String>>>,
    /// Number of the first row shown, from 1.
    pub first: u64,
    /// Rows of the whole table.
    pub total: u64,
    /// How many columns are left out.
    pub hidden_columns: u64,
    /// Language of the cells, only where it differs from the page's.
    pub lang: Option<String>,
}

/// The head of a column shown.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PreviewColumn {
    /// Its name in every download.
    pub name: String,
    /// Its title for readers.
    pub title: Option<Phrase>,
    /// Whether it holds numbers, which are to the end side and are marked in the language's manner.
    pub numeric: bool,
}

/// A column and what was counted of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Column {
    /// Its name in every download.
    pub name: String,
    /// Its anchor.
    pub anchor: String,
    /// Its name in the received file, where that differs.
    pub received_name: Option<String>,
    /// Its type in Table Schema, such as `integer`.
    pub kind: String,
    /// Whether the type was declared; else it was inferred.
    pub declared: bool,
    /// Its title for readers.
    pub title: Option<Phrase>,
    /// Its meaning.
    pub description: Option<Phrase>,
    /// Unit of its values.
    pub unit: Option<String>,
    /// Whether it tells rows apart, alone or with others.
    pub key: bool,
    /// Whether no value may be missing.
    pub required: bool,
    /// The only values allowed, where declared.
    pub allowed: Vec<String>,
    /// Cell texts that mean "no value".
    pub missing_values: Vec<String>,
    /// Cells with no value.
    pub missing: u64,
    /// The same as a percentage with at most one decimal, such as `12.5`.
    pub missing_percent: Option<String>,
    /// Different values.
    pub distinct: Option<u64>,
    /// Whether that count is exact.
    pub distinct_exact: bool,
    /// Whether its values are quantities, written as the page's language writes numbers; years are not.
    pub numeric: bool,
    /// Smallest value, as written.
    pub min: Option<String>,
    /// Largest value, as written.
    pub max: Option<String>,
    /// How often values of each of ten equal classes from smallest to largest occur; empty for other columns.
    pub spread: Vec<u64>,
    /// Most frequent values.
    pub frequent: Vec<Frequent>,
    /// The table whose rows it names.
    pub refers_to: Option<Link>,
    /// Further rules that its values keep, where declared.
    pub rules: Vec<ColumnRule>,
}

/// A rule that a column's values keep.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ColumnRule {
    /// Which: `unique`, `pattern`, `minimum`, `maximum`, `min-length`, `max-length`.
    pub kind: String,
    /// Its bound or pattern, as written; null where it has none.
    pub value: Option<String>,
}

/// A value and how often it occurs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Frequent {
    /// The value, as written.
    pub value: String,
    /// How often it occurs.
    pub count: u64,
    /// The same as a percentage of the rows, with at most one decimal.
    pub percent: Option<String>,
}

/// Checks that a dataset passed and did not pass.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Quality {
    /// How many it passed.
    pub passed: u64,
    /// How many there are.
    pub total: u64,
    /// Each of them.
    pub checks: Vec<Check>,
}

/// A check and whether it was passed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What was checked.
    pub text: Phrase,
    /// Whether it was passed.
    pub passed: bool,
}

/// A change of a page's facts or data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Change {
    /// When.
    pub date: Option<String>,
    /// What changed: the page or thing, and where it leads.
    pub what: Link,
    /// In words.
    pub text: Option<Phrase>,
    /// The status it has since, where that changed.
    pub status: Option<String>,
    /// The version it made.
    pub version: Option<String>,
    /// Rows added.
    pub added: Option<u64>,
    /// Rows removed.
    pub removed: Option<u64>,
    /// Rows changed.
    pub changed: Option<u64>,
}

/// A page of a table's rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Rows {
    /// The dataset.
    pub dataset: Link,
    /// The table.
    pub resource: Phrase,
    /// The rows.
    pub preview: Preview,
    /// The other pages.
    pub pager: Option<Pager>,
    /// The table's files.
    pub downloads: Vec<Download>,
}

body_facts!(Rows, "rows");

/// The dictionary of a wide table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Dictionary {
    /// The dataset.
    pub dataset: Link,
    /// The table.
    pub resource: Phrase,
    /// Rows of the table.
    pub rows: Option<u64>,
    /// How many columns it has on all pages.
    pub column_count: u64,
    /// Its columns, or one page of them.
    pub columns: Vec<Column>,
    /// The other pages of its columns.
    pub pager: Option<Pager>,
    /// The table's files.
    pub downloads: Vec<Download>,
}

body_facts!(Dictionary, "dictionary");
