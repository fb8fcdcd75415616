//! HEIC, AVIF, JPEG 2000 and JPEG XL: EXIF and XMP are whole in them, wherever that is. Films have the same form, and
//! are not looked into further.

use super::DocumentFormat;
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::picture::{EXIF, tell_exif, tell_xmp};
use crate::documents::reading::{DocumentFile, DocumentReading};
use memchr::memmem;
use std::io;

pub(super) struct Boxes;

/// Kinds of pictures.
const PICTURES: &[&[u8]] = &[
    b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis", b"avif", b"avis",
];
/// Pictures in one file that are looked into: a burst has some hundred.
const MOST: usize = 1000;

impl DocumentFormat for Boxes {
    fn begins(&self, beginning: &[u8]) -> bool {
        let kind = beginning.get(4..8);
        kind == Some(b"ftyp") || kind == Some(b"jP  ") || kind == Some(b"JXL ")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        for at in memmem::find_iter(&bytes, EXIF).take(MOST) {
            let rest = &bytes[at + EXIF.len()..];
            if rest.starts_with(b"II*\0") || rest.starts_with(b"MM\0*") {
                tell_exif(rest, reading);
            }
        }
        for at in memmem::find_iter(&bytes, b"<x:xmpmeta").take(MOST) {
            let rest = &bytes[at..];
            let end = memmem::find(rest, b"</x:xmpmeta>").map_or(rest.len(), |end| end + 12);
            tell_xmp(&rest[..end], reading);
        }
        let is_film = bytes.get(4..8) == Some(b"ftyp")
            && !PICTURES.iter().any(|kind| bytes.get(8..12) == Some(kind));
        if is_film {
            reading.gap(GapReason::Format, DocumentPart::Body);
        }
        Ok(())
    }
}
