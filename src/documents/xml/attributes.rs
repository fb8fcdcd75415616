//! Attributes that can hold words of people.

use crate::documents::part::DocumentPart;
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

/// Attributes that are told whatever they hold, by their local names.
const WORDS: &[&str] = &[
    "author",
    "initials",
    "lastModifiedBy",
    "creator",
    "displayName",
    "userId",
    "name",
    "title",
    "descr",
    "alt",
    "desc",
    "label",
    "tooltip",
    "Target",
    "href",
    "value",
    "string-value",
    "display",
    "display-name",
    "aria-label",
    "prompt",
    "caption",
    "tag",
    "content",
];
/// Letters and digits of the shortest identifier that is told by its look alone.
const SHORTEST_IDENTIFIER: usize = 10;
/// Digits of the shortest number that is no length of a drawing.
const SHORTEST_NUMBER: usize = 16;

/// Returns the value of an attribute of this local name.
pub(crate) fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes();
    let found = (all.with_checks(false).flatten())
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let text = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(text.into_owned())
}

/// Returns name and value of each attribute that can hold words, or of all.
pub(super) fn telling(tag: &BytesStart<'_>, all: bool) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for attribute in tag.attributes().with_checks(false).flatten() {
        let key = attribute.key.as_ref();
        if key == "xmlns" || key.starts_with("xmlns:") {
            continue;
        }
        let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
            continue;
        };
        let name = attribute.key.local_name().as_ref().to_owned();
        let is_told = all || WORDS.contains(&name.as_str()) || has_words(&value);
        if is_told && !value.trim().is_empty() && !is_namespace(&value) {
            found.push((name, value.into_owned()));
        }
    }
    found
}

/// Whether a value can hold words or an identifier: it has a blank between letters, an `@`, or letters mixed with digits
/// that are no hexadecimal number.
fn has_words(value: &str) -> bool {
    let letters = value.chars().any(char::is_alphabetic);
    if value.contains('@') || letters && value.contains(char::is_whitespace) {
        return true;
    }
    let digits = value.chars().filter(char::is_ascii_digit).count();
    if digits == value.len() {
        return digits >= SHORTEST_NUMBER;
    }
    let plain = value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let hexadecimal = value.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    plain && !hexadecimal && digits > 0 && letters && value.len() >= SHORTEST_IDENTIFIER
}

/// Whether a value is the address of a vocabulary.
fn is_namespace(value: &str) -> bool {
    const VOCABULARIES: &[&str] = &[
        "http://schemas.",
        "http://purl.oclc.org/",
        "http://www.w3.org/",
        "urn:oasis:",
        "urn:schemas-microsoft-com:",
    ];
    VOCABULARIES.iter().any(|start| value.starts_with(start))
}

/// Returns where the text of an attribute of this name is, where the name says it.
pub(super) fn part(name: &str) -> Option<DocumentPart> {
    match name {
        "author" | "initials" | "lastModifiedBy" | "creator" | "displayName" | "userId" => {
            Some(DocumentPart::Property(name.to_owned()))
        }
        "Target" | "href" => Some(DocumentPart::Link),
        "alt" | "descr" | "desc" | "aria-label" => Some(DocumentPart::Alternative),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_and_words_are_told_and_measures_are_not() {
        for told in [
            "BADD110313HCMLNS09",
            "a@b.mx",
            "Hoja de Ana",
            "002010077777777771",
        ] {
            assert!(has_words(told), "{told}");
        }
        for left in [
            "9144000", "00A1B2C3", "rId12", "{6F5-A9}", "preserve", "5486400", "",
        ] {
            assert!(!has_words(left), "{left}");
        }
    }
}
