//! `catalog.json`: the portal's own list of datasets and files for programmers, documented by
//! `schemas/catalog.schema.json`.
//!
//! All paths are relative to the file itself, which is at the site's root, so that it can be read from a disk as
//! well as from a host. It is stable: keys are only ever added, and a reader passes over keys it does not know.

use super::{Catalog, Part, by_language, dataset_json_path, external_json, file_json, write_json};
use crate::record::{CatalogRecord, Record};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Datasets a file lists at most; the list goes on in `catalog-2.json` and so on, as `next` says.
/// A dataset takes about 2 KB, so that a file stays below 1 MB.
pub(crate) const PAGE: usize = 500;

/// The version of the form. A key is added: 1.1; a key changes or goes: 2.0.
const VERSION: &str = "1.3";

/// Where the JSON Schema is.
const SCHEMA_PATH: &str = "schemas/catalog.schema.json";

/// The catalog.
pub(crate) struct CatalogJson;

impl Catalog for CatalogJson {
    fn id(&self) -> &'static str {
        "catalog-json"
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        let pages = if record.datasets.is_empty() {
            0
        } else {
            pages(record)
        };
        (1..=pages).map(|n| (path(n), Part::Page(n))).collect()
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Page(n) = part else { return Ok(()) };
        let datasets: Vec<Value> = record
            .datasets
            .iter()
            .skip((n - 1) * PAGE)
            .take(PAGE)
            .map(|d| dataset(record, d))
            .collect();
        let next = (n < pages(record)).then(|| path(n + 1));
        let value = json!({
            "$schema": SCHEMA_PATH,
            "version": VERSION,
            "portal": portal(record),
            "datasets": datasets,
            "next": next,
        });
        write_json(out, &value)
    }
}

fn pages(record: &CatalogRecord) -> usize {
    record.datasets.len().div_ceil(PAGE).max(1)
}

fn path(page: usize) -> String {
    if page == 1 {
        "catalog.json".to_owned()
    } else {
        format!("catalog-{page}.json")
    }
}

fn portal(record: &CatalogRecord) -> Value {
    let portal = &record.portal;
    json!({
        "title": by_language(&portal.title),
        "description": by_language(&portal.description),
        "url": portal.base_url,
        "page": "index.html",
        "languages": portal.languages.iter().map(|l| l.tag()).collect::<Vec<_>>(),
        "publisher": portal.publisher.as_ref().map(|p| by_language(&p.name)),
        "modified": record.modified.map(|d| d.to_string()),
        "count": record.datasets.len(),
    })
}

fn dataset(record: &CatalogRecord, dataset: &Record) -> Value {
    json!({
        "id": dataset.id,
        "title": by_language(&dataset.title),
        "page": dataset.page(),
        "json": dataset_json_path(dataset),
        "modified": dataset.modified.map(|d| d.to_string()),
        "series": record.series_of(dataset).map(|(series, _)| &series.id),
        "identifier": dataset.identifier,
        "external": dataset.external.iter().map(external_json).collect::<Vec<_>>(),
        "resources": dataset.distributions.iter().map(file_json).collect::<Vec<_>>(),
    })
}
