//! The answer for a file that somebody got earlier: is it what is offered now, an earlier version, or neither?

use super::asked_copy::AskedCopy;
use super::contents::sum_of;
use super::file_changes::{self, FileChanges, Sides};
use super::nearest::{self, NearTable};
use super::table_chain::WHOLE;
use crate::diag::Fatal;
use crate::history::{Release, ReleaseReason, TableForm};
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::ScratchFolder;
use flate2::read::MultiGzDecoder;
use serde::Serialize;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use tragaluz_changes::ChangeCounts;
use tragaluz_disk::DiskFile;

/// What a file is to a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileVerdict {
    /// A file that is offered now.
    Same,
    /// A table of a version that is not the newest.
    Older,
    /// Neither.
    Unknown,
}

/// What is known of a file that somebody got earlier.
#[derive(Debug, Serialize)]
pub struct FileAnswer {
    /// What it is to the copy.
    pub answer: FileVerdict,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Where the copy offers it now.
    pub now: Vec<String>,
    /// Which versions it is a table of, the first one first.
    pub versions: Vec<KnownVersion>,
    /// The versions in which that table changed since.
    pub since: Vec<LaterVersion>,
    /// What it is nearest to, where it is nothing that is known.
    pub nearest: Option<NearTable>,
    /// What changed from the file to what is offered now.
    pub changes: Option<FileChanges>,
}

/// A table of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KnownVersion {
    /// The dataset's name.
    pub dataset: String,
    /// The table's name.
    pub table: String,
    /// The version's number.
    pub version: u32,
    /// The version's day.
    pub date: String,
    /// Whether the version is another one since a takedown.
    pub rewritten: bool,
}

/// A later version, in which a table changed.
#[derive(Debug, Clone, Serialize)]
pub struct LaterVersion {
    /// Its number.
    pub version: u32,
    /// Its day.
    pub date: String,
    /// Why it was made.
    pub reason: ReleaseReason,
    /// What its publisher says of it.
    pub note: Option<String>,
    /// How much changed.
    pub changes: Option<ChangeCounts>,
}

/// A file and what is in it.
struct OldFile {
    sha256: String,
    /// The file, or what was packed in it.
    rows: PathBuf,
    rows_sha256: String,
}

/// Says what a file is to a copy.
///
/// # Errors
/// When the file cannot be read, or the disk refuses.
pub(super) fn answer(asked: AskedCopy<'_>, file: &Path) -> Result<FileAnswer, Fatal> {
    let aside = ScratchFolder::new()?;
    let old = OldFile::read(file, &aside)?;
    let listed = asked.sums.files.iter();
    let now: Vec<String> = listed
        .filter(|(path, sum)| **sum == old.sha256 && !path.contains("/versions/"))
        .map(|(path, _)| path.clone())
        .collect();
    let versions = versions_of(asked, &old.rows_sha256);
    let mut answer = FileAnswer {
        answer: FileVerdict::Unknown,
        sha256: old.sha256.clone(),
        now,
        versions,
        since: Vec::new(),
        nearest: None,
        changes: None,
    };
    let is_offered = |known: &KnownVersion| {
        let sum = asked.sums.of(&offered_path(known));
        sum == Some(&old.rows_sha256)
    };
    if !answer.now.is_empty() || answer.versions.last().is_some_and(is_offered) {
        answer.answer = FileVerdict::Same;
        return Ok(answer);
    }
    let path = if let Some(known) = answer.versions.last() {
        answer.answer = FileVerdict::Older;
        answer.since = since(asked, known);
        Some(offered_path(known))
    } else {
        answer.nearest = nearest::nearest(asked, file, &old.rows);
        answer.nearest.as_ref().map(|near| near.path.clone())
    };
    if let Some(path) = path {
        let sides = Sides {
            before: &old.rows,
            key: key_of(asked, &path),
        };
        answer.changes = file_changes::between(asked, &sides, &path, &aside)?;
    }
    Ok(answer)
}

/// Returns where the table of a version is offered now.
fn offered_path(known: &KnownVersion) -> String {
    format!("datasets/{}/{}.csv", known.dataset, known.table)
}

/// Returns the versions that have a table of this checksum.
fn versions_of(asked: AskedCopy<'_>, sha256: &str) -> Vec<KnownVersion> {
    let mut found = Vec::new();
    for dataset in asked.ledgers {
        for release in dataset.ledger.releases() {
            let tables = release.tables.iter();
            let same = tables.filter(|table| table.sha256 == sha256);
            found.extend(same.map(|table| KnownVersion {
                dataset: dataset.name().to_owned(),
                table: table.name.clone(),
                version: release.version,
                date: release.date.clone(),
                rewritten: false,
            }));
        }
        let superseded = dataset.ledger.superseded().iter();
        let same = superseded.filter(|old| old.table.sha256 == sha256);
        found.extend(same.map(|old| {
            let release = dataset.ledger.release(old.version);
            KnownVersion {
                dataset: dataset.name().to_owned(),
                table: old.table.name.clone(),
                version: old.version,
                date: release.map_or_else(String::new, |one| one.date.clone()),
                rewritten: true,
            }
        }));
    }
    found
}

/// Returns the versions after one in which its table changed.
fn since(asked: AskedCopy<'_>, known: &KnownVersion) -> Vec<LaterVersion> {
    let mut ledgers = asked.ledgers.iter();
    let dataset = ledgers.find(|dataset| dataset.name() == known.dataset);
    let releases = dataset.map_or(&[][..], |dataset| dataset.ledger.releases());
    let later = |release: &Release| {
        let table = release.table(&known.table)?;
        let is_later = release.version > known.version && table.form != TableForm::Same;
        is_later.then(|| LaterVersion {
            version: release.version,
            date: release.date.clone(),
            reason: release.reason,
            note: release.note.clone(),
            changes: table.changes.clone(),
        })
    };
    releases.iter().filter_map(later).collect()
}

/// Returns the columns by which rows of a table are known: those of its newest version.
fn key_of(asked: AskedCopy<'_>, path: &str) -> Vec<String> {
    let named = path.rsplit_once('/');
    let Some((folder, name)) = named else {
        return Vec::new();
    };
    let name = name.trim_end_matches(".csv");
    let folder = format!("{folder}/");
    let mut ledgers = asked.ledgers.iter();
    let dataset = ledgers.find(|dataset| dataset.folder == folder);
    let newest = dataset.and_then(|dataset| dataset.ledger.latest_of(name));
    newest.map_or_else(Vec::new, |(_, table)| table.key.clone())
}

impl OldFile {
    /// Reads a file; what is packed in it goes aside.
    fn read(file: &Path, aside: &ScratchFolder) -> Result<OldFile, Fatal> {
        let reading = || Fatal::io("reading", file);
        let mut bytes = LocalDisk.open(file).map_err(reading())?;
        let sha256 = sum_of(&mut *bytes, &mut io::sink()).map_err(reading())?;
        let is_packed = file.to_string_lossy().ends_with(&WHOLE["csv".len()..]);
        if !is_packed {
            return Ok(OldFile {
                rows: file.to_owned(),
                rows_sha256: sha256.clone(),
                sha256,
            });
        }
        let packed = LocalDisk.open(file).map_err(reading())?;
        let mut rows = MultiGzDecoder::new(BufReader::new(packed));
        let to = aside.path().join("file.csv");
        let out = DiskFile::create_over(&to).map_err(Fatal::io("writing", &to))?;
        let mut out = BufWriter::new(out);
        let rows_sha256 = sum_of(&mut rows, &mut out).map_err(reading())?;
        out.flush().map_err(Fatal::io("writing", &to))?;
        Ok(OldFile {
            sha256,
            rows: to,
            rows_sha256,
        })
    }
}
