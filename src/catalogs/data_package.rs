//! `datapackage.json` of each dataset: Data Package v2 (<https://datapackage.org>), in the dataset's own folder, so
//! that the folder is a package wherever it is copied; and one at the site's root with every table of the portal.
//! Readers of version 1 understand them too: nothing of version 2 that they would take for something else is used.
//!
//! What the standard has no name for is under the names that `dataset.md` gives it (`publisher`, `contact`,
//! `frequency`, `issued`, `modified`, `theme`, `spatial`, `temporal`, `disaggregations`, `limits` …), so that a package
//! made here can be brought in again whole. Words in other languages than the main one are under `translations`.

use super::{
    Catalog, CatalogEndpoint, Part, by_language, degrees, first_csv, without_gaps, write_json,
    write_json_with,
};
use crate::downloads::Role;
use crate::model::dataset::{Agent, ContactPoint, External, ForeignKey, License, Spatial};
use crate::model::head::CitedSource;
use crate::record::{CatalogRecord, Distribution, Record, TableRecord, is_email, is_web_address};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{self, Write};

mod schema;

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const DIALECT: &str = "https://datapackage.org/profiles/2.0/tabledialect.json";

/// The catalog.
pub(crate) struct DataPackage;

impl Catalog for DataPackage {
    fn id(&self) -> &'static str {
        "data-package"
    }

    fn is_hinted(&self) -> bool {
        true
    }

    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let Some(csv) = first_csv(record) else {
            return Vec::new();
        };
        let mut endpoints = CatalogEndpoint::single("datapackage.json", "dev-package-whole", true);
        let folder = csv.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        endpoints.push(CatalogEndpoint {
            path: "datasets/NAME/datapackage.json",
            example: Some(format!("{folder}/datapackage.json")),
            about: "dev-package",
            schema: None,
        });
        endpoints
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        let path = |d: &Record| format!("{}datapackage.json", d.folder());
        // A package must hold something.
        let filled = record
            .datasets
            .iter()
            .enumerate()
            .filter(|(_, d)| has_resources(d));
        let mut files: Vec<(String, Part)> =
            filled.map(|(i, d)| (path(d), Part::Dataset(i))).collect();
        if !files.is_empty() {
            files.insert(0, ("datapackage.json".to_owned(), Part::Whole));
        }
        files
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        match part {
            Part::Dataset(i) => write_json(out, &package(record, &record.datasets[i])),
            _ => {
                let scope = Scope::of(true, record.datasets.iter());
                let tables = record
                    .datasets
                    .iter()
                    .flat_map(|d| resources(d, &record.portal.main, &scope));
                write_json_with(out, whole(record), "resources", tables)
            }
        }
    }
}

/// Where a package is, and so what its files and tables are called in it.
struct Scope {
    /// At the site's root a table is called `DATASET.TABLE`, for identifiers hold no dot; in a dataset's folder it has
    /// its own name.
    portal: bool,
    /// The tables in it.
    tables: BTreeSet<String>,
}

impl Scope {
    fn of<'a>(portal: bool, datasets: impl Iterator<Item = &'a Record>) -> Scope {
        let mut scope = Scope {
            portal,
            tables: BTreeSet::new(),
        };
        for dataset in datasets {
            let named = dataset
                .tables
                .iter()
                .filter(|t| dataset.csv_of(&t.name).is_some());
            let names: Vec<String> = named.map(|t| scope.name(&dataset.id, &t.name)).collect();
            scope.tables.extend(names);
        }
        scope
    }

    /// A table's name in the package.
    fn name(&self, dataset: &str, table: &str) -> String {
        if self.portal {
            format!("{}.{table}", dataset.to_ascii_lowercase())
        } else {
            table.to_owned()
        }
    }

    /// A file's path from the package's own folder. Data Package forbids paths that begin with a dot or a slash.
    fn path<'a>(&self, dataset: &Record, path: &'a str) -> &'a str {
        if self.portal {
            path
        } else {
            path.strip_prefix(&dataset.folder()).unwrap_or(path)
        }
    }

    /// What the table that a key refers to is called: the empty text for the key's own table, none where it is not in
    /// the package.
    fn refers(&self, dataset: &Record, table: &TableRecord, key: &ForeignKey) -> Option<String> {
        let other = key
            .dataset
            .as_deref()
            .filter(|other| !other.eq_ignore_ascii_case(&dataset.id));
        let name = match other {
            None if key.resource.is_empty() || key.resource == table.name => {
                return Some(String::new());
            }
            None => self.name(&dataset.id, &key.resource),
            Some(_) if !self.portal => return None,
            Some(other) => self.name(other, &key.resource),
        };
        self.tables.contains(&name).then_some(name)
    }
}

/// The package of every table of the portal, without its tables.
fn whole(record: &CatalogRecord) -> Value {
    let portal = &record.portal;
    let main = &portal.main;
    without_gaps(json!({
        "$schema": PROFILE,
        "name": "portal",
        "id": record.url("index.html"),
        "title": portal.title.text(main),
        "description": portal.description.text(main),
        "homepage": record.url("index.html"),
        "created": record.modified.map(crate::catalogs::instant),
        "licenses": portal.licenses.iter().filter_map(license).collect::<Vec<_>>(),
        "contributors": contributors(portal.publisher.as_ref(), portal.contact.as_ref(), main),
        "modified": record.modified.map(|d| d.to_string()),
        "language": main.tag(),
        "translations": translations(&portal.title, &portal.description),
    }))
}

/// The descriptor of a dataset, of those of its files that the record lists.
pub(crate) fn package(record: &CatalogRecord, dataset: &Record) -> Value {
    let main = &record.portal.main;
    let page = record.url(dataset.page());
    let date = |d: Option<PartialDate>| d.map(|d| d.to_string());
    without_gaps(json!({
        "$schema": PROFILE,
        "name": dataset.id.to_ascii_lowercase(),
        "id": dataset.identifier.as_ref().or(page.as_ref()),
        "title": dataset.title.text(main),
        "description": dataset.description.text(main),
        "homepage": page,
        "version": dataset.version,
        "created": dataset.modified.map(crate::catalogs::instant),
        "keywords": texts(&dataset.keywords, main),
        "licenses": dataset.licenses.iter().filter_map(license).collect::<Vec<_>>(),
        "sources": dataset.origins.iter().map(|s| source(s, main)).collect::<Vec<_>>(),
        "contributors": contributors(dataset.publisher.as_ref(), dataset.contact.as_ref(), main),
        "resources": resources(dataset, main, &Scope::of(false, std::iter::once(dataset))),
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
        "limits": dataset.limits.text(main),
        "row_is": dataset.row_is.text(main),
        "conforms_to": dataset.conforms_to,
        "translations": translations(&dataset.title, &dataset.description),
    }))
}

fn texts<'a>(words: &'a [Words], main: &Lang) -> Vec<&'a str> {
    words
        .iter()
        .map(|w| w.text(main).trim())
        .filter(|t| !t.is_empty())
        .collect()
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
    let name = license
        .name
        .as_deref()
        .filter(|n| !n.is_empty() && n.chars().all(plain));
    let path = license.path.as_deref().filter(|p| is_web_address(p));
    (name.is_some() || path.is_some())
        .then(|| without_gaps(json!({ "name": name, "path": path, "title": license.title })))
}

fn source(source: &CitedSource, main: &Lang) -> Value {
    without_gaps(json!({
        "title": source.title.text(main),
        "path": source.address().filter(|url| is_web_address(url)),
        "version": source.date.map(|d| d.to_string()),
    }))
}

fn contributors(
    publisher: Option<&Agent>,
    contact: Option<&ContactPoint>,
    main: &Lang,
) -> Vec<Value> {
    let publisher = publisher.map(|p| {
        let path = p.url.as_deref().filter(|url| is_web_address(url));
        without_gaps(json!({ "title": p.name.text(main), "path": path, "roles": ["publisher"] }))
    });
    let contact = contact.map(|c| {
        let path = c.url.as_deref().filter(|url| is_web_address(url));
        let email = c.email.as_deref().filter(|email| is_email(email));
        without_gaps(json!({ "title": c.name.text(main), "path": path, "email": email, "roles": ["contactPoint"] }))
    });
    publisher.into_iter().chain(contact).collect()
}

fn spatial(spatial: &Spatial, main: &Lang) -> Value {
    without_gaps(
        json!({ "name": spatial.name.text(main), "code": spatial.code, "geonames": spatial.geonames, "bbox": spatial.bounds.map(degrees) }),
    )
}

fn is_table(dataset: &Record, name: Option<&str>) -> bool {
    dataset.tables.iter().any(|t| Some(t.name.as_str()) == name)
}

/// Files that are no tables, as they were received.
fn others(dataset: &Record) -> impl Iterator<Item = &Distribution> {
    dataset
        .distributions
        .iter()
        .filter(|d| d.role == Role::Received && !is_table(dataset, d.resource.as_deref()))
}

fn has_resources(dataset: &Record) -> bool {
    dataset
        .tables
        .iter()
        .any(|t| dataset.csv_of(&t.name).is_some())
        || others(dataset).next().is_some()
        || !dataset.external.is_empty()
}

/// Each table by its CSV, and each file that is no table as it was received.
fn resources(dataset: &Record, main: &Lang, scope: &Scope) -> Vec<Value> {
    let tables = dataset
        .tables
        .iter()
        .filter_map(|t| Some(table(dataset, t, dataset.csv_of(&t.name)?, main, scope)));
    let others = others(dataset).map(|file| other(dataset, file, main, scope));
    let external = dataset
        .external
        .iter()
        .map(|file| external(dataset, file, main, scope));
    tables.chain(others).chain(external).collect()
}

/// A resource that is on another server, by its full address.
fn external(dataset: &Record, file: &External, main: &Lang, scope: &Scope) -> Value {
    without_gaps(json!({
        "name": scope.name(&dataset.id, &file.name),
        "path": file.url,
        "title": file.title.text(main),
        "description": file.description.text(main),
        "format": file.format,
        "mediatype": file.media_type,
        "bytes": file.bytes,
        "hash": file.sha256.as_ref().map(|sum| format!("sha256:{sum}")),
    }))
}

fn table(
    dataset: &Record,
    table: &TableRecord,
    csv: &Distribution,
    main: &Lang,
    scope: &Scope,
) -> Value {
    let received = dataset
        .distributions
        .iter()
        .find(|d| d.role == Role::Received && d.resource.as_deref() == Some(&table.name));
    let refers = |key: &ForeignKey| scope.refers(dataset, table, key);
    without_gaps(json!({
        "name": scope.name(&dataset.id, &table.name),
        "type": "table",
        "path": scope.path(dataset, &csv.path),
        "title": table.title.text(main),
        "description": table.description.text(main),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": csv.bytes,
        "hash": format!("sha256:{}", csv.sha256),
        "rows": table.rows,
        "notes": table.notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(),
        "sources": received.map(|file| vec![json!({
            "title": file.path.rsplit('/').next(), "path": scope.path(dataset, &file.path),
        })]),
        "dialect": {
            "$schema": DIALECT, "header": true, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"",
            "doubleQuote": true,
        },
        "schema": schema::schema(table, main, &refers),
        "translations": translations(&table.title, &table.description),
    }))
}

fn other(dataset: &Record, file: &Distribution, main: &Lang, scope: &Scope) -> Value {
    without_gaps(json!({
        "name": file.resource.as_deref().map(|name| scope.name(&dataset.id, name)),
        "path": scope.path(dataset, &file.path),
        "title": file.title.text(main),
        "format": file.format,
        "mediatype": file.media_type,
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.sha256),
    }))
}
