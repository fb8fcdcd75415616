//! `datapackage.json` of each dataset: Data Package v2 (<https://datapackage.org>), in the dataset's own folder, so
//! that the folder is a package wherever it is copied. Readers of version 1 understand it too: nothing of version 2
//! that they would take for something else is used.
//!
//! What the standard has no name for stands under the names that `dataset.md` gives it (`publisher`, `contact`,
//! `frequency`, `issued`, `modified`, `theme`, `spatial`, `temporal`, `disaggregations`), so that a package made here
//! can be brought in again whole. Words in other languages than the main one stand under `translations`.

use super::{Catalog, Part, by_language, without_gaps, write_json};
use crate::downloads::Role;
use crate::model::dataset::{License, Spatial};
use crate::model::head::Source;
use crate::plan::record::{CatalogRecord, Distribution, Record, TableRecord, is_email, is_web_address};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use serde_json::{Value, json};
use std::io::{self, Write};

mod schema;

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const DIALECT: &str = "https://datapackage.org/profiles/2.0/tabledialect.json";

/// The catalog.
pub struct DataPackage;

impl Catalog for DataPackage {
    fn id(&self) -> &'static str {
        "data-package"
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        let path = |d: &Record| format!("{}datapackage.json", d.folder());
        let whole = record.datasets.iter().enumerate().filter(|(_, d)| !resources(d, &record.portal.main).is_empty());
        whole.map(|(i, d)| (path(d), Part::Dataset(i))).collect()
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Dataset(i) = part else { return Ok(()) };
        write_json(out, &package(record, &record.datasets[i]))
    }
}

/// The descriptor of a dataset, of those of its files that the record lists.
pub(in crate::emit) fn package(record: &CatalogRecord, dataset: &Record) -> Value {
    let main = &record.portal.main;
    let page = record.url(dataset.page());
    let date = |d: Option<PartialDate>| d.map(|d| d.to_string());
    without_gaps(json!({
        "$schema": PROFILE,
        "name": dataset.id.to_ascii_lowercase(),
        "id": page,
        "title": dataset.title.text(main),
        "description": dataset.description.text(main),
        "homepage": page,
        "version": dataset.version,
        "created": dataset.modified.map(crate::emit::feeds::instant),
        "keywords": texts(&dataset.keywords, main),
        "licenses": dataset.licenses.iter().filter_map(license).collect::<Vec<_>>(),
        "sources": dataset.origins.iter().map(|s| source(s, main)).collect::<Vec<_>>(),
        "contributors": contributors(dataset, main),
        "resources": resources(dataset, main),
        "publisher": dataset.publisher.as_ref().map(|p| without_gaps(json!({
            "name": p.name.text(main), "url": p.url, "kind": p.kind,
        }))),
        "contact": dataset.contact.as_ref().map(|c| without_gaps(json!({
            "name": c.name.text(main), "email": c.email, "url": c.url,
        }))),
        "frequency": dataset.frequency,
        "issued": date(dataset.issued),
        "modified": date(dataset.modified),
        "theme": dataset.themes,
        "spatial": dataset.spatial.as_ref().map(|s| spatial(s, main)),
        "temporal": dataset.temporal.map(|(first, last)| without_gaps(json!({
            "start": date(first), "end": date(last),
        }))),
        "language": dataset.language.tag(),
        "disaggregations": dataset.disaggregations,
        "provenance": dataset.provenance.text(main),
        "translations": translations(&dataset.title, &dataset.description),
    }))
}

fn texts<'a>(words: &'a [Words], main: &Lang) -> Vec<&'a str> {
    words.iter().map(|w| w.text(main).trim()).filter(|t| !t.is_empty()).collect()
}

/// Title and description by language, where there is more than one.
fn translations(title: &Words, description: &Words) -> Value {
    let several = title.all().count() > 1 || description.all().count() > 1;
    if !several {
        return Value::Null;
    }
    without_gaps(json!({ "title": by_language(title), "description": by_language(description) }))
}

/// A licence has a name of letters, digits and `-._`, or an address, or both; else it cannot be said here.
fn license(license: &License) -> Option<Value> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    let name = license.name.as_deref().filter(|n| !n.is_empty() && n.chars().all(plain));
    let path = license.path.as_deref().filter(|p| is_web_address(p));
    (name.is_some() || path.is_some())
        .then(|| without_gaps(json!({ "name": name, "path": path, "title": license.title })))
}

fn source(source: &Source, main: &Lang) -> Value {
    without_gaps(json!({
        "title": source.title.text(main),
        "path": source.url.as_deref().filter(|url| is_web_address(url)),
        "version": source.date.map(|d| d.to_string()),
    }))
}

fn contributors(dataset: &Record, main: &Lang) -> Vec<Value> {
    let publisher = dataset.publisher.as_ref().map(|p| {
        let path = p.url.as_deref().filter(|url| is_web_address(url));
        without_gaps(json!({ "title": p.name.text(main), "path": path, "roles": ["publisher"] }))
    });
    let contact = dataset.contact.as_ref().map(|c| {
        let path = c.url.as_deref().filter(|url| is_web_address(url));
        let email = c.email.as_deref().filter(|email| is_email(email));
        without_gaps(json!({ "title": c.name.text(main), "path": path, "email": email, "roles": ["contactPoint"] }))
    });
    publisher.into_iter().chain(contact).collect()
}

fn spatial(spatial: &Spatial, main: &Lang) -> Value {
    without_gaps(json!({ "name": spatial.name.text(main), "code": spatial.code, "geonames": spatial.geonames }))
}

/// Each table by its CSV, and each file that is no table as it was received.
fn resources(dataset: &Record, main: &Lang) -> Vec<Value> {
    let tables = dataset.tables.iter().filter_map(|t| Some(table(dataset, t, dataset.csv_of(&t.name)?, main)));
    let is_table = |name: Option<&str>| dataset.tables.iter().any(|t| Some(t.name.as_str()) == name);
    let others = dataset.distributions.iter().filter(|d| d.role == Role::Received && !is_table(d.resource.as_deref()));
    tables.chain(others.map(|file| other(dataset, file, main))).collect()
}

fn table(dataset: &Record, table: &TableRecord, csv: &Distribution, main: &Lang) -> Value {
    let received =
        dataset.distributions.iter().find(|d| d.role == Role::Received && d.resource.as_deref() == Some(&table.name));
    without_gaps(json!({
        "name": table.name,
        "type": "table",
        "path": relative(dataset, &csv.path),
        "title": table.title.text(main),
        "description": table.description.text(main),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": csv.bytes,
        "hash": format!("sha256:{}", csv.sha256),
        "rows": table.rows,
        "sources": received.map(|file| vec![json!({
            "title": file.path.rsplit('/').next(), "path": relative(dataset, &file.path),
        })]),
        "dialect": {
            "$schema": DIALECT, "header": true, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"",
            "doubleQuote": true,
        },
        "schema": schema::schema(table, main),
        "translations": translations(&table.title, &table.description),
    }))
}

fn other(dataset: &Record, file: &Distribution, main: &Lang) -> Value {
    without_gaps(json!({
        "name": file.resource,
        "path": relative(dataset, &file.path),
        "title": file.title.text(main),
        "format": file.format,
        "mediatype": file.media_type,
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.sha256),
    }))
}

/// A path from the package's own folder. Data Package forbids paths that begin with a dot or a slash.
fn relative<'a>(dataset: &Record, path: &'a str) -> &'a str {
    path.strip_prefix(&dataset.folder()).unwrap_or(path)
}
