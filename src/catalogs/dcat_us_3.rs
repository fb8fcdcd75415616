//! `dcat-us-3.json`: DCAT-US 3.0 as JSON, which data.gov's harvester takes in place of `data.json`
//! (`tests/conformance/schemas/dcat-us-3.0`). A dataset without a contact that can be written to is left out, for the
//! schema refuses it.

use super::{
    Catalog, CatalogEndpoint, Part, duration, file_title, format_name, is_listed, keywords, theme,
    without_gaps, write_json_with,
};
use crate::model::dataset::{Agent, ContactPoint, External};
use crate::record::{
    CatalogRecord, Distribution, Record, SeriesRecord, ServiceRecord, is_email, is_web_address,
};
use crate::text::lang::Lang;
use serde_json::{Value, json};
use std::io::{self, Write};

/// The version of the standard, by the address under which its schemas name themselves.
const STANDARD: &str = "https://resources.data.gov/dcat-us/3.0.0/";

/// The frequencies of the EU's table for which ISO 19115 has words; the others are told as durations.
const FREQUENCIES: &[(&str, &str)] = &[
    ("cont", "continual"),
    ("update_cont", "continual"),
    ("daily", "daily"),
    ("weekly", "weekly"),
    ("biweekly", "fortnightly"),
    ("monthly", "monthly"),
    ("quarterly", "quarterly"),
    ("annual_2", "biannually"),
    ("annual", "annually"),
    ("as_needed", "asNeeded"),
    ("irreg", "irregular"),
    ("never", "notPlanned"),
    ("not_planned", "notPlanned"),
    ("unknown", "unknown"),
];

/// Where it is.
const PATH: &str = "dcat-us-3.json";

/// The catalog.
pub(crate) struct DcatUs3;

impl Catalog for DcatUs3 {
    fn id(&self) -> &'static str {
        "dcat-us-3.0"
    }

    fn is_hinted(&self) -> bool {
        true
    }

    fn undivided(&self) -> Option<&'static str> {
        Some(PATH)
    }

    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let is_written = record.fills_catalog_of(Record::is_harvestable);
        CatalogEndpoint::single(PATH, "dev-dcat-us-3", is_written)
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
        // The list is mandatory even where it is empty.
        write_json_with(out, catalog(record), "dataset", datasets)
    }
}

fn catalog(record: &CatalogRecord) -> Value {
    let portal = &record.portal;
    let main = &portal.main;
    let home = record.url("index.html");
    let mut catalog = without_gaps(json!({
        "@id": home.as_ref().map(|url| format!("{url}#catalog")),
        "@type": "Catalog",
        "conformsTo": { "@id": STANDARD, "@type": "Standard", "title": "DCAT-US 3.0" },
        "title": portal.title.text(main),
        "description": portal.description.text(main),
        "homepage": document(home.as_deref(), portal.title.text(main)),
        "publisher": portal.publisher.as_ref().map(|p| organization(p, main)),
        "language": portal.languages.iter().filter_map(language).collect::<Vec<_>>(),
        "issued": record.issued.map(|d| d.to_string()),
        "modified": record.modified.map(|d| d.to_string()),
    }));
    let serves = |s: &&ServiceRecord| {
        s.datasets
            .iter()
            .any(|at| record.datasets[*at].is_harvestable())
    };
    let services: Vec<Value> = record
        .services
        .iter()
        .filter(serves)
        .filter_map(|s| service(record, s))
        .collect();
    if !services.is_empty() {
        catalog["service"] = services.into();
    }
    catalog
}

fn dataset(record: &CatalogRecord, dataset: &Record) -> Value {
    let main = &record.portal.main;
    let page = record.url(dataset.page());
    let title = dataset.title.text(main);
    let described = record.url(&format!("{}datapackage.json", dataset.folder()));
    let provenance = Some(dataset.provenance.text(main)).filter(|text| !text.is_empty());
    without_gaps(json!({
        "@id": page.as_ref().map(|url| format!("{url}#dataset")),
        "@type": "Dataset",
        "identifier": dataset.known_as(),
        "title": title,
        "description": dataset.description.text(main),
        "publisher": dataset.publisher.as_ref().map(|p| organization(p, main)),
        "contactPoint": dataset.contact.as_ref().map(|c| kind(c, main)),
        "keyword": keywords(dataset, main),
        "theme": dataset.themes.iter().map(|code| concept(code)).collect::<Vec<_>>(),
        "landingPage": document(page.as_deref(), title),
        "accessRights": "public",
        "license": dataset.license_address(),
        "rights": dataset.licenses.iter().filter_map(|l| l.title.clone()).collect::<Vec<_>>(),
        "accrualPeriodicity": dataset.frequency.as_deref().and_then(frequency),
        "issued": dataset.issued.map(|d| d.to_string()),
        "modified": dataset.modified.map(|d| d.to_string()),
        "version": dataset.version,
        "language": language(&dataset.language).map(|code| vec![code]),
        "spatial": dataset.spatial.as_ref().map(|s| vec![without_gaps(json!({
            "@id": s.geonames.as_deref().filter(|url| is_web_address(url)),
            "@type": "Location", "prefLabel": s.name.text(main), "identifier": s.code,
            "bbox": s.bounds.map(|b| b.wkt()),
        }))]),
        "conformsTo": dataset.conforms_to.iter().map(|address| standard(address)).collect::<Vec<_>>(),
        "temporal": dataset.temporal.filter(|(a, b)| a.is_some() || b.is_some()).map(|(first, last)| vec![
            without_gaps(json!({
                "@type": "PeriodOfTime",
                "startDate": first.map(|d| d.to_string()), "endDate": last.map(|d| d.to_string()),
            })),
        ]),
        "provenance": provenance.map(|text| vec![text]),
        "scopeNote": scope_note(dataset, main),
        "relation": dataset.origin_addresses(),
        "isReferencedBy": dataset.cited_by().filter_map(|path| record.url(&path)).collect::<Vec<_>>(),
        "inSeries": record.series_of(dataset).map(|(of, _)| vec![series(record, of)]),
        "describedBy": described.map(|url| json!({
            "@type": "Distribution", "title": "Data Package", "downloadURL": url, "mediaType": "application/json",
            "format": "JSON",
        })),
        "distribution": distributions(record, dataset),
    }))
}

/// What a row is, and what the data cannot tell.
fn scope_note(dataset: &Record, main: &Lang) -> String {
    [&dataset.row_is, &dataset.limits]
        .map(|w| w.text(main).trim())
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn distributions(record: &CatalogRecord, dataset: &Record) -> Vec<Value> {
    let main = &record.portal.main;
    let page = record.url(dataset.page());
    let files = dataset
        .distributions
        .iter()
        .filter(is_listed)
        .map(|d| distribution(d, dataset, main));
    let access = |s: &ServiceRecord| {
        without_gaps(json!({
            "@id": page.as_ref().map(|url| format!("{url}#service-{}", s.id)),
            "@type": "Distribution",
            "title": s.title.text(main),
            "description": s.description.text(main),
            "accessURL": s.endpoint,
            "accessService": service(record, s).map(|service| vec![service]),
            "format": "API",
            "license": s.license,
        }))
    };
    let external = |file: &External| {
        let title = if file.title.is_empty() {
            &dataset.title
        } else {
            &file.title
        };
        without_gaps(json!({
            "@id": page.as_ref().map(|url| format!("{url}#external-{}", file.name)),
            "@type": "Distribution",
            "title": title.text(main),
            "description": file.description.text(main),
            "accessURL": file.url,
            "downloadURL": file.media_type.as_ref().map(|_| &file.url),
            "mediaType": file.media_type,
            "format": file.format.as_deref().map(format_name),
            "byteSize": file.bytes.map(|bytes| bytes.to_string()),
            "license": dataset.license_address(),
        }))
    };
    files
        .chain(dataset.external.iter().map(external))
        .chain(record.services_of(dataset).map(access))
        .collect()
}

/// A series with what is its own: whole datasets inside it would repeat the list.
fn series(record: &CatalogRecord, series: &SeriesRecord) -> Value {
    let main = &record.portal.main;
    let contact = record
        .portal
        .contact
        .as_ref()
        .filter(|c| can_be_written_to(c));
    without_gaps(json!({
        "@id": record.url("index.html").map(|url| format!("{url}#series-{}", series.id)),
        "@type": "DatasetSeries",
        "title": series.title.text(main),
        "description": series.description.text(main),
        "publisher": record.portal.publisher.as_ref().map(|p| organization(p, main)),
        "contactPoint": contact.map(|c| vec![kind(c, main)]),
        "accrualPeriodicity": series.frequency.as_deref().and_then(frequency),
    }))
}

/// A service; none without a publisher and a contact that can be written to, for the schema refuses it.
fn service(record: &CatalogRecord, service: &ServiceRecord) -> Option<Value> {
    let main = &record.portal.main;
    let publisher = record.portal.publisher.as_ref()?;
    let contact = service.contact.as_ref().filter(|c| can_be_written_to(c))?;
    Some(without_gaps(json!({
        "@id": record.url("index.html").map(|url| format!("{url}#service-{}", service.id)),
        "@type": "DataService",
        "identifier": service.id,
        "title": service.title.text(main),
        "description": service.description.text(main),
        "endpointURL": [service.endpoint],
        "endpointDescription": service.documentation.as_ref().map(|url| vec![url]),
        "conformsTo": service.conforms_to.iter().map(|address| standard(address)).collect::<Vec<_>>(),
        "publisher": organization(publisher, main),
        "contactPoint": [kind(contact, main)],
        "license": service.license,
        "accessRights": "public",
    })))
}

fn standard(address: &str) -> Value {
    json!({ "@id": address, "@type": "Standard", "title": address })
}

fn can_be_written_to(contact: &ContactPoint) -> bool {
    contact.email.as_deref().is_some_and(is_email) && !contact.name.is_empty()
}

fn organization(agent: &Agent, main: &Lang) -> Value {
    json!({ "@type": "Organization", "name": agent.name.text(main) })
}

fn kind(contact: &ContactPoint, main: &Lang) -> Value {
    let email = contact.email.as_deref().unwrap_or_default();
    json!({ "@type": "Kind", "fn": contact.name.text(main), "hasEmail": format!("mailto:{email}") })
}

fn document(url: Option<&str>, title: &str) -> Option<Value> {
    url.map(|url| json!({ "@id": url, "@type": "Document", "title": title, "accessURL": url }))
}

fn concept(code: &str) -> Value {
    let plain = code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let address = format!("http://publications.europa.eu/resource/authority/data-theme/{code}");
    without_gaps(
        json!({ "@id": plain.then_some(address), "@type": "Concept", "prefLabel": theme(code) }),
    )
}

/// The schema takes codes of two letters (ISO 639-1); a language that has none is left out.
fn language(lang: &Lang) -> Option<&str> {
    lang.tag().split('-').next().filter(|code| code.len() == 2)
}

fn frequency(code: &str) -> Option<&'static str> {
    FREQUENCIES
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, form)| *form)
        .or_else(|| duration(code))
}

fn distribution(file: &Distribution, dataset: &Record, main: &Lang) -> Value {
    without_gaps(json!({
        "@id": file.url.as_ref().map(|url| format!("{url}#distribution")),
        "@type": "Distribution",
        "title": file_title(file, dataset, main),
        "downloadURL": file.url,
        "accessURL": file.url,
        "mediaType": file.media_type,
        "format": format_name(&file.format),
        "conformsTo": file.conforms_to().map(|address| vec![standard(address)]),
        "byteSize": file.bytes.to_string(),
        "checksum": { "@type": "Checksum", "algorithm": "SHA-256", "checksumValue": file.sha256 },
        "characterEncoding": file.encoding.as_ref().map(|name| vec![name]),
        "license": dataset.license_address(),
        "modified": dataset.modified.map(|d| d.to_string()),
    }))
}
