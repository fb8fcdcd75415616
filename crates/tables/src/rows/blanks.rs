//! Rows of printed text whose cells are divided by runs of blanks, the same number in every line.

use super::{Row, RowKind, Rows};
use crate::dialect::holds_number;
use crate::unreadable::Unreadable;

/// How runs of blanks divide lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BlankRuns {
    /// Blanks that a run has at least.
    least: usize,
    width: usize,
}

/// Lines that are needed to tell that blanks divide them.
const FEWEST_LINES: usize = 3;

impl BlankRuns {
    /// How runs of so many blanks divide all of these lines into the same number of cells; single blanks only where some of
    /// them hold numbers. The header may lack the name of the first column, as data frames are printed.
    pub(crate) fn of(lines: &[&str], least: usize) -> Option<BlankRuns> {
        let [header, body @ ..] = lines else {
            return None;
        };
        if body.len() + 1 < FEWEST_LINES {
            return None;
        }
        let width = cells(body[0], least).len();
        let names = cells(header, least).len();
        let alike = names == width || names + 1 == width && width > 2 && header.starts_with(' ');
        if width < 2 || !alike || body.iter().any(|line| cells(line, least).len() != width) {
            return None;
        }
        let numeric = (0..width).filter(|column| {
            body.iter()
                .all(|line| holds_number(cells(line, least)[*column]))
        });
        let numeric = numeric.count();
        // Where single blanks divide words, only numbers tell cells from sentences.
        let aligned = body
            .iter()
            .filter(|line| line.trim().contains("  "))
            .count()
            * 2
            > body.len();
        let enough = least > 1 || numeric > 0 && (aligned || numeric * 2 >= width);
        enough.then_some(BlankRuns { least, width })
    }

    /// Returns the number of cells that lines have.
    pub(crate) fn width(self) -> usize {
        self.width
    }
}

/// Whether lines look as if cells had been printed at places of their own: most have a gap within.
pub(crate) fn look_printed(lines: &[&str]) -> bool {
    let gaps = lines
        .iter()
        .filter(|line| line.trim().contains("  "))
        .count();
    lines.len() >= FEWEST_LINES && gaps * 3 > lines.len() * 2
}

/// The parts of a line that runs of so many blanks divide.
fn cells(line: &str, least: usize) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let gap = rest
            .match_indices([' ', '\t'])
            .map(|(at, _)| at)
            .find(|at| {
                let run = rest[*at..]
                    .bytes()
                    .take_while(|b| matches!(b, b' ' | b'\t'))
                    .count();
                run >= least || rest.as_bytes()[*at] == b'\t'
            });
        let (cell, after) = gap.map_or((rest, ""), |at| rest.split_at(at));
        found.push(cell);
        rest = after.trim_start();
    }
    found
}

/// Rows of cells that runs of blanks divide.
pub(crate) struct BlankRows {
    lines: Box<dyn Rows>,
    runs: BlankRuns,
    line: Row,
}

impl BlankRows {
    /// Divides each line where there are such runs.
    pub(crate) fn new(lines: Box<dyn Rows>, runs: BlankRuns) -> Self {
        BlankRows {
            lines,
            runs,
            line: Row::new(),
        }
    }
}

impl Rows for BlankRows {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        if !self.lines.read(&mut self.line)? {
            return Ok(false);
        }
        let start = self.line.start_of(0);
        row.begin(self.line.line, start);
        row.kind = self.line.kind;
        let text = self.line.cell(0).unwrap_or("");
        let parts = cells(text, self.runs.least);
        // A title or a note is no row of cells.
        if row.kind != RowKind::Cells
            || !(self.runs.width - 1..=self.runs.width).contains(&parts.len())
        {
            if !text.is_empty() {
                let padding = text.len() - text.trim_start().len();
                row.push_at(text.trim(), start + padding as u64);
            }
            return Ok(true);
        }
        for part in parts {
            row.push_at(
                part,
                start + (part.as_ptr() as usize - text.as_ptr() as usize) as u64,
            );
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_divide_every_line_alike() {
        let of = |lines: &[&str]| BlankRuns::of(lines, 1).or_else(|| BlankRuns::of(lines, 2));
        let frame = [
            "id carat       cut price",
            "1      0.23     Ideal   326",
            "2      0.21   Premium   326",
        ];
        assert_eq!(of(&frame), Some(BlankRuns { least: 1, width: 4 }));
        let of_r = [
            "  carat cut price",
            "1  0.23 Ideal  326",
            "2  0.21 Good   327",
            "3  0.22 Fair   300",
        ];
        assert_eq!(of(&of_r), Some(BlankRuns { least: 1, width: 4 }));
        let towns = [
            "town     people",
            "San Luis    12",
            "La Paz       9",
            "Colima       7",
        ];
        assert_eq!(of(&towns), Some(BlankRuns { least: 2, width: 2 }));
        assert_eq!(
            of(&["x y", "1 2", "3 4"]),
            Some(BlankRuns { least: 1, width: 2 })
        );
        assert_eq!(of(&["Nombre", "Ana López", "Eva Cruz"]), None);
        assert_eq!(of(&["Nombre completo", "Ana López", "Eva Cruz"]), None);
        assert_eq!(of(&["Calle y número", "Sol 12", "Luna 13"]), None);
        assert!(look_printed(&["a  b", "c  d", "e  f"]) && !look_printed(&["a b", "  c", "d"]));
    }
}
