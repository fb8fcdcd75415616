//! What is put into a folder that is there, entry by entry. A kill may come in between; so a list stands in the folder first, by which the
//! next order knows what it may replace: what is, byte for byte, as the list has it. Whatever somebody wrote since is theirs.

use crate::diag::Fatal;
use crate::stage::{self, sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that holds what the program keeps of a portal.
const KEPT: &str = ".tragaluz";

/// The list in it.
const FILE: &str = "new";

/// How names of files begin there that were not whole.
const UNFINISHED: &str = ".tragaluz-";

/// The list of a folder; it may be empty.
pub(super) struct PlacingList {
    dir: PathBuf,
    /// Checksums that a file may have, by its path from the folder: of this order, and of those that were cut off before.
    sums: BTreeMap<String, BTreeSet<String>>,
}

impl PlacingList {
    /// Reads the list of a folder.
    pub(super) fn read(dir: &Path) -> PlacingList {
        let mut list = PlacingList {
            dir: dir.to_owned(),
            sums: BTreeMap::new(),
        };
        let bytes = stage::read(&dir.join(KEPT), FILE).unwrap_or_default();
        for line in String::from_utf8_lossy(&bytes).lines() {
            if let Some((sum, path)) = line.split_once(' ') {
                list.add(path, sum);
            }
        }
        list
    }

    fn add(&mut self, path: &str, sum: &str) {
        let sums = self.sums.entry(path.to_owned()).or_default();
        sums.insert(sum.to_owned());
    }

    /// Writes the list with these files in it, too. It is on the disk when this comes back.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write(&mut self, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Fatal> {
        for (path, bytes) in files {
            self.add(path, &sha256(bytes));
        }
        let lines = self.sums.iter();
        let lines = lines.flat_map(|(path, sums)| sums.iter().map(move |sum| (sum, path)));
        let text: String = lines.map(|(sum, path)| format!("{sum} {path}\n")).collect();
        let folder = self.dir.join(KEPT);
        stage::create_folders(&folder).map_err(Fatal::io("creating", &folder))?;
        stage::replace(&folder.join(FILE), text.as_bytes())
    }

    /// Whether an entry of the folder is the program's: all that is in it is as the list has it, or it holds nothing but the list.
    pub(super) fn holds(&self, name: &str) -> bool {
        let entry = self.dir.join(name);
        if name == KEPT {
            let is_own = |name: &str| name == FILE || name.starts_with(UNFINISHED);
            let entries = fs::read_dir(&entry).into_iter().flatten();
            return entry.is_dir()
                && entries
                    .into_iter()
                    .all(|one| one.is_ok_and(|one| is_own(&one.file_name().to_string_lossy())));
        }
        let names: BTreeSet<&str> = self.names().collect();
        names.contains(name) && self.holds_all(name)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.sums.keys().filter_map(|path| path.split('/').next())
    }

    /// Whether every file at this path, or below it, is as the list has it.
    fn holds_all(&self, path: &str) -> bool {
        let full = self.dir.join(path);
        let Ok(found) = fs::symlink_metadata(&full) else {
            return false;
        };
        if !found.is_dir() {
            let sum = stage::read(&self.dir, path).map(|bytes| sha256(&bytes));
            let known = self.sums.get(path);
            return found.is_file() && sum.is_ok_and(|sum| known.is_some_and(|k| k.contains(&sum)));
        }
        let Ok(mut entries) = fs::read_dir(&full) else {
            return false;
        };
        entries.all(|entry| {
            let name = entry.map(|entry| entry.file_name());
            name.is_ok_and(|name| self.holds_all(&format!("{path}/{}", name.to_string_lossy())))
        })
    }

    /// Moves what the list holds of the folder into another one, which goes with the run.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn clear_into(&self, other: &Path) -> Result<(), Fatal> {
        let names: BTreeSet<&str> = self.names().collect();
        for name in names {
            let from = self.dir.join(name);
            if self.holds_all(name) {
                tragaluz_disk::create_folders(other).map_err(Fatal::io("creating", other))?;
                tragaluz_disk::rename(&from, &other.join(name))
                    .map_err(Fatal::io("renaming", &from))?;
            } else if fs::symlink_metadata(&from).is_ok() {
                // It came since the folder was looked at.
                let args = vec![("dir", self.dir.display().to_string().into())];
                return Err(Fatal::wrong_command("dir-not-empty", args));
            }
        }
        Ok(())
    }

    /// Removes the list, once there is nothing to be replaced.
    pub(super) fn remove(&self) {
        // What is left of it says only what is there anyway.
        let folder = self.dir.join(KEPT);
        let _ = tragaluz_disk::remove_file(&folder.join(FILE));
        let _ = tragaluz_disk::remove_folder(&folder);
    }
}
