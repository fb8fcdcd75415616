//! IPTC, as newsrooms caption pictures, and the resources of Photoshop, in which it is.
//!
//! Source: IPTC-NAA Information Interchange Model 4.2.

use super::xmp;
use crate::documents::part::DocumentPart;
use crate::documents::reading::DocumentReading;

/// Data sets of the application record, by their names.
const NAMES: &[(u8, &str)] = &[
    (5, "Object Name"),
    (25, "Keywords"),
    (80, "By-line"),
    (85, "By-line Title"),
    (90, "City"),
    (92, "Sub-location"),
    (95, "Province/State"),
    (101, "Country"),
    (105, "Headline"),
    (110, "Credit"),
    (115, "Source"),
    (116, "Copyright Notice"),
    (118, "Contact"),
    (120, "Caption/Abstract"),
    (122, "Writer/Editor"),
];
/// Dates, times and numbers.
const NO_WORDS: &[u8] = &[
    0, 3, 10, 12, 30, 35, 37, 38, 47, 50, 55, 60, 62, 63, 70, 100,
];

/// Tells the texts of data sets.
pub(crate) fn tell(bytes: &[u8], reading: &mut DocumentReading<'_, '_>) {
    let mut rest = bytes;
    while let [0x1c, record, set, high, low, data @ ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        // One of more than 32,767 bytes says its length in another way, and has no words.
        let Some(value) = data.get(..length) else {
            return;
        };
        if *record == 2 && !NO_WORDS.contains(set) {
            let known = NAMES.iter().find(|(own, _)| own == set);
            let name = known.map_or_else(|| format!("2:{set}"), |(_, name)| (*name).to_owned());
            reading.text(DocumentPart::Tag(name), text(value));
        }
        rest = &data[length..];
    }
}

fn text(value: &[u8]) -> String {
    match std::str::from_utf8(value) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(value)
            .0
            .into_owned(),
    }
}

/// Tells the texts in Photoshop's resources (`8BIM`, a number, a name, and bytes); returns the EXIF among them.
pub(crate) fn tell_resources<'b>(
    bytes: &'b [u8],
    reading: &mut DocumentReading<'_, '_>,
) -> Vec<&'b [u8]> {
    let mut exif = Vec::new();
    let mut rest = bytes;
    while let Some((number, data, after)) = resource(rest) {
        match number {
            0x0404 => tell(data, reading),
            0x0422 => exif.push(data),
            0x0424 => xmp::tell(data, reading),
            _ => {}
        }
        rest = after;
    }
    exif
}

/// Returns the number and the bytes of the first resource, and what follows.
fn resource(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let rest = bytes.strip_prefix(b"8BIM")?;
    let number = u16::from_be_bytes([*rest.first()?, *rest.get(1)?]);
    let name = usize::from(*rest.get(2)?) + 1;
    let rest = rest.get(2 + name + name % 2..)?;
    let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
    let rest = &rest[4..];
    let data = rest.get(..length)?;
    Some((number, data, rest.get(length + length % 2..).unwrap_or(&[])))
}
