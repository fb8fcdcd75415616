//! The encoding of a text that neither marks it nor is UTF-8, guessed from how often its bytes occur.

use super::decode::{CHUNK, Certainty, Detected};
use super::mend;
use encoding_rs::{ISO_8859_15, MACINTOSH, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254};
use std::io::{self, Read};

/// Reads a text to its end and guesses its encoding.
pub fn guess(mut input: impl Read) -> io::Result<Detected> {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    let mut buffer = vec![0; CHUNK];
    let (mut feeds, mut returns, mut low, mut high, mut signs) = (0usize, 0usize, 0usize, 0usize, 0usize);
    let mut letters = mend::Letters::default();
    loop {
        let n = input.read(&mut buffer)?;
        detector.feed(&buffer[..n], n == 0);
        letters.count(&buffer[..n]);
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
            // Lines that end as they did on the old Mac, in which no other detector believes.
            let old_mac = feeds == 0 && returns > 0 && low > high && guessed == WINDOWS_1252;
            let certainty = if letters.are_dos() && feeds > 0 && guessed.is_single_byte() {
                Certainty::Dos
            } else {
                Certainty::Guessed
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
