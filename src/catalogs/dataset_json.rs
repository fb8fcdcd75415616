//! `datasets/NAME.json`: all that is known of a dataset, for programs, in every language at once; documented by
//! `schemas/dataset.schema.json`. Stable as `catalog.json` is: keys are only ever added.

use super::{Catalog, Part, by_language, degrees, file_json, without_gaps, write_json};
use crate::data::{Column, notes_json};
use crate::record::{CatalogRecord, Record, Score, ServiceRecord, TableRecord, WHOLE};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// The catalog.
pub(crate) struct DatasetJson;

impl Catalog for DatasetJson {
    fn id(&self) -> &'static str {
        "dataset-json"
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        record
            .datasets
            .iter()
            .enumerate()
            .map(|(i, d)| (super::dataset_json_path(d), Part::Dataset(i)))
            .collect()
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Dataset(i) = part else {
            return Ok(());
        };
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
            without_gaps(
                json!({ "title": by_language(&s.title), "url": s.address(), "date": date }),
            )
        })
        .collect();
    let commitments: Vec<String> = dataset
        .cited_by()
        .map(|page| page.replace(".html", ".json"))
        .collect();
    let mut value = without_gaps(json!({
        "$schema": "../schemas/dataset.schema.json",
        "id": dataset.id,
        "identifier": dataset.identifier,
        "extra": super::extra_json(&dataset.extra),
        "title": by_language(&dataset.title),
        "description": by_language(&dataset.description),
        "order": dataset.order,
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
            "name": by_language(&s.name), "code": s.code, "geonames": s.geonames, "bbox": s.bounds.map(degrees),
        }))),
        "conforms_to": dataset.conforms_to,
        "temporal": dataset.temporal.map(|(first, last)| without_gaps(json!({
            "start": first.map(|d| d.to_string()), "end": last.map(|d| d.to_string()),
        }))),
        "language": dataset.language.tag(),
        "provenance": by_language(&dataset.provenance),
        "limits": by_language(&dataset.limits),
        "row_is": by_language(&dataset.row_is),
        "sources": origins,
        "commitments": commitments,
        "disaggregations": dataset.disaggregations,
        "series": series(record, dataset),
        "services": record.services_of(dataset).map(service).collect::<Vec<_>>(),
        "missing": dataset.missing.iter().map(|fact| fact.id()).collect::<Vec<_>>(),
        "quality": dataset.score.as_ref().map(quality),
    }));
    value["tables"] = dataset.tables.iter().map(table).collect();
    add_files(&mut value, dataset);
    value
}

fn add_files(value: &mut Value, dataset: &Record) {
    if !dataset.external.is_empty() {
        value["external"] = dataset.external.iter().map(super::external_json).collect();
    }
    value["files"] = dataset.distributions.iter().map(file_json).collect();
}

/// The points of data.europa.eu's assessment, and what the others are lost by.
fn quality(score: &Score) -> Value {
    let lost: Map<String, Value> = score
        .lost
        .iter()
        .map(|(by, points)| (by.id().to_owned(), (*points).into()))
        .collect();
    json!({ "points": score.points(), "of": WHOLE, "lost": lost })
}

/// The dataset's series and its neighbours, by their files from the site's root. All of its datasets are found in
/// `catalog.json`: a list of them in each of their files would grow with their number squared.
fn series(record: &CatalogRecord, dataset: &Record) -> Option<Value> {
    let (series, place) = record.series_of(dataset)?;
    let file = |at: usize| super::dataset_json_path(&record.datasets[at]);
    let [previous, next] = series.around(place).map(|at| at.map(file));
    Some(without_gaps(json!({
        "id": series.id,
        "title": by_language(&series.title),
        "description": by_language(&series.description),
        "page": series.page,
        "frequency": series.frequency,
        "previous": previous,
        "next": next,
        "count": series.members.len(),
    })))
}

fn service(service: &ServiceRecord) -> Value {
    without_gaps(json!({
        "id": service.id,
        "title": by_language(&service.title),
        "description": by_language(&service.description),
        "endpoint": service.endpoint,
        "documentation": service.documentation,
        "format": service.format,
        "conforms_to": service.conforms_to,
        "licence": service.license,
    }))
}

fn table(table: &TableRecord) -> Value {
    let mut value = without_gaps(json!({
        "name": table.name,
        "title": by_language(&table.title),
        "description": by_language(&table.description),
        "rows": table.rows,
        "notes": notes_json(&table.notes),
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
