//! What of a folder is the program's: the files that its list of checksums names, while the marker beside that list
//! holds the list's own hash. Everything else is a stranger, and stays.

use super::{SIGNATURE, SUMS, is_plain, sha256};
use crate::diag::Fatal;
use crate::text::names::key;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The file that makes an output the program's own: a list of checksums alone may be anybody's.
pub(crate) const MARKER: &str = ".tragaluz.json";

/// What the marker says.
#[derive(Debug, Serialize, Deserialize)]
struct MarkerFile {
    made_by: String,
    /// The SHA-256 of the list of checksums beside it.
    sums_sha256: String,
}

/// The bytes of the marker for a list of checksums.
pub(crate) fn marker(sums: &[u8]) -> Vec<u8> {
    let marker = MarkerFile {
        made_by: "tragaluz".to_owned(),
        sums_sha256: sha256(sums),
    };
    let mut bytes = serde_json::to_vec(&marker).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Returns the SHA-256 of the list that a marker was written for; none where it is no marker.
pub(crate) fn sums_of_marker(marker: &[u8]) -> Option<String> {
    let marker: MarkerFile = serde_json::from_slice(marker).ok()?;
    Some(marker.sums_sha256)
}

/// Why nothing of a folder is known to be the program's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OwnershipFault {
    /// It has no list and no marker.
    Neither,
    /// It has a list and no marker: an earlier version's output, or another program's. The list is what it is.
    NoMarker(BTreeMap<String, String>),
    /// The marker belongs to another list than the one that is there, or to none.
    Differ,
}

/// Files of an output, by their paths with their checksums.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListedFiles {
    files: BTreeMap<String, String>,
    /// The folders above them.
    folders: BTreeSet<String>,
    /// Whether the list and its marker are there.
    is_present: bool,
}

/// Returns the bytes of a file; none of what is no ordinary one, or cannot be read.
fn bytes_of(path: &Path) -> Option<Vec<u8>> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    is_file.then(|| fs::read(path).ok()).flatten()
}

impl ListedFiles {
    /// Reads what a folder's list says.
    ///
    /// # Errors
    /// When there is none that is known to be the program's.
    pub(crate) fn of(folder: &Path) -> Result<ListedFiles, OwnershipFault> {
        ListedFiles::told([SUMS, MARKER].map(|name| bytes_of(&folder.join(name))))
    }

    /// Reads what a list says, where its marker belongs to it.
    ///
    /// # Errors
    /// When it is not known to be the program's.
    pub(crate) fn told(both: [Option<Vec<u8>>; 2]) -> Result<ListedFiles, OwnershipFault> {
        let (sums, marker) = match both {
            [None, None] => return Err(OwnershipFault::Neither),
            [Some(sums), None] => return Err(OwnershipFault::NoMarker(lines(&sums))),
            [None, Some(_)] => return Err(OwnershipFault::Differ),
            [Some(sums), Some(marker)] => (sums, marker),
        };
        let marker: MarkerFile =
            serde_json::from_slice(&marker).map_err(|_| OwnershipFault::Differ)?;
        if marker.sums_sha256 != sha256(&sums) {
            return Err(OwnershipFault::Differ);
        }
        let files = lines(&sums);
        let folders = files
            .keys()
            .flat_map(|path| folders_of(path))
            .map(str::to_owned)
            .collect();
        Ok(ListedFiles {
            files,
            folders,
            is_present: true,
        })
    }

    /// The files with their checksums; the list itself and its marker are not among them.
    pub(crate) fn files(&self) -> &BTreeMap<String, String> {
        &self.files
    }

    /// The folders above them.
    pub(crate) fn folders(&self) -> &BTreeSet<String> {
        &self.folders
    }

    /// Whether a file of this path is the program's. A signature belongs to its list, whoever signed it.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
            || self.is_present && [SUMS, MARKER, SIGNATURE].contains(&path)
    }

    /// Whether a folder of this path holds some of them.
    pub(crate) fn has_folder(&self, path: &str) -> bool {
        self.folders.contains(path)
    }
}

/// The lines of a list of checksums; those that name no plain path count for nothing.
fn lines(sums: &[u8]) -> BTreeMap<String, String> {
    let text = String::from_utf8_lossy(sums);
    let entries = text.lines().filter_map(|line| line.split_once("  "));
    entries
        .filter(|(_, path)| is_plain(path))
        .map(|(sum, path)| (path.to_owned(), sum.to_owned()))
        .collect()
}

/// The folders above a path, from the root on.
pub(crate) fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Something inside an output that the program did not make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stranger {
    /// Where it is, from the output's root.
    pub(crate) path: PathBuf,
    /// The same to be shown, with `/`.
    pub(crate) name: String,
    /// Whether it is a folder.
    pub(crate) is_folder: bool,
    /// Whether it is named by the folder it is in, which is a stranger too.
    pub(crate) is_inside: bool,
}

/// Everything inside an output that the program did not make, folders before what is in them.
///
/// # Errors
/// When a folder cannot be listed, or is another disk: what is in it could not be carried over.
pub(crate) fn strangers(out: &Path, listed: &ListedFiles) -> Result<Vec<Stranger>, Fatal> {
    let search = StrangerSearch {
        out,
        listed,
        disk: disk_of(out),
    };
    let mut found = search.look(Path::new(""), Some(""))?;
    // By the names of folders, one after the other: what is in a folder follows it.
    found.sort_by(|a, b| a.path.cmp(&b.path));
    // The last one that is inside no other.
    let mut outer: Option<PathBuf> = None;
    for stranger in &mut found {
        stranger.is_inside = outer
            .as_ref()
            .is_some_and(|outer| stranger.path.starts_with(outer));
        if !stranger.is_inside {
            outer = Some(stranger.path.clone());
        }
    }
    Ok(found)
}

/// What is looked through for strangers.
struct StrangerSearch<'a> {
    out: &'a Path,
    listed: &'a ListedFiles,
    /// The output's own.
    disk: Option<u64>,
}

/// A folder that is looked through next: its path, and the same as text with `/`, where it is text.
type FolderAhead = (PathBuf, Option<String>);

impl StrangerSearch<'_> {
    /// Looks through a folder and those in it, side by side. `name` is its path with `/` at its end, where that is text.
    fn look(&self, folder: &Path, name: Option<&str>) -> Result<Vec<Stranger>, Fatal> {
        let full = self.out.join(folder);
        let refused = |error: io::Error| unlistable(&full, &error);
        let (mut found, mut ahead) = (Vec::new(), Vec::<FolderAhead>::new());
        for entry in fs::read_dir(&full).map_err(refused)? {
            let entry = entry.map_err(refused)?;
            let kind = entry.file_type().map_err(refused)?;
            let own = entry.file_name();
            let name = name
                .zip(own.to_str())
                .map(|(folder, own)| format!("{folder}{own}"));
            let is_ours = name.as_deref().is_some_and(|name| {
                kind.is_file() && self.listed.has(name)
                    || kind.is_dir() && self.listed.has_folder(name)
            });
            if !is_ours {
                found.push(self.stranger(folder.join(&own), kind.is_dir())?);
            }
            if kind.is_dir() {
                ahead.push((folder.join(&own), name.map(|name| name + "/")));
            }
        }
        let inside: Vec<Vec<Stranger>> = ahead
            .par_iter()
            .map(|(path, name)| self.look(path, name.as_deref()))
            .collect::<Result<_, _>>()?;
        found.extend(inside.into_iter().flatten());
        Ok(found)
    }

    /// Returns a stranger, of which it is not known yet what it is in.
    fn stranger(&self, path: PathBuf, is_folder: bool) -> Result<Stranger, Fatal> {
        let full = self.out.join(&path);
        if is_folder && disk_of(&full) != self.disk {
            let shown = full.display().to_string();
            return Err(Fatal::output(
                "output-other-disk",
                vec![("dir", shown.into())],
            ));
        }
        Ok(Stranger {
            name: slashed(&path),
            path,
            is_folder,
            is_inside: false,
        })
    }
}

fn unlistable(path: &Path, error: &io::Error) -> Fatal {
    let path = path.display().to_string();
    Fatal::output_io("output-unlistable", vec![("dir", path.into())], error)
}

#[cfg(unix)]
fn disk_of(path: &Path) -> Option<u64> {
    fs::symlink_metadata(path)
        .ok()
        .map(|found| std::os::unix::fs::MetadataExt::dev(&found))
}

#[cfg(not(unix))]
fn disk_of(_path: &Path) -> Option<u64> {
    None
}

/// A path from the output's root with `/`.
pub(crate) fn slashed(path: &Path) -> String {
    path.components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// An address that the build wants, and the stranger that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Collision {
    pub(crate) address: String,
    /// The stranger's path.
    pub(crate) stranger: String,
}

/// Strangers at addresses that are wanted: there, above them, or below them. Names that differ by case or by how an accent
/// is written are one name to many systems.
pub(crate) fn taken<'a>(
    strangers: &[Stranger],
    wanted: impl Iterator<Item = &'a str>,
) -> Vec<Collision> {
    if strangers.is_empty() {
        return Vec::new();
    }
    let files: BTreeMap<String, &str> = wanted.map(|path| (key(path), path)).collect();
    let folders: BTreeMap<&str, &str> = files
        .iter()
        .flat_map(|(folded, path)| folders_of(folded).map(|folder| (folder, *path)))
        .collect();
    (strangers.iter())
        .filter_map(|stranger| {
            let name = key(&stranger.name);
            let address = (files.get(&name))
                .or_else(|| folders_of(&name).find_map(|folder| files.get(folder)))
                .or_else(|| folders.get(name.as_str()).filter(|_| !stranger.is_folder))?;
            Some(Collision {
                address: (*address).to_owned(),
                stranger: stranger.name.clone(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stranger(name: &str) -> Stranger {
        let is_folder = name.ends_with('/');
        let name = name.trim_end_matches('/').to_owned();
        Stranger {
            path: PathBuf::from(&name),
            name,
            is_folder,
            is_inside: false,
        }
    }

    #[test]
    fn strangers_are_in_the_way_at_above_and_below_an_address() {
        let wanted = ["robots.txt", "a/b/c.html", "d", "niño.txt"];
        let tried = |name: &str| {
            taken(&[stranger(name)], wanted.into_iter())
                .pop()
                .map(|taken| taken.address)
        };
        for (name, address) in [
            ("robots.txt", "robots.txt"),
            ("Robots.TXT", "robots.txt"),
            ("nin\u{303}o.txt", "niño.txt"),
            ("robots.txt/", "robots.txt"),
            ("a/b", "a/b/c.html"),
            ("A", "a/b/c.html"),
            ("d/notes/x.txt", "d"),
        ] {
            assert_eq!(tried(name).as_deref(), Some(address), "{name}");
        }
        for name in [
            "a/",
            "a/b/",
            "a/b/x.html",
            "CNAME",
            ".git/config",
            "robots.txt.bak",
            "a/b/c.htm",
        ] {
            assert_eq!(tried(name), None, "{name}");
        }
    }

    #[test]
    fn ours_are_the_listed_files_and_nothing_that_stands_in_their_place() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path();
        let write = |path: &str, text: &str| {
            fs::create_dir_all(out.join(path).parent().unwrap()).unwrap();
            fs::write(out.join(path), text).unwrap();
        };
        let sums = "0  a/b.html\n0  index.html\n0  ../x\n0  gone/c.txt\n0  now-a-folder\n";
        write(SUMS, sums);
        write(
            MARKER,
            std::str::from_utf8(&marker(sums.as_bytes())).unwrap(),
        );
        for path in [
            "a/b.html",
            "index.html",
            "a/own.txt",
            ".git/HEAD",
            ".git/objects/1",
            "now-a-folder/x",
            "CNAME",
        ] {
            write(path, "x");
        }
        fs::create_dir(out.join("empty")).unwrap();
        let listed = ListedFiles::of(out).unwrap();
        let found = strangers(out, &listed).unwrap();
        let shown: Vec<(&str, bool, bool)> = found
            .iter()
            .map(|s| (s.name.as_str(), s.is_folder, s.is_inside))
            .collect();
        assert_eq!(
            shown,
            [
                (".git", true, false),
                (".git/HEAD", false, true),
                (".git/objects", true, true),
                (".git/objects/1", false, true),
                ("CNAME", false, false),
                ("a/own.txt", false, false),
                ("empty", true, false),
                ("now-a-folder", true, false),
                ("now-a-folder/x", false, true),
            ]
        );
    }
}
