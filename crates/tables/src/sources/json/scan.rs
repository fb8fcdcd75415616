//! Reading a JSON text value by value, without holding more of it than one value.

use crate::limits::{Limit, Limits};
use crate::unreadable::Unreadable;
use std::io::Read;

/// Kind of a value, told by its first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonKind {
    Object,
    Array,
    Text,
    Null,
    /// A number, `true` or `false`.
    Plain,
}

impl JsonKind {
    /// Whether values of this kind end with a mark of their own; numbers and words end where something else follows.
    fn has_end(self) -> bool {
        matches!(self, JsonKind::Object | JsonKind::Array | JsonKind::Text)
    }

    /// Returns the kind of the value that begins with this byte.
    pub(crate) fn of(first: u8) -> JsonKind {
        match first {
            b'{' => JsonKind::Object,
            b'[' => JsonKind::Array,
            b'"' => JsonKind::Text,
            b'n' => JsonKind::Null,
            _ => JsonKind::Plain,
        }
    }
}

/// A place in a JSON text.
pub(crate) struct JsonScanner<R> {
    input: R,
    buffer: Vec<u8>,
    at: usize,
    /// Longest value that is held, in bytes, and deepest nesting that is read.
    longest: usize,
    deepest: usize,
    /// Line of the next byte, from 1.
    pub(crate) line: u64,
}

impl<R: Read> JsonScanner<R> {
    /// Returns a scanner at the beginning of a text in UTF-8.
    pub(crate) fn new(input: R, limits: &Limits) -> Self {
        let longest = usize::try_from(limits.mebibytes(Limit::RowMib)).unwrap_or(usize::MAX);
        JsonScanner {
            input,
            buffer: Vec::new(),
            at: 0,
            longest,
            deepest: limits.count(Limit::Depth),
            line: 1,
        }
    }

    /// Returns a scanner at the beginning of a text that was read here, within the same limits.
    pub(crate) fn within<'t>(&self, text: &'t [u8]) -> JsonScanner<&'t [u8]> {
        JsonScanner {
            input: text,
            buffer: Vec::new(),
            at: 0,
            longest: self.longest,
            deepest: self.deepest,
            line: self.line,
        }
    }

    fn peek(&mut self) -> Result<Option<u8>, Unreadable> {
        if self.at == self.buffer.len() {
            self.buffer.resize(64 * 1024, 0);
            let n = self.input.read(&mut self.buffer)?;
            self.buffer.truncate(n);
            self.at = 0;
            if n == 0 {
                return Ok(None);
            }
        }
        Ok(Some(self.buffer[self.at]))
    }

    fn take(&mut self) -> Result<Option<u8>, Unreadable> {
        let byte = self.peek()?;
        if let Some(byte) = byte {
            self.at += 1;
            self.line += u64::from(byte == b'\n');
        }
        Ok(byte)
    }

    /// Returns the next byte that is no blank, left where it is.
    pub(crate) fn next(&mut self) -> Result<Option<u8>, Unreadable> {
        while let Some(byte) = self.peek()? {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Ok(Some(byte));
            }
            self.take()?;
        }
        Ok(None)
    }

    /// Returns the next byte that is no blank, where there must be one.
    pub(crate) fn must(&mut self) -> Result<u8, Unreadable> {
        self.next()?.ok_or_else(|| self.fault("…"))
    }

    /// Takes this byte if it is the next that is no blank.
    pub(crate) fn takes(&mut self, wanted: u8) -> Result<bool, Unreadable> {
        let is_next = self.next()? == Some(wanted);
        if is_next {
            self.take()?;
        }
        Ok(is_next)
    }

    /// Takes this byte, which must be next.
    pub(crate) fn expect(&mut self, wanted: u8) -> Result<(), Unreadable> {
        if self.takes(wanted)? {
            Ok(())
        } else {
            Err(self.fault(&char::from(wanted).to_string()))
        }
    }

    /// Takes the comma after a member or an element; `end` is left, and anything else is a fault.
    pub(crate) fn comma_or(&mut self, end: u8) -> Result<(), Unreadable> {
        if !self.takes(b',')? && self.must()? != end {
            return Err(self.fault(","));
        }
        Ok(())
    }

    /// Returns the error that `wanted` was expected on this line.
    pub(crate) fn fault(&self, wanted: &str) -> Unreadable {
        Unreadable::Json {
            line: self.line,
            wanted: wanted.to_owned(),
        }
    }

    /// Returns the error that lists and objects are in one another deeper than is read.
    pub(crate) fn too_deep(&self) -> Unreadable {
        Unreadable::Limit {
            limit: Limit::Depth,
            most: self.deepest as u64,
            line: self.line,
        }
    }

    /// Passes over the next value.
    pub(crate) fn skip(&mut self) -> Result<JsonKind, Unreadable> {
        self.value(None)
    }

    /// Parses the next value as text.
    pub(crate) fn text(&mut self) -> Result<Vec<u8>, Unreadable> {
        let mut text = Vec::new();
        self.value(Some(&mut text))?;
        Ok(text)
    }

    /// Parses a member's name, and the colon after it.
    pub(crate) fn name(&mut self) -> Result<String, Unreadable> {
        if self.must()? != b'"' {
            return Err(self.fault("\""));
        }
        let text = self.text()?;
        let name = serde_json::from_slice(&text).map_err(|error| self.fault(&error.to_string()))?;
        self.expect(b':')?;
        Ok(name)
    }

    fn value(&mut self, keep: Option<&mut Vec<u8>>) -> Result<JsonKind, Unreadable> {
        let first = self.must()?;
        let (kind, line) = (JsonKind::of(first), self.line);
        let (mut nesting, mut kept) = (Nesting::default(), keep.map(KeptText::new));
        while let Some(byte) = self.peek()? {
            if !kind.has_end() && !nesting.is_inside() && !is_of_word(byte) {
                break;
            }
            self.take()?;
            if let Some(kept) = &mut kept {
                kept.push(byte, nesting.in_string);
                if kept.text.len() > self.longest {
                    return Err(Unreadable::TooLong {
                        line,
                        limit: self.longest,
                    });
                }
            }
            if !nesting.take(byte) {
                return Err(self.fault("["));
            }
            if nesting.depth > self.deepest {
                return Err(self.too_deep());
            }
            if kind.has_end() && !nesting.is_inside() {
                return Ok(kind);
            }
        }
        if let Some(kept) = &mut kept {
            kept.end_word();
        }
        if !kind.has_end() && (first.is_ascii_alphanumeric() || first == b'-') {
            return Ok(kind);
        }
        // What is never closed is to be looked for where it begins.
        Err(Unreadable::Json {
            line,
            wanted: (if kind.has_end() { "}" } else { "{" }).to_owned(),
        })
    }
}

/// Lists, objects and texts that are open.
#[derive(Default)]
struct Nesting {
    /// Lists and objects that are open.
    depth: usize,
    in_string: bool,
    is_escaped: bool,
}

impl Nesting {
    fn is_inside(&self) -> bool {
        self.depth > 0 || self.in_string
    }

    /// Takes a byte; false where it closes what was never opened.
    #[inline]
    fn take(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.in_string => self.take_of_string(byte),
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' if self.depth == 0 => return false,
            b'}' | b']' => self.depth -= 1,
            _ => {}
        }
        true
    }

    #[inline]
    fn take_of_string(&mut self, byte: u8) {
        match byte {
            _ if self.is_escaped => self.is_escaped = false,
            b'\\' => self.is_escaped = true,
            b'"' => self.in_string = false,
            _ => {}
        }
    }
}

/// Text that is kept, with quotation marks around what many programs write for numbers that are none.
struct KeptText<'t> {
    text: &'t mut Vec<u8>,
    /// Where the number or word that is being read begins.
    word: Option<usize>,
}

impl<'t> KeptText<'t> {
    fn new(text: &'t mut Vec<u8>) -> Self {
        KeptText { text, word: None }
    }

    #[inline]
    fn push(&mut self, byte: u8, in_string: bool) {
        match self.word {
            None if !in_string && is_of_word(byte) => self.word = Some(self.text.len()),
            Some(_) if !is_of_word(byte) => self.end_word(),
            _ => {}
        }
        self.text.push(byte);
    }

    fn end_word(&mut self) {
        if let Some(begun) = self.word.take() {
            quote_no_number(self.text, begun);
        }
    }
}

/// Puts quotation marks around what many programs write for numbers that are none, in a whole text.
pub(crate) fn with_numbers_only(text: String) -> String {
    if !["NaN", "Infinity"].iter().any(|word| text.contains(word)) {
        return text;
    }
    let mut out = Vec::with_capacity(text.len() + 16);
    let (mut in_string, mut escaped) = (false, false);
    let mut kept = KeptText::new(&mut out);
    for byte in text.bytes() {
        kept.push(byte, in_string);
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ => {}
        }
    }
    String::from_utf8(out).unwrap_or(text)
}

/// Whether a byte may be one of a number or a word outside quotation marks.
fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')
}

/// Puts quotation marks around what many programs write for numbers that are none, and JSON does not know.
fn quote_no_number(text: &mut Vec<u8>, begun: usize) {
    if matches!(&text[begun..], b"NaN" | b"Infinity" | b"-Infinity") {
        text.insert(begun, b'"');
        text.push(b'"');
    }
}
