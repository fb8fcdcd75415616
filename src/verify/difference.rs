//! What changed in a dataset since one of its versions, in one ZIP.
//!
//! It holds the ledger, what every later version changed as it is published, each table's changes from that version to the
//! newest as one readable CSV, and the checksums of them all. Same copy, same bytes.

use super::asked_copy::AskedCopy;
use super::chain::chains;
use super::contents::sum_of;
use super::ledgers::DatasetLedger;
use super::readable_changes;
use super::table_chain::{CHANGES, TableChain, TableVersion, WHOLE};
use crate::diag::{Diagnostic, Fatal};
use crate::downloads::Packer;
use crate::history::{Ledger, TableForm};
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::{self, SUMS, ScratchFolder};
use crate::text::near::nearest;
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tragaluz_disk::DiskFile;

/// A version of a dataset, as `DATASET@N`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SinceVersion {
    /// The dataset's name.
    pub dataset: String,
    /// The version's number.
    pub version: u32,
}

impl SinceVersion {
    /// Reads `DATASET@N`; none where it is otherwise.
    pub fn read(text: &str) -> Option<SinceVersion> {
        let (dataset, version) = text.rsplit_once('@')?;
        let version = version.parse().ok().filter(|version| *version > 0)?;
        (!dataset.is_empty()).then(|| SinceVersion {
            dataset: dataset.to_owned(),
            version,
        })
    }
}

/// A ZIP of differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DifferenceZip {
    /// The version that it leads from.
    pub from: u32,
    /// The version that it leads to.
    pub to: u32,
    /// The files in it.
    pub files: usize,
    /// Rows that changed, came or went.
    pub rows: u64,
}

/// A difference that is being gathered.
pub(super) struct DifferenceWork<'a> {
    asked: AskedCopy<'a>,
    dataset: &'a DatasetLedger,
    since: u32,
    aside: ScratchFolder,
    entries: BTreeMap<String, DifferenceFile>,
    faults: Vec<Diagnostic>,
    rows: u64,
}

/// A file that is put aside for the ZIP.
struct DifferenceFile {
    path: PathBuf,
    bytes: u64,
    sha256: String,
}

impl<'a> DifferenceWork<'a> {
    /// Begins with nothing.
    ///
    /// # Errors
    /// When there is no such dataset or version, or the disk refuses.
    pub(super) fn of(
        asked: AskedCopy<'a>,
        since: &SinceVersion,
    ) -> Result<DifferenceWork<'a>, Fatal> {
        let known = || asked.ledgers.iter().map(DatasetLedger::name);
        let mut ledgers = asked.ledgers.iter();
        let Some(dataset) = ledgers.find(|one| one.name() == since.dataset) else {
            let near = nearest(&since.dataset, known()).unwrap_or("none");
            let args = vec![
                ("dataset", since.dataset.as_str().into()),
                ("near", near.into()),
            ];
            return Err(Fatal::wrong_command("no-versions", args));
        };
        let last = dataset.ledger.latest().map_or(0, |last| last.version);
        if since.version > last {
            let args = vec![
                ("dataset", since.dataset.as_str().into()),
                ("version", last.to_string().into()),
            ];
            return Err(Fatal::wrong_command("no-version", args));
        }
        Ok(DifferenceWork {
            asked,
            dataset,
            since: since.version,
            aside: ScratchFolder::new()?,
            entries: BTreeMap::new(),
            faults: Vec::new(),
            rows: 0,
        })
    }

    /// Gathers everything and writes the ZIP; none where the copy has a fault, and then they are returned.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write(
        mut self,
        out: &Path,
    ) -> Result<Result<DifferenceZip, Vec<Diagnostic>>, Fatal> {
        let ledger = self.dataset.path();
        self.take(&ledger, Ledger::FILE)?;
        let chains = chains(self.asked.copy, self.asked.sums, self.dataset);
        for chain in &chains {
            self.gather(chain)?;
        }
        if !self.faults.is_empty() {
            return Ok(Err(self.faults));
        }
        let to = self.dataset.ledger.latest().map_or(0, |last| last.version);
        self.pack(out)?;
        Ok(Ok(DifferenceZip {
            from: self.since,
            to,
            files: self.entries.len() + 1,
            rows: self.rows,
        }))
    }

    /// Follows a table to its newest version, and keeps what changed since.
    fn gather(&mut self, chain: &TableChain<'_>) -> Result<(), Fatal> {
        let [before, after] = ["before.csv", "after.csv"].map(|name| self.aside.path().join(name));
        for stale in [&before, &after] {
            let _ = tragaluz_disk::remove_file(stale);
        }
        let since = self.since;
        let found = chain.follow(&mut |version, rows| {
            if version.version <= since {
                keep(rows, &before)?;
            }
            keep(rows, &after)
        })?;
        self.faults.extend(found);
        for version in &chain.versions {
            self.take_version(*version)?;
        }
        let newest = self.dataset.ledger.latest();
        let last = chain.versions.last();
        let is_newest = newest.map(|one| one.version) == last.map(|one| one.version);
        match last {
            Some(last) if is_newest && self.faults.is_empty() && LocalDisk.exists(&before) => {
                self.compare([&before, &after], *last)
            }
            _ => Ok(()),
        }
    }

    /// Writes what changed in a table, where anything did.
    fn compare(&mut self, sides: [&Path; 2], last: TableVersion<'_>) -> Result<(), Fatal> {
        let path = self
            .aside
            .path()
            .join(format!("changes-{}", self.entries.len()));
        let told = readable_changes::write(sides, &last.table.key, &self.aside, &path)?;
        if told == 0 {
            return Ok(());
        }
        self.rows += told;
        let reading = || Fatal::io("reading", &path);
        let mut file = LocalDisk.open(&path).map_err(reading())?;
        let sha256 = sum_of(&mut *file, &mut io::sink()).map_err(reading())?;
        let name = format!("changes/{}.csv", last.table.name);
        self.enter(name, path, sha256)
    }

    /// Keeps the file of a later version as it is published.
    fn take_version(&mut self, version: TableVersion<'_>) -> Result<(), Fatal> {
        let ending = match version.table.form {
            TableForm::Delta => CHANGES,
            TableForm::Whole => WHOLE,
            TableForm::Same => return Ok(()),
        };
        if version.version <= self.since {
            return Ok(());
        }
        let name = &version.table.name;
        let path = self.dataset.version_file(version.version, name, ending);
        self.take(
            &path,
            &format!("versions/{}/{name}.{ending}", version.version),
        )
    }

    /// Puts a file of the copy aside.
    fn take(&mut self, path: &str, name: &str) -> Result<(), Fatal> {
        let mut file = match self.asked.copy.open(path) {
            Ok(file) => file,
            Err(fault) => {
                self.faults.push(fault.told(path));
                return Ok(());
            }
        };
        let to = self
            .aside
            .path()
            .join(format!("file-{}", self.entries.len()));
        let writing = || Fatal::io("writing", &to);
        let out = DiskFile::create_over(&to).map_err(writing())?;
        let mut out = BufWriter::new(out);
        let sha256 = sum_of(&mut *file, &mut out).map_err(writing())?;
        out.flush().map_err(writing())?;
        drop(out);
        self.enter(name.to_owned(), to, sha256)
    }

    fn enter(&mut self, name: String, path: PathBuf, sha256: String) -> Result<(), Fatal> {
        let bytes = LocalDisk.size(&path).map_err(Fatal::io("reading", &path))?;
        let file = DifferenceFile {
            path,
            bytes,
            sha256,
        };
        self.entries.insert(name, file);
        Ok(())
    }

    /// Packs what was gathered.
    fn pack(&self, out: &Path) -> Result<(), Fatal> {
        let writing = || Fatal::io("writing", out);
        let folder = match out.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let aside = self.aside.file().map_err(writing())?;
        let mut packer = Packer::new(aside);
        let lines = self.entries.iter();
        let sums: String = lines
            .map(|(name, file)| format!("{}  {name}\n", file.sha256))
            .collect();
        packer.entry(SUMS, sums.len() as u64).map_err(writing())?;
        packer.write_all(sums.as_bytes()).map_err(writing())?;
        for (name, file) in &self.entries {
            packer.entry(name, file.bytes).map_err(writing())?;
            let mut bytes = LocalDisk
                .open(&file.path)
                .map_err(Fatal::io("reading", &file.path))?;
            io::copy(&mut bytes, &mut packer).map_err(writing())?;
        }
        let mut beside = stage::beside(folder).map_err(writing())?;
        packer.finish(&mut beside).map_err(writing())?;
        stage::place(beside, out).map_err(writing())
    }
}

/// Keeps a file under a second name, in the place of what had that name.
fn keep(file: &Path, name: &Path) -> Result<(), Fatal> {
    let _ = tragaluz_disk::remove_file(name);
    tragaluz_disk::link(file, name)
        .or_else(|_| tragaluz_disk::copy(file, name).map(drop))
        .map_err(Fatal::io("writing", name))
}
