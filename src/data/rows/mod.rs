//! Rows of delimited text, as a stream.
//!
//! The `csv` crate writes our files and is the oracle of this reader's tests, but it cannot read what people have:
//! it passes over blank lines without a word, counts only `\n` as a line's end, knows no blanks before a quotation
//! mark, and cannot say that a quotation mark is never closed. Here nothing is passed over: every line of the file
//! comes out as a row, if only as one without cells.

mod marks;
mod row;
mod shaped;

use marks::Marks;
pub use row::{Row, RowKind};
pub use shaped::{FixedRows, WrappedRows, fixed_columns};

use super::dialect::Dialect;
use super::fault::Unreadable;
use std::io::Read;

/// Anything that gives rows, one after the other.
pub trait Rows {
    /// Reads the next row into `row`; false at the end.
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable>;
}

/// Longest row, in bytes: a quotation mark that is never closed must not swallow a large file into memory.
const LONGEST_ROW: usize = 16 << 20;
/// Most cells in a row: what a spreadsheet program can hold.
const WIDEST_ROW: usize = 16_384;
const BUFFER: usize = 256 * 1024;

/// Reads rows from UTF-8 text.
pub struct TextRows<R> {
    input: R,
    buffer: Vec<u8>,
    at: usize,
    filled: usize,
    /// Bytes of the stream before `buffer[0]`.
    passed: u64,
    line: u64,
    delimiter: Option<u8>,
    quote: Option<u8>,
    comment: Vec<u8>,
    skip_blanks: bool,
    trim: bool,
    /// What ends a bare cell: a line's end, or the delimiter.
    stops: Marks<3>,
    /// What ends a bare cell where there is no delimiter.
    line_ends: Marks<2>,
    /// What interrupts a quoted cell.
    inner: Marks<4>,
}

/// Why a cell ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Delimiter,
    Line,
    File,
}

impl<R: Read> TextRows<R> {
    /// Reads `input`, UTF-8 without a byte order mark, in this dialect.
    pub fn new(input: R, dialect: &Dialect) -> Self {
        let quote = dialect.quote.unwrap_or(b'\n');
        TextRows {
            input,
            buffer: vec![0; BUFFER],
            at: 0,
            filled: 0,
            passed: 0,
            line: 1,
            delimiter: dialect.delimiter,
            quote: dialect.quote,
            comment: dialect.comment.clone().unwrap_or_default().into_bytes(),
            skip_blanks: dialect.skip_blanks || dialect.trim,
            trim: dialect.trim,
            stops: Marks::new([b'\n', b'\r', dialect.delimiter.unwrap_or(b'\n')]),
            line_ends: Marks::new([b'\n', b'\r']),
            inner: Marks::new([b'\n', b'\r', quote, dialect.escape.unwrap_or(quote)]),
        }
    }

    /// Refills an exhausted buffer; false at the end of the stream.
    fn fill(&mut self) -> Result<bool, Unreadable> {
        self.passed += self.filled as u64;
        self.at = 0;
        self.filled = self.input.read(&mut self.buffer)?;
        Ok(self.filled > 0)
    }

    #[inline]
    fn peek(&mut self) -> Result<Option<u8>, Unreadable> {
        if self.at == self.filled && !self.fill()? {
            return Ok(None);
        }
        Ok(Some(self.buffer[self.at]))
    }

    /// Brings `n` bytes into view where the stream has them; false where it ends before.
    fn ahead(&mut self, n: usize) -> Result<bool, Unreadable> {
        if self.filled - self.at >= n {
            return Ok(true);
        }
        self.buffer.copy_within(self.at..self.filled, 0);
        self.passed += self.at as u64;
        self.filled -= self.at;
        self.at = 0;
        while self.filled < n {
            let read = self.input.read(&mut self.buffer[self.filled..])?;
            if read == 0 {
                return Ok(false);
            }
            self.filled += read;
        }
        Ok(true)
    }

    /// Takes `\n`, `\r`, `\r\n`, or the `\r\r\n` that text written twice through Windows ends with.
    fn end_line(&mut self) -> Result<(), Unreadable> {
        self.line += 1;
        let first = self.buffer[self.at];
        self.at += 1;
        if first == b'\r' {
            self.ahead(2)?;
            let rest = &self.buffer[self.at..self.filled];
            self.at += if rest.starts_with(b"\r\n") { 2 } else { usize::from(rest.starts_with(b"\n")) };
        }
        Ok(())
    }

    fn is_comment(&mut self) -> Result<bool, Unreadable> {
        if self.comment.is_empty() {
            return Ok(false);
        }
        self.ahead(self.comment.len())?;
        Ok(self.buffer[self.at..self.filled].starts_with(&self.comment))
    }

    /// A bare cell, up to whatever ends it.
    fn bare(&mut self, text: &mut Vec<u8>, delimiter: Option<u8>) -> Result<Stop, Unreadable> {
        loop {
            let window = &self.buffer[self.at..self.filled];
            let stop = if delimiter.is_some() { self.stops.find(window) } else { self.line_ends.find(window) };
            match stop {
                Some(n) => {
                    text.extend_from_slice(&window[..n]);
                    let byte = window[n];
                    self.at += n;
                    if Some(byte) == delimiter {
                        self.at += 1;
                        return Ok(Stop::Delimiter);
                    }
                    self.end_line()?;
                    return Ok(Stop::Line);
                }
                None => {
                    text.extend_from_slice(window);
                    self.at = self.filled;
                    if text.len() > LONGEST_ROW {
                        return Err(Unreadable::TooLong { line: self.line, limit: LONGEST_ROW });
                    }
                    if !self.fill()? {
                        return Ok(Stop::File);
                    }
                }
            }
        }
    }

    /// A cell in quotation marks, whose opening one has been taken; up to and with its closing one.
    fn quoted(&mut self, quote: u8, text: &mut Vec<u8>) -> Result<(), Unreadable> {
        let opened = self.line;
        loop {
            if self.peek()?.is_none() {
                return Err(Unreadable::Unclosed { line: opened });
            }
            if text.len() > LONGEST_ROW {
                return Err(Unreadable::TooLong { line: opened, limit: LONGEST_ROW });
            }
            let window = &self.buffer[self.at..self.filled];
            let n = self.inner.find(window).unwrap_or(window.len());
            text.extend_from_slice(&window[..n]);
            let byte = window.get(n).copied();
            self.at += n;
            match byte {
                None => {}
                Some(b'\n' | b'\r') => self.line_in_cell(text)?,
                Some(byte) if byte == quote => {
                    self.at += 1;
                    if self.peek()? != Some(quote) {
                        return Ok(());
                    }
                    text.push(quote);
                    self.at += 1;
                }
                Some(escape) => {
                    self.at += 1;
                    match self.peek()? {
                        Some(next) if next == quote || next == escape => {
                            text.push(next);
                            self.at += 1;
                        }
                        _ => text.push(escape),
                    }
                }
            }
        }
    }

    /// A line's end inside a cell: kept as it is, and counted.
    fn line_in_cell(&mut self, text: &mut Vec<u8>) -> Result<(), Unreadable> {
        let byte = self.buffer[self.at];
        text.push(byte);
        self.at += 1;
        self.line += 1;
        if byte == b'\r' && self.peek()? == Some(b'\n') {
            text.push(b'\n');
            self.at += 1;
        }
        Ok(())
    }

    fn cell(&mut self, row: &mut Row, text: &mut Vec<u8>) -> Result<Stop, Unreadable> {
        if self.skip_blanks {
            while self.peek()? == Some(b' ') {
                self.at += 1;
            }
        }
        let Some(quote) = self.quote else { return self.bare(text, self.delimiter) };
        if self.peek()? != Some(quote) {
            return self.bare(text, self.delimiter);
        }
        self.at += 1;
        self.quoted(quote, text)?;
        let closed = text.len();
        let stop = self.bare(text, self.delimiter)?;
        if text[closed..].iter().all(|b| *b == b' ') {
            text.truncate(closed);
        } else {
            row.stray_quote = true;
        }
        Ok(stop)
    }

    fn cells(&mut self, row: &mut Row, text: &mut Vec<u8>) -> Result<(), Unreadable> {
        loop {
            let start = self.passed + self.at as u64;
            let before = text.len();
            let stop = self.cell(row, text)?;
            while self.trim && text.len() > before && text.ends_with(b" ") {
                text.pop();
            }
            row.end_cell(text.len(), start);
            if row.len() > WIDEST_ROW {
                return Err(Unreadable::TooWide { line: row.line, limit: WIDEST_ROW });
            }
            if stop != Stop::Delimiter {
                return Ok(());
            }
        }
    }
}

impl<R: Read> Rows for TextRows<R> {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        row.begin(self.line);
        let Some(byte) = self.peek()? else { return Ok(false) };
        if matches!(byte, b'\n' | b'\r') {
            self.end_line()?;
            return Ok(true);
        }
        let mut text = row.lend();
        let start = self.passed + self.at as u64;
        let outcome = if self.is_comment()? {
            row.kind = RowKind::Comment;
            let outcome = self.bare(&mut text, None).map(|_| ());
            row.end_cell(text.len(), start);
            outcome
        } else {
            self.cells(row, &mut text)
        };
        let whole = row.take_back(text);
        outcome?;
        if whole { Ok(true) } else { Err(Unreadable::Malformed("the file changed while it was read".into())) }
    }
}

#[cfg(test)]
mod tests;
