//! Drawing the record from what the dataset declares and what was found in its files.

use super::{
    CatalogRecord, Distribution, JoinedRecord, PortalFacts, Record, TableRecord, describe, fact,
    identifier, joined, licence, missing_facts, score, series,
};
use crate::diag::{Diagnostic, Sink, codes};
use crate::downloads::{DownloadFile, Files, Role};
use crate::model::address;
use crate::model::dataset::{Agent, ContactPoint, Dataset, External, License, Spatial};
use crate::model::head::CitedSource;
use crate::model::stated_facts::StatedFacts;
use crate::text::lang::Lang;
use crate::text::web::is_web_address;
use crate::text::words::Words;
use std::collections::BTreeMap;
use std::sync::Arc;
use tragaluz_tables::received_file;
use tragaluz_tables::table::OtherFile;
use tragaluz_tables::{Column, Table, Tables};

/// Draws the record of the portal. Pure: the same facts give the same record.
///
/// Finds what is missing (`metadata-missing`: a warning where harvesters refuse the record, else a note), and licences that
/// the EU's table does not know (`licence-unknown`).
pub fn draw(
    portal: PortalFacts,
    datasets: &[Dataset],
    tables: &Tables,
    files: &Files,
    sink: &mut Sink,
) -> CatalogRecord {
    let portal = completed(portal);
    let found = FilesByDataset::of(tables, files);
    let mut drawn: Vec<Record> = datasets
        .iter()
        .map(|dataset| RecordDraft::of(&portal, dataset, &found).record())
        .collect();
    identifier::part(datasets, &mut drawn, sink);
    find_missing(datasets, &drawn, &found, &portal, sink);
    find_unknown_licences(datasets, &drawn, sink);
    let mut catalog = catalog_of(portal, datasets, drawn);
    score_datasets(&mut catalog, datasets, sink);
    catalog
}

/// Returns the portal's facts in form, without words that only fill a field.
fn completed(portal: PortalFacts) -> PortalFacts {
    PortalFacts {
        base_url: portal.base_url.as_deref().and_then(base),
        publisher: portal.publisher.filter(|p| fact::is_said(&p.name)),
        contact: portal.contact.filter(|c| fact::is_said(&c.name)),
        licenses: portal.licenses.iter().map(licence::completed).collect(),
        ..portal
    }
}

fn find_missing(
    datasets: &[Dataset],
    drawn: &[Record],
    found: &FilesByDataset<'_>,
    portal: &PortalFacts,
    sink: &mut Sink,
) {
    for (dataset, record) in datasets.iter().zip(drawn) {
        // What a register is about may have no time, and nobody could add one.
        let mut tables = found.tables(&dataset.head.id).iter();
        let is_register = tables.any(|table| table.is_register());
        let findings = missing_facts::findings(dataset, record, is_register, &portal.main);
        sink.extend(findings);
    }
}

/// Puts the records together; each learns of which series it is and which services it has.
fn catalog_of(portal: PortalFacts, datasets: &[Dataset], mut drawn: Vec<Record>) -> CatalogRecord {
    let series = series::series(&portal, datasets);
    let services = series::services(&portal, datasets);
    for (at, of) in series.iter().enumerate() {
        for (index, dataset) in of.members.iter().enumerate() {
            drawn[*dataset].series = Some((at, index));
        }
    }
    for (at, service) in services.iter().enumerate() {
        for dataset in &service.datasets {
            drawn[*dataset].services.push(at);
        }
    }
    // Of two records of one name the first is found.
    let by_id = drawn.iter().enumerate().rev();
    CatalogRecord {
        modified: drawn.iter().filter_map(|d| d.modified).max(),
        issued: drawn.iter().filter_map(|d| d.issued).min(),
        places: by_id.map(|(at, d)| (d.id.clone(), at)).collect(),
        series,
        services,
        datasets: drawn,
        portal,
    }
}

/// Scores each dataset; what costs points and could be mended is a finding.
fn score_datasets(catalog: &mut CatalogRecord, datasets: &[Dataset], sink: &mut Sink) {
    let records = catalog.datasets.iter();
    let scores: Vec<_> = records
        .map(|record| score::score(record, catalog))
        .collect();
    for ((dataset, record), score) in datasets.iter().zip(&mut catalog.datasets).zip(scores) {
        record.score = score;
        let lost = record.score.iter().flat_map(|score| &score.lost);
        let found =
            lost.filter_map(|(lack, points)| lack.finding(record, *points, &catalog.portal.main));
        sink.extend(found.map(|finding| finding.at(dataset.place.clone())));
    }
}

impl CatalogRecord {
    /// Returns the record with an archive of each dataset among its distributions, behind the others.
    pub(crate) fn with_archives(mut self, archives: &[DownloadFile]) -> CatalogRecord {
        for file in archives {
            let url = self.url(&file.path);
            let at = self.places.get(&file.dataset).copied();
            if let Some(record) = at.and_then(|at| self.datasets.get_mut(at)) {
                record.distributions.push(archive(file, url));
            }
        }
        self
    }
}

/// Returns an archive as a distribution: it is of no one table.
fn archive(file: &DownloadFile, url: Option<String>) -> Distribution {
    Distribution {
        path: file.path.clone(),
        url,
        resource: None,
        title: Words::default(),
        role: file.role,
        format: file.format.clone(),
        encoding: None,
        media_type: file.media_type.clone(),
        bytes: file.bytes,
        sha256: file.sha256.clone(),
        rows: None,
        columns: None,
    }
}

/// What was found in files, by dataset: a portal may have a hundred thousand, and none is looked for among all.
struct FilesByDataset<'a> {
    tables: BTreeMap<&'a str, Vec<&'a Table>>,
    others: BTreeMap<(&'a str, &'a str), &'a OtherFile>,
    files: BTreeMap<&'a str, Vec<&'a DownloadFile>>,
}

impl<'a> FilesByDataset<'a> {
    fn of(tables: &'a Tables, files: &'a Files) -> FilesByDataset<'a> {
        let mut found = FilesByDataset {
            tables: BTreeMap::new(),
            others: BTreeMap::new(),
            files: BTreeMap::new(),
        };
        for table in &tables.tables {
            found
                .tables
                .entry(table.dataset.as_str())
                .or_default()
                .push(table);
        }
        for other in &tables.others {
            found
                .others
                .entry((other.dataset.as_str(), other.resource.as_str()))
                .or_insert(other);
        }
        for file in files.all() {
            found
                .files
                .entry(file.dataset.as_str())
                .or_default()
                .push(file);
        }
        found
    }

    fn tables(&self, dataset: &str) -> &[&'a Table] {
        self.tables.get(dataset).map_or(&[], Vec::as_slice)
    }
}

/// The folder of a dataset in the site, with `/` at its end.
pub(super) fn folder(id: &str) -> String {
    address::dataset(id)
        .trim_end_matches("index.html")
        .to_owned()
}

/// A base address in form: http or https, no query or fragment, `/` at its end.
fn base(url: &str) -> Option<String> {
    let url = url.trim();
    let clean = url
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_end_matches('/');
    super::is_web_address(url).then(|| format!("{clean}/"))
}

/// A licence that the EU's table does not know costs points; said once, however many datasets are under it.
fn find_unknown_licences(datasets: &[Dataset], drawn: &[Record], sink: &mut Sink) {
    let mut found: Vec<(&License, &Dataset, usize)> = Vec::new();
    for (dataset, record) in datasets.iter().zip(drawn) {
        let Some(license) = record.unknown_license() else {
            continue;
        };
        match found
            .iter_mut()
            .find(|(known, _, _)| known.path == license.path)
        {
            Some((_, _, count)) => *count += 1,
            None => found.push((license, dataset, 1)),
        }
    }
    for (license, first, count) in found {
        let name = [&license.title, &license.name, &license.path]
            .into_iter()
            .flatten()
            .find(|n| !n.trim().is_empty());
        let finding = Diagnostic::new(&codes::LICENCE_UNKNOWN).at(first.place.clone());
        let finding = finding
            .arg("licence", name.map_or("", String::as_str))
            .arg("count", count);
        sink.push(finding.arg("dataset", &first.head.id));
    }
}

/// What the record of a dataset is drawn from.
struct RecordDraft<'a> {
    portal: &'a PortalFacts,
    dataset: &'a Dataset,
    tables: &'a [&'a Table],
    found: &'a FilesByDataset<'a>,
}

impl<'a> RecordDraft<'a> {
    fn of(
        portal: &'a PortalFacts,
        dataset: &'a Dataset,
        found: &'a FilesByDataset<'a>,
    ) -> RecordDraft<'a> {
        RecordDraft {
            portal,
            dataset,
            tables: found.tables(&dataset.head.id),
            found,
        }
    }

    /// Returns the record. Words that only fill a field are left out everywhere: what is not specified is not there.
    fn record(&self) -> Record {
        let (dataset, head) = (self.dataset, &self.dataset.head);
        let mut record = Record {
            id: head.id.clone(),
            order: head.order,
            title: head.title.clone(),
            summary: head.summary.clone(),
            description: describe::description(head),
            publisher: self.publisher(),
            contact: self.contact(),
            licenses: self.licenses(),
            keywords: self.keywords(),
            themes: dataset.themes.clone(),
            frequency: dataset.frequency.clone(),
            issued: dataset.issued,
            modified: dataset.modified.or(head.updated).or(dataset.issued),
            version: dataset.version.clone(),
            spatial: dataset.spatial.as_ref().and_then(area),
            conforms_to: dataset.conforms_to.clone(),
            temporal: dataset.temporal,
            language: self.language(),
            stated: self.stated(),
            origins: self.origins(),
            row_is: dataset.row_is.clone(),
            commitments: self.commitments(),
            disaggregations: dataset.disaggregations.clone(),
            pages: self.pages(),
            tables: self.table_records(),
            distributions: self.distributions(),
            joined: self.joined(),
            external: dataset.external.iter().map(with_media_type).collect(),
            identifier: dataset.identifier.clone(),
            extra: head.own.extra.clone(),
            series: None,
            services: Vec::new(),
            missing: Vec::new(),
            score: None,
        };
        record.missing = fact::missing(&record);
        record
    }

    fn publisher(&self) -> Option<Agent> {
        let own = self.dataset.publisher.clone();
        own.filter(|publisher| fact::is_said(&publisher.name))
            .or_else(|| self.portal.publisher.clone())
    }

    /// Returns the dataset's contact, else the portal's: whole, for an address under another's name is nobody's.
    fn contact(&self) -> Option<ContactPoint> {
        let own = self.dataset.contact.as_ref();
        own.filter(|contact| fact::is_said(&contact.name))
            .or(self.portal.contact.as_ref())
            .cloned()
    }

    fn licenses(&self) -> Vec<License> {
        if self.dataset.licenses.is_empty() {
            return self.portal.licenses.clone();
        }
        self.dataset
            .licenses
            .iter()
            .map(licence::completed)
            .collect()
    }

    fn stated(&self) -> StatedFacts {
        let stated = self.dataset.stated.iter();
        stated
            .map(|(fact, words)| (fact, describe::without_markup(words)))
            .collect()
    }

    fn keywords(&self) -> Vec<Words> {
        let keywords = self.dataset.keywords.iter();
        keywords.filter(|k| fact::is_said(k)).cloned().collect()
    }

    fn language(&self) -> Lang {
        let own = self.dataset.language.as_ref();
        own.unwrap_or(&self.portal.main).clone()
    }

    fn origins(&self) -> Vec<CitedSource> {
        if self.dataset.origins.is_empty() {
            self.dataset.head.sources.clone()
        } else {
            self.dataset.origins.clone()
        }
    }

    /// Returns the identifiers of the commitments that rest on it.
    fn commitments(&self) -> Vec<String> {
        let id = self.dataset.head.id.to_ascii_lowercase();
        self.portal
            .commitments
            .get(&id)
            .cloned()
            .unwrap_or_default()
    }

    /// Returns the path of its page in each language.
    fn pages(&self) -> Vec<(Lang, String)> {
        let address = address::dataset(&self.dataset.head.id);
        let main = &self.portal.main;
        let languages = self.portal.languages.iter();
        languages
            .map(|lang| (lang.clone(), address::in_lang(lang, main, &address)))
            .collect()
    }

    fn table_records(&self) -> Vec<TableRecord> {
        let only = self.tables.len() == 1;
        let tables = self.tables.iter();
        tables
            .map(|table| TableRecord {
                columns: self.labelled(table),
                ..table_record(self.dataset, table, only)
            })
            .collect()
    }

    /// Returns the columns of a table, each with everything that its values are called.
    fn labelled(&self, table: &Table) -> Vec<Column> {
        let mut columns = table.columns.clone();
        for column in &mut columns {
            let own = column.profile.values.iter().map(String::as_str);
            let labels = self.dataset.labels.of(column);
            let words = labels.map(|labels| labels.words(own, &self.portal.languages));
            if let Some(words) = words {
                column.labels = Arc::new(words);
            }
        }
        columns
    }

    fn files(&self) -> &'a [&'a DownloadFile] {
        let files = self.found.files.get(self.dataset.head.id.as_str());
        files.map_or(&[], Vec::as_slice)
    }

    fn joined(&self) -> Vec<JoinedRecord> {
        let languages = &self.portal.languages;
        joined::joined_records(self.dataset, self.tables, self.files(), languages)
    }

    /// Returns the files as catalogues see them. One of several tables has a title of its own where it is not of all.
    fn distributions(&self) -> Vec<Distribution> {
        let joined = self.joined();
        let with_title = |file: &&DownloadFile| {
            let own = joined.iter().find(|joined| joined.path == file.path);
            let distribution = self.distribution(file);
            match own {
                Some(own) => Distribution {
                    title: own.table.title.clone(),
                    columns: Some(own.table.columns.len()),
                    ..distribution
                },
                None => distribution,
            }
        };
        self.files().iter().map(with_title).collect()
    }

    fn distribution(&self, file: &DownloadFile) -> Distribution {
        let dataset = self.dataset;
        let resource = file.resource.as_deref();
        let table = self
            .tables
            .iter()
            .find(|t| Some(t.resource.as_str()) == resource);
        let other = resource
            .and_then(|resource| self.found.others.get(&(dataset.head.id.as_str(), resource)));
        let received = table.map(|t| &t.received).or(other.map(|o| &o.received));
        let tabular = matches!(file.role, Role::Table | Role::Excel | Role::Sample);
        let media_type = without_parameters(&file.media_type).unwrap_or_default();
        let base = self.portal.base_url.as_deref();
        Distribution {
            path: file.path.clone(),
            url: base.map(|base| super::absolute(base, &file.path)),
            resource: file.resource.clone(),
            title: dataset
                .resources
                .iter()
                .find(|r| Some(r.name.as_str()) == resource)
                .map(|r| r.title.clone())
                .unwrap_or_default(),
            role: file.role,
            format: file.format.clone(),
            encoding: match file.role {
                Role::Received => received.and_then(|r| r.encoding.clone()),
                _ => is_text(&media_type).then(|| "UTF-8".to_owned()),
            },
            media_type,
            bytes: file.bytes,
            sha256: file.sha256.clone(),
            rows: file.rows,
            columns: table.filter(|_| tabular).map(|t| t.columns.len()),
        }
    }
}

fn table_record(dataset: &Dataset, table: &Table, only: bool) -> TableRecord {
    let declared = dataset.resources.iter().find(|r| r.name == table.resource);
    let title = declared.map(|r| r.title.clone()).filter(|t| !t.is_empty());
    TableRecord {
        name: table.resource.clone(),
        title: title.unwrap_or_else(|| {
            if only {
                dataset.head.title.clone()
            } else {
                Words::default()
            }
        }),
        description: declared
            .map(|r| describe::without_markup(&r.description))
            .unwrap_or_default(),
        columns: table.columns.clone(),
        primary_key: table.primary_key.clone(),
        foreign_keys: table.foreign_keys.clone(),
        rows: table.rows,
        notes: table.notes.clone(),
    }
}

/// A media type without its parameters (RFC 6838, §4.2: letters, digits and a few signs, among them `+`); none where a text
/// is not one.
fn without_parameters(media_type: &str) -> Option<String> {
    let name = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    let (kind, subtype) = name.split_once('/')?;
    (plain(kind) && plain(subtype)).then(|| name.clone())
}

/// An area that is told in some way.
fn area(area: &Spatial) -> Option<Spatial> {
    let name = if fact::is_said(&area.name) {
        area.name.clone()
    } else {
        Words::default()
    };
    let code = area.code.clone().filter(|code| fact::says_something(code));
    let geonames = area.geonames.clone().filter(|url| is_web_address(url));
    let told = !name.is_empty() || code.is_some() || geonames.is_some() || area.bounds.is_some();
    told.then_some(Spatial {
        name,
        code,
        geonames,
        bounds: area.bounds,
    })
}

fn is_text(media_type: &str) -> bool {
    media_type.starts_with("text/") || media_type.contains("json") || media_type.contains("xml")
}

/// A file on another server, with the media type of its format where none is declared.
fn with_media_type(external: &External) -> External {
    let known = external
        .format
        .as_deref()
        .map(|format| received_file::media_type(&format!("x.{format}")));
    let told = known
        .filter(|known| *known != "application/octet-stream")
        .map(str::to_owned);
    External {
        media_type: external
            .media_type
            .as_deref()
            .and_then(without_parameters)
            .or(told),
        description: describe::without_markup(&external.description),
        ..external.clone()
    }
}
