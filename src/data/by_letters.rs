//! The encoding of a text that neither marks it nor is UTF-8, guessed from how often its bytes occur.

use super::decode::{CHUNK, Certainty, Detected};
use super::dos::Words;
use super::western::Western;
use encoding_rs::{ISO_8859_15, MACINTOSH, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254};
use std::io::{self, Read};

/// Reads a text to its end and guesses its encoding.
pub fn guess(mut input: impl Read) -> io::Result<Detected> {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    let mut buffer = vec![0; CHUNK];
    let (mut feeds, mut returns, mut low, mut high, mut signs) = (0usize, 0usize, 0usize, 0usize, 0usize);
    let (mut words, mut western) = (Words::default(), Western::default());
    let (mut vowels, mut before) = (0usize, [b' '; 2]);
    loop {
        let n = input.read(&mut buffer)?;
        detector.feed(&buffer[..n], n == 0);
        words.count(if n == 0 { b"\n" } else { &buffer[..n] });
        western.count(if n == 0 { b"\n" } else { &buffer[..n] });
        for byte in &buffer[..n] {
            vowels += usize::from(is_mac_vowel([before[0], before[1], *byte]));
            before = [before[1], *byte];
            match byte {
                b'\n' => feeds += 1,
                b'\r' => returns += 1,
                // Where the old Mac has its small letters, and where windows-1252 has them.
                0x80..=0x9F => low += 1,
                0xC0..=0xFF => high += 1,
                // The sign for any currency, which nobody writes; ISO-8859-15 has the euro there.
                0xA4 => signs += 1,
                _ => {}
            }
        }
        if n == 0 {
            let guessed = detector.guess(None, chardetng::Utf8Detection::Deny);
            let guessed = western.instead_of(guessed).unwrap_or(guessed);
            // Lines that end as they did on the old Mac, or its vowels where windows-1252 has none: no other detector
            // believes in either.
            let ends = feeds == 0 && returns > 0 && low > high;
            let old_mac = (ends || high == 0 && vowels > 0) && guessed == WINDOWS_1252;
            let certainty = match words.page().filter(|_| !old_mac) {
                Some(page) => Certainty::Dos(page),
                None => Certainty::Guessed,
            };
            let of_windows = [WINDOWS_1250, WINDOWS_1252, WINDOWS_1254].contains(&guessed);
            let encoding = match (old_mac, of_windows && signs > 0 && low == 0) {
                (true, _) => MACINTOSH,
                (_, true) => ISO_8859_15,
                _ => guessed,
            };
            return Ok(Detected { encoding, certainty });
        }
    }
}

/// Whether the middle one is `á` or `é` of the old Mac among letters. In windows-1252 these are a dagger and a letter of
/// Slavic languages, which are not found between the letters of a text that has no other letter with an accent.
fn is_mac_vowel([before, byte, after]: [u8; 3]) -> bool {
    matches!(byte, 0x87 | 0x8E) && before.is_ascii_alphabetic() && after.is_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn vowels_of_the_old_mac_are_known_whatever_lines_end_with() {
        let told = |bytes: &[u8]| guess(bytes).unwrap().encoding.name();
        assert_eq!(told(b"id,ciudad\n1,M\x8exico\n2,Le\x97n\n3,M\x8erida\n4,Canc\x9cn\n"), "macintosh");
        assert_eq!(told(b"id,ciudad\n1,M\xe9xico\n2,Le\xf3n\n3,M\xe9rida\n"), "windows-1252");
        assert_eq!(told(b"id,text\n1,it\x92s one\x97or two\n2,\x93so\x94\n"), "windows-1252");
    }
}
