//! What stops the reading or writing of a table; what is wrong within a file is a [`Finding`](crate::Finding).

use std::io;
use std::path::Path;

/// What stops the work on a file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system refused something.
    #[error("{action} {path}: {source}")]
    Io {
        /// What was being done: `reading`, `writing` …
        action: &'static str,
        /// The path it was done to.
        path: String,
        /// The error of the operating system.
        source: io::Error,
    },
    /// A file changed, or went, between two readings.
    #[error("{path} changed between two readings")]
    Changed {
        /// Path of the file that changed.
        path: String,
    },
    /// A format cannot hold the table.
    #[error("{format} cannot hold the table: {reason}")]
    Refused {
        /// The format's name.
        format: &'static str,
        /// Why: `too-many-rows`, `too-many-columns`, `too-long-cells`, `no-geometry`.
        reason: &'static str,
        /// The format's limit, where there is one; else 0.
        limit: u64,
    },
}

impl Error {
    /// Wraps a system error with what was being done, and to which path.
    pub fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Error + use<> {
        let path = path.display().to_string();
        move |source| Error::Io {
            action,
            path,
            source,
        }
    }

    /// A file changed, or went, between two readings.
    pub fn changed(path: &str) -> Error {
        Error::Changed {
            path: path.to_owned(),
        }
    }
}
