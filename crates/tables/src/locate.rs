//! From a place in the decoded text to the line, the column and the line's own words.
//!
//! Reading keeps byte offsets only; the few places that a message names are looked up afterwards.

use super::line_address;
use super::unreadable::Unreadable;
use crate::place::Place;
use std::io::Read;

/// A cell that a message is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CitedCell {
    /// The line on which its row begins, with its file (see [`lines`]).
    pub(crate) line: u64,
    /// Where it begins in the decoded text, in bytes.
    pub(crate) start: u64,
    /// Its text, cut to [`LONGEST_CELL`] characters.
    pub(crate) cell: String,
}

/// Longest cell text that a message repeats, in characters.
const LONGEST_CELL: usize = 80;
/// Bytes of a line that are kept to show it.
const LONGEST_LINE: usize = 64 * 1024;

impl CitedCell {
    /// A cell of a row.
    pub(crate) fn new(line: u64, start: u64, cell: &str) -> Self {
        let mut short: String = cell.chars().take(LONGEST_CELL).collect();
        if short.len() < cell.len() {
            short.push('…');
        }
        CitedCell {
            line,
            start,
            cell: short,
        }
    }
}

/// Finds the places of these cells, which may come in any order, in UTF-8 text. Of a cell past the text's end only the line
/// is known.
///
/// # Errors
/// What reading the text fails with.
pub(crate) fn places(
    mut text: impl Read,
    file: &str,
    sites: &[CitedCell],
) -> Result<Vec<Place>, Unreadable> {
    let mut search = PlaceSearch::new(file, sites);
    let mut buffer = vec![0; 64 * 1024];
    while search.is_open() {
        let n = text.read(&mut buffer)?;
        search.pass(&buffer[..n]);
        if n == 0 {
            search.end_line(u64::MAX);
            break;
        }
    }
    Ok(search.finish())
}

/// A search for cells in text that passes by.
struct PlaceSearch<'a> {
    file: &'a str,
    sites: &'a [CitedCell],
    /// Indices of the cells not yet found, in the order of the text.
    waiting: std::iter::Peekable<std::vec::IntoIter<usize>>,
    found: Vec<Option<Place>>,
    line: LocatedLine,
    /// Bytes passed, and whether the last one was a carriage return.
    offset: u64,
    after_return: bool,
}

impl<'a> PlaceSearch<'a> {
    fn new(file: &'a str, sites: &'a [CitedCell]) -> Self {
        let mut order: Vec<usize> = (0..sites.len()).collect();
        order.sort_by_key(|at| sites[*at].start);
        PlaceSearch {
            file,
            sites,
            waiting: order.into_iter().peekable(),
            found: vec![None; sites.len()],
            line: LocatedLine {
                number: 1,
                start: 0,
                bytes: Vec::new(),
            },
            offset: 0,
            after_return: false,
        }
    }

    fn is_open(&mut self) -> bool {
        self.waiting.peek().is_some()
    }

    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let is_second_half = *byte == b'\n' && self.after_return;
            self.after_return = *byte == b'\r';
            self.offset += 1;
            if is_second_half {
                self.line.start = self.offset;
            } else if matches!(byte, b'\n' | b'\r') {
                self.end_line(self.offset);
                self.line.begin_next(self.offset);
            } else if self.line.bytes.len() < LONGEST_LINE {
                self.line.bytes.push(*byte);
            }
        }
    }

    /// Places the cells that begin before `offset` in the line that ends.
    fn end_line(&mut self, offset: u64) {
        while let Some(at) = (self.waiting).next_if(|at| self.sites[*at].start < offset) {
            self.found[at] = Some(self.line.place(self.file, &self.sites[at]));
        }
    }

    fn finish(self) -> Vec<Place> {
        let found = self.found.into_iter().zip(self.sites);
        found
            .map(|(place, site)| {
                let line = usize::try_from(line_address::line_of(site.line));
                place.unwrap_or_else(|| Place::line(self.file, line.unwrap_or(usize::MAX)))
            })
            .collect()
    }
}

struct LocatedLine {
    number: usize,
    start: u64,
    bytes: Vec<u8>,
}

impl LocatedLine {
    fn begin_next(&mut self, start: u64) {
        self.number += 1;
        self.start = start;
        self.bytes.clear();
    }

    fn place(&self, file: &str, site: &CitedCell) -> Place {
        let text = String::from_utf8_lossy(&self.bytes);
        let start = usize::try_from(site.start.saturating_sub(self.start))
            .unwrap_or(0)
            .min(text.len());
        let start = (0..=start)
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0);
        let quoted = usize::from(text[start..].starts_with('"') && !site.cell.starts_with('"')) * 2;
        let mut end = (start + site.cell.len() + quoted).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let column = text[..start].chars().count() + 1;
        Place::within(file, self.number, column, &text, start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_lines_and_columns_whatever_ends_lines() {
        for text in ["a,b\nñ,xyz\n", "a,b\r\nñ,xyz", "a,b\rñ,xyz\r"] {
            let start = text.find("xyz").unwrap() as u64;
            let place =
                &places(text.as_bytes(), "f", &[CitedCell::new(2, start, "xyz")]).unwrap()[0];
            assert_eq!((place.line, place.column), (2, 3), "{text:?}");
            let excerpt = place.excerpt.as_ref().unwrap();
            assert_eq!(
                (&excerpt.text[..], &excerpt.text[excerpt.start..excerpt.end]),
                ("ñ,xyz", "xyz")
            );
        }
    }
}
