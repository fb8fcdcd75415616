//! Removing an output that another one took the place of, and nothing that somebody put there.

use super::{MARKER, SUMS, move_over};
use crate::stage::lock::Remainder;
use crate::stage::ownership::{ListedFiles, slashed};
use std::fs::{self, File, Metadata};
use std::io::{self, BufReader, Read};
use std::path::Path;
use walkdir::WalkDir;

/// Removes a folder that may hold what the program did not make. Of that, whatever is in `out` as it is here goes;
/// what does not stand there at all is moved there; the rest stays, and is told.
pub(crate) fn clear(old: &Path, out: &Path) -> Option<Remainder> {
    // Only into an output of ours can something be put: any other folder would be refused for it.
    if ListedFiles::of(out).is_ok() {
        move_over::move_folders(old, out, &ListedFiles::of(old).unwrap_or_default());
    }
    let mut left = emptied(old, out, |_| true);
    if left.is_none()
        && let Err(error) = remove_rest(old)
    {
        Remainder::add(&mut left, old, "", &error);
    }
    left
}

/// Removes what the program did not make from a folder of its own, as [`clear`] does, and nothing else.
pub(crate) fn strip(old: &Path, out: &Path) -> Option<Remainder> {
    emptied(old, out, |is_ours| !is_ours)
}

/// Removes what is in a folder, where `goes` says so of the program's own and of the rest. Tells what stays against that.
fn emptied(old: &Path, out: &Path, goes: fn(bool) -> bool) -> Option<Remainder> {
    let listed = ListedFiles::of(old).unwrap_or_default();
    // Only into an output of ours can something be put: any other folder would be refused for it.
    let takes = ListedFiles::of(out).is_ok();
    let mut left = None;
    for entry in WalkDir::new(old).min_depth(1).contents_first(true) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let name = error.path().map(slashed).unwrap_or_default();
                Remainder::add(&mut left, old, &name, &error.into());
                continue;
            }
        };
        let path = entry.path().strip_prefix(old).unwrap_or(entry.path());
        let name = slashed(path);
        // They tell what is the program's, as long as anything is left.
        if name == SUMS || name == MARKER {
            continue;
        }
        let (is_folder, is_file) = (entry.file_type().is_dir(), entry.file_type().is_file());
        let is_ours = path.to_str().is_some()
            && (is_file && listed.has(&name) || is_folder && listed.has_folder(&name));
        if !goes(is_ours) {
            continue;
        }
        let gone = match (is_folder, is_ours) {
            (true, _) => remove_folder(entry.path(), &out.join(path), takes && !is_ours),
            (false, true) => remove_file(entry.path()),
            (false, false) => remove_stranger(entry.path(), &out.join(path), takes),
        };
        if let Err(error) = gone {
            Remainder::add(&mut left, old, &name, &error);
        }
    }
    left
}

/// Removes the list, its marker, and the folder. Of a disk that keeps no order the list could be gone and the files still
/// there, after a power cut: they would be nobody's, and be moved into the output.
fn remove_rest(old: &Path) -> io::Result<()> {
    let _ = tragaluz_disk::flush_folder(old);
    for name in [SUMS, MARKER] {
        match remove_file(&old.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            removed => removed?,
        }
    }
    tragaluz_disk::remove_folder(old)
}

/// Removes a file; its folder may have to be opened for that.
fn remove_file(path: &Path) -> io::Result<()> {
    match tragaluz_disk::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            open_folder(path.parent().unwrap_or(path))?;
            tragaluz_disk::remove_file(path)
        }
        removed => removed,
    }
}

/// Lets the user of a folder write in it.
#[cfg(unix)]
fn open_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    tragaluz_disk::set_mode(folder, fs::Permissions::from_mode(0o700))
}

/// Windows does not remove what may only be read.
#[cfg(not(unix))]
fn open_folder(_folder: &Path) -> io::Result<()> {
    Err(io::ErrorKind::PermissionDenied.into())
}

/// Removes a folder that is empty by now, after making it in the output where it represents itself.
fn remove_folder(path: &Path, other: &Path, is_carried: bool) -> io::Result<()> {
    let is_empty = fs::read_dir(path)?.next().is_none();
    if is_carried && is_empty && fs::symlink_metadata(other).is_err() {
        tragaluz_disk::create_folders(other)?;
    }
    match tragaluz_disk::remove_folder(path) {
        // What is left inside has been told.
        Err(_) if !is_empty => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            open_folder(path.parent().unwrap_or(path))?;
            tragaluz_disk::remove_folder(path)
        }
        removed => removed,
    }
}

/// Removes what the program did not make, once it is in the output.
fn remove_stranger(path: &Path, other: &Path, takes: bool) -> io::Result<()> {
    let found = fs::symlink_metadata(path)?;
    match fs::symlink_metadata(other) {
        Ok(there) if is_same(&found, &there, path, other)? => remove_file(path),
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound && takes => {
            if let Some(folder) = other.parent() {
                tragaluz_disk::create_folders(folder)?;
            }
            tragaluz_disk::rename(path, other)
        }
        Err(error) => Err(error),
    }
}

/// Whether two paths name one file, or two alike.
fn is_same(one: &Metadata, two: &Metadata, path: &Path, other: &Path) -> io::Result<bool> {
    if is_one(one, two) {
        return Ok(true);
    }
    if one.is_symlink() && two.is_symlink() {
        return Ok(fs::read_link(path)? == fs::read_link(other)?);
    }
    Ok(one.is_file() && two.is_file() && one.len() == two.len() && has_same_bytes(path, other)?)
}

#[cfg(unix)]
fn is_one(one: &Metadata, two: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (two.dev(), two.ino())
}

#[cfg(not(unix))]
fn is_one(_one: &Metadata, _two: &Metadata) -> bool {
    false
}

fn has_same_bytes(one: &Path, two: &Path) -> io::Result<bool> {
    let mut one = BufReader::new(File::open(one)?).bytes();
    let mut two = BufReader::new(File::open(two)?).bytes();
    loop {
        match (one.next().transpose()?, two.next().transpose()?) {
            (None, None) => return Ok(true),
            (a, b) if a != b => return Ok(false),
            _ => {}
        }
    }
}
