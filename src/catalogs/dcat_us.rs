//! `data.json`: DCAT-US 1.1 for publishers that are not federal agencies of the United States, as data.gov's
//! harvester and CKAN's take it (`tests/conformance/schemas/dcat-us-1.1`). A portal declares itself non-federal to
//! data.gov: the federal schema wants `bureauCode` and `programCode`, which only those agencies have.

use super::{
    Catalog, CatalogEndpoint, Part, duration, file_title, format_name, is_listed, keywords, theme,
    without_gaps, write_json_with,
};
use crate::model::dataset::{External, Spatial};
use crate::record::{CatalogRecord, Distribution, Record};
use crate::text::lang::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{self, Write};

const SCHEMA: &str = "https://project-open-data.cio.gov/v1.1/schema";

/// What DCAT-US 1.1 has besides durations; continuously is every second there.
const FREQUENCIES: &[(&str, &str)] = &[
    ("cont", "R/PT1S"),
    ("update_cont", "R/PT1S"),
    ("irreg", "irregular"),
    ("as_needed", "irregular"),
];

/// Where it is.
const PATH: &str = "data.json";

/// The catalog.
pub(crate) struct DcatUs;

impl Catalog for DcatUs {
    fn id(&self) -> &'static str {
        "dcat-us-1.1"
    }

    fn is_hinted(&self) -> bool {
        true
    }

    fn undivided(&self) -> Option<&'static str> {
        Some(PATH)
    }

    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let is_written = record.fills_catalog_of(Record::is_harvestable);
        CatalogEndpoint::single(PATH, "dev-data-json", is_written)
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        super::whole_for_harvesters(record, PATH)
    }

    fn write(&self, record: &CatalogRecord, _part: Part, out: &mut dyn Write) -> io::Result<()> {
        let datasets = record
            .datasets
            .iter()
            .filter(|d| d.is_harvestable())
            .map(|d| dataset(record, d));
        let value = json!({
            "@context": format!("{SCHEMA}/catalog.jsonld"),
            "@id": record.url(PATH),
            "@type": "dcat:Catalog",
            "conformsTo": SCHEMA,
            "describedBy": format!("{SCHEMA}/catalog.json"),
        });
        write_json_with(out, value, "dataset", datasets)
    }
}

fn dataset(record: &CatalogRecord, dataset: &Record) -> Value {
    let main = &record.portal.main;
    let page = record.url(dataset.page());
    // "A bounding box, or a named place": programs draw the box, and lists show the name.
    let area = |s: &Spatial| s.bounds.map(|b| b.sides().map(|d| d.to_string()).join(","));
    let spatial = dataset
        .spatial
        .as_ref()
        .map(|s| area(s).unwrap_or_else(|| s.name.text(main).to_owned()));
    without_gaps(json!({
        "@type": "dcat:Dataset",
        "@id": page,
        "identifier": dataset.known_as(),
        "accessLevel": "public",
        "title": dataset.title.text(main),
        "description": dataset.description.text(main),
        "keyword": keywords(dataset, main),
        "modified": dataset.modified.map(|d| d.to_string()),
        "issued": dataset.issued.map(|d| d.to_string()),
        "publisher": publisher(dataset, main),
        "contactPoint": contact(dataset, main),
        "landingPage": page,
        "license": dataset.license_address(),
        "theme": dataset.themes.iter().map(|code| theme(code)).collect::<BTreeSet<_>>(),
        "accrualPeriodicity": dataset.frequency.as_deref().and_then(frequency),
        "language": [dataset.language.tag()],
        "spatial": spatial,
        "conformsTo": dataset.conforms_to.first(),
        "temporal": temporal(dataset),
        "references": dataset.origin_addresses(),
        "describedBy": record.url(&format!("{}datapackage.json", dataset.folder())),
        "describedByType": "application/json",
        "distribution": distributions(record, dataset),
    }))
}

fn publisher(dataset: &Record, main: &Lang) -> Value {
    let name = dataset.publisher.as_ref().map_or("", |p| p.name.text(main));
    json!({ "@type": "org:Organization", "name": name })
}

fn contact(dataset: &Record, main: &Lang) -> Value {
    let contact = dataset.contact.as_ref();
    let email = contact.and_then(|c| c.email.as_deref()).unwrap_or_default();
    json!({
        "@type": "vcard:Contact",
        "fn": contact.map_or("", |c| c.name.text(main)),
        "hasEmail": format!("mailto:{email}"),
    })
}

fn frequency(code: &str) -> Option<&'static str> {
    FREQUENCIES
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, form)| *form)
        .or_else(|| duration(code))
}

/// ISO 8601 intervals have two ends; one that is open cannot be said here. Both are given to the day, for the schema's
/// pattern takes two ends of different precision for no interval.
fn temporal(dataset: &Record) -> Option<String> {
    match dataset.temporal? {
        (Some(first), Some(last)) => Some(format!("{}/{}", first.first_day(), last.last_day())),
        _ => None,
    }
}

/// Files, and services: DCAT-US 1.1 knows a service only as a way to get at a dataset.
fn distributions(record: &CatalogRecord, dataset: &Record) -> Vec<Value> {
    let main = &record.portal.main;
    let files = dataset
        .distributions
        .iter()
        .filter(is_listed)
        .map(|d| distribution(d, dataset, main));
    let services = record.services_of(dataset).map(|service| {
        without_gaps(json!({
            "@type": "dcat:Distribution",
            "accessURL": service.endpoint,
            "format": "API",
            "title": service.title.text(main),
            "description": service.description.text(main),
            "conformsTo": service.conforms_to.first(),
            "describedBy": service.documentation,
        }))
    });
    let external = dataset
        .external
        .iter()
        .map(|file| external(file, dataset, main));
    files.chain(external).chain(services).collect()
}

/// A file on another server. What can be loaded must have a media type here; the rest is a page to go to.
fn external(file: &External, dataset: &Record, main: &Lang) -> Value {
    let loaded = file.media_type.is_some();
    let title = if file.title.is_empty() {
        &dataset.title
    } else {
        &file.title
    };
    without_gaps(json!({
        "@type": "dcat:Distribution",
        "downloadURL": loaded.then_some(&file.url),
        "accessURL": (!loaded).then_some(&file.url),
        "mediaType": file.media_type,
        "format": file.format.as_deref().map(format_name),
        "title": title.text(main),
        "description": file.description.text(main),
    }))
}

fn distribution(file: &Distribution, dataset: &Record, main: &Lang) -> Value {
    without_gaps(json!({
        "@type": "dcat:Distribution",
        "downloadURL": file.url,
        "mediaType": file.media_type,
        "format": format_name(&file.format),
        "conformsTo": file.conforms_to(),
        "title": file_title(file, dataset, main),
    }))
}
