//! Telling the encoding of a short text by its few letters beyond ASCII: a detector that goes by how often letters occur needs
//! many of them, and knows neither the code pages of DOS nor the old Mac.
//!
//! Each byte is read in every encoding that offices have, and has to make sense between its neighbours: a letter within a
//! word, no capital among small ones, a sign where signs are. The letters together must be those of one language.

use super::dos_code_pages::CodePage;
use encoding_rs::{Encoding, ISO_8859_2, MACINTOSH, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254};
use std::collections::BTreeMap;

/// Bytes beyond ASCII that are looked at.
const MOST_BYTES: usize = 20_000;
/// Letters of a word that are kept.
const LONGEST: usize = 32;

/// An encoding that a text may be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LikelyEncoding {
    /// An encoding that browsers know (WHATWG).
    Web(&'static Encoding),
    /// A code page of DOS.
    Dos(CodePage),
}

/// The candidates, the likelier first.
const CANDIDATES: [LikelyEncoding; 8] = [
    LikelyEncoding::Web(WINDOWS_1252),
    LikelyEncoding::Web(WINDOWS_1250),
    LikelyEncoding::Dos(CodePage::Western),
    LikelyEncoding::Dos(CodePage::Central),
    LikelyEncoding::Dos(CodePage::Portuguese),
    LikelyEncoding::Web(MACINTOSH),
    LikelyEncoding::Web(WINDOWS_1254),
    LikelyEncoding::Web(ISO_8859_2),
];

/// Letters beyond ASCII of western languages, in small letters; the likelier languages first.
const WESTERN: &[&str] = &[
    "áéíóúñü",
    "áâãàéêíóôõúç",
    "àâçéèêëîïôûùœ",
    "äöüß",
    "àèéìòù",
    "àçèéíïòóúü",
    "åäö",
    "æøå",
    "æøåé",
    "ëéïèö",
    "áðéíóúýþæö",
];
/// Those of central languages.
const CENTRAL: &[&str] = &[
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "čćđšž",
    "ăâîşţ",
    "äöüß",
];
/// That of Turkey.
const TURKISH: &[&str] = &["çğıöşüâî"];
/// That of Portugal.
const PORTUGUESE: &[&str] = &["áâãàéêíóôõúç"];

/// Words of one to three letters that stand before or after a blank that does not break the line.
const SHORT_WORDS: [&str; 24] = [
    "a", "al", "da", "de", "del", "do", "du", "e", "el", "en", "et", "i", "km", "kg", "la", "las",
    "le", "les", "los", "m", "o", "u", "un", "y",
];

/// A byte beyond ASCII between its neighbours; letters that nothing else is known of are told by their case.
type ByteContext = (u8, u8, u8);

/// What the bytes beyond ASCII are between.
#[derive(Debug, Default)]
pub(crate) struct ByteContexts {
    places: BTreeMap<ByteContext, usize>,
    count: usize,
    window: [u8; 2],
    /// The letters so far of the word, and of the one before a blank that does not break the line (0xA0).
    word: Vec<u8>,
    before_blank: Option<Vec<u8>>,
    /// How many such blanks stand between two words, and how many would leave a part that is no word.
    between: usize,
    within: usize,
}

impl ByteContexts {
    /// Counts in more bytes of a text.
    pub(crate) fn count(&mut self, bytes: &[u8]) {
        for after in bytes {
            let [before, at] = self.window;
            self.window = [at, *after];
            if self.count >= MOST_BYTES {
                return;
            }
            if !at.is_ascii() {
                *self.places.entry((before, at, *after)).or_default() += 1;
                self.count += 1;
            }
            self.take_word(*after);
        }
    }

    fn take_word(&mut self, byte: u8) {
        if byte.is_ascii_alphabetic() || byte > 0x7F && byte != 0xA0 {
            if self.word.len() < LONGEST {
                self.word.push(byte);
            }
            return;
        }
        if let Some(before) = self.before_blank.take()
            && !before.is_empty()
            && !self.word.is_empty()
        {
            let divided =
                is_word(&before) && is_word(&self.word) && self.word[0].is_ascii_uppercase()
                    || [&before, &self.word]
                        .into_iter()
                        .any(|word| is_short_word(word));
            *(if divided {
                &mut self.between
            } else {
                &mut self.within
            }) += 1;
        }
        let word = std::mem::take(&mut self.word);
        self.before_blank = (byte == 0xA0).then_some(word);
    }

    /// Whether these letters are of Latin writing: those of others are next to one another.
    pub(crate) fn are_latin(&self) -> bool {
        let in_runs = self
            .places
            .iter()
            .filter(|((before, _, after), _)| !before.is_ascii() && !after.is_ascii());
        let in_runs: usize = in_runs.map(|(_, count)| count).sum();
        self.count > 0 && in_runs * 4 < self.count
    }

    /// How many different bytes beyond ASCII there are.
    pub(crate) fn different(&self) -> usize {
        let mut bytes: Vec<u8> = self.places.keys().map(|(_, at, _)| *at).collect();
        bytes.sort_unstable();
        bytes.dedup();
        bytes.len()
    }

    /// The encoding in which the bytes make most sense; of equal ones the one that was guessed by how often letters occur, if
    /// it is Turkish, whose letters are Icelandic ones elsewhere; else the likelier.
    pub(crate) fn told(&self, guessed: &'static Encoding) -> LikelyEncoding {
        let mut best = (i64::MIN, CANDIDATES[0]);
        for candidate in CANDIDATES {
            let sense = self.sense(candidate);
            let is_turkish =
                candidate == LikelyEncoding::Web(WINDOWS_1254) && guessed == WINDOWS_1254;
            if sense > best.0 || sense == best.0 && is_turkish {
                best = (sense, candidate);
            }
        }
        best.1
    }

    /// How much sense the text makes in an encoding, in the language that it makes most sense in.
    fn sense(&self, candidate: LikelyEncoding) -> i64 {
        let upper_half = upper_half(candidate);
        let mut signs = 0;
        let languages = languages(candidate);
        let mut by_language = vec![0; languages.len()];
        for ((before, at, after), count) in &self.places {
            let count = i64::try_from(*count).unwrap_or(i64::MAX);
            let place = [*before, *at, *after].map(|byte| match byte.checked_sub(0x80) {
                Some(high) => upper_half[usize::from(high)],
                None => char::from(byte),
            });
            if is_letter(place[1]) {
                let case = of_case(place);
                for (sum, language) in by_language.iter_mut().zip(languages) {
                    *sum += count * (case + of_language(place, language));
                }
            } else if *at == 0xA0 && place[1] == '\u{a0}' {
                signs += count * if self.within > self.between { -2 } else { 1 };
            } else {
                signs += count * of_sign(place);
            }
        }
        let best = by_language.iter().max().copied().unwrap_or(0);
        // Of all that is short and odd, Spanish is the likeliest.
        let of_windows_or_mac = [WINDOWS_1252, MACINTOSH]
            .map(LikelyEncoding::Web)
            .contains(&candidate);
        let is_spanish = of_windows_or_mac && by_language[0] == best && best > 0;
        2 * (signs + best) + i64::from(is_spanish)
    }
}

/// The languages that an encoding is used for.
fn languages(candidate: LikelyEncoding) -> &'static [&'static str] {
    match candidate {
        LikelyEncoding::Dos(CodePage::Portuguese) => PORTUGUESE,
        LikelyEncoding::Dos(CodePage::Central) => CENTRAL,
        LikelyEncoding::Web(encoding) if encoding == WINDOWS_1250 || encoding == ISO_8859_2 => {
            CENTRAL
        }
        LikelyEncoding::Web(encoding) if encoding == WINDOWS_1254 => TURKISH,
        _ => WESTERN,
    }
}

/// The characters of the bytes from 0x80.
fn upper_half(candidate: LikelyEncoding) -> Vec<char> {
    match candidate {
        LikelyEncoding::Dos(page) => page.upper_half(),
        LikelyEncoding::Web(encoding) => (0x80..=0xFFu8)
            .map(|byte| {
                let (text, _) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
                text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
            })
            .collect(),
    }
}

fn is_word(letters: &[u8]) -> bool {
    letters
        .iter()
        .any(|byte| !byte.is_ascii() || b"aeiouy".contains(&byte.to_ascii_lowercase()))
}

fn is_short_word(letters: &[u8]) -> bool {
    std::str::from_utf8(letters).is_ok_and(|word| SHORT_WORDS.contains(&word))
}

/// Whether a character is a letter of words; a lone accent and the marks of ordinals are none.
fn is_letter(character: char) -> bool {
    character.is_alphabetic() && !matches!(character, 'ª' | 'º' | 'ƒ' | 'µ' | '\u{2b0}'..='\u{2ff}')
}

/// Whether a letter's case fits its neighbours: no capital is right after a small letter, and no small one between
/// capitals.
fn of_case([before, at, after]: [char; 3]) -> i64 {
    let (before_letter, after_letter) = (is_letter(before), is_letter(after));
    let misfits = at.is_uppercase() && before_letter && after.is_lowercase()
        || at.is_lowercase() && after.is_uppercase()
        // A lone letter is a word of few languages.
        || !before_letter && !after_letter;
    if at.is_uppercase() && before.is_lowercase() {
        -4
    } else if misfits {
        -2
    } else {
        0
    }
}

/// Whether a letter is one of the language, between such neighbours.
fn of_language([before, at, after]: [char; 3], language: &str) -> i64 {
    let [before, at, after] = [before, at, after].map(|c| c.to_lowercase().next().unwrap_or(c));
    let is_vowel =
        |c: char| is_letter(c) && !"bcdfghjklmnpqrstvwxzçñßčćđšžřťďňńśźżłşţğý".contains(c);
    if !language.contains(at) {
        return -2;
    }
    let stands_well = match at {
        'ñ' => is_vowel(after),
        'ä' if language.contains('ĺ') => matches!(before, 'm' | 'p' | 'b' | 'v'),
        'ä' | 'ö' => !is_vowel(after) || "uiyäö".contains(after),
        'ń' | 'ň' => !is_vowel(after) || at == 'ň',
        'ã' => matches!(after, 'o' | 'e' | 's') || !is_letter(after),
        'õ' if language.contains('ã') => after == 'e' || !is_letter(before),
        'ç' => is_vowel(after) || !is_letter(after),
        'è' => !is_vowel(after),
        'ì' | 'ù' => !is_letter(after) || after == 's',
        'æ' => !is_vowel(after),
        'œ' => matches!(after, 'u' | 'i' | 'e' | 's' | 'd' | 't'),
        'ê' | 'â' | 'î' | 'ô' | 'û' => !is_vowel(before) || !is_vowel(after),
        'ß' => is_letter(before),
        'þ' => !is_letter(before),
        'ą' | 'ę' => !is_vowel(after) && !is_vowel(before),
        'ú' => after != 'u',
        _ => true,
    };
    if stands_well { 2 } else { -1 }
}

/// Whether a sign is where it can.
fn of_sign([before, at, after]: [char; 3]) -> i64 {
    let (before_letter, after_letter) = (is_letter(before), is_letter(after));
    let number = before.is_ascii_digit() || after.is_ascii_digit();
    match at {
        '’' | '‘' | '·' => 2,
        'µ' if !before_letter && matches!(after, 'g' | 'm' | 's' | 'S' | 'l') => 3,
        '´' => 2 * i64::from(before_letter && after_letter) - 1,
        '–' | '—' | '…' => 2 - i64::from(before_letter != after_letter),
        '“' | '«' | '¿' | '¡' | '„' | '‹' => {
            if before_letter || !after_letter && after != ' ' {
                -2
            } else {
                2
            }
        }
        '”' | '»' | '›' => {
            if after_letter {
                -2
            } else {
                2
            }
        }
        '½' | '¼' | '¾' | '€' | '£' if !before_letter && !after_letter => 2,
        _ if before_letter && after_letter => -3,
        'º' | 'ª' | '°' => {
            if (before_letter || before.is_ascii_digit() || before == ' ') && !after_letter {
                2
            } else {
                -1
            }
        }
        '€' | '£' | '¥' | '½' | '¼' | '¾' | '²' | '³' | '¹' | '±' | '×' | '÷' | '‰' | '¢' | 'µ'
        | '¬' => {
            if number || matches!((at, before), ('²' | '³', 'm')) {
                2
            } else {
                i64::from(matches!(at, '€' | '£' | '±')) - 1
            }
        }
        '§' | '©' | '®' | '™' | '•' => 2,
        '\u{a0}' | '\u{ad}' => 1,
        _ => -3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table with these words, in the encoding.
    fn table(words: &[&str], encoding: LikelyEncoding) -> Vec<u8> {
        let half = upper_half(encoding);
        let text = format!("id,name\n1,Lima\n2,{}\n9,Puebla\n", words.join("\n3,"));
        let byte = |c: char| match half.iter().position(|h| *h == c) {
            Some(at) => u8::try_from(at + 128).unwrap(),
            None => u8::try_from(c)
                .ok()
                .filter(u8::is_ascii)
                .unwrap_or_else(|| panic!("{c}")),
        };
        text.chars().map(byte).collect()
    }

    fn told(words: &[&str], encoding: LikelyEncoding) -> LikelyEncoding {
        let mut letters = ByteContexts::default();
        letters.count(&table(words, encoding));
        letters.count(b"\n");
        letters.told(WINDOWS_1252)
    }

    fn all_told(encoding: LikelyEncoding, texts: &[&[&str]]) {
        for words in texts {
            assert_eq!(told(words, encoding), encoding, "{words:?}");
        }
    }

    #[test]
    fn one_or_two_words_of_spanish() {
        let words = [
            "España",
            "León",
            "Mérida",
            "Potosí",
            "Cancún",
            "Michoacán",
            "Querétaro",
            "AÑO",
            "REGIÓN",
            "pingüino",
        ];
        let texts: Vec<[&str; 1]> = words.iter().map(|word| [*word]).collect();
        let texts: Vec<&[&str]> = texts.iter().map(<[&str; 1]>::as_slice).collect();
        all_told(LikelyEncoding::Web(WINDOWS_1252), &texts);
        all_told(LikelyEncoding::Dos(CodePage::Western), &texts);
        all_told(
            LikelyEncoding::Dos(CodePage::Western),
            &[
                &["Málaga"],
                &["gráfica", "página"],
                &["¿Cómo?"],
                &["Yucatán", "Núm. 3"],
            ],
        );
        all_told(
            LikelyEncoding::Web(MACINTOSH),
            &[&["México", "León"], &["Mérida"], &["Cancún", "año"]],
        );
    }

    #[test]
    fn code_pages_of_dos_by_the_letters_of_languages() {
        all_told(
            LikelyEncoding::Dos(CodePage::Western),
            &[
                &["Béziers", "Orléans", "Nîmes"],
                &["à la forêt", "école"],
                &["München", "Köln", "Größe"],
                &["São Paulo", "Ação"],
            ],
        );
        all_told(
            LikelyEncoding::Dos(CodePage::Portuguese),
            &[
                &["São Paulo", "Paraná"],
                &["Licitações"],
                &["Educação", "Goiânia", "não"],
            ],
        );
        all_told(
            LikelyEncoding::Dos(CodePage::Central),
            &[
                &["Šibenik", "Županja", "Čakovec"],
                &["Općina Ližnjan", "Vukovarsko-srijemska županija"],
                &["Příbram", "Třebíč"],
                &["Łódź", "Wałbrzych", "Gdańsk"],
                &["Győr", "Székesfehérvár", "Tűzoltóság"],
            ],
        );
    }

    #[test]
    fn what_windows_writes_is_windows() {
        all_told(
            LikelyEncoding::Web(WINDOWS_1252),
            &[
                &["it’s so – “really”"],
                &["12 m³", "25 °C"],
                &["«Plan»"],
                &["Tromsø"],
                &["£1,234.50"],
                &["Ciudad\u{a0}Juarez", "12\u{a0}500"],
                &["São Paulo"],
                &["Orléans", "Besançon"],
                &["§ 5", "1ª", "N°"],
                &["col·legi"],
            ],
        );
        all_told(
            LikelyEncoding::Web(WINDOWS_1250),
            &[
                &["Małgorzata", "Łódź"],
                &["příliš žluťoučký kůň"],
                &["Čakovec", "Šibenik"],
                &["Kočevje"],
            ],
        );
    }
}
