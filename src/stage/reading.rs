//! What was made is read again: staged files by writers that pack them, the last output, and single files beside the portal.

use super::Staging;
use crate::diag::Fatal;
use std::fs::{self, File};
use std::io;
use std::path::Path;

impl Staging {
    /// Returns the bytes of a staged file.
    ///
    /// # Errors
    /// When there is none, or the disk refuses.
    pub(crate) fn read(&self, path: &str) -> Result<Vec<u8>, Fatal> {
        let full = self.path_of(path);
        fs::read(&full).map_err(Fatal::io("reading", &full))
    }

    /// Returns the text of a staged file.
    ///
    /// # Errors
    /// When there is none, it is not UTF-8, or the disk refuses.
    pub(crate) fn read_text(&self, path: &str) -> Result<String, Fatal> {
        let full = self.path_of(path);
        fs::read_to_string(&full).map_err(Fatal::io("reading", &full))
    }

    /// Opens a staged file to be read bit by bit.
    ///
    /// # Errors
    /// When there is none, or the disk refuses.
    pub(crate) fn open(&self, path: &str) -> io::Result<File> {
        File::open(self.path_of(path))
    }

    /// Opens a file of the last output. None where there was none, somebody touched it, or the disk refuses.
    pub(crate) fn open_previous(&self, path: &str) -> Option<File> {
        File::open(self.unchanged(path)?).ok()
    }
}

/// Returns the bytes of a file of an output, or of another folder that only the program writes to.
///
/// # Errors
/// When there is none, it is no ordinary file, or the disk refuses.
pub fn read(folder: &Path, path: &str) -> io::Result<Vec<u8>> {
    let full = folder.join(path);
    // To open a FIFO is to wait until somebody writes to it.
    if !fs::metadata(&full)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    fs::read(full)
}

/// Opens a file of an output, and returns it with its length. None where there is none, the disk refuses, or it is no
/// ordinary file, which could keep whoever opens it waiting.
pub fn open(folder: &Path, path: &str) -> Option<(File, u64)> {
    let full = folder.join(path);
    let found = fs::metadata(&full).ok().filter(fs::Metadata::is_file)?;
    Some((File::open(full).ok()?, found.len()))
}

/// Whether anything is at this path.
pub fn exists(path: &Path) -> bool {
    path.exists()
}
