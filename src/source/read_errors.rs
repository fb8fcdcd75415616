//! Files and folders that the system does not let be read: each is a finding that names it, and the others are read.

use crate::diag::{Diagnostic, Place, codes, refusal};
use crate::source::disk::TooLarge;
use crate::source::file::SourceFile;
use crate::source::front_matter::Document;
use std::io;
use std::sync::Arc;
use tragaluz_tables::limits::{Limit, Limits};

/// The finding that a file or folder of the portal cannot be read.
pub fn finding(path: &str, error: &io::Error) -> Diagnostic {
    let finding = Diagnostic::new(&codes::FILE_UNREADABLE).at(Place::file(path));
    finding
        .arg("path", path)
        .arg("cause", refusal(error))
        .arg("detail", error.to_string())
}

/// The finding that a file which is read whole cannot be read, or is larger than these limits allow.
pub(crate) fn finding_within(path: &str, error: &io::Error, limits: &Limits) -> Diagnostic {
    if !TooLarge::is_cause(error) {
        return finding(path, error);
    }
    Diagnostic::new(&codes::FILE_TOO_LARGE)
        .at(Place::file(path))
        .arg("path", path)
        .arg("setting", Limit::FileMib.name())
        .arg("most", limits.most(Limit::FileMib))
}

/// What is known of a page whose file cannot be read: nothing.
pub(super) fn document(path: &str) -> Document {
    let file = Arc::new(SourceFile::new(path, String::new()));
    Document {
        file,
        facts: None,
        body: 0..0,
    }
}
