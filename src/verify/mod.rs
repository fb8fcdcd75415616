//! Floor 10: a published copy (a folder, a USB stick) held against what it says of itself.
//!
//! Three things say what a copy ought to be. Its list of checksums names every file ([`sums`], [`contents`]). A signature says whose
//! that list is ([`signature`]). And each dataset's ledger says what every version was, and leads from one to the next
//! ([`chain`]): that is what nobody can change who may write the list, but not what others keep of the ledger.
//!
//! A copy is somebody's who may want to deceive: no path leads out of it, no link in it is followed, and whatever is read into memory has
//! its limit.

mod chain;
mod contents;
mod copy_folder;
mod copy_reader;
mod ledgers;
mod signature;
mod sums;
mod table_chain;
mod unpack;

use crate::diag::{Fatal, Sink};
use copy_folder::CopyFolder;
use std::path::Path;
use sums::ListedSums;

pub use signature::{GivenKey, SignatureVerdict, key_file};

/// What a copy is held against besides itself.
#[derive(Debug, Clone, Default)]
pub struct VerifyOrder {
    /// The key that its publisher made known elsewhere.
    pub key: Option<GivenKey>,
}

/// How far a copy is what it says.
#[derive(Debug, Clone, Copy, Default)]
pub struct VerifiedCopy {
    /// Files that its list names.
    pub files: usize,
    /// Datasets with a ledger.
    pub datasets: usize,
    /// Versions that these ledgers name.
    pub versions: usize,
    /// What its signature is worth.
    pub signature: SignatureVerdict,
}

/// Holds a copy in a folder against its list, its signature and its ledgers.
///
/// # Errors
/// When there is no such folder, or the disk refuses what versions are unpacked to.
pub fn verify(folder: &Path, order: &VerifyOrder, sink: &mut Sink) -> Result<VerifiedCopy, Fatal> {
    let copy = CopyFolder::open(folder, sink)?;
    let Some(sums) = ListedSums::read(&copy, sink) else {
        return Ok(VerifiedCopy::default());
    };
    contents::check(&copy, &sums, sink);
    copy.tell_unlisted(&sums, sink);
    let signature = signature::check(&copy, &sums, order.key.as_ref(), sink);
    let ledgers = ledgers::read(&copy, &sums, sink);
    chain::check(&copy, &sums, &ledgers, sink)?;
    Ok(VerifiedCopy {
        files: sums.files.len(),
        datasets: ledgers.len(),
        versions: ledgers.iter().map(|one| one.ledger.releases().len()).sum(),
        signature,
    })
}
