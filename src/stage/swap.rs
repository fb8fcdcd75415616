//! Putting a new folder in an old one's place.

use super::{name_of, parent_of};
use crate::diag::Fatal;
use crate::stage::lock::free_name;
use std::io;
use std::path::{Path, PathBuf};
use tragaluz_disk::{exchange, flush_folder, rename};

/// Where the old output represents the moment between two renames, on systems that cannot exchange folders.
pub(crate) fn aside(out: &Path) -> PathBuf {
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
        let moved = free_name(&parent_of(out), &prefix(out)).and_then(|free| rename(&aside, &free));
        moved.map_err(Fatal::io("moving", &aside))
    } else {
        rename(&aside, out).map_err(Fatal::io("restoring", out))
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
    let _ = flush_folder(&parent_of(out));
    Ok(swapped)
}

fn exchange_or_place(new: &Path, out: &Path) -> io::Result<bool> {
    if !out.exists() {
        return rename(new, out).map(|()| false);
    }
    match exchange(new, out) {
        Ok(()) => Ok(true),
        Err(_) => in_three_steps(new, out),
    }
}

/// The same where the system has no exchange. Each step is on the disk before the next is taken: some disks keep names in
/// another order than they were given in, and the last step alone would be an output that is gone.
fn in_three_steps(new: &Path, out: &Path) -> io::Result<bool> {
    let (aside, folder) = (aside(out), parent_of(out));
    rename(out, &aside)?;
    // Where the disk cannot tell that it has a step, the step was still taken.
    let _ = flush_folder(&folder);
    if let Err(error) = rename(new, out) {
        let _ = rename(&aside, out);
        return Err(error);
    }
    let _ = flush_folder(&folder);
    // The new output is: where this fails, the next run looks after what is aside.
    Ok(rename(&aside, new).is_ok())
}
