//! The neutral catalogue record: what every catalog says about the portal and each dataset, worked out once, so
//! that no two catalogs can disagree. Each file of `catalogs/` only projects it.
//!
//! A dataset that names no publisher, contact or licence has the portal's. What is missing is kept as a list of
//! [`Fact`]s, and each is a finding; a catalog whose harvesters refuse records without such a fact leaves the
//! dataset out.

mod authority;
mod describe;
mod draw;
mod fact;
mod format;
mod identifier;
mod joined;
mod licence;
mod missing_facts;
mod score;
mod series;
mod url;

pub(crate) use crate::text::web::encode_path;
pub use crate::text::web::is_web_address;
pub(crate) use authority::licence_code;
pub use draw::draw;
pub use fact::Fact;
pub(crate) use format::{file_type, registered};
pub(crate) use identifier::doi;
pub(crate) use licence::name_of as licence_name;
pub use score::{Lack, Score, WHOLE};
pub(crate) use series::named as series_with_datasets;
pub(crate) use url::{absolute, is_email};

use crate::downloads::Role;
use crate::model::address;
use crate::model::dataset::{Agent, ContactPoint, External, ForeignKey, License, Spatial};
use crate::model::head::CitedSource;
use crate::model::series::Series;
use crate::model::service::Service;
use crate::model::stated_facts::StatedFacts;
use crate::text::by_lang::ByLang;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use tragaluz_tables::writers::FORMATS;
use tragaluz_tables::{Column, FileNote};

/// What the record takes from the portal's settings.
#[derive(Debug, Clone)]
pub struct PortalFacts {
    /// The portal's name.
    pub title: Words,
    /// What it is, in a sentence or two.
    pub description: Words,
    /// The main language, whose pages are at the root.
    pub main: Lang,
    /// Every language, the main one first.
    pub languages: Vec<Lang>,
    /// Where the portal will be, with `/` at its end.
    pub base_url: Option<String>,
    /// Who publishes; for datasets that name nobody.
    pub publisher: Option<Agent>,
    /// Where questions go; for datasets that name nobody.
    pub contact: Option<ContactPoint>,
    /// Licences; for datasets that name none.
    pub licenses: Vec<License>,
    /// Series of datasets, as declared.
    pub series: Vec<Series>,
    /// Services, as declared.
    pub services: Vec<Service>,
    /// Identifiers of the commitments that rest on each dataset, by the dataset's identifier in lower case.
    pub commitments: BTreeMap<String, Vec<String>>,
}

/// The portal as a catalogue of datasets.
#[derive(Debug, Clone)]
pub struct CatalogRecord {
    /// What the settings say, with `base_url` brought into form (a `/` at its end).
    pub portal: PortalFacts,
    /// The newest date of any dataset.
    pub modified: Option<PartialDate>,
    /// The oldest date on which any dataset was first published.
    pub issued: Option<PartialDate>,
    /// The datasets, in the order of the portal.
    pub datasets: Vec<Record>,
    /// The series that have datasets.
    pub series: Vec<SeriesRecord>,
    /// The services that serve datasets.
    pub(crate) services: Vec<ServiceRecord>,
    /// Places of the datasets by their identifiers.
    places: BTreeMap<String, usize>,
}

impl CatalogRecord {
    /// The full address of a path of the site, where the portal says where it is.
    pub(crate) fn url(&self, path: &str) -> Option<String> {
        self.portal
            .base_url
            .as_deref()
            .map(|base| absolute(base, path))
    }

    /// Whether a catalogue that lists such datasets has any, with the full addresses that harvesters ask for. An empty one
    /// is not published: harvesters take it for one whose datasets were all withdrawn.
    pub fn fills_catalog_of(&self, is_listed: fn(&Record) -> bool) -> bool {
        self.portal.base_url.is_some() && self.datasets.iter().any(is_listed)
    }

    /// The dataset of this identifier.
    pub(crate) fn dataset(&self, id: &str) -> Option<&Record> {
        self.places.get(id).map(|at| &self.datasets[*at])
    }

    /// The series of a dataset, and its place in it.
    pub fn series_of(&self, dataset: &Record) -> Option<(&SeriesRecord, usize)> {
        dataset
            .series
            .map(|(series, place)| (&self.series[series], place))
    }

    /// The services that serve a dataset.
    pub(crate) fn services_of<'a>(
        &'a self,
        dataset: &'a Record,
    ) -> impl Iterator<Item = &'a ServiceRecord> {
        dataset.services.iter().map(|at| &self.services[*at])
    }
}

/// A series as a catalogue sees it.
#[derive(Debug, Clone)]
pub struct SeriesRecord {
    pub(crate) id: String,
    /// Title.
    pub title: Words,
    /// Description; its title where it has none.
    pub(crate) description: Words,
    /// Its page in the main language.
    pub(crate) page: String,
    /// Code of the EU's frequencies, in lower case.
    pub(crate) frequency: Option<String>,
    /// Places of its datasets in the record: in their order, where it is known.
    pub(crate) members: Vec<usize>,
    /// Whether the datasets have an order: that of the time they cover, or of their publication.
    pub ordered: bool,
}

impl SeriesRecord {
    /// The dataset before and the one after the one at this place of the series.
    pub(crate) fn around(&self, place: usize) -> [Option<usize>; 2] {
        let at = |place: Option<usize>| {
            place
                .filter(|_| self.ordered)
                .and_then(|p| self.members.get(p))
                .copied()
        };
        [at(place.checked_sub(1)), at(place.checked_add(1))]
    }
}

/// A service as a catalogue sees it.
#[derive(Debug, Clone)]
pub(crate) struct ServiceRecord {
    pub(crate) id: String,
    pub(crate) title: Words,
    /// Description; its title where it has none.
    pub(crate) description: Words,
    pub(crate) endpoint: String,
    /// What says how it is asked.
    pub(crate) documentation: Option<String>,
    /// The format of its answers, such as `json`.
    pub(crate) format: Option<String>,
    /// Addresses of the standards that it follows.
    pub(crate) conforms_to: Vec<String>,
    /// The address of its licence, the portal's where it names none.
    pub(crate) license: Option<String>,
    /// Whom to ask, the portal's contact where it names none.
    pub(crate) contact: Option<ContactPoint>,
    /// Places of the datasets that it serves.
    pub(crate) datasets: Vec<usize>,
}

/// A dataset as a catalogue sees it.
#[derive(Debug, Clone)]
pub struct Record {
    /// Identifier: the dataset's own, never made from its title, so that it outlives a new title.
    pub id: String,
    /// Its place among its siblings, where its author gave it one.
    pub(crate) order: Option<i64>,
    pub(crate) title: Words,
    pub(crate) summary: Words,
    /// Description in plain words: the summary, and what the text says before its first heading.
    pub description: Words,
    /// Publisher, the portal's where the dataset names none.
    pub publisher: Option<Agent>,
    /// Contact, the portal's where the dataset names none.
    pub(crate) contact: Option<ContactPoint>,
    /// Licences, the portal's where the dataset names none.
    pub(crate) licenses: Vec<License>,
    /// Keywords.
    pub keywords: Vec<Words>,
    /// Codes of the EU's data themes.
    pub(crate) themes: Vec<String>,
    /// Code of the EU's frequencies, in lower case.
    pub(crate) frequency: Option<String>,
    pub(crate) issued: Option<PartialDate>,
    /// Last changed: `modified`, else the page's `updated`, else `issued`.
    pub(crate) modified: Option<PartialDate>,
    /// Version, as written.
    pub(crate) version: Option<String>,
    /// The area covered.
    pub spatial: Option<Spatial>,
    /// Addresses of the standards that it follows.
    pub(crate) conforms_to: Vec<String>,
    /// The time covered: first and last.
    pub(crate) temporal: Option<(Option<PartialDate>, Option<PartialDate>)>,
    /// The language of the data; the portal's main one where the dataset names none.
    pub(crate) language: Lang,
    /// What it states of itself in words, without markup.
    pub(crate) stated: StatedFacts,
    /// Where the data came from.
    pub(crate) origins: Vec<CitedSource>,
    /// What a row is: completes "Each row is …".
    pub(crate) row_is: Words,
    /// Identifiers of the commitments that rest on it.
    pub(crate) commitments: Vec<String>,
    /// What the data are broken down by.
    pub(crate) disaggregations: Vec<String>,
    /// The dataset's page in each language of the portal, the main one first.
    pub pages: Vec<(Lang, String)>,
    /// Its tables.
    pub tables: Vec<TableRecord>,
    /// Its files, in the order in which pages offer them.
    pub distributions: Vec<Distribution>,
    /// Those of its files that hold several tables with the same columns.
    pub(crate) joined: Vec<JoinedRecord>,
    /// Its files on other servers, with a media type wherever their format tells one.
    pub(crate) external: Vec<External>,
    /// The identifier by which others know it, such as a DOI or a UUID.
    pub(crate) identifier: Option<String>,
    /// Facts of its author's own, by language.
    pub(crate) extra: ByLang<Map<String, Value>>,
    /// Its series, and its place among the datasets of it.
    pub(crate) series: Option<(usize, usize)>,
    /// The services that serve it.
    pub(crate) services: Vec<usize>,
    /// What is missing.
    pub missing: Vec<Fact>,
    /// What data.europa.eu's assessment takes away; none where it sees no such dataset.
    pub score: Option<Score>,
}

impl Record {
    /// The folder of the dataset in the site, with `/` at its end.
    pub(crate) fn folder(&self) -> String {
        draw::folder(&self.id)
    }

    /// The identifier for catalogs: that by which others know it, else its own.
    pub(crate) fn known_as(&self) -> &str {
        self.identifier.as_deref().unwrap_or(&self.id)
    }

    /// The page in the main language.
    pub(crate) fn page(&self) -> &str {
        self.pages.first().map_or("", |(_, path)| path)
    }

    /// The first licence that has an address.
    pub(crate) fn addressed_license(&self) -> Option<&License> {
        self.licenses
            .iter()
            .find(|l| l.path.as_deref().is_some_and(is_web_address))
    }

    /// The address of that licence.
    pub fn license_address(&self) -> Option<&str> {
        self.addressed_license()
            .and_then(|license| license.path.as_deref())
    }

    /// The licence that has an address, where the EU's table knows none by it.
    pub(crate) fn unknown_license(&self) -> Option<&License> {
        let is_unknown = |license: &&License| {
            license
                .path
                .as_deref()
                .is_some_and(|path| licence_code(path).is_none())
        };
        self.addressed_license().filter(is_unknown)
    }

    /// What may be done with the data, in words: the licence's title, else its name.
    pub(crate) fn rights(&self) -> Option<&str> {
        self.licenses
            .iter()
            .find_map(|l| l.title.as_deref().or(l.name.as_deref()))
            .filter(|text| !text.trim().is_empty())
    }

    /// Each fact that is missing, and everything else that costs points, with the points where there are any.
    pub fn lacks(&self) -> Vec<(Lack, Option<u32>)> {
        let lost = |lack: Lack| {
            self.score
                .as_ref()
                .map(|s| s.lost_by(lack))
                .filter(|points| *points > 0)
        };
        let facts = self.missing.iter().map(|fact| Lack::Fact(*fact));
        // A fact may be there for one catalogue and not enough for another: it is named once.
        let given = Fact::ALL
            .into_iter()
            .filter(|fact| !self.missing.contains(fact))
            .map(Lack::Fact);
        let others = given
            .chain(Lack::OTHERS)
            .filter(|lack| lost(*lack).is_some());
        facts.chain(others).map(|lack| (lack, lost(lack))).collect()
    }

    /// Whether every fact that harvesters insist on is there.
    pub fn is_harvestable(&self) -> bool {
        !self.missing.iter().any(|fact| fact.is_mandatory())
    }

    /// Whether DCAT-AP's catalogue has it, which makes a description mandatory.
    pub fn is_described(&self) -> bool {
        !self.missing.contains(&Fact::Description)
    }

    /// Whether there is nothing to name.
    pub(crate) fn lacks_nothing(&self) -> bool {
        self.missing.is_empty()
            && self
                .score
                .as_ref()
                .is_none_or(|score| score.lost.is_empty())
    }

    /// The pages of the commitments that rest on it, in the main language.
    pub(crate) fn cited_by(&self) -> impl Iterator<Item = String> {
        self.commitments.iter().map(|id| address::commitment(id))
    }

    /// Addresses that the data came from.
    pub(crate) fn origin_addresses(&self) -> BTreeSet<&str> {
        self.origins
            .iter()
            .filter_map(|o| o.address())
            .filter(|url| is_web_address(url))
            .collect()
    }

    /// The file that represents a table: its whole, as CSV.
    pub fn csv_of(&self, table: &str) -> Option<&Distribution> {
        self.distributions.iter().find(|d| {
            d.role == Role::Table && d.format == "csv" && d.resource.as_deref() == Some(table)
        })
    }
}

/// A table of a dataset as a catalogue sees it.
#[derive(Debug, Clone)]
pub struct TableRecord {
    pub(crate) name: String,
    /// Its title; the dataset's where it has none and is the only table.
    pub(crate) title: Words,
    pub(crate) description: Words,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Names of the columns that together tell rows apart.
    pub(crate) primary_key: Vec<String>,
    /// References to other tables.
    pub foreign_keys: Vec<ForeignKey>,
    pub(crate) rows: u64,
    /// What the file says above and below the table.
    pub(crate) notes: Vec<FileNote>,
}

/// A file with all rows of several tables that have the same columns.
#[derive(Debug, Clone)]
pub(crate) struct JoinedRecord {
    /// Its path from the site's root, with `/`.
    pub(crate) path: String,
    /// The names of the tables, in the order of their rows.
    pub(crate) names: Vec<String>,
    /// What is in it, as if it were one table: first the column that says which table a row came from. No catalogue counts it
    /// among the tables.
    pub(crate) table: TableRecord,
}

impl JoinedRecord {
    /// Returns the name of the column that says which table a row came from.
    pub(crate) fn source(&self) -> &str {
        self.table.columns.first().map_or("", |column| &column.name)
    }
}

/// A file of a dataset as a catalogue sees it.
#[derive(Debug, Clone)]
pub struct Distribution {
    /// Its path from the site's root, with `/`.
    pub path: String,
    /// Its full address, where the portal says where it is.
    pub url: Option<String>,
    /// The table it holds; none where it holds the whole dataset.
    pub(crate) resource: Option<String>,
    /// The title of that table; empty where it has none.
    pub(crate) title: Words,
    /// What it is to the table.
    pub(crate) role: Role,
    /// The format's name: `csv`, `json` …
    pub(crate) format: String,
    /// Its media type, without parameters.
    pub(crate) media_type: String,
    /// Its character encoding, where it is known: UTF-8 for what we write, the detected one for a received file.
    pub encoding: Option<String>,
    pub(crate) bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub(crate) sha256: String,
    /// Rows of data in it, where it is a table.
    pub(crate) rows: Option<u64>,
    /// Columns, where it is a table.
    pub columns: Option<usize>,
}

impl Distribution {
    /// Returns the address of the standard that a file of ours follows: that of its format.
    pub(crate) fn conforms_to(&self) -> Option<&'static str> {
        let mut formats = FORMATS.iter();
        // Tables that are joined are written as each of them is.
        let role = match self.role {
            Role::Joined => Role::Table,
            role => role,
        };
        formats
            .find(|format| format.role() == role && format.format() == self.format)
            .and_then(|format| format.standard())
    }
}
