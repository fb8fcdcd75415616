//! The last output as it was left: which of its files may stand in the next one as they are.

use super::{Staging, Written, is_plain, sha256};
use crate::diag::Fatal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
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

impl Staging {
    /// The same, where it is known what the last output holds: what stays as it was is carried over and not written anew.
    #[must_use]
    pub fn after(self, last: Last) -> Staging {
        Staging { last, ..self }
    }

    /// The file that stands at this path of the last output, where nobody touched it.
    pub fn left(&self, path: &str) -> Option<PathBuf> {
        let sha256 = self.left_sum(path)?;
        self.last.find(&self.out, path, sha256).map(|_| self.out.join(path))
    }

    /// The checksum that a file of the last output had.
    pub fn left_sum(&self, path: &str) -> Option<&str> {
        self.last.files.get(path).map(|(sha256, _)| sha256.as_str())
    }

    /// Carries a file of this checksum over from the last output; false where it does not stand there any more.
    ///
    /// # Errors
    /// When the path is not a plain relative one, is taken, or the disk refuses.
    pub fn keep(&self, path: &str, sha256: &str) -> Result<bool, Fatal> {
        if !is_plain(path) || self.last.find(&self.out, path, sha256).is_none() {
            return Ok(false);
        }
        if !self.take(path)? {
            return Ok(true);
        }
        self.carry_over(path, sha256)
    }

    /// The same, for an address that has been taken.
    pub(super) fn carry_over(&self, path: &str, sha256: &str) -> Result<bool, Fatal> {
        let Some((written, identity)) = self.last.find(&self.out, path, sha256) else { return Ok(false) };
        let full = self.place_for(path)?;
        let carried = carry(&self.out.join(path), &full, identity);
        let identity = carried.map_err(Fatal::io("writing", &full))?;
        self.enter(path.to_owned(), written, identity);
        Ok(true)
    }

    /// Carries files over, all of them or none; each with its checksum.
    ///
    /// # Errors
    /// As [`Staging::keep`].
    pub fn keep_all<'a>(&self, files: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Result<bool, Fatal> {
        let mut all = files.clone();
        if !all.all(|(path, sha256)| self.last.find(&self.out, path, sha256).is_some()) {
            return Ok(false);
        }
        for (path, sha256) in files {
            if !self.keep(path, sha256)? {
                return Err(Fatal::Refused(format!("{path} of the last output changed meanwhile; build again")));
            }
        }
        Ok(true)
    }

    /// Writes a whole file, unless it is there already, for it was carried over before it was known that something that goes
    /// with it had changed.
    ///
    /// # Errors
    /// As [`Staging::write`]; when another file stands there.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<Written, Fatal> {
        let there = self.manifest().get(path).cloned();
        match there {
            Some(written) if written.sha256 == sha256(bytes) => Ok(written),
            _ => self.write(path, bytes),
        }
    }
}
