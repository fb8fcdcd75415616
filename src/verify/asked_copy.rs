//! A copy that is asked something.

use super::copy_reader::CopyReader;
use super::ledgers::DatasetLedger;
use super::sums::ListedSums;

/// A copy, its list and its ledgers.
#[derive(Clone, Copy)]
pub(super) struct AskedCopy<'a> {
    pub(super) copy: &'a dyn CopyReader,
    pub(super) sums: &'a ListedSums,
    pub(super) ledgers: &'a [DatasetLedger],
}
