//! Rows of delimited text, as a stream.
//!
//! The `csv` crate writes our files and is the oracle of this reader's tests, but it cannot read what people have:
//! it passes over blank lines without a word, counts only `\n` as a line's end, knows no blanks before a quotation
//! mark, and cannot say that a quotation mark is never closed. Here nothing is passed over: every line of the file
//! comes out as a row, if only as one without cells.
//!
//! A row is looked for in the text that has been read; where it does not end there, more is read and it is looked for
//! again from its beginning. So its cells are found without being copied, and its text is copied once, whole.

mod batch;
mod blanks;
mod byte_finder;
mod printed;
mod row;
mod undelimited;
mod window;

pub(crate) use batch::RowBatch;
pub(crate) use blanks::{BlankRows, BlankRuns, look_printed};
pub(crate) use printed::{CellRanges, printed_columns};
use row::CellSpan;
pub use row::{Row, RowKind};
pub(crate) use undelimited::{FixedRows, WrappedRows, ruled_columns};
use window::Window;

use super::dialect::TextDialect;
use super::unreadable::Unreadable;
use crate::limits::{Limit, Limits};
use byte_finder::ByteFinder;
use std::io::Read;

/// Anything that gives rows, one after the other.
pub trait Rows: Send {
    /// Reads the next row into `row`; false at the end.
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable>;
}

/// Reads rows from UTF-8 text.
pub struct TextRows<R> {
    window: Window<R>,
    line: u64,
    delimiter: Option<u8>,
    quote: Option<u8>,
    escape: Option<u8>,
    comment: Vec<u8>,
    skip_blanks: bool,
    trim: bool,
    /// Longest row, in bytes: a quotation mark that is never closed must not swallow a large file into memory.
    longest: usize,
    /// Most cells in a row.
    widest: usize,
    /// What divides a received row, where RFC 4180 knows no other marks than those of this dialect.
    plain: Option<u8>,
    /// Everything that may end or interrupt a cell.
    marks: ByteFinder<5>,
    /// Cells of the row being read whose text is not what is between their marks.
    marked: Vec<EscapedCell>,
}

/// A cell whose text has to be put together.
#[derive(Clone, Copy)]
struct EscapedCell {
    /// Index of the cell in its row.
    cell: usize,
    /// Where its quotation marks end what they hold.
    closed: usize,
}

/// What a look for a row came to.
#[derive(Clone, Copy)]
enum RowLookup<T> {
    Found(T),
    /// The text that has been read ends before; what is open there begins on this line.
    Open(u64),
}

/// A place in the text, and the line it is on.
#[derive(Clone, Copy)]
struct TextPosition {
    at: usize,
    line: u64,
}

/// Where a cell begins.
#[derive(Clone, Copy)]
struct QuotedCell {
    /// The offset of its row in the text.
    begin: usize,
    /// Its own offset from there, blanks that are skipped among it.
    from: usize,
}

use RowLookup::{Found, Open};

impl<R: Read> TextRows<R> {
    /// Reads `input`, UTF-8 without a byte order mark, in this dialect.
    pub fn new(input: R, dialect: &TextDialect) -> Self {
        let escape = dialect
            .escape
            .filter(|escape| Some(*escape) != dialect.quote);
        let divider = dialect.delimiter.unwrap_or(b'\n');
        let quote = dialect.quote.unwrap_or(divider);
        let is_plain = dialect.quote == Some(b'"')
            && escape.is_none()
            && !dialect.skip_blanks
            && !dialect.trim;
        TextRows {
            window: Window::new(input),
            line: 1,
            delimiter: dialect.delimiter,
            quote: dialect.quote,
            escape,
            comment: dialect.comment.clone().unwrap_or_default().into_bytes(),
            skip_blanks: dialect.skip_blanks || dialect.trim,
            trim: dialect.trim,
            longest: 0,
            widest: 0,
            plain: dialect.delimiter.filter(|_| is_plain),
            marks: ByteFinder::new([b'\n', b'\r', divider, quote, escape.unwrap_or(quote)]),
            marked: Vec::new(),
        }
        .within(&Limits::default())
    }

    /// Reads no longer and no wider rows than these limits allow.
    #[must_use]
    pub(crate) fn within(self, limits: &Limits) -> Self {
        let longest = usize::try_from(limits.mebibytes(Limit::RowMib)).unwrap_or(usize::MAX);
        TextRows {
            longest,
            widest: limits.count(Limit::Columns),
            ..self
        }
    }

    /// The end of a line that begins here: `\n`, `\r`, `\r\n`, or the `\r\r\n` that text written twice through Windows
    /// ends with.
    fn line_end(&self, at: usize) -> RowLookup<usize> {
        let text = self.window.text();
        if text[at] == b'\n' {
            return Found(at + 1);
        }
        match &text[at + 1..] {
            [b'\r', b'\n', ..] => Found(at + 3),
            [b'\n', ..] => Found(at + 2),
            [] | [b'\r'] if !self.window.is_last() => Open(self.line),
            _ => Found(at + 1),
        }
    }

    /// Where a bare cell ends: at its divider, at a line's end or at the end of the file. A quotation mark in it is
    /// noted.
    #[inline]
    fn bare(&mut self, mut from: usize, divider: Option<u8>, plain: &mut bool) -> RowLookup<usize> {
        let text = self.window.text();
        loop {
            let Some(at) = self.marks.next(text, from) else {
                return if self.window.is_last() {
                    Found(text.len())
                } else {
                    Open(self.line)
                };
            };
            let byte = text[at];
            if Some(byte) == divider || byte == b'\n' || byte == b'\r' {
                return Found(at);
            }
            *plain = false;
            from = at + 1;
        }
    }

    /// The cells from here on in which no mark is, which nearly all are; says whether they end the row, and else
    /// leaves the reader where the next cell begins.
    #[inline]
    fn bare_cells(&mut self, row: &mut Row, begin: usize, reader: &mut TextPosition) -> bool {
        let Some(delimiter) = self.delimiter.filter(|_| !self.skip_blanks) else {
            return false;
        };
        let (text, widest) = (self.window.text(), self.widest);
        let mut start = reader.at;
        let stop = self.marks.each(text, start, |at| {
            let divides = text[at] == delimiter && row.len() < widest;
            if divides {
                row.add(CellSpan::new(start - begin, at - begin, start - begin));
                start = at + 1;
            }
            divides
        });
        // A cell too many is left to whoever says so.
        let end = stop.filter(|at| matches!(text[*at], b'\n' | b'\r') && row.len() < widest);
        reader.at = end.unwrap_or(start);
        if let Some(end) = end {
            row.add(CellSpan::new(start - begin, end - begin, start - begin));
        }
        end.is_some()
    }

    /// Where a cell in quotation marks, whose opening one has been passed, is closed; and whether a mark is in it
    /// that represents another.
    fn quoted(&mut self, quote: u8, reader: &mut TextPosition) -> RowLookup<bool> {
        let opened = reader.line;
        let text = self.window.text();
        let mut marked = false;
        loop {
            let Some(at) = self.marks.next(text, reader.at) else {
                return Open(opened);
            };
            let byte = text[at];
            let next = text.get(at + 1).copied();
            reader.at = at + 1;
            if byte == quote || Some(byte) == self.escape || byte == b'\r' {
                let Some(next) = next else {
                    // The file's last byte closes the cell; anything else does not.
                    let closes = self.window.is_last() && byte == quote;
                    reader.at = at;
                    return if closes { Found(marked) } else { Open(opened) };
                };
                if byte == b'\r' {
                    reader.line += 1;
                    reader.at += usize::from(next == b'\n');
                } else if next == quote || byte != quote && next == byte {
                    marked = true;
                    reader.at += 1;
                } else if byte == quote {
                    reader.at = at;
                    return Found(marked);
                }
            } else if byte == b'\n' {
                reader.line += 1;
            }
        }
    }

    /// Where a cell ends, without the blanks that are not to be told from it.
    #[inline]
    fn trimmed(&self, start: usize, end: usize) -> usize {
        if !self.trim {
            return end;
        }
        let blanks = self.window.text()[start..end]
            .iter()
            .rev()
            .take_while(|b| **b == b' ')
            .count();
        end - blanks
    }

    /// Adds the cell that begins where the reader is, and moves it to where the cell ends.
    #[inline]
    fn cell(
        &mut self,
        row: &mut Row,
        begin: usize,
        reader: &mut TextPosition,
        plain: &mut bool,
    ) -> RowLookup<()> {
        let from = reader.at - begin;
        if self.skip_blanks {
            let text = &self.window.text()[reader.at..];
            reader.at += text.iter().take_while(|b| **b == b' ').count();
        }
        let first = self.window.text().get(reader.at).copied();
        if let Some(quote) = self.quote.filter(|quote| first == Some(*quote)) {
            return self.quoted_cell(quote, row, QuotedCell { begin, from }, reader, plain);
        }
        let start = reader.at;
        match self.bare(start, self.delimiter, plain) {
            Open(line) => Open(line),
            Found(end) => {
                reader.at = end;
                let end = self.trimmed(start, end);
                row.add(CellSpan::new(start - begin, end - begin, from));
                Found(())
            }
        }
    }

    /// Adds a cell whose opening quotation mark the reader is at.
    #[inline]
    fn quoted_cell(
        &mut self,
        quote: u8,
        row: &mut Row,
        QuotedCell { begin, from }: QuotedCell,
        reader: &mut TextPosition,
        plain: &mut bool,
    ) -> RowLookup<()> {
        reader.at += 1;
        let start = reader.at;
        let marked = match self.quoted(quote, reader) {
            Open(line) => return Open(line),
            Found(marked) => marked,
        };
        let closed = reader.at;
        let end = match self.bare(closed + 1, self.delimiter, plain) {
            Open(line) => return Open(line),
            Found(end) => end,
        };
        reader.at = end;
        let after = &self.window.text()[closed + 1..end];
        let stray = after.iter().any(|b| *b != b' ');
        *plain &= after.is_empty();
        row.stray_quote |= stray;
        if marked || stray {
            self.marked.push(EscapedCell {
                cell: row.len(),
                closed: closed - begin,
            });
        }
        // Of a cell that is put together later, all that follows the opening mark.
        let end = match (stray, marked) {
            (true, _) => end,
            (false, true) => closed,
            (false, false) => self.trimmed(start, closed),
        };
        row.add(CellSpan::new(start - begin, end - begin, from));
        Found(())
    }

    /// Looks for the row that begins where the last one ended, and returns where it ends.
    fn look(&mut self, row: &mut Row) -> Result<RowLookup<usize>, Unreadable> {
        let begin = self.window.at();
        row.begin(self.line, self.window.offset());
        self.marked.clear();
        let text = &self.window.text()[begin..];
        if matches!(text[0], b'\n' | b'\r') {
            let end = self.line_end(begin);
            self.line += u64::from(matches!(end, Found(_)));
            return Ok(end);
        }
        if text.len() < self.comment.len() && !self.window.is_last() {
            return Ok(Open(self.line));
        }
        let is_comment = !self.comment.is_empty() && text.starts_with(&self.comment);
        let mut reader = TextPosition {
            at: begin,
            line: self.line,
        };
        let mut plain = true;
        let cells = if is_comment {
            self.comment(row, &mut reader, &mut plain)
        } else {
            self.cells(row, &mut reader, &mut plain)?
        };
        if let Open(line) = cells {
            return Ok(Open(line));
        }
        let end = if reader.at == self.window.text().len() {
            Found(reader.at)
        } else {
            self.line_end(reader.at)
        };
        if let Found(_) = end {
            self.give(row, begin, reader, plain)?;
        }
        Ok(end)
    }

    /// Adds a line that is a comment as one cell.
    fn comment(
        &mut self,
        row: &mut Row,
        reader: &mut TextPosition,
        plain: &mut bool,
    ) -> RowLookup<()> {
        row.kind = RowKind::Comment;
        let begin = reader.at;
        match self.bare(begin, None, plain) {
            Open(line) => Open(line),
            Found(end) => {
                reader.at = end;
                row.add(CellSpan::new(0, end - begin, 0));
                Found(())
            }
        }
    }

    /// Adds the cells of a row, which begins where the reader is.
    #[inline]
    fn cells(
        &mut self,
        row: &mut Row,
        reader: &mut TextPosition,
        plain: &mut bool,
    ) -> Result<RowLookup<()>, Unreadable> {
        let begin = reader.at;
        loop {
            if self.bare_cells(row, begin, reader) {
                return Ok(Found(()));
            }
            if let Open(line) = self.cell(row, begin, reader, plain) {
                return Ok(Open(line));
            }
            if row.len() > self.widest {
                return Err(Unreadable::TooWide {
                    line: row.line,
                    limit: self.widest,
                });
            }
            let stop = self.window.text().get(reader.at).copied();
            if stop.is_none() || stop != self.delimiter {
                return Ok(Found(()));
            }
            reader.at += 1;
        }
    }

    /// Gives the row its text, from `begin` to where the reader is; `plain` where every cell is what is between its
    /// delimiters.
    #[inline]
    fn give(
        &mut self,
        row: &mut Row,
        begin: usize,
        reader: TextPosition,
        plain: bool,
    ) -> Result<(), Unreadable> {
        row.give(
            self.window.part(begin, reader.at)?,
            self.plain.filter(|_| plain),
        );
        self.put_together(row, begin)?;
        if self.quote.is_some()
            && (!plain || !self.marked.is_empty())
            && row.everything().contains("=\"")
        {
            row.take_excel_marks_off();
        }
        row.several_lines = reader.line > row.line;
        self.line = reader.line + 1;
        Ok(())
    }

    /// Puts together the cells in which marks represent others, or that go on after their closing mark.
    fn put_together(&mut self, row: &mut Row, begin: usize) -> Result<(), Unreadable> {
        let Some(quote) = self.quote else {
            return Ok(());
        };
        let trim = self.trim;
        for EscapedCell { cell, closed } in &self.marked {
            let Some(std::ops::Range { start, end }) = row.span(*cell).map(CellSpan::range) else {
                continue;
            };
            let inner = self.window.part(begin + start, begin + closed)?;
            let after = self
                .window
                .part(begin + closed + usize::from(end > *closed), begin + end)?;
            // Where the cell ends with another mark, those within it are its own: `"Mr "Pepe" Ruiz"`.
            let whole = after
                .strip_suffix(char::from(quote))
                .map(|after| format!("{}{after}", char::from(quote)));
            let after = whole.as_deref().unwrap_or(after);
            row.replace(*cell, |text| {
                let first = text.len();
                let mut from = 0;
                while let Some(at) = self.next_stand_in(inner.as_bytes(), from, quote) {
                    text.push_str(&inner[from..at]);
                    text.push_str(&inner[at + 1..at + 2]);
                    from = at + 2;
                }
                text.push_str(&inner[from..]);
                text.push_str(after);
                if trim {
                    text.truncate(first + text[first..].trim_end_matches(' ').len());
                }
            });
        }
        Ok(())
    }

    /// Where a mark is, from this place on, that represents the one after it.
    fn next_stand_in(&self, inner: &[u8], from: usize, quote: u8) -> Option<usize> {
        inner
            .get(from..)?
            .windows(2)
            .position(|pair| self.stands_in(pair, quote))
            .map(|at| from + at)
    }

    /// Whether the first of two bytes represents the second.
    fn stands_in(&self, pair: &[u8], quote: u8) -> bool {
        let [mark, next] = pair else { return false };
        *mark == quote || Some(*mark) == self.escape && (*next == quote || next == mark)
    }
}

impl<R: Read + Send> Rows for TextRows<R> {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        loop {
            if self.window.unread() > 0 {
                let opened = match self.look(row)? {
                    Found(end) => {
                        self.window.pass(end);
                        return Ok(true);
                    }
                    Open(line) => line,
                };
                if self.window.is_last() {
                    return Err(Unreadable::Unclosed { line: opened });
                }
                if self.window.unread() > self.longest {
                    return Err(Unreadable::TooLong {
                        line: opened,
                        limit: self.longest,
                    });
                }
            }
            self.marks.forget();
            if !self.window.read_on()? && self.window.unread() == 0 {
                row.begin(self.line, self.window.offset());
                return Ok(false);
            }
        }
    }
}

#[cfg(test)]
mod tests;
