//! Files and folders that the system does not let be read: each is a finding that names it, and the others are read.

use crate::diag::{Diagnostic, Place, codes, refusal};
use crate::source::file::SourceFile;
use crate::source::front_matter::Document;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// The finding that a file or folder of the portal cannot be read.
pub fn finding(path: &str, error: &io::Error) -> Diagnostic {
    let finding = Diagnostic::new(&codes::FILE_UNREADABLE).at(Place::file(path));
    finding
        .arg("path", path)
        .arg("cause", refusal(error))
        .arg("detail", error.to_string())
}

/// What is known of a page whose file cannot be read: nothing.
pub(super) fn document(path: &str) -> Document {
    let file = Arc::new(SourceFile {
        path: path.to_owned(),
        text: String::new(),
    });
    Document {
        file,
        facts: None,
        body: 0..0,
    }
}

/// The size of a file that is passed on as it is, which must be readable.
pub(super) fn size(path: &Path) -> io::Result<u64> {
    let known = fs::metadata(path)?;
    // To open a pipe is to wait for whoever writes to it.
    if known.is_file() {
        Ok(File::open(path)?.metadata()?.len())
    } else {
        Ok(known.len())
    }
}
