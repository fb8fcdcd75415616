//! A copy in a folder.

use super::copy_reader::{CopyReader, OpenFault, unreadable};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::source::disk::{Disk, EntryKind, LocalDisk, WalkEntry, WalkStep};
use crate::stage::{MARKER, SIGNATURE, SUMS};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Folders of version control, which may hold any number of files and are nobody's to publish.
const REPOSITORIES: [&str; 3] = [".git", ".hg", ".svn"];

/// A folder and what is in it.
#[derive(Debug)]
pub(super) struct CopyFolder {
    root: PathBuf,
    /// Everything below the folder, links not followed, by its path with `/`.
    entries: BTreeMap<String, EntryKind>,
}

impl CopyFolder {
    /// Lists a folder. What cannot be listed in it is a finding.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn open(root: &Path, sink: &mut Sink) -> Result<CopyFolder, Fatal> {
        if !LocalDisk.is_folder(root) {
            let dir = root.display().to_string();
            return Err(Fatal::wrong_command("no-copy", vec![("dir", dir.into())]));
        }
        let mut entries = BTreeMap::new();
        LocalDisk.walk(root, &mut |visited| match visited {
            Ok(entry) => {
                let name = entry.name();
                let is_repository = REPOSITORIES.contains(&&*name);
                if let Some(path) = path_in(root, &entry).filter(|_| !is_repository) {
                    entries.insert(path, entry.kind);
                }
                if is_repository {
                    WalkStep::Past
                } else {
                    WalkStep::Into
                }
            }
            Err(fault) => {
                let place = Place::file(fault.path.display().to_string());
                sink.push(unreadable(&fault.error, "listing").at(place));
                WalkStep::Into
            }
        });
        Ok(CopyFolder {
            root: root.to_owned(),
            entries,
        })
    }
}

impl CopyReader for CopyFolder {
    fn open(&self, path: &str) -> Result<Box<dyn Read>, OpenFault> {
        match self.entries.get(path) {
            Some(EntryKind::File) => LocalDisk
                .open(&self.root.join(path))
                .map_err(OpenFault::Unreadable),
            Some(EntryKind::Link) => Err(OpenFault::Link),
            Some(EntryKind::Folder | EntryKind::Special) => Err(OpenFault::Special),
            None => {
                let mut above = above(path);
                let leads = above.any(|folder| self.entries.get(folder) == Some(&EntryKind::Link));
                Err(if leads {
                    OpenFault::Link
                } else {
                    OpenFault::Absent
                })
            }
        }
    }

    fn has(&self, path: &str) -> bool {
        self.entries.get(path) == Some(&EntryKind::File)
    }

    fn paths(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        let files = self.entries.iter();
        let files = files.filter(|(_, kind)| **kind == EntryKind::File);
        Box::new(files.map(|(path, _)| path.as_str()))
    }

    /// Names what is in the folder and not in its list: a folder of which nothing is listed once. What begins with a dot
    /// is passed over.
    fn tell_unlisted(&self, listed: &BTreeMap<String, String>, sink: &mut Sink) {
        let listed_folders: BTreeSet<&str> = listed.keys().flat_map(|p| above(p)).collect();
        let mut told: Option<String> = None;
        for (path, kind) in &self.entries {
            let is_folder = *kind == EntryKind::Folder;
            let is_ours = listed.contains_key(path)
                || is_folder && listed_folders.contains(path.as_str())
                || is_about_list(path);
            let is_hidden = path.split('/').any(|part| part.starts_with('.'));
            let is_inside = told.as_ref().is_some_and(|told| path.starts_with(told));
            if is_ours || is_hidden || is_inside {
                continue;
            }
            let name = if is_folder {
                format!("{path}/")
            } else {
                path.clone()
            };
            sink.push(Diagnostic::new(&codes::COPY_FILE_UNLISTED).at(Place::file(&name)));
            told = is_folder.then_some(name);
        }
    }
}

/// Returns whether a file belongs to the list of checksums, which does not name it.
fn is_about_list(path: &str) -> bool {
    [SUMS, MARKER, SIGNATURE].contains(&path)
}

/// Returns the path of an entry in the folder, with `/`; none of the folder itself.
fn path_in(root: &Path, entry: &WalkEntry<'_>) -> Option<String> {
    let path = entry.path.strip_prefix(root).ok()?;
    let parts = path.components().map(|part| part.as_os_str());
    let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// Returns the folders above a path.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
