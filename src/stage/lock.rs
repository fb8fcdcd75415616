//! Whose temporary file or folder is whose. A run that is killed cannot tidy up: the next one removes what it left, and
//! nothing of anybody else. What is in use is locked for as long as it is, and the system lets go of the lock of whoever
//! dies.

use super::names::{NameSample, shown};
use crate::diag::refusal;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tragaluz_disk::{DiskFile, RANDOM_LETTERS, TemporaryFile, TemporaryFolder, flush_folder};

/// What a lock file holds once its folder may hold what somebody else put there.
const SHARED: &[u8] = b"shared\n";

/// How often another name is tried where a lock cannot be had.
const TRIES: usize = 20;

/// A folder's lock, held until it is dropped.
#[derive(Debug)]
pub(crate) struct FolderLock(TemporaryFile);

impl FolderLock {
    /// Notes that the folder may from now on hold what the program did not make, so that nobody removes it unseen.
    pub(crate) fn share(&mut self) -> io::Result<()> {
        self.0.write_all(SHARED)?;
        self.0.file().flush_to_disk()
    }
}

/// A new folder whose name begins so, and its lock. The lock comes first, so that nobody takes the folder for an
/// abandoned one; and is on the disk first where it `lasts`, for of a folder without a lock nobody knows whose it is.
pub(crate) fn claim(
    parent: &Path,
    prefix: &str,
    lasts: bool,
) -> io::Result<(TemporaryFolder, FolderLock)> {
    let lock = locked(parent, (prefix, ".lock"), TemporaryFile::private_within)?;
    if lasts {
        // Where the disk cannot tell that it has the name, it may still have it.
        let _ = flush_folder(parent);
    }
    let work = TemporaryFolder::at(&lock.path().with_extension(""))?;
    Ok((work, FolderLock(lock)))
}

/// A new file in a folder, locked as long as it is open.
pub(crate) fn locked(
    folder: &Path,
    affixes: (&str, &str),
    create: fn(&Path, (&str, &str)) -> io::Result<TemporaryFile>,
) -> io::Result<TemporaryFile> {
    let mut tries = 0;
    loop {
        let file = create(folder, affixes)?;
        // Where a disk knows no locks, nobody removes anything. Who sweeps may have come between making and locking it.
        let swept = matches!(file.file().try_lock(), Err(TryLockError::WouldBlock))
            || !file.path().exists();
        tries += 1;
        if !swept || tries == TRIES {
            return Ok(file);
        }
    }
}

/// A folder that a run left behind.
pub(crate) struct AbandonedFolder {
    pub(crate) path: PathBuf,
    /// Whether it may hold what the program did not make.
    pub(crate) is_shared: bool,
}

/// Hands the folders whose names begin so, and that nobody holds any more, to `remove`; their locks go when they are gone.
/// Folders and locks of other users stay.
pub(crate) fn sweep_folders(
    parent: &Path,
    prefix: &str,
    owner: &FolderLock,
    mut remove: impl FnMut(&AbandonedFolder),
) {
    let Ok(own) = owner.0.file().metadata() else {
        return;
    };
    let mut folders = Vec::new();
    for entry in entries(parent) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let letters = name
            .strip_prefix(prefix)
            .map(|letters| letters.strip_suffix(".lock").unwrap_or(letters));
        if letters.is_some_and(is_random) {
            folders.push(parent.join(name.strip_suffix(".lock").unwrap_or(&name)));
        }
    }
    folders.sort();
    folders.dedup();
    for path in folders {
        let found = fs::symlink_metadata(&path);
        // A link is not followed, and what is no folder is none of ours.
        if found
            .as_ref()
            .is_ok_and(|found| !found.is_dir() || !same_owner(found, &own))
        {
            continue;
        }
        remove_abandoned(path, &own, &mut remove);
    }
}

fn remove_abandoned(path: PathBuf, own: &Metadata, remove: &mut impl FnMut(&AbandonedFolder)) {
    let mut lock = path.as_os_str().to_owned();
    lock.push(".lock");
    let lock = PathBuf::from(lock);
    let is_lock =
        fs::symlink_metadata(&lock).map(|found| found.is_file() && same_owner(&found, own));
    match is_lock {
        Ok(true) => {
            let Ok(held) = File::open(&lock) else { return };
            if held.try_lock().is_err() {
                return;
            }
            let is_shared = io::read_to_string(&held).map_or(true, |text| !text.is_empty());
            if path.is_dir() {
                remove(&AbandonedFolder {
                    path: path.clone(),
                    is_shared,
                });
                // The folder's name goes before its lock's, on every disk.
                let _ = flush_folder(path.parent().unwrap_or(&path));
            }
            // What is left of the folder is looked at with care as long as there is no lock.
            if is_shared || !path.is_dir() {
                let _ = tragaluz_disk::remove_file(&lock);
            }
        }
        // Its lock goes last, so that without one nobody is at work.
        Err(error) if error.kind() == io::ErrorKind::NotFound => remove(&AbandonedFolder {
            path,
            is_shared: true,
        }),
        _ => {}
    }
}

/// Removes this user's files of a folder whose names begin and end so, where nobody holds them any more.
pub(crate) fn sweep_files(folder: &Path, (prefix, suffix): (&str, &str), own: &DiskFile) {
    let Ok(own) = own.metadata() else { return };
    for entry in entries(folder) {
        let name = entry.file_name();
        let letters = name
            .to_str()
            .and_then(|name| name.strip_prefix(prefix)?.strip_suffix(suffix));
        let is_own = || {
            fs::symlink_metadata(entry.path()).is_ok_and(|f| f.is_file() && same_owner(&f, &own))
        };
        if letters.is_some_and(is_random)
            && is_own()
            && let Ok(held) = File::open(entry.path())
            && held.try_lock().is_ok()
        {
            let _ = tragaluz_disk::remove_file(&entry.path());
        }
    }
}

fn entries(folder: &Path) -> impl Iterator<Item = fs::DirEntry> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
}

fn is_random(text: &str) -> bool {
    text.len() == RANDOM_LETTERS && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

#[cfg(unix)]
fn same_owner(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    one.uid() == other.uid()
}

#[cfg(not(unix))]
fn same_owner(_one: &Metadata, _other: &Metadata) -> bool {
    true
}

/// A free name for a folder that is under another one, and is to be looked at with care by the next run.
pub(crate) fn free_name(parent: &Path, prefix: &str) -> io::Result<PathBuf> {
    let slot = TemporaryFolder::within(parent, prefix)?;
    Ok(slot.path().to_owned())
}

/// What could not be removed: where it is, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remainder {
    pub(crate) folder: String,
    /// What in it, first of all; and how many things there are.
    pub(crate) first: String,
    pub(crate) count: usize,
    /// Why the first one stayed, as [`refusal`] names it.
    pub(crate) cause: &'static str,
    /// What the system said of it, in its own words.
    pub(crate) detail: String,
}

impl Remainder {
    /// What is in a folder of the program's, and is not its own.
    pub(crate) fn foreign(folder: &Path, others: &NameSample) -> Remainder {
        Remainder {
            folder: folder.display().to_string(),
            first: others.first.first().cloned().unwrap_or_default(),
            count: others.count().max(1),
            cause: "foreign",
            detail: String::new(),
        }
    }

    /// One more thing that is left in a folder.
    pub(crate) fn add(left: &mut Option<Remainder>, folder: &Path, name: &str, error: &io::Error) {
        match left {
            Some(left) => left.count += 1,
            None => {
                let folder = folder.display().to_string();
                *left = Some(Remainder {
                    folder,
                    first: shown(name),
                    count: 1,
                    cause: refusal(error),
                    detail: error.to_string(),
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = entries(folder)
            .map(|e| e.file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn abandoned_folders_are_removed_and_used_ones_are_not() {
        let home = tempfile::tempdir().unwrap();
        let prefix = ".public.new-";
        let (used, held) = claim(home.path(), prefix, true).unwrap();
        for name in [
            ".public.new-aBc123",
            ".public.new-noLock",
            ".public.new-notes",
            ".site.new-aBc123",
            "public",
        ] {
            fs::create_dir(home.path().join(name)).unwrap();
            fs::write(home.path().join(name).join("a.txt"), "half").unwrap();
        }
        fs::write(home.path().join(".public.new-aBc123.lock"), "").unwrap();
        fs::write(home.path().join(".public.new-zzzzzz.lock"), "").unwrap();
        let mut seen = Vec::new();
        sweep_folders(home.path(), prefix, &held, |abandoned| {
            seen.push((names(&abandoned.path), abandoned.is_shared));
            fs::remove_dir_all(&abandoned.path).unwrap();
        });
        assert_eq!(
            seen,
            [
                (vec!["a.txt".to_owned()], false),
                (vec!["a.txt".to_owned()], true)
            ]
        );
        let own = used
            .path()
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        let mut expected = vec![own.clone(), format!("{own}.lock")];
        expected.extend([".public.new-notes", ".site.new-aBc123", "public"].map(str::to_owned));
        expected.sort();
        assert_eq!(names(home.path()), expected);
        drop((used, held));
        assert!(
            !home.path().join(&own).exists() && !home.path().join(format!("{own}.lock")).exists()
        );
    }

    #[test]
    fn abandoned_files_are_removed_and_used_ones_are_not() {
        let home = tempfile::tempdir().unwrap();
        let used = locked(home.path(), (".tragaluz-", ".new"), TemporaryFile::within).unwrap();
        for name in [
            ".tragaluz-aBc123.new",
            ".tragaluz-notes.new.txt",
            ".tragaluz-toolong.new",
            "tragaluz-aBc123.new",
        ] {
            fs::write(home.path().join(name), "half").unwrap();
        }
        sweep_files(home.path(), (".tragaluz-", ".new"), used.file());
        let own = used
            .path()
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        let mut expected = vec![own];
        expected.extend(
            [
                ".tragaluz-notes.new.txt",
                ".tragaluz-toolong.new",
                "tragaluz-aBc123.new",
            ]
            .map(str::to_owned),
        );
        expected.sort();
        assert_eq!(names(home.path()), expected);
    }
}
