//! The output before the last one, kept for the next run: brought up to date, it takes the last one's place, so that a run
//! touches what changed and not every file.
//!
//! While it is kept, nothing in it is anybody's but the program's. Its files that did not change are the last output's own
//! under a second name, and only such are left in it: whatever else is there under a name of ours is taken away, and never
//! written to.

use super::names::{self, NameSample};
use super::{Identity, Manifest, Modes, Staging, clear, lock, ownership, parent_of, swap};
use crate::diag::Fatal;
use crate::stage::lock::{FolderLock, Remainder};
use crate::stage::ownership::{ListedFiles, folders_of};
use crate::stage::previous_manifest::{FolderOfFile, StagedPlace};
use crate::stage::{MARKER, SIGNATURE, SUMS};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;
use tragaluz_disk::{TemporaryFolder, flush_folder, rename};

/// A kept tree in a staging folder of this run.
pub(super) struct KeptTree {
    pub(super) folder: TemporaryFolder,
    pub(super) claim: FolderLock,
    listed: ListedFiles,
}

impl KeptTree {
    /// Marks the files that stay in it as they are: those of this content that are the last output's own.
    pub(super) fn mark(&self, places: &mut BTreeMap<String, StagedPlace>, manifest: &Manifest) {
        let (folder, listed) = (self.folder.path(), self.listed.files());
        places
            .par_iter_mut()
            .filter(|(path, place)| {
                let is_same = manifest.get(*path).map(|file| &file.sha256) == listed.get(*path);
                let found = || fs::symlink_metadata(folder.join(path));
                place.is_in_output()
                    && is_same
                    && found().is_ok_and(|found| Identity::of(&found) == place.identity)
            })
            .for_each(|(_, place)| place.folder = FolderOfFile::Both);
    }

    /// Removes every file of it that does not stay, and folders that nothing will be in.
    pub(super) fn remove_others(&self, places: &BTreeMap<String, StagedPlace>) -> io::Result<()> {
        let stays = |path: &str| {
            let place = places.get(path);
            place.is_some_and(|place| place.folder == FolderOfFile::Both)
        };
        let files = self.listed.files().keys().map(String::as_str);
        let mut emptied = BTreeSet::new();
        for path in files.filter(|path| !stays(path)) {
            let full = self.folder.path().join(path);
            unless_gone(tragaluz_disk::remove_file(&full))?;
            emptied.insert(parent_of(&full));
        }
        // Were the list gone and files still there, after a power cut, they would be nobody's.
        for folder in &emptied {
            let _ = flush_folder(folder);
        }
        let signature = self.folder.path().join(SIGNATURE);
        if fs::symlink_metadata(&signature).is_ok() {
            unless_gone(tragaluz_disk::remove_file(&signature))?;
        }
        for name in [SUMS, MARKER] {
            unless_gone(tragaluz_disk::remove_file(&self.folder.path().join(name)))?;
        }
        let wanted: BTreeSet<&str> = places.keys().flat_map(|path| folders_of(path)).collect();
        let folders = self.listed.folders().iter().rev();
        for folder in folders.filter(|folder| !wanted.contains(folder.as_str())) {
            let removed = tragaluz_disk::remove_folder(&self.folder.path().join(folder));
            unless_gone(removed)?;
        }
        Ok(())
    }
}

/// What is not there need not be removed.
fn unless_gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

impl Staging {
    /// Takes up the tree that an earlier run kept. None where there is none, or it is not as that left it: where something
    /// in it is not the program's it stays, and is told.
    pub(super) fn take_up(&mut self) -> Option<KeptTree> {
        let place = self.keeps.clone()?;
        if !fs::symlink_metadata(&place).is_ok_and(|found| found.is_dir()) {
            return None;
        }
        let listed = match only_ours(&place) {
            Ok(listed) => listed,
            Err(left) => {
                self.left.extend(left);
                return None;
            }
        };
        let is_worth_it = is_open(&place, &listed, self.modes) && self.is_nearly(&listed);
        let out = self.output.path();
        if !is_worth_it {
            self.left.extend(removed(&place, out));
            return None;
        }
        let parent = parent_of(out);
        let (folder, claim) = lock::claim(&parent, &swap::prefix(out), true).ok()?;
        tragaluz_disk::remove_folder(folder.path()).ok()?;
        rename(&place, folder.path()).ok()?;
        // On every disk it has its new name before anything in it changes.
        let _ = flush_folder(&parent);
        let _ = flush_folder(&parent_of(&place));
        Some(KeptTree {
            folder,
            claim,
            listed,
        })
    }

    /// Whether most of this output's files are in a kept tree as they are: where they are not, it takes more changes to bring that
    /// up to date than to make a new one.
    fn is_nearly(&mut self, listed: &ListedFiles) -> bool {
        let manifest = self.manifest.get_mut().expect("no writer panicked");
        let places = self.places.get_mut().expect("no writer panicked");
        let is_in_output = |path: &str| places.get(path).is_some_and(StagedPlace::is_in_output);
        let stay = manifest.iter().filter(|(path, file)| {
            listed.files().get(*path) == Some(&file.sha256) && is_in_output(path)
        });
        2 * stay.count() > manifest.len().max(listed.files().len())
    }

    /// Keeps an output that another one took the place of, without what is not the program's. False where that cannot be,
    /// and it is still where it was.
    pub(super) fn keep_old(&self, old: &Path) -> bool {
        let Some(place) = &self.keeps else {
            return false;
        };
        // As a rule there is nothing by then.
        let is_ours = only_ours(old).is_ok();
        (is_ours || clear::strip(old, self.output.path()).is_none()) && rename(old, place).is_ok()
    }
}

/// Removes a kept tree. It gets a name first by which the next run knows it: half of one would stay for ever, as somebody else's.
fn removed(place: &Path, out: &Path) -> Option<Remainder> {
    let free = lock::free_name(&parent_of(out), &swap::prefix(out));
    let moved = free.and_then(|free| rename(place, &free).map(|()| free));
    match moved {
        Ok(moved) => clear::clear(&moved, out),
        Err(_) => clear::clear(place, out),
    }
}

/// Returns what a kept tree's list names, where nothing else is in it; else what else is there.
fn only_ours(tree: &Path) -> Result<ListedFiles, Option<Remainder>> {
    let listed = ListedFiles::of(tree);
    let others = match &listed {
        Ok(listed) => ownership::strangers(tree, listed).map(|found| {
            let sample = names::of_strangers(found.iter());
            Some(sample).filter(|sample| sample.count() > 0)
        }),
        Err(why) => Ok(names::first_in(tree, why)),
    };
    match (listed, others) {
        (Ok(listed), Ok(None)) => Ok(listed),
        (_, Ok(others)) => Err(others.map(|sample| Remainder::foreign(tree, &sample))),
        (_, Err(_)) => Err(Some(Remainder::foreign(tree, &NameSample::of([])))),
    }
}

/// Whether the folders of a tree are as open as those that this run makes.
#[cfg(unix)]
fn is_open(tree: &Path, listed: &ListedFiles, modes: Modes) -> bool {
    use std::os::unix::fs::MetadataExt;
    let mut folders = listed.folders().iter().map(|folder| tree.join(folder));
    folders.all(|folder| {
        // One that is gone is made anew.
        fs::symlink_metadata(folder).map_or(true, |found| found.mode() & 0o777 == modes.folder)
    })
}

#[cfg(not(unix))]
fn is_open(_tree: &Path, _listed: &ListedFiles, _modes: Modes) -> bool {
    true
}

/// Fails as what could not be removed from a tree.
pub(super) fn removing(tree: &Path) -> impl Fn(io::Error) -> Fatal {
    let shown = tree.to_owned();
    move |error| Fatal::io("removing", &shown)(error)
}
