//! WebP: the chunks with EXIF and XMP.

use super::DocumentFormat;
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::picture::{EXIF, tell_exif, tell_xmp};
use crate::documents::reading::{DocumentFile, DocumentReading};
use std::io;

pub(super) struct Webp;

impl DocumentFormat for Webp {
    fn begins(&self, beginning: &[u8]) -> bool {
        beginning.starts_with(b"RIFF") && beginning.get(8..12) == Some(b"WEBP")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        let mut rest = bytes.get(12..).unwrap_or(&[]);
        while let Some((kind, data, after)) = chunk(rest) {
            match kind {
                b"EXIF" => tell_exif(data.strip_prefix(EXIF).unwrap_or(data), reading),
                b"XMP " => tell_xmp(data, reading),
                _ => {}
            }
            rest = after;
        }
        if rest.iter().any(|byte| *byte != 0) {
            reading.gap(GapReason::Damaged, DocumentPart::Body);
        }
        Ok(())
    }
}

fn chunk(bytes: &[u8]) -> Option<(&[u8; 4], &[u8], &[u8])> {
    let kind = bytes.get(..4)?.try_into().ok()?;
    let length = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    let data = bytes.get(8..8_usize.checked_add(length)?)?;
    Some((
        kind,
        data,
        bytes.get(8 + length + length % 2..).unwrap_or(&[]),
    ))
}
