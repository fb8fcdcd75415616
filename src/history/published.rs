//! What a site shows and offers of the versions of its datasets.

use super::ledger::{Ledger, Release, TableForm};
use super::release::{self, CurrentTable};
use super::version_store::VersionStore;
use crate::cache::{Cache, CacheKey, CachedFile};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::model::address;
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
}

/// The versions of a dataset.
#[derive(Debug)]
pub(crate) struct DatasetHistory {
    ledger: Ledger,
    /// What is offered of them.
    files: Vec<VersionFile>,
    /// Whether its tables are those of its last version.
    pub(crate) is_current: bool,
}

impl DatasetHistory {
    /// Returns every version, the first one first.
    pub(crate) fn releases(&self) -> &[Release] {
        self.ledger.releases()
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
    for (dataset, tables) in release::by_dataset(tables) {
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
        let files = PublishedDataset { dataset, context }.write(&ledger)?;
        let history = DatasetHistory {
            ledger,
            files,
            is_current,
        };
        histories.0.insert(dataset.to_owned(), history);
    }
    Ok(histories)
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
    is_whole: bool,
}

impl PublishedDataset<'_> {
    fn write(&self, ledger: &Ledger) -> Result<Vec<VersionFile>, Fatal> {
        let folder = self.folder();
        let staging = self.context.staging;
        staging.write(
            &format!("{folder}{}", Ledger::FILE),
            ledger.text().as_bytes(),
        )?;
        let mut names: Vec<&str> = ledger
            .releases()
            .iter()
            .flat_map(|release| release.tables.iter().map(|table| &*table.name))
            .collect();
        names.sort_unstable();
        names.dedup();
        let mut files = Vec::new();
        for name in names {
            files.extend(self.write_table(ledger, name)?);
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(files)
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
        let last = ledger.latest().map_or(0, |last| last.version);
        store.each_version(ledger, table, last, &mut |version, rows| {
            for wanted in absent.iter().filter(|wanted| wanted.version == version) {
                files.push(self.make(wanted, rows, &store, table)?);
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
            let is_delta = released.form == TableForm::Delta;
            let mut want = |is_whole: bool| {
                let ending = if is_whole { "csv.gz" } else { "delta.jsonl.gz" };
                let path = format!("{folder}versions/{version}/{table}.{ending}");
                wanted.push(WantedFile {
                    version,
                    key: CacheKey::of(&[b"version", path.as_bytes(), released.sha256.as_bytes()]),
                    path,
                    is_whole,
                });
            };
            if is_delta {
                want(false);
            }
            if !is_delta || version > first_whole {
                want(true);
            }
        }
        wanted
    }

    /// Makes a file of a version whose rows are unpacked there.
    fn make(
        &self,
        wanted: &WantedFile,
        rows: &Path,
        store: &VersionStore<'_>,
        table: &str,
    ) -> Result<VersionFile, Fatal> {
        let HistoryContext {
            root,
            staging,
            cache,
            ..
        } = *self.context;
        let failed = || Fatal::io("writing", Path::new(&wanted.path));
        let mut out = staging.create(&wanted.path)?;
        if wanted.is_whole {
            let mut rows = LocalDisk.open(rows).map_err(Fatal::io("reading", rows))?;
            let mut packed = GzEncoder::new(&mut out, Compression::best());
            io::copy(&mut rows, &mut packed).map_err(failed())?;
            packed.finish().map_err(failed())?;
        } else if let Some(kept) = store.file(wanted.version, table, TableForm::Delta) {
            let full = root.join(kept);
            let mut kept = LocalDisk.open(&full).map_err(Fatal::io("reading", &full))?;
            io::copy(&mut kept, &mut out).map_err(failed())?;
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
