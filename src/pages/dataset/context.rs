//! What the templates of this kind read.

use crate::pages::context::{
    ChangeEntry, Chart, Citation, ContactChannel, DateRange, Download, FactSource, Feedback,
    Headline, Language, Licence, Link, ListEntry, Pager, Phrase, Prose, Publisher, RowIndex,
    Section, Snippet, TablePreview, body_facts, missing,
};
use crate::pages::dictionary::context::{ColumnContext, meanings};
use crate::pages::series::context::{SeriesMembership, ServiceContext};
use serde::Serialize;

/// A dataset.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DatasetContext {
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
    /// The few figures that readers look for first; none where no number is sure to mean something by itself.
    pub headlines: Vec<Headline>,
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
    pub temporal: Option<DateRange>,
    /// The language of the data themselves.
    pub language: Option<Language>,
    /// Keywords.
    pub keywords: Vec<Phrase>,
    /// The EU's data themes.
    pub themes: Vec<Phrase>,
    /// The series that it belongs to.
    pub series: Option<SeriesMembership>,
    /// Services that answer questions about it.
    pub services: Vec<ServiceContext>,
    /// What the data are broken down by.
    pub disaggregations: Vec<Phrase>,
    /// How the data came to be.
    pub provenance: Option<Prose>,
    /// What the data cannot tell.
    pub limits: Option<Prose>,
    /// The long description.
    pub sections: Vec<Section>,
    /// The table whose data the page shows: its only one with everything, or the first of several with its chart and rows.
    pub table: Option<ResourceContext>,
    /// Whether it has several tables, each with a page of its own.
    pub several: bool,
    /// Its tables that have the same columns.
    pub alike: Vec<AlikeTables>,
    /// Its tables and other files as lines of a list, or one page of them; empty where it has one table and nothing else.
    pub resources: Vec<ResourceContext>,
    /// How many there are on all pages.
    pub resource_count: u64,
    /// Whether each of them is a table that can be read here.
    pub only_tables: bool,
    /// The other pages of its tables.
    pub pager: Option<Pager>,
    /// Whether this is a page after the first, which shows nothing but tables.
    pub continued: bool,
    /// Files that hold the whole dataset: descriptions and everything in one ZIP.
    pub downloads: Vec<Download>,
    /// Checks that the dataset passed and did not pass.
    pub quality: Option<QualityChecks>,
    /// How to cite it.
    pub cite: Option<Citation>,
    /// What changed, newest first.
    pub changes: Vec<ChangeEntry>,
    /// The ledger of its versions.
    pub ledger: Option<String>,
    /// How many versions there are that are older than those shown.
    pub changes_more: u64,
    /// Commitments that rest on it.
    pub commitments: Vec<ListEntry>,
    /// How many more there are than are shown.
    pub commitments_more: u64,
    /// Where the data came from.
    pub sources: Vec<FactSource>,
    /// What else is known of it, such as its identifier elsewhere and the standards that it follows.
    pub further: Vec<FurtherFact>,
    /// How to report an error.
    pub feedback: Option<Feedback>,
}

body_facts!(DatasetContext, "dataset", gaps);

impl DatasetContext {
    fn gaps(&self) -> Vec<&'static str> {
        if self.continued {
            return Vec::new();
        }
        let columns = self.table.as_ref().filter(|_| !self.several);
        let columns = columns.map_or(&[][..], |table| &table.dictionary);
        let mut gaps = missing(&meanings(columns));
        gaps.extend(missing(&[
            ("modified", self.modified.is_some()),
            ("next-update", self.next_update.is_some()),
            ("licence", self.licence.is_some()),
            ("limits", self.limits.is_some()),
            ("provenance", self.provenance.is_some()),
            ("publisher", self.publisher.is_some()),
            ("contact", self.contact.is_some()),
            ("frequency", self.frequency.is_some()),
            ("issued", self.issued.is_some()),
            ("time-covered", self.temporal.is_some()),
            ("area-covered", self.spatial.is_some()),
            ("sources", !self.sources.is_empty()),
        ]));
        gaps
    }
}

/// Tables of a dataset that have the same columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AlikeTables {
    /// Whether all tables of the dataset have.
    pub all: bool,
    /// How many they are.
    pub count: u64,
    /// Which; empty where all are.
    pub tables: Vec<Link>,
    /// The file with the rows of all of them; null where none is made.
    pub file: Option<JoinedFile>,
}

/// A file with all rows of several tables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct JoinedFile {
    /// The file.
    pub download: Download,
    /// Its column that says which table a row comes from.
    pub column: String,
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
    pub channels: Vec<ContactChannel>,
}

/// A table of a dataset, or a file that is not a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ResourceContext {
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
    pub preview: Option<TablePreview>,
    /// All rows as pages.
    pub rows_href: Option<String>,
    /// Pages of the rows of each value of a column, where it has such pages.
    pub by_value: Option<RowIndex>,
    /// Its own page, where it has one.
    pub href: Option<String>,
    /// How programs read it.
    pub snippets: Vec<Snippet>,
    /// Its columns; empty where they have a page of their own.
    pub dictionary: Vec<ColumnContext>,
    /// The page of its columns, where there are too many for this one.
    pub dictionary_href: Option<String>,
    /// The character encoding of the file as received.
    pub received_encoding: Option<String>,
    /// What was done so that nobody is recognised in it.
    pub protected: Option<ProtectedTable>,
    /// What the file as received says above and below the table: titles, sources, totals.
    pub notes: Vec<String>,
    /// Where it is, where it is on another server.
    pub external: Option<ExternalFile>,
}

/// What was done to a table so that nobody is recognised in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ProtectedTable {
    /// How many numbers are not shown; where there are any, the file as received is not offered.
    pub hidden: u64,
    /// The number below which no count is shown.
    pub below: u64,
    /// Columns in which numbers are not shown.
    pub columns: Vec<String>,
    /// Columns whose values may together tell who somebody is.
    pub quasi_identifiers: Vec<String>,
    /// How many rows share each combination of their values, at least; null where no such columns are declared.
    pub shared_by: Option<u64>,
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

/// Checks that a dataset passed and did not pass.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct QualityChecks {
    /// How many it passed.
    pub passed: u64,
    /// How many there are.
    pub total: u64,
    /// Each of them.
    pub checks: Vec<QualityCheck>,
}

/// A check and whether it was passed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct QualityCheck {
    /// What was checked.
    pub text: Phrase,
    /// Whether it was passed.
    pub passed: bool,
}
