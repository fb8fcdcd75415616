//! Headers of several rows: groups over names, names over units.
//!
//! Where some columns hold numbers, the header is told by them: its rows are the ones right above the first numbers that
//! have words there. The lowest of them is taken alone where it names every column by a name of its own; else rows above
//! it are taken too, as long as they name what is still without a name, or tell apart what has the same.

use super::shape::{CellShape, is_marker, shape, skeleton};
use crate::rows::Row;
use std::collections::BTreeSet;

/// Rows among which a header is looked for.
const SEARCHED: usize = 60;
/// Most rows of a header.
const MOST_ROWS: usize = 5;

/// A column whose lower cells are mostly numbers or dates.
#[derive(Debug, Clone, Copy)]
struct NumericColumn {
    column: usize,
    /// Whether these are years, or other times that columns are named after.
    of_years: bool,
    /// Whether these are dates.
    of_dates: bool,
}

impl NumericColumn {
    /// Whether a cell over this column's numbers is a time that the column is named after.
    fn named_by_time(self, cell: &str) -> bool {
        names_time(cell) || !self.of_dates && shape(cell) == CellShape::Date
    }
}

/// Returns the rows of the header and the first row that can be data, where numbers below tell them. `filled` are the rows
/// that hold something.
pub(crate) fn above_numbers(
    rows: &[Row],
    filled: &[usize],
    width: usize,
) -> Option<(Vec<usize>, usize)> {
    let numeric = numeric_columns(rows, filled, width);
    if numeric.is_empty() || width < 2 {
        return None;
    }
    let search = HeaderSearch {
        rows,
        filled,
        width,
        numeric,
    };
    search.header()
}

/// The search for a header above the first numbers of a table.
struct HeaderSearch<'a> {
    rows: &'a [Row],
    /// Indices of the rows that hold something.
    filled: &'a [usize],
    width: usize,
    numeric: Vec<NumericColumn>,
}

impl HeaderSearch<'_> {
    fn header(&self) -> Option<(Vec<usize>, usize)> {
        let first = self
            .filled
            .iter()
            .take(SEARCHED)
            .position(|at| has_numbers(&self.rows[*at], &self.numeric))?;
        // Rows of data may be above it whose numbers are missing; a header has words there.
        let lowest = (0..first).rev().find(|at| self.words(*at) > 0)?;
        let lowest = self.names_above_values(lowest).unwrap_or(lowest);
        let is_header = self.words(lowest) * 2 >= self.numeric.len()
            && self.row(lowest).len() * 2 >= self.width
            && !(lowest + 1..first).any(|at| self.row(at).cells().any(is_value));
        is_header.then(|| (self.with_rows_above(lowest), self.filled[lowest] + 1))
    }

    /// Returns a row that holds something.
    fn row(&self, at: usize) -> &Row {
        &self.rows[self.filled[at]]
    }

    /// Returns the rows of a header whose lowest one this is.
    fn with_rows_above(&self, lowest: usize) -> Vec<usize> {
        let mut header = vec![self.filled[lowest]];
        // Units are no names, even where each column has another one.
        let has_units = names_units(self.row(lowest));
        for upper in (0..lowest).rev() {
            let has_units = has_units && header.len() == 1;
            if header.len() == MOST_ROWS
                || !has_units && self.is_complete(&header)
                || !self.belongs_to(&header, upper, has_units)
            {
                break;
            }
            header.insert(0, self.filled[upper]);
        }
        header
    }

    /// Whether the row right above a header is one more row of it; `has_units` where the header is one row of units.
    fn belongs_to(&self, header: &[usize], upper: usize, has_units: bool) -> bool {
        let row = self.row(upper);
        let is_adjacent = self.filled[upper] + 1 == header[0];
        let is_alone = row.has_one_filled() && has_text(row, 0);
        let names_all = has_units
            && (0..self.width).all(|c| has_text(row, c) || !has_text(&self.rows[header[0]], c));
        is_adjacent
            && !is_alone
            && (names_all || completes(self.rows, header, row, self.width))
            && !has_numbers(row, &self.numeric)
    }

    /// Counts the columns of numbers that have words in this row.
    fn words(&self, at: usize) -> usize {
        let row = self.row(at);
        let words = self.numeric.iter().filter(|column| {
            filled_cell(row, column.column).is_some_and(|cell| {
                column.named_by_time(cell)
                    || !is_number_or_date(cell)
                        && !self.is_like_those_below(at, column.column, cell)
            })
        });
        words.count()
    }

    /// Whether other rows below have a cell of the same kind: `12-A` over `112-B` is not the name of the column.
    fn is_like_those_below(&self, at: usize, column: usize, cell: &str) -> bool {
        let kind = skeleton(cell);
        let row = self.row(at);
        kind.contains('9')
            && self.below(at).any(|below| {
                below.cell(column).is_some_and(|c| skeleton(c) == kind)
                    && !below.cells().eq(row.cells())
            })
    }

    fn below(&self, at: usize) -> impl Iterator<Item = &Row> {
        self.filled[at + 1..].iter().map(|at| &self.rows[*at])
    }

    /// Returns the header where the row that could be it is one of data: the nearest row above, among rows without a gap,
    /// that is whole and has no digit in it, if other cells in a column of the row below it are digits among letters too.
    fn names_above_values(&self, at: usize) -> Option<usize> {
        let row = self.row(at);
        let top = (0..at)
            .rev()
            .take_while(|top| self.filled[at] - self.filled[*top] == at - *top)
            .find(|top| names_all(self.row(*top), self.width))?;
        let holds_values = (0..self.width).any(|column| {
            has_mixed_cell(row, column)
                && self
                    .below(at)
                    .any(|other| has_mixed_cell(other, column) && !other.cells().eq(row.cells()))
        });
        (holds_values && !names_units(row)).then_some(top)
    }

    /// Whether these rows name every column that has a cell in the body, and no two alike.
    fn is_complete(&self, header: &[usize]) -> bool {
        let names = joined(self.rows, header);
        let body = header[header.len() - 1] + 1;
        let mut taken = BTreeSet::new();
        (0..self.width)
            .filter(|column| self.needs_name(*column, body))
            .all(|column| {
                let name = names.get(column).map_or("", String::as_str);
                !name.is_empty() && taken.insert(name.to_lowercase())
            })
    }

    fn needs_name(&self, column: usize, body: usize) -> bool {
        self.numeric.iter().any(|n| n.column == column)
            || self.rows[body..].iter().any(|row| has_text(row, column))
    }
}

fn is_number_or_date(cell: &str) -> bool {
    matches!(shape(cell), CellShape::Number | CellShape::Date)
}

/// Whether a cell is a number or a date, and not one that says that there is none.
fn is_value(cell: &str) -> bool {
    !is_nothing(cell) && is_number_or_date(cell)
}

/// Returns what a cell holds, without the blanks around it; `None` where it says that there is no value.
fn filled_cell(row: &Row, column: usize) -> Option<&str> {
    row.cell(column).map(str::trim).filter(|c| !is_nothing(c))
}

/// Whether a row has a name without digits for each column, and no two alike.
fn names_all(row: &Row, width: usize) -> bool {
    let different: BTreeSet<&str> = row.cells().map(str::trim).collect();
    let whole = row.len() == width && row.filled() == width && different.len() == width;
    whole && !row.cells().any(has_digit)
}

fn has_digit(cell: &str) -> bool {
    cell.bytes().any(|b| b.is_ascii_digit())
}

/// Whether a cell has digits among letters.
fn has_mixed_cell(row: &Row, column: usize) -> bool {
    row.cell(column)
        .is_some_and(|cell| has_digit(cell) && !is_number_or_date(cell))
}

fn numeric_columns(rows: &[Row], filled: &[usize], width: usize) -> Vec<NumericColumn> {
    let lower = &filled[filled.len() / 2..];
    let mut found = Vec::new();
    for column in 0..width {
        let cells: Vec<&str> = lower
            .iter()
            .filter_map(|at| filled_cell(&rows[*at], column))
            .collect();
        let numbers = cells.iter().filter(|c| is_number_or_date(c)).count();
        if numbers > 0 && numbers * 5 >= cells.len() * 3 {
            let years = cells.iter().filter(|c| names_time(c)).count();
            let dates = cells.iter().filter(|c| shape(c) == CellShape::Date).count();
            found.push(NumericColumn {
                column,
                of_years: years * 2 > cells.len(),
                of_dates: dates * 2 > cells.len(),
            });
        }
    }
    found
}

/// Whether a cell says that there is no value; also as bookkeepers do: `$ -`.
fn is_nothing(cell: &str) -> bool {
    is_marker(cell)
        || cell.chars().all(|c| {
            matches!(
                c,
                '$' | '€' | '£' | '¥' | '-' | '–' | '—' | '.' | ' ' | '\u{a0}'
            )
        })
}

/// Whether a cell that says that there is no value has no word: `x` and `n.d.` may be names, where they are among names.
fn is_wordless(cell: &str) -> bool {
    is_nothing(cell) && !cell.contains(char::is_alphanumeric)
}

/// What columns are named after that hold the numbers of a time: a day, a month, years, or a year, perhaps with the mark
/// of a note (`31.12.2021`, `2021/09`, `2021-22`, `2021`, `2022 p/`, `2023*`).
fn names_time(cell: &str) -> bool {
    if is_day(cell) || is_month(cell) || are_years(cell) {
        return true;
    }
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    let mark = cell.get(digits..).unwrap_or("").trim();
    digits == 4
        && year(&cell[..4]).is_some()
        && mark.len() <= 4
        && !mark.starts_with(['.', ',', '-', '/', ':'])
}

/// Whether a cell is a day, such as `31.12.2021` or `2021-12-31`.
fn is_day(cell: &str) -> bool {
    let Some(mark) = cell.chars().find(|c| matches!(c, '.' | '-' | '/')) else {
        return false;
    };
    let parts: Vec<&str> = cell.split(mark).collect();
    match parts.as_slice() {
        [first, middle, last] if is_short_number(middle) => {
            is_short_number(first) && year(last).is_some()
                || year(first).is_some() && is_short_number(last)
        }
        _ => false,
    }
}

fn is_short_number(part: &str) -> bool {
    (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a cell is a month, such as `2021/09`, `2021-09` or `09.2021`.
fn is_month(cell: &str) -> bool {
    let Some((first, last)) = cell.split_once(['/', '-', '.']) else {
        return false;
    };
    is_month_number(first) && year(last).is_some()
        || !cell.contains('.') && year(first).is_some() && is_month_number(last)
}

fn is_month_number(part: &str) -> bool {
    part.len() == 2
        && part
            .parse()
            .is_ok_and(|month: u8| (1..=12).contains(&month))
}

/// A year of accounts or of school, or several years: `2021-22`, `2021/2022`, `2018–2021`.
fn are_years(cell: &str) -> bool {
    let Some((first, last)) = cell.split_once(['-', '/', '–']) else {
        return false;
    };
    let Some(first) = year(first.trim()) else {
        return false;
    };
    let last = last.trim();
    match last.len() {
        2 => last.parse() == Ok((first + 1) % 100),
        _ => year(last).is_some_and(|last| last > first),
    }
}

fn year(digits: &str) -> Option<u16> {
    let year = if digits.len() == 4 {
        digits.parse().ok()
    } else {
        None
    };
    year.filter(|year| (1800..2200).contains(year))
}

/// Whether a row has numbers where the table has them; times over other numbers are names.
fn has_numbers(row: &Row, numeric: &[NumericColumn]) -> bool {
    let (mut filled, mut times, mut numbers) = (0, 0, 0);
    for column in numeric {
        let Some(cell) = filled_cell(row, column.column) else {
            continue;
        };
        filled += 1;
        times += usize::from(!column.of_years && column.named_by_time(cell));
        numbers += usize::from(is_number_or_date(cell));
    }
    // One year may be a value; several, or one beside words, are a header's.
    let named = times >= numbers && (times > 1 || filled > times || numeric.len() > filled);
    numbers > 0 && !named && numbers * 2 >= filled
}

fn has_text(row: &Row, column: usize) -> bool {
    row.cell(column).is_some_and(|cell| !cell.trim().is_empty())
}

/// Whether a row holds nothing but units of measurement, and marks where a column has none.
fn names_units(row: &Row) -> bool {
    let mut cells = row
        .cells()
        .map(str::trim)
        .filter(|cell| !is_nothing(cell))
        .peekable();
    cells.peek().is_some() && cells.all(is_unit)
}

/// Whether a cell is a unit of measurement, perhaps in brackets.
fn is_unit(cell: &str) -> bool {
    const UNITS: &[&str] = &[
        "%", "‰", "°", "°c", "°f", "ºc", "cm", "cm3", "cm³", "d", "db", "dias", "días", "eur", "g",
        "gwh", "h", "ha", "hab", "hab.", "hpa", "kg", "km", "km/h", "km2", "km²", "kw", "kwh", "l",
        "l/s", "lt", "m", "m/s", "m2", "m3", "m3/s", "m²", "m³", "m³/s", "mdp", "mg", "mg/l",
        "min", "ml", "mm", "mm3", "ms", "mw", "mwh", "mxn", "pesos", "ppb", "ppm", "s", "t", "ton",
        "ug", "ug/m3", "usd", "µg", "µg/m3", "µg/m³", "μg", "μg/m3", "μg/m³",
    ];
    let bare = cell
        .trim_start_matches(['(', '['])
        .trim_end_matches([')', ']'])
        .trim()
        .to_lowercase();
    UNITS.contains(&bare.as_str())
}

/// Whether the row above names a column that is still without a name, or groups columns that have the same.
fn completes(rows: &[Row], header: &[usize], above: &Row, width: usize) -> bool {
    let mut names = joined(rows, header);
    names.resize(width.max(names.len()), String::new());
    let unnamed = (0..width).any(|column| names[column].is_empty() && has_text(above, column));
    let repeated = (0..width).any(|a| !names[a].is_empty() && (0..a).any(|b| names[a] == names[b]));
    let groups = (0..width).any(|column| has_text(above, column) && !names[column].is_empty());
    // A group spans columns: it has blanks to its right that are named below.
    let spans = (1..width).any(|column| {
        !has_text(above, column)
            && !names[column].is_empty()
            && (0..column).any(|left| has_text(above, left))
    });
    unnamed || repeated && groups && (spans || tells_apart(above, &names[..width]))
}

/// Whether a row is written over each column and tells apart those of the same name: `2022,2022` over `men,women`.
fn tells_apart(above: &Row, names: &[String]) -> bool {
    let mut pairs = BTreeSet::new();
    (names.iter().enumerate()).all(|(at, name)| {
        name.is_empty() || pairs.insert((above.cell(at).map(str::trim), name.as_str()))
    })
}

/// The names that these rows give together, from the top. A cell of an upper row is over the blank ones to its right,
/// up to the next cell of its own row or of a row above it, as far as a row below names the columns.
pub(crate) fn joined(rows: &[Row], header: &[usize]) -> Vec<String> {
    let rows: Vec<&Row> = header.iter().map(|at| &rows[*at]).collect();
    let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let mut names = vec![Vec::<&str>::new(); width];
    for (level, row) in rows.iter().enumerate() {
        let mut group = "";
        for (column, name) in names.iter_mut().enumerate() {
            let own = row.cell(column).map_or("", str::trim);
            let begins_above = rows[..level].iter().any(|above| has_text(above, column));
            let named_below = rows[level + 1..]
                .iter()
                .any(|below| has_text(below, column));
            if !own.is_empty() {
                group = own;
            } else if begins_above || !named_below {
                group = "";
            }
            // A cell that was merged downwards is often written in each of its rows.
            if !group.is_empty()
                && name.last() != Some(&group)
                && (name.is_empty() || !is_wordless(group))
            {
                name.push(group);
            }
        }
    }
    names.into_iter().map(|parts| parts.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(Vec<String>, usize)> {
        let rows: Vec<Row> = text
            .lines()
            .zip(1..)
            .map(|(l, n)| Row::of(n, l.split(',')))
            .collect();
        let filled: Vec<usize> = (0..rows.len()).filter(|at| !rows[*at].is_blank()).collect();
        let width = rows.iter().map(Row::len).max().unwrap();
        above_numbers(&rows, &filled, width).map(|(header, body)| (joined(&rows, &header), body))
    }

    fn names(text: &str) -> Vec<String> {
        found(text).map(|(names, _)| names).unwrap_or_default()
    }

    #[test]
    fn groups_over_names_over_units() {
        assert_eq!(
            names("Town,2022,,2023,\n,M,F,M,F\nA,1,2,3,4\nB,1,2,3,4"),
            ["Town", "2022 M", "2022 F", "2023 M", "2023 F"]
        );
        assert_eq!(
            names("Town,People,,,Rate\n,All,Sex,,\n,,M,F,\nA,1,2,3,4.1\nB,1,2,3,4.5"),
            ["Town", "People All", "People Sex M", "People Sex F", "Rate"]
        );
        assert_eq!(
            names("# x\nStation,Temp,Rain\n-,°C,mm\nA,1.5,2\nB,2,3"),
            ["Station", "Temp °C", "Rain mm"]
        );
        assert_eq!(names("Title\nm,t\n1,2\n3,4"), ["m", "t"]);
        assert_eq!(
            names("Station,PM10,O3\n,(µg),(ppb)\nA,1,2\nB,2,3"),
            ["Station", "PM10 (µg)", "O3 (ppb)"]
        );
    }

    #[test]
    fn groups_written_over_each_column_and_marks_that_are_names() {
        assert_eq!(
            names("Town,2022,2022,2023,2023\nName,H,M,H,M\nA,1,2,3,4\nB,5,6,7,8"),
            ["Town Name", "2022 H", "2022 M", "2023 H", "2023 M"]
        );
        assert_eq!(
            names("Sun,,Moon,\nX,Y,X,Y\n7.0,5.6,7.3,5.5\n7.2,4.7,7.5,4.8"),
            ["Sun X", "Sun Y", "Moon X", "Moon Y"]
        );
        assert_eq!(
            names("Sun,,Moon,\nn.d.,v,n.d.,v\n7,5,7,5\n7,4,7,4"),
            ["Sun n.d.", "Sun v", "Moon n.d.", "Moon v"]
        );
    }

    #[test]
    fn times_are_names_over_other_numbers() {
        for name in [
            "31.12.2021",
            "2021-12-31",
            "2021-22",
            "2021/2022",
            "2021/09",
            "09.2021",
            "2021 p/",
        ] {
            assert!(names_time(name), "{name}");
        }
        for value in [
            "1.12", "2021.5", "2021-30", "13.2021", "2021/13", "1.2000", "32.12.21", "12-31",
        ] {
            assert!(!names_time(value), "{value}");
        }
        assert_eq!(
            names("Town,2021-22,2022-23\nA,1,2\nB,3,4"),
            ["Town", "2021-22", "2022-23"]
        );
        assert_eq!(
            names("Town,1/22/20,1/23/20\nLima,3,4\nIca,0,1"),
            ["Town", "1/22/20", "1/23/20"]
        );
        assert_eq!(
            names("Town,From,To\nA,2021-01-02,2022-01-02\nB,2021-01-03,2022-01-03"),
            ["Town", "From", "To"]
        );
    }

    #[test]
    fn cells_with_digits_name_no_column() {
        assert_eq!(
            names("no,door,n\n1,12-A,\n2,112,3\n3,7,4\n4,12-B,5\n5,9,6"),
            ["no", "door", "n"]
        );
        assert_eq!(
            names(
                "phone,id\n(55) 3670-9513,a1\n+52 55 6581,b2\n55 8532 1644,c3\n5529231422,d4\n552 123,e5\n+55 1,f6"
            ),
            ["phone", "id"]
        );
        assert_eq!(
            names("Town,People,Homes\nName,P2020,H2020\nA,1,2\nB,3,4"),
            ["Name", "P2020", "H2020"]
        );
        assert_eq!(
            names("Dose,Flasks\n10 ml,\n500 mg,45\n20 ml,30"),
            ["Dose", "Flasks"]
        );
    }

    #[test]
    fn titles_and_rows_without_numbers_are_no_header() {
        assert_eq!(
            names("An office, somewhere,2023\n\nMonth,Cases,Deaths\nJan,1,2\nFeb,3,4"),
            ["Month", "Cases", "Deaths"]
        );
        assert_eq!(found("name,n\nAna,\nEva,3\nLeo,4").unwrap().1, 1);
        assert_eq!(
            names("A title,,\nx,1990,1995 p/\na,1,2\nb,3,4"),
            ["x", "1990", "1995 p/"]
        );
        assert_eq!(found("Oslo,9\nRoma,8\nLima,7"), None);
        assert_eq!(found("1990,5\n1991,6\n1992,7"), None);
    }
}
