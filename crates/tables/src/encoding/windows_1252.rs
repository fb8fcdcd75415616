//! Whether a text of few accents is windows-1252. A detector that goes by letters needs many of them: it takes the `£` of an
//! English text for a Polish letter, and the one Norwegian name for a Lithuanian word.

use encoding_rs::{Encoding, ISO_8859_15, WINDOWS_1252};

/// What the bytes beyond ASCII are between.
#[derive(Debug)]
pub(crate) struct Western {
    seen: [bool; 128],
    /// Signs of windows-1252 that are where only a letter can.
    against: usize,
    /// Signs of windows-1252 that are beside a digit, where no letter can.
    signs: [bool; 128],
    /// Bytes beyond ASCII right after another one.
    runs: usize,
    /// Where ISO-8859-15 has `œ`, before the letters that follow it.
    ligatures: usize,
    window: [u8; 2],
}

impl Default for Western {
    fn default() -> Self {
        Western {
            seen: [false; 128],
            against: 0,
            signs: [false; 128],
            runs: 0,
            ligatures: 0,
            window: [b' '; 2],
        }
    }
}

impl Western {
    /// Counts in more bytes of a text.
    pub(crate) fn count(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let [before, at] = self.window;
            self.window = [at, *byte];
            if !at.is_ascii() {
                self.look(before, at, *byte);
            }
        }
    }

    fn look(&mut self, before: u8, at: u8, after: u8) {
        self.seen[usize::from(at) - 128] = true;
        self.runs += usize::from(!before.is_ascii());
        let sign = matches!(at, 0xA0..=0xBF | 0xD7 | 0xF7) && !matches!(at, 0xAA | 0xBA);
        self.signs[usize::from(at) - 128] |=
            sign && (before.is_ascii_digit() || after.is_ascii_digit());
        self.ligatures += usize::from(matches!(at, 0xBC | 0xBD) && matches!(after, b'u' | b'i'));
        let impossible = match at {
            // No character; and `Ÿ`, which hardly any word has.
            0x81 | 0x8D | 0x8F | 0x90 | 0x9D | 0x9F => true,
            // `œ`, and what it is followed by.
            0x8C | 0x9C => !matches!(
                after.to_ascii_lowercase(),
                b'u' | b'i' | b'e' | b's' | b'd' | b't'
            ),
            // `£`, `¥`, `¯` before a word.
            0xA3 | 0xA5 | 0xAF => may_be_letter(after),
            // `¹`, and `³` but after `m` and `ft`.
            0xB9 => may_be_letter(before),
            0xB3 => {
                may_be_letter(before) && !matches!(before.to_ascii_lowercase(), b'm' | b't')
                    || may_be_letter(after)
            }
            // `ã` and `õ` of Portuguese, and what they are followed by; `ì` and `ù`, which end words of Italian and French.
            0xE3 => {
                may_be_letter(after) && !matches!(after.to_ascii_lowercase(), b'o' | b'e' | b's')
            }
            0xF5 => may_be_letter(after) && !matches!(after.to_ascii_lowercase(), b'e'),
            0xEC | 0xF9 => may_be_letter(after),
            // Apostrophes, hyphens, dashes and the point of Catalan are within words.
            0x91 | 0x92 | 0x96 | 0x97 | 0xA0 | 0xAD | 0xB4 | 0xB7 => false,
            0x83 | 0x8A | 0x8E | 0x9A | 0x9E | 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8.. => false,
            _ => may_be_letter(before) && may_be_letter(after),
        };
        self.against += usize::from(impossible);
    }

    /// The encoding in place of a guess from letters; none where there is nothing to be said against that.
    pub(crate) fn instead_of(&self, guessed: &'static Encoding) -> Option<&'static Encoding> {
        // Icelandic and Turkish letters tell more than their number.
        let few = self.seen.iter().filter(|seen| **seen).count() <= 2
            && ![0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE]
                .into_iter()
                .any(|byte: usize| self.seen[byte - 128]);
        // Other writing is in runs of such bytes, and Latin letters hardly ever.
        let latin = guessed.is_single_byte() && !OTHER_WRITING.contains(&guessed.name());
        if guessed == WINDOWS_1252 || !latin && self.runs > 0 {
            return None;
        }
        if latin && self.ligatures > 0 && !self.seen[..0x20].contains(&true) {
            return Some(ISO_8859_15);
        }
        let sign = latin
            && (0x80..=0xFF).zip(self.signs).any(|(byte, beside)| {
                if !beside {
                    return false;
                }
                let bytes = [byte];
                let (text, _) = guessed.decode_without_bom_handling(&bytes);
                text.chars().all(char::is_alphabetic)
            });
        (self.against == 0 && (few || sign)).then_some(WINDOWS_1252)
    }
}

/// Encodings of Cyrillic, Greek, Hebrew, Arabic and Thai.
const OTHER_WRITING: &[&str] = &[
    "windows-1251",
    "windows-1253",
    "windows-1255",
    "windows-1256",
    "windows-874",
    "ISO-8859-5",
    "ISO-8859-6",
    "ISO-8859-7",
    "ISO-8859-8",
    "ISO-8859-8-I",
    "KOI8-R",
    "KOI8-U",
    "IBM866",
    "x-mac-cyrillic",
];

fn may_be_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0xC0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::statistics::guess;
    use encoding_rs::{WINDOWS_1250, WINDOWS_1251, WINDOWS_1254};

    fn told(text: &str, encoding: &'static Encoding) -> &'static str {
        let table =
            format!("Area,Item,Count\nKent,Roads,12\nBury,{text} park,3\nBolton,Libraries,30\n");
        guess(&*encoding.encode(&table).0).unwrap().encoding.name()
    }

    #[test]
    fn one_odd_letter_or_sign_is_windows_1252() {
        for text in [
            "£1,234.50",
            "Tromsø",
            "±3",
            "12 m³",
            "«Plan»",
            "µg/l",
            "½",
            "¾",
            "¥500",
            "œuvre",
            "São",
            "Camões",
            "®Tesco",
            "© 2020",
        ] {
            assert_eq!(told(text, WINDOWS_1252), "windows-1252", "{text}");
        }
    }

    #[test]
    fn letters_of_other_languages_stay() {
        for text in [
            "Bacău",
            "Děčín",
            "Łódź",
            "Małgorzata Wiśniewska",
            "Śródmieście",
            "Říčany u Prahy, Žižkov",
        ] {
            assert_eq!(told(text, WINDOWS_1250), "windows-1250", "{text}");
        }
        assert_eq!(
            told(
                "příliš žluťoučký kůň, Plzeň, § 12, 25 °C, 12\u{a0}500",
                WINDOWS_1250
            ),
            "windows-1250"
        );
        assert_eq!(
            told("Beyoğlu ilçesi, Kadıköy, Çankaya, Üsküdar", WINDOWS_1254),
            "windows-1254"
        );
        assert_eq!(told("Екатеринбург", WINDOWS_1251), "windows-1251");
    }
}
