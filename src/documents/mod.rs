//! What documents that are not read as tables hold in words, also where no page shows it: the text of a PDF and its
//! properties, comments and deleted words of office files, what a camera wrote into a picture.
//!
//! A format is one file of `formats/`. What none of them knows, or cannot read, is told as not looked into: a document is
//! never silently "clean". Texts are handed on one by one and never kept.

mod formats;
mod part;
mod pdf;
mod picture;
mod reading;
mod strip;
mod text_runs;
mod xml;

pub(crate) use part::{DocumentPart, DocumentText, DocumentVerdict, GPS, GapReason};
pub(crate) use reading::{DocumentFile, Extent, TextVisitor};
pub use strip::{StripRefusal, StrippedPicture, strip};
pub(crate) use xml::in_utf8;

use crate::source::limits::Limits;
use reading::DocumentReading;
use std::io::SeekFrom;

/// Hands on every text of a document; returns what of it could not be looked into.
pub(crate) fn texts(
    file: &mut dyn DocumentFile,
    extent: Extent<'_>,
    limits: &Limits,
    visit: &mut TextVisitor<'_>,
) -> DocumentVerdict {
    let Ok(size) = file.seek(SeekFrom::End(0)) else {
        let mut verdict = DocumentVerdict::default();
        verdict.add(GapReason::Damaged, DocumentPart::Body);
        return verdict;
    };
    let mut reading = DocumentReading::new(size, extent, limits, formats::read, visit);
    formats::read(file, &mut reading);
    reading.verdict
}

#[cfg(test)]
mod tests;
