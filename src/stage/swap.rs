//! Putting a new folder in an old one's place.

use super::{name_of, parent_of};
use crate::diag::Fatal;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the old output stands for the moment between two renames, on systems that cannot exchange folders.
fn aside(out: &Path) -> PathBuf {
    parent_of(out).join(format!(".{}.old", name_of(out)))
}

/// Puts back an output that an interrupted swap left aside.
pub fn recover(out: &Path) -> Result<(), Fatal> {
    let aside = aside(out);
    if !aside.is_dir() {
        return Ok(());
    }
    if out.exists() {
        fs::remove_dir_all(&aside).map_err(Fatal::io("removing", &aside))
    } else {
        fs::rename(&aside, out).map_err(Fatal::io("restoring", out))
    }
}

/// Puts `new` in the place of `out` and removes what stood there.
pub fn swap(new: PathBuf, out: &Path) -> Result<(), Fatal> {
    if !out.exists() {
        return fs::rename(&new, out).map_err(Fatal::io("placing", out));
    }
    if exchange(&new, out) {
        return fs::remove_dir_all(&new).map_err(Fatal::io("removing", &new));
    }
    let aside = aside(out);
    fs::rename(out, &aside).map_err(Fatal::io("moving aside", out))?;
    if let Err(error) = fs::rename(&new, out) {
        let _ = fs::rename(&aside, out);
        return Err(Fatal::io("placing", out)(error));
    }
    fs::remove_dir_all(&aside).map_err(Fatal::io("removing", &aside))
}

/// Exchanges two folders in one step where the kernel can.
#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange(_a: &Path, _b: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interrupted_swap_is_put_right() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("public");
        fs::create_dir(aside(&out)).unwrap();
        fs::write(aside(&out).join("a"), "good").unwrap();
        recover(&out).unwrap();
        assert_eq!(fs::read_to_string(out.join("a")).unwrap(), "good");
        fs::create_dir(aside(&out)).unwrap();
        recover(&out).unwrap();
        assert!(!aside(&out).exists() && out.exists());
    }
}
