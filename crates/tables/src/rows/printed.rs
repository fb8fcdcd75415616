//! Telling the columns of printed text: cells are at the same places of every line, with blanks between them.
//!
//! Places that are blank in every line below the header may part columns, or only words of a name (`De Soto`, `La Paz`) or
//! groups of digits (`1 234`). The header decides: each column has a name, and no name is over two.

mod line;

use crate::dialect::holds_number;
use line::PrintedLine;
use std::collections::BTreeSet;
use std::ops::Range;

/// Rows below a header that are needed to tell columns.
const FEWEST_ROWS: usize = 3;
/// Rows that are needed to tell columns where hardly any line has two blanks together.
const MANY_ROWS: usize = 6;
/// Lines above the header and below the last row that may be titles and notes.
const MOST_ASIDE: usize = 4;

/// Where cells are in lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CellRanges {
    /// Where the columns after the first begin, in characters from 0.
    pub(crate) starts: Vec<usize>,
    /// Lines above the header that name groups of columns, but do not begin where these do: which ones they name, cannot
    /// be told.
    pub(crate) groups: Vec<String>,
}

/// Returns where cells are; `None` where these lines are no table.
pub(crate) fn printed_columns(lines: &[&str]) -> Option<CellRanges> {
    let lines: Vec<PrintedLine> = lines
        .iter()
        .filter(|line| !is_drawn(line))
        .map(|line| PrintedLine::new(line))
        .collect();
    if !lines.iter().any(|line| line.indent() > 0 || line.has_gap())
        || lines.iter().any(|line| line.0.len() > WIDEST)
    {
        return None;
    }
    let mut best: Option<PrintedBlock> = None;
    for aside in 0..=2 * MOST_ASIDE {
        for above in 0..=aside.min(MOST_ASIDE) {
            let below = aside - above;
            if below > MOST_ASIDE || lines.len() < aside + FEWEST_ROWS + 1 {
                continue;
            }
            let Some(block) = PrintedBlock::of(&lines, above, below) else {
                continue;
            };
            if (best.as_ref()).is_none_or(|best| block.columns.is_better_than(&best.columns)) {
                best = Some(block);
            }
        }
    }
    best.map(PrintedBlock::ranges)
}

/// A table among printed lines, and the lines above it.
struct PrintedBlock<'l> {
    top: &'l [PrintedLine],
    columns: PrintedColumns,
}

impl<'l> PrintedBlock<'l> {
    /// Returns the table between so many lines above and below that are aside; `None` where there is none.
    fn of(lines: &'l [PrintedLine], above: usize, below: usize) -> Option<Self> {
        let (top, rest) = lines.split_at(above);
        let (table, bottom) = rest.split_at(rest.len() - below);
        if bottom.iter().any(PrintedLine::has_gap) {
            return None;
        }
        let columns = PrintedTable::of(table)?.columns(above > 0)?;
        // What has gaps is no sentence; it may still name groups of columns.
        let are_aside = top
            .iter()
            .all(|line| !line.has_gap() || line.words().len() <= columns.starts.len());
        are_aside.then_some(PrintedBlock { top, columns })
    }

    fn ranges(self) -> CellRanges {
        let starts = self.columns.starts;
        let groups = self.top.iter();
        let groups = groups.filter(|line| line.has_gap() && !line.begins_at(&starts));
        CellRanges {
            groups: groups.map(PrintedLine::whole).collect(),
            starts,
        }
    }
}

/// Columns that were found.
struct PrintedColumns {
    starts: Vec<usize>,
    /// Whether the header has gaps, as no title has; in a table of words anything could be one.
    has_gaps: bool,
    /// How many of them begin or end where a name does.
    aligned: usize,
}

impl PrintedColumns {
    /// Names stand in line with their columns, and words of a title do not.
    fn is_better_than(&self, other: &PrintedColumns) -> bool {
        self.rank() > other.rank()
    }

    fn rank(&self) -> impl PartialOrd {
        (self.has_gaps, self.aligned, self.starts.len())
    }
}

/// Characters of the widest line that is looked at.
const WIDEST: usize = 4096;

/// Whether a line is drawn, and holds no text.
fn is_drawn(line: &str) -> bool {
    line.bytes()
        .all(|b| matches!(b, b'-' | b'=' | b'_' | b'+' | b' '))
}

/// Runs of places that more than so many rows take.
fn taken(rows: &[&PrintedLine], more_than: usize) -> Vec<Range<usize>> {
    let width = rows.iter().map(|row| row.0.len()).max().unwrap_or(0);
    let mut counts = vec![0; width];
    for row in rows {
        (0..row.0.len())
            .filter(|at| row.is_filled(*at))
            .for_each(|at| counts[at] += 1);
    }
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..width).filter(|at| counts[*at] > more_than) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    runs
}

/// A column, or a part of one.
#[derive(Debug, Clone)]
struct ColumnPart {
    /// From the first place that a cell takes to the one after the last.
    cells: Range<usize>,
    /// Words of the header that name it.
    names: Vec<Range<usize>>,
}

impl ColumnPart {
    /// Whether it has names apart from one another.
    fn has_several_names(&self) -> bool {
        self.names
            .windows(2)
            .any(|pair| pair[1].start > pair[0].end + 1)
    }

    fn begins_with_name(&self) -> bool {
        (self.names.first()).is_some_and(|name| name.start == self.cells.start)
    }

    fn ends_with_name(&self) -> bool {
        (self.names.last()).is_some_and(|name| name.end == self.cells.end)
    }

    /// Returns where it begins: at its cells, or at its name, where that begins before them.
    fn start(&self) -> usize {
        let first = self.names.first();
        first.map_or(self.cells.start, |name| name.start.min(self.cells.start))
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4
        && text
            .parse()
            .is_ok_and(|year: u32| (1800..2200).contains(&year))
}

/// A header and the rows below it.
struct PrintedTable<'a> {
    header: &'a PrintedLine,
    rows: Vec<&'a PrintedLine>,
    parts: Vec<ColumnPart>,
    /// Whether rows were set aside whose cells run on into the next column.
    has_crossing: bool,
}

impl<'a> PrintedTable<'a> {
    fn of(lines: &'a [PrintedLine]) -> Option<PrintedTable<'a>> {
        let (header, rows) = lines
            .split_first()
            .filter(|(_, rows)| rows.len() >= FEWEST_ROWS)?;
        let rows: Vec<&PrintedLine> = rows.iter().collect();
        // A cell that is too long for its column may run on into the next one.
        let runs_on = rows.len() / 20 + usize::from(rows.len() >= MANY_ROWS);
        let columns = taken(&rows, runs_on);
        let (crossing, kept): (Vec<&PrintedLine>, Vec<&PrintedLine>) =
            rows.into_iter().partition(|row| {
                columns
                    .windows(2)
                    .any(|pair| (pair[0].end..pair[1].start).all(|at| row.is_filled(at)))
            });
        let has_crossing = (1..=runs_on).contains(&crossing.len());
        let rows = if has_crossing {
            kept
        } else {
            kept.into_iter().chain(crossing).collect()
        };
        let parts: Vec<ColumnPart> = taken(&rows, 0)
            .into_iter()
            .map(|cells| ColumnPart {
                cells,
                names: Vec::new(),
            })
            .collect();
        (parts.len() > 1).then_some(PrintedTable {
            header,
            rows,
            parts,
            has_crossing,
        })
    }

    /// Where the columns after the first begin. Below lines that were set aside, the header must be one.
    fn columns(mut self, is_below_titles: bool) -> Option<PrintedColumns> {
        let first_is_data = self.first_is_data();
        if first_is_data && is_below_titles {
            return None;
        }
        self.name()?;
        if !first_is_data {
            self.join_unnamed();
            let is_unnamed =
                |part: &ColumnPart| part.names.is_empty() && !self.is_numeric(&part.cells);
            if self.parts.iter().skip(1).any(is_unnamed) {
                return None;
            }
        }
        self.join_words();
        self.is_table().then(|| PrintedColumns {
            starts: self.starts(),
            has_gaps: self.header.has_gap() && self.has_numbers(),
            aligned: self.aligned(),
        })
    }

    /// Whether the first line has a number where the others have them: then it names nothing.
    fn first_is_data(&self) -> bool {
        self.parts
            .iter()
            .filter(|part| self.is_numeric(&part.cells))
            .map(|part| self.header.text(&part.cells))
            .any(|name| holds_number(&name) && !is_year(&name))
    }

    /// Gives each word of the header to the part that it is over, and joins parts that one word is over; none where
    /// these are no words of one cell.
    fn name(&mut self) -> Option<()> {
        let mut floating = Vec::new();
        for word in self.header.words() {
            // A name that fills the blanks before or after a part is over what is beyond them, too.
            let over =
                |part: &ColumnPart| part.cells.start <= word.end && word.start <= part.cells.end;
            let within =
                |part: &ColumnPart| part.cells.start < word.end && word.start < part.cells.end;
            let under: Vec<usize> = (0..self.parts.len())
                .filter(|at| over(&self.parts[*at]))
                .collect();
            let is_within = under.iter().any(|at| within(&self.parts[*at]));
            let (Some(first), Some(last)) = (
                under.first().copied(),
                under.last().copied().filter(|_| is_within),
            ) else {
                floating.push(word);
                continue;
            };
            for _ in first..last {
                if !self.is_one_blank(first) {
                    return None;
                }
                self.join(first);
            }
            self.parts[first].names.push(word);
        }
        floating.into_iter().for_each(|word| self.name_aside(word));
        // Two names over one part: its cells touch one another.
        (!self.parts.iter().any(ColumnPart::has_several_names)).then_some(())
    }

    /// Gives a word that is over blanks to the part on its left or on its right, or to a part of its own.
    fn name_aside(&mut self, word: Range<usize>) {
        let right = self
            .parts
            .iter()
            .position(|part| part.cells.start >= word.end)
            .unwrap_or(self.parts.len());
        let Some(left) = right.checked_sub(1) else {
            return self.parts[0].names.insert(0, word);
        };
        let after = self.parts[left]
            .names
            .last()
            .map(|name| word.start - name.end.min(word.start));
        let before = self.parts.get(right).map(|part| {
            part.names
                .first()
                .map(|name| name.start.saturating_sub(word.end))
        });
        match (after, before) {
            // No value is below the last name.
            (Some(1), None) => self.parts[left].names.push(word),
            (Some(1), _) if self.goes_on(&word) => self.parts[left].names.push(word),
            (_, None) => self.parts.push(ColumnPart {
                cells: word.clone(),
                names: vec![word],
            }),
            (Some(1), Some(Some(gap))) if gap > 1 => self.parts[left].names.push(word),
            (None, Some(Some(gap))) if gap > 1 => self.parts[left].names.push(word),
            (_, Some(None | Some(1))) => self.parts[right].names.insert(0, word),
            _ => self.parts.insert(
                right,
                ColumnPart {
                    cells: word.clone(),
                    names: vec![word],
                },
            ),
        }
    }

    /// Whether a word of the header is not the first of a name.
    fn goes_on(&self, word: &Range<usize>) -> bool {
        self.header
            .0
            .get(word.start)
            .is_some_and(|c| c.is_lowercase())
    }

    /// Joins parts without a name to those that they are a part of: the words of a name, groups of digits.
    fn join_unnamed(&mut self) {
        let mut at = 0;
        while at < self.parts.len() {
            let has_right = at + 1 < self.parts.len();
            if !self.parts[at].names.is_empty() || at == 0 && self.tells_rows_apart() {
                at += 1;
                continue;
            }
            let to_left = at > 0 && self.stand_together(at - 1) && self.is_one_blank(at - 1);
            let to_right = has_right && self.stand_together(at) && self.is_one_blank(at);
            let begins_number = to_right && self.holds_numbers(at) && self.holds_numbers(at + 1);
            let ends_number = to_left && self.holds_numbers(at - 1) && self.has_three_digits(at);
            // A name that ends where its column does leaves no digits behind it.
            let ends_number = ends_number
                && !(begins_number
                    && self.has_three_digits(at + 1)
                    && self.parts[at - 1].ends_with_name());
            if ends_number || to_left && !begins_number && (!to_right || !self.ends_right(at + 1)) {
                self.join(at - 1);
            } else if to_right {
                self.join(at);
            } else {
                at += 1;
            }
        }
    }

    /// Joins words that one blank parts in every row, and in the header: a first word that all names have (`Calle Sol`,
    /// `Calle Luna`), and what comes after a blank that some names do not have there.
    fn join_words(&mut self) {
        for at in (1..self.parts.len()).rev() {
            let cells = &self.parts[at - 1].cells;
            let texts: BTreeSet<String> = self.rows.iter().map(|row| row.text(cells)).collect();
            let goes_on = self.parts[at]
                .names
                .first()
                .is_some_and(|name| self.goes_on(name));
            let are_words = !self.is_numeric(cells)
                && self.is_one_blank(at - 1)
                && self.one_blank_in_header(at);
            if are_words && (texts.len() == 1 || goes_on || self.has_crossing) {
                self.join(at - 1);
            }
        }
    }

    fn one_blank_in_header(&self, at: usize) -> bool {
        let ends = self.parts[at - 1].names.last().map(|name| name.end);
        let begins = self.parts[at].names.first().map(|name| name.start);
        ends.zip(begins)
            .is_some_and(|(end, start)| start == end + 1)
    }

    fn join(&mut self, at: usize) {
        let next = self.parts.remove(at + 1);
        self.parts[at].cells.end = next.cells.end;
        self.parts[at].names.extend(next.names);
    }

    /// Whether one blank is between this part and the next wherever both hold something.
    fn is_one_blank(&self, at: usize) -> bool {
        let (left, right) = (&self.parts[at].cells, &self.parts[at + 1].cells);
        let mut both = self
            .rows
            .iter()
            .filter_map(|row| row.filled_part(left).zip(row.filled_part(right)));
        both.all(|(left, right)| right.start <= left.end + 1)
    }

    /// Whether this part and the next both hold something in any row.
    fn stand_together(&self, at: usize) -> bool {
        let (left, right) = (&self.parts[at].cells, &self.parts[at + 1].cells);
        self.rows
            .iter()
            .any(|row| row.filled_part(left).is_some() && row.filled_part(right).is_some())
    }

    fn is_numeric(&self, cells: &Range<usize>) -> bool {
        let texts: Vec<String> = self
            .rows
            .iter()
            .map(|row| row.text(cells))
            .filter(|text| !text.is_empty())
            .collect();
        !texts.is_empty()
            && texts.iter().filter(|text| holds_number(text)).count() * 5 >= texts.len() * 4
    }

    fn has_numbers(&self) -> bool {
        self.parts.iter().any(|part| self.is_numeric(&part.cells))
    }

    /// Whether all cells of a part begin with three digits, as a number goes on after a blank.
    fn has_three_digits(&self, at: usize) -> bool {
        let texts = self
            .rows
            .iter()
            .map(|row| row.text(&self.parts[at].cells))
            .filter(|text| !text.is_empty());
        texts
            .map(|text| text.bytes().take_while(u8::is_ascii_digit).count())
            .all(|digits| digits == 3)
    }

    /// Whether all cells of a part end at its right.
    fn ends_right(&self, at: usize) -> bool {
        let cells = &self.parts[at].cells;
        self.rows
            .iter()
            .filter_map(|row| row.filled_part(cells))
            .all(|held| held.end == cells.end)
    }

    /// Whether the first part names or numbers the rows, as data frames are printed.
    fn tells_rows_apart(&self) -> bool {
        let texts: BTreeSet<String> = self
            .rows
            .iter()
            .map(|row| row.text(&self.parts[0].cells))
            .collect();
        let is_count = (0..2)
            .any(|first| (first..first + self.rows.len()).all(|n| texts.contains(&n.to_string())));
        texts.len() == self.rows.len()
            && !texts.contains("")
            && (is_count || !self.has_three_digits(1))
    }

    /// Whether these parts are columns of a table, and not words that happen to be below one another.
    fn is_table(&self) -> bool {
        let columns = self.parts.len();
        let cells: usize = self
            .parts
            .iter()
            .map(|part| {
                let filled = self
                    .rows
                    .iter()
                    .filter(|row| row.filled_part(&part.cells).is_some());
                filled.count()
            })
            .sum();
        let indent = self.rows.iter().map(|row| row.indent()).min().unwrap_or(0);
        let gaps = self
            .rows
            .iter()
            .filter(|row| row.has_gap() || row.indent() > indent)
            .count();
        let is_numeric = self.has_numbers();
        let aligned = if is_numeric {
            gaps * 3 >= self.rows.len()
        } else {
            gaps * 2 >= self.rows.len()
        };
        let many = is_numeric && self.rows.len() >= MANY_ROWS && gaps > 0;
        columns > 1 && cells * 5 >= columns * self.rows.len() * 3 && (aligned || many)
    }

    /// How many columns begin or end where their names do.
    fn aligned(&self) -> usize {
        self.parts
            .iter()
            .filter(|part| part.begins_with_name() || part.ends_with_name())
            .count()
    }

    /// Where each column but the first begins: at its cells, or at its name, where that begins before them.
    fn starts(&self) -> Vec<usize> {
        self.parts.iter().skip(1).map(ColumnPart::start).collect()
    }

    fn holds_numbers(&self, part: usize) -> bool {
        self.is_numeric(&self.parts[part].cells)
    }
}

#[cfg(test)]
mod tests;
