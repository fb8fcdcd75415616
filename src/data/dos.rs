//! Whether a text is in a code page of DOS: its letters stand within words where windows has signs.

use encoding_rs::{WINDOWS_1250, WINDOWS_1252};

/// A code page of DOS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// 850, of western Europe and Latin America.
    Western,
    /// 852, of central Europe.
    Central,
}

/// The upper half of code page 850.
const WESTERN: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ",
    "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐",
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀",
    "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
);
/// The upper half of code page 852.
const CENTRAL: &str = concat!(
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č",
    "áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐",
    "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀",
    "ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}",
);
/// Letters of the languages that each was made for.
const LETTERS: [&str; 2] =
    ["áéíóúñüÁÉÍÓÚÑçÇãõàâêôèëîïùûäöåøæßÃÕÀÂÊÔÈ", "áéíóúýčďěňřšťůžąćęłńśźżőűäöüßôľĺŕđÁÉÍÓÚÝČĎĚŇŘŠŤŮŽĆĘŁŃŚŹŻŐŰĽăşţâî"];

impl Page {
    /// The characters of the bytes from 0x80.
    pub fn upper_half(self) -> Vec<char> {
        match self {
            Page::Western => WESTERN.chars().collect(),
            Page::Central => CENTRAL.chars().collect(),
        }
    }
}

/// Whether a character is a letter of words; a lone accent and the marks of ordinals are none.
fn is_letter(character: char) -> bool {
    character.is_alphabetic() && !matches!(character, 'ª' | 'º' | '\u{2b0}'..='\u{2ff}')
}

/// How often each byte beyond ASCII stands within a word, and at its ends.
#[derive(Debug)]
pub struct Words {
    /// Within a word, beside a small letter and else: no capital stands there.
    within: [[usize; 2]; 128],
    /// As the first or last sign of a word, where quotation marks stand too.
    at_ends: [usize; 128],
    /// Beside no letter.
    alone: usize,
    all: usize,
    window: [u8; 2],
}

impl Default for Words {
    fn default() -> Self {
        Words { within: [[0; 2]; 128], at_ends: [0; 128], alone: 0, all: 0, window: [b' '; 2] }
    }
}

impl Words {
    /// Counts in more bytes of a text.
    pub fn count(&mut self, bytes: &[u8]) {
        for after in bytes {
            let [before, at] = self.window;
            self.window = [at, *after];
            if at.is_ascii() {
                continue;
            }
            self.all += 1;
            let letter = |byte: u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
            let beside = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
            let index = usize::from(at - 128);
            if letter(before) && letter(*after) && beside {
                let small = before.is_ascii_lowercase() || after.is_ascii_lowercase();
                self.within[index][usize::from(!small)] += 1;
            } else if beside {
                self.at_ends[index] += 1;
            } else {
                self.alone += 1;
            }
        }
    }

    /// The code page of DOS that the text is in; none where windows has letters in the same places.
    pub fn page(&self) -> Option<Page> {
        let within: usize = self.within.iter().flatten().sum();
        let [of_1250, of_1252] = [WINDOWS_1250, WINDOWS_1252].map(|encoding| {
            let fits = |c: char, small: bool| is_letter(c) && !(small && c.is_uppercase());
            let sign =
                |byte: u8, small| !encoding.decode_without_bom_handling(&[byte]).0.chars().all(|c| fits(c, small));
            // Apostrophes, dashes and blanks stand within words, too.
            let usual = |byte: u8| matches!(byte, 0x85 | 0x91 | 0x92 | 0x96 | 0x97 | 0xA0 | 0xAD | 0xB4 | 0xB7);
            self.sum(|byte, small| sign(byte, small) && !usual(byte))
        });
        let signs = of_1250.min(of_1252);
        if signs == 0 || signs * 4 < within || self.alone * 2 > self.all {
            return None;
        }
        let mut best: Option<(usize, Page)> = None;
        for (page, letters) in [Page::Western, Page::Central].into_iter().zip(LETTERS) {
            let half = page.upper_half();
            let of = |byte: u8| half.get(usize::from(byte - 128)).copied().unwrap_or(' ');
            let wrong = self.sum(|byte, small| !is_letter(of(byte)) || small && of(byte).is_uppercase());
            let known = self.sum(|byte, _| letters.contains(of(byte)));
            // What stands at the ends of words may be a sign, and so only tells the two apart.
            let ends = (0x80..=0xFF).zip(self.at_ends).filter(|(byte, _)| letters.contains(of(*byte)));
            let score = known + ends.map(|(_, count)| count).sum::<usize>();
            if wrong == 0 && known * 2 > within && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, page));
            }
        }
        best.map(|(_, page)| page)
    }

    /// How many bytes within words these are; said of each whether it stands beside a small letter.
    fn sum(&self, is: impl Fn(u8, bool) -> bool) -> usize {
        let counts = (0x80..=0xFF).zip(&self.within);
        counts
            .map(|(byte, [small, other])| {
                (if is(byte, true) { *small } else { 0 }) + (if is(byte, false) { *other } else { 0 })
            })
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(words: &str, page: Page) -> Option<Page> {
        let half = page.upper_half();
        let byte = |c: char| half.iter().position(|h| *h == c).map_or(c as u8, |at| u8::try_from(at + 128).unwrap());
        let mut counts = Words::default();
        counts.count(&words.chars().map(byte).collect::<Vec<_>>());
        counts.count(b"\n");
        counts.page()
    }

    #[test]
    fn letters_of_dos_are_known_by_few_words() {
        for words in ["España", "Núm. 3", "Querétaro", "pingüino, 3", "São Paulo, Construção", "Ibáñez", "CAÑÓN, avión"]
        {
            assert_eq!(page(words, Page::Western), Some(Page::Western), "{words}");
        }
        for words in [
            "Příbram, Třebíč, nádraží",
            "město, Plzeň, Příbram, Ústí nad Labem, Český Krumlov, Třebíč",
            "Łódź, Wałbrzych, Środa, Gdańsk",
            "gmina, Łódź, Gdańsk, Częstochowa, Świdnica, Poznań",
            "Győr, Út, Szeged, Kórház, Érd, Iskola felújítása, Pécs, Tűzoltóság",
        ] {
            assert_eq!(page(words, Page::Central), Some(Page::Central), "{words}");
        }
        assert_eq!((WESTERN.chars().count(), CENTRAL.chars().count()), (128, 128));
    }

    #[test]
    fn what_windows_writes_is_not_of_dos() {
        let told = |text: &str, encoding: &'static encoding_rs::Encoding| {
            let mut counts = Words::default();
            counts.count(&encoding.encode(text).0);
            counts.count(b"\n");
            counts.page()
        };
        for text in
            ["España, León", "it’s so – “really”", "12 m³, 25 °C", "«Plan»", "Tromsø", "col·legi", "§ 5, 1ª, N°"]
        {
            assert_eq!(told(text, WINDOWS_1252), None, "{text}");
        }
        for text in ["Małgorzata, Łódź", "příliš žluťoučký kůň", "Śródmieście"] {
            assert_eq!(told(text, WINDOWS_1250), None, "{text}");
        }
        assert_eq!(told("Екатеринбург", encoding_rs::WINDOWS_1251), None);
    }
}
