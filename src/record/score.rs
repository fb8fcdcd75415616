//! The metadata quality assessment (MQA) of data.europa.eu, computed from the record: 405 points, of which each lack
//! costs some (<https://data.europa.eu/mqa/methodology>). `docs/catalogs.md` has the table.
//!
//! What is not in the record counts as not given. Files of the portal count as answering, for it publishes them itself; an
//! address elsewhere does not. Only a dataset's best file counts, as in the assessment. Thirty points are for passing
//! DCAT-AP's shapes, which every dataset in the catalog does; one without a description is not in it, and has no points.

use super::{CatalogRecord, Distribution, Fact, Record, ServiceRecord, format, licence_code};
use crate::diag::{Diagnostic, Severity, codes};
use crate::downloads::Role;
use crate::model::dataset::External;
use crate::text::lang::Lang;
use crate::text::words::Words;
use tragaluz_tables::writers::FileType;

/// The points of a dataset that lacks nothing.
pub const WHOLE: u32 = 405;

/// What a dataset may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// One of the facts that catalogues want.
    Fact(Fact),
    /// A file that can be fetched here.
    File,
    /// A file in a format that is known, open, and readable by programs.
    Format,
    /// A licence that the EU's table knows.
    LicenceTable,
    /// The licence's name in words.
    LicenceTitle,
}

impl Lack {
    /// Those that are no facts.
    pub(crate) const OTHERS: [Lack; 4] = [
        Lack::File,
        Lack::Format,
        Lack::LicenceTable,
        Lack::LicenceTitle,
    ];

    /// Its name: that of the fact in `dataset.md`, or a word of its own.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Lack::Fact(fact) => fact.id(),
            Lack::File => "file",
            Lack::Format => "format",
            Lack::LicenceTable => "licence-table",
            Lack::LicenceTitle => "licence-title",
        }
    }

    /// The finding for the publisher. Facts and licences of no table have findings of their own.
    pub(super) fn finding(self, record: &Record, points: u32, main: &Lang) -> Option<Diagnostic> {
        if !matches!(self, Lack::File | Lack::Format | Lack::LicenceTitle) {
            return None;
        }
        let mut finding = Diagnostic::new(&codes::METADATA_MISSING)
            .arg("field", self.id())
            .arg("dataset", &record.id)
            .arg("title", record.title.text(main))
            .arg("points", points as usize);
        finding.severity = Severity::Note;
        Some(finding)
    }
}

/// What a dataset loses, and by what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Score {
    /// Each lack that costs points, and how many.
    pub lost: Vec<(Lack, u32)>,
}

impl Score {
    /// The points that are left.
    pub fn points(&self) -> u32 {
        WHOLE - self.lost.iter().map(|(_, points)| points).sum::<u32>()
    }

    /// The points that a lack costs.
    pub(crate) fn lost_by(&self, lack: Lack) -> u32 {
        self.lost
            .iter()
            .filter(|(by, _)| *by == lack)
            .map(|(_, points)| points)
            .sum()
    }

    fn lose(&mut self, points: u32, by: Lack) {
        match self.lost.iter_mut().find(|(known, _)| *known == by) {
            _ if points == 0 => {}
            Some((_, lost)) => *lost += points,
            None => self.lost.push((by, points)),
        }
    }
}

/// The score of a dataset; none where the portal has no catalogue for harvesters, or the dataset is not in it.
pub(super) fn score(record: &Record, catalog: &CatalogRecord) -> Option<Score> {
    let listed = catalog.portal.base_url.is_some() && !record.missing.contains(&Fact::Description);
    listed.then(|| {
        let mut score = Score::default();
        let mut unless = |given: bool, points: u32, fact: Fact| {
            score.lose(if given { 0 } else { points }, Lack::Fact(fact));
        };
        unless(record.keywords.iter().any(is_given), 30, Fact::Keywords);
        unless(!record.themes.is_empty(), 30, Fact::Theme);
        unless(record.spatial.is_some(), 20, Fact::Spatial);
        unless(
            record
                .temporal
                .is_some_and(|(first, last)| first.is_some() || last.is_some()),
            20,
            Fact::Temporal,
        );
        unless(
            record.contact.as_ref().is_some_and(|c| is_given(&c.name)),
            20,
            Fact::Contact,
        );
        unless(record.publisher.is_some(), 10, Fact::Publisher);
        unless(record.issued.is_some(), 5, Fact::Issued);
        unless(record.modified.is_some(), 5, Fact::Modified);
        for (lack, points) in best(record, catalog) {
            score.lose(points, lack);
        }
        score
    })
}

fn is_given(words: &Words) -> bool {
    words.all().any(|(_, text)| !text.trim().is_empty())
}

/// What the file or service loses that loses least.
fn best(record: &Record, catalog: &CatalogRecord) -> Vec<(Lack, u32)> {
    let files = record
        .distributions
        .iter()
        .filter(|d| !matches!(d.role, Role::Description | Role::Sample));
    let of_files = files.map(|file| of_file(record, file));
    let of_external = record.external.iter().map(|file| of_external(record, file));
    let of_services = catalog.services_of(record).map(of_service);
    let sum = |lost: &Vec<(Lack, u32)>| lost.iter().map(|(_, points)| points).sum::<u32>();
    of_files
        .chain(of_external)
        .chain(of_services)
        .min_by_key(sum)
        .unwrap_or_else(|| {
            let mut nothing = of_licence(None, false);
            nothing.extend([(Lack::File, 105), (Lack::Format, 80)]);
            nothing
        })
}

fn of_file(record: &Record, file: &Distribution) -> Vec<(Lack, u32)> {
    let file_type = format::file_type(&file.format);
    let media_type = format::registered(&file.media_type).is_some();
    let mut lost = of_licence(record.license_address(), record.rights().is_some());
    lost.push((Lack::Format, of_format(file_type, media_type)));
    lost
}

/// A file that is elsewhere: nobody knows here whether it answers, and its size and type are what is declared.
fn of_external(record: &Record, file: &External) -> Vec<(Lack, u32)> {
    let name = file.format.as_deref().unwrap_or_default();
    let file_type = format::file_type(name);
    let media_type = file
        .media_type
        .as_deref()
        .is_some_and(|media| format::registered(media).is_some());
    let mut lost = of_licence(record.license_address(), record.rights().is_some());
    // Where its format is not known, its address is no download.
    let unless = |given: bool, points: u32| if given { 0 } else { points };
    lost.push((
        Lack::File,
        80 + unless(file.format.is_some(), 20) + unless(file.bytes.is_some(), 5),
    ));
    lost.push((Lack::Format, of_format(file_type, media_type)));
    lost
}

/// A service is elsewhere: nobody knows here whether it answers, and it states neither a file's address and size nor
/// a media type.
fn of_service(service: &ServiceRecord) -> Vec<(Lack, u32)> {
    let name = service.format.as_deref().unwrap_or_default();
    let file_type = format::file_type(name);
    let mut lost = of_licence(service.license.as_deref(), false);
    lost.extend([
        (Lack::File, 105),
        (Lack::Format, of_format(file_type, false)),
    ]);
    lost
}

fn of_format(file_type: Option<FileType>, media_type: bool) -> u32 {
    let code = file_type.is_some();
    let (open, read) = file_type.map_or((false, false), |of| (of.is_open, of.is_readable));
    let unless = |given: bool, points: u32| if given { 0 } else { points };
    unless(code, 20)
        + unless(media_type, 10)
        + unless(code && media_type, 10)
        + unless(open, 20)
        + unless(read, 20)
}

fn of_licence(address: Option<&str>, in_words: bool) -> Vec<(Lack, u32)> {
    let words = (!in_words).then_some((Lack::LicenceTitle, 5));
    let licence = match address {
        None => Some((Lack::Fact(Fact::License), 30)),
        Some(address) => licence_code(address)
            .is_none()
            .then_some((Lack::LicenceTable, 10)),
    };
    licence.into_iter().chain(words).collect()
}
