//! Folders for what is not, or not yet, output.

use super::is_plain;
use crate::diag::Fatal;
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// A folder for what a later stage reads, or what is not yet in its file; nobody publishes it, and it goes when this
/// does.
#[derive(Debug)]
pub struct Aside(tempfile::TempDir);

impl Aside {
    /// Makes one among the system's temporary files.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn new() -> Result<Aside, Fatal> {
        tempfile::tempdir().map(Aside).map_err(Fatal::io("creating a folder in", &std::env::temp_dir()))
    }

    /// Makes one in another folder.
    pub(super) fn within(folder: &Path) -> io::Result<Aside> {
        Ok(Aside(tempfile::Builder::new().prefix(".aside-").tempdir_in(folder)?))
    }

    /// Writes a file into it.
    ///
    /// # Errors
    /// When the path is not a plain one, or the disk refuses.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Fatal> {
        if !is_plain(path) {
            return Err(Fatal::Refused(format!("`{path}` is not a path inside a folder")));
        }
        let full = self.path().join(path);
        if let Some(folder) = full.parent() {
            fs::create_dir_all(folder).map_err(Fatal::io("making", folder))?;
        }
        fs::write(&full, bytes).map_err(Fatal::io("writing", &full))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A nameless file in it, to be written and read again.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn file(&self) -> io::Result<File> {
        tempfile::tempfile_in(self.0.path())
    }
}
