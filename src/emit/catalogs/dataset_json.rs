//! `datasets/NAME.json`: all that is known of a dataset, for programs, in every language at once; documented by
//! `schemas/dataset.schema.json`. Stable as `catalog.json` is: keys are only ever added.

use super::{Catalog, Part, by_language, file_json, without_gaps, write_json};
use crate::data::Column;
use crate::plan::record::{CatalogRecord, Record, TableRecord};
use serde_json::{Value, json};
use std::io::{self, Write};

/// The catalog.
pub struct DatasetJson;

impl Catalog for DatasetJson {
    fn id(&self) -> &'static str {
        "dataset-json"
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        record.datasets.iter().enumerate().map(|(i, d)| (super::dataset_json_path(d), Part::Dataset(i))).collect()
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Dataset(i) = part else { return Ok(()) };
        write_json(out, &dataset(record, &record.datasets[i]))
    }
}

fn dataset(record: &CatalogRecord, dataset: &Record) -> Value {
    let licenses: Vec<Value> = dataset
        .licenses
        .iter()
        .map(|l| without_gaps(json!({ "name": l.name, "title": l.title, "url": l.path })))
        .collect();
    let origins: Vec<Value> = dataset
        .origins
        .iter()
        .map(|s| {
            let date = s.date.map(|d| d.to_string());
            without_gaps(json!({ "title": by_language(&s.title), "url": s.url, "date": date }))
        })
        .collect();
    let mut value = without_gaps(json!({
        "$schema": "../schemas/dataset.schema.json",
        "id": dataset.id,
        "title": by_language(&dataset.title),
        "description": by_language(&dataset.description),
        "page": dataset.page(),
        "url": record.url(dataset.page()),
        "publisher": dataset.publisher.as_ref().map(|p| without_gaps(json!({ "name": by_language(&p.name), "url": p.url }))),
        "contact": dataset.contact.as_ref().map(|c| without_gaps(json!({
            "name": by_language(&c.name), "email": c.email, "url": c.url,
        }))),
        "licenses": licenses,
        "keywords": dataset.keywords.iter().map(by_language).collect::<Vec<_>>(),
        "themes": dataset.themes,
        "frequency": dataset.frequency,
        "issued": dataset.issued.map(|d| d.to_string()),
        "modified": dataset.modified.map(|d| d.to_string()),
        "version": dataset.version,
        "spatial": dataset.spatial.as_ref().map(|s| without_gaps(json!({
            "name": by_language(&s.name), "code": s.code, "geonames": s.geonames,
        }))),
        "temporal": dataset.temporal.map(|(first, last)| without_gaps(json!({
            "start": first.map(|d| d.to_string()), "end": last.map(|d| d.to_string()),
        }))),
        "language": dataset.language.tag(),
        "provenance": by_language(&dataset.provenance),
        "sources": origins,
        "disaggregations": dataset.disaggregations,
        "missing": dataset.missing.iter().map(|fact| fact.id()).collect::<Vec<_>>(),
    }));
    value["tables"] = dataset.tables.iter().map(table).collect();
    value["files"] = dataset.distributions.iter().map(file_json).collect();
    value
}

fn table(table: &TableRecord) -> Value {
    let mut value = without_gaps(json!({
        "name": table.name,
        "title": by_language(&table.title),
        "description": by_language(&table.description),
        "rows": table.rows,
        "primary_key": table.primary_key,
    }));
    value["columns"] = table.columns.iter().map(column).collect();
    value
}

fn column(column: &Column) -> Value {
    without_gaps(json!({
        "name": column.name,
        "type": column.kind.id(),
        "title": by_language(&column.title),
        "description": by_language(&column.description),
        "unit": column.unit,
        "required": column.constraints.required.then_some(true),
    }))
}
