//! Where a finding is, with the line itself.

use std::ops::Range;
use tragaluz_text::names::{has_invisible, visible};
use tragaluz_text::obeyed::{SIGN, may_be_obeyed};

/// A place in a file. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The path from the root that paths begin at, with `/`.
    pub file: String,
    /// The line, from 1; 0 when the finding is about the whole file.
    pub line: usize,
    /// The column in characters, from 1; 0 when it is about the whole line or file.
    pub column: usize,
    /// The line as it is there.
    pub excerpt: Option<Excerpt>,
}

/// A line of a file, and the part of it that is meant (byte offsets in `text`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, shortened around the marked part when it is very long.
    pub text: String,
    /// First byte of the marked part.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// Longest line shown whole, in characters.
const LONGEST_LINE: usize = 160;

impl Place {
    /// Returns the place that is a whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Place {
            file: file.into(),
            line: 0,
            column: 0,
            excerpt: None,
        }
    }

    /// Returns the column behind the part that is meant, counted like [`Place::column`]; none where no part of a line is.
    pub fn end_column(&self) -> Option<usize> {
        let excerpt = self.excerpt.as_ref()?;
        let part = excerpt.text.get(excerpt.start..excerpt.end)?;
        (self.column > 0 && !part.is_empty()).then(|| self.column + part.chars().count())
    }

    /// Returns the place with a file name that can be shown: one may hold what would move the cursor.
    #[must_use]
    pub fn visible(mut self) -> Self {
        if has_invisible(&self.file) {
            self.file = visible(&self.file);
        }
        self
    }

    /// A line of a file whose text is not at hand.
    pub fn line(file: impl Into<String>, line: usize) -> Self {
        Place {
            file: file.into(),
            line,
            column: 0,
            excerpt: None,
        }
    }

    /// A line and the part of it that is meant; `part` is a byte range in `text`, `column` is its column in the file.
    pub fn within(
        file: impl Into<String>,
        line: usize,
        column: usize,
        text: &str,
        part: Range<usize>,
    ) -> Self {
        Place {
            file: file.into(),
            line,
            column,
            excerpt: Some(shorten(text, part).visible()),
        }
    }

    /// The place of a byte range in a file's whole text.
    ///
    /// ```
    /// use tragaluz_tables::Place;
    /// let place = Place::of("a.md", "one\ntwo three\n", 8..13);
    /// assert_eq!((place.line, place.column), (2, 5));
    /// ```
    pub fn of(file: impl Into<String>, text: &str, span: Range<usize>) -> Self {
        let start = floor(text, span.start);
        let end = floor(text, span.end.max(start));
        let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
        let line = text[..start].matches('\n').count() + 1;
        let column = text[line_start..start].chars().count() + 1;
        let shown = text[line_start..line_end].trim_end_matches('\r');
        let part = (start - line_start).min(shown.len())
            ..(end.min(line_end) - line_start).min(shown.len());
        Place::within(file, line, column, shown, part)
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a terminal obeys a character: one of the controls beyond ASCII may begin a command as well.
fn is_obeyed(c: char) -> bool {
    c.is_control() && c != '\t' || may_be_obeyed(c)
}

/// Returns a text in which a sign each replaces what a terminal would obey: `␛` for the escape, `�` for what has none.
fn with_signs(text: &str) -> String {
    const PICTURES: u32 = 0x2400;
    let sign = |c: char| match c {
        '\0'..='\x1f' => char::from_u32(PICTURES + u32::from(c)).unwrap_or(SIGN),
        '\x7f' => '␡',
        _ => SIGN,
    };
    text.chars()
        .map(|c| if is_obeyed(c) { sign(c) } else { c })
        .collect()
}

impl Excerpt {
    /// Returns it as it can be shown.
    fn visible(self) -> Excerpt {
        if !self.text.contains(is_obeyed) {
            return self;
        }
        let [start, end] = [self.start, self.end].map(|at| with_signs(&self.text[..at]).len());
        Excerpt {
            text: with_signs(&self.text),
            start,
            end,
        }
    }
}

fn shorten(text: &str, part: Range<usize>) -> Excerpt {
    let start = floor(text, part.start);
    let end = floor(text, part.end).max(start);
    if text.chars().count() <= LONGEST_LINE {
        return Excerpt {
            text: text.to_owned(),
            start,
            end,
        };
    }
    let from = text[..start]
        .char_indices()
        .rev()
        .nth(LONGEST_LINE / 4)
        .map_or(0, |(i, _)| i);
    let to = text[from..]
        .char_indices()
        .nth(LONGEST_LINE)
        .map_or(text.len(), |(i, _)| from + i);
    let (before, after) = (
        if from > 0 { "… " } else { "" },
        if to < text.len() { " …" } else { "" },
    );
    let [start, end] = [start, end].map(|at| at.min(to) - from + before.len());
    Excerpt {
        text: format!("{before}{}{after}", &text[from..to]),
        start,
        end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let place = Place::of("x", "áé=1", 4..5);
        assert_eq!((place.line, place.column), (1, 3));
    }

    #[test]
    fn long_lines_keep_the_marked_part() {
        let text = format!("{}MARK{}", "á".repeat(500), "z".repeat(500));
        let excerpt = Place::of("x", &text, 1000..1004).excerpt.unwrap();
        assert_eq!(&excerpt.text[excerpt.start..excerpt.end], "MARK");
        assert!(excerpt.text.chars().count() < 170);
    }

    #[test]
    fn what_a_terminal_obeys_is_shown() {
        let text = "a\u{1b}[2J\u{9d}0;\u{202e}b\tc\u{7f}";
        let excerpt = Place::of("x", text, 8..12).excerpt.unwrap();
        assert_eq!(excerpt.text, "a␛[2J�0;�b\tc␡");
        assert_eq!(&excerpt.text[excerpt.start..excerpt.end], ";�");
    }

    #[test]
    fn spans_past_the_end_are_harmless() {
        let place = Place::of("x", "ab\r\n", 900..901);
        assert_eq!(place.line, 2);
    }
}
