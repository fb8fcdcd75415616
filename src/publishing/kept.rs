//! The sites that were published at a target, as this computer keeps them: the one that is there now, and the one before, for the way
//! back. They share their files with the output where the disk can do that, and are nowhere but here: what was taken down is not
//! kept where readers are.

use super::built_site::BuiltSite;
use crate::diag::Fatal;
use crate::stage::{self, MARKER, SUMS, sha256};
use std::path::{Path, PathBuf};

const NOW: &str = "now";
const BEFORE: &str = "before";
/// One that is being kept.
const NEXT: &str = "next";

/// What is kept of a target.
#[derive(Debug)]
pub(super) struct KeptSites {
    folder: PathBuf,
}

impl KeptSites {
    /// Those in this folder, which need not be there.
    pub(super) fn in_folder(folder: &Path) -> KeptSites {
        KeptSites {
            folder: folder.to_owned(),
        }
    }

    /// Returns where the site is that was there before the present one, where that is known.
    pub(super) fn before(&self) -> Option<PathBuf> {
        let folder = self.folder.join(BEFORE);
        stage::exists(&folder.join(MARKER)).then_some(folder)
    }

    /// Keeps a site that is at the target now, and the one that was there until now, whose list had this SHA-256.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn keep(&self, site: &BuiltSite, until_now: Option<&str>) -> Result<(), Fatal> {
        let [now, before, next] = [NOW, BEFORE, NEXT].map(|name| self.folder.join(name));
        let sums_of_now = sums_of(&now);
        if sums_of_now.as_deref() == Some(site.sums()) {
            return Ok(());
        }
        remove(&next)?;
        self.take_in(site, &next)?;
        remove(&before)?;
        // What is kept as the present one was replaced by somebody else since, or was never whole there: nobody goes back to it.
        if sums_of_now.is_some() && sums_of_now.as_deref() == until_now {
            rename(&now, &before)?;
        } else {
            remove(&now)?;
        }
        rename(&next, &now)
    }

    /// Gives every file of a site a second name, or a copy.
    fn take_in(&self, site: &BuiltSite, into: &Path) -> Result<(), Fatal> {
        let creating = || Fatal::io("creating", into);
        tragaluz_disk::create_folders(into).map_err(creating())?;
        for path in site.files().keys() {
            let [from, to] = [site.folder(), into].map(|folder| folder.join(path));
            if let Some(folder) = to.parent() {
                tragaluz_disk::create_folders(folder).map_err(Fatal::io("creating", folder))?;
            }
            if tragaluz_disk::link(&from, &to).is_err() {
                tragaluz_disk::copy(&from, &to).map_err(Fatal::io("writing", &to))?;
            }
        }
        Ok(())
    }
}

/// Returns the SHA-256 of the list in a folder.
fn sums_of(folder: &Path) -> Option<String> {
    stage::read(folder, SUMS).ok().map(|bytes| sha256(&bytes))
}

fn remove(folder: &Path) -> Result<(), Fatal> {
    if !stage::exists(folder) {
        return Ok(());
    }
    tragaluz_disk::remove_tree(folder).map_err(Fatal::io("removing", folder))
}

fn rename(from: &Path, to: &Path) -> Result<(), Fatal> {
    tragaluz_disk::rename(from, to).map_err(Fatal::io("renaming", from))
}
