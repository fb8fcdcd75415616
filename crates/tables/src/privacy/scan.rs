//! One text held against every detector.

use super::detectors::DETECTORS;
use super::key_words::key_words_in;
use super::plain_signs::PlainSigns;
use super::scanned_text::ScannedText;
use super::sighting::{Evidence, Sighting, settled};
use super::{
    DeclaredContacts, FieldHint, PersonalKind, PersonalMatch, given_names, national_rules,
};

/// Finds personal data in a text: matches that do not overlap, in the order of the text. What the portal declares as an
/// office's contact is none.
///
/// ```
/// use tragaluz_tables::privacy::{DeclaredContacts, FieldHint, scan};
/// let found = scan("write to ana@correo.test", FieldHint::default(), &DeclaredContacts::default());
/// assert_eq!((found[0].kind.id, found[0].span.clone()), ("e-mail", 9..24));
/// ```
pub fn scan(text: &str, hint: FieldHint, declared: &DeclaredContacts) -> Vec<PersonalMatch> {
    if hint.announces.is_none() && is_plain(text) {
        return Vec::new();
    }
    let counts = |one: &Sighting| one.evidence == Evidence::Enough;
    let found = look(text, hint, declared).into_iter().filter(counts);
    found
        .map(|Sighting { kind, span, .. }| PersonalMatch { kind, span })
        .collect()
}

/// Returns what detectors saw in a text, less what overlaps.
pub(super) fn look(text: &str, hint: FieldHint, declared: &DeclaredContacts) -> Vec<Sighting> {
    let plain = PlainSigns::of(text);
    let scanned = ScannedText::new(&plain.text, hint);
    let mut found = Vec::new();
    for detector in DETECTORS {
        if detector.may_be_in(&scanned) {
            detector.find(&scanned, &mut found);
        }
    }
    for one in &mut found {
        one.span = plain.place_of(one.span.clone());
    }
    if let Some(kind) = hint.announces
        && !found.iter().any(|one| one.evidence == Evidence::Enough)
        && !declared.holds(text)
        && is_value_of(kind, &scanned)
    {
        let start = text.len() - text.trim_start().len();
        let whole = start..start + text.trim().len();
        found.push(Sighting::enough(PersonalKind::likely(kind.id), whole));
    }
    // A part of what is declared is declared with it.
    let mut found = settled(found);
    found.retain(|one| !declared.holds(&text[one.span.clone()]));
    found
}

/// Whether a text under a name that announces a kind may be one, though it has not its form.
fn is_value_of(kind: PersonalKind, text: &ScannedText<'_>) -> bool {
    let (letters, digits) = (text.traits.letters, text.traits.digits);
    let is_masked = text.text.contains(['*', '[']) || text.text.contains("XXX");
    if is_masked || given_names::is_no_value(text.text) {
        return false;
    }
    match kind.id {
        _ if national_rules::rule_of(kind).is_some() => false,
        // That of a company has three letters, and those of nobody count four.
        "rfc" => {
            let first: Vec<char> = text
                .text
                .chars()
                .filter(|sign| sign.is_alphanumeric())
                .take(4)
                .collect();
            digits >= 6
                && first.iter().all(|sign| sign.is_alphabetic())
                && !["XAXX", "XEXX"].contains(&&*first.iter().collect::<String>().to_uppercase())
        }
        "name" => letters > 2 && digits == 0,
        "street" => letters > 4 && digits > 0 || letters > 10,
        "birth-date" => digits > 4 || letters > 2 && digits > 2,
        "e-mail" => text.traits.has_at && letters > 2,
        "plate" | "passport" => digits > 1 && letters + digits > 4,
        "home-coordinates" => false,
        _ => digits >= 6,
    }
}

/// What a byte is, for [`is_plain`].
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte: u8 = 0;
    loop {
        classes[byte as usize] = match byte {
            b'0'..=b'9' => DIGIT,
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b'@' => AT,
            b' ' | b'\n' => BLANK,
            b'(' | b'[' => BRACKET,
            // The first bytes of wide and Arabic digits, and of a wide `@`.
            0xEF | 0xD9 | 0xDB => AT,
            // Of blanks and hyphens that keyboards have not.
            0xC2 | 0xE2 => LETTER | BLANK,
            128.. => LETTER,
            b'+' => PLUS,
            _ => 0,
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    classes
};
const DIGIT: u8 = 1;
const LETTER: u8 = 2;
const AT: u8 = 4;
const BLANK: u8 = 8;
const BRACKET: u8 = 16;
const PLUS: u8 = 32;

/// Whether a text is seen at once to hold nothing: most cells are.
#[inline]
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() < 7 {
        return true;
    }
    let (mut has, mut digits) = (0, 0);
    for byte in bytes {
        let class = CLASSES[usize::from(*byte)];
        has |= class;
        digits += usize::from(class & DIGIT);
    }
    if has & AT != 0 {
        return false;
    }
    match (digits, has & LETTER != 0) {
        (0, _) => has & BRACKET == 0 || !may_hide_an_at(bytes),
        (_, false) => is_plain_number(bytes, digits, has),
        (1..6, true) => is_plain_text(bytes, digits, has),
        (_, true) => is_moment(bytes),
    }
}

/// Whether a text with few digits has no word for a street, a birth, a plate or a home, and no signs of an address.
fn is_plain_text(bytes: &[u8], digits: usize, has: u8) -> bool {
    if has & BRACKET != 0 && may_hide_an_at(bytes) {
        return false;
    }
    let points = || bytes.iter().filter(|byte| **byte == b'.').count();
    let colons = || bytes.iter().filter(|byte| **byte == b':').count();
    (digits < 4 || points() < 3) && colons() < 3 && (has & BLANK == 0 || key_words_in(bytes) == 0)
}

/// Whether there may be an `(at)` or `[arroba]`.
fn may_hide_an_at(bytes: &[u8]) -> bool {
    let mut brackets = memchr::memchr2_iter(b'(', b'[', bytes);
    brackets.any(|at| {
        bytes
            .get(at + 1)
            .is_some_and(|next| matches!(next, b'a' | b'A' | b' '))
    })
}

/// Whether digits and signs are an amount, a date or a number of a length that no key has.
fn is_plain_number(bytes: &[u8], digits: usize, has: u8) -> bool {
    let length = bytes.len();
    if digits == length {
        return !matches!(length, 10 | 11 | 13..=16 | 18 | 19);
    }
    if has & PLUS != 0 {
        return digits < 9;
    }
    let unsigned = bytes.strip_prefix(b"-").unwrap_or(bytes);
    if digits + 1 == unsigned.len() && unsigned.iter().any(|byte| matches!(byte, b'.' | b',')) {
        return true;
    }
    let points = || bytes.iter().filter(|byte| **byte == b'.').count();
    if digits < 7 {
        return digits < 4 || points() < 3;
    }
    is_moment(bytes)
}

/// Whether a text begins as a date with a year of four digits does, and is no longer than one with a time.
fn is_moment(bytes: &[u8]) -> bool {
    let length = bytes.len();
    let sign = |at: usize| bytes.get(at).copied().unwrap_or(b'0');
    let parts = |sign: u8| sign == b'-' || sign == b'/';
    let is_iso = matches!(&bytes[..2], b"19" | b"20") && parts(sign(4)) && sign(4) == sign(7);
    let is_local = parts(sign(2))
        && sign(2) == sign(5)
        && matches!((sign(6), sign(7)), (b'1', b'9') | (b'2', b'0'));
    is_iso && length <= 35 && !matches!(length, 12..=15)
        || is_local && length <= 28
        || is_iso && length <= 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_cells_are_left_at_once() {
        for text in [
            "",
            "Oaxaca",
            "Secretaría de Salud (SSA)",
            "2024-05-12T10:20:30.123Z",
            "31/12/2024",
            "1234567",
            "123456789",
            "-99.1332451",
            "1234567.89",
            "+3.5",
            "A-2024",
            "1700000.00",
            "19:30:00",
        ] {
            assert!(is_plain(text), "{text}");
        }
        for text in [
            "5512345678",
            "a@b.test",
            "ana (arroba) b",
            "189.203.1.7",
            "５５１２",
            "Calle 5, Col. Sol",
            "12.345.678-5",
            "GODE561231GR8",
            "55 1234 5678",
            "+52 55 1234 5678",
            "2001:db8::7:8",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
