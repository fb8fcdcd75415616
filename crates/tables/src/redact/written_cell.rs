//! From a place in a cell's text to the place in the file, where marks may be doubled or are before it.

use crate::rows::Row;
use std::ops::Range;

/// A cell as its file has it.
pub(super) struct WrittenCell<'r> {
    text: &'r str,
    /// What is in the file from where the cell begins; the text itself where it is written as it is.
    written: &'r str,
    /// Where that begins in the decoded file.
    start: u64,
}

impl<'r> WrittenCell<'r> {
    /// Returns a cell of a row.
    pub(super) fn of(row: &'r Row, at: usize) -> Option<WrittenCell<'r>> {
        let text = row.cell(at)?;
        Some(WrittenCell {
            text,
            written: row.written_from(at).unwrap_or(text),
            start: row.start_of(at),
        })
    }

    /// Returns where these parts of the text, which are in its order, are in the decoded file. Each character is looked for
    /// behind the one before it: what is passed over are marks that replace others.
    pub(super) fn places(&self, parts: &[Range<usize>]) -> Option<Vec<Range<u64>>> {
        let (text, written) = (self.text.as_bytes(), self.written.as_bytes());
        let mut at = 0;
        let mut places = Vec::with_capacity(parts.len());
        let mut parts = parts.iter().peekable();
        let mut start = 0;
        for (index, byte) in text.iter().enumerate() {
            let Some(part) = parts.peek() else { break };
            at += written.get(at..)?.iter().position(|b| b == byte)?;
            if index == part.start {
                start = at;
            }
            at += 1;
            if index + 1 == part.end {
                places.push(self.start + start as u64..self.start + at as u64);
                parts.next();
            }
        }
        parts.peek().is_none().then_some(places)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str, written: &str, part: Range<usize>) -> String {
        let cell = WrittenCell {
            text,
            written,
            start: 0,
        };
        let found = &cell.places(&[part]).unwrap()[0];
        let at = |offset| usize::try_from(offset).expect("a short text");
        written[at(found.start)..at(found.end)].to_owned()
    }

    #[test]
    fn marks_before_and_within_are_passed_over() {
        assert_eq!(places("a@b.test", "a@b.test,c@d.test", 0..8), "a@b.test");
        assert_eq!(places("a@b.test", "  \"a@b.test\",x", 0..8), "a@b.test");
        assert_eq!(
            places(
                "the \"big\" a@b.test",
                "\"the \"\"big\"\" a@b.test\",x",
                10..18
            ),
            "a@b.test"
        );
        assert_eq!(
            places("\"\" a@b.test", "\"\"\"\"\"\" a@b.test\"", 3..11),
            "a@b.test"
        );
        assert_eq!(places("0055", "=\"0055\"", 0..4), "0055");
    }
}
