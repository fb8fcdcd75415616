//! `datapackage.json` of each dataset: Data Package v2 (<https://datapackage.org>), in the dataset's own folder, so
//! that the folder is a package wherever it is copied; and one at the site's root with every table of the portal.
//! Readers of version 1 understand them too: nothing of version 2 that they would take for something else is used.
//!
//! What the standard has no name for is under the names that `dataset.md` gives it (`publisher`, `contact`,
//! `frequency`, `issued`, `modified`, `theme`, `spatial`, `temporal`, `disaggregations`, `limits` …), so that a package
//! made here can be brought in again whole. Words in other languages than the main one are under `translations`.

use super::{
    Blank, Catalog, CatalogEndpoint, IsoDate, LocalizedText, Part, StatedEntries, Streamed,
    degrees, first_csv, instant, write_json,
};
use crate::downloads::Role;
use crate::model::dataset::{Agent, ContactPoint, External, ForeignKey, License, Spatial};
use crate::model::head::CitedSource;
use crate::record::{CatalogRecord, Distribution, Record, TableRecord, is_email, is_web_address};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use schema::PackageSchema;
use serde::Serialize;
use serde_json::Number;
use std::collections::BTreeSet;
use std::io::{self, Write};

mod schema;

/// The version of the standard.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// How every CSV is written.
const DIALECT: PackageDialect = PackageDialect {
    profile: "https://datapackage.org/profiles/2.0/tabledialect.json",
    header: true,
    delimiter: ",",
    line_terminator: "\r\n",
    quote_char: "\"",
    double_quote: true,
};

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
    temporal: Option<PackagePeriod>,
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
            temporal: dataset.temporal.map(PackagePeriod::of),
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

/// An office that publishes.
#[derive(Serialize)]
struct PackagePublisher<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    kind: Option<&'a str>,
}

impl<'a> PackagePublisher<'a> {
    fn of(agent: &'a Agent, main: &Lang) -> Self {
        PackagePublisher {
            name: agent.name.text(main),
            url: agent.url.as_deref(),
            kind: agent.kind.as_deref(),
        }
    }
}

impl Blank for PackagePublisher<'_> {
    fn is_blank(&self) -> bool {
        self.name.is_blank() && self.url.is_blank() && self.kind.is_blank()
    }
}

/// An office to ask.
#[derive(Serialize)]
struct PackageContact<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<&'a str>,
}

impl<'a> PackageContact<'a> {
    fn of(contact: &'a ContactPoint, main: &Lang) -> Self {
        PackageContact {
            name: contact.name.text(main),
            email: contact.email.as_deref(),
            url: contact.url.as_deref(),
        }
    }
}

impl Blank for PackageContact<'_> {
    fn is_blank(&self) -> bool {
        self.name.is_blank() && self.email.is_blank() && self.url.is_blank()
    }
}

/// The time that data cover.
#[derive(Serialize)]
struct PackagePeriod {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    start: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    end: Option<IsoDate>,
}

impl PackagePeriod {
    fn of((first, last): (Option<PartialDate>, Option<PartialDate>)) -> Self {
        PackagePeriod {
            start: first.map(IsoDate),
            end: last.map(IsoDate),
        }
    }
}

impl Blank for PackagePeriod {
    fn is_blank(&self) -> bool {
        self.start.is_none() && self.end.is_none()
    }
}

/// A licence: a name of letters, digits and `-._`, or an address, or both.
#[derive(Serialize)]
struct PackageLicense<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: Option<&'a str>,
}

impl<'a> PackageLicense<'a> {
    /// Draws a licence; none where it has neither a name nor an address that the standard takes.
    fn of(license: &'a License) -> Option<Self> {
        let name = license.name.as_deref().filter(|name| is_license_name(name));
        let path = license.path.as_deref().filter(|path| is_web_address(path));
        (name.is_some() || path.is_some()).then_some(PackageLicense {
            name,
            path,
            title: license.title.as_deref(),
        })
    }
}

/// Returns whether the standard takes the name of a licence.
fn is_license_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    !name.is_empty() && bytes.all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b))
}

/// What data were made from.
#[derive(Serialize)]
struct PackageSource<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    version: Option<IsoDate>,
}

impl<'a> PackageSource<'a> {
    fn of(source: &'a CitedSource, main: &Lang) -> Self {
        PackageSource {
            title: source.title.text(main),
            path: source.address().filter(|url| is_web_address(url)),
            version: source.date.map(IsoDate),
        }
    }
}

/// Who has a part in a package.
#[derive(Serialize)]
struct PackageContributor<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    email: Option<&'a str>,
    roles: [&'static str; 1],
}

/// Returns the publisher and the office to ask, as contributors.
fn contributors<'a>(
    publisher: Option<&'a Agent>,
    contact: Option<&'a ContactPoint>,
    main: &Lang,
) -> Vec<PackageContributor<'a>> {
    let publisher = publisher.map(|agent| PackageContributor {
        title: agent.name.text(main),
        path: agent.url.as_deref().filter(|url| is_web_address(url)),
        email: None,
        roles: ["publisher"],
    });
    let contact = contact.map(|contact| PackageContributor {
        title: contact.name.text(main),
        path: contact.url.as_deref().filter(|url| is_web_address(url)),
        email: contact.email.as_deref().filter(|email| is_email(email)),
        roles: ["contactPoint"],
    });
    publisher.into_iter().chain(contact).collect()
}

/// The area that data cover.
#[derive(Serialize)]
struct PackageArea<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    geonames: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bbox: Option<[Number; 4]>,
}

impl<'a> PackageArea<'a> {
    fn of(area: &'a Spatial, main: &Lang) -> Self {
        PackageArea {
            name: area.name.text(main),
            code: area.code.as_deref(),
            geonames: area.geonames.as_deref(),
            bbox: area.bounds.and_then(degrees),
        }
    }
}

impl Blank for PackageArea<'_> {
    fn is_blank(&self) -> bool {
        let has_words = !self.name.is_blank() || !self.code.is_blank();
        !has_words && self.geonames.is_blank() && self.bbox.is_none()
    }
}

fn is_table(dataset: &Record, name: Option<&str>) -> bool {
    dataset.tables.iter().any(|t| Some(t.name.as_str()) == name)
}

/// Returns the files that are no tables, as they were received.
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

/// Returns each table by its CSV, and each file that is no table as it was received.
fn resources<'a>(dataset: &'a Record, main: &Lang, scope: &Scope) -> Vec<PackageResource<'a>> {
    let tables = dataset.tables.iter();
    let tables =
        tables.filter_map(|table| PackageTable::of(dataset, table, main, scope).map(Box::new));
    let others = others(dataset).map(|file| PackageOther::of(dataset, file, main, scope));
    let external = dataset.external.iter();
    let external = external.map(|file| PackageExternal::of(dataset, file, main, scope));
    tables
        .map(PackageResource::Table)
        .chain(others.map(PackageResource::Other))
        .chain(external.map(PackageResource::External))
        .collect()
}

/// A file of a package.
#[derive(Serialize)]
#[serde(untagged)]
enum PackageResource<'a> {
    Table(Box<PackageTable<'a>>),
    Other(PackageOther<'a>),
    External(PackageExternal<'a>),
}

/// A resource that is on another server, by its full address.
#[derive(Serialize)]
struct PackageExternal<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: Option<&'a str>,
    #[serde(rename = "mediatype", skip_serializing_if = "Blank::is_blank")]
    media_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    bytes: Option<u64>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    hash: Option<String>,
}

impl<'a> PackageExternal<'a> {
    fn of(dataset: &Record, file: &'a External, main: &Lang, scope: &Scope) -> Self {
        PackageExternal {
            name: scope.name(&dataset.id, &file.name),
            path: &file.url,
            title: file.title.text(main),
            description: file.description.text(main),
            format: file.format.as_deref(),
            media_type: file.media_type.as_deref(),
            bytes: file.bytes,
            hash: file.sha256.as_deref().map(hash),
        }
    }
}

/// Returns a checksum as the standard writes it.
fn hash(sha256: &str) -> String {
    format!("sha256:{sha256}")
}

/// A table, by its CSV.
#[derive(Serialize)]
struct PackageTable<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    format: &'static str,
    #[serde(rename = "mediatype")]
    media_type: &'static str,
    encoding: &'static str,
    bytes: u64,
    hash: String,
    rows: u64,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    notes: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sources: Option<[ReceivedSource<'a>; 1]>,
    dialect: PackageDialect,
    schema: PackageSchema<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translations: Option<PackageTranslations<'a>>,
}

impl<'a> PackageTable<'a> {
    /// Draws a table; none where it has no CSV.
    fn of(dataset: &'a Record, table: &'a TableRecord, main: &Lang, scope: &Scope) -> Option<Self> {
        let csv = dataset.csv_of(&table.name)?;
        let notes = table.notes.iter();
        Some(PackageTable {
            name: scope.name(&dataset.id, &table.name),
            kind: "table",
            path: scope.path(dataset, &csv.path),
            title: table.title.text(main),
            description: table.description.text(main),
            format: "csv",
            media_type: "text/csv",
            encoding: "utf-8",
            bytes: csv.bytes,
            hash: hash(&csv.sha256),
            rows: table.rows,
            notes: notes.map(|note| note.text.as_str()).collect(),
            sources: ReceivedSource::of(dataset, table, scope).map(|source| [source]),
            dialect: DIALECT,
            schema: PackageSchema::of(table, main, &|key| scope.refers(dataset, table, key)),
            translations: PackageTranslations::of(&table.title, &table.description),
        })
    }
}

/// The file that a table was read from.
#[derive(Serialize)]
struct ReceivedSource<'a> {
    title: &'a str,
    path: &'a str,
}

impl<'a> ReceivedSource<'a> {
    fn of(dataset: &'a Record, table: &TableRecord, scope: &Scope) -> Option<Self> {
        let received = dataset
            .distributions
            .iter()
            .filter(|file| file.role == Role::Received);
        let mut own = received.filter(|file| file.resource.as_deref() == Some(&table.name));
        let file = own.next()?;
        Some(ReceivedSource {
            title: file.path.rsplit('/').next().unwrap_or_default(),
            path: scope.path(dataset, &file.path),
        })
    }
}

/// How a CSV is written (Table Dialect).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PackageDialect {
    #[serde(rename = "$schema")]
    profile: &'static str,
    header: bool,
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
}

/// A file that is no table, as it was received.
#[derive(Serialize)]
struct PackageOther<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: &'a str,
    #[serde(rename = "mediatype", skip_serializing_if = "Blank::is_blank")]
    media_type: &'a str,
    bytes: u64,
    hash: String,
}

impl<'a> PackageOther<'a> {
    fn of(dataset: &Record, file: &'a Distribution, main: &Lang, scope: &Scope) -> Self {
        let name = file.resource.as_deref();
        PackageOther {
            name: name.map(|name| scope.name(&dataset.id, name)),
            path: scope.path(dataset, &file.path),
            title: file.title.text(main),
            format: &file.format,
            media_type: &file.media_type,
            bytes: file.bytes,
            hash: hash(&file.sha256),
        }
    }
}
