//! `dcat-us-3.json`: DCAT-US 3.0 as JSON, which data.gov's harvester takes in place of `data.json`
//! (`tests/conformance/schemas/dcat-us-3.0`). A dataset without a contact that can be written to is left out, for the
//! schema refuses it.

use super::{
    Blank, Catalog, CatalogEndpoint, IsoDate, Part, StatedEntries, Streamed, duration, harvestable,
    keywords, text_of, write_json,
};
use crate::model::dataset::Spatial;
use crate::model::stated_facts::{DcatUs3Property, StatedFact};
use crate::record::{CatalogRecord, Record, SeriesRecord, ServiceRecord, is_web_address};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use distributions::{DcatUs3Distribution, distributions};
use nodes::{
    DcatUs3Concept, DcatUs3Contact, DcatUs3Document, DcatUs3Organization, DcatUs3Standard,
    can_be_written_to,
};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{self, Write};

mod distributions;
mod nodes;

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
        let datasets = Streamed(|| harvestable(record).map(|d| DcatUs3Dataset::of(record, d)));
        write_json(out, &DcatUs3Catalog::of(record, datasets))
    }
}

/// The file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase", bound = "Streamed<F>: Serialize")]
struct DcatUs3Catalog<'a, F> {
    #[serde(rename = "@id", skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    conforms_to: DcatUs3Standard<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<DcatUs3Document<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<DcatUs3Organization<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    language: Vec<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    issued: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    modified: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    service: Vec<DcatUs3Service<'a>>,
    /// The list is mandatory even where it is empty.
    dataset: Streamed<F>,
}

impl<'a, F> DcatUs3Catalog<'a, F> {
    fn of(record: &'a CatalogRecord, dataset: Streamed<F>) -> Self {
        let portal = &record.portal;
        let main = &portal.main;
        let home = record.url("index.html");
        let title = portal.title.text(main);
        DcatUs3Catalog {
            id: home.as_ref().map(|url| format!("{url}#catalog")),
            kind: "Catalog",
            conforms_to: DcatUs3Standard::new(STANDARD, "DCAT-US 3.0"),
            title,
            description: portal.description.text(main),
            homepage: home.map(|url| DcatUs3Document::new(url, title)),
            publisher: (portal.publisher.as_ref()).map(|p| DcatUs3Organization::of(p, main)),
            language: portal.languages.iter().filter_map(language).collect(),
            issued: record.issued.map(IsoDate),
            modified: record.modified.map(IsoDate),
            service: services(record),
            dataset,
        }
    }
}

/// Returns the services that serve a dataset of the catalogue.
fn services(record: &CatalogRecord) -> Vec<DcatUs3Service<'_>> {
    let services = record.services.iter();
    services
        .filter(|service| serves_harvestable(record, service))
        .filter_map(|service| DcatUs3Service::of(record, service))
        .collect()
}

/// Returns whether a service serves a dataset of the catalogue.
fn serves_harvestable(record: &CatalogRecord, service: &ServiceRecord) -> bool {
    let mut datasets = service.datasets.iter();
    datasets.any(|at| record.datasets[*at].is_harvestable())
}

/// A dataset, in the portal's main language.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DcatUs3Dataset<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    identifier: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<DcatUs3Organization<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact_point: Option<DcatUs3Contact<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    keyword: Vec<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    theme: Vec<DcatUs3Concept<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    landing_page: Option<DcatUs3Document<'a>>,
    access_rights: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    license: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    rights: Vec<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    accrual_periodicity: Option<&'static str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    issued: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    modified: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    version: Option<&'a str>,
    #[serde(flatten)]
    coverage: DcatUs3Coverage<'a>,
    #[serde(flatten)]
    links: DcatUs3Links<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    distribution: Vec<DcatUs3Distribution<'a>>,
}

impl<'a> DcatUs3Dataset<'a> {
    fn of(record: &'a CatalogRecord, dataset: &'a Record) -> Self {
        let main = &record.portal.main;
        let page = record.url(dataset.page());
        let title = dataset.title.text(main);
        DcatUs3Dataset {
            id: page.as_ref().map(|url| format!("{url}#dataset")),
            kind: "Dataset",
            identifier: dataset.known_as(),
            title,
            description: dataset.description.text(main),
            publisher: (dataset.publisher.as_ref()).map(|p| DcatUs3Organization::of(p, main)),
            contact_point: (dataset.contact.as_ref()).map(|c| DcatUs3Contact::of(c, main)),
            keyword: keywords(dataset, main),
            theme: (dataset.themes.iter())
                .map(|code| DcatUs3Concept::of(code))
                .collect(),
            landing_page: page.map(|url| DcatUs3Document::new(url, title)),
            access_rights: "public",
            license: dataset.license_address(),
            rights: (dataset.licenses.iter())
                .filter_map(|l| l.title.as_deref())
                .collect(),
            accrual_periodicity: dataset.frequency.as_deref().and_then(frequency),
            issued: dataset.issued.map(IsoDate),
            modified: dataset.modified.map(IsoDate),
            version: dataset.version.as_deref(),
            coverage: DcatUs3Coverage::of(dataset, main),
            links: DcatUs3Links::of(record, dataset),
            distribution: distributions(record, dataset),
        }
    }
}

/// What a dataset covers, and by which standards.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DcatUs3Coverage<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<[&'a str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spatial: Option<[DcatUs3Location<'a>; 1]>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    conforms_to: Vec<DcatUs3Standard<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal: Option<[DcatUs3Period; 1]>,
}

impl<'a> DcatUs3Coverage<'a> {
    fn of(dataset: &'a Record, main: &Lang) -> Self {
        let standards = dataset.conforms_to.iter();
        let area = dataset.spatial.as_ref();
        let period = dataset.temporal.and_then(DcatUs3Period::of);
        DcatUs3Coverage {
            language: language(&dataset.language).map(|code| [code]),
            spatial: area.map(|area| [DcatUs3Location::of(area, main)]),
            conforms_to: standards
                .map(|url| DcatUs3Standard::new(url, url))
                .collect(),
            temporal: period.map(|period| [period]),
        }
    }
}

/// How a dataset came to be, and what it belongs to.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DcatUs3Links<'a> {
    #[serde(flatten)]
    stated: StatedEntries<[&'a str; 1]>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    scope_note: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    relation: BTreeSet<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    is_referenced_by: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_series: Option<[DcatUs3Series<'a>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    described_by: Option<DcatUs3Description>,
}

impl<'a> DcatUs3Links<'a> {
    fn of(record: &'a CatalogRecord, dataset: &'a Record) -> Self {
        let main = &record.portal.main;
        let commitments = dataset.cited_by();
        let series = record.series_of(dataset);
        DcatUs3Links {
            stated: StatedEntries::of(&dataset.stated, texts_property, |words| {
                text_of(words, main).map(|text| [text])
            }),
            scope_note: scope_note(dataset, main),
            relation: dataset.origin_addresses(),
            is_referenced_by: commitments.filter_map(|path| record.url(&path)).collect(),
            in_series: series.map(|(series, _)| [DcatUs3Series::of(record, series)]),
            described_by: DcatUs3Description::of(record, dataset),
        }
    }
}

/// Returns the property that holds a fact in words as a list of texts.
fn texts_property(fact: &StatedFact) -> Option<&'static str> {
    match fact.dcat_us_3 {
        Some(DcatUs3Property::Texts(name)) => Some(name),
        Some(DcatUs3Property::ScopeNote) | None => None,
    }
}

/// An area.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DcatUs3Location<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Blank::is_blank")]
    id: Option<&'a str>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    pref_label: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    identifier: Option<&'a str>,
    /// A polygon in well-known text.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    bbox: Option<String>,
}

impl<'a> DcatUs3Location<'a> {
    fn of(area: &'a Spatial, main: &Lang) -> Self {
        let geonames = area.geonames.as_deref();
        DcatUs3Location {
            id: geonames.filter(|url| is_web_address(url)),
            kind: "Location",
            pref_label: area.name.text(main),
            identifier: area.code.as_deref(),
            bbox: area.bounds.map(|bounds| bounds.wkt()),
        }
    }
}

/// The time that data cover.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "PeriodOfTime", rename_all = "camelCase")]
struct DcatUs3Period {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    start_date: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    end_date: Option<IsoDate>,
}

impl DcatUs3Period {
    /// Returns the time between two dates; none where neither is known.
    fn of((first, last): (Option<PartialDate>, Option<PartialDate>)) -> Option<Self> {
        (first.is_some() || last.is_some()).then_some(DcatUs3Period {
            start_date: first.map(IsoDate),
            end_date: last.map(IsoDate),
        })
    }
}

/// Returns what a row is, and what the data cannot tell.
fn scope_note(dataset: &Record, main: &Lang) -> String {
    let stated = dataset.stated.iter();
    let stated =
        stated.filter(|(fact, _)| matches!(fact.dcat_us_3, Some(DcatUs3Property::ScopeNote)));
    std::iter::once(&dataset.row_is)
        .chain(stated.map(|(_, words)| words))
        .map(|w| w.text(main).trim())
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// The Data Package that describes a dataset's files.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "Distribution", rename_all = "camelCase")]
struct DcatUs3Description {
    title: &'static str,
    #[serde(rename = "downloadURL")]
    download_url: String,
    media_type: &'static str,
    format: &'static str,
}

impl DcatUs3Description {
    fn of(record: &CatalogRecord, dataset: &Record) -> Option<Self> {
        let url = record.url(&format!("{}datapackage.json", dataset.folder()));
        url.map(|download_url| DcatUs3Description {
            title: "Data Package",
            download_url,
            media_type: "application/json",
            format: "JSON",
        })
    }
}

/// A series with what is its own: whole datasets inside it would repeat the list.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DcatUs3Series<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<DcatUs3Organization<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact_point: Option<[DcatUs3Contact<'a>; 1]>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    accrual_periodicity: Option<&'static str>,
}

impl<'a> DcatUs3Series<'a> {
    fn of(record: &'a CatalogRecord, series: &'a SeriesRecord) -> Self {
        let portal = &record.portal;
        let main = &portal.main;
        let home = record.url("index.html");
        let contact = portal.contact.as_ref().filter(|c| can_be_written_to(c));
        DcatUs3Series {
            id: home.map(|url| format!("{url}#series-{}", series.id)),
            kind: "DatasetSeries",
            title: series.title.text(main),
            description: series.description.text(main),
            publisher: (portal.publisher.as_ref()).map(|p| DcatUs3Organization::of(p, main)),
            contact_point: contact.map(|c| [DcatUs3Contact::of(c, main)]),
            accrual_periodicity: series.frequency.as_deref().and_then(frequency),
        }
    }
}

/// A service that answers questions about datasets.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DcatUs3Service<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    identifier: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(rename = "endpointURL")]
    endpoint_url: [&'a str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    endpoint_description: Option<[&'a str; 1]>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    conforms_to: Vec<DcatUs3Standard<'a>>,
    publisher: DcatUs3Organization<'a>,
    contact_point: [DcatUs3Contact<'a>; 1],
    #[serde(skip_serializing_if = "Blank::is_blank")]
    license: Option<&'a str>,
    access_rights: &'static str,
}

impl<'a> DcatUs3Service<'a> {
    /// Draws a service; none without a publisher and a contact that can be written to, for the schema refuses it.
    fn of(record: &'a CatalogRecord, service: &'a ServiceRecord) -> Option<Self> {
        let main = &record.portal.main;
        let publisher = record.portal.publisher.as_ref()?;
        let contact = service.contact.as_ref().filter(|c| can_be_written_to(c))?;
        let home = record.url("index.html");
        let standards = service.conforms_to.iter();
        Some(DcatUs3Service {
            id: home.map(|url| format!("{url}#service-{}", service.id)),
            kind: "DataService",
            identifier: &service.id,
            title: service.title.text(main),
            description: service.description.text(main),
            endpoint_url: [&service.endpoint],
            endpoint_description: service.documentation.as_deref().map(|url| [url]),
            conforms_to: standards
                .map(|url| DcatUs3Standard::new(url, url))
                .collect(),
            publisher: DcatUs3Organization::of(publisher, main),
            contact_point: [DcatUs3Contact::of(contact, main)],
            license: service.license.as_deref(),
            access_rights: "public",
        })
    }
}

/// Returns a language's code. The schema takes codes of two letters (ISO 639-1); a language that has none is left out.
fn language(lang: &Lang) -> Option<&str> {
    lang.tag().split('-').next().filter(|code| code.len() == 2)
}

/// Returns how often a dataset changes, as DCAT-US 3 says it.
fn frequency(code: &str) -> Option<&'static str> {
    FREQUENCIES
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, form)| *form)
        .or_else(|| duration(code))
}
