//! What a site shows and offers of the versions of its datasets.

use super::current_table::{CurrentTable, by_dataset};
use super::kept_files::delta_file;
use super::ledger::{Ledger, Release, TableForm};
use super::release;
use super::row_versions::{self, RowKeyColumns, RowVersions, RowsOfThing};
use super::version_store::VersionStore;
use crate::cache::{Cache, CacheKey, CachedFile};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::model::address;
use crate::model::registers::{COMMITMENTS, MILESTONES};
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::{ScratchFolder, Staging};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

/// The versions of every dataset that has any, by its identifier.
#[derive(Debug, Default)]
pub(crate) struct Histories(BTreeMap<String, DatasetHistory>);

impl Histories {
    /// Returns the versions of a dataset.
    pub(crate) fn of(&self, dataset: &str) -> Option<&DatasetHistory> {
        self.0.get(dataset)
    }

    /// Returns the lasting addresses of all versions: each ledger, what changed with each version, and what is offered whole.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = &str> {
        self.0.values().flat_map(|history| {
            let files = history.files.iter().map(|file| file.path.as_str());
            files.chain([history.ledger_address.as_str()])
        })
    }
}

/// What the name of a version's file with all rows ends with.
const WHOLE: &str = ".csv.gz";

/// What that of the file with what changed ends with.
const DELTA: &str = ".delta.jsonl.gz";

/// Returns the address at which a version stays that is no longer offered whole; none where an address is not that of a
/// version offered whole.
pub(crate) fn address_of_changes(address: &str) -> Option<String> {
    let (folder, name) = address.rsplit_once('/')?;
    let (dataset, version) = folder.rsplit_once("/versions/")?;
    let is_version = dataset.starts_with("datasets/") && version.parse::<u32>().is_ok();
    let table = name.strip_suffix(WHOLE).filter(|_| is_version)?;
    Some(format!("{folder}/{table}{DELTA}"))
}

/// The versions of a dataset.
#[derive(Debug)]
pub(crate) struct DatasetHistory {
    ledger: Ledger,
    /// Where the ledger is in the site.
    pub(crate) ledger_address: String,
    /// What is offered of them.
    files: Vec<VersionFile>,
    /// What became of its rows, where they are commitments or their milestones.
    rows: RowVersions,
    /// Whether its tables are those of its last version.
    pub(crate) is_current: bool,
}

impl DatasetHistory {
    /// Returns every version, the first one first.
    pub(crate) fn releases(&self) -> &[Release] {
        self.ledger.releases()
    }

    /// Returns what became of the rows about a commitment, where they are told.
    pub(crate) fn rows(&self, commitment: &str) -> Option<&RowsOfThing> {
        self.rows.get(commitment)
    }

    /// Returns the files of a version.
    pub(crate) fn files(&self, version: u32) -> impl Iterator<Item = &VersionFile> {
        self.files
            .iter()
            .filter(move |file| file.version == version)
    }
}

/// A file of a version that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VersionFile {
    pub(crate) version: u32,
    /// Its address from the site's root.
    pub(crate) path: String,
    /// Its size.
    pub(crate) bytes: u64,
}

/// What versions are published from and to.
#[derive(Clone, Copy)]
pub(crate) struct HistoryContext<'a> {
    /// The portal's root.
    pub(crate) root: &'a Path,
    pub(crate) staging: &'a Staging,
    pub(crate) cache: &'a Cache,
    /// How many versions are offered whole.
    pub(crate) keep: u32,
}

/// Writes the versions of these tables' datasets: each ledger, what changed in every version, the newest versions whole. A
/// ledger that is wrong is a finding, and so is a dataset that is not as in its last version.
///
/// # Errors
/// When a file of a version is absent or damaged, or the disk refuses.
pub(crate) fn publish(
    tables: &[CurrentTable],
    context: &HistoryContext<'_>,
    sink: &mut Sink,
) -> Result<Histories, Fatal> {
    let mut histories = Histories::default();
    for (dataset, tables) in by_dataset(tables) {
        let Some(ledger) = release::read(context.root, dataset, sink)? else {
            continue;
        };
        let Some(last) = ledger.latest() else {
            continue;
        };
        let is_current = !release::is_changed(&ledger, &tables);
        if !is_current {
            let place = Place::file(Ledger::path(dataset));
            let finding = Diagnostic::new(&codes::DATASET_UNRELEASED).at(place);
            sink.push(
                finding
                    .arg("dataset", dataset)
                    .arg("version", last.version.to_string()),
            );
        }
        let published = PublishedDataset { dataset, context };
        let files = published.write(&ledger)?;
        let rows = match told_rows(dataset) {
            Some(key) => published.rows(&ledger, key)?,
            None => RowVersions::new(),
        };
        let history = DatasetHistory {
            ledger,
            rows,
            ledger_address: format!("{}{}", published.folder(), Ledger::FILE),
            files,
            is_current,
        };
        histories.0.insert(dataset.to_owned(), history);
    }
    Ok(histories)
}

/// Returns the columns that rows of a dataset are known by, where pages of commitments tell what became of them.
fn told_rows(dataset: &str) -> Option<RowKeyColumns> {
    let (thing, part) = match dataset {
        COMMITMENTS => ("id", None),
        MILESTONES => ("commitment", Some("number")),
        _ => return None,
    };
    Some(RowKeyColumns { thing, part })
}

/// A dataset whose versions are published.
struct PublishedDataset<'a> {
    dataset: &'a str,
    context: &'a HistoryContext<'a>,
}

/// A file that is to be offered: the table of a version, whole or as what changed.
struct WantedFile {
    version: u32,
    path: String,
    key: CacheKey,
    /// The file of the portal's folder that is offered as it is; none where rows are packed for it.
    kept: Option<String>,
}

impl PublishedDataset<'_> {
    fn write(&self, ledger: &Ledger) -> Result<Vec<VersionFile>, Fatal> {
        let folder = self.folder();
        let staging = self.context.staging;
        staging.write(
            &format!("{folder}{}", Ledger::FILE),
            ledger.text().as_bytes(),
        )?;
        let mut files = Vec::new();
        for name in ledger.table_names() {
            files.extend(self.write_table(ledger, name)?);
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(files)
    }

    /// Returns what became of each row of the only table of a dataset.
    fn rows(&self, ledger: &Ledger, key: RowKeyColumns) -> Result<RowVersions, Fatal> {
        let text = ledger.text();
        let known_by = [
            b"rows of versions",
            self.dataset.as_bytes(),
            text.as_bytes(),
        ];
        let cache_key = CacheKey::of(&known_by);
        if let Some(known) = self.context.cache.get(&cache_key) {
            return Ok(known);
        }
        let aside = ScratchFolder::new()?;
        let store = VersionStore {
            root: self.context.root,
            dataset: self.dataset,
            aside: &aside,
        };
        let mut rows = RowVersions::new();
        for table in ledger.table_names() {
            rows.extend(row_versions::of_table(ledger, table, key, &store)?);
        }
        self.context.cache.put(cache_key, &rows);
        Ok(rows)
    }

    /// Returns the folder of the dataset in the site, with `/` at its end.
    fn folder(&self) -> String {
        address::dataset(self.dataset).replace("index.html", "")
    }

    /// Offers a table of every version that has it.
    fn write_table(&self, ledger: &Ledger, table: &str) -> Result<Vec<VersionFile>, Fatal> {
        let HistoryContext { staging, cache, .. } = *self.context;
        let (mut files, mut absent) = (Vec::new(), Vec::new());
        for wanted in self.wanted(ledger, table) {
            match cache.files(&wanted.key, staging)? {
                Some(kept) => files.extend(kept.into_iter().map(|file| wanted.offered(file))),
                None => absent.push(wanted),
            }
        }
        if absent.is_empty() {
            return Ok(files);
        }
        let aside = ScratchFolder::new()?;
        let store = VersionStore {
            root: self.context.root,
            dataset: self.dataset,
            aside: &aside,
        };
        let numbers = absent.iter().map(|wanted| wanted.version);
        let (first, last) = (numbers.clone().min(), numbers.max());
        let versions = first.unwrap_or(1)..=last.unwrap_or(1);
        store.each_version(ledger, table, versions, &mut |version, rows| {
            for wanted in absent.iter().filter(|wanted| wanted.version == version) {
                files.push(self.make(wanted, rows)?);
            }
            Ok(())
        })?;
        Ok(files)
    }

    /// Returns what is offered of a table: each version as it is kept, and the newest ones whole.
    fn wanted(&self, ledger: &Ledger, table: &str) -> Vec<WantedFile> {
        let folder = self.folder();
        let releases = ledger.releases();
        let newest = ledger.latest().map_or(0, |last| last.version);
        let first_whole = newest.saturating_sub(self.context.keep);
        let mut wanted = Vec::new();
        for release in releases {
            let Some(released) = release.table(table).filter(|t| t.form != TableForm::Same) else {
                continue;
            };
            let version = release.version;
            // A takedown changes what stands at an address, also where the rows of the version stay the same.
            let rewritten = released.rewritten_by.unwrap_or(0).to_le_bytes();
            let mut want = |ending: &str, kept: Option<String>| {
                let path = format!("{folder}versions/{version}/{table}{ending}");
                let known = [
                    b"version",
                    path.as_bytes(),
                    released.sha256.as_bytes(),
                    &rewritten,
                ];
                wanted.push(WantedFile {
                    version,
                    key: CacheKey::of(&known),
                    path,
                    kept,
                });
            };
            if let Some(kept) = delta_file(self.dataset, version, released) {
                want(DELTA, Some(kept));
            }
            if released.is_whole() || version > first_whole {
                want(WHOLE, None);
            }
        }
        wanted
    }

    /// Makes a file of a version whose rows are unpacked there.
    fn make(&self, wanted: &WantedFile, rows: &Path) -> Result<VersionFile, Fatal> {
        let HistoryContext {
            root,
            staging,
            cache,
            ..
        } = *self.context;
        let failed = || Fatal::io("writing", Path::new(&wanted.path));
        let mut out = staging.create(&wanted.path)?;
        if let Some(kept) = &wanted.kept {
            let full = root.join(kept);
            let mut kept = LocalDisk.open(&full).map_err(Fatal::io("reading", &full))?;
            io::copy(&mut kept, &mut out).map_err(failed())?;
        } else {
            let mut rows = LocalDisk.open(rows).map_err(Fatal::io("reading", rows))?;
            let mut packed = GzEncoder::new(&mut out, Compression::best());
            io::copy(&mut rows, &mut packed).map_err(failed())?;
            packed.finish().map_err(failed())?;
        }
        out.flush().map_err(failed())?;
        let made: Vec<CachedFile> = vec![(wanted.path.clone(), out.finish()?)];
        cache.put(wanted.key, &made);
        let [file] = made.try_into().map_err(|_| Fatal::fault("one file"))?;
        Ok(wanted.offered(file))
    }
}

impl WantedFile {
    fn offered(&self, (path, written): CachedFile) -> VersionFile {
        VersionFile {
            version: self.version,
            path,
            bytes: written.bytes,
        }
    }
}
