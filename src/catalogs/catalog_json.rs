//! `catalog.json`: the portal's own list of datasets and files for programmers, documented by
//! `schemas/catalog.schema.json`.
//!
//! All paths are relative to the file itself, which is at the site's root, so that it can be read from a disk as
//! well as from a host. It is stable: keys are only ever added, and a reader passes over keys it does not know.

use super::{
    Catalog, CatalogEndpoint, ExternalEntry, FileEntry, IsoDate, LocalizedText, Part,
    PublishedSchema, SitePath, dataset_json_path, entries, schema_of, write_json,
};
use crate::record::{CatalogRecord, Record};
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, Write};

/// Datasets a file lists at most; the list goes on in `catalog-2.json` and so on, as `next` says.
/// A dataset takes about 2 KB, so that a file stays below 1 MB.
pub(crate) const PAGE: usize = 500;

/// The version of the form. A key is added: 1.1; a key changes or goes: 2.0.
const VERSION: &str = "1.3";

/// The schema of the list.
pub(super) const SCHEMA: PublishedSchema = PublishedSchema {
    path: "schemas/catalog.schema.json",
    draw: schema_of::<CatalogFile>,
};

/// The portal's own catalog, `catalog.json`.
pub(crate) struct CatalogJson;

impl Catalog for CatalogJson {
    fn id(&self) -> &'static str {
        "catalog-json"
    }

    fn is_hinted(&self) -> bool {
        true
    }

    fn is_own(&self) -> bool {
        true
    }

    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let is_written = !record.datasets.is_empty();
        let mut endpoints = CatalogEndpoint::single("catalog.json", "dev-catalog", is_written);
        for endpoint in &mut endpoints {
            endpoint.schema = Some(SCHEMA.path);
        }
        endpoints
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
        write_json(out, &CatalogFile::of(record, n))
    }
}

/// The datasets of a portal made with tragaluz, and their files. Every path is relative to the site's root, where the
/// first file of the list stands. Keys may be added in later versions: pass over those you do not know.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "catalog.json")]
struct CatalogFile<'a> {
    /// Where this schema stands.
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// Version of the form. The second number grows when a key is added, the first when one changes or goes.
    #[schemars(regex(pattern = "^1\\.[0-9]+$"))]
    version: &'static str,
    portal: CatalogPortal<'a>,
    /// At most 500; the list goes on in the file that next names.
    #[schemars(length(max = PAGE))]
    datasets: Vec<CatalogDataset<'a>>,
    /// The file that goes on with the list; null in the last one.
    #[schemars(extend("pattern" = "^catalog-[0-9]+\\.json$"))]
    next: Option<String>,
}

impl<'a> CatalogFile<'a> {
    /// Draws the file of this number, from 1.
    fn of(record: &'a CatalogRecord, number: usize) -> Self {
        let datasets = record.datasets.iter().skip((number - 1) * PAGE).take(PAGE);
        CatalogFile {
            schema: SCHEMA.path,
            version: VERSION,
            portal: CatalogPortal::of(record),
            datasets: datasets.map(|d| CatalogDataset::of(record, d)).collect(),
            next: (number < pages(record)).then(|| path(number + 1)),
        }
    }
}

/// What the portal says of itself.
#[derive(Debug, Serialize, JsonSchema)]
struct CatalogPortal<'a> {
    title: LocalizedText<'a>,
    #[schemars(extend("optional" = true))]
    description: LocalizedText<'a>,
    /// Where the portal stands, ending in /; null where it does not say.
    url: Option<&'a str>,
    /// Its first page.
    page: SitePath<'static>,
    /// The main one first.
    #[schemars(length(min = 1))]
    languages: Vec<&'a str>,
    /// Who publishes; null where the portal does not say.
    #[schemars(extend("optional" = true))]
    publisher: Option<LocalizedText<'a>>,
    /// When the newest dataset changed; null where no dataset says when.
    modified: Option<IsoDate>,
    /// Datasets in all files of the list.
    count: usize,
}

impl<'a> CatalogPortal<'a> {
    fn of(record: &'a CatalogRecord) -> Self {
        let portal = &record.portal;
        CatalogPortal {
            title: LocalizedText::of(&portal.title),
            description: LocalizedText::of(&portal.description),
            url: portal.base_url.as_deref(),
            page: SitePath("index.html".into()),
            languages: portal.languages.iter().map(|lang| lang.tag()).collect(),
            publisher: (portal.publisher.as_ref()).map(|p| LocalizedText::of(&p.name)),
            modified: record.modified.map(IsoDate),
            count: record.datasets.len(),
        }
    }
}

/// A dataset and its files.
#[derive(Debug, Serialize, JsonSchema)]
struct CatalogDataset<'a> {
    /// Stays when the title changes.
    #[schemars(regex(pattern = "^[A-Za-z0-9_-]{1,64}$"))]
    id: &'a str,
    title: LocalizedText<'a>,
    /// Its page.
    page: SitePath<'a>,
    /// All that is known of the dataset, by dataset.schema.json. Since version 1.1.
    #[schemars(extend("optional" = true))]
    json: SitePath<'a>,
    /// When it changed last; null where that is not known.
    modified: Option<IsoDate>,
    /// The series that it belongs to, which the dataset's own file describes. Since version 1.2.
    #[schemars(extend("optional" = true))]
    series: Option<&'a str>,
    /// By which others know it, such as a DOI or a UUID; null where there is none.
    #[schemars(extend("optional" = true))]
    identifier: Option<&'a str>,
    /// Files on other servers.
    #[schemars(extend("optional" = true))]
    external: Vec<ExternalEntry<'a>>,
    /// Its files here.
    resources: Vec<FileEntry<'a>>,
}

impl<'a> CatalogDataset<'a> {
    fn of(record: &'a CatalogRecord, dataset: &'a Record) -> Self {
        CatalogDataset {
            id: &dataset.id,
            title: LocalizedText::of(&dataset.title),
            page: SitePath(dataset.page().into()),
            json: dataset_json_path(dataset),
            modified: dataset.modified.map(IsoDate),
            series: (record.series_of(dataset)).map(|(series, _)| series.id.as_str()),
            identifier: dataset.identifier.as_deref(),
            external: entries(&dataset.external),
            resources: entries(&dataset.distributions),
        }
    }
}

/// Returns how many files the list takes.
fn pages(record: &CatalogRecord) -> usize {
    record.datasets.len().div_ceil(PAGE).max(1)
}

/// Returns the path of the file of this number, from 1.
fn path(page: usize) -> String {
    if page == 1 {
        "catalog.json".to_owned()
    } else {
        format!("catalog-{page}.json")
    }
}
