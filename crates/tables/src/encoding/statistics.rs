//! The encoding of a text that neither marks it nor is UTF-8, guessed from how often its bytes occur.

use super::short_texts::{ByteContexts, LikelyEncoding};
use super::windows_1252::Western;
use crate::encoding::detected_encoding::{CHUNK, DetectedEncoding, EncodingCertainty};
use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_15, MACINTOSH, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254,
};
use std::io::{self, Read};

/// Reads a text to its end and guesses its encoding.
///
/// # Errors
/// What reading it fails with.
pub(crate) fn guess(mut input: impl Read) -> io::Result<DetectedEncoding> {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    let mut buffer = vec![0; CHUNK];
    let mut counts = ByteCounts::default();
    loop {
        let n = input.read(&mut buffer)?;
        detector.feed(&buffer[..n], n == 0);
        if n == 0 {
            counts.count_letters(b"\n");
            return Ok(counts.decide(detector.guess(None, chardetng::Utf8Detection::Deny)));
        }
        counts.count_letters(&buffer[..n]);
        counts.count(&buffer[..n]);
    }
}

/// What is counted of a text's bytes.
#[derive(Default)]
struct ByteCounts {
    /// Line feeds and carriage returns.
    feeds: usize,
    returns: usize,
    /// Bytes where the old Mac has its small letters, and where windows-1252 has them.
    low: usize,
    high: usize,
    /// Signs for any currency, which nobody writes; ISO-8859-15 has the euro there.
    signs: usize,
    letters: ByteContexts,
    western: Western,
}

impl ByteCounts {
    fn count_letters(&mut self, bytes: &[u8]) {
        self.letters.count(bytes);
        self.western.count(bytes);
    }

    fn count(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'\n' => self.feeds += 1,
                b'\r' => self.returns += 1,
                0x80..=0x9F => self.low += 1,
                0xC0..=0xFF => self.high += 1,
                0xA4 => self.signs += 1,
                _ => {}
            }
        }
    }

    /// Returns the encoding, given what the detector guesses.
    fn decide(&self, guessed: &'static Encoding) -> DetectedEncoding {
        let guessed = match self.letters.told(guessed) {
            _ if !self.letters.are_latin() => self.western_instead_of(guessed),
            _ if self.is_old_mac(guessed) => MACINTOSH,
            LikelyEncoding::Dos(page) => {
                return DetectedEncoding {
                    encoding: guessed,
                    certainty: EncodingCertainty::Dos(page),
                };
            }
            LikelyEncoding::Web(encoding) if encoding == MACINTOSH || self.has_few(guessed) => {
                encoding
            }
            LikelyEncoding::Web(_) => self.western_instead_of(guessed),
        };
        let of_windows = [WINDOWS_1250, WINDOWS_1252, WINDOWS_1254].contains(&guessed);
        DetectedEncoding {
            encoding: if of_windows && self.signs > 0 && self.low == 0 {
                ISO_8859_15
            } else {
                guessed
            },
            certainty: EncodingCertainty::Guessed,
        }
    }

    fn western_instead_of(&self, guessed: &'static Encoding) -> &'static Encoding {
        self.western.instead_of(guessed).unwrap_or(guessed)
    }

    /// Whether lines end as they did on the old Mac, and small letters are where it has them.
    fn is_old_mac(&self, guessed: &'static Encoding) -> bool {
        self.feeds == 0 && self.returns > 0 && self.low > self.high && guessed == WINDOWS_1252
    }

    /// Whether there are too few different letters to believe the detector.
    fn has_few(&self, guessed: &'static Encoding) -> bool {
        let most = if LATIN.contains(&guessed) {
            MOST_DIFFERENT
        } else {
            2
        };
        self.letters.different() <= most
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
