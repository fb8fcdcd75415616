//! The files of a dataset's versions, in the portal's folder.

use super::kept_files::{delta_file, whole_file};
use super::ledger::{Ledger, ReleasedTable};
use crate::diag::{Diagnostic, Fatal, Place, codes};
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::{self, HashingWriter, ScratchFolder};
use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use std::io::{self, BufWriter, Read, Write};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use tragaluz_changes::Error as ChangeError;
use tragaluz_disk::DiskFile;

/// Where the versions of a dataset are kept.
pub(super) struct VersionStore<'a> {
    /// The portal's root.
    pub(super) root: &'a Path,
    pub(super) dataset: &'a str,
    /// Where versions are unpacked.
    pub(super) aside: &'a ScratchFolder,
}

/// A table of a version, unpacked.
#[derive(Debug)]
struct UnpackedTable {
    path: PathBuf,
    sha256: String,
}

impl VersionStore<'_> {
    /// Unpacks a table as it was in a version, and returns where it is.
    ///
    /// # Errors
    /// When a file of it is absent or damaged, or the disk refuses.
    pub(super) fn unpack(
        &self,
        ledger: &Ledger,
        version: u32,
        table: &str,
    ) -> Result<PathBuf, Fatal> {
        let mut last = None;
        self.each_version(ledger, table, version..=version, &mut |_, path| {
            last = Some(path.to_owned());
            Ok(())
        })?;
        last.ok_or_else(|| damaged(&Ledger::path(self.dataset)))
    }

    /// Unpacks a table as it was in each of these versions, the first one first, and in those of which they are made. What
    /// is unpacked stays until the next one is.
    ///
    /// # Errors
    /// As [`VersionStore::unpack`], and those of `visit`.
    pub(super) fn each_version(
        &self,
        ledger: &Ledger,
        table: &str,
        wanted: RangeInclusive<u32>,
        visit: &mut dyn FnMut(u32, &Path) -> Result<(), Fatal>,
    ) -> Result<(), Fatal> {
        let mut unpacked: Option<UnpackedTable> = None;
        let from = base_of(ledger, table, *wanted.start());
        let releases = ledger.releases().iter();
        let needed = releases.filter(|r| (from..=*wanted.end()).contains(&r.version));
        for release in needed {
            let (Some(released), version) = (release.table(table), release.version) else {
                continue;
            };
            let delta = delta_file(self.dataset, version, released);
            let whole = whole_file(self.dataset, version, released);
            let next = match (delta, whole, &unpacked) {
                (Some(delta), _, Some(before)) => {
                    let unpacked = self.aside.path().join(format!("version-{version}"));
                    self.newer(before, (&delta, unpacked), released)?
                }
                (_, Some(whole), _) => self.whole(&whole, released)?,
                (Some(delta), None, None) => return Err(damaged(&delta)),
                (None, None, _) => continue,
            };
            visit(version, &next.path)?;
            unpacked = Some(next);
        }
        Ok(())
    }

    fn whole(&self, file: &str, released: &ReleasedTable) -> Result<UnpackedTable, Fatal> {
        let unpacked = self.gunzip(file, &released.sha256)?;
        if unpacked.sha256 != released.sha256 {
            return Err(damaged(file));
        }
        Ok(unpacked)
    }

    /// Makes the next version of the one before it, which is removed: of its delta, at a path of its own, for after a
    /// takedown two versions may say the same.
    fn newer(
        &self,
        before: &UnpackedTable,
        (file, path): (&str, PathBuf),
        released: &ReleasedTable,
    ) -> Result<UnpackedTable, Fatal> {
        let delta = self.gunzip(file, "delta")?;
        let mut out = self.create(&path)?;
        let made = tragaluz_changes::newer(&before.path, &delta.path, &mut out)
            .map_err(|error| fatal(error, file))?;
        for done in [&before.path, &delta.path] {
            tragaluz_disk::remove_file(done).map_err(Fatal::io("removing", done))?;
        }
        if made.sha256 != released.sha256 {
            return Err(damaged(file));
        }
        Ok(UnpackedTable {
            path,
            sha256: made.sha256,
        })
    }

    fn create(&self, path: &Path) -> Result<BufWriter<DiskFile>, Fatal> {
        let file = DiskFile::create_over(path).map_err(Fatal::io("writing", path))?;
        Ok(BufWriter::with_capacity(128 << 10, file))
    }

    /// Unpacks a file of the portal's folder to one of this name.
    fn gunzip(&self, file: &str, name: &str) -> Result<UnpackedTable, Fatal> {
        let full = self.root.join(file);
        let path = self.aside.path().join(name);
        let mut out: HashingWriter<_> = HashingWriter::new(self.create(&path)?);
        let packed = LocalDisk.open(&full).map_err(|_| damaged(file))?;
        let mut rows = MultiGzDecoder::new(io::BufReader::new(packed));
        let mut buffer = vec![0; 128 << 10];
        loop {
            let read = rows.read(&mut buffer).map_err(|_| damaged(file))?;
            if read == 0 {
                break;
            }
            out.write_all(&buffer[..read])
                .map_err(Fatal::io("writing", &path))?;
        }
        out.flush().map_err(Fatal::io("writing", &path))?;
        let (_, hash) = out.finish();
        let sha256 = stage::hex(&hash);
        Ok(UnpackedTable { path, sha256 })
    }

    /// Keeps a file of a version: it is packed beside its place and put there whole.
    ///
    /// # Errors
    /// When the disk refuses; what stood there then still is.
    pub(super) fn keep<T>(
        &self,
        file: &str,
        fill: impl FnOnce(&mut dyn Write) -> Result<T, Fatal>,
    ) -> Result<T, Fatal> {
        let full = self.root.join(file);
        let folder = full.parent().unwrap_or(self.root);
        tragaluz_disk::create_folders(folder).map_err(Fatal::io("creating", folder))?;
        let mut beside = stage::beside(folder).map_err(Fatal::io("writing in", folder))?;
        let mut packed = GzEncoder::new(BufWriter::new(&mut beside), Compression::best());
        let told = fill(&mut packed)?;
        packed
            .finish()
            .and_then(|mut out| out.flush())
            .map_err(Fatal::io("writing", &full))?;
        stage::place(beside, &full).map_err(Fatal::io("writing", &full))?;
        self.flush_folders(folder)?;
        Ok(told)
    }

    /// Keeps a copy of a file with rows.
    ///
    /// # Errors
    /// As [`VersionStore::keep`].
    pub(super) fn keep_copy(&self, rows: &Path, file: &str) -> Result<(), Fatal> {
        let reading = || Fatal::io("reading", rows);
        let mut rows = LocalDisk.open(rows).map_err(reading())?;
        self.keep(file, |out| {
            io::copy(&mut rows, out).map(drop).map_err(reading())
        })
    }

    /// Flushes the names of a version's folders: a line of the ledger is not to be on the disk before the way to its files.
    fn flush_folders(&self, folder: &Path) -> Result<(), Fatal> {
        let dataset = self.root.join("data").join(self.dataset);
        let above = folder.ancestors().skip(1);
        for folder in above.take_while(|folder| folder.starts_with(&dataset)) {
            tragaluz_disk::flush_folder(folder).map_err(Fatal::io("writing in", folder))?;
        }
        Ok(())
    }

    /// Opens a file in the folder where versions are unpacked, to be written; what has that name is written over.
    pub(super) fn create_aside(&self, name: &str) -> Result<(PathBuf, BufWriter<DiskFile>), Fatal> {
        let path = self.aside.path().join(name);
        let out = self.create(&path)?;
        Ok((path, out))
    }
}

/// Returns the version from which a table is unpacked to get this one: the last one up to it that is kept whole.
fn base_of(ledger: &Ledger, table: &str, wanted: u32) -> u32 {
    let before = ledger.releases().iter().take(wanted as usize).rev();
    let mut whole = before.filter(|r| r.table(table).is_some_and(ReleasedTable::is_whole));
    whole.next().map_or(1, |release| release.version)
}

/// Returns what stops a release whose earlier versions cannot be read.
fn damaged(file: &str) -> Fatal {
    let finding = Diagnostic::new(&codes::VERSION_DAMAGED).at(Place::file(file));
    Fatal::Finding(Box::new(finding))
}

/// Returns what an error of a comparison means for a release; `file` is the kept file that was read.
pub(super) fn fatal(error: ChangeError, file: &str) -> Fatal {
    match error {
        ChangeError::Io { path, source } => Fatal::io("comparing", &path)(source),
        _ => damaged(file),
    }
}
