//! `datasets/NAME.json`: all that is known of a dataset, for programs, in every language at once; documented by
//! `schemas/dataset.schema.json`. Stable as `catalog.json` is: keys are only ever added.

use super::{
    Area, Blank, Catalog, CatalogEndpoint, CoveredTime, ExternalEntry, FileEntry, IsoDate,
    LocalizedText, NoteEntry, OwnFactsEntry, Part, PublishedSchema, SitePath, SourceEntry,
    StatedEntries, dataset_json_path, entries, never_blank, schema_of, write_json,
};
use crate::model::dataset::{Agent, ContactPoint, License};
use crate::record::{
    CatalogRecord, JoinedRecord, Record, Score, ServiceRecord, TableRecord, WHOLE,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::num::NonZeroU32;
use tragaluz_tables::Column;

/// The way from a dataset's file to its JSON Schema.
const SCHEMA_PATH: &str = "../schemas/dataset.schema.json";

/// The schema of a dataset's file.
pub(super) const SCHEMA: PublishedSchema = PublishedSchema {
    path: "schemas/dataset.schema.json",
    draw: schema_of::<DatasetFile>,
};

/// The catalog.
pub(crate) struct DatasetJson;

impl Catalog for DatasetJson {
    fn id(&self) -> &'static str {
        "dataset-json"
    }

    fn is_own(&self) -> bool {
        true
    }

    /// The example is the first dataset that has a table.
    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let mut datasets = record.datasets.iter();
        let example = datasets.find(|dataset| !dataset.tables.is_empty());
        let example = example.or(record.datasets.first());
        let endpoint = example.map(|dataset| CatalogEndpoint {
            path: "datasets/NAME.json",
            example: Some(dataset_json_path(dataset).0.into_owned()),
            about: "dev-dataset",
            schema: Some(SCHEMA.path),
        });
        endpoint.into_iter().collect()
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        let datasets = record.datasets.iter().enumerate();
        datasets
            .map(|(i, d)| (dataset_json_path(d).0.into_owned(), Part::Dataset(i)))
            .collect()
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Dataset(i) = part else {
            return Ok(());
        };
        write_json(out, &DatasetFile::of(record, &record.datasets[i]))
    }
}

/// All that a portal made with tragaluz knows of a dataset. A fact that is not known is left out. Keys may be added in
/// later versions: pass over those you do not know.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "datasets/NAME.json")]
struct DatasetFile<'a> {
    /// Where this schema stands.
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// Never changes, whatever the title becomes.
    #[schemars(length(min = 1))]
    id: &'a str,
    /// The identifier by which others know it, such as a DOI or a UUID.
    #[schemars(extend("minLength" = 1))]
    #[serde(skip_serializing_if = "Blank::is_blank")]
    identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    extra: OwnFactsEntry<'a>,
    title: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: LocalizedText<'a>,
    /// Its place among its siblings, where its author gave it one.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    order: Option<i64>,
    /// Its page.
    page: SitePath<'a>,
    /// The page's full address, where the portal says where it stands.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<String>,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    publisher: Option<PublisherEntry<'a>>,
    /// Whom to ask.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    contact: Option<ContactEntry<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    licenses: Vec<LicenseEntry<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    keywords: Vec<LocalizedText<'a>>,
    /// Codes of the EU's data themes, such as GOVE.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    themes: &'a [String],
    /// Code of the EU's frequencies, in lower case.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    frequency: Option<&'a str>,
    /// When it was first published.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    issued: Option<IsoDate>,
    /// When it changed last.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    modified: Option<IsoDate>,
    /// Its version, as its author writes it.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    version: Option<&'a str>,
    /// The area covered.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    spatial: Option<Area<'a>>,
    /// Addresses of the standards that it follows.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    conforms_to: &'a [String],
    /// The time covered.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    temporal: Option<CoveredTime>,
    /// The language of the data (BCP 47 tag).
    language: &'a str,
    #[serde(flatten)]
    stated: StatedEntries<LocalizedText<'a>>,
    /// Completes "Each row is …".
    #[serde(skip_serializing_if = "Blank::is_blank")]
    row_is: LocalizedText<'a>,
    /// Where the data came from.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    sources: Vec<SourceEntry<'a>>,
    #[serde(flatten)]
    contents: DatasetContents<'a>,
}

impl<'a> DatasetFile<'a> {
    fn of(record: &'a CatalogRecord, dataset: &'a Record) -> Self {
        DatasetFile {
            schema: SCHEMA_PATH,
            id: &dataset.id,
            identifier: dataset.identifier.as_deref(),
            extra: OwnFactsEntry(&dataset.extra),
            title: LocalizedText::of(&dataset.title),
            description: LocalizedText::of(&dataset.description),
            order: dataset.order,
            page: SitePath(dataset.page().into()),
            url: record.url(dataset.page()),
            publisher: dataset.publisher.as_ref().map(PublisherEntry::from),
            contact: dataset.contact.as_ref().map(ContactEntry::from),
            licenses: entries(&dataset.licenses),
            keywords: dataset.keywords.iter().map(LocalizedText::of).collect(),
            themes: &dataset.themes,
            frequency: dataset.frequency.as_deref(),
            issued: dataset.issued.map(IsoDate),
            modified: dataset.modified.map(IsoDate),
            version: dataset.version.as_deref(),
            spatial: dataset.spatial.as_ref().map(Area::from),
            conforms_to: &dataset.conforms_to,
            temporal: dataset.temporal.map(CoveredTime::of),
            language: dataset.language.tag(),
            stated: stated(dataset),
            row_is: LocalizedText::of(&dataset.row_is),
            sources: entries(&dataset.origins),
            contents: DatasetContents::of(record, dataset),
        }
    }
}

/// Returns what a dataset states in words, by the names of `dataset.md`.
fn stated(dataset: &Record) -> StatedEntries<LocalizedText<'_>> {
    let by_language = |words| Some(LocalizedText::of(words));
    StatedEntries::of(&dataset.stated, |fact| Some(fact.key), by_language)
}

/// What a dataset belongs to, and what is in it.
#[derive(Debug, Serialize, JsonSchema)]
struct DatasetContents<'a> {
    /// The files of the commitments that rest on it, from the site's root.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    commitments: Vec<SitePath<'static>>,
    /// What the data are broken down by.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    disaggregations: &'a [String],
    /// The series that it belongs to: datasets that are editions of one thing.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    series: Option<SeriesEntry<'a>>,
    /// Services that answer questions about the dataset; they stand elsewhere.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    services: Vec<ServiceEntry<'a>>,
    /// Facts that the publisher has not given, by their names in dataset.md.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    missing: Vec<&'static str>,
    /// The metadata quality assessment of data.europa.eu, computed from these facts. Absent where it sees no such
    /// dataset: without a base address or a description.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    quality: Option<QualityEntry>,
    /// Its tables.
    tables: Vec<TableEntry<'a>>,
    /// Files on other servers, with what is declared of them.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    external: Vec<ExternalEntry<'a>>,
    /// Files with all rows of several tables that have the same columns. Their rows are those of the tables once more: who counts
    /// rows or tables leaves them out.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    joined: Vec<JoinedEntry<'a>>,
    /// Its files here.
    files: Vec<FileEntry<'a>>,
}

impl<'a> DatasetContents<'a> {
    fn of(record: &'a CatalogRecord, dataset: &'a Record) -> Self {
        let commitments = dataset.cited_by();
        let services = record.services_of(dataset);
        DatasetContents {
            commitments: commitments.map(json_of_page).collect(),
            disaggregations: &dataset.disaggregations,
            series: SeriesEntry::of(record, dataset),
            services: services.map(ServiceEntry::from).collect(),
            missing: dataset.missing.iter().map(|fact| fact.id()).collect(),
            quality: dataset.score.as_ref().map(QualityEntry::from),
            tables: entries(&dataset.tables),
            external: entries(&dataset.external),
            joined: entries(&dataset.joined),
            files: entries(&dataset.distributions),
        }
    }
}

/// Returns the path of the JSON beside a page.
fn json_of_page(page: String) -> SitePath<'static> {
    SitePath(page.replace(".html", ".json").into())
}

/// An office that publishes.
#[derive(Debug, Serialize, JsonSchema)]
struct PublisherEntry<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    #[schemars(extend("optional" = false))]
    name: LocalizedText<'a>,
    /// Its site.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<&'a str>,
}

impl<'a> From<&'a Agent> for PublisherEntry<'a> {
    fn from(agent: &'a Agent) -> Self {
        PublisherEntry {
            name: LocalizedText::of(&agent.name),
            url: agent.url.as_deref(),
        }
    }
}

impl Blank for PublisherEntry<'_> {
    fn is_blank(&self) -> bool {
        self.name.is_blank() && self.url.is_blank()
    }
}

/// An office to ask.
#[derive(Debug, Serialize, JsonSchema)]
struct ContactEntry<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    #[schemars(extend("optional" = false))]
    name: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    email: Option<&'a str>,
    /// Its page.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<&'a str>,
}

impl<'a> From<&'a ContactPoint> for ContactEntry<'a> {
    fn from(contact: &'a ContactPoint) -> Self {
        ContactEntry {
            name: LocalizedText::of(&contact.name),
            email: contact.email.as_deref(),
            url: contact.url.as_deref(),
        }
    }
}

impl Blank for ContactEntry<'_> {
    fn is_blank(&self) -> bool {
        self.name.is_blank() && self.email.is_blank() && self.url.is_blank()
    }
}

/// A licence.
#[derive(Debug, Serialize, JsonSchema)]
struct LicenseEntry<'a> {
    /// SPDX or Open Definition identifier, where there is one.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<&'a str>,
}

impl<'a> From<&'a License> for LicenseEntry<'a> {
    fn from(license: &'a License) -> Self {
        LicenseEntry {
            name: license.name.as_deref(),
            title: license.title.as_deref(),
            url: license.path.as_deref(),
        }
    }
}

/// The points of data.europa.eu's assessment, and what the others are lost by.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
struct QualityEntry {
    #[schemars(range(max = WHOLE))]
    points: u32,
    /// The points of a dataset that lacks nothing.
    #[schemars(extend("const" = WHOLE))]
    of: u32,
    /// The points that are lost, by what is missing: a fact by its name in dataset.md, or file, format, licence-table,
    /// licence-title.
    #[schemars(with = "BTreeMap<String, NonZeroU32>")]
    lost: Map<String, Value>,
}

impl From<&Score> for QualityEntry {
    fn from(score: &Score) -> Self {
        let lost = score.lost.iter();
        QualityEntry {
            points: score.points(),
            of: WHOLE,
            lost: lost
                .map(|(by, points)| (by.id().to_owned(), (*points).into()))
                .collect(),
        }
    }
}

// All datasets of a series are found in `catalog.json`: a list of them in each of their files would grow with their
// number squared.
/// A series, as one of its datasets sees it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
struct SeriesEntry<'a> {
    #[schemars(length(min = 1))]
    id: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    #[schemars(extend("optional" = false))]
    title: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: LocalizedText<'a>,
    /// Its page, which lists its datasets in their order.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    page: SitePath<'a>,
    /// How often a dataset joins it: code of the EU's frequencies, in lower case.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    frequency: Option<&'a str>,
    /// The file of the dataset before this one, where their order is known.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    previous: Option<SitePath<'static>>,
    /// The file of the dataset after this one, where their order is known.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    next: Option<SitePath<'static>>,
    /// How many datasets it has. catalog.json names the series of each dataset.
    #[schemars(range(min = 1))]
    count: usize,
}

never_blank!(QualityEntry, SeriesEntry<'_>);

impl<'a> SeriesEntry<'a> {
    /// Draws the series of a dataset, where it has one.
    fn of(record: &'a CatalogRecord, dataset: &Record) -> Option<Self> {
        let (series, position) = record.series_of(dataset)?;
        let [previous, next] = (series.around(position))
            .map(|at| at.map(|at| dataset_json_path(&record.datasets[at])));
        Some(SeriesEntry {
            id: &series.id,
            title: LocalizedText::of(&series.title),
            description: LocalizedText::of(&series.description),
            page: SitePath(series.page.as_str().into()),
            frequency: series.frequency.as_deref(),
            previous,
            next,
            count: series.members.len(),
        })
    }
}

/// A service that answers questions about datasets.
#[derive(Debug, Serialize, JsonSchema)]
struct ServiceEntry<'a> {
    #[schemars(length(min = 1))]
    id: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    #[schemars(extend("optional" = false))]
    title: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: LocalizedText<'a>,
    /// Where it is asked.
    endpoint: &'a str,
    /// What says how it is asked.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    documentation: Option<&'a str>,
    /// The format of its answers.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: Option<&'a str>,
    /// Addresses of the standards that it follows.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    conforms_to: &'a [String],
    /// The address of its licence.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    licence: Option<&'a str>,
}

impl<'a> From<&'a ServiceRecord> for ServiceEntry<'a> {
    fn from(service: &'a ServiceRecord) -> Self {
        ServiceEntry {
            id: &service.id,
            title: LocalizedText::of(&service.title),
            description: LocalizedText::of(&service.description),
            endpoint: &service.endpoint,
            documentation: service.documentation.as_deref(),
            format: service.format.as_deref(),
            conforms_to: &service.conforms_to,
            licence: service.license.as_deref(),
        }
    }
}

/// A table.
#[derive(Debug, Serialize, JsonSchema)]
struct TableEntry<'a> {
    /// The stem of the table's files.
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: LocalizedText<'a>,
    /// Rows of data, without the header.
    rows: u64,
    /// What the received file says above and below the table: titles, sources, totals.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    notes: Vec<NoteEntry<'a>>,
    /// Columns that together tell rows apart.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    primary_key: &'a [String],
    columns: Vec<ColumnEntry<'a>>,
}

impl<'a> From<&'a TableRecord> for TableEntry<'a> {
    fn from(table: &'a TableRecord) -> Self {
        TableEntry {
            name: &table.name,
            title: LocalizedText::of(&table.title),
            description: LocalizedText::of(&table.description),
            rows: table.rows,
            notes: entries(&table.notes),
            primary_key: &table.primary_key,
            columns: entries(&table.columns),
        }
    }
}

/// A file with all rows of several tables.
#[derive(Debug, Serialize, JsonSchema)]
struct JoinedEntry<'a> {
    path: SitePath<'a>,
    /// The names of the tables, in the order of their rows.
    tables: &'a [String],
    /// The column, before those of the tables, that holds the name of the table that a row comes from.
    column: &'a str,
}

impl<'a> From<&'a JoinedRecord> for JoinedEntry<'a> {
    fn from(joined: &'a JoinedRecord) -> Self {
        JoinedEntry {
            path: SitePath(joined.path.as_str().into()),
            tables: &joined.names,
            column: joined.source(),
        }
    }
}

/// A column.
#[derive(Debug, Serialize, JsonSchema)]
struct ColumnEntry<'a> {
    name: &'a str,
    /// Table Schema's name of the type.
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: LocalizedText<'a>,
    /// What its values are called, by value; of a code list all of them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    labels: BTreeMap<&'a str, LocalizedText<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    unit: Option<&'a str>,
    /// Whether every row has a value; left out where that is not said.
    #[schemars(extend("const" = true))]
    #[serde(skip_serializing_if = "Blank::is_blank")]
    required: Option<bool>,
}

impl<'a> From<&'a Column> for ColumnEntry<'a> {
    fn from(column: &'a Column) -> Self {
        ColumnEntry {
            name: &column.name,
            kind: column.kind.id(),
            title: LocalizedText::of(&column.title),
            description: LocalizedText::of(&column.description),
            labels: (column.labels.iter())
                .map(|(value, words)| (value.as_str(), LocalizedText::of(words)))
                .collect(),
            unit: column.unit.as_deref(),
            required: column.constraints.required.then_some(true),
        }
    }
}
