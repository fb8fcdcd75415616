//! Moving strangers over: a folder that the program did not make, and makes nothing in, goes from the old output into the new one
//! whole, as soon as the two are exchanged, however much is in it.
//!
//! For that moment it is in the old output alone. Whoever is killed then leaves that under a name and with a lock that say so, and
//! the next start moves it first of all (`clear`): it is in one place at any time, and none of its files is touched.

use super::Manifest;
use crate::stage::ownership::{ListedFiles, Stranger, slashed};
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use tragaluz_disk::{create_folders, flush_folder, rename};
use walkdir::WalkDir;

/// What the program did not make, by how it comes into the new output.
#[derive(Debug, Default)]
pub(super) struct CarryPlan<'s> {
    /// What stands there before the two are exchanged.
    pub(super) ahead: Vec<&'s Stranger>,
    /// Folders that are moved afterwards.
    pub(super) moved: Vec<&'s Stranger>,
}

impl<'s> CarryPlan<'s> {
    /// Divides what is in an output by whether it can be moved: a folder that is whole, is this user's, and is none of the new
    /// output's. `work` is a folder that this user made.
    pub(super) fn of(
        strangers: &'s [Stranger],
        out: &Path,
        work: &Path,
        manifest: &Manifest,
    ) -> io::Result<CarryPlan<'s>> {
        let own = fs::symlink_metadata(work)?;
        let mut plan = CarryPlan::default();
        let mut is_in_moved = false;
        for stranger in strangers {
            if !stranger.is_inside {
                is_in_moved = stranger.is_folder
                    && !is_folder_of(manifest, &stranger.name)
                    && fs::symlink_metadata(out.join(&stranger.path))
                        .is_ok_and(|found| is_movable(&found, &own));
                if is_in_moved {
                    plan.moved.push(stranger);
                }
            }
            if !is_in_moved {
                plan.ahead.push(stranger);
            }
        }
        Ok(plan)
    }

    /// Moves the folders out of the old output. What cannot be moved whole stays, for whoever looks that through file by file.
    pub(super) fn move_over(&self, old: &Path, out: &Path) {
        for folder in &self.moved {
            let _ = move_folder(&folder.path, old, out);
        }
    }
}

/// Whether a folder of this path holds files of a manifest.
fn is_folder_of(manifest: &Manifest, name: &str) -> bool {
    let below = format!("{name}/");
    let next = manifest.range(below.clone()..).next();
    next.is_some_and(|(path, _)| path.starts_with(&below))
}

/// Whether the system lets this user give a folder another one to be in, as far as can be known without trying.
#[cfg(unix)]
fn is_movable(found: &Metadata, own: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    found.uid() == own.uid() && found.mode() & 0o200 != 0
}

/// Elsewhere a folder in which somebody has a file open cannot be moved.
#[cfg(not(unix))]
fn is_movable(_found: &Metadata, _own: &Metadata) -> bool {
    false
}

/// Moves every folder that is not on a folder's list, and is nowhere in `out`. What cannot be moved stays.
pub(super) fn move_folders(old: &Path, out: &Path, listed: &ListedFiles) {
    let mut walk = WalkDir::new(old).min_depth(1).into_iter();
    while let Some(entry) = walk.next() {
        let Ok(entry) = entry else { continue };
        let path = entry.path().strip_prefix(old).unwrap_or(entry.path());
        let is_ours = path.to_str().is_some() && listed.has_folder(&slashed(path));
        if !entry.file_type().is_dir() || is_ours {
            continue;
        }
        let path = path.to_owned();
        walk.skip_current_dir();
        let _ = move_folder(&path, old, out);
    }
}

/// Moves a folder, where nothing is in its place. The disk has the move before anything else happens to the old output.
fn move_folder(path: &Path, old: &Path, out: &Path) -> io::Result<()> {
    let (from, to) = (old.join(path), out.join(path));
    if fs::symlink_metadata(&to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let [source, target] = [&from, &to].map(|path| path.parent().unwrap_or(path));
    // It may be all that is left of a folder of the output's own.
    create_folders(target)?;
    rename(&from, &to)?;
    // Where the disk cannot tell that it has the move, the move still took place.
    let _ = flush_folder(target);
    let _ = flush_folder(source);
    Ok(())
}
