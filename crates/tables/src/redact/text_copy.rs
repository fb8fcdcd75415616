//! A copy of a text, byte for byte, in which parts are replaced that are known by their places in the decoded text.

use super::fault::RedactionFault;
use crate::encoding::decode::Utf8Reader;
use crate::encoding::detected_encoding::{DetectedEncoding, EncodingCertainty};
use crate::limits::Limits;
use crate::sources::compression;
use crate::unreadable::Unreadable;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, BufReader, Read, Write};
use std::ops::Range;
use std::path::Path;

/// Bytes copied at once.
const CHUNK: usize = 64 * 1024;

/// How many bytes of the file a character takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CharWidth {
    /// As many as in UTF-8.
    Utf8,
    One,
    /// Two, or four beyond the first plane; whether the higher byte comes first.
    Utf16 {
        big: bool,
    },
    Utf32 {
        big: bool,
    },
}

impl CharWidth {
    /// Returns the width in an encoding; `None` where it cannot be told by the character.
    fn of(detected: DetectedEncoding) -> Option<CharWidth> {
        match detected.certainty {
            EncodingCertainty::Wide { big } => return Some(CharWidth::Utf32 { big }),
            EncodingCertainty::Dos(_) | EncodingCertainty::DeclaredDos(_) => {
                return Some(CharWidth::One);
            }
            EncodingCertainty::Mixed
            | EncodingCertainty::Twice
            | EncodingCertainty::Padded
            | EncodingCertainty::Controls
            | EncodingCertainty::Damaged => return None,
            _ => {}
        }
        match detected.encoding {
            encoding if encoding == UTF_8 => Some(CharWidth::Utf8),
            encoding if encoding == UTF_16LE => Some(CharWidth::Utf16 { big: false }),
            encoding if encoding == UTF_16BE => Some(CharWidth::Utf16 { big: true }),
            encoding => encoding.is_single_byte().then_some(CharWidth::One),
        }
    }

    /// Returns the bytes that a character takes of which this is a byte in UTF-8: all are counted at its first.
    fn of_byte(self, byte: u8) -> u64 {
        match self {
            CharWidth::Utf8 => 1,
            _ if byte & 0xC0 == 0x80 => 0,
            CharWidth::One => 1,
            CharWidth::Utf16 { .. } if byte >= 0xF0 => 4,
            CharWidth::Utf16 { .. } => 2,
            CharWidth::Utf32 { .. } => 4,
        }
    }

    /// Returns the byte order mark with which the file begins.
    fn mark(self, start: &[u8]) -> usize {
        let marks: &[&[u8]] = match self {
            CharWidth::Utf8 => &[b"\xEF\xBB\xBF"],
            CharWidth::One => &[],
            CharWidth::Utf16 { .. } => &[b"\xFF\xFE", b"\xFE\xFF"],
            CharWidth::Utf32 { .. } => &[b"\xFF\xFE\0\0", b"\0\0\xFE\xFF"],
        };
        let mark = marks.iter().find(|mark| start.starts_with(mark));
        mark.map_or(0, |mark| mark.len())
    }

    /// Returns ASCII text in the encoding.
    fn encode(self, ascii: &str) -> Vec<u8> {
        let (width, big) = match self {
            CharWidth::Utf8 | CharWidth::One => return ascii.as_bytes().to_vec(),
            CharWidth::Utf16 { big } => (2, big),
            CharWidth::Utf32 { big } => (4, big),
        };
        let mut bytes = Vec::with_capacity(ascii.len() * width);
        for byte in ascii.bytes() {
            let at = bytes.len() + if big { width - 1 } else { 0 };
            bytes.resize(bytes.len() + width, 0);
            bytes[at] = byte;
        }
        bytes
    }
}

/// A copy of a text that is being written.
pub(super) struct TextCopy<'o> {
    raw: Box<dyn Read + Send>,
    /// The decoded text, by which bytes are counted that UTF-8 has not.
    decoded: Option<Box<dyn Read + Send>>,
    width: CharWidth,
    /// Bytes of decoded text that were passed.
    at: u64,
    out: &'o mut dyn Write,
    buffer: Vec<u8>,
}

impl<'o> TextCopy<'o> {
    /// Begins to copy a file in this encoding. Where its characters cannot be told from its bytes one by one, the copy is in
    /// UTF-8 (see [`TextCopy::is_written_anew`]).
    pub(super) fn begin(
        root: &Path,
        path: &str,
        (detected, limits): (DetectedEncoding, &Limits),
        out: &'o mut dyn Write,
    ) -> Result<TextCopy<'o>, RedactionFault> {
        let open = || compression::open(root, path, limits);
        let decoded = || open().map(|raw| Utf8Reader::new(raw, detected));
        let width = CharWidth::of(detected);
        let (raw, decoded): (Box<dyn Read + Send>, Option<Box<dyn Read + Send>>) = match width {
            Some(CharWidth::Utf8) => (open()?, None),
            Some(_) => (open()?, Some(Box::new(decoded()?))),
            None => (Box::new(decoded()?), None),
        };
        let mut copy = TextCopy {
            raw: Box::new(BufReader::with_capacity(CHUNK, raw)),
            decoded,
            width: width.unwrap_or(CharWidth::Utf8),
            at: 0,
            out,
            buffer: vec![0; CHUNK],
        };
        copy.pass_mark(width.is_none())?;
        Ok(copy)
    }

    /// Whether the copy of a file in this encoding is in UTF-8, although the file is not.
    pub(super) fn is_written_anew(detected: DetectedEncoding) -> bool {
        CharWidth::of(detected).is_none()
    }

    /// Copies the byte order mark; writes one where the text is written anew, for spreadsheet programs know UTF-8 by it.
    fn pass_mark(&mut self, is_written_anew: bool) -> Result<(), RedactionFault> {
        if is_written_anew {
            return self.write(b"\xEF\xBB\xBF");
        }
        let mut start = Vec::with_capacity(4);
        let raw = std::mem::replace(&mut self.raw, Box::new(io::empty()));
        let mut first = raw.take(4);
        first.read_to_end(&mut start).map_err(Unreadable::from)?;
        let rest = start.split_off(self.width.mark(&start));
        self.raw = Box::new(io::Cursor::new(rest).chain(first.into_inner()));
        self.write(&start)
    }

    /// Copies everything up to a part of the decoded text, and puts ASCII in the place of that part.
    pub(super) fn replace(&mut self, span: Range<u64>, ascii: &str) -> Result<(), RedactionFault> {
        let before = self.count_bytes(span.start)?;
        self.pass(before, true)?;
        let replaced = self.count_bytes(span.end)?;
        self.pass(replaced, false)?;
        self.write(&self.width.encode(ascii))
    }

    /// Copies what is left.
    pub(super) fn finish(mut self) -> Result<(), RedactionFault> {
        self.pass(u64::MAX, true)?;
        self.out.flush().map_err(RedactionFault::Unwritable)
    }

    /// Returns how many bytes of the file are between what was passed and this place of the decoded text, and passes them.
    fn count_bytes(&mut self, to: u64) -> Result<u64, RedactionFault> {
        let mut wanted = to.saturating_sub(self.at);
        self.at += wanted;
        let Some(decoded) = &mut self.decoded else {
            return Ok(wanted);
        };
        let mut bytes = 0;
        while wanted > 0 {
            let most = self
                .buffer
                .len()
                .min(usize::try_from(wanted).unwrap_or(usize::MAX));
            let n = decoded
                .read(&mut self.buffer[..most])
                .map_err(Unreadable::from)?;
            if n == 0 {
                break;
            }
            bytes += self.buffer[..n]
                .iter()
                .map(|b| self.width.of_byte(*b))
                .sum::<u64>();
            wanted -= n as u64;
        }
        Ok(bytes)
    }

    /// Passes so many bytes of the file, or all that there are, and copies them where that is wanted.
    fn pass(&mut self, mut bytes: u64, is_copied: bool) -> Result<(), RedactionFault> {
        while bytes > 0 {
            let most = self
                .buffer
                .len()
                .min(usize::try_from(bytes).unwrap_or(usize::MAX));
            let n = self
                .raw
                .read(&mut self.buffer[..most])
                .map_err(Unreadable::from)?;
            if n == 0 {
                break;
            }
            if is_copied {
                self.out
                    .write_all(&self.buffer[..n])
                    .map_err(RedactionFault::Unwritable)?;
            }
            bytes -= n as u64;
        }
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), RedactionFault> {
        self.out
            .write_all(bytes)
            .map_err(RedactionFault::Unwritable)
    }
}
