//! Whose staging folder is whose. A build that is killed cannot tidy up: the next one of the same output removes what
//! it left. A folder is in use for as long as the lock beside it is held, and the system lets go of the lock of whoever
//! dies.

use super::name_of;
use crate::diag::Fatal;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempDir};

/// Letters that make a folder's name its own.
const MARK: usize = 6;

/// A staging folder's lock, held until it is dropped.
#[derive(Debug)]
pub struct Claim(#[allow(dead_code, reason = "held, not read")] NamedTempFile);

/// A new folder for this output, and its lock. The lock comes first, so that nobody takes the folder for an abandoned
/// one.
pub fn claim(parent: &Path, out: &Path) -> Result<(TempDir, Claim), Fatal> {
    let creating = || Fatal::io("creating a folder in", parent);
    let prefix = prefix(out);
    let lock = Builder::new().prefix(&prefix).suffix(".lock").rand_bytes(MARK).tempfile_in(parent);
    let lock = lock.map_err(creating())?;
    // Where a disk knows no locks, nobody removes anything.
    let _ = lock.as_file().try_lock();
    let name = lock.path().file_stem().unwrap_or_default().to_owned();
    let work = Builder::new().prefix(&name).rand_bytes(0).tempdir_in(parent).map_err(creating())?;
    Ok((work, Claim(lock)))
}

/// Removes the staging folders of this output that no build holds any more. What cannot be removed is left.
pub fn sweep(parent: &Path, out: &Path) {
    let prefix = prefix(out);
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        let own = name.to_str().and_then(|name| name.strip_prefix(&prefix));
        let own = own.is_some_and(|mark| mark.len() == MARK && mark.bytes().all(|b| b.is_ascii_alphanumeric()));
        // The kind of the entry itself: a link is not followed.
        if own && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_abandoned(&entry.path());
        }
    }
}

fn prefix(out: &Path) -> String {
    format!(".{}.new-", name_of(out))
}

fn remove_abandoned(folder: &Path) {
    let mut lock = folder.as_os_str().to_owned();
    lock.push(".lock");
    let lock = PathBuf::from(lock);
    match File::open(&lock) {
        Ok(held) => {
            if held.try_lock().is_ok() && fs::remove_dir_all(folder).is_ok() {
                drop(held);
                let _ = fs::remove_file(&lock);
            }
        }
        // Its lock goes last, so that without one nobody is at work.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => drop(fs::remove_dir_all(folder)),
        Err(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abandoned_folders_are_removed_and_used_ones_are_not() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("public");
        let (used, held) = claim(home.path(), &out).unwrap();
        let make = |name: &str| {
            fs::create_dir(home.path().join(name)).unwrap();
            fs::write(home.path().join(name).join("a.txt"), "half").unwrap();
        };
        for name in [".public.new-aBc123", ".public.new-noLock", ".public.new-notes", ".site.new-aBc123", "public"] {
            make(name);
        }
        fs::write(home.path().join(".public.new-aBc123.lock"), "").unwrap();
        sweep(home.path(), &out);
        let mut left: Vec<String> =
            fs::read_dir(home.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        left.sort();
        let own = used.path().file_name().unwrap().to_str().unwrap().to_owned();
        let mut expected = vec![
            own.clone(),
            format!("{own}.lock"),
            ".public.new-notes".to_owned(),
            ".site.new-aBc123".to_owned(),
            "public".to_owned(),
        ];
        expected.sort();
        assert_eq!(left, expected);
        drop((used, held));
        assert!(!home.path().join(&own).exists() && !home.path().join(format!("{own}.lock")).exists());
    }
}
