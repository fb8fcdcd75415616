//! Rows of text that is divided in other ways than by a mark between cells.

use super::printed::CellRanges;
use super::{Row, RowKind, Rows};
use crate::unreadable::Unreadable;

/// Rows whose cells are at the same places of every line.
pub(crate) struct FixedRows {
    lines: Box<dyn Rows>,
    places: CellRanges,
    line: Row,
}

impl FixedRows {
    /// Cuts each line at these places.
    pub(crate) fn new(lines: Box<dyn Rows>, places: CellRanges) -> Self {
        FixedRows {
            lines,
            places,
            line: Row::new(),
        }
    }
}

impl Rows for FixedRows {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        if !self.lines.read(&mut self.line)? {
            return Ok(false);
        }
        let start = self.line.start_of(0);
        row.begin(self.line.line, start);
        row.kind = self.line.kind;
        let text = self.line.cell(0).unwrap_or("");
        let places = byte_places(text, &self.places.starts);
        // A title or a note runs on where columns are parted: it is no row of cells.
        let is_cut = cuts_words(text, &places)
            || (self.places.groups.iter()).any(|group| group == text.trim_end());
        if is_cut || row.kind != RowKind::Cells || text.trim().is_empty() {
            if !text.is_empty() {
                let padding = text.len() - text.trim_start().len();
                row.push_at(text.trim(), start + padding as u64);
            }
            return Ok(true);
        }
        let mut from = 0;
        for to in places.into_iter().chain([text.len()]) {
            let cell = &text[from..to];
            let padding = cell.len() - cell.trim_start().len();
            row.push_at(cell.trim(), start + (from + padding) as u64);
            from = to;
        }
        Ok(true)
    }
}

/// Where these characters of a text begin, in bytes; its end for those that it lacks.
fn byte_places(text: &str, starts: &[usize]) -> Vec<usize> {
    if text.is_ascii() {
        return starts.iter().map(|at| (*at).min(text.len())).collect();
    }
    let mut found = Vec::with_capacity(starts.len());
    let mut wanted = starts.iter().peekable();
    for (number, (at, _)) in text.char_indices().enumerate() {
        if wanted.next_if(|start| **start == number).is_some() {
            found.push(at);
        }
    }
    found.resize(starts.len(), text.len());
    found
}

/// Lines among which one is looked for that is drawn under the header.
const DRAWN_AMONG: usize = 10;

/// Where columns begin that a line is drawn under, as databases print their answers (`---- -------- ---`, `==== ===`); none
/// where most rows do not stand below it as it says.
pub(crate) fn ruled_columns(lines: &[&str]) -> Option<RuledColumns> {
    let (at, starts) = lines
        .iter()
        .enumerate()
        .take(DRAWN_AMONG)
        .skip(1)
        .find_map(|(at, line)| Some((at, ruling(line)?)))?;
    let rows = &lines[at + 1..];
    let cut = rows
        .iter()
        .filter(|line| cuts_words(line, &byte_places(line, &starts)))
        .count();
    (cut * 2 <= rows.len()).then_some(RuledColumns {
        places: CellRanges {
            starts,
            groups: Vec::new(),
        },
        is_exact: cut == 0,
    })
}

/// Columns that a line is drawn under.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RuledColumns {
    pub(crate) places: CellRanges,
    /// Whether no row runs on where columns are parted.
    pub(crate) is_exact: bool,
}

fn ruling(line: &str) -> Option<Vec<usize>> {
    let line = line.trim_end();
    if !line.trim_start().starts_with(['-', '='])
        || !line.bytes().all(|b| matches!(b, b'-' | b'=' | b' '))
    {
        return None;
    }
    let starts: Vec<usize> = (1..line.len())
        .filter(|at| {
            let before = &line[..*at];
            line.as_bytes()[*at] != b' ' && before.ends_with(' ') && !before.trim().is_empty()
        })
        .collect();
    (line.len() > 4 && !starts.is_empty()).then_some(starts)
}

/// Whether a line runs on where columns are parted.
fn cuts_words(line: &str, places: &[usize]) -> bool {
    places
        .iter()
        .any(|at| *at < line.len() && !line[..*at].ends_with([' ', '\t']))
}

/// Parses one row from a text.
pub(crate) type ReadOne = Box<dyn Fn(&str, &mut Row) -> Result<bool, Unreadable> + Send>;

/// Rows each of which is one cell that holds the row: a spreadsheet program has put marks around whole lines.
pub(crate) struct WrappedRows {
    outer: Box<dyn Rows>,
    read: ReadOne,
    line: Row,
}

impl WrappedRows {
    /// Reads each outer row's only cell with `read`.
    pub(crate) fn new(outer: Box<dyn Rows>, read: ReadOne) -> Self {
        WrappedRows {
            outer,
            read,
            line: Row::new(),
        }
    }
}

impl Rows for WrappedRows {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        if !self.outer.read(&mut self.line)? {
            return Ok(false);
        }
        let whole = if self.line.len() == 1 {
            self.line.cell(0)
        } else {
            None
        };
        match whole.filter(|text| !text.is_empty() && self.line.kind == RowKind::Cells) {
            Some(text) => {
                // A cell with a line's end in it is read as one row all the same, or not at all.
                if !(self.read)(text, row)? {
                    row.begin(self.line.line, self.line.start_of(0));
                }
                (row.line, row.stray_quote) =
                    (self.line.line, self.line.stray_quote || row.stray_quote);
            }
            None => std::mem::swap(row, &mut self.line),
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_a_line_is_drawn_under() {
        let ruled = [
            "code     n    sum",
            "---- ----- ------",
            "1       12   3450",
        ];
        let starts = |lines: &[&str]| ruled_columns(lines).map(|ruled| ruled.places.starts);
        assert_eq!(starts(&ruled), Some(vec![5, 11]));
        let titled = [
            "List of towns",
            "",
            "  code  town",
            "  ====  ====",
            "  1     Ica",
        ];
        assert_eq!(starts(&titled), Some(vec![8]));
        // Cells that go beyond the line are cut by nothing.
        let short = [
            "town  sum",
            "----  ---",
            "San Andres   12",
            "San Martin  300",
        ];
        assert_eq!(starts(&short), None);
        assert_eq!(starts(&["a", "-----", "b"]), None);
    }

    #[test]
    fn places_are_of_characters() {
        assert_eq!(byte_places("ñab", &[1, 2, 9]), [2, 3, 4]);
    }
}
