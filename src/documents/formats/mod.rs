//! Formats of documents: told apart by their first bytes, as names lie.

mod boxes;
mod compound;
mod gif;
mod gzip;
mod html;
mod jpeg;
mod metafile;
mod no_words;
mod package;
mod pdf;
mod png;
mod rtf;
mod text;
mod tiff;
mod webp;
mod xml;

use super::part::{DocumentPart, GapReason};
use super::reading::{DocumentFile, DocumentReading};
use std::io::{self, Read, SeekFrom};

/// Bytes by which a format is told.
const BEGINNING: u64 = 4096;

/// A format of documents.
trait DocumentFormat: Sync {
    /// Whether a file that begins so is of this format.
    fn begins(&self, beginning: &[u8]) -> bool;

    /// Tells every text of a file of this format, and what could not be looked into.
    ///
    /// # Errors
    /// When reading breaks off.
    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()>;
}

/// Every format, the surer ones first: the last one is whatever is text.
const ALL: &[&dyn DocumentFormat] = &[
    &package::Package,
    &compound::Compound,
    &pdf::PdfFormat,
    &jpeg::Jpeg,
    &png::Png,
    &webp::Webp,
    &gif::Gif,
    &tiff::Tiff,
    &boxes::Boxes,
    &gzip::Gzip,
    &metafile::Metafile,
    &no_words::NoWords,
    &rtf::Rtf,
    &html::Html,
    &xml::Xml,
    &text::Text,
];

/// Reads a document of any format.
pub(super) fn read(file: &mut dyn DocumentFile, reading: &mut DocumentReading<'_, '_>) {
    if let Err(error) = try_read(file, reading) {
        reading.failed(&error, DocumentPart::Body);
    }
}

fn try_read(file: &mut dyn DocumentFile, reading: &mut DocumentReading<'_, '_>) -> io::Result<()> {
    let mut beginning = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(BEGINNING).read_to_end(&mut beginning)?;
    if beginning.is_empty() {
        return Ok(());
    }
    let Some(format) = ALL.iter().find(|format| format.begins(&beginning)) else {
        reading.gap(GapReason::Format, DocumentPart::Body);
        return Ok(());
    };
    file.seek(SeekFrom::Start(0))?;
    format.read(file, reading)
}
