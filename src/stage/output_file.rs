//! Files of the output that are one text each.

use super::Staging;
use crate::diag::Fatal;
use rayon::prelude::*;

/// A file of the output, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path from the site's root, with `/`.
    pub path: String,
    /// Its text (UTF-8).
    pub text: String,
}

impl Staging {
    /// Writes files of text, several at a time.
    ///
    /// # Errors
    /// When a path is taken or the disk refuses.
    pub(crate) fn write_files(&self, files: &[OutputFile]) -> Result<(), Fatal> {
        files
            .par_iter()
            .try_for_each(|file| self.write(&file.path, file.text.as_bytes()).map(drop))
    }
}
