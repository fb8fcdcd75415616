//! The last output as it was left: which of its files may stand in the next one as they are.

use super::Written;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

/// How a file is known to be the one that was written: whoever changes it leaves another size or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    bytes: u64,
    changed: u128,
    place: u64,
}

impl Identity {
    /// That of a file, from what the system says of it.
    pub fn of(file: &Metadata) -> Identity {
        let changed = file.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Identity { bytes: file.len(), changed: changed.map_or(0, |time| time.as_nanos()), place: place(file) }
    }
}

#[cfg(unix)]
fn place(file: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(file)
}

#[cfg(not(unix))]
fn place(_file: &Metadata) -> u64 {
    0
}

/// Every file of an output: its checksum, and how it is known again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Last {
    /// By its path from the output's root.
    pub files: BTreeMap<String, (String, Identity)>,
}

impl Last {
    /// What stands at this path of the output in `out`, where it has this checksum and nobody touched it.
    pub fn find(&self, out: &Path, path: &str, sha256: &str) -> Option<(Written, Identity)> {
        let (known, identity) = self.files.get(path).filter(|(known, _)| known == sha256)?;
        let file = fs::symlink_metadata(out.join(path)).ok().filter(|file| file.is_file())?;
        let same = Identity::of(&file) == *identity;
        same.then(|| (Written { bytes: identity.bytes, sha256: known.clone() }, *identity))
    }
}

/// Lets a file of the last output stand in the next one too: under a second name, or as a copy where a disk knows no such
/// names. The copy's identity is another one.
pub fn carry(from: &Path, to: &Path, identity: Identity) -> io::Result<Identity> {
    if fs::hard_link(from, to).is_ok() {
        return Ok(identity);
    }
    fs::copy(from, to)?;
    Ok(Identity::of(&fs::metadata(to)?))
}
