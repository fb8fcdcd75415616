//! What a target is asked to do.

use super::address::TargetAddress;
use super::built_site::BuiltSite;
use crate::diag::Fatal;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Where a target is, and what it is opened with.
pub(super) struct TargetPlace<'a> {
    pub(super) address: &'a TargetAddress,
    /// The portal's folder.
    pub(super) root: &'a Path,
    /// The folder of what is known of the target from one run to the next. It may not be there yet.
    pub(super) folder: &'a Path,
    /// A folder for what is put aside, which goes when the run ends.
    pub(super) aside: &'a Path,
}

/// A file that is sent.
#[derive(Debug, Clone)]
pub(super) struct SentFile<'a> {
    /// Its path from the site's root.
    pub(super) path: &'a str,
    /// Where it is on this computer.
    pub(super) from: PathBuf,
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
    ) -> Result<Option<String>, Fatal>;

    /// Whether nothing of it is there before [`SiteTarget::finish`], and then all.
    fn is_in_one_step(&self) -> bool {
        false
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
