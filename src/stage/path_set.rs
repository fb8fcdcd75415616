//! Paths that are in use. Two that differ only by case or by how an accent is written are one: on some disks they
//! would be one file.

use super::{MARKER, SUMS, Staging};
use crate::diag::Fatal;
use crate::text::names::{is_plain, key};
use std::collections::{BTreeMap, BTreeSet};
use tragaluz_disk::DiskFile;

/// The addresses of an output being made.
#[derive(Debug)]
pub(super) struct PathSet {
    /// Paths of files by their keys; none where the path is its key, as nearly all are.
    files: BTreeMap<String, Option<Box<str>>>,
    /// Keys of folders.
    folders: BTreeSet<String>,
    /// Those that were wanted again: the path of the second, and of the first.
    twice: BTreeSet<(String, String)>,
}

impl Default for PathSet {
    /// The list of checksums and its marker are written last, but nothing else may be in their place.
    fn default() -> PathSet {
        let (folders, twice) = Default::default();
        let files = [SUMS, MARKER]
            .map(|name| (key(name), Some(name.into())))
            .into();
        PathSet {
            files,
            folders,
            twice,
        }
    }
}

impl PathSet {
    /// The file, or the folder, that keeps a file from standing at this path.
    fn holder(&self, path: &str) -> Option<String> {
        let key = key(path);
        if let Some(first) = self.file(&key) {
            return Some(first.to_owned());
        }
        if self.folders.contains(&key) {
            return Some(format!("{path}/"));
        }
        let folders = key.match_indices('/').map(|(at, _)| &key[..at]);
        folders
            .into_iter()
            .find_map(|folder| self.file(folder))
            .map(str::to_owned)
    }

    /// The path of the file that has this key.
    fn file<'a>(&'a self, key: &'a str) -> Option<&'a str> {
        let path = self.files.get(key)?;
        Some(path.as_deref().unwrap_or(key))
    }

    /// Enters a path, unless something is in its way.
    fn take(&mut self, path: &str) -> bool {
        if let Some(first) = self.holder(path) {
            self.twice.insert((path.to_owned(), first));
            return false;
        }
        let key = key(path);
        for (at, _) in key.match_indices('/').collect::<Vec<_>>().into_iter().rev() {
            if !self.folders.insert(key[..at].to_owned()) {
                break;
            }
        }
        let other = (key != path).then(|| path.into());
        self.files.insert(key, other);
        true
    }
}

impl Staging {
    /// Takes an address; false where it is taken already, which is remembered.
    ///
    /// # Errors
    /// When the path is not a plain relative one.
    pub(super) fn take(&self, path: &str) -> Result<bool, Fatal> {
        if !is_plain(path) {
            return Err(Fatal::fault(format_args!("path {}", path.escape_debug())));
        }
        Ok(self
            .addresses
            .lock()
            .expect("no writer panicked")
            .take(path))
    }

    /// What keeps a file from standing at this address: another file's path, or a folder's with `/` at its end.
    pub(crate) fn holder_of(&self, path: &str) -> Option<String> {
        self.addresses
            .lock()
            .expect("no writer panicked")
            .holder(path)
    }

    /// Returns the paths that something wanted which others had by then: the path wanted, and the path that was there.
    pub(crate) fn wanted_twice(&self) -> Vec<(String, String)> {
        self.addresses
            .lock()
            .expect("no writer panicked")
            .twice
            .iter()
            .cloned()
            .collect()
    }

    /// A file that is no part of the output and is gone once it is closed.
    pub(super) fn nowhere(&self) -> Result<DiskFile, Fatal> {
        DiskFile::nameless_in(self.work.path()).map_err(Fatal::io("writing in", self.work.path()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn an_address_is_written_once_on_every_disk() {
        let home = tempfile::tempdir().unwrap();
        let staging = Staging::beside(&home.path().join("public")).unwrap();
        for path in ["a/Foto.png", "niño.txt", "robots.txt"] {
            staging.write(path, b"first").unwrap();
        }
        for path in [
            "a/foto.PNG",
            "nin\u{303}o.txt",
            "A",
            "robots.txt",
            "robots.txt/x",
        ] {
            staging.write(path, b"second").unwrap();
            let mut bit_by_bit = staging.create(path).unwrap();
            bit_by_bit.write_all(b"third").unwrap();
            bit_by_bit.finish().unwrap();
        }
        let twice = staging.wanted_twice();
        let expected = [
            ("A", "A/"),
            ("a/foto.PNG", "a/Foto.png"),
            ("nin\u{303}o.txt", "niño.txt"),
            ("robots.txt", "robots.txt"),
            ("robots.txt/x", "robots.txt"),
        ];
        assert_eq!(
            twice,
            expected.map(|(path, first)| (path.to_owned(), first.to_owned()))
        );
        assert_eq!(
            staging.manifest().keys().collect::<Vec<_>>(),
            ["a/Foto.png", "niño.txt", "robots.txt"]
        );
        assert_eq!(
            std::fs::read(staging.path_of("robots.txt")).unwrap(),
            b"first"
        );
    }
}
