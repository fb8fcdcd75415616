//! PNG: chunks of text, EXIF and XMP.

use super::DocumentFormat;
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::picture::{EXIF, tell_exif, tell_resources, tell_xmp};
use crate::documents::reading::{DocumentFile, DocumentReading};
use encoding_rs::WINDOWS_1252;
use flate2::read::ZlibDecoder;
use std::io;

pub(super) struct Png;

const MARK: &[u8] = b"\x89PNG\r\n\x1a\n";
const XMP: &str = "XML:com.adobe.xmp";
/// How ImageMagick names what it wrote out in digits.
const RAW: &str = "Raw profile type ";

impl DocumentFormat for Png {
    fn begins(&self, beginning: &[u8]) -> bool {
        beginning.starts_with(MARK)
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        let mut rest = &bytes[MARK.len().min(bytes.len())..];
        while let Some((kind, data, after)) = chunk(rest) {
            match kind {
                b"IEND" => {
                    if after.iter().any(|byte| *byte != 0) {
                        reading.inner_bytes("2", after);
                    }
                    return Ok(());
                }
                b"eXIf" => tell_exif(data, reading),
                b"tEXt" | b"zTXt" | b"iTXt" => text(kind, data, reading)?,
                _ => {}
            }
            rest = after;
        }
        reading.gap(GapReason::Damaged, DocumentPart::Body);
        Ok(())
    }
}

/// Returns the kind and the bytes of the first chunk, and what follows it.
fn chunk(bytes: &[u8]) -> Option<(&[u8; 4], &[u8], &[u8])> {
    let length = u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?) as usize;
    let kind = bytes.get(4..8)?.try_into().ok()?;
    let data = bytes.get(8..8_usize.checked_add(length)?)?;
    Some((kind, data, bytes.get(12 + length..)?))
}

fn text(kind: &[u8; 4], data: &[u8], reading: &mut DocumentReading<'_, '_>) -> io::Result<()> {
    let end = data
        .iter()
        .position(|byte| *byte == 0)
        .unwrap_or(data.len());
    let key = WINDOWS_1252
        .decode_without_bom_handling(&data[..end])
        .0
        .into_owned();
    let rest = data.get(end + 1..).unwrap_or(&[]);
    let (packed, value) = match (kind, rest) {
        (b"zTXt", [_, packed @ ..]) => (true, packed),
        (b"iTXt", [packed, _, further @ ..]) => {
            // A language and the key in that language, each with a nought behind it.
            let mut parts = further.splitn(3, |byte| *byte == 0);
            (*packed == 1, parts.nth(2).unwrap_or(&[]))
        }
        (_, plain) => (false, plain),
    };
    let value = if packed {
        reading.held(reading.metered(ZlibDecoder::new(value)))?
    } else {
        value.to_vec()
    };
    if key == XMP {
        tell_xmp(&value, reading);
    } else if let Some(profile) = key.strip_prefix(RAW) {
        raw_profile(profile, &value, reading);
    } else {
        let text = match std::str::from_utf8(&value) {
            Ok(text) => text.to_owned(),
            Err(_) => WINDOWS_1252
                .decode_without_bom_handling(&value)
                .0
                .into_owned(),
        };
        reading.text(DocumentPart::Tag(key), text);
    }
    Ok(())
}

/// Tells what is written out in hexadecimal digits, behind a name and a length.
fn raw_profile(profile: &str, value: &[u8], reading: &mut DocumentReading<'_, '_>) {
    let digits = value
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .skip(2);
    let digits: Vec<u8> = (digits.flatten())
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    let bytes: Vec<u8> = digits
        .chunks_exact(2)
        .map(|pair| pair[0] << 4 | pair[1])
        .collect();
    let exif = bytes.strip_prefix(EXIF);
    match (profile, exif) {
        (_, Some(exif)) => tell_exif(exif, reading),
        ("xmp", _) => tell_xmp(&bytes, reading),
        ("iptc" | "8bim", _) => tell_resources(&bytes, reading),
        ("exif", _) => tell_exif(&bytes, reading),
        _ => {}
    }
}
