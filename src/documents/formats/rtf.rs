//! RTF: its text, and every other destination too: remarks, who wrote them, properties, what was struck out.
//!
//! Source: Rich Text Format Specification 1.9.1.

use super::DocumentFormat;
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::reading::{DocumentFile, DocumentReading, LONGEST_TEXT};
use encoding_rs::{Encoding, WINDOWS_1252};
use std::io;

pub(super) struct Rtf;

/// Groups in one another.
const MOST_GROUPS: usize = 4096;
/// Words that end a piece of text.
const BREAKS: &[&str] = &[
    "par", "pard", "cell", "row", "line", "page", "sect", "nestcell",
];
/// Destinations of names that nobody gave: styles, fonts, colours.
const NO_WORDS: &[&str] = &[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "latentstyles",
    "themedata",
    "colorschememapping",
    "generator",
    "xmlnstbl",
    "mmathPr",
    "datastore",
];

impl DocumentFormat for Rtf {
    fn begins(&self, beginning: &[u8]) -> bool {
        beginning.trim_ascii_start().starts_with(b"{\\rtf")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        let mut reader = RtfReader {
            bytes: &bytes,
            at: 0,
            groups: vec![RtfGroup::default()],
            text: String::new(),
            raw: Vec::new(),
            digits: Vec::new(),
            encoding: WINDOWS_1252,
            skip: 0,
        };
        let whole = reader.run(reading);
        reader.flush(reading);
        if !whole {
            reading.gap(GapReason::Damaged, DocumentPart::Body);
        }
        Ok(())
    }
}

/// What holds until a group ends.
#[derive(Clone)]
struct RtfGroup {
    part: DocumentPart,
    /// Whether its characters are the digits of a picture or an object.
    is_binary: bool,
    is_skipped: bool,
    /// How many characters replace each of Unicode.
    stand_ins: usize,
}

impl Default for RtfGroup {
    fn default() -> Self {
        RtfGroup {
            part: DocumentPart::Body,
            is_binary: false,
            is_skipped: false,
            stand_ins: 1,
        }
    }
}

struct RtfReader<'b> {
    bytes: &'b [u8],
    at: usize,
    groups: Vec<RtfGroup>,
    text: String,
    /// Bytes in the file's encoding that are not yet text.
    raw: Vec<u8>,
    digits: Vec<u8>,
    encoding: &'static Encoding,
    /// Characters that replace one that was told.
    skip: usize,
}

impl RtfReader<'_> {
    /// Reads to the end; false where groups are open there.
    fn run(&mut self, reading: &mut DocumentReading<'_, '_>) -> bool {
        while let Some(byte) = self.bytes.get(self.at).copied() {
            self.at += 1;
            match byte {
                b'{' if self.groups.len() < MOST_GROUPS => {
                    let group = self.group().clone();
                    self.groups.push(group);
                }
                b'}' => self.close(reading),
                b'\\' => self.control(reading),
                b'\r' | b'\n' => {}
                _ => self.byte(byte),
            }
            if self.text.len() + self.raw.len() > LONGEST_TEXT {
                self.flush(reading);
            }
        }
        self.groups.len() == 1
    }

    fn group(&mut self) -> &mut RtfGroup {
        if self.groups.is_empty() {
            self.groups.push(RtfGroup::default());
        }
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    fn close(&mut self, reading: &mut DocumentReading<'_, '_>) {
        let inside = self.group().clone();
        let outside = self
            .groups
            .len()
            .checked_sub(2)
            .map(|at| self.groups[at].part.clone());
        if outside.is_some_and(|part| part != inside.part) {
            self.flush(reading);
        }
        if inside.is_binary && !self.digits.is_empty() {
            let digits = std::mem::take(&mut self.digits);
            let bytes: Vec<u8> = digits
                .chunks_exact(2)
                .map(|pair| pair[0] << 4 | pair[1])
                .collect();
            reading.inner_bytes("object", &bytes);
        }
        if self.groups.len() > 1 {
            self.groups.pop();
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        let group = self.group();
        if group.is_binary {
            self.digits.extend(
                char::from(byte)
                    .to_digit(16)
                    .and_then(|digit| u8::try_from(digit).ok()),
            );
        } else if !group.is_skipped {
            self.raw.push(byte);
        }
    }

    /// Takes in what follows a backslash.
    fn control(&mut self, reading: &mut DocumentReading<'_, '_>) {
        let rest = &self.bytes[self.at..];
        let letters = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        if letters == 0 {
            self.symbol(rest.first().copied());
            return;
        }
        let word = String::from_utf8_lossy(&rest[..letters.min(40)]).into_owned();
        let rest = &rest[letters..];
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = rest[sign..]
            .iter()
            .take(10)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let number = std::str::from_utf8(&rest[..sign + digits])
            .ok()
            .and_then(|text| text.parse::<i64>().ok());
        self.at += letters;
        if number.is_some() {
            self.at += sign + digits;
        }
        self.at += usize::from(self.bytes.get(self.at) == Some(&b' '));
        self.word(&word, number, reading);
    }

    fn symbol(&mut self, symbol: Option<u8>) {
        self.at += 1;
        match symbol {
            Some(b'\'') => {
                let pair = self.bytes.get(self.at..self.at + 2).unwrap_or(b"20");
                let byte = std::str::from_utf8(pair)
                    .ok()
                    .and_then(|pair| u8::from_str_radix(pair, 16).ok());
                self.at += 2;
                self.byte(byte.unwrap_or(b' '));
            }
            Some(b'~') => self.byte(b' '),
            Some(b'_') => self.byte(b'-'),
            Some(byte @ (b'{' | b'}' | b'\\')) => self.byte(byte),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i64>, reading: &mut DocumentReading<'_, '_>) {
        let count = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
        match word {
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.group().stand_ins = count.min(16),
            "bin" => self.at = self.at.saturating_add(count).min(self.bytes.len()),
            "ansicpg" => self.encoding = encoding(count),
            "tab" | "emspace" | "enspace" => self.byte(b' '),
            "pict" | "objdata" => self.group().is_binary = true,
            "deleted" if number != Some(0) => self.turn_to(DocumentPart::Deleted, reading),
            "annotation" | "atnauthor" | "atnid" => self.turn_to(DocumentPart::Comment, reading),
            "author" | "operator" | "manager" | "company" | "title" | "subject" | "keywords"
            | "doccomm" | "hlinkbase" | "category" => {
                self.turn_to(DocumentPart::Property(word.to_owned()), reading);
            }
            "revtbl" | "userprops" | "docvar" => {
                self.turn_to(DocumentPart::Property(word.to_owned()), reading);
            }
            _ if NO_WORDS.contains(&word) => self.group().is_skipped = true,
            _ if BREAKS.contains(&word) => self.flush(reading),
            _ => {}
        }
    }

    fn turn_to(&mut self, part: DocumentPart, reading: &mut DocumentReading<'_, '_>) {
        self.flush(reading);
        self.group().part = part;
    }

    fn unicode(&mut self, number: i64) {
        self.decode();
        let unit = u16::try_from(number.rem_euclid(1 << 16)).unwrap_or(0);
        if !self.group().is_skipped {
            self.text
                .extend(char::decode_utf16([unit]).map(|letter| letter.unwrap_or(' ')));
        }
        self.skip = self.group().stand_ins;
    }

    fn decode(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        self.text
            .push_str(&self.encoding.decode_without_bom_handling(&raw).0);
    }

    fn flush(&mut self, reading: &mut DocumentReading<'_, '_>) {
        self.decode();
        let part = self.group().part.clone();
        reading.text(part, std::mem::take(&mut self.text));
    }
}

/// Returns the encoding of a code page of Windows.
fn encoding(page: usize) -> &'static Encoding {
    Encoding::for_label(format!("windows-{page}").as_bytes()).unwrap_or(WINDOWS_1252)
}
