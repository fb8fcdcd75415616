//! What has to be on the disk before something else is: after a power cut, the old output or the new one is whole.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use walkdir::WalkDir;

/// Flushes everything below a folder: files, then the folders that name them.
///
/// Linux does that for a whole disk in one go, which takes far less time than file by file. Elsewhere, and where it cannot,
/// each is flushed by itself.
///
/// # Errors
/// When the disk refuses: what was written may then not be there.
pub(crate) fn tree(root: &Path) -> io::Result<()> {
    if whole_disk(root).is_ok() {
        return Ok(());
    }
    one_by_one(root)
}

#[cfg(target_os = "linux")]
fn whole_disk(root: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(root)?)?)
}

#[cfg(not(target_os = "linux"))]
fn whole_disk(_root: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn one_by_one(root: &Path) -> io::Result<()> {
    for entry in WalkDir::new(root).contents_first(true) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            folder(entry.path())?;
        } else if entry.file_type().is_file() {
            match file(entry.path()) {
                // What the program did not make may be closed to it, and was on the disk before.
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
                flushed => flushed?,
            }
        }
    }
    Ok(())
}

/// Windows flushes only through a handle that may write.
fn file(path: &Path) -> io::Result<()> {
    let file = fs::OpenOptions::new()
        .read(true)
        .write(cfg!(windows))
        .open(path)?;
    file.sync_all()
}

/// Flushes a folder: the names in it. Windows offers no such thing.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        return File::open(path)?.sync_all();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_by_one_comes_to_every_file_and_says_what_is_gone() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir_all(home.path().join("a/b")).unwrap();
        fs::write(home.path().join("a/b/c"), "x").unwrap();
        one_by_one(home.path()).unwrap();
        tree(home.path()).unwrap();
        assert!(
            one_by_one(&home.path().join("none")).is_err()
                && tree(&home.path().join("none")).is_err()
        );
        assert!(folder(&home.path().join("none")).is_err());
    }
}
