//! The key that a portal's list of checksums is signed with, as `minisign` reads it.

use crate::stage::OutputFile;

/// The file's name.
pub(crate) const PUBLIC_KEY: &str = "minisign.pub";

/// Returns the file of a key.
pub(crate) fn file(key: &str) -> OutputFile {
    OutputFile {
        path: PUBLIC_KEY.to_owned(),
        text: format!("untrusted comment: minisign public key\n{key}\n"),
    }
}
