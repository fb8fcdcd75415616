//! JPEG: the segments in front of the picture, and what is behind it.

use super::DocumentFormat;
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::picture::{EXIF, tell_exif, tell_resources, tell_xmp};
use crate::documents::reading::{DocumentFile, DocumentReading};
use crate::documents::text_runs;
use std::collections::BTreeMap;
use std::io;

pub(super) struct Jpeg;

const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const MORE_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
/// Segments that hold measures alone: JFIF, profiles of colours, lists of pictures, Adobe's own.
const NO_WORDS: &[&[u8]] = &[b"JFIF", b"JFXX", b"ICC_PROFILE", b"MPF", b"Adobe", b"FPXR"];
/// Bytes behind the picture that are no more than a filling.
const FILLING: usize = 64;
/// A marker that is alone, without a length: the picture's beginning and its restarts.
const ALONE: [std::ops::RangeInclusive<u8>; 2] = [0x01..=0x01, 0xd0..=0xd8];

impl DocumentFormat for Jpeg {
    fn begins(&self, beginning: &[u8]) -> bool {
        beginning.starts_with(b"\xff\xd8\xff")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        let mut told = SegmentsTold::default();
        let mut at = 2;
        while let Some(marker) = marker(&bytes, at) {
            let (kind, start) = marker;
            if kind == 0xd9 {
                behind(bytes.get(start..).unwrap_or(&[]), reading);
                told.finish(reading);
                return Ok(());
            }
            if ALONE.iter().any(|alone| alone.contains(&kind)) {
                at = start;
                continue;
            }
            let length = bytes
                .get(start..start + 2)
                .map_or(0, |pair| u16::from_be_bytes([pair[0], pair[1]]));
            let end = start + usize::from(length);
            let Some(data) = bytes.get(start + 2..end.max(start + 2)) else {
                break;
            };
            told.segment(kind, data, reading);
            at = end.max(start + 2);
        }
        told.finish(reading);
        reading.gap(GapReason::Damaged, DocumentPart::Body);
        Ok(())
    }
}

/// Returns the next marker and where it ends; the picture's own bytes are passed over.
fn marker(bytes: &[u8], from: usize) -> Option<(u8, usize)> {
    let mut at = from;
    loop {
        at += memchr::memchr(0xff, bytes.get(at..)?)?;
        match *bytes.get(at + 1)? {
            0 => at += 2,
            0xff => at += 1,
            kind => return Some((kind, at + 2)),
        }
    }
}

/// What is in several segments.
#[derive(Default)]
struct SegmentsTold {
    resources: Vec<u8>,
    /// Parts of longer XMP, by the name that they share and where they belong.
    more: BTreeMap<Vec<u8>, BTreeMap<u32, Vec<u8>>>,
}

impl SegmentsTold {
    fn segment(&mut self, kind: u8, data: &[u8], reading: &mut DocumentReading<'_, '_>) {
        if let Some(exif) = data.strip_prefix(EXIF) {
            tell_exif(exif, reading);
        } else if let Some(xmp) = data.strip_prefix(XMP) {
            tell_xmp(xmp, reading);
        } else if let Some(part) = data.strip_prefix(MORE_XMP) {
            self.more(part);
        } else if let Some(part) = data.strip_prefix(PHOTOSHOP) {
            self.resources.extend_from_slice(part);
        } else if kind == 0xfe {
            let text = encoding_rs::UTF_8.decode(data).0.into_owned();
            reading.text(DocumentPart::Comment, text);
        } else if (0xe0..=0xef).contains(&kind) && !NO_WORDS.iter().any(|own| data.starts_with(own))
        {
            for run in text_runs::of(data) {
                reading.text(DocumentPart::Tag(format!("APP{}", kind - 0xe0)), run);
            }
        }
    }

    fn more(&mut self, part: &[u8]) {
        if let (Some(name), Some(place), Some(text)) =
            (part.get(..32), part.get(36..40), part.get(40..))
        {
            let place = place
                .iter()
                .fold(0, |place, byte| place << 8 | u32::from(*byte));
            let parts = self.more.entry(name.to_vec()).or_default();
            parts.insert(place, text.to_vec());
        }
    }

    fn finish(&mut self, reading: &mut DocumentReading<'_, '_>) {
        tell_resources(&self.resources, reading);
        for parts in self.more.values() {
            let whole: Vec<u8> = parts.values().flatten().copied().collect();
            tell_xmp(&whole, reading);
        }
    }
}

/// Tells what is behind the picture: telephones put a second one there, or a film.
fn behind(rest: &[u8], reading: &mut DocumentReading<'_, '_>) {
    if let Some(at) = memchr::memmem::find(rest, b"\xff\xd8\xff") {
        reading.inner_bytes("2", &rest[at..]);
    } else if rest.iter().filter(|byte| **byte != 0).count() > FILLING {
        let part = DocumentPart::Tag("2".to_owned());
        for run in text_runs::of(rest) {
            reading.text(part.clone(), run);
        }
        reading.gap(GapReason::Format, part);
    }
}
