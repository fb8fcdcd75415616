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
    /// What it holds, shortened.
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

/// Finds the places of these sites, which may come in any order, in UTF-8 text.
pub(crate) fn places(
    mut text: impl Read,
    file: &str,
    sites: &[CitedCell],
) -> Result<Vec<Place>, Unreadable> {
    let mut order: Vec<usize> = (0..sites.len()).collect();
    order.sort_by_key(|at| sites[*at].start);
    let mut found: Vec<Option<Place>> = vec![None; sites.len()];
    let mut waiting = order.into_iter().peekable();
    let mut line = LocatedLine {
        number: 1,
        start: 0,
        bytes: Vec::new(),
    };
    let (mut offset, mut after_return) = (0u64, false);
    let mut buffer = vec![0; 64 * 1024];
    while waiting.peek().is_some() {
        let n = text.read(&mut buffer)?;
        for byte in &buffer[..n] {
            let second_half = *byte == b'\n' && after_return;
            after_return = *byte == b'\r';
            offset += 1;
            if second_half {
                line.start = offset;
            } else if matches!(byte, b'\n' | b'\r') {
                while let Some(at) = waiting.next_if(|at| sites[*at].start < offset) {
                    found[at] = Some(line.place(file, &sites[at]));
                }
                line = LocatedLine {
                    number: line.number + 1,
                    start: offset,
                    bytes: line.cleared(),
                };
            } else if line.bytes.len() < LONGEST_LINE {
                line.bytes.push(*byte);
            }
        }
        if n == 0 {
            for at in waiting.by_ref() {
                found[at] = Some(line.place(file, &sites[at]));
            }
        }
    }
    let whole = |at: usize| {
        Place::line(
            file,
            usize::try_from(line_address::line_of(sites[at].line)).unwrap_or(usize::MAX),
        )
    };
    Ok(found
        .into_iter()
        .enumerate()
        .map(|(at, place)| place.unwrap_or_else(|| whole(at)))
        .collect())
}

struct LocatedLine {
    number: usize,
    start: u64,
    bytes: Vec<u8>,
}

impl LocatedLine {
    fn cleared(&mut self) -> Vec<u8> {
        let mut bytes = std::mem::take(&mut self.bytes);
        bytes.clear();
        bytes
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
