//! Where the table is in a file: titles and notes above it, its header, its first row.

use super::header_rows;
use super::shape::{CellShape, holds_number, is_marker, looks_like_count, shape};
use crate::rows::{Row, RowKind};
use std::collections::{BTreeMap, BTreeSet};

/// Where a table is. Rows are counted from 0, as they come from the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Layout {
    /// Rows of the header, together one name a column; none where there is no header.
    pub(crate) header: Vec<usize>,
    /// The first row that can be data.
    pub(crate) body: usize,
}

/// What is declared of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DeclaredHeader<'a> {
    /// Nothing: it is looked for.
    Anything,
    /// There is one.
    Header,
    /// There is none.
    NoHeader,
    /// It is in these rows, from 1.
    Rows(&'a [usize]),
}

/// Body rows that a header is compared with.
const COMPARED: usize = 60;
/// Rows among which a header is looked for.
const SEARCHED: usize = 60;

/// Finds the table among the first rows of a file.
pub(crate) fn lay_out(rows: &[Row], wanted: DeclaredHeader<'_>) -> Layout {
    let sample = RowSample::new(rows);
    match wanted {
        DeclaredHeader::NoHeader => Layout {
            header: Vec::new(),
            body: 0,
        },
        DeclaredHeader::Rows([]) => Layout {
            header: Vec::new(),
            body: 0,
        },
        DeclaredHeader::Rows(declared) => {
            let header: Vec<usize> = declared.iter().map(|n| n.saturating_sub(1)).collect();
            let body = header.iter().max().map_or(0, |last| last + 1);
            Layout { header, body }
        }
        DeclaredHeader::Header => match sample.find_table() {
            layout if layout.header.is_empty() => sample.first_as_header(),
            layout => layout,
        },
        DeclaredHeader::Anything => sample.find_table(),
    }
}

/// The rows that hold something, and what is usual among them.
struct RowSample<'a> {
    rows: &'a [Row],
    /// Indices of the rows that hold something.
    held: Vec<usize>,
    width: usize,
    /// Cells that a row usually fills.
    fill: usize,
}

impl<'a> RowSample<'a> {
    fn new(rows: &'a [Row]) -> Self {
        let mut held: Vec<usize> = (0..rows.len()).filter(|i| holds_cells(&rows[*i])).collect();
        let first = held.first().copied();
        held.retain(|at| Some(*at) == first || !is_for_machines(&rows[*at]));
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        held.iter()
            .for_each(|i| *widths.entry(rows[*i].len()).or_default() += 1);
        let width = widths
            .iter()
            .max_by_key(|(width, n)| (**n, **width))
            .map_or(0, |(width, _)| *width);
        // The lower half of the sample is below any titles.
        let lower = &held[held.len() / 2..];
        let mut fills: Vec<usize> = lower
            .iter()
            .filter(|i| rows[**i].len() == width)
            .map(|i| rows[*i].filled())
            .collect();
        fills.sort_unstable();
        let fill = fills.get(fills.len() / 2).copied().unwrap_or(0);
        RowSample {
            rows,
            held,
            width,
            fill,
        }
    }

    fn first_as_header(&self) -> Layout {
        self.held
            .first()
            .map_or_else(Layout::default, |first| Layout {
                header: vec![*first],
                body: first + 1,
            })
    }

    /// Finds the table; a row right below its header that numbers the columns or is meant for machines is none of its
    /// rows.
    fn find_table(&self) -> Layout {
        let mut layout = self.find();
        if let Some(first) = self.first_table(&layout) {
            layout = Layout {
                header: vec![first],
                body: first + 1,
            };
        }
        if let Some(last) = layout.header.last() {
            let names = &self.rows[*last];
            let aside = self.rows[layout.body..]
                .iter()
                .take_while(|row| is_for_machines(row) || underlines(names, row));
            layout.body += aside.count();
        }
        let first = self.held.iter().position(|at| *at >= layout.body);
        match first.filter(|first| !layout.header.is_empty() && self.numbers_columns(*first)) {
            Some(first) => Layout {
                body: self.held[first] + 1,
                ..layout
            },
            None => layout,
        }
    }

    /// Whether a row holds nothing but the columns' numbers: `(1)`, `(2)`, `(3)`; without brackets, only where one of
    /// them is over words in every row.
    fn numbers_columns(&self, at: usize) -> bool {
        let row = self.row(at);
        let are_numbers = row
            .cells()
            .zip(1..)
            .all(|(cell, n): (&str, usize)| column_number(cell) == Some(n));
        if !are_numbers || row.len() < self.width.max(3) {
            return false;
        }
        let is_bracketed = row.cells().all(|cell| cell.trim().starts_with(['(', '[']));
        let below = &self.held[at + 1..];
        is_bracketed
            || below.len() > 2
                && (0..row.len()).any(|column| {
                    below
                        .iter()
                        .all(|at| self.rows[*at].cell(column).is_some_and(is_text))
                })
    }

    fn find(&self) -> Layout {
        if let Some((header, body)) = header_rows::above_numbers(self.rows, &self.held, self.width)
        {
            // One row of names may leave to the next what it does not name itself.
            let only = if header.len() == 1 {
                self.held.iter().position(|at| *at == header[0])
            } else {
                None
            };
            return only.map_or(Layout { header, body }, |at| self.with_header(at));
        }
        for at in 0..self.held.len().min(SEARCHED) {
            if !self.could_be_row(at) || self.is_numbering(at) {
                continue;
            }
            if self.votes(at) >= 0.0 {
                return self.with_header(self.last_of_headers(at));
            }
            return match self
                .title_row_above(at)
                .or_else(|| self.short_header_above(at))
            {
                Some(header) => Layout {
                    header: vec![header],
                    body: header + 1,
                },
                None => Layout {
                    header: Vec::new(),
                    body: self.held[at],
                },
            };
        }
        match self.held.first() {
            Some(first) if self.votes(0) < 0.0 => Layout {
                header: Vec::new(),
                body: *first,
            },
            _ => self.first_as_header(),
        }
    }

    /// The header of a first table, where the one that was found belongs to another below it: a row of different words,
    /// with rows under it that fill none but its columns, apart from the second header by a blank row or a title.
    fn first_table(&self, found: &Layout) -> Option<usize> {
        let second = *found.header.first()?;
        let mut above = self.held.iter().copied().take_while(|at| *at < second);
        let header = above.find(|at| has_different_words(&self.rows[*at]))?;
        let rows = above
            .map(|at| &self.rows[at])
            .take_while(|row| fills_only(row, &self.rows[header]));
        let (mut count, mut several) = (0, 0);
        for row in rows {
            count += 1;
            several += usize::from(row.filled() > 1);
        }
        let is_apart = self.rows[..second]
            .iter()
            .rev()
            .take(2)
            .any(|row| row.is_blank() || row.has_one_filled());
        (is_apart && count > 2 && several > 1).then_some(header)
    }

    fn row(&self, at: usize) -> &'a Row {
        &self.rows[self.held[at]]
    }

    /// Whether a row fills about as many cells as rows of this table do.
    fn could_be_row(&self, at: usize) -> bool {
        let filled = self.row(at).filled();
        let usual = self.fill.min(self.width);
        filled * 5 >= usual * 3
            && filled >= self.width.min(2).min(usual.max(1))
            && self.cells_differ(at)
    }

    /// Whether most of a row's cells differ, as names do. One row of data may repeat itself; a title row that
    /// spans columns always does.
    fn cells_differ(&self, at: usize) -> bool {
        let row = self.row(at);
        let filled: Vec<&str> = row
            .cells()
            .map(str::trim)
            .filter(|c| !c.is_empty())
            .collect();
        let different: BTreeSet<&str> = filled.iter().copied().collect();
        let numeric = filled
            .iter()
            .any(|c| matches!(shape(c), CellShape::Number | CellShape::Date));
        numeric || different.len() * 5 >= filled.len() * 3
    }

    /// Whether this is a row of column numbers above the header.
    fn is_numbering(&self, at: usize) -> bool {
        let row = self.row(at);
        let words_below = (at + 1..self.held.len().min(at + 4))
            .any(|below| self.could_be_row(below) && !self.row(below).cells().any(holds_number));
        words_below && (looks_like_count(row.cells()) || numbers_with_gaps(row))
    }

    /// Returns the votes for and, below zero, against a row's being the header: names differ in kind from what is below
    /// them.
    fn votes(&self, at: usize) -> f64 {
        let header = self.row(at);
        // A header that is repeated further down says nothing against itself.
        let below: Vec<&Row> = self.held[at + 1..]
            .iter()
            .map(|i| &self.rows[*i])
            .filter(|row| header.len() < 2 || !row.cells().eq(header.cells()))
            .take(COMPARED)
            .collect();
        let numbers = header
            .cells()
            .map(str::trim)
            .filter(|c| shape(c) == CellShape::Number);
        let is_series = looks_like_count(numbers.clone()) && numbers.count() < header.len();
        let names = header.cells().map(str::trim).enumerate();
        names
            .filter(|(_, name)| !name.is_empty())
            .map(|(column, name)| vote(name, column, &below, is_series))
            .sum()
    }

    /// Returns, of several rows of names above numbers, the one nearest to the numbers.
    fn last_of_headers(&self, mut at: usize) -> usize {
        while at + 1 < self.held.len() {
            let next = self.row(at + 1);
            let are_names = next
                .cells()
                .map(str::trim)
                .filter(|c| !c.is_empty())
                .all(|c| !holds_number(c) && !is_marker(c) && !c.starts_with(['(', '[']));
            let is_adjacent = self.held[at + 1] == self.held[at] + 1;
            if !(is_adjacent && are_names && self.could_be_row(at + 1) && self.votes(at + 1) >= 2.0)
            {
                break;
            }
            at += 1;
        }
        at
    }

    /// Returns the table below this header, with the row below it where that one names exactly columns that the header
    /// leaves unnamed.
    fn with_header(&self, at: usize) -> Layout {
        let header = self.held[at];
        let mut rows = vec![header];
        if let Some(next) = self.rows.get(header + 1)
            && completes(&self.rows[header], next)
        {
            rows.push(header + 1);
        }
        let body = rows.iter().max().map_or(0, |last| last + 1);
        Layout { header: rows, body }
    }

    /// The names of the first columns alone, above rows of many more: `name;votes`, and then a name and its votes for
    /// each of a list.
    fn short_header_above(&self, at: usize) -> Option<usize> {
        let above = at.checked_sub(1)?;
        let row = self.row(above);
        let are_names = row.len() > 2
            && row.cells().all(|cell| is_text(cell) && !is_marker(cell))
            && self.cells_differ(above);
        (are_names && row.len() < self.width && self.votes(above) >= 1.0)
            .then_some(self.held[above])
    }

    /// A sparse row of names right above the first row of data, itself set apart by a blank row.
    fn title_row_above(&self, at: usize) -> Option<usize> {
        let above = self.held[at].checked_sub(1)?;
        let row = &self.rows[above];
        let apart = above > 0 && self.rows[above - 1].is_blank();
        (apart && row.len() == self.width && row.filled() >= 2).then_some(above)
    }
}

fn holds_cells(row: &Row) -> bool {
    row.kind == RowKind::Cells && row.holds_something()
}

/// Whether a cell holds text, as most names do.
fn is_text(cell: &str) -> bool {
    matches!(shape(cell), CellShape::Word | CellShape::Text)
}

fn is_filled(row: &Row, column: usize) -> bool {
    row.cell(column).is_some_and(|cell| !cell.trim().is_empty())
}

/// Returns the number in a cell, perhaps in brackets.
fn column_number(cell: &str) -> Option<usize> {
    cell.trim()
        .trim_start_matches(['(', '['])
        .trim_end_matches([')', ']'])
        .parse()
        .ok()
}

/// Whether a row has three words or more, and no two alike.
fn has_different_words(row: &Row) -> bool {
    let cells: Vec<&str> = row
        .cells()
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    cells.len() > 2
        && cells.iter().all(|cell| is_text(cell) && !is_marker(cell))
        && cells.iter().collect::<BTreeSet<_>>().len() == cells.len()
}

/// Whether a row fills none but the columns of a header.
fn fills_only(row: &Row, header: &Row) -> bool {
    (0..row.len()).all(|column| !is_filled(row, column) || is_filled(header, column))
}

/// Whether the row below a header names columns that the header leaves unnamed, the first among them, and no others.
fn completes(header: &Row, next: &Row) -> bool {
    !is_filled(header, 0)
        && is_filled(next, 0)
        && next.filled() > 1
        && (0..next.len()).all(|column| !(is_filled(next, column) && is_filled(header, column)))
        && next.cells().all(|cell| !holds_number(cell))
}

/// Returns the vote of one name for its row's being the header; `is_series` where the row's numbers count on.
fn vote(name: &str, column: usize, below: &[&Row], is_series: bool) -> f64 {
    let cells: Vec<&str> = below
        .iter()
        .filter_map(|row| row.cell(column))
        .map(str::trim)
        .filter(|cell| !is_marker(cell))
        .collect();
    let numbers = cells.iter().filter(|cell| holds_number(cell)).count();
    let is_numeric = !cells.is_empty() && numbers * 5 >= cells.len() * 3;
    match (holds_number(name), is_numeric) {
        (true, _) if is_series => 1.0,
        (true, true) => -1.0,
        (true, false) => -0.5,
        (false, true) if is_marker(name) => 0.0,
        (false, true) => 1.0,
        (false, false) if cells.contains(&name) => -1.0,
        (false, false) => 0.0,
    }
}

/// Whether a row numbers columns some of which were taken out since: `0,1,5,6`, perhaps with a blank over row names.
fn numbers_with_gaps(row: &Row) -> bool {
    let cells = row
        .cells()
        .map(str::trim)
        .skip_while(|cell| cell.is_empty());
    let numbers: Option<Vec<u32>> = cells.map(|cell| cell.parse().ok()).collect();
    numbers.is_some_and(|n| n.len() > 2 && n.windows(2).all(|pair| pair[0] < pair[1]))
}

/// Whether a row is the line that database clients draw under names: hyphens in every cell, as long as the name at least.
fn underlines(names: &Row, row: &Row) -> bool {
    row.len() == names.len()
        && row.cells().any(|cell| cell.trim().len() > 1)
        && (names.cells().zip(row.cells())).all(|(name, line)| is_drawn_under(name, line.trim()))
}

fn is_drawn_under(name: &str, line: &str) -> bool {
    line.bytes().all(|b| b == b'-') && line.len() >= name.trim().chars().count()
}

/// Whether a row below the names says for programs what the columns are: tags of the Humanitarian Exchange Language
/// (`#adm1+name`), or what a survey was imported by (`{"ImportId":"QID1"}`).
fn is_for_machines(row: &Row) -> bool {
    let mut cells = row
        .cells()
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .peekable();
    cells.peek().is_some() && cells.all(is_tag)
}

fn is_tag(cell: &str) -> bool {
    let of_hxl = cell.strip_prefix('#').is_some_and(|tag| {
        tag.starts_with(|c: char| c.is_ascii_lowercase())
            && tag
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b' '))
    });
    of_hxl || cell.starts_with("{\"ImportId\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Vec<usize>, usize) {
        let rows: Vec<Row> = text
            .lines()
            .zip(1..)
            .map(|(l, n)| Row::of(n, l.split(',')))
            .collect();
        let layout = lay_out(&rows, DeclaredHeader::Anything);
        (layout.header, layout.body)
    }

    #[test]
    fn headers_are_told_from_data() {
        assert_eq!(found("a,b\n1,x\n2,y"), (vec![0], 1));
        assert_eq!(found("Oslo,9\nRoma,8\nLima,7"), (vec![], 0));
        assert_eq!(found("name,city\nAna,Lima\nEva,Roma"), (vec![0], 1));
        assert_eq!(found("1,2,3"), (vec![], 0));
        assert_eq!(found("foo\nfoo\nfoo"), (vec![], 0));
        assert_eq!(found("kitten,win"), (vec![0], 1));
        assert_eq!(found("a\n4.5"), (vec![0], 1));
    }

    #[test]
    fn titles_numbering_and_second_rows() {
        assert_eq!(
            found("A title,,\n\"\",,\nYear,2000,2001,2002\nx,1,2,3\ny,4,5,6"),
            (vec![2], 3)
        );
        assert_eq!(
            found("0,1,2\ncountry,plan,note\nChile,1,a\nPerú,2,b"),
            (vec![1], 2)
        );
        assert_eq!(found("no,state,sum\n(1),(2),(3)\n1,Goa,9"), (vec![0], 2));
        assert_eq!(
            found("no,state,sum\n1,2,3\n1,Goa,9\n2,Bihar,8\n3,Assam,7"),
            (vec![0], 2)
        );
        assert_eq!(found("a,b,c\n1,2,3\n4,5,6\n7,8,9\n1,2,x"), (vec![0], 1));
        assert_eq!(
            found(",,A,B,C\n,,Norte,Sur,Este\nNR,Name,,,\n1,x,2,3,1\n2,y,4,5,1\n3,z,5,6,1"),
            (vec![1, 2], 3)
        );
    }

    #[test]
    fn rows_for_machines_and_short_headers() {
        assert_eq!(
            found("Town,People\n#adm1+name,#inneed\nA,3\nB,4"),
            (vec![0], 2)
        );
        assert_eq!(found("#adm1+name,#inneed\nA,3\nB,4"), (vec![0], 1));
        assert_eq!(
            found(
                "code,place,list,name,n\n1,A,1,X,9,2,Y,8,3,Z,7,4,W,1\n2,B,1,X,9,2,Y,8,3,Z,7,4,W,1"
            ),
            (vec![0], 1)
        );
        assert_eq!(
            found("id,age,kind\nA0,0-4,x\nA1,35-39,y\nA2,10-14,x\nA3,5-9,y\nA4,65-69,y"),
            (vec![0], 1)
        );
    }

    #[test]
    fn numbers_above_names_and_lines_below_them() {
        assert_eq!(
            found("0,1,5,6\nland,plan,name,year\nA,1,x,2014\nB,2,y,2015"),
            (vec![1], 2)
        );
        assert_eq!(found(",0,3\n,1,2\nx,y,z"), (vec![], 0));
        assert_eq!(found("id,a\n--,-\n1,x\n2,y"), (vec![0], 2));
        assert_eq!(found("id,a\n-,-\n1,x\n2,y"), (vec![0], 1));
    }

    #[test]
    fn a_sparse_table_is_not_left_out_for_a_fuller_one_below() {
        let meetings = "Met,,,,\nWho,When,Whom,,\nAna,may,One,,\n,,Two,,\n,,Three,,\nLuis,june,Four,,\n,,,,\nTrips,,,,\n";
        let trips = "Who,When,Where,How,Cost\nAna,may,Lima,air,3.5\nLuis,june,Quito,air,4.1";
        assert_eq!(found(&format!("{meetings}{trips}")), (vec![1], 2));
        // Facts about the table are no table.
        let facts = "Unit,people,\nYear,2020,\nPlace,Oaxaca,\n,,\n";
        assert_eq!(
            found(&format!("{facts}id,town,n\n1,A,3\n2,B,4")),
            (vec![4], 5)
        );
    }

    #[test]
    fn a_declared_header_is_believed() {
        let rows = [Row::of(1, ["a", "b"]), Row::of(2, ["c", "d"])];
        assert_eq!(lay_out(&rows, DeclaredHeader::Rows(&[2])).body, 2);
        assert_eq!(
            lay_out(&rows, DeclaredHeader::NoHeader),
            Layout {
                header: vec![],
                body: 0
            }
        );
    }
}
