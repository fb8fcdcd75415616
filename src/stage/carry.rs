//! Carrying strangers over: what the program did not make is in the new output too, before the two are exchanged.

use crate::diag::Fatal;
use crate::stage::ownership::Stranger;
use std::fs::{self, FileTimes, Metadata};
use std::io;
use std::path::Path;

/// Lets every stranger of `from` are in `to` too: a file under a second name, or as a copy where a disk knows no such
/// names; a folder as a new one like it.
///
/// # Errors
/// When one cannot be carried over, which is then named.
pub(crate) fn carry(strangers: &[&Stranger], from: &Path, to: &Path) -> Result<(), Fatal> {
    let refused = |stranger: &Stranger, error: io::Error| {
        let path = from.join(&stranger.path).display().to_string();
        Fatal::output_io("output-not-carried", vec![("dir", path.into())], &error)
    };
    for stranger in strangers {
        let (from, to) = (from.join(&stranger.path), to.join(&stranger.path));
        let carried = carry_one(stranger, &from, &to);
        carried.map_err(|error| refused(stranger, error))?;
    }
    // A folder may forbid what was just done in it, and shows when that was.
    for stranger in strangers.iter().rev().filter(|stranger| stranger.is_folder) {
        let alike = make_alike(&from.join(&stranger.path), &to.join(&stranger.path));
        alike.map_err(|error| refused(stranger, error))?;
    }
    Ok(())
}

fn carry_one(stranger: &Stranger, from: &Path, to: &Path) -> io::Result<()> {
    if !stranger.is_inside
        && let Some(folder) = to.parent()
    {
        // It may be all that is left of a folder of the output's own.
        tragaluz_disk::create_folders(folder)?;
    }
    if stranger.is_folder {
        make(to)
    } else {
        link(from, to)
    }
}

/// A folder, which may be one of the output's own too.
fn make(to: &Path) -> io::Result<()> {
    match tragaluz_disk::create_folder(to) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && to.is_dir() => Ok(()),
        made => made,
    }
}

fn link(from: &Path, to: &Path) -> io::Result<()> {
    match tragaluz_disk::link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => copy(from, to),
        linked => linked,
    }
}

/// A copy that tells when the file was last changed, as that did; links as links.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let found = fs::symlink_metadata(from)?;
    if found.is_symlink() {
        return tragaluz_disk::copy_symbolic_link(from, to);
    }
    if !found.is_file() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    tragaluz_disk::copy(from, to)?;
    let times = FileTimes::new().set_modified(found.modified()?);
    // A file that nobody may write cannot be opened for it; its time is all that is lost.
    let _ = tragaluz_disk::set_time(to, times);
    own_alike(&found, to);
    Ok(())
}

/// Gives a folder the owner, mode and time of another.
fn make_alike(from: &Path, to: &Path) -> io::Result<()> {
    let found = fs::metadata(from)?;
    own_alike(&found, to);
    let times = FileTimes::new().set_modified(found.modified()?);
    // Where folders have no times that can be set, they are new.
    let _ = tragaluz_disk::set_time(to, times);
    if cfg!(unix) {
        tragaluz_disk::set_mode(to, found.permissions())
    } else {
        Ok(())
    }
}

/// Gives a file or folder the owner of another, as far as the system lets us.
#[cfg(unix)]
pub(crate) fn own_alike(found: &Metadata, to: &Path) {
    use std::os::unix::fs::MetadataExt;
    let same = fs::symlink_metadata(to)
        .is_ok_and(|new| (new.uid(), new.gid()) == (found.uid(), found.gid()));
    if !same {
        let _ = tragaluz_disk::set_owner(to, found);
    }
}

#[cfg(not(unix))]
pub(crate) fn own_alike(_found: &Metadata, _to: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_like_what_it_was_copied_from() {
        let home = tempfile::tempdir().unwrap();
        let (from, to) = (home.path().join("a"), home.path().join("b"));
        fs::write(&from, "x").unwrap();
        let before = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        fs::OpenOptions::new()
            .write(true)
            .open(&from)
            .unwrap()
            .set_modified(before)
            .unwrap();
        copy(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "x");
        assert_eq!(fs::metadata(&to).unwrap().modified().unwrap(), before);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::os::unix::fs::symlink("nowhere", home.path().join("link")).unwrap();
            copy(&home.path().join("link"), &home.path().join("link2")).unwrap();
            assert_eq!(
                fs::read_link(home.path().join("link2")).unwrap(),
                Path::new("nowhere")
            );
            fs::set_permissions(&from, fs::Permissions::from_mode(0o4711)).unwrap();
            copy(&from, &home.path().join("c")).unwrap();
            assert_eq!(
                fs::metadata(home.path().join("c"))
                    .unwrap()
                    .permissions()
                    .mode()
                    & 0o777,
                0o711
            );
        }
    }
}
