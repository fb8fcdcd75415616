//! Strings of a PDF that are no text of a page: properties, remarks, what is entered in forms, bookmarks, links.

use super::value::{PdfDict, PdfValue};
use crate::documents::part::DocumentPart;
use crate::documents::text_runs;

/// Strings that are no words.
const TECHNICAL: &[&str] = &[
    "ID",
    "O",
    "U",
    "OE",
    "UE",
    "Perms",
    "CharSet",
    "DA",
    "Panose",
    "Registry",
    "Ordering",
    "Lookup",
    "M",
    "CreationDate",
    "ModDate",
    "CheckSum",
    "NeedAppearances",
    "D",
    "Dest",
];

/// Returns a string's text: UTF-16 or UTF-8 with their marks, else the encoding of PDF itself, which is nearly Latin 1.
pub(crate) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return without_language(&encoding.decode(bytes).0);
    }
    bytes.iter().map(|byte| of_pdf(*byte)).collect()
}

/// Returns text without the marks of its language that UTF-16 may hold.
fn without_language(text: &str) -> String {
    (text.split('\u{1b}').enumerate())
        .filter(|(index, _)| index % 2 == 0)
        .map(|(_, part)| part)
        .collect()
}

/// Returns the letter of a byte (ISO 32000-1, annex D.3).
fn of_pdf(byte: u8) -> char {
    const ACCENTS: &str = "˘ˇˆ˙˝˛˚˜";
    const MARKS: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";
    match byte {
        0x18..=0x1f => ACCENTS.chars().nth(usize::from(byte - 0x18)),
        0x80..=0x9e => MARKS.chars().nth(usize::from(byte - 0x80)),
        0xa0 => Some('€'),
        _ => None,
    }
    .unwrap_or(char::from(byte))
}

/// Tells every string in a value, with where it is; `key` is the value's own.
pub(crate) fn tell(
    value: &PdfValue,
    key: &str,
    around: &PdfDict,
    visit: &mut dyn FnMut(DocumentPart, String),
) {
    match value {
        PdfValue::Dict(dict) => {
            for (key, value) in dict {
                tell(value, key, dict, visit);
            }
        }
        PdfValue::Array(values) => {
            for value in values {
                tell(value, key, around, visit);
            }
        }
        PdfValue::Text(bytes) if is_binary(bytes) => {
            // A signature's certificate names its owner, in Mexico with RFC and CURP.
            for run in text_runs::of(bytes) {
                visit(DocumentPart::Property(key.to_owned()), run);
            }
        }
        PdfValue::Text(bytes) if !TECHNICAL.contains(&key) && !is_date(bytes) => {
            visit(part(key, around), decode(bytes));
        }
        _ => {}
    }
}

fn is_date(bytes: &[u8]) -> bool {
    bytes.starts_with(b"D:")
        && bytes
            .get(2..6)
            .is_some_and(|year| year.iter().all(u8::is_ascii_digit))
}

/// Whether a string is none of text.
fn is_binary(bytes: &[u8]) -> bool {
    if encoding_rs::Encoding::for_bom(bytes).is_some() {
        return false;
    }
    let odd = |byte: &&u8| **byte < 0x18 && !matches!(**byte, b'\t' | b'\n' | b'\r');
    bytes.iter().filter(odd).count() * 20 > bytes.len()
}

/// Returns where a string is, by its key and what is beside it.
fn part(key: &str, around: &PdfDict) -> DocumentPart {
    let has = |key: &str| around.contains_key(key);
    let is_field = has("FT") || has("V") || has("Kids") && has("T");
    match key {
        "Contents" | "RC" | "Subj" => DocumentPart::Comment,
        "T" if !is_field && (has("Subtype") || has("Contents")) => DocumentPart::Comment,
        "T" | "TU" | "TM" | "V" | "DV" | "Opt" => DocumentPart::Field,
        "Title" if has("Parent") => DocumentPart::Outline,
        "URI" => DocumentPart::Link,
        "Alt" | "ActualText" | "E" => DocumentPart::Alternative,
        "F" | "UF" | "Desc" => DocumentPart::Name,
        "JS" => DocumentPart::Body,
        _ => DocumentPart::Property(key.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_decoded_as_they_are_marked() {
        assert_eq!(decode(b"a\xf1o \x84 \xa0"), "año — €");
        assert_eq!(decode(b"\xfe\xff\0a\0\xf1"), "añ");
        assert_eq!(decode(b"\xef\xbb\xbfa\xc3\xb1"), "añ");
        assert_eq!(decode(b"\xfe\xff\0\x1b\0e\0s\0\x1b\0a"), "a");
    }
}
