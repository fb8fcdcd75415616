//! Rows of text that is divided in other ways than by a mark between cells.

use super::{Row, RowKind, Rows};
use crate::data::dialect::holds_number;
use crate::data::fault::Unreadable;
use std::collections::BTreeSet;

/// Rows whose cells stand at the same places of every line.
pub struct FixedRows {
    lines: Box<dyn Rows>,
    /// Where the columns after the first begin, in characters.
    starts: Vec<usize>,
    line: Row,
}

impl FixedRows {
    /// Cuts each line at these places.
    pub fn new(lines: Box<dyn Rows>, starts: Vec<usize>) -> Self {
        FixedRows { lines, starts, line: Row::new() }
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
        let places = byte_places(text, &self.starts);
        // A title or a note runs on where columns are parted: it is no row of cells.
        let runs_on = places.iter().any(|at| *at < text.len() && !text[..*at].ends_with([' ', '\t']));
        if runs_on || row.kind != RowKind::Cells || text.trim().is_empty() {
            if !text.is_empty() {
                row.push_at(text.trim(), start);
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

/// Lines that are needed to tell columns of fixed width.
const FEWEST_LINES: usize = 4;

/// Where columns begin that stand at the same places of nearly every line, parted by two blanks or more; none where
/// there are no such columns. The first begins at 0 and is not said.
pub fn fixed_columns(lines: &[&str]) -> Option<Vec<usize>> {
    let (aligned, narrow) = (aligned_columns(lines), narrow_columns(lines));
    let columns = |starts: &Option<Vec<usize>>| starts.as_ref().map_or(0, Vec::len);
    if columns(&narrow) > columns(&aligned) { narrow } else { aligned }
}

/// Columns that two blanks or more part, in nearly every line.
fn aligned_columns(lines: &[&str]) -> Option<Vec<usize>> {
    let lines: Vec<Vec<char>> =
        lines.iter().filter(|l| l.contains("  ") && !l.trim().is_empty()).map(|l| l.chars().collect()).collect();
    if lines.len() < FEWEST_LINES {
        return None;
    }
    let width = lines.iter().map(Vec::len).max()?;
    let blank = |at: usize| {
        let filled = lines.iter().filter(|line| line.get(at).is_some_and(|c| *c != ' ')).count();
        filled * 20 <= lines.len()
    };
    let first = (0..width).find(|at| !blank(*at))?;
    let mut starts = Vec::new();
    let mut gap = 0;
    for at in first..width {
        if blank(at) {
            gap += 1;
        } else {
            if gap >= 2 {
                starts.push(at);
            }
            gap = 0;
        }
    }
    // In a table most cells are filled; in a text with indented lines they are not.
    let filled = |line: &&Vec<char>| {
        let ends = starts.iter().skip(1).copied().chain([width]);
        let cells = starts.iter().zip(ends).filter(|(from, to)| {
            line.get(**from..(*to).min(line.len())).is_some_and(|cell| cell.iter().any(|c| *c != ' '))
        });
        cells.count() * 5 >= starts.len() * 3
    };
    let enough = lines.iter().filter(filled).count() * 3 >= lines.len() * 2;
    (!starts.is_empty() && enough).then_some(starts)
}

/// Lines that are needed to tell columns that a single blank parts.
const MANY_LINES: usize = 6;

/// Columns that one blank parts at the same place of every line, where some of them hold numbers: words of names, too,
/// are parted by one blank, but not at the same places.
fn narrow_columns(lines: &[&str]) -> Option<Vec<usize>> {
    let lines: Vec<Vec<char>> = lines.iter().map(|line| line.trim_end().chars().collect()).collect();
    let width = lines.iter().map(Vec::len).max()?;
    if lines.len() < MANY_LINES {
        return None;
    }
    let filled = |at: usize| lines.iter().any(|line| line.get(at).is_some_and(|c| *c != ' '));
    let first = (0..width).find(|at| filled(*at))?;
    let cell = |line: &[char], from: usize, to: usize| -> String {
        line.get(from..to.min(line.len())).unwrap_or_default().iter().collect::<String>().trim().to_owned()
    };
    let mut starts: Vec<usize> = (first + 1..width).filter(|at| filled(*at) && !filled(at - 1)).collect();
    // A part without a name is one of a column's longest cells: of the column to its right, where that one's cells all end at
    // its right; else of the one to its left.
    let mut at = 0;
    while at < starts.len() {
        let end = |at: usize| starts.get(at + 1).copied().unwrap_or(width);
        if !cell(&lines[0], starts[at], end(at)).is_empty() {
            at += 1;
            continue;
        }
        let ends_right = at + 1 < starts.len() && {
            let last = lines.iter().map(|line| line[..end(at + 1).min(line.len())].iter().rposition(|c| *c != ' '));
            last.collect::<BTreeSet<_>>().len() == 1
        };
        starts.remove(if ends_right { at + 1 } else { at });
        at += usize::from(ends_right);
    }
    let mut numeric = 0;
    for (from, to) in std::iter::once(first).chain(starts.iter().copied()).zip(starts.iter().copied().chain([width])) {
        let cells: Vec<String> = lines[1..].iter().map(|line| cell(line, from, to)).collect();
        let held = cells.iter().filter(|cell| !cell.is_empty()).count();
        if held * 2 < cells.len() {
            return None;
        }
        numeric += usize::from(cells.iter().all(|cell| cell.is_empty() || holds_number(cell)));
    }
    (numeric > 0 && !starts.is_empty()).then_some(starts)
}

/// Where columns begin that a line is drawn under: `---- -------- ---`, as databases print their answers.
pub fn ruled_columns(lines: &[&str]) -> Option<Vec<usize>> {
    lines.iter().take(FEWEST_LINES).skip(1).find_map(|line| ruling(line))
}

fn ruling(line: &str) -> Option<Vec<usize>> {
    let line = line.trim_end();
    let drawn = line.starts_with("--") && line.bytes().all(|b| matches!(b, b'-' | b' '));
    let starts: Vec<usize> = line.match_indices(" -").map(|(at, _)| at + 1).collect();
    (drawn && !starts.is_empty()).then_some(starts)
}

/// Reads one row from a text.
pub type ReadOne = Box<dyn Fn(&str, &mut Row) -> Result<bool, Unreadable> + Send>;

/// Rows each of which is one cell that holds the row: a spreadsheet program has put marks around whole lines.
pub struct WrappedRows {
    outer: Box<dyn Rows>,
    read: ReadOne,
    line: Row,
}

impl WrappedRows {
    /// Reads each outer row's only cell with `read`.
    pub fn new(outer: Box<dyn Rows>, read: ReadOne) -> Self {
        WrappedRows { outer, read, line: Row::new() }
    }
}

impl Rows for WrappedRows {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        if !self.outer.read(&mut self.line)? {
            return Ok(false);
        }
        let whole = if self.line.len() == 1 { self.line.cell(0) } else { None };
        match whole.filter(|text| !text.is_empty() && self.line.kind == RowKind::Cells) {
            Some(text) => {
                // A cell with a line's end in it is read as one row all the same, or not at all.
                if !(self.read)(text, row)? {
                    row.begin(self.line.line, self.line.start_of(0));
                }
                (row.line, row.stray_quote) = (self.line.line, self.line.stray_quote || row.stray_quote);
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
    fn columns_of_fixed_width() {
        let lines = [
            "CODE  COUNTY        PEOPLE",
            "001   Adams          12345",
            "002   De Soto            7",
            "003   Águas  9",
        ];
        assert_eq!(fixed_columns(&lines[..3]), None);
        let ruled = ["code     n    sum", "---- ----- ------", "1       12   3450"];
        assert_eq!(ruled_columns(&ruled), Some(vec![5, 11]));
        let table = [lines[0], lines[1], lines[2], "004   Baker County    2200"];
        assert_eq!(fixed_columns(&table), Some(vec![6, 20]));
        let text = ["One  line of text", "and another  one here", "a third one, longer", "and  the last of them"];
        assert_eq!(fixed_columns(&text), None);
    }

    #[test]
    fn one_blank_may_part_columns() {
        let table = [
            "CODE TOWN     N",
            "001  De Soto  5",
            "002  La Paz  12",
            "003  Adams    7",
            "004  Baker   99",
            "005  Ica      1",
        ];
        assert_eq!(fixed_columns(&table), Some(vec![5, 13]));
        let prose = ["one line", "two lines", "six lines", "ten lines", "the last", "the end"];
        assert_eq!(fixed_columns(&prose), None);
    }

    #[test]
    fn places_are_of_characters() {
        assert_eq!(byte_places("ñab", &[1, 2, 9]), [2, 3, 4]);
    }
}
