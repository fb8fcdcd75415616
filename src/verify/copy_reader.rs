//! How the files of a copy are read, wherever it is.

use crate::diag::{Diagnostic, Place, Sink, codes, refusal};
use std::collections::BTreeMap;
use std::io::{self, Read};

/// Reads the files of a copy by their paths in it.
pub(super) trait CopyReader: Sync {
    /// Opens a file.
    ///
    /// # Errors
    /// When there is none, it is a link or no ordinary file, or it cannot be read.
    fn open(&self, path: &str) -> Result<Box<dyn Read>, OpenFault>;

    /// Returns whether a file is there, as far as that is known without asking for it.
    fn has(&self, path: &str) -> bool;

    /// Returns the paths of all files, as far as they are known without a list.
    fn paths(&self) -> Box<dyn Iterator<Item = &str> + '_>;

    /// Names what is there and not among the files of its list, where that is known.
    fn tell_unlisted(&self, _listed: &BTreeMap<String, String>, _sink: &mut Sink) {}

    /// Returns how many of its files may be read at once, where not as many as there are processors.
    fn at_once(&self) -> Option<usize> {
        None
    }
}

/// Why a file of a copy is not read.
#[derive(Debug)]
pub(super) enum OpenFault {
    /// Nothing is there.
    Absent,
    /// A link is there, or on the way: it is not followed.
    Link,
    /// A folder, FIFO, socket or device is there.
    Special,
    /// The system refuses it.
    Unreadable(io::Error),
}

impl OpenFault {
    /// Returns what is found to be wrong with the file of this path.
    pub(super) fn told(&self, path: &str) -> Diagnostic {
        let finding = match self {
            OpenFault::Absent => Diagnostic::new(&codes::COPY_FILE_ABSENT),
            OpenFault::Link => Diagnostic::new(&codes::COPY_FILE_ODD).arg("kind", "link"),
            OpenFault::Special => Diagnostic::new(&codes::COPY_FILE_ODD).arg("kind", "special"),
            OpenFault::Unreadable(error) => unreadable(error, "reading"),
        };
        finding.at(Place::file(path))
    }
}

/// Returns the finding that the system refuses something.
pub(super) fn unreadable(error: &io::Error, action: &'static str) -> Diagnostic {
    Diagnostic::new(&codes::SYSTEM_REFUSED)
        .arg("action", action)
        .arg("cause", refusal(error))
        .arg("detail", error.to_string())
}

/// Why a file is not read whole.
#[derive(Debug)]
pub(super) enum ReadFault {
    Open(OpenFault),
    /// It has more bytes than are read.
    Large,
}

/// Returns the bytes of a file that has no more than `most`.
pub(super) fn read_within(
    copy: &dyn CopyReader,
    path: &str,
    most: u64,
) -> Result<Vec<u8>, ReadFault> {
    let file = copy.open(path).map_err(ReadFault::Open)?;
    let mut bytes = Vec::new();
    let read = file.take(most + 1).read_to_end(&mut bytes);
    read.map_err(|error| ReadFault::Open(OpenFault::Unreadable(error)))?;
    if bytes.len() as u64 > most {
        return Err(ReadFault::Large);
    }
    Ok(bytes)
}
