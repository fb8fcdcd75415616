//! GIF: its remarks, and XMP.

use super::DocumentFormat;
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::picture::tell_xmp;
use crate::documents::reading::{DocumentFile, DocumentReading};
use std::io;

pub(super) struct Gif;

/// Behind XMP are 256 bytes that end it for readers who do not know it.
const XMP_END: usize = 258;

impl DocumentFormat for Gif {
    fn begins(&self, beginning: &[u8]) -> bool {
        beginning.starts_with(b"GIF8")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        if blocks(&bytes, reading).is_none() {
            reading.gap(GapReason::Damaged, DocumentPart::Body);
        }
        Ok(())
    }
}

/// Tells the blocks; none where they break off.
fn blocks(bytes: &[u8], reading: &mut DocumentReading<'_, '_>) -> Option<()> {
    let mut at = 13 + colours(*bytes.get(10)?);
    loop {
        match *bytes.get(at)? {
            0x3b => return Some(()),
            0x2c => {
                at += 11 + colours(*bytes.get(at + 9)?);
                at = chain(bytes, at, &mut Vec::new())?;
            }
            0x21 => {
                let kind = *bytes.get(at + 1)?;
                let mut data = Vec::new();
                let start = at + 2;
                at = chain(bytes, start, &mut data)?;
                if kind == 0xfe || kind == 0x01 {
                    let text = encoding_rs::UTF_8.decode(&data).0.into_owned();
                    reading.text(DocumentPart::Comment, text);
                } else if data.starts_with(b"XMP DataXMP") {
                    let xmp = bytes.get(start + 12..at.saturating_sub(XMP_END))?;
                    tell_xmp(xmp, reading);
                }
            }
            _ => return None,
        }
    }
}

/// Returns the bytes of a table of colours that these flags tell.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 {
        0
    } else {
        3 << ((flags & 7) + 1)
    }
}

/// Joins a chain of small blocks, and returns where it ends.
fn chain(bytes: &[u8], mut at: usize, data: &mut Vec<u8>) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        let block = bytes.get(at + 1..at + 1 + length)?;
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
        data.extend_from_slice(block);
    }
}
