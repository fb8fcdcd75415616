//! A text as keyboards write it: wide digits, blanks that do not break, long hyphens and letters of other alphabets that look
//! like ours become plain ones; signs that nobody sees are left out. Each byte knows where it was.

use std::borrow::Cow;
use std::ops::Range;

/// A text with plain signs.
pub(super) struct PlainSigns<'t> {
    /// The text.
    pub(super) text: Cow<'t, str>,
    /// Where each of its bytes begins in the text as it was, and the end; nothing where nothing changed.
    places: Vec<usize>,
}

impl<'t> PlainSigns<'t> {
    /// Returns a text with plain signs.
    pub(super) fn of(text: &'t str) -> PlainSigns<'t> {
        let is_odd = |byte: &u8| *byte == 0xC2 || *byte >= 0xC8;
        if !text.as_bytes().iter().any(is_odd) {
            let (text, places) = (Cow::Borrowed(text), Vec::new());
            return PlainSigns { text, places };
        }
        let (mut plain, mut places) = (String::with_capacity(text.len()), Vec::new());
        for (at, sign) in text.char_indices() {
            // Between blanks it divides words, as a list's semicolon does; else it joins digits, as a point does.
            let is_divider = matches!(sign, '\u{b7}' | '\u{2022}') && plain.ends_with(' ');
            let sign = if is_divider { ';' } else { sign };
            if let Some(sign) = plain_sign(sign) {
                plain.push(sign);
                places.resize(plain.len(), at);
            }
        }
        places.push(text.len());
        let text = Cow::Owned(plain);
        PlainSigns { text, places }
    }

    /// Returns where this part of the plain text was.
    pub(super) fn place_of(&self, span: Range<usize>) -> Range<usize> {
        let Some(start) = self.places.get(span.start) else {
            return span;
        };
        *start..self.places.get(span.end).copied().unwrap_or(*start)
    }
}

/// Returns the plain form of a sign; none of one that nobody sees.
fn plain_sign(sign: char) -> Option<char> {
    const ALIKE: (&str, &str) = (
        "АВЕКМНОРСТХІЈЅаеорсхіјѕуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABEKMHOPCTXIJSaeopcxijsyABEZHIKMNOPTYXo",
    );
    let code = u32::from(sign);
    let digit = |zero: u32| char::from_digit(code - zero, 10);
    match code {
        0xA0 | 0x2000..=0x200A | 0x202F | 0x205F | 0x3000 => Some(' '),
        0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2069 | 0xFEFF => None,
        0x2010..=0x2015 | 0x2212 | 0xFE63 => Some('-'),
        0xAB | 0xBB | 0x2018..=0x201F | 0x2039 | 0x203A => Some('"'),
        0xB7 | 0x2022 | 0x2024 => Some('.'),
        0xAA => Some('a'),
        0xBA | 0xB0 => Some('o'),
        0xA1 | 0xBF | 0x2026 | 0x3001 | 0x3002 => Some(';'),
        0x0660..=0x0669 => digit(0x0660),
        0x06F0..=0x06F9 => digit(0x06F0),
        0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0),
        // Greek and Cyrillic.
        0x0370..=0x04FF => Some(
            ALIKE
                .0
                .chars()
                .zip(ALIKE.1.chars())
                .find_map(|(other, own)| (other == sign).then_some(own))
                .unwrap_or(sign),
        ),
        _ => Some(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_between_blanks_divides_and_one_between_digits_joins() {
        assert_eq!(PlainSigns::of("22 · 23 · 24").text, "22 ; 23 ; 24");
        assert_eq!(PlainSigns::of("55·8421·9073").text, "55.8421.9073");
    }

    #[test]
    fn signs_become_plain_and_know_their_places() {
        let text = "tel\u{a0}５５\u{200b}１２–34";
        let plain = PlainSigns::of(text);
        assert_eq!(plain.text, "tel 5512-34");
        assert_eq!(&text[plain.place_of(4..8)], "５５\u{200b}１２");
        assert_eq!(&text[plain.place_of(4..11)], "５５\u{200b}１２–34");
        let same = PlainSigns::of("áñ 12");
        assert_eq!((&*same.text, same.place_of(1..3)), ("áñ 12", 1..3));
    }
}
