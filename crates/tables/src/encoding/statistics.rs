//! The encoding of a text that neither marks it nor is UTF-8, guessed from how often its bytes occur.

use super::short_texts::{ByteContexts, LikelyEncoding};
use super::windows_1252::Western;
use crate::encoding::detected::{CHUNK, Certainty, DetectedEncoding};
use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_15, MACINTOSH, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254,
};
use std::io::{self, Read};

/// Reads a text to its end and guesses its encoding.
pub(crate) fn guess(mut input: impl Read) -> io::Result<DetectedEncoding> {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    let mut buffer = vec![0; CHUNK];
    let (mut feeds, mut returns, mut low, mut high, mut signs) =
        (0usize, 0usize, 0usize, 0usize, 0usize);
    let (mut letters, mut western) = (ByteContexts::default(), Western::default());
    loop {
        let n = input.read(&mut buffer)?;
        detector.feed(&buffer[..n], n == 0);
        letters.count(if n == 0 { b"\n" } else { &buffer[..n] });
        western.count(if n == 0 { b"\n" } else { &buffer[..n] });
        for byte in &buffer[..n] {
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
            let told = letters.told(guessed);
            let most = if LATIN.contains(&guessed) {
                MOST_DIFFERENT
            } else {
                2
            };
            let few = letters.different() <= most;
            let guessed = match told {
                _ if !letters.are_latin() => western.instead_of(guessed).unwrap_or(guessed),
                // Lines that end as they did on the old Mac.
                _ if feeds == 0 && returns > 0 && low > high && guessed == WINDOWS_1252 => {
                    MACINTOSH
                }
                LikelyEncoding::Dos(page) => {
                    return Ok(DetectedEncoding {
                        encoding: guessed,
                        certainty: Certainty::Dos(page),
                    });
                }
                LikelyEncoding::Web(encoding) if encoding == MACINTOSH || few => encoding,
                LikelyEncoding::Web(_) => western.instead_of(guessed).unwrap_or(guessed),
            };
            let of_windows = [WINDOWS_1250, WINDOWS_1252, WINDOWS_1254].contains(&guessed);
            let encoding = if of_windows && signs > 0 && low == 0 {
                ISO_8859_15
            } else {
                guessed
            };
            return Ok(DetectedEncoding {
                encoding,
                certainty: Certainty::Guessed,
            });
        }
    }
}

/// Different letters that are too few for a detector that goes by how often they occur.
const MOST_DIFFERENT: usize = 6;
/// Encodings of Latin letters that such letters can be told in.
const LATIN: [&Encoding; 4] = [WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, ISO_8859_2];

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn vowels_of_the_old_mac_are_known_whatever_lines_end_with() {
        let told = |bytes: &[u8]| guess(bytes).unwrap().encoding.name();
        assert_eq!(
            told(b"id,ciudad\n1,M\x8exico\n2,Le\x97n\n3,M\x8erida\n4,Canc\x9cn\n"),
            "macintosh"
        );
        assert_eq!(
            told(b"id,ciudad\n1,M\xe9xico\n2,Le\xf3n\n3,M\xe9rida\n"),
            "windows-1252"
        );
        assert_eq!(
            told(b"id,text\n1,it\x92s one\x97or two\n2,\x93so\x94\n"),
            "windows-1252"
        );
    }
}
