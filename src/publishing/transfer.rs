//! Carries a plan out: rank by rank, the list last, and then what goes.

use super::built_site::BuiltSite;
use super::journal::{Journal, OpenJournal};
use super::plan::{PlannedFile, SendPlan};
use super::present::PresentFiles;
use super::ranks::Rank;
use super::target::{SentFile, SiteTarget};
use crate::diag::Fatal;

/// How far a publication has come.
#[derive(Debug, Clone, Copy)]
pub struct SendProgress {
    /// Files that are there.
    pub files: usize,
    /// How many are to be sent.
    pub of: usize,
    /// Bytes of those that are there.
    pub bytes: u64,
}

/// A plan, and what it is carried out with.
pub(super) struct Transfer<'a> {
    pub(super) site: &'a BuiltSite,
    pub(super) plan: &'a SendPlan,
    pub(super) present: &'a PresentFiles,
    /// None of a target where nothing is there before all of it is.
    pub(super) journal: Option<&'a Journal>,
}

impl Transfer<'_> {
    /// Does it.
    ///
    /// # Errors
    /// When the target refuses something, or the disk does. Then the next run goes on from there.
    pub(super) fn run(
        &self,
        target: &mut dyn SiteTarget,
        tell: &mut dyn FnMut(SendProgress),
    ) -> Result<(), Fatal> {
        let opened = self
            .journal
            .map(|journal| journal.begin(self.site, self.plan, self.present));
        let mut journal = opened.transpose()?;
        let mut progress = SendProgress {
            files: 0,
            of: self.plan.sent.len(),
            bytes: 0,
        };
        for rank in Rank::ALL {
            let batch: Vec<SentFile<'_>> = self.plan.of_rank(rank).map(|f| self.sent(f)).collect();
            if batch.is_empty() {
                continue;
            }
            target.put(&batch, &mut |path| {
                progress.files += 1;
                progress.bytes += self.site.files().get(path).map_or(0, |file| file.bytes);
                tell(progress);
                let sum = self.site.sum_of(path).unwrap_or_default();
                noted(journal.as_mut(), |open| open.put(path, sum))
            })?;
        }
        let gone: Vec<&str> = self
            .plan
            .removed
            .iter()
            .map(|file| file.path.as_str())
            .collect();
        if !gone.is_empty() {
            target.remove(&gone, &mut |path| {
                noted(journal.as_mut(), |open| open.removed(path))
            })?;
        }
        target.finish()?;
        journal.map_or(Ok(()), OpenJournal::end)
    }

    fn sent<'s>(&'s self, file: &'s PlannedFile) -> SentFile<'s> {
        SentFile {
            path: &file.path,
            root: self.site.folder(),
        }
    }
}

/// Notes something in a journal, where there is one.
fn noted<'j>(
    journal: Option<&mut OpenJournal<'j>>,
    note: impl FnOnce(&mut OpenJournal<'j>) -> Result<(), Fatal>,
) -> Result<(), Fatal> {
    journal.map_or(Ok(()), note)
}
