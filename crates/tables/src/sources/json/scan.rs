//! Reading a JSON text value by value, without holding more of it than one value.

use crate::limits::{Limit, Limits};
use crate::unreadable::Unreadable;
use std::io::Read;

/// What a value is.
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
    /// The kind of the value that begins with this byte.
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
    /// The line, from 1.
    pub(crate) line: u64,
}

impl<R: Read> JsonScanner<R> {
    /// At the beginning of a text in UTF-8.
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

    /// At the beginning of a text that was read here, within the same limits.
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

    /// The next byte that is no blank, left where it is.
    pub(crate) fn next(&mut self) -> Result<Option<u8>, Unreadable> {
        while let Some(byte) = self.peek()? {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Ok(Some(byte));
            }
            self.take()?;
        }
        Ok(None)
    }

    /// The next byte that is no blank, where there must be one.
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

    /// What was wanted here.
    pub(crate) fn fault(&self, wanted: &str) -> Unreadable {
        Unreadable::Json {
            line: self.line,
            wanted: wanted.to_owned(),
        }
    }

    /// That lists and objects are in one another deeper than is read.
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

    /// The text of the next value.
    pub(crate) fn text(&mut self) -> Result<Vec<u8>, Unreadable> {
        let mut text = Vec::new();
        self.value(Some(&mut text))?;
        Ok(text)
    }

    /// A member's name, and the colon after it.
    pub(crate) fn name(&mut self) -> Result<String, Unreadable> {
        if self.must()? != b'"' {
            return Err(self.fault("\""));
        }
        let text = self.text()?;
        let name = serde_json::from_slice(&text).map_err(|error| self.fault(&error.to_string()))?;
        self.expect(b':')?;
        Ok(name)
    }

    fn value(&mut self, mut keep: Option<&mut Vec<u8>>) -> Result<JsonKind, Unreadable> {
        let first = self.must()?;
        let (kind, line) = (JsonKind::of(first), self.line);
        let (mut depth, mut in_string, mut escaped) = (0usize, false, false);
        // Where the number or word that is being read begins in the text that is kept.
        let mut word = None;
        while let Some(byte) = self.peek()? {
            let nested = depth > 0
                || in_string
                || matches!(kind, JsonKind::Object | JsonKind::Array | JsonKind::Text);
            if !nested && !is_of_word(byte) {
                break;
            }
            self.take()?;
            if let Some(text) = keep.as_deref_mut() {
                match word {
                    None if !in_string && is_of_word(byte) => word = Some(text.len()),
                    Some(begun) if !is_of_word(byte) => {
                        quote_no_number(text, begun);
                        word = None;
                    }
                    _ => {}
                }
                text.push(byte);
                if text.len() > self.longest {
                    return Err(Unreadable::TooLong {
                        line,
                        limit: self.longest,
                    });
                }
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => in_string = !in_string,
                b'{' | b'[' if !in_string => depth += 1,
                b'}' | b']' if !in_string => {
                    depth = depth.checked_sub(1).ok_or_else(|| self.fault("["))?;
                }
                _ => {}
            }
            if depth > self.deepest {
                return Err(self.too_deep());
            }
            if depth == 0
                && !in_string
                && matches!(kind, JsonKind::Object | JsonKind::Array | JsonKind::Text)
            {
                return Ok(kind);
            }
        }
        if let (Some(text), Some(begun)) = (keep, word) {
            quote_no_number(text, begun);
        }
        let literal = !matches!(kind, JsonKind::Object | JsonKind::Array | JsonKind::Text);
        let begun = first.is_ascii_alphanumeric() || first == b'-';
        if literal && begun {
            return Ok(kind);
        }
        // What is never closed is to be looked for where it begins.
        Err(Unreadable::Json {
            line,
            wanted: (if literal { "{" } else { "}" }).to_owned(),
        })
    }
}

/// A whole text with quotation marks around what many programs write for numbers that are none.
pub(crate) fn with_numbers_only(text: String) -> String {
    if !["NaN", "Infinity"].iter().any(|word| text.contains(word)) {
        return text;
    }
    let mut out = Vec::with_capacity(text.len() + 16);
    let (mut in_string, mut escaped, mut word) = (false, false, None);
    for byte in text.bytes() {
        match word {
            None if !in_string && is_of_word(byte) => word = Some(out.len()),
            Some(begun) if !is_of_word(byte) => {
                quote_no_number(&mut out, begun);
                word = None;
            }
            _ => {}
        }
        out.push(byte);
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
