//! What a target is asked to do.

use super::address::TargetAddress;
use super::built_site::{BuiltSite, sum_of};
use crate::diag::Fatal;
use crate::source::disk::{Disk, LocalDisk};
use jiff::Timestamp;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Looks a secret up by its name: in the environment, which only the verbs read.
pub type SecretLookup = fn(&str) -> Option<String>;

/// The name under which a file is put until it is whole, where a target renames it then.
pub(super) const PART: &str = ".tragaluz-part";

/// The page that says whether a site of somebody else is there.
const FIRST_PAGE: &str = "index.html";

/// Where a target is, and what it is opened with.
pub(super) struct TargetPlace<'a> {
    pub(super) address: &'a TargetAddress,
    /// The portal's folder.
    pub(super) root: &'a Path,
    /// The folder of what is known of the target from one run to the next. It may not be there yet.
    pub(super) folder: &'a Path,
    /// A folder for what is put aside, which goes when the run ends.
    pub(super) aside: &'a Path,
    #[cfg_attr(not(feature = "net"), expect(dead_code, reason = "of FTP and buckets"))]
    pub(super) secrets: SecretLookup,
    /// Says what time it is, which stores want in what is signed for them.
    #[cfg_attr(
        not(feature = "object-store"),
        expect(dead_code, reason = "of buckets")
    )]
    pub(super) now: fn() -> Timestamp,
}

/// A file that is sent.
#[derive(Debug, Clone)]
pub(super) struct SentFile<'a> {
    /// Its path from the site's root.
    pub(super) path: &'a str,
    /// The folder of the site on this computer.
    pub(super) root: &'a Path,
}

impl SentFile<'_> {
    /// Where it is on this computer.
    pub(super) fn from(&self) -> PathBuf {
        self.root.join(self.path)
    }
}

/// Is told each file that is there, or gone, for good.
pub(super) type ToldPath<'t> = dyn FnMut(&str) -> Result<(), Fatal> + 't;

/// Takes a file that was fetched; none where there is none of its path.
pub(super) type Fetched<'t> = dyn FnMut(&str, Option<&mut dyn Read>) -> Result<(), Fatal> + 't;

/// A place that files are brought to.
pub(super) trait SiteTarget {
    /// Fetches files, one after another.
    ///
    /// # Errors
    /// When the target cannot be reached or read.
    fn fetch(&mut self, paths: &[&str], each: &mut Fetched<'_>) -> Result<(), Fatal>;

    /// Puts files in their places, each whole or not at all, over what is there.
    ///
    /// # Errors
    /// When one cannot be put. Those that were told are there.
    fn put(&mut self, files: &[SentFile<'_>], tell: &mut ToldPath<'_>) -> Result<(), Fatal>;

    /// Removes files, and folders that are empty then where such are known. One that is not there is no error.
    ///
    /// # Errors
    /// When one cannot be removed.
    fn remove(&mut self, paths: &[&str], tell: &mut ToldPath<'_>) -> Result<(), Fatal>;

    /// Returns which of these files of the site, which no list there names, is there all the same and another's, as far as that can be
    /// known without asking for each. `is_first` says that there is no list.
    ///
    /// # Errors
    /// When the target cannot be reached or read.
    fn stranger(
        &mut self,
        site: &BuiltSite,
        new: &[&str],
        is_first: bool,
    ) -> Result<Option<String>, Fatal> {
        let mut found = None;
        if !is_first || !new.contains(&FIRST_PAGE) {
            return Ok(found);
        }
        self.fetch(&[FIRST_PAGE], &mut |path, file| {
            let Some(file) = file else {
                return Ok(());
            };
            let sum = sum_of(file).map_err(Fatal::io("reading", path.as_ref()))?;
            if site.sum_of(path) != Some(&sum) {
                found = Some(path.to_owned());
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Whether nothing of it is there before [`SiteTarget::finish`], and then all.
    fn is_in_one_step(&self) -> bool {
        false
    }

    /// Returns the address that tells which host it is at, where that is not the one that was given.
    fn host_address(&self) -> Option<&str> {
        None
    }

    /// Ends a publication.
    ///
    /// # Errors
    /// When the target refuses.
    fn finish(&mut self) -> Result<(), Fatal> {
        Ok(())
    }

    /// Brings the site to a folder that was there before the present one, where the target has a history. Returns whether it has.
    ///
    /// # Errors
    /// When the target cannot be read, or the disk refuses.
    fn earlier(&mut self, _folder: &Path) -> Result<bool, Fatal> {
        Ok(false)
    }
}

/// A kind of target.
pub(super) trait TargetKind: Sync {
    /// Opens a target of this kind; none where the address is another kind's.
    ///
    /// # Errors
    /// When the address is not whole, or the target cannot be reached.
    fn open(&self, place: &TargetPlace<'_>) -> Result<Option<Box<dyn SiteTarget>>, Fatal>;
}

/// Fetches files to a folder aside, and hands each on from there.
///
/// # Errors
/// Those of `fetch` and `each`, and when the disk refuses.
pub(super) fn each_aside(
    aside: &Path,
    paths: &[&str],
    each: &mut Fetched<'_>,
    fetch: impl FnOnce(&Path) -> Result<(), Fatal>,
) -> Result<(), Fatal> {
    let folder = aside.join("fetched");
    tragaluz_disk::create_folders(&folder).map_err(Fatal::io("creating", &folder))?;
    fetch(&folder)?;
    for path in paths {
        let full = folder.join(path);
        match LocalDisk.open(&full) {
            Ok(mut file) => each(path, Some(&mut *file as &mut dyn Read))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => each(path, None)?,
            Err(error) => return Err(Fatal::io("reading", &full)(error)),
        }
    }
    tragaluz_disk::remove_tree(&folder).map_err(Fatal::io("removing", &folder))
}
