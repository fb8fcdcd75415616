//! The disk as it is read: one seam, with a twin in memory for tests.

#![allow(
    clippy::disallowed_methods,
    reason = "what a portal's authors wrote is read here"
)]

use std::ffi::OsStr;
use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::Path;
use walkdir::WalkDir;

/// What is at a path, links not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EntryKind {
    /// A regular file.
    File,
    Folder,
    /// A symbolic link, whatever it leads to.
    Link,
    /// A FIFO, a socket or a device.
    Special,
}

impl EntryKind {
    fn of(kind: FileType) -> EntryKind {
        if kind.is_symlink() {
            EntryKind::Link
        } else if kind.is_dir() {
            EntryKind::Folder
        } else if kind.is_file() {
            EntryKind::File
        } else {
            EntryKind::Special
        }
    }
}

/// An entry below a folder that is walked.
#[derive(Debug)]
pub(crate) struct WalkEntry<'p> {
    pub(crate) path: &'p Path,
    pub(crate) kind: EntryKind,
}

impl WalkEntry<'_> {
    /// Returns the last part of its path; what is not UTF-8 in it is replaced by U+FFFD.
    pub(crate) fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(OsStr::new(""));
        name.to_string_lossy().into_owned()
    }
}

/// A folder that could not be listed, or an entry of which nothing can be known.
#[derive(Debug)]
pub(crate) struct WalkError<'p> {
    /// Its path; that of the folder walked where the system does not say.
    pub(crate) path: &'p Path,
    pub(crate) error: io::Error,
}

/// Where a walk goes after an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WalkStep {
    /// Into it, where it is a folder.
    Into,
    Past,
    /// No further.
    Stop,
}

/// Decides at each entry, or error, where a walk goes on.
pub(crate) type Visitor<'v> = dyn FnMut(Result<WalkEntry<'_>, WalkError<'_>>) -> WalkStep + 'v;

/// Why a file is not read whole: it is larger than is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is larger than a file that is read whole may be")]
pub(crate) struct TooLarge;

impl TooLarge {
    /// Whether this is why a file was not read.
    pub(crate) fn is_cause(error: &io::Error) -> bool {
        error.get_ref().is_some_and(|inner| inner.is::<TooLarge>())
    }
}

/// Reads files and lists folders.
pub(crate) trait Disk: Sync {
    /// Returns the bytes of a file.
    ///
    /// # Errors
    /// When it cannot be read, or is a folder, FIFO, socket or device.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Returns the bytes of a file that has no more than `most`.
    ///
    /// # Errors
    /// As [`Disk::read`]; [`TooLarge`] where it has more.
    fn read_within(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        if self.size(path)? > most {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, TooLarge));
        }
        self.read(path)
    }

    /// Opens a file to be read bit by bit.
    ///
    /// # Errors
    /// As [`Disk::read`].
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>>;

    /// Checks that something can be known of what is at a path.
    ///
    /// # Errors
    /// When nothing is there, or the system does not say.
    fn check(&self, path: &Path) -> io::Result<()>;

    /// Returns the size of a file in bytes.
    ///
    /// # Errors
    /// When it could not be read.
    fn size(&self, path: &Path) -> io::Result<u64>;

    /// Whether anything is at a path, or a link leads to something from there.
    fn exists(&self, path: &Path) -> bool;

    /// Whether a folder is at a path, or a link leads to one from there.
    fn is_folder(&self, path: &Path) -> bool;

    /// Whether a symbolic link is at a path.
    fn is_link(&self, path: &Path) -> bool;

    /// Visits what is below a folder, in the order of names, each folder before what is in it. Links are not followed.
    fn walk(&self, folder: &Path, visit: &mut Visitor<'_>);
}

/// The disk of the system.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LocalDisk;

/// Refuses what is no file: to open a FIFO is to wait until somebody writes to it.
fn refuse_special(path: &Path) -> io::Result<fs::Metadata> {
    let known = fs::metadata(path)?;
    if known.is_file() {
        return Ok(known);
    }
    Err(io::Error::new(
        io::ErrorKind::InvalidInput,
        "not a file: a folder, FIFO, socket or device",
    ))
}

impl Disk for LocalDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        refuse_special(path)?;
        fs::read(path)
    }

    fn read_within(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        if refuse_special(path)?.len() > most {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, TooLarge));
        }
        fs::read(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        refuse_special(path)?;
        Ok(Box::new(File::open(path)?))
    }

    fn check(&self, path: &Path) -> io::Result<()> {
        fs::metadata(path).map(drop)
    }

    fn size(&self, path: &Path) -> io::Result<u64> {
        let known = fs::metadata(path)?;
        if known.is_file() {
            Ok(File::open(path)?.metadata()?.len())
        } else {
            Ok(known.len())
        }
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn is_link(&self, path: &Path) -> bool {
        path.is_symlink()
    }

    fn walk(&self, folder: &Path, visit: &mut Visitor<'_>) {
        let walk = WalkDir::new(folder).min_depth(1).sort_by_file_name();
        let mut entries = walk.into_iter();
        while let Some(entry) = entries.next() {
            let (step, is_folder) = match entry {
                Ok(entry) => {
                    let kind = EntryKind::of(entry.file_type());
                    let path = entry.path();
                    (
                        visit(Ok(WalkEntry { path, kind })),
                        kind == EntryKind::Folder,
                    )
                }
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_owned();
                    let error = error.into();
                    (visit(Err(WalkError { path: &path, error })), false)
                }
            };
            match step {
                WalkStep::Stop => return,
                WalkStep::Past if is_folder => entries.skip_current_dir(),
                WalkStep::Past | WalkStep::Into => {}
            }
        }
    }
}

/// A disk in memory, for tests: files by their whole paths.
#[cfg(test)]
#[derive(Debug, Default)]
pub(crate) struct MemoryDisk {
    files: std::collections::BTreeMap<std::path::PathBuf, Vec<u8>>,
}

#[cfg(test)]
impl MemoryDisk {
    /// Returns a disk that holds these files under a root; folders are those that files are in.
    pub(crate) fn of(root: &Path, files: &[(&str, &str)]) -> MemoryDisk {
        MemoryDisk {
            files: (files.iter())
                .map(|(path, text)| (root.join(path), text.as_bytes().to_vec()))
                .collect(),
        }
    }

    fn file(&self, path: &Path) -> io::Result<&Vec<u8>> {
        let absent = || io::Error::from(io::ErrorKind::NotFound);
        self.files.get(path).ok_or_else(absent)
    }
}

#[cfg(test)]
impl Disk for MemoryDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.file(path).cloned()
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        Ok(Box::new(io::Cursor::new(self.file(path)?.clone())))
    }

    fn check(&self, path: &Path) -> io::Result<()> {
        if self.exists(path) {
            return Ok(());
        }
        Err(io::ErrorKind::NotFound.into())
    }

    fn size(&self, path: &Path) -> io::Result<u64> {
        self.file(path).map(|bytes| bytes.len() as u64)
    }

    fn exists(&self, path: &Path) -> bool {
        self.files.contains_key(path) || self.is_folder(path)
    }

    fn is_folder(&self, path: &Path) -> bool {
        let inside = |file: &&std::path::PathBuf| file.starts_with(path) && *file != path;
        self.files.keys().any(|file| inside(&file))
    }

    fn is_link(&self, _: &Path) -> bool {
        false
    }

    fn walk(&self, folder: &Path, visit: &mut Visitor<'_>) {
        let mut past: Option<std::path::PathBuf> = None;
        let mut seen = std::collections::BTreeSet::new();
        for file in self.files.keys().filter(|file| file.starts_with(folder)) {
            let mut above: Vec<&Path> = (file.ancestors())
                .take_while(|path| *path != folder)
                .collect();
            above.reverse();
            for path in above {
                if past.as_ref().is_some_and(|past| path.starts_with(past)) {
                    break;
                }
                let kind = if path == file {
                    EntryKind::File
                } else {
                    EntryKind::Folder
                };
                if !seen.insert(path.to_owned()) {
                    continue;
                }
                match visit(Ok(WalkEntry { path, kind })) {
                    WalkStep::Stop => return,
                    WalkStep::Past if kind == EntryKind::Folder => past = Some(path.to_owned()),
                    WalkStep::Past | WalkStep::Into => {}
                }
            }
        }
    }
}
