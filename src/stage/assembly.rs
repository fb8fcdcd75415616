//! The whole new output in one folder, before it takes the last one's place: what did not change gets a second name there,
//! unless it has one since an earlier run.

use super::kept_tree::{KeptTree, removing};
use super::{Identity, MARKER, SUMS, Staging};
use crate::diag::Fatal;
use crate::stage::ownership::folders_of;
use crate::stage::previous_manifest::{FolderOfFile, StagedPlace};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use tragaluz_disk::{flush_file, flush_folder};

impl Staging {
    /// Lets every file of the output be in the staging folder, which may be another one then.
    ///
    /// # Errors
    /// When a file of the last output changed meanwhile, or the disk refuses.
    pub(super) fn assemble(&mut self) -> Result<(), Fatal> {
        if let Some(tree) = self.take_up() {
            self.bring_up_to_date(tree)?;
        }
        let (out, work) = (self.output.path(), self.work.path());
        let places = self.places.get_mut().expect("no writer panicked");
        let carried = || places.iter().filter(|(_, place)| place.is_in_output());
        make_folders(work, carried().map(|(path, _)| path.as_str()))?;
        places
            .par_iter_mut()
            .filter(|(_, place)| place.is_in_output())
            .try_for_each(|(path, place)| carry(path, out, work, place))
    }

    /// Makes a kept tree the staging folder: what does not stay in it goes, what this run wrote comes in.
    fn bring_up_to_date(&mut self, tree: KeptTree) -> Result<(), Fatal> {
        let places = self.places.get_mut().expect("no writer panicked");
        let manifest = self.manifest.get_mut().expect("no writer panicked");
        let (from, to) = (self.work.path(), tree.folder.path());
        tree.mark(places, manifest);
        tree.remove_others(places).map_err(removing(to))?;
        let written = || {
            let all = places.iter();
            let is_written = |place: &StagedPlace| place.folder == FolderOfFile::Staging;
            all.filter_map(move |(path, place)| is_written(place).then_some(path.as_str()))
        };
        make_folders(to, written())?;
        let is_list = |path: &&str| [SUMS, MARKER].contains(path);
        let move_in = |path: &str| {
            let full = to.join(path);
            tragaluz_disk::rename(&from.join(path), &full).map_err(Fatal::io("writing", &full))
        };
        // After a power cut, files that no list names would be nobody's: the list comes before them.
        for path in written().filter(is_list) {
            // What the disk has not of the list, it is to have now.
            let _ = flush_file(&from.join(path));
            move_in(path)?;
        }
        let _ = flush_folder(to);
        written()
            .filter(|path| !is_list(path))
            .try_for_each(move_in)?;
        self.work = tree.folder;
        // After its folder, which is gone now.
        self.claim = tree.claim;
        Ok(())
    }
}

/// Makes the folders that these files are in.
fn make_folders<'a>(work: &Path, files: impl Iterator<Item = &'a str>) -> Result<(), Fatal> {
    let folders: BTreeSet<&str> = files.flat_map(folders_of).collect();
    folders.into_iter().try_for_each(|folder| {
        let full = work.join(folder);
        tragaluz_disk::create_folders(&full).map_err(Fatal::io("creating", &full))
    })
}

/// Lets a file of the last output be in the next one too: under a second name, or as a copy where a disk knows no such
/// names. The copy's identity is another one.
fn carry(path: &str, out: &Path, work: &Path, place: &mut StagedPlace) -> Result<(), Fatal> {
    let (from, to) = (out.join(path), work.join(path));
    let identity_of = |file: &Path| fs::symlink_metadata(file).map(|found| Identity::of(&found));
    let carried = || -> io::Result<(Identity, Identity)> {
        if tragaluz_disk::link(&from, &to).is_err() {
            tragaluz_disk::copy(&from, &to)?;
        }
        Ok((identity_of(&from)?, identity_of(&to)?))
    };
    let (found, identity) = carried().map_err(Fatal::io("writing", &to))?;
    if !found.is_of_same_file(&place.identity) {
        return Err(Fatal::changed(path));
    }
    *place = StagedPlace {
        identity,
        folder: FolderOfFile::Staging,
    };
    Ok(())
}
