//! Floor 10: a published copy (a folder, a USB stick, an address on the web) held against what it says of itself.
//!
//! Three things say what a copy ought to be. Its list of checksums names every file ([`sums`], [`contents`]). A signature says whose
//! that list is ([`signature`]). And each dataset's ledger says what every version was, and leads from one to the next
//! ([`chain`]): that is what nobody can change who may write the list, but not what others keep of the ledger.
//!
//! A copy is somebody's who may want to deceive: no path leads out of it, no link in it is followed, and whatever is read into memory has
//! its limit.

mod asked_copy;
mod chain;
mod contents;
mod copy_folder;
mod copy_place;
mod copy_reader;
#[cfg(feature = "net")]
mod copy_web;
mod difference;
mod figure;
mod file_changes;
mod ledgers;
mod nearest;
mod old_file;
mod readable_changes;
mod row_links;
mod sentences;
#[cfg(feature = "sign")]
mod sign;
mod signature;
mod sums;
mod table_chain;
mod unpack;

use crate::diag::{Fatal, Sink};
use crate::figures::SpokenNumber;
use crate::text::number::NumberSeparators;
use asked_copy::AskedCopy;
use copy_reader::CopyReader;
use difference::DifferenceWork;
use figure::SoughtNumber;
use ledgers::DatasetLedger;
use std::path::Path;
use sums::ListedSums;

#[cfg(feature = "net")]
pub(crate) use copy_web::{tls_config, web_agent};
pub use difference::{DifferenceZip, SinceVersion};
pub use figure::{FigureCell, FigurePlaceFound, FigureQuestion};
pub use file_changes::{ChangedCell, FileChanges, NamedCell};
pub use nearest::{NearBy, NearTable};
pub use old_file::{FileAnswer, FileVerdict, KnownVersion, LaterVersion};
pub use sentences::FigureSentence;
#[cfg(feature = "sign")]
pub use sign::{KeptKey, SignedList, sign};
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

/// A copy with its list and its ledgers.
struct OpenedCopy {
    copy: Box<dyn CopyReader>,
    sums: ListedSums,
    ledgers: Vec<DatasetLedger>,
    signature: SignatureVerdict,
}

impl OpenedCopy {
    /// Reads a copy's list, its signature and its ledgers, and tells what is wrong with them. None where there is no list.
    fn open(
        place: &Path,
        order: &VerifyOrder,
        sink: &mut Sink,
    ) -> Result<Option<OpenedCopy>, Fatal> {
        let copy = copy_place::open(place, sink)?;
        let Some(sums) = ListedSums::read(&*copy, sink) else {
            return Ok(None);
        };
        let signature = signature::check(&*copy, &sums, order.key.as_ref(), sink);
        let ledgers = ledgers::read(&*copy, &sums, sink);
        Ok(Some(OpenedCopy {
            copy,
            sums,
            ledgers,
            signature,
        }))
    }

    fn asked(&self) -> AskedCopy<'_> {
        AskedCopy {
            copy: &*self.copy,
            sums: &self.sums,
            ledgers: &self.ledgers,
        }
    }
}

/// Holds a copy, in a folder or at an address on the web, against its list, its signature and its ledgers.
///
/// # Errors
/// When there is no such folder, or the disk refuses what versions are unpacked to.
pub fn verify(folder: &Path, order: &VerifyOrder, sink: &mut Sink) -> Result<VerifiedCopy, Fatal> {
    let Some(opened) = OpenedCopy::open(folder, order, sink)? else {
        return Ok(VerifiedCopy::default());
    };
    let OpenedCopy {
        copy,
        sums,
        ledgers,
        signature,
    } = &opened;
    contents::check(&**copy, sums, sink);
    copy.tell_unlisted(&sums.files, sink);
    chain::check(&**copy, sums, ledgers, sink)?;
    Ok(VerifiedCopy {
        files: sums.files.len(),
        datasets: ledgers.len(),
        versions: ledgers.iter().map(|one| one.ledger.releases().len()).sum(),
        signature: *signature,
    })
}

/// Says what a file that somebody got earlier is to a copy; none where the copy has no list. What is wrong with the copy's list,
/// signature and ledgers is told; its other files are not looked at.
///
/// # Errors
/// When there is no such folder or file, or the disk refuses.
pub fn answer_file(
    folder: &Path,
    order: &VerifyOrder,
    file: &Path,
    sink: &mut Sink,
) -> Result<Option<FileAnswer>, Fatal> {
    let Some(opened) = OpenedCopy::open(folder, order, sink)? else {
        return Ok(None);
    };
    old_file::answer(opened.asked(), file).map(Some)
}

/// Finds every place of a copy that has a figure: first sentences of pages, then cells of tables as they are now, then those of
/// versions that are offered no more. What is wrong with the copy's list, signature, ledgers and versions is told.
///
/// # Errors
/// When there is no such folder, the figure is no number, the disk refuses, and those of `each`.
pub fn find_figure(
    folder: &Path,
    order: &VerifyOrder,
    question: &FigureQuestion,
    sink: &mut Sink,
    each: &mut dyn FnMut(&FigurePlaceFound) -> Result<(), Fatal>,
) -> Result<(), Fatal> {
    let number = SpokenNumber::of_cell(&question.figure, &NumberSeparators::default());
    let Some(number) = number else {
        let args = vec![("text", question.figure.as_str().into())];
        return Err(Fatal::wrong_command("no-figure", args));
    };
    let Some(opened) = OpenedCopy::open(folder, order, sink)? else {
        return Ok(());
    };
    let sought = SoughtNumber {
        asked: opened.asked(),
        number,
        within: question.within.as_deref(),
    };
    let faults = sought.find(each)?;
    sink.extend(faults);
    Ok(())
}

/// Writes what changed in a dataset since one of its versions to a ZIP; none where the copy's list, signature, ledger or versions have
/// a fault, which is told.
///
/// # Errors
/// When there is no such folder, dataset or version, or the disk refuses.
pub fn difference(
    folder: &Path,
    order: &VerifyOrder,
    since: &SinceVersion,
    out: &Path,
    sink: &mut Sink,
) -> Result<Option<DifferenceZip>, Fatal> {
    let Some(opened) = OpenedCopy::open(folder, order, sink)? else {
        return Ok(None);
    };
    if sink.has_errors() {
        return Ok(None);
    }
    match DifferenceWork::of(opened.asked(), since)?.write(out)? {
        Ok(zip) => Ok(Some(zip)),
        Err(faults) => {
            sink.extend(faults);
            Ok(None)
        }
    }
}
