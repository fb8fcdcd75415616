//! Tables from the codes of a font to letters (ISO 32000-1, 9.10.3), and to lengths of codes.

use super::lexer::{Lexer, Token};
use super::value::PdfValue;
use std::collections::BTreeMap;

/// Codes of one table: there are 65,536 of two bytes.
const MOST_CODES: usize = 1 << 18;

/// A table of codes.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// Lengths of codes in bytes, with the least and the greatest code of each.
    spaces: Vec<(usize, u32, u32)>,
    /// What each code is in letters.
    letters: BTreeMap<u32, String>,
    /// Codes that were stated, again and again too.
    stated: usize,
}

impl CMap {
    /// Parses a table.
    pub(super) fn new(bytes: &[u8]) -> CMap {
        let mut map = CMap::default();
        let mut lexer = Lexer::of_content(bytes);
        let mut operands = Vec::new();
        loop {
            match lexer.next() {
                Token::Value(value) if operands.len() < MOST_CODES => operands.push(value),
                Token::Keyword(word) => {
                    map.take(&word, &operands);
                    operands.clear();
                }
                Token::End => return map,
                _ => {}
            }
        }
    }

    fn take(&mut self, keyword: &str, operands: &[PdfValue]) {
        match keyword {
            "endcodespacerange" => {
                for pair in operands.chunks_exact(2) {
                    if let (Some(low), Some(high)) = (pair[0].text(), pair[1].text()) {
                        self.spaces.push((low.len(), code(low), code(high)));
                    }
                }
            }
            "endbfchar" => {
                for pair in operands.chunks_exact(2) {
                    if let (Some(from), Some(to)) = (pair[0].text(), pair[1].text()) {
                        self.add(code(from), utf16(to));
                    }
                }
            }
            "endbfrange" => {
                for range in operands.chunks_exact(3) {
                    if let (Some(low), Some(high)) = (range[0].text(), range[1].text()) {
                        self.range(code(low), code(high), &range[2]);
                    }
                }
            }
            _ => {}
        }
    }

    fn range(&mut self, low: u32, high: u32, to: &PdfValue) {
        if self.stated > MOST_CODES {
            return;
        }
        let high = high.min(low.saturating_add(0xffff));
        match to {
            PdfValue::Array(all) => {
                for (code, text) in (low..=high).zip(all) {
                    self.add(code, text.text().map(utf16).unwrap_or_default());
                }
            }
            PdfValue::Text(first) => {
                let mut units: Vec<u8> = first.clone();
                for code in low..=high {
                    self.add(code, utf16(&units));
                    increase(&mut units);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, code: u32, text: String) {
        self.stated += 1;
        if self.stated <= MOST_CODES {
            self.letters.insert(code, text);
        }
    }

    /// Whether it says of any code what it is in letters.
    pub(super) fn has_letters(&self) -> bool {
        !self.letters.is_empty()
    }

    /// Returns the letters of a code.
    pub(super) fn letters(&self, code: u32) -> Option<&str> {
        self.letters.get(&code).map(String::as_str)
    }

    /// Returns the length of the code that begins these bytes; none where the table does not say.
    pub(super) fn length(&self, bytes: &[u8]) -> Option<usize> {
        let fits = |&&(length, low, high): &&(usize, u32, u32)| {
            bytes
                .get(..length)
                .is_some_and(|bytes| (low..=high).contains(&code(bytes)))
        };
        Some(self.spaces.iter().find(fits)?.0.max(1))
    }
}

/// Returns the number that bytes are.
pub(super) fn code(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .take(4)
        .fold(0, |code, byte| code << 8 | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units)
        .flatten()
        .filter(|letter| *letter != '\0')
        .collect()
}

/// Adds 1 to a number of several bytes.
fn increase(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().rev() {
        *byte = byte.wrapping_add(1);
        if *byte != 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_letters_one_by_one_and_in_ranges() {
        let map = CMap::new(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0003> <0066 0069> endbfchar\n\
              2 beginbfrange <0010> <0012> <0041> <0020><0021>[<00F1> <D83DDE00>] endbfrange",
        );
        let all: Vec<&str> = [3, 0x10, 0x12, 0x20, 0x21]
            .iter()
            .filter_map(|c| map.letters(*c))
            .collect();
        assert_eq!(all, ["fi", "A", "C", "ñ", "😀"]);
        assert_eq!(map.letters(0x13), None);
        assert_eq!((map.length(b"\0\x03"), map.length(b"\0")), (Some(2), None));
    }
}
