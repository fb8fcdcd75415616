//! The files of a dataset's versions, in the portal's folder.

use super::ledger::{Ledger, ReleasedTable, TableForm};
use crate::diag::{Diagnostic, Fatal, Place, codes};
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::{self, HashingWriter, ScratchFolder};
use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use std::io::{self, BufWriter, Read, Write};
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
    /// Returns the file of a table of a version from the portal's root, with `/`; none of one that stayed the same.
    pub(super) fn file(&self, version: u32, table: &str, form: TableForm) -> Option<String> {
        let ending = match form {
            TableForm::Whole => "csv.gz",
            TableForm::Delta => "delta.jsonl.gz",
            TableForm::Same => return None,
        };
        let dataset = self.dataset;
        Some(format!(
            "data/{dataset}/releases/{version}/{table}.{ending}"
        ))
    }

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
        self.each_version(ledger, table, version, &mut |_, path| {
            last = Some(path.to_owned());
            Ok(())
        })?;
        last.ok_or_else(|| damaged(&Ledger::path(self.dataset)))
    }

    /// Unpacks a table as it was in each version up to one, the first one first. What is unpacked stays until the next one
    /// is.
    ///
    /// # Errors
    /// As [`VersionStore::unpack`], and those of `visit`.
    pub(super) fn each_version(
        &self,
        ledger: &Ledger,
        table: &str,
        last: u32,
        visit: &mut dyn FnMut(u32, &Path) -> Result<(), Fatal>,
    ) -> Result<(), Fatal> {
        let mut unpacked: Option<UnpackedTable> = None;
        for release in ledger.releases().iter().take(last as usize) {
            let Some(released) = release.table(table) else {
                continue;
            };
            let Some(file) = self.file(release.version, table, released.form) else {
                continue;
            };
            let next = match (released.form, &unpacked) {
                (TableForm::Delta, Some(before)) => self.newer(before, &file, released)?,
                _ => self.whole(&file, released)?,
            };
            visit(release.version, &next.path)?;
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

    /// Makes the next version of the one before it, which is removed.
    fn newer(
        &self,
        before: &UnpackedTable,
        file: &str,
        released: &ReleasedTable,
    ) -> Result<UnpackedTable, Fatal> {
        let delta = self.gunzip(file, "delta")?;
        let path = self.aside.path().join(&released.sha256);
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
        Ok(told)
    }
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
