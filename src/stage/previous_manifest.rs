//! The last output as it was left: which of its files may be in the next one as they are, and which were changed.

use super::{Staging, WrittenFile, file_sha256, is_plain, sha256};
use crate::diag::Fatal;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// How a file is known to be the one that was written: whoever changes it leaves another size, time or place. Its time can
/// be set to any; where the system says when it was last touched at all (Unix), that too is another one then, and cannot
/// be set. Windows does not say that: there, a file changed with its size and time kept is not noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    bytes: u64,
    changed: u128,
    place: u64,
    touched: i128,
    mode: u32,
}

impl Identity {
    /// That of a file, from what the system says of it.
    pub fn of(file: &Metadata) -> Identity {
        let changed = file
            .modified()
            .ok()
            .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let UnixFacts {
            place,
            touched,
            mode,
        } = UnixFacts::of(file);
        Identity {
            bytes: file.len(),
            changed: changed.map_or(0, |time| time.as_nanos()),
            place,
            touched,
            mode,
        }
    }

    /// Whether it is the same file, not written since, though it may have been touched: by another name that was given to it
    /// or taken away, by another mode, or by somebody who hides a change.
    pub fn is_of_same_file(&self, other: &Identity) -> bool {
        (self.bytes, self.changed, self.place) == (other.bytes, other.changed, other.place)
    }
}

/// What a Unix file system tells of a file; zeros where there is none.
struct UnixFacts {
    /// The number of its inode.
    place: u64,
    /// When its inode was last changed, in nanoseconds since 1970.
    touched: i128,
    mode: u32,
}

impl UnixFacts {
    #[cfg(unix)]
    fn of(file: &Metadata) -> UnixFacts {
        use std::os::unix::fs::MetadataExt;
        UnixFacts {
            place: file.ino(),
            touched: i128::from(file.ctime()) * 1_000_000_000 + i128::from(file.ctime_nsec()),
            mode: file.mode(),
        }
    }

    #[cfg(not(unix))]
    fn of(_file: &Metadata) -> UnixFacts {
        UnixFacts {
            place: 0,
            touched: 0,
            mode: 0,
        }
    }
}

/// Every file of an output: its checksum, and how it is known again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct PreviousManifest {
    /// By its path from the output's root.
    pub(crate) files: BTreeMap<String, (String, Identity)>,
    /// Strangers that were named already, so that they are named once.
    pub(crate) named: BTreeSet<String>,
}

/// What became of a file of the last output.
enum Fate {
    Whole(Identity),
    Altered,
    Gone,
}

impl PreviousManifest {
    /// What is at this path of the output in `out`, where it has this checksum and nobody changed it.
    pub(crate) fn find(
        &self,
        out: &Path,
        path: &str,
        sha256: &str,
    ) -> Option<(WrittenFile, Identity)> {
        let (known, identity) = self.files.get(path).filter(|(known, _)| known == sha256)?;
        match self.fate(&out.join(path), path, known) {
            Fate::Whole(_) => Some((
                WrittenFile {
                    bytes: identity.bytes,
                    sha256: known.clone(),
                },
                *identity,
            )),
            Fate::Altered | Fate::Gone => None,
        }
    }

    /// What became of the file that had this checksum. One that was touched is read again.
    fn fate(&self, full: &Path, path: &str, sha256: &str) -> Fate {
        let found = fs::symlink_metadata(full)
            .ok()
            .filter(|file| file.is_file());
        let Some(now) = found.map(|file| Identity::of(&file)) else {
            return Fate::Gone;
        };
        let known = self
            .files
            .get(path)
            .is_some_and(|(known, identity)| known == sha256 && *identity == now);
        if known {
            return Fate::Whole(now);
        }
        match file_sha256(full) {
            Ok(sum) if sum == sha256 => Fate::Whole(now),
            Ok(_) => Fate::Altered,
            Err(_) => Fate::Gone,
        }
    }
}

/// Lets a file of the last output are in the next one too: under a second name, or as a copy where a disk knows no such
/// names. The copy's identity is another one.
pub(crate) fn carry(from: &Path, to: &Path, identity: Identity) -> io::Result<Identity> {
    if tragaluz_disk::link(from, to).is_ok() {
        return Ok(identity);
    }
    tragaluz_disk::copy(from, to)?;
    Ok(Identity::of(&fs::metadata(to)?))
}

impl Staging {
    /// The same, where it is known what the last run left in the output: what stays as it was is carried over and not
    /// written anew. Whether or not that is known, the files of the output are held against their checksums.
    #[must_use]
    pub(crate) fn after(mut self, last: PreviousManifest) -> Staging {
        let out = self.output.path();
        let listed: Vec<(&String, &String)> = self.listed.files().iter().collect();
        let fates: Vec<Fate> = listed
            .par_iter()
            .map(|(path, sum)| last.fate(&out.join(path), path, sum))
            .collect();
        let is_known = !last.files.is_empty();
        let mut now = PreviousManifest {
            files: BTreeMap::new(),
            named: last.named,
        };
        for ((path, sum), fate) in listed.into_iter().zip(fates) {
            match fate {
                // What nobody could read is made anew, so that it can be read.
                Fate::Whole(identity) if is_known && !self.modes.is_closer(identity.mode) => {
                    now.files.insert(path.clone(), (sum.clone(), identity));
                }
                Fate::Altered => self.altered.push(path.clone()),
                Fate::Whole(_) | Fate::Gone => {}
            }
        }
        self.last = now;
        self
    }

    /// Files of the last output that somebody changed since.
    pub(crate) fn altered(&self) -> &[String] {
        &self.altered
    }

    /// Returns where the file of this path is in the last output, where nobody touched it.
    pub(super) fn unchanged(&self, path: &str) -> Option<PathBuf> {
        let sha256 = self.previous_sum(path)?;
        self.last
            .find(self.output.path(), path, sha256)
            .map(|_| self.output.path().join(path))
    }

    /// Returns the checksum that a file of the last output had.
    pub(crate) fn previous_sum(&self, path: &str) -> Option<&str> {
        self.last.files.get(path).map(|(sha256, _)| sha256.as_str())
    }

    /// Carries a file of this checksum over from the last output; false where it does not stand there any more.
    ///
    /// # Errors
    /// When the path is not a plain relative one, is taken, or the disk refuses.
    pub(crate) fn keep(&self, path: &str, sha256: &str) -> Result<bool, Fatal> {
        if !is_plain(path) || self.last.find(self.output.path(), path, sha256).is_none() {
            return Ok(false);
        }
        if !self.take(path)? {
            return Ok(true);
        }
        self.carry_over(path, sha256)
    }

    /// The same, for an address that has been taken.
    pub(super) fn carry_over(&self, path: &str, sha256: &str) -> Result<bool, Fatal> {
        let Some((written, identity)) = self.last.find(self.output.path(), path, sha256) else {
            return Ok(false);
        };
        let full = self.place_for(path)?;
        let carried = carry(&self.output.path().join(path), &full, identity);
        let identity = carried.map_err(Fatal::io("writing", &full))?;
        self.enter(path.to_owned(), written, identity);
        Ok(true)
    }

    /// Carries files over, all of them or none; each with its checksum.
    ///
    /// # Errors
    /// As [`Staging::keep`].
    pub(crate) fn keep_all<'a>(
        &self,
        files: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    ) -> Result<bool, Fatal> {
        let mut all = files.clone();
        if !all.all(|(path, sha256)| self.last.find(self.output.path(), path, sha256).is_some()) {
            return Ok(false);
        }
        for (path, sha256) in files {
            if !self.keep(path, sha256)? {
                return Err(Fatal::changed(path));
            }
        }
        Ok(true)
    }

    /// Writes a whole file, unless it is there already, for it was carried over before it was known that something that goes
    /// with it had changed.
    ///
    /// # Errors
    /// As [`Staging::write`]; when another file is there.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) -> Result<WrittenFile, Fatal> {
        let there = self.manifest().get(path).cloned();
        match there {
            Some(written) if written.sha256 == sha256(bytes) => Ok(written),
            _ => self.write(path, bytes),
        }
    }
}
