//! A folder: of a web server, of a network drive, of a USB stick.

use crate::diag::Fatal;
use crate::publishing::address::TargetAddress;
use crate::publishing::built_site::{BuiltSite, hash_of};
use crate::publishing::refusal::refused_file;
use crate::publishing::target::{Fetched, SentFile, SiteTarget, TargetKind, TargetPlace, ToldPath};
use crate::source::disk::{Disk, LocalDisk};
use crate::stage;
use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Folders.
pub(super) struct Folders;

impl TargetKind for Folders {
    fn open(&self, place: &TargetPlace<'_>) -> Result<Option<Box<dyn SiteTarget>>, Fatal> {
        let text = place.address.text();
        // Another kind's, of a program without that kind, or a slip.
        if text.is_empty() || text.contains("://") {
            return Ok(None);
        }
        let written = Path::new(text);
        Ok(Some(Box::new(Folder {
            root: place.root.join(written),
            address: place.address.clone(),
            thinned: BTreeSet::new(),
        })))
    }
}

/// A folder. A relative one is seen from the portal's.
struct Folder {
    root: PathBuf,
    address: TargetAddress,
    /// Folders in which something was removed since the disk was last asked to keep that.
    thinned: BTreeSet<PathBuf>,
}

impl Folder {
    /// Returns where a file is. No link on the way is followed: it leads to what is somebody else's.
    fn full(&self, path: &str) -> Result<PathBuf, Fatal> {
        let mut above = path.match_indices('/').map(|(at, _)| &path[..at]);
        let link = above.find(|folder| LocalDisk.is_link(&self.root.join(folder)));
        let link = link.or_else(|| LocalDisk.is_link(&self.root.join(path)).then_some(path));
        match link {
            Some(link) => Err(refused_file("link", &self.address, link)),
            None => Ok(self.root.join(path)),
        }
    }

    fn put_one(&self, file: &SentFile<'_>) -> Result<(), Fatal> {
        let full = self.full(file.path)?;
        let folder = full.parent().unwrap_or(&self.root);
        stage::create_folders(folder).map_err(Fatal::io("creating", folder))?;
        let mut from = LocalDisk
            .open(&file.from())
            .map_err(Fatal::io("reading", &file.from()))?;
        let put = stage::beside(folder).and_then(|mut new| {
            io::copy(&mut from, &mut new)?;
            stage::place(new, &full)
        });
        put.map_err(Fatal::io("writing", &full))
    }

    /// Removes the folders above a file that hold nothing any more.
    fn remove_empty(&mut self, full: &Path) {
        // One with something in it stays.
        let is_left =
            |folder: &&Path| *folder == self.root || tragaluz_disk::remove_folder(folder).is_err();
        let left = full.ancestors().skip(1).find(is_left);
        self.thinned.extend(left.map(Path::to_owned));
    }
}

impl SiteTarget for Folder {
    fn fetch(&mut self, paths: &[&str], each: &mut Fetched<'_>) -> Result<(), Fatal> {
        for path in paths {
            let full = self.full(path)?;
            match LocalDisk.open(&full) {
                Ok(mut file) => each(path, Some(&mut *file as &mut dyn Read))?,
                Err(error) if error.kind() == io::ErrorKind::NotFound => each(path, None)?,
                Err(error) => return Err(Fatal::io("reading", &full)(error)),
            }
        }
        Ok(())
    }

    fn put(&mut self, files: &[SentFile<'_>], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        for file in files {
            self.put_one(file)?;
            tell(file.path)?;
        }
        Ok(())
    }

    fn remove(&mut self, paths: &[&str], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        for path in paths {
            let full = self.full(path)?;
            match tragaluz_disk::remove_file(&full) {
                Ok(()) => self.remove_empty(&full),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(Fatal::io("removing", &full)(error)),
            }
            tell(path)?;
        }
        Ok(())
    }

    fn stranger(
        &mut self,
        site: &BuiltSite,
        new: &[&str],
        _is_first: bool,
    ) -> Result<Option<String>, Fatal> {
        for path in new {
            let full = self.full(path)?;
            let is_ours = || hash_of(&full).ok().as_deref() == site.sum_of(path);
            if LocalDisk.exists(&full) && !is_ours() {
                return Ok(Some((*path).to_owned()));
            }
        }
        Ok(None)
    }

    /// Comes back once the disk has what was removed: what was taken down does not come back with the power.
    fn finish(&mut self) -> Result<(), Fatal> {
        for folder in std::mem::take(&mut self.thinned) {
            // One of them may have become empty after another.
            if LocalDisk.exists(&folder) {
                tragaluz_disk::flush_folder(&folder).map_err(Fatal::io("removing in", &folder))?;
            }
        }
        Ok(())
    }
}
