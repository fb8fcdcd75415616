//! `data.json`: DCAT-US 1.1 for publishers that are not federal agencies of the United States, as data.gov's
//! harvester and CKAN's take it (`tests/conformance/schemas/dcat-us-1.1`). A portal declares itself non-federal to
//! data.gov: the federal schema wants `bureauCode` and `programCode`, which only those agencies have.

use super::{
    Blank, Catalog, CatalogEndpoint, IsoDate, Part, Streamed, duration, file_title, format_name,
    harvestable, is_listed, keywords, theme, words_or, write_json,
};
use crate::model::dataset::{External, Spatial};
use crate::record::{CatalogRecord, Distribution, Record, ServiceRecord};
use crate::text::lang::Lang;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The standard's own address, which it asks catalogs to name.
const SCHEMA: &str = "https://project-open-data.cio.gov/v1.1/schema";

/// What DCAT-US 1.1 has besides durations; continuously is every second there.
const FREQUENCIES: &[(&str, &str)] = &[
    ("cont", "R/PT1S"),
    ("update_cont", "R/PT1S"),
    ("irreg", "irregular"),
    ("as_needed", "irregular"),
];

const PATH: &str = "data.json";

/// The catalog of DCAT-US 1.1, `data.json`.
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
        let catalog = DcatUsCatalog {
            context: format!("{SCHEMA}/catalog.jsonld"),
            id: record.url(PATH),
            kind: "dcat:Catalog",
            conforms_to: SCHEMA,
            described_by: format!("{SCHEMA}/catalog.json"),
            dataset: Streamed(|| harvestable(record).map(|d| DcatUsDataset::of(record, d))),
        };
        write_json(out, &catalog)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase", bound = "Streamed<F>: Serialize")]
struct DcatUsCatalog<F> {
    #[serde(rename = "@context")]
    context: String,
    #[serde(rename = "@id")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    conforms_to: &'static str,
    described_by: String,
    dataset: Streamed<F>,
}

/// A dataset, in the portal's main language.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "dcat:Dataset", rename_all = "camelCase")]
struct DcatUsDataset<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    identifier: &'a str,
    access_level: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    keyword: Vec<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    modified: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    issued: Option<IsoDate>,
    publisher: DcatUsPublisher<'a>,
    contact_point: DcatUsContact<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    landing_page: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    license: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    theme: BTreeSet<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    accrual_periodicity: Option<&'static str>,
    language: [&'a str; 1],
    #[serde(skip_serializing_if = "Blank::is_blank")]
    spatial: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    conforms_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    temporal: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    references: BTreeSet<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    described_by: Option<String>,
    described_by_type: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    distribution: Vec<DcatUsDistribution<'a>>,
}

impl<'a> DcatUsDataset<'a> {
    fn of(record: &'a CatalogRecord, dataset: &'a Record) -> Self {
        let main = &record.portal.main;
        let page = record.url(dataset.page());
        DcatUsDataset {
            id: page.clone(),
            identifier: dataset.known_as(),
            access_level: "public",
            title: dataset.title.text(main),
            description: dataset.description.text(main),
            keyword: keywords(dataset, main),
            modified: dataset.modified.map(IsoDate),
            issued: dataset.issued.map(IsoDate),
            publisher: DcatUsPublisher::of(dataset, main),
            contact_point: DcatUsContact::of(dataset, main),
            landing_page: page,
            license: dataset.license_address(),
            theme: dataset.themes.iter().map(|code| theme(code)).collect(),
            accrual_periodicity: dataset.frequency.as_deref().and_then(frequency),
            language: [dataset.language.tag()],
            spatial: dataset.spatial.as_ref().map(|area| spatial(area, main)),
            conforms_to: dataset.conforms_to.first().map(String::as_str),
            temporal: temporal(dataset),
            references: dataset.origin_addresses(),
            described_by: record.url(&format!("{}datapackage.json", dataset.folder())),
            described_by_type: "application/json",
            distribution: distributions(record, dataset),
        }
    }
}

/// Who publishes a dataset.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "org:Organization")]
struct DcatUsPublisher<'a> {
    name: &'a str,
}

impl<'a> DcatUsPublisher<'a> {
    fn of(dataset: &'a Record, main: &Lang) -> Self {
        let publisher = dataset.publisher.as_ref();
        DcatUsPublisher {
            name: publisher.map_or("", |p| p.name.text(main)),
        }
    }
}

/// Whom to ask about a dataset.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "vcard:Contact", rename_all = "camelCase")]
struct DcatUsContact<'a> {
    r#fn: &'a str,
    has_email: String,
}

impl<'a> DcatUsContact<'a> {
    fn of(dataset: &'a Record, main: &Lang) -> Self {
        let contact = dataset.contact.as_ref();
        let email = contact.and_then(|c| c.email.as_deref()).unwrap_or_default();
        DcatUsContact {
            r#fn: contact.map_or("", |c| c.name.text(main)),
            has_email: format!("mailto:{email}"),
        }
    }
}

/// Returns "a bounding box, or a named place": programs draw the box, and lists show the name.
fn spatial(area: &Spatial, main: &Lang) -> String {
    match area.bounds {
        Some(bounds) => bounds.sides().map(|degrees| degrees.to_string()).join(","),
        None => area.name.text(main).to_owned(),
    }
}

/// Returns how often a dataset changes, as DCAT-US 1.1 says it.
fn frequency(code: &str) -> Option<&'static str> {
    FREQUENCIES
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, form)| *form)
        .or_else(|| duration(code))
}

/// Returns the time covered, where both ends are known: ISO 8601 intervals have two. Both are given to the day, for the
/// schema's pattern takes two ends of different precision for no interval.
fn temporal(dataset: &Record) -> Option<String> {
    match dataset.temporal? {
        (Some(first), Some(last)) => Some(format!("{}/{}", first.first_day(), last.last_day())),
        _ => None,
    }
}

/// Returns files, and services: DCAT-US 1.1 knows a service only as a way to get at a dataset.
fn distributions<'a>(
    record: &'a CatalogRecord,
    dataset: &'a Record,
) -> Vec<DcatUsDistribution<'a>> {
    let main = &record.portal.main;
    let files = dataset.distributions.iter().filter(is_listed);
    let files = files.map(|file| DcatUsDistribution::File(DcatUsFile::of(file, dataset, main)));
    let external = dataset.external.iter();
    let external =
        external.map(|file| DcatUsDistribution::External(DcatUsExternal::of(file, dataset, main)));
    let services = record.services_of(dataset);
    let services =
        services.map(|service| DcatUsDistribution::Service(DcatUsService::of(service, main)));
    files.chain(external).chain(services).collect()
}

/// A way to get at a dataset.
#[derive(Serialize)]
#[serde(untagged)]
enum DcatUsDistribution<'a> {
    File(DcatUsFile<'a>),
    External(DcatUsExternal<'a>),
    Service(DcatUsService<'a>),
}

/// A file here.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "dcat:Distribution", rename_all = "camelCase")]
struct DcatUsFile<'a> {
    #[serde(rename = "downloadURL", skip_serializing_if = "Blank::is_blank")]
    download_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    media_type: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    conforms_to: Option<&'static str>,
    title: String,
}

impl<'a> DcatUsFile<'a> {
    fn of(file: &'a Distribution, dataset: &Record, main: &Lang) -> Self {
        DcatUsFile {
            download_url: file.url.as_deref(),
            media_type: &file.media_type,
            format: format_name(&file.format),
            conforms_to: file.conforms_to(),
            title: file_title(file, dataset, main),
        }
    }
}

/// A file on another server. What can be loaded must have a media type here; the rest is a page to go to.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "dcat:Distribution", rename_all = "camelCase")]
struct DcatUsExternal<'a> {
    #[serde(rename = "downloadURL", skip_serializing_if = "Blank::is_blank")]
    download_url: Option<&'a str>,
    #[serde(rename = "accessURL", skip_serializing_if = "Blank::is_blank")]
    access_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    media_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
}

impl<'a> DcatUsExternal<'a> {
    fn of(file: &'a External, dataset: &'a Record, main: &Lang) -> Self {
        let is_loaded = file.media_type.is_some();
        DcatUsExternal {
            download_url: is_loaded.then_some(&file.url),
            access_url: (!is_loaded).then_some(&file.url),
            media_type: file.media_type.as_deref(),
            format: file.format.as_deref().map(format_name),
            title: words_or(&file.title, &dataset.title).text(main),
            description: file.description.text(main),
        }
    }
}

/// A service that answers questions about a dataset.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "dcat:Distribution", rename_all = "camelCase")]
struct DcatUsService<'a> {
    #[serde(rename = "accessURL", skip_serializing_if = "Blank::is_blank")]
    access_url: &'a str,
    format: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    conforms_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    described_by: Option<&'a str>,
}

impl<'a> DcatUsService<'a> {
    fn of(service: &'a ServiceRecord, main: &Lang) -> Self {
        DcatUsService {
            access_url: &service.endpoint,
            format: "API",
            title: service.title.text(main),
            description: service.description.text(main),
            conforms_to: service.conforms_to.first().map(String::as_str),
            described_by: service.documentation.as_deref(),
        }
    }
}
