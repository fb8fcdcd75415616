//! Folders for what is not, or not yet, output.

use super::is_plain;
use crate::diag::Fatal;
use crate::stage::lock::{FolderLock, claim, sweep_folders};
use std::io::{self, Write};
use std::path::Path;
use tragaluz_disk::{DiskFile, TemporaryFolder};

/// How the names of such folders begin among the system's temporary files.
const PREFIX: &str = "tragaluz-";

/// How the names of those begin that are in an output being made.
pub(super) const ASIDE: &str = ".aside-";

/// A folder for what a later stage reads, or what is not yet in its file; nobody publishes it, and it goes when this
/// does. Where the program is killed, the next run removes it.
#[derive(Debug)]
pub struct ScratchFolder {
    folder: TemporaryFolder,
    /// None where the folder goes with the one that it is in. Let go of when the folder is gone.
    _claim: Option<FolderLock>,
}

/// Whether a name is that of such a folder, or of its lock.
pub(crate) fn is_scratch(name: &str) -> bool {
    name.starts_with(PREFIX)
}

impl ScratchFolder {
    /// Makes one among the system's temporary files, and removes what killed runs of this user left there.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn new() -> Result<ScratchFolder, Fatal> {
        ScratchFolder::in_folder(&std::env::temp_dir())
    }

    /// Makes one in this folder, and removes what killed runs of this user left there.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn in_folder(parent: &Path) -> Result<ScratchFolder, Fatal> {
        let (folder, claim) =
            claim(parent, PREFIX, false).map_err(Fatal::io("creating a folder in", parent))?;
        // What cannot be removed is left.
        sweep_folders(parent, PREFIX, &claim, |abandoned| {
            drop(tragaluz_disk::remove_tree(&abandoned.path));
        });
        Ok(ScratchFolder {
            folder,
            _claim: Some(claim),
        })
    }

    /// Makes one in another folder.
    pub(super) fn within(folder: &Path) -> io::Result<ScratchFolder> {
        let folder = TemporaryFolder::within(folder, ASIDE)?;
        Ok(ScratchFolder {
            folder,
            _claim: None,
        })
    }

    /// Writes a file into it.
    ///
    /// # Errors
    /// When the path is not a plain one, or the disk refuses.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Fatal> {
        if !is_plain(path) {
            return Err(Fatal::fault(format_args!("path {path}")));
        }
        let full = self.path().join(path);
        if let Some(folder) = full.parent() {
            tragaluz_disk::create_folders(folder).map_err(Fatal::io("making", folder))?;
        }
        DiskFile::create_over(&full)
            .and_then(|mut file| file.write_all(bytes))
            .map_err(Fatal::io("writing", &full))
    }

    /// Returns the path of its folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A nameless file in it, to be written and read again.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn file(&self) -> io::Result<DiskFile> {
        DiskFile::nameless_in(self.folder.path())
    }
}
