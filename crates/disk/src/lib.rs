//! Every change that the program makes to a disk. Nobody else creates, writes, renames, flushes or removes anything, so that
//! tests can let each of these fail, break it off half way, end the program there, or cut the power afterwards
//! ([`trial`]; only where debug assertions are compiled in).
//!
//! Reading is no change, and is done with `std::fs` by whoever may. What a library writes by itself (SQLite's draft) does
//! not come by here; it is never output before it has been copied through here.

#![forbid(unsafe_code)]
#![allow(
    clippy::disallowed_methods,
    reason = "the one place where disks are changed"
)]

mod disk_file;
mod sorter;
mod temporary;
#[cfg(debug_assertions)]
pub mod trial;
#[cfg(not(debug_assertions))]
mod trial {
    //! Nothing is tried in a program that is released.
}

pub use disk_file::DiskFile;
pub use sorter::{SortedEntries, Sorter};
use std::fs::{self, FileTimes, Metadata, Permissions};
use std::io;
use std::path::Path;
pub use temporary::{RANDOM_LETTERS, TemporaryFile, TemporaryFolder};
use walkdir::WalkDir;

/// What is done to a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// A new file.
    CreateFile,
    /// A new file without a name, which is gone once it is closed.
    CreateNameless,
    /// A new folder.
    CreateFolder,
    /// Bytes at a file's end.
    Write,
    /// A second name of a file.
    Link,
    /// A symbolic link.
    LinkSymbolically,
    /// A file like another one.
    Copy,
    /// Another name, or another folder.
    Rename,
    /// Two names change places.
    Exchange,
    /// A file's name goes.
    RemoveFile,
    /// An empty folder goes.
    RemoveFolder,
    /// A folder goes with everything in it.
    RemoveTree,
    /// A file's bytes are to be on the disk.
    FlushFile,
    /// A folder's names are to be on the disk.
    FlushFolder,
    /// Everything is to be on the disk.
    FlushDisk,
    /// Who may read it.
    SetMode,
    /// When it was changed.
    SetTime,
    /// Whose it is.
    SetOwner,
}

/// A change, and what it is done to.
#[derive(Debug, Clone, Copy)]
struct Change<'a> {
    action: Action,
    path: &'a Path,
    /// Where it leads to, of what has two ends.
    to: Option<&'a Path>,
}

/// Carries a change out, unless a test wants something else; `half` is how far it gets where it is broken off.
fn change<T>(
    action: Action,
    path: &Path,
    to: Option<&Path>,
    half: impl FnOnce() -> io::Result<()>,
    whole: impl FnOnce() -> io::Result<T>,
) -> io::Result<T> {
    let change = Change { action, path, to };
    #[cfg(debug_assertions)]
    return trial::change(&change, half, whole);
    #[cfg(not(debug_assertions))]
    {
        let _ = (change, half);
        whole()
    }
}

/// The half of what has none.
fn nothing() -> io::Result<()> {
    Ok(())
}

/// Creates a folder.
///
/// # Errors
/// When something is there, or the disk refuses.
pub fn create_folder(path: &Path) -> io::Result<()> {
    change(Action::CreateFolder, path, None, nothing, || {
        fs::create_dir(path)
    })
}

/// Creates a folder and those above it, as far as they are not there.
///
/// # Errors
/// When something else is there, or the disk refuses.
pub fn create_folders(path: &Path) -> io::Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        create_folders(parent)?;
    }
    match create_folder(path) {
        // Somebody else was faster.
        Err(_) if path.is_dir() => Ok(()),
        created => created,
    }
}

/// Gives a file a second name.
///
/// # Errors
/// When the name is taken, the disk knows no such names, or refuses.
pub fn link(from: &Path, to: &Path) -> io::Result<()> {
    change(Action::Link, from, Some(to), nothing, || {
        fs::hard_link(from, to)
    })
}

/// Makes a symbolic link like another one.
///
/// # Errors
/// When the name is taken, the system knows no such links, or refuses.
pub fn copy_symbolic_link(from: &Path, to: &Path) -> io::Result<()> {
    change(Action::LinkSymbolically, from, Some(to), nothing, || {
        link_symbolically(from, to)
    })
}

#[cfg(unix)]
fn link_symbolically(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(windows)]
fn link_symbolically(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::windows::fs::{symlink_dir, symlink_file};
    let target = fs::read_link(from)?;
    if from.is_dir() {
        symlink_dir(target, to)
    } else {
        symlink_file(target, to)
    }
}

#[cfg(not(any(unix, windows)))]
fn link_symbolically(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Copies a file with its mode.
///
/// # Errors
/// When it cannot be read, or the disk refuses.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let half = || {
        let bytes = fs::read(from)?;
        fs::write(to, &bytes[..bytes.len() / 2])
    };
    change(Action::Copy, from, Some(to), half, || {
        fs::copy(from, to).map(drop)
    })
}

/// Renames a file or a folder; a file takes the place of one that has the name.
///
/// # Errors
/// When it is not there, or the disk refuses.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    change(Action::Rename, from, Some(to), nothing, || {
        fs::rename(from, to)
    })
}

/// Lets two folders change their places in one step.
///
/// # Errors
/// When the system has no such step, or the disk refuses.
pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    #[cfg(debug_assertions)]
    if trial::is_plain_system() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    change(Action::Exchange, one, Some(other), nothing, || {
        exchange_in_one(one, other)
    })
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange_in_one(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange_in_one(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Removes a file, or one of its names.
///
/// # Errors
/// When it is not there, or the disk refuses.
pub fn remove_file(path: &Path) -> io::Result<()> {
    change(Action::RemoveFile, path, None, nothing, || {
        fs::remove_file(path)
    })
}

/// Removes an empty folder.
///
/// # Errors
/// When it is not empty, or the disk refuses.
pub fn remove_folder(path: &Path) -> io::Result<()> {
    change(Action::RemoveFolder, path, None, nothing, || {
        fs::remove_dir(path)
    })
}

/// Removes a folder with everything in it. Links in it are not followed.
///
/// # Errors
/// When something in it cannot be removed.
pub fn remove_tree(path: &Path) -> io::Result<()> {
    change(
        Action::RemoveTree,
        path,
        None,
        || half_of(path),
        || fs::remove_dir_all(path),
    )
}

/// Removes the first half of what is in a folder.
fn half_of(folder: &Path) -> io::Result<()> {
    let all: Vec<_> = WalkDir::new(folder)
        .contents_first(true)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .collect();
    for entry in &all[..all.len() / 2] {
        if entry.file_type().is_dir() {
            fs::remove_dir(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Flushes what is open. A run that is tried needs no disk to be sure of anything, and a busy one would keep it waiting.
fn flushed(file: &fs::File) -> io::Result<()> {
    #[cfg(debug_assertions)]
    if trial::is_tried() {
        return Ok(());
    }
    file.sync_all()
}

/// Lets a file's bytes be on the disk. Windows flushes only through a handle that may write.
///
/// # Errors
/// When it cannot be opened, or the disk refuses.
pub fn flush_file(path: &Path) -> io::Result<()> {
    change(Action::FlushFile, path, None, nothing, || {
        let file = fs::OpenOptions::new()
            .read(true)
            .write(cfg!(windows))
            .open(path)?;
        flushed(&file)
    })
}

/// Lets the names in a folder be on the disk. Windows offers no such thing.
///
/// # Errors
/// When it cannot be opened, or the disk refuses.
pub fn flush_folder(path: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    change(Action::FlushFolder, path, None, nothing, || {
        flushed(&fs::File::open(path)?)
    })
}

/// Lets everything be on the disk that this path is on.
///
/// # Errors
/// When the system cannot do that in one step, or the disk refuses.
pub fn flush_disk(path: &Path) -> io::Result<()> {
    #[cfg(debug_assertions)]
    if trial::is_plain_system() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    change(Action::FlushDisk, path, None, nothing, || {
        flush_disk_in_one(path)
    })
}

#[cfg(target_os = "linux")]
fn flush_disk_in_one(path: &Path) -> io::Result<()> {
    let folder = fs::File::open(path)?;
    #[cfg(debug_assertions)]
    if trial::is_tried() {
        return Ok(());
    }
    Ok(rustix::fs::syncfs(folder)?)
}

#[cfg(not(target_os = "linux"))]
fn flush_disk_in_one(_path: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Says who may read a file or folder.
///
/// # Errors
/// When it is not the user's, or the disk refuses.
pub fn set_mode(path: &Path, mode: Permissions) -> io::Result<()> {
    change(Action::SetMode, path, None, nothing, || {
        fs::set_permissions(path, mode)
    })
}

/// Says when a file or folder was changed. Windows does that through a handle that may write.
///
/// # Errors
/// When it cannot be opened so, or the disk refuses.
pub fn set_time(path: &Path, times: FileTimes) -> io::Result<()> {
    change(Action::SetTime, path, None, nothing, || {
        let is_file = !path.is_dir();
        let opened = fs::OpenOptions::new()
            .read(true)
            .write(is_file)
            .open(path)?;
        opened.set_times(times)
    })
}

/// Gives a file or folder the owner of another one. Does nothing where the system knows no such owners.
///
/// # Errors
/// When the system does not let this user do so.
pub fn set_owner(path: &Path, as_of: &Metadata) -> io::Result<()> {
    change(Action::SetOwner, path, None, nothing, || own(path, as_of))
}

#[cfg(unix)]
fn own(path: &Path, as_of: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    chown(path, Some(as_of.uid()), Some(as_of.gid()))
}

#[cfg(not(unix))]
fn own(_path: &Path, _as_of: &Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests;
