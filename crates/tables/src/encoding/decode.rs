//! From bytes in any encoding to UTF-8, as a stream.
//!
//! A mark at the start is believed; else bytes that are UTF-8 throughout are UTF-8, because text in another
//! encoding hardly ever is; else the pattern of zero bytes tells UTF-16; else the declared encoding; else a guess,
//! which is reported as one. The whole file is looked at, not its beginning: two accents may be at its end.

pub use super::detected_encoding::{DetectedEncoding, EncodingCertainty};

use super::detected_encoding::CHUNK;

use super::repair::{self, TextRepair};
use super::statistics;
use super::utf16::{as_utf16, as_utf32, count_zeros};
use encoding_rs::{BIG5, CoderResult, Decoder, Encoding, ISO_2022_JP, UTF_8};
use std::io::{self, Read};

/// Reads a stream to its end and returns its encoding. `open` opens it again, which only text that is not UTF-8 needs.
///
/// # Errors
/// What opening or reading the stream fails with.
pub fn detect<R: Read>(
    declared: Option<&'static Encoding>,
    mut open: impl FnMut() -> io::Result<R>,
) -> io::Result<DetectedEncoding> {
    let mut reading = FirstReading::default();
    match reading.read(open()?)? {
        ReadingEnd::Detected(detected) => return Ok(detected),
        ReadingEnd::NotUtf8 => {}
    }
    let has_mark = reading.has_mark;
    if let Some(encoding) = reading.utf16().filter(|_| !has_mark) {
        return Ok(told(encoding, EncodingCertainty::Pattern));
    }
    if let Some(encoding) = declared.filter(|e| *e != UTF_8 && !has_mark) {
        return Ok(told(encoding, EncodingCertainty::Declared));
    }
    let share = repair::share(open()?)?;
    match (has_mark, share.valid >= 2 && share.valid >= share.invalid) {
        // Text in another encoding hardly ever has one run of letters that is UTF-8, let alone many.
        (_, true) => Ok(told(UTF_8, EncodingCertainty::Mixed)),
        (true, false) => Ok(told(UTF_8, EncodingCertainty::Damaged)),
        (false, false) => statistics::guess(open()?),
    }
}

fn told(encoding: &'static Encoding, certainty: EncodingCertainty) -> DetectedEncoding {
    DetectedEncoding {
        encoding,
        certainty,
    }
}

/// How the first reading of a stream ended.
enum ReadingEnd {
    Detected(DetectedEncoding),
    /// The bytes are not UTF-8, or are more likely UTF-16.
    NotUtf8,
}

/// What the first reading of a stream saw in it.
#[derive(Default)]
struct FirstReading {
    /// Whether it begins with the byte order mark of UTF-8.
    has_mark: bool,
    /// Zero bytes at even and at odd offsets of the first chunk, and its length.
    zeros: [usize; 2],
    length: usize,
    /// Bytes below a tab in the first chunk.
    low: usize,
    /// Whether a byte was not ASCII.
    beyond_ascii: bool,
    /// Whether Japanese in letters of ASCII was announced.
    shifts: bool,
}

impl FirstReading {
    /// Reads a stream to its end, or to the first byte that is not UTF-8.
    fn read(&mut self, mut input: impl Read) -> io::Result<ReadingEnd> {
        let mut buffer = vec![0; CHUNK];
        let (mut kept, mut is_first) = (0, true);
        loop {
            let n = input.read(&mut buffer[kept..])?;
            let filled = &buffer[..kept + n];
            if std::mem::take(&mut is_first) {
                if let Some(wide) = of_wide_characters(filled) {
                    return Ok(ReadingEnd::Detected(wide));
                }
                self.see_first(filled);
            }
            self.beyond_ascii = self.beyond_ascii || !filled.is_ascii();
            self.shifts = self.shifts || !self.beyond_ascii && announces_japanese(filled);
            let rest = match simdutf8::compat::from_utf8(filled) {
                Ok(_) => 0,
                Err(error) if error.error_len().is_none() && n > 0 => {
                    filled.len() - error.valid_up_to()
                }
                Err(_) => return Ok(ReadingEnd::NotUtf8),
            };
            if n == 0 {
                return Ok(self.end());
            }
            let end = kept + n;
            buffer.copy_within(end - rest..end, 0);
            kept = rest;
        }
    }

    fn see_first(&mut self, chunk: &[u8]) {
        self.has_mark = chunk.starts_with(b"\xEF\xBB\xBF");
        (self.zeros, self.length) = (count_zeros(chunk), chunk.len());
        self.low = chunk.iter().filter(|byte| **byte < 9).count();
    }

    /// Returns UTF-16 where zero bytes are as it has them.
    fn utf16(&self) -> Option<&'static Encoding> {
        as_utf16(self.zeros, self.length)
    }

    /// Returns what a stream is that is UTF-8 throughout.
    fn end(&self) -> ReadingEnd {
        // UTF-16 that is UTF-8 as well has half its bytes among these: letters of Latin, Greek, Cyrillic writing.
        if !self.has_mark && self.low * 3 >= self.length && self.utf16().is_some() {
            return ReadingEnd::NotUtf8;
        }
        ReadingEnd::Detected(if self.zeros != [0, 0] {
            told(UTF_8, EncodingCertainty::Padded)
        } else if self.has_mark {
            told(UTF_8, EncodingCertainty::Marked)
        } else if self.beyond_ascii {
            told(UTF_8, EncodingCertainty::Valid)
        } else if self.shifts {
            told(ISO_2022_JP, EncodingCertainty::Guessed)
        } else {
            told(UTF_8, EncodingCertainty::Ascii)
        })
    }
}

/// Tells UTF-32 by its mark or its zero bytes, and UTF-16 by its mark.
fn of_wide_characters(bytes: &[u8]) -> Option<DetectedEncoding> {
    if let Some(big) = as_utf32(bytes) {
        return Some(DetectedEncoding {
            encoding: UTF_8,
            certainty: EncodingCertainty::Wide { big },
        });
    }
    let (encoding, _) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8)?;
    Some(DetectedEncoding {
        encoding,
        certainty: EncodingCertainty::Marked,
    })
}

/// Whether signs of Japanese are announced that are written in letters of ASCII (ISO-2022-JP).
fn announces_japanese(bytes: &[u8]) -> bool {
    bytes.contains(&0x1B)
        && bytes
            .windows(3)
            .any(|three| matches!(three, b"\x1B$B" | b"\x1B$@"))
}

/// A stream of UTF-8 from a stream in any encoding, without its byte order mark.
pub struct Utf8Reader<R> {
    input: R,
    /// None passes bytes through: the text is UTF-8 already.
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    at: usize,
    filled: usize,
    ended: bool,
    started: bool,
    /// Text that was decoded for a reader whose own buffer was too small for one step.
    pending: Vec<u8>,
    /// Byte sequences that the encoding does not have, each read as U+FFFD; places mended, where it is mended.
    malformed: u64,
    mend: Option<TextRepair>,
    /// Bytes that wait for more to be mended.
    held: Vec<u8>,
    mended: Vec<u8>,
}

impl<R: Read> Utf8Reader<R> {
    /// Reads `input` as text in the encoding that [`detect`] told.
    pub fn new(input: R, detected: DetectedEncoding) -> Self {
        let passes = detected.encoding == UTF_8 && detected.certainty != EncodingCertainty::Damaged;
        let decoder = (!passes).then(|| detected.encoding.new_decoder_with_bom_removal());
        let mend = match detected.certainty {
            EncodingCertainty::Mixed => Some(TextRepair::Mixed),
            EncodingCertainty::Twice => Some(TextRepair::Twice),
            EncodingCertainty::Padded => Some(TextRepair::Padded),
            EncodingCertainty::Dos(page) | EncodingCertainty::DeclaredDos(page) => {
                Some(TextRepair::Dos(page))
            }
            EncodingCertainty::Wide { big } => Some(TextRepair::Wide { big }),
            EncodingCertainty::Controls => Some(TextRepair::Controls),
            _ => None,
        };
        let raw = if decoder.is_some() || mend.is_some() {
            vec![0; CHUNK / 4]
        } else {
            Vec::new()
        };
        Utf8Reader {
            input,
            decoder,
            raw,
            at: 0,
            filled: 0,
            ended: false,
            started: false,
            pending: Vec::new(),
            malformed: 0,
            mend,
            held: Vec::new(),
            mended: Vec::new(),
        }
    }

    /// Reads the rest, and says how many byte sequences of the whole the encoding does not have.
    pub(crate) fn count_malformed(mut self) -> io::Result<u64> {
        io::copy(&mut self, &mut io::sink())?;
        Ok(self.malformed)
    }

    fn pass(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut n = read_some(&mut self.input, out)?;
        if !self.started {
            self.started = true;
            while n < 3 {
                let more = read_some(&mut self.input, &mut out[n..])?;
                if more == 0 {
                    break;
                }
                n += more;
            }
            if out[..n].starts_with(b"\xEF\xBB\xBF") {
                out.copy_within(3..n, 0);
                n -= 3;
                if n == 0 {
                    return read_some(&mut self.input, out);
                }
            }
        }
        Ok(n)
    }
}

impl<R: Read> Utf8Reader<R> {
    /// One step of a text that is mended as it is read.
    fn mended(&mut self, mend: TextRepair, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.at < self.mended.len() {
                let n = out.len().min(self.mended.len() - self.at);
                out[..n].copy_from_slice(&self.mended[self.at..self.at + n]);
                self.at += n;
                return Ok(n);
            }
            if self.ended {
                return Ok(0);
            }
            let n = read_some(&mut self.input, &mut self.raw)?;
            self.ended = n == 0;
            self.held.extend_from_slice(&self.raw[..n]);
            if !self.started && (self.held.len() >= 4 || self.ended) {
                self.started = true;
                let is_wide = matches!(mend, TextRepair::Wide { .. });
                if is_wide
                    && (self.held.starts_with(b"\xFF\xFE\0\0")
                        || self.held.starts_with(b"\0\0\xFE\xFF"))
                {
                    self.held.drain(..4);
                } else if self.held.starts_with(b"\xEF\xBB\xBF") {
                    self.held.drain(..3);
                }
            }
            if self.started {
                (self.at, self.filled) = (0, 0);
                self.mended.clear();
                let (used, places) = mend.apply(&self.held, self.ended, &mut self.mended);
                self.held.drain(..used);
                self.malformed += places;
            }
        }
    }

    /// One step into a buffer of at least [`LEAST_STEP`] bytes; 0 at the end.
    fn step(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if let Some(mend) = self.mend {
            return self.mended(mend, out);
        }
        let Some(decoder) = self.decoder.as_mut() else {
            return self.pass(out);
        };
        loop {
            if self.at == self.filled && !self.ended {
                self.filled = read_some(&mut self.input, &mut self.raw)?;
                self.at = 0;
                self.ended = self.filled == 0;
            }
            if self.started && self.ended {
                return Ok(0);
            }
            let (result, read, written, replaced) =
                decoder.decode_to_utf8(&self.raw[self.at..self.filled], out, self.ended);
            self.at += read;
            self.malformed += u64::from(replaced);
            // For decoded text `started` means that the decoder has given its last bytes.
            self.started = self.ended && result == CoderResult::InputEmpty;
            if written > 0 || self.started {
                return Ok(written);
            }
        }
    }
}

/// More than any one character needs, in any encoding.
const LEAST_STEP: usize = 64;

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.pending.is_empty() && out.len() >= LEAST_STEP {
            return self.step(out);
        }
        if self.pending.is_empty() {
            let mut small = [0; LEAST_STEP];
            let n = self.step(&mut small)?;
            self.pending.extend_from_slice(&small[..n]);
        }
        let n = self.pending.len().min(out.len());
        out[..n].copy_from_slice(&self.pending[..n]);
        self.pending.drain(..n);
        Ok(n)
    }
}

fn read_some(input: &mut impl Read, out: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(out) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

/// The encoding of this name, as people and descriptors write it.
pub(crate) fn by_label(label: &str) -> Option<&'static Encoding> {
    let plain = label.trim().to_ascii_lowercase().replace('_', "-");
    match plain.as_str() {
        "cp1252" | "win1252" => Encoding::for_label(b"windows-1252"),
        "cp950" => Some(BIG5),
        "utf8-sig" | "utf-8-sig" => Some(UTF_8),
        other => Encoding::for_label(other.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::UTF_16LE;

    fn told(bytes: &[u8]) -> (&'static str, EncodingCertainty) {
        let detected = detect(None, || Ok(bytes)).unwrap();
        (detected.encoding.name(), detected.certainty)
    }

    fn text(bytes: &[u8], encoding: &'static Encoding) -> String {
        let mut out = String::new();
        let certainty = EncodingCertainty::Declared;
        Utf8Reader::new(
            bytes,
            DetectedEncoding {
                encoding,
                certainty,
            },
        )
        .read_to_string(&mut out)
        .unwrap();
        out
    }

    #[test]
    fn tells_encodings() {
        assert_eq!(told(b"a,b\n1,2\n"), ("UTF-8", EncodingCertainty::Ascii));
        assert_eq!(told("año".as_bytes()), ("UTF-8", EncodingCertainty::Valid));
        assert_eq!(
            told(b"\x1B$BET\x1B(B,1\n"),
            ("ISO-2022-JP", EncodingCertainty::Guessed)
        );
        assert_eq!(told(b"\xEF\xBB\xBFa"), ("UTF-8", EncodingCertainty::Marked));
        assert_eq!(
            told(b"\xFF\xFEa\0"),
            ("UTF-16LE", EncodingCertainty::Marked)
        );
        assert_eq!(
            told(b"\xFF\xFE\0\0a\0\0\0"),
            ("UTF-8", EncodingCertainty::Wide { big: false })
        );
        assert_eq!(
            told(b"\0\0\0a\0\0\0,"),
            ("UTF-8", EncodingCertainty::Wide { big: true })
        );
        assert_eq!(
            told(b"a\0,\0b\0\n\0"),
            ("UTF-16LE", EncodingCertainty::Pattern)
        );
        assert_eq!(
            told(b"\x1f\x04@\x048\x04,\0A\x04\n\0"),
            ("UTF-16LE", EncodingCertainty::Pattern)
        );
        assert_eq!(
            told(b"id,n\n1,a\0b\n2,c\n"),
            ("UTF-8", EncodingCertainty::Padded)
        );
        assert_eq!(
            told(b"\0a\0,\0b\0\n"),
            ("UTF-16BE", EncodingCertainty::Pattern)
        );
        assert_eq!(
            told(b"a\xF1o,cami\xF3n,electr\xF3nico"),
            ("windows-1252", EncodingCertainty::Guessed)
        );
        assert_eq!(
            told(b"Co\xFBt (\xA4),\xC9lus,Ann\xE9e"),
            ("ISO-8859-15", EncodingCertainty::Guessed)
        );
        assert_eq!(
            told(b"\xEF\xBB\xBFa\0\0,b"),
            ("UTF-8", EncodingCertainty::Padded)
        );
    }

    #[test]
    fn damage_is_counted() {
        let bytes = b"\xEF\xBB\xBFa\xF1o";
        let detected = detect(None, || Ok(&bytes[..])).unwrap();
        assert_eq!(detected.certainty, EncodingCertainty::Damaged);
        assert_eq!(
            Utf8Reader::new(&bytes[..], detected)
                .count_malformed()
                .unwrap(),
            1
        );
    }

    #[test]
    fn an_accent_at_the_end_of_a_long_file_counts() {
        let mut bytes = b"x".repeat(3 * CHUNK - 1);
        bytes.extend("é".as_bytes());
        assert_eq!(told(&bytes), ("UTF-8", EncodingCertainty::Valid));
        bytes.push(0xF1);
        assert_eq!(told(&bytes).1, EncodingCertainty::Guessed);
    }

    #[test]
    fn decodes_and_drops_the_mark() {
        assert_eq!(text(b"\xEF\xBB\xBFa\xC3\xB1o", UTF_8), "año");
        assert_eq!(text(b"\xEF\xBB\xBF", UTF_8), "");
        assert_eq!(text(b"\xFF\xFEa\0\xF1\0", UTF_16LE), "añ");
        assert_eq!(text(b"a\xF1o", encoding_rs::WINDOWS_1252), "año");
    }

    #[test]
    fn long_text_is_decoded_to_the_last_byte() {
        let bytes = b"\xF1".repeat(CHUNK);
        assert_eq!(
            text(&bytes, encoding_rs::WINDOWS_1252).chars().count(),
            CHUNK
        );
    }
}
