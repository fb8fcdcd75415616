//! `datapackage.json` of each dataset: Data Package v2 (<https://datapackage.org>), in the dataset's own folder, so
//! that the folder is a package wherever it is copied; and one at the site's root with every table of the portal.
//! Readers of version 1 understand them too: nothing of version 2 that they would take for something else is used.
//!
//! What the standard has no name for is under the names that `dataset.md` gives it (`publisher`, `contact`,
//! `frequency`, `issued`, `modified`, `theme`, `spatial`, `temporal`, `disaggregations`, `limits` …), so that a package
//! made here can be brought in again whole. Words in other languages than the main one are under `translations`.

use super::{
    Blank, Catalog, CatalogEndpoint, CoveredTime, IsoDate, LocalizedText, Part, StatedEntries,
    Streamed, first_csv, instant, write_json,
};
use crate::model::dataset::ForeignKey;
use crate::record::{CatalogRecord, Record, TableRecord};
use crate::text::lang::Lang;
use crate::text::words::Words;
use circumstances::{
    PackageArea, PackageContact, PackageContributor, PackageLicense, PackagePublisher,
    PackageSource, contributors,
};
use files::{PackageJoined, PackageResource, has_resources, joined, resources};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{self, Write};

mod circumstances;
mod files;
mod schema;

/// The version of the standard.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// Data Packages of each dataset and of the whole portal.
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

    /// A package must hold something.
    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        let datasets = record.datasets.iter().enumerate();
        let mut files: Vec<(String, Part)> = datasets
            .filter(|(_, dataset)| has_resources(dataset))
            .map(|(i, d)| (format!("{}datapackage.json", d.folder()), Part::Dataset(i)))
            .collect();
        if !files.is_empty() {
            files.insert(0, ("datapackage.json".to_owned(), Part::Whole));
        }
        files
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Dataset(i) = part else {
            let scope = Scope::of(true, record.datasets.iter());
            let tables = Streamed(|| {
                let datasets = record.datasets.iter();
                datasets.flat_map(|d| resources(d, &record.portal.main, &scope))
            });
            return write_json(out, &PortalPackage::of(record, tables));
        };
        write_json(out, &package(record, &record.datasets[i]))
    }
}

/// Where a package is, and so what its files and tables are called in it.
struct Scope {
    /// At the site's root a table is called `DATASET.TABLE`, for identifiers hold no dot; in a dataset's folder it has
    /// its own name.
    portal: bool,
    /// Names of the tables in it.
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

    /// Returns a table's name in the package.
    fn name(&self, dataset: &str, table: &str) -> String {
        if self.portal {
            format!("{}.{table}", dataset.to_ascii_lowercase())
        } else {
            table.to_owned()
        }
    }

    /// Returns a file's path from the package's own folder. Data Package forbids paths that begin with a dot or a slash.
    fn path<'a>(&self, dataset: &Record, path: &'a str) -> &'a str {
        if self.portal {
            path
        } else {
            path.strip_prefix(&dataset.folder()).unwrap_or(path)
        }
    }

    /// Returns what the table that a key refers to is called: the empty text for the key's own table, none where it is not in
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

/// The package of every table of the portal.
#[derive(Serialize)]
#[serde(bound = "Streamed<F>: Serialize")]
struct PortalPackage<'a, F> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    homepage: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    licenses: Vec<PackageLicense<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    contributors: Vec<PackageContributor<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    modified: Option<IsoDate>,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    translations: Option<PackageTranslations<'a>>,
    resources: Streamed<F>,
}

impl<'a, F> PortalPackage<'a, F> {
    fn of(record: &'a CatalogRecord, resources: Streamed<F>) -> Self {
        let portal = &record.portal;
        let main = &portal.main;
        PortalPackage {
            profile: PROFILE,
            name: "portal",
            id: record.url("index.html"),
            title: portal.title.text(main),
            description: portal.description.text(main),
            homepage: record.url("index.html"),
            created: record.modified.map(instant),
            licenses: portal
                .licenses
                .iter()
                .filter_map(PackageLicense::of)
                .collect(),
            contributors: contributors(portal.publisher.as_ref(), portal.contact.as_ref(), main),
            modified: record.modified.map(IsoDate),
            language: main.tag(),
            translations: PackageTranslations::of(&portal.title, &portal.description),
            resources,
        }
    }
}

/// Returns the descriptor of a dataset, of those of its files that the record lists.
pub(crate) fn package<'a>(
    record: &'a CatalogRecord,
    dataset: &'a Record,
) -> impl Serialize + use<'a> {
    DatasetPackage::of(record, dataset)
}

/// The package of a dataset.
#[derive(Serialize)]
struct DatasetPackage<'a> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    homepage: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    keywords: Vec<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    licenses: Vec<PackageLicense<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    sources: Vec<PackageSource<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    contributors: Vec<PackageContributor<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    resources: Vec<PackageResource<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    joined: Vec<PackageJoined<'a>>,
    #[serde(flatten)]
    facts: OwnNames<'a>,
}

impl<'a> DatasetPackage<'a> {
    fn of(record: &'a CatalogRecord, dataset: &'a Record) -> Self {
        let main = &record.portal.main;
        let page = record.url(dataset.page());
        let sources = dataset.origins.iter();
        let scope = Scope::of(false, std::iter::once(dataset));
        DatasetPackage {
            profile: PROFILE,
            name: dataset.id.to_ascii_lowercase(),
            id: dataset.identifier.clone().or_else(|| page.clone()),
            title: dataset.title.text(main),
            description: dataset.description.text(main),
            homepage: page,
            version: dataset.version.as_deref(),
            created: dataset.modified.map(instant),
            keywords: texts(&dataset.keywords, main),
            licenses: dataset
                .licenses
                .iter()
                .filter_map(PackageLicense::of)
                .collect(),
            sources: sources
                .map(|source| PackageSource::of(source, main))
                .collect(),
            contributors: contributors(dataset.publisher.as_ref(), dataset.contact.as_ref(), main),
            resources: resources(dataset, main, &scope),
            joined: joined(dataset, &scope),
            facts: OwnNames::of(dataset, main),
        }
    }
}

/// What the standard has no name for, by the names that `dataset.md` gives it.
#[derive(Serialize)]
struct OwnNames<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    publisher: Option<PackagePublisher<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    contact: Option<PackageContact<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    frequency: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    issued: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    modified: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    theme: &'a [String],
    #[serde(skip_serializing_if = "Blank::is_blank")]
    spatial: Option<PackageArea<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    temporal: Option<CoveredTime>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    language: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    disaggregations: &'a [String],
    #[serde(flatten)]
    stated: StatedEntries<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    row_is: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    conforms_to: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    translations: Option<PackageTranslations<'a>>,
}

impl<'a> OwnNames<'a> {
    fn of(dataset: &'a Record, main: &Lang) -> Self {
        OwnNames {
            publisher: (dataset.publisher.as_ref()).map(|p| PackagePublisher::of(p, main)),
            contact: dataset
                .contact
                .as_ref()
                .map(|c| PackageContact::of(c, main)),
            frequency: dataset.frequency.as_deref(),
            issued: dataset.issued.map(IsoDate),
            modified: dataset.modified.map(IsoDate),
            theme: &dataset.themes,
            spatial: (dataset.spatial.as_ref()).map(|area| PackageArea::of(area, main)),
            temporal: dataset.temporal.map(CoveredTime::of),
            language: dataset.language.tag(),
            disaggregations: &dataset.disaggregations,
            stated: StatedEntries::texts(&dataset.stated, |fact| Some(fact.key), main),
            row_is: dataset.row_is.text(main),
            conforms_to: &dataset.conforms_to,
            translations: PackageTranslations::of(&dataset.title, &dataset.description),
        }
    }
}

/// Returns words in the main language, those that say nothing left out.
fn texts<'a>(words: &'a [Words], main: &Lang) -> Vec<&'a str> {
    words
        .iter()
        .map(|w| w.text(main).trim())
        .filter(|t| !t.is_empty())
        .collect()
}

/// Title and description by language.
#[derive(Serialize)]
struct PackageTranslations<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: LocalizedText<'a>,
}

impl<'a> PackageTranslations<'a> {
    /// Draws both, where one of them is in more than one language.
    fn of(title: &'a Words, description: &'a Words) -> Option<Self> {
        let has_several = title.all().count() > 1 || description.all().count() > 1;
        has_several.then(|| PackageTranslations {
            title: LocalizedText::of(title),
            description: LocalizedText::of(description),
        })
    }
}
