//! What has to be on the disk before something else is: after a power cut, the old output or the new one is whole.

use std::io;
use std::path::Path;
use tragaluz_disk::{flush_disk, flush_file, flush_folder};
use walkdir::WalkDir;

/// Flushes everything below a folder: files, then the folders that name them.
///
/// Linux does that for a whole disk in one go, which takes far less time than file by file. Elsewhere each is flushed by
/// itself.
///
/// # Errors
/// When the disk refuses: what was written may then not be there.
#[allow(
    clippy::disallowed_methods,
    reason = "here is what stands for it elsewhere"
)]
pub(crate) fn tree(root: &Path) -> io::Result<()> {
    match flush_disk(root) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => one_by_one(root),
        // A disk tells once that it lost something: asked again file by file it would say that all is well.
        flushed => flushed,
    }
}

fn one_by_one(root: &Path) -> io::Result<()> {
    for entry in WalkDir::new(root).contents_first(true) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            flush_folder(entry.path())?;
        } else if entry.file_type().is_file() {
            match flush_file(entry.path()) {
                // What the program did not make may be closed to it, and was on the disk before.
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
                flushed => flushed?,
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

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
        assert!(flush_folder(&home.path().join("none")).is_err());
    }
}
