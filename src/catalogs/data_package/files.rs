//! The files of a package: its tables by their CSV, other files as they were received, files on other servers.

use super::schema::PackageSchema;
use super::{PackageTranslations, Scope};
use crate::catalogs::Blank;
use crate::downloads::Role;
use crate::model::dataset::External;
use crate::record::{Distribution, Record, TableRecord};
use crate::text::lang::Lang;
use serde::Serialize;

/// How every CSV is written.
const DIALECT: PackageDialect = PackageDialect {
    profile: "https://datapackage.org/profiles/2.0/tabledialect.json",
    header: true,
    delimiter: ",",
    line_terminator: "\r\n",
    quote_char: "\"",
    double_quote: true,
};

pub(super) fn is_table(dataset: &Record, name: Option<&str>) -> bool {
    dataset.tables.iter().any(|t| Some(t.name.as_str()) == name)
}

/// Returns the files that are no tables, as they were received.
pub(super) fn others(dataset: &Record) -> impl Iterator<Item = &Distribution> {
    dataset
        .distributions
        .iter()
        .filter(|d| d.role == Role::Received && !is_table(dataset, d.resource.as_deref()))
}

pub(super) fn has_resources(dataset: &Record) -> bool {
    dataset
        .tables
        .iter()
        .any(|t| dataset.csv_of(&t.name).is_some())
        || others(dataset).next().is_some()
        || !dataset.external.is_empty()
}

/// Returns each table by its CSV, and each file that is no table as it was received.
pub(super) fn resources<'a>(
    dataset: &'a Record,
    main: &Lang,
    scope: &Scope,
) -> Vec<PackageResource<'a>> {
    let tables = dataset.tables.iter();
    let tables =
        tables.filter_map(|table| PackageTable::of(dataset, table, main, scope).map(Box::new));
    let others = others(dataset).map(|file| PackageOther::of(dataset, file, main, scope));
    let external = dataset.external.iter();
    let external = external.map(|file| PackageExternal::of(dataset, file, main, scope));
    tables
        .map(PackageResource::Table)
        .chain(others.map(PackageResource::Other))
        .chain(external.map(PackageResource::External))
        .collect()
}

/// A file of a package.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum PackageResource<'a> {
    Table(Box<PackageTable<'a>>),
    Other(PackageOther<'a>),
    External(PackageExternal<'a>),
}

/// A file with all rows of several tables, which the standard has no name for: as a resource it would be a further table, and
/// its rows would be there twice.
#[derive(Serialize)]
pub(super) struct PackageJoined<'a> {
    path: &'a str,
    resources: &'a [String],
    field: &'a str,
}

/// Returns the files of several tables that are among the package's own: its ZIP holds none.
pub(super) fn joined<'a>(dataset: &'a Record, scope: &Scope) -> Vec<PackageJoined<'a>> {
    let is_there = |path: &str| dataset.distributions.iter().any(|file| file.path == path);
    let joined = dataset.joined.iter().filter(|file| is_there(&file.path));
    joined
        .map(|file| PackageJoined {
            path: scope.path(dataset, &file.path),
            resources: &file.names,
            field: file.source(),
        })
        .collect()
}

/// A resource that is on another server, by its full address.
#[derive(Serialize)]
pub(super) struct PackageExternal<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: Option<&'a str>,
    #[serde(rename = "mediatype", skip_serializing_if = "Blank::is_blank")]
    media_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    bytes: Option<u64>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    hash: Option<String>,
}

impl<'a> PackageExternal<'a> {
    pub(super) fn of(dataset: &Record, file: &'a External, main: &Lang, scope: &Scope) -> Self {
        PackageExternal {
            name: scope.name(&dataset.id, &file.name),
            path: &file.url,
            title: file.title.text(main),
            description: file.description.text(main),
            format: file.format.as_deref(),
            media_type: file.media_type.as_deref(),
            bytes: file.bytes,
            hash: file.sha256.as_deref().map(hash),
        }
    }
}

/// Returns a checksum as the standard writes it.
pub(super) fn hash(sha256: &str) -> String {
    format!("sha256:{sha256}")
}

/// A table, by its CSV.
#[derive(Serialize)]
pub(super) struct PackageTable<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    format: &'static str,
    #[serde(rename = "mediatype")]
    media_type: &'static str,
    encoding: &'static str,
    bytes: u64,
    hash: String,
    rows: u64,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    notes: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sources: Option<[ReceivedSource<'a>; 1]>,
    dialect: PackageDialect,
    schema: PackageSchema<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translations: Option<PackageTranslations<'a>>,
}

impl<'a> PackageTable<'a> {
    /// Draws a table; none where it has no CSV.
    pub(super) fn of(
        dataset: &'a Record,
        table: &'a TableRecord,
        main: &Lang,
        scope: &Scope,
    ) -> Option<Self> {
        let csv = dataset.csv_of(&table.name)?;
        let notes = table.notes.iter();
        Some(PackageTable {
            name: scope.name(&dataset.id, &table.name),
            kind: "table",
            path: scope.path(dataset, &csv.path),
            title: table.title.text(main),
            description: table.description.text(main),
            format: "csv",
            media_type: "text/csv",
            encoding: "utf-8",
            bytes: csv.bytes,
            hash: hash(&csv.sha256),
            rows: table.rows,
            notes: notes.map(|note| note.text.as_str()).collect(),
            sources: ReceivedSource::of(dataset, table, scope).map(|source| [source]),
            dialect: DIALECT,
            schema: PackageSchema::of(table, main, &|key| scope.refers(dataset, table, key)),
            translations: PackageTranslations::of(&table.title, &table.description),
        })
    }
}

/// The file that a table was read from.
#[derive(Serialize)]
pub(super) struct ReceivedSource<'a> {
    title: &'a str,
    path: &'a str,
}

impl<'a> ReceivedSource<'a> {
    pub(super) fn of(dataset: &'a Record, table: &TableRecord, scope: &Scope) -> Option<Self> {
        let received = dataset
            .distributions
            .iter()
            .filter(|file| file.role == Role::Received);
        let mut own = received.filter(|file| file.resource.as_deref() == Some(&table.name));
        let file = own.next()?;
        Some(ReceivedSource {
            title: file.path.rsplit('/').next().unwrap_or_default(),
            path: scope.path(dataset, &file.path),
        })
    }
}

/// How a CSV is written (Table Dialect).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PackageDialect {
    #[serde(rename = "$schema")]
    profile: &'static str,
    header: bool,
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
}

/// A file that is no table, as it was received.
#[derive(Serialize)]
pub(super) struct PackageOther<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: &'a str,
    #[serde(rename = "mediatype", skip_serializing_if = "Blank::is_blank")]
    media_type: &'a str,
    bytes: u64,
    hash: String,
}

impl<'a> PackageOther<'a> {
    pub(super) fn of(dataset: &Record, file: &'a Distribution, main: &Lang, scope: &Scope) -> Self {
        let name = file.resource.as_deref();
        PackageOther {
            name: name.map(|name| scope.name(&dataset.id, name)),
            path: scope.path(dataset, &file.path),
            title: file.title.text(main),
            format: &file.format,
            media_type: &file.media_type,
            bytes: file.bytes,
            hash: hash(&file.sha256),
        }
    }
}
