//! Whatever is text: TXT, Markdown, CSV as text, JSON, e-mail.

use super::DocumentFormat;
use crate::documents::part::DocumentPart;
use crate::documents::reading::{DocumentFile, DocumentReading, LONGEST_TEXT};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::io::{self, BufRead, BufReader, Read};

pub(super) struct Text;

/// The encoding of text that begins so; none where it is no text.
fn encoding(beginning: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(beginning) {
        return Some(encoding);
    }
    let odd = |b: &u8| *b < 0x20 && !matches!(*b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a | 0x1b);
    if beginning.iter().any(odd) {
        return None;
    }
    match std::str::from_utf8(beginning) {
        // A letter may be cut by the end of what was read.
        Err(error) if error.error_len().is_some() => Some(WINDOWS_1252),
        _ => Some(UTF_8),
    }
}

impl DocumentFormat for Text {
    fn begins(&self, beginning: &[u8]) -> bool {
        encoding(beginning).is_some()
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let mut input = BufReader::new(file);
        let encoding = encoding(input.fill_buf()?).unwrap_or(WINDOWS_1252);
        let mut decoder = encoding.new_decoder();
        let (mut raw, mut text, mut line) = (Vec::new(), String::new(), 1);
        loop {
            raw.clear();
            let most = (LONGEST_TEXT - raw.len()) as u64;
            // UTF-16 has its line's end within a pair of bytes: the decoder keeps what is cut.
            let n = input.by_ref().take(most).read_until(b'\n', &mut raw)?;
            decode(&mut decoder, &raw, &mut text, n == 0);
            if text.len() >= LONGEST_TEXT / 2 || n == 0 {
                let lines = text.bytes().filter(|b| *b == b'\n').count() as u64;
                reading.text(DocumentPart::Line(line), std::mem::take(&mut text));
                line += lines;
            }
            if n == 0 {
                return Ok(());
            }
        }
    }
}

fn decode(decoder: &mut encoding_rs::Decoder, mut raw: &[u8], out: &mut String, last: bool) {
    loop {
        let needed = decoder
            .max_utf8_buffer_length(raw.len())
            .unwrap_or(raw.len());
        out.reserve(needed);
        let (result, read, _) = decoder.decode_to_string(raw, out, last);
        raw = &raw[read..];
        if result == encoding_rs::CoderResult::InputEmpty {
            return;
        }
    }
}
