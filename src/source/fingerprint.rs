//! What is in a portal's folder, told by what the system says of each file: a run that finds it as the last one did need not
//! read any of it.
//!
//! On Unix nobody can write to a file and keep the time of its last touch. One that was touched so shortly before it was looked
//! at that it could have been written again within the same moment is known by its bytes, as is every file elsewhere.

#![allow(
    clippy::disallowed_methods,
    reason = "what a portal's authors wrote is looked at here"
)]

use crate::stage::{HashingWriter, Identity};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Nanoseconds for which a file's time may stay the same though it is written again: a clock's coarsest tick, twice.
const UNSURE: i128 = 4_000_000_000;

/// What is in a folder, links followed.
#[derive(Debug, Clone, Default)]
pub(crate) struct FolderListing {
    root: PathBuf,
    /// By their paths in the system's own bytes; none is what is no file.
    entries: BTreeMap<Vec<u8>, Option<Identity>>,
}

/// How a folder's content is known again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fingerprint(BTreeMap<Vec<u8>, EntryMark>);

/// How an entry is known again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum EntryMark {
    /// It is no file.
    Other,
    Identity(Identity),
    Bytes([u8; 32]),
}

/// The bytes of a folder's files, by their hashes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileHashes(BTreeMap<Vec<u8>, Option<FileHash>>);

/// The hash of a file's bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FileHash {
    bytes: [u8; 32],
    /// How the file is known, where nobody can have written to it since without that being seen.
    identity: Option<Identity>,
}

impl FileHashes {
    /// Returns each entry's path with its hash; none of what is no file.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        self.0.iter().map(|(path, file)| {
            let hash = file.as_ref().map_or(&[][..], |file| &file.bytes);
            (path.as_slice(), hash)
        })
    }
}

impl FolderListing {
    /// Returns the hashes of all entries but those that `is_read` names, by what an earlier run knew of them, as far as they
    /// are as they were. `now` is as for [`FolderListing::fingerprint`].
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(crate) fn hashes(
        &self,
        before: &FileHashes,
        now: &Identity,
        is_read: impl Fn(&[u8]) -> bool + Sync,
    ) -> io::Result<FileHashes> {
        let others = self.entries.par_iter().filter(|(path, _)| !is_read(path));
        let hashes = others.map(|(path, found)| {
            let Some(found) = found else {
                return Ok((path.clone(), None));
            };
            let known = before.0.get(path).and_then(Option::as_ref);
            let known = known.filter(|known| known.identity == Some(*found));
            let bytes = match known {
                Some(known) => known.bytes,
                None => self.hash(path)?,
            };
            let identity = Some(*found).filter(|found| found.is_settled(now, UNSURE));
            Ok((path.clone(), Some(FileHash { bytes, identity })))
        });
        hashes.collect::<io::Result<_>>().map(FileHashes)
    }

    /// Returns the paths of all entries, in the system's own bytes.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.keys().map(Vec::as_slice)
    }

    /// Lists a portal's folder without what is not its authors': `others` are names in it, or paths.
    ///
    /// # Errors
    /// When something in it cannot be looked at.
    pub(crate) fn of(root: &Path, others: &[PathBuf]) -> io::Result<FolderListing> {
        let mut entries = BTreeMap::new();
        let others: Vec<PathBuf> = others.iter().map(|other| root.join(other)).collect();
        let walk = WalkDir::new(root).min_depth(1).follow_links(true);
        let own = |entry: &walkdir::DirEntry| {
            let is_other = others.iter().any(|other| entry.path() == other);
            !(is_other || entry.depth() == 1 && entry.file_name() == ".git")
        };
        for entry in walk.into_iter().filter_entry(own) {
            let entry = entry?;
            let found = entry.metadata()?;
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let identity = found.is_file().then(|| Identity::of(&found));
            entries.insert(path.as_os_str().as_encoded_bytes().to_vec(), identity);
        }
        Ok(FolderListing {
            root: root.to_owned(),
            entries,
        })
    }

    /// Whether the folder is as it was. A file that cannot be read is not.
    pub(crate) fn is(&self, before: &Fingerprint) -> bool {
        let all = self.entries.par_iter();
        self.entries.len() == before.0.len()
            && all.all(|(path, found)| match (before.0.get(path), found) {
                (Some(EntryMark::Other), None) => true,
                (Some(EntryMark::Identity(known)), Some(now)) => known == now,
                (Some(EntryMark::Bytes(known)), Some(_)) => {
                    self.hash(path).is_ok_and(|hash| hash == *known)
                }
                _ => false,
            })
    }

    /// How the folder will be known again; `now` is the time at which it was listed, as the disk tells it.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(crate) fn fingerprint(&self, now: &Identity) -> io::Result<Fingerprint> {
        let marks = self.entries.par_iter().map(|(path, found)| {
            let mark = match found {
                None => EntryMark::Other,
                Some(found) if found.is_settled(now, UNSURE) => EntryMark::Identity(*found),
                Some(_) => EntryMark::Bytes(self.hash(path)?),
            };
            Ok((path.clone(), mark))
        });
        marks.collect::<io::Result<_>>().map(Fingerprint)
    }

    fn hash(&self, path: &[u8]) -> io::Result<[u8; 32]> {
        // Only a path that is text is found again on every system.
        let path = std::str::from_utf8(path).map_err(|_| io::ErrorKind::InvalidFilename)?;
        let mut hash = HashingWriter::<_, Sha256>::new(io::sink());
        io::copy(&mut File::open(self.root.join(path))?, &mut hash)?;
        Ok(hash.finish().1.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::time::{Duration, SystemTime};

    fn later(file: &Path, seconds: u64) -> Identity {
        let now = SystemTime::now() + Duration::from_secs(seconds);
        let handle = File::options().write(true).open(file).unwrap();
        handle.set_modified(now).unwrap();
        Identity::of(&fs::metadata(file).unwrap())
    }

    #[test]
    fn a_folder_is_known_until_something_in_it_changes() {
        type Change = fn(&Path);
        let changes: [(bool, Change); 8] = [
            (true, |_| {}),
            (true, |root| {
                fs::write(root.join("public/x"), "other").unwrap();
            }),
            (false, |root| fs::write(root.join("a/one"), "ONE").unwrap()),
            (false, |root| fs::remove_file(root.join("a/one")).unwrap()),
            (false, |root| fs::write(root.join("a/two"), "").unwrap()),
            (false, |root| fs::create_dir(root.join("b")).unwrap()),
            (false, |root| {
                fs::rename(root.join("a/one"), root.join("a/two")).unwrap();
            }),
            (false, |root| {
                let time = fs::metadata(root.join("a/one"))
                    .unwrap()
                    .modified()
                    .unwrap();
                fs::write(root.join("a/one"), "eno").unwrap();
                let file = File::options().write(true).open(root.join("a/one"));
                file.unwrap().set_modified(time).unwrap();
            }),
        ];
        for (at, (is_same, change)) in changes.into_iter().enumerate() {
            for seconds in [0, 100] {
                let home = tempfile::tempdir().unwrap();
                let root = home.path().join("portal");
                fs::create_dir_all(root.join("a")).unwrap();
                fs::create_dir_all(root.join("public")).unwrap();
                fs::write(root.join("a/one"), "one").unwrap();
                fs::write(home.path().join("now"), "").unwrap();
                let listed = || FolderListing::of(&root, &["public".into()]).unwrap();
                let now = later(&home.path().join("now"), seconds);
                let before = listed().fingerprint(&now).unwrap();
                change(&root);
                let now = listed();
                assert_eq!(now.is(&before), is_same, "change {at}, {seconds} s later");
            }
        }
    }
}
