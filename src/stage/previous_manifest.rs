//! The last output as it was left: which of its files may be in the next one as they are, and which were changed.

use super::{MARKER, Manifest, SUMS, Staging, WrittenFile, file_sha256, is_plain, reading, sha256};
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

    /// Whether nobody can have written to the file again within its last moment: it was touched, as far as the system says that
    /// at all, more than `unsure` nanoseconds before `now` was.
    pub(crate) fn is_settled(&self, now: &Identity, unsure: i128) -> bool {
        let changed = i128::try_from(self.changed).unwrap_or(i128::MAX);
        let last = changed.max(self.touched);
        let today = i128::try_from(now.changed).unwrap_or_default();
        self.touched != 0 && last.saturating_add(unsure) < today
    }

    /// Whether it is the same file, not written since, though it may have been touched: by another name that was given to it
    /// or taken away, by another mode, or by somebody who hides a change.
    pub fn is_of_same_file(&self, other: &Identity) -> bool {
        (self.bytes, self.changed, self.place) == (other.bytes, other.changed, other.place)
    }
}

/// Where a file of an output is that is being made, and how it is known again.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StagedPlace {
    pub(super) identity: Identity,
    pub(super) folder: FolderOfFile,
}

/// The folder that a file of an output being made is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FolderOfFile {
    /// The staging folder: it was written by this run, or has a second name there.
    Staging,
    /// The last output, and no other yet.
    Output,
    /// The last output and the one before it, which nobody has to touch.
    Both,
}

impl StagedPlace {
    /// That of a file which was written.
    pub(super) fn written(file: &Metadata) -> StagedPlace {
        StagedPlace {
            identity: Identity::of(file),
            folder: FolderOfFile::Staging,
        }
    }

    /// That of a file of the last output.
    fn in_output(identity: Identity) -> StagedPlace {
        StagedPlace {
            identity,
            folder: FolderOfFile::Output,
        }
    }

    /// Whether it is in the last output, and no other yet.
    pub(super) fn is_in_output(&self) -> bool {
        self.folder == FolderOfFile::Output
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
    /// Returns the file at this path, where it has this checksum.
    fn find(&self, path: &str, sha256: &str) -> Option<(WrittenFile, Identity)> {
        let (known, identity) = self.files.get(path).filter(|(known, _)| known == sha256)?;
        let written = WrittenFile {
            bytes: identity.bytes,
            sha256: known.clone(),
        };
        Some((written, *identity))
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

    /// Whether the output is as the last run left it, and so is what is beside it: nobody changed or removed a file of it, and
    /// this run would make it as that did.
    pub(crate) fn is_as_left(&self) -> bool {
        let is_whole = self.last.files.len() == self.listed.files().len();
        is_whole
            && !self.last.files.is_empty()
            && self.altered.is_empty()
            && self.left.is_empty()
            && self.modes.are_open()
    }

    /// Returns the files of the last output, the list of checksums and its marker with them.
    ///
    /// # Errors
    /// When those cannot be read.
    pub(crate) fn previous(&self) -> io::Result<Manifest> {
        let known = |(path, (sha256, identity)): (&String, &(String, Identity))| {
            let file = WrittenFile {
                bytes: identity.bytes,
                sha256: sha256.clone(),
            };
            (path.clone(), file)
        };
        let mut manifest: Manifest = self.last.files.iter().map(known).collect();
        for name in [SUMS, MARKER] {
            let bytes = reading::read(self.output.path(), name)?;
            manifest.insert(name.to_owned(), WrittenFile::of(&bytes));
        }
        Ok(manifest)
    }

    /// Files of the last output that somebody changed since.
    pub(crate) fn altered(&self) -> &[String] {
        &self.altered
    }

    /// Returns where the file of this path is in the last output, where nobody touched it.
    pub(super) fn unchanged(&self, path: &str) -> Option<PathBuf> {
        self.previous_sum(path)?;
        Some(self.output.path().join(path))
    }

    /// Returns the checksum that a file of the last output had.
    pub(crate) fn previous_sum(&self, path: &str) -> Option<&str> {
        self.last.files.get(path).map(|(sha256, _)| sha256.as_str())
    }

    /// Takes a file of this checksum over from the last output, where it is until this one is published; false where it does
    /// not stand there any more.
    ///
    /// # Errors
    /// When the path is not a plain relative one.
    pub(crate) fn keep(&self, path: &str, sha256: &str) -> Result<bool, Fatal> {
        if !is_plain(path) || self.last.find(path, sha256).is_none() {
            return Ok(false);
        }
        Ok(!self.take(path)? || self.carry_over(path, sha256))
    }

    /// The same, for an address that has been taken.
    pub(super) fn carry_over(&self, path: &str, sha256: &str) -> bool {
        let Some((written, identity)) = self.last.find(path, sha256) else {
            return false;
        };
        self.enter(path.to_owned(), written, StagedPlace::in_output(identity));
        true
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
        if !all.all(|(path, sha256)| self.last.find(path, sha256).is_some()) {
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
