//! What stops a comparison.

use std::io;
use std::path::{Path, PathBuf};

/// What stops the work on two versions.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The disk refused something.
    #[error("{path}: {source}")]
    Io {
        /// The file; empty for one without a name.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A file is no table as RFC 4180 has it.
    #[error(
        "{path}, row {row}: not a table in UTF-8 with as many cells in each row as in its header, or a name twice in it"
    )]
    NotATable {
        /// The file.
        path: PathBuf,
        /// The row, from 1; 0 is the header.
        row: u64,
    },
    /// A delta is not one, or was damaged.
    #[error("{path}, line {line}: not a delta")]
    NotADelta {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
    },
    /// A delta belongs to another file than the one that was given, or one of them was changed.
    #[error("{path} is not the version that the delta belongs to")]
    OtherVersion {
        /// The file.
        path: PathBuf,
    },
}

impl Error {
    /// Wraps an error of the disk with the file that it is about.
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> Error + use<> {
        let path = path.to_owned();
        move |source| Error::Io { path, source }
    }

    /// Wraps an error of the disk with a file that has no name.
    pub(crate) fn nameless(source: io::Error) -> Error {
        Error::Io {
            path: PathBuf::new(),
            source,
        }
    }

    pub(crate) fn not_a_table(path: &Path, row: u64) -> Error {
        Error::NotATable {
            path: path.to_owned(),
            row,
        }
    }

    pub(crate) fn other_version(path: &Path) -> Error {
        Error::OtherVersion {
            path: path.to_owned(),
        }
    }
}
