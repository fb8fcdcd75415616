//! Properties of old office files: author, who saved last, company, and those that somebody added.
//!
//! Source: [MS-OLEPS].

use crate::documents::part::DocumentPart;
use crate::documents::reading::DocumentReading;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Properties by their numbers.
const NAMES: &[(u32, &str)] = &[
    (2, "title"),
    (3, "subject"),
    (4, "author"),
    (5, "keywords"),
    (6, "comments"),
    (7, "template"),
    (8, "lastAuthor"),
    (14, "manager"),
    (15, "company"),
];
/// Properties of one set.
const MOST: u32 = 4096;

/// Tells every text in a stream of properties.
pub(super) fn tell(bytes: &[u8], reading: &mut DocumentReading<'_, '_>) {
    let sets = number(bytes, 24).unwrap_or(0).min(8);
    for set in 0..sets {
        if let Some(start) = number(bytes, 44 + set as usize * 20)
            && let Some(bytes) = bytes.get(start as usize..)
        {
            tell_set(bytes, reading);
        }
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

fn tell_set(bytes: &[u8], reading: &mut DocumentReading<'_, '_>) {
    let mut encoding = WINDOWS_1252;
    for index in 0..number(bytes, 4).unwrap_or(0).min(MOST) as usize {
        let (Some(id), Some(at)) = (number(bytes, 8 + index * 8), number(bytes, 12 + index * 8))
        else {
            return;
        };
        let at = at as usize;
        if id == 1 {
            encoding = page(number(bytes, at + 4).unwrap_or(0) & 0xffff);
        } else if let Some(text) = text(bytes, at, encoding) {
            let known = NAMES.iter().find(|(own, _)| *own == id);
            let name = known.map_or_else(|| format!("{id}"), |(_, name)| (*name).to_owned());
            reading.text(DocumentPart::Property(name), text);
        }
    }
}

fn page(number: u32) -> &'static Encoding {
    match number {
        65001 => UTF_8,
        _ => Encoding::for_label(format!("windows-{number}").as_bytes()).unwrap_or(WINDOWS_1252),
    }
}

/// Returns a value that is a text, or several.
fn text(bytes: &[u8], at: usize, encoding: &'static Encoding) -> Option<String> {
    let kind = number(bytes, at)? & 0xffff;
    let (is_list, kind) = (kind & 0x1000 != 0, kind & 0xfff);
    if kind != 30 && kind != 31 {
        return None;
    }
    let (count, mut at) = if is_list {
        (number(bytes, at + 4)?, at + 8)
    } else {
        (1, at + 4)
    };
    let mut texts = Vec::new();
    for _ in 0..count.min(MOST) {
        let length = number(bytes, at)? as usize;
        let length = if kind == 31 {
            length.saturating_mul(2)
        } else {
            length
        };
        let raw = bytes.get(at + 4..(at + 4).checked_add(length)?)?;
        let own = if kind == 31 {
            encoding_rs::UTF_16LE
        } else {
            encoding
        };
        let (text, _) = own.decode_without_bom_handling(raw);
        texts.push(text.trim_end_matches('\0').to_owned());
        at += 4 + length.next_multiple_of(if is_list || kind == 31 { 4 } else { 1 });
    }
    Some(texts.join("\n"))
}
