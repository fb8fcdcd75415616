//! Putting a new folder in an old one's place.

use super::step::step;
use super::{flush, name_of, parent_of};
use crate::diag::Fatal;
use crate::stage::lock::free_name;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where the old output represents the moment between two renames, on systems that cannot exchange folders.
fn aside(out: &Path) -> PathBuf {
    parent_of(out).join(format!(".{}.old", name_of(out)))
}

/// Whether an interrupted swap left the output aside.
pub(crate) fn is_aside(out: &Path) -> bool {
    aside(out).is_dir()
}

/// How the names of this output's staging folders begin.
pub(crate) fn prefix(out: &Path) -> String {
    format!(".{}.new-", name_of(out))
}

/// Puts back an output that an interrupted swap left aside. Where another one is in its place already, the old one
/// becomes a folder to be looked at with care, as after every swap.
pub(crate) fn recover(out: &Path) -> Result<(), Fatal> {
    let aside = aside(out);
    if !aside.is_dir() {
        return Ok(());
    }
    if out.exists() {
        let moved =
            free_name(&parent_of(out), &prefix(out)).and_then(|free| fs::rename(&aside, free));
        moved.map_err(Fatal::io("moving", &aside))
    } else {
        fs::rename(&aside, out).map_err(Fatal::io("restoring", out))
    }
}

/// Puts `new` in the place of `out`, and `out` in that of `new`; in one step where the system can. True where something
/// stood there, which now stands in `new`.
pub(crate) fn swap(new: &Path, out: &Path) -> Result<bool, Fatal> {
    let swapped = exchange_or_place(new, out).map_err(|error| match error.kind() {
        io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => Fatal::output(
            "output-is-disk",
            vec![("dir", out.display().to_string().into())],
        ),
        _ => Fatal::io("placing", out)(error),
    })?;
    // Where the disk cannot tell that it has the exchange, the exchange still took place.
    let _ = step("flush exchange").and_then(|()| flush::folder(&parent_of(out)));
    Ok(swapped)
}

fn exchange_or_place(new: &Path, out: &Path) -> io::Result<bool> {
    if !out.exists() {
        step("place")?;
        return fs::rename(new, out).map(|()| false);
    }
    step("exchange")?;
    if exchange(new, out) {
        return Ok(true);
    }
    let aside = aside(out);
    fs::rename(out, &aside)?;
    if let Err(error) = step("place").and_then(|()| fs::rename(new, out)) {
        let _ = fs::rename(&aside, out);
        return Err(error);
    }
    // The new output is: where this fails, the next run looks after what is aside.
    Ok(step("put away")
        .and_then(|()| fs::rename(&aside, new))
        .is_ok())
}

/// Exchanges two folders in one step where the kernel can.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    #[cfg(test)]
    if super::step::trial::no_exchange() {
        return false;
    }
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_a: &Path, _b: &Path) -> bool {
    false
}
