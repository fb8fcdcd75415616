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

/// The rows of the header and the first row that can be data, where numbers below tell them. `held` are the rows that
/// hold something.
pub(crate) fn above_numbers(
    rows: &[Row],
    held: &[usize],
    width: usize,
) -> Option<(Vec<usize>, usize)> {
    let numeric = numeric_columns(rows, held, width);
    if numeric.is_empty() || width < 2 {
        return None;
    }
    let first = held
        .iter()
        .take(SEARCHED)
        .position(|at| has_numbers(&rows[*at], &numeric))?;
    // Rows of data may be above it whose numbers are missing; a header has words there.
    let words = |at: usize| words(rows, &held[at..], &numeric);
    let lowest = (0..first).rev().find(|at| words(*at) > 0)?;
    let lowest = names_above_values(rows, held, lowest, width).unwrap_or(lowest);
    let names = &rows[held[lowest]];
    if words(lowest) * 2 < numeric.len() {
        return None;
    }
    let missing = |at: usize| {
        rows[held[at]]
            .cells()
            .all(|c| is_nothing(c) || !matches!(shape(c), CellShape::Number | CellShape::Date))
    };
    if !(lowest + 1..first).all(missing) || names.len() * 2 < width {
        return None;
    }
    let mut header = vec![held[lowest]];
    let mut upper = lowest;
    // Units are no names, even where each column has another one.
    let has_units = names_units(names);
    while upper > 0
        && header.len() < MOST_ROWS
        && (has_units && header.len() == 1 || !is_complete(rows, &header, &numeric, width))
    {
        let above = held[upper - 1];
        let row = &rows[above];
        let adjacent = above + 1 == held[upper];
        let alone = row.has_one_filled() && row.cell(0).is_some_and(|c| !c.trim().is_empty());
        let names_all = has_units
            && header.len() == 1
            && (0..width).all(|c| has_text(row, c) || !has_text(names, c));
        if !adjacent
            || alone
            || !(names_all || completes(rows, &header, row, width))
            || has_numbers(row, &numeric)
        {
            break;
        }
        header.insert(0, above);
        upper -= 1;
    }
    Some((header, held[lowest] + 1))
}

fn numeric_columns(rows: &[Row], held: &[usize], width: usize) -> Vec<NumericColumn> {
    let lower = &held[held.len() / 2..];
    let mut found = Vec::new();
    for column in 0..width {
        let cells: Vec<&str> = lower
            .iter()
            .filter_map(|at| rows[*at].cell(column))
            .map(str::trim)
            .filter(|c| !is_nothing(c))
            .collect();
        let numbers = cells
            .iter()
            .filter(|c| matches!(shape(c), CellShape::Number | CellShape::Date))
            .count();
        if numbers > 0 && numbers * 5 >= cells.len() * 3 {
            let most = |is: &dyn Fn(&str) -> bool| {
                cells.iter().filter(|c| is(c)).count() * 2 > cells.len()
            };
            let (of_years, of_dates) = (
                most(&names_time),
                most(&|cell| shape(cell) == CellShape::Date),
            );
            found.push(NumericColumn {
                column,
                of_years,
                of_dates,
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

/// `31.12.2021`, `2021-12-31`.
fn is_day(cell: &str) -> bool {
    let Some(mark) = cell.chars().find(|c| matches!(c, '.' | '-' | '/')) else {
        return false;
    };
    let parts: Vec<&str> = cell.split(mark).collect();
    let short =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let year = |part: &str| year(part).is_some();
    match parts.as_slice() {
        [first, middle, last] => {
            short(middle) && (short(first) && year(last) || year(first) && short(last))
        }
        _ => false,
    }
}

/// `2021/09`, `2021-09`, `09.2021`.
fn is_month(cell: &str) -> bool {
    let Some((first, last)) = cell.split_once(['/', '-', '.']) else {
        return false;
    };
    let month = |part: &str| {
        part.len() == 2
            && part
                .parse()
                .is_ok_and(|month: u8| (1..=12).contains(&month))
    };
    month(first) && year(last).is_some()
        || !cell.contains('.') && year(first).is_some() && month(last)
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
    let cell = |column: usize| row.cell(column).map(str::trim).filter(|c| !is_nothing(c));
    let filled = numeric.iter().filter(|n| cell(n.column).is_some()).count();
    let times = numeric
        .iter()
        .filter(|n| !n.of_years && cell(n.column).is_some_and(|c| n.named_by_time(c)))
        .count();
    let is_number = |cell: &str| matches!(shape(cell), CellShape::Number | CellShape::Date);
    let numbers = numeric
        .iter()
        .filter(|n| cell(n.column).is_some_and(is_number))
        .count();
    // One year may be a value; several, or one beside words, are a header's.
    let named = times >= numbers && (times > 1 || filled > times || numeric.len() > filled);
    numbers > 0 && !named && numbers * 2 >= filled
}

/// How many of the columns of numbers have words in the first of these rows.
fn words(rows: &[Row], held: &[usize], numeric: &[NumericColumn]) -> usize {
    let (row, below) = (&rows[held[0]], &held[1..]);
    // `12-A` over `112-B` is a cell of the same kind, and not the name of the column.
    let is_like_those_below = |column: usize, cell: &str| {
        let kind = skeleton(cell);
        let alike = |row: &Row| row.cell(column).is_some_and(|c| skeleton(c) == kind);
        kind.contains('9')
            && below
                .iter()
                .map(|at| &rows[*at])
                .any(|r| alike(r) && !r.cells().eq(row.cells()))
    };
    let is_word = |n: &&NumericColumn| {
        let Some(cell) = row.cell(n.column).map(str::trim).filter(|c| !is_nothing(c)) else {
            return false;
        };
        n.named_by_time(cell)
            || !matches!(shape(cell), CellShape::Number | CellShape::Date)
                && !is_like_those_below(n.column, cell)
    };
    numeric.iter().filter(is_word).count()
}

/// The header where the row that could be it is one of data: the nearest row above, among rows without a gap, that is
/// whole and has no digit in it, if other cells in a column of the row below it are digits among letters too.
fn names_above_values(rows: &[Row], held: &[usize], at: usize, width: usize) -> Option<usize> {
    let row = &rows[held[at]];
    let has_digit = |cell: &str| cell.bytes().any(|b| b.is_ascii_digit());
    let names_all = |row: &Row| {
        let different: BTreeSet<&str> = row.cells().map(str::trim).collect();
        let whole = row.len() == width && row.filled() == width && different.len() == width;
        whole && !row.cells().any(has_digit)
    };
    let adjacent = |top: &usize| held[at] - held[*top] == at - *top;
    let top = (0..at)
        .rev()
        .take_while(adjacent)
        .find(|top| names_all(&rows[held[*top]]))?;
    let mixed =
        |cell: &str| has_digit(cell) && !matches!(shape(cell), CellShape::Number | CellShape::Date);
    let below = || held[at + 1..].iter().map(|at| &rows[*at]);
    let holds_values = (0..width).any(|column| {
        let cell = |row: &'_ Row| row.cell(column).is_some_and(mixed);
        cell(row) && below().any(|other| cell(other) && !other.cells().eq(row.cells()))
    });
    (holds_values && !names_units(row)).then_some(top)
}

/// Whether these rows name every column that has a cell in the body, and no two alike.
fn is_complete(rows: &[Row], header: &[usize], numeric: &[NumericColumn], width: usize) -> bool {
    let names = joined(rows, header);
    let needed = |column: usize| {
        numeric.iter().any(|n| n.column == column)
            || rows[header[header.len() - 1] + 1..]
                .iter()
                .any(|r| r.cell(column).is_some_and(|c| !c.trim().is_empty()))
    };
    let mut taken = BTreeSet::new();
    (0..width).filter(|column| needed(*column)).all(|column| {
        let name = names.get(column).map_or("", String::as_str);
        !name.is_empty() && taken.insert(name.to_lowercase())
    })
}

fn has_text(row: &Row, column: usize) -> bool {
    row.cell(column).is_some_and(|cell| !cell.trim().is_empty())
}

/// Whether a row holds nothing but units of measurement, and marks where a column has none.
fn names_units(row: &Row) -> bool {
    let cells = || row.cells().map(str::trim).filter(|cell| !is_nothing(cell));
    cells().count() > 0 && cells().all(is_unit)
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
    let names = joined(rows, header);
    let filled = |column: usize| above.cell(column).is_some_and(|c| !c.trim().is_empty());
    let name = |column: usize| names.get(column).map_or("", String::as_str);
    let unnamed = (0..width).any(|column| name(column).is_empty() && filled(column));
    let repeated = (0..width).any(|a| !name(a).is_empty() && (0..a).any(|b| name(a) == name(b)));
    let groups = (0..width)
        .filter(|column| filled(*column) && !name(*column).is_empty())
        .count();
    // A group spans columns: it has blanks to its right that are named below.
    let spans = (1..width)
        .any(|column| !filled(column) && !name(column).is_empty() && (0..column).any(filled));
    // Or it is written over each of its columns: `2022,2022` over `men,women`.
    let mut pairs = BTreeSet::new();
    let mut over_each = || {
        (0..width).all(|at| {
            name(at).is_empty() || pairs.insert((above.cell(at).map(str::trim), name(at)))
        })
    };
    unnamed || repeated && groups > 0 && (spans || over_each())
}

/// The names that these rows give together, from the top. A cell of an upper row is over the blank ones to its right,
/// up to the next cell of its own row or of a row above it, as far as a row below names the columns.
pub(crate) fn joined(rows: &[Row], header: &[usize]) -> Vec<String> {
    let width = header.iter().map(|at| rows[*at].len()).max().unwrap_or(0);
    let text = |level: usize, column: usize| rows[header[level]].cell(column).map_or("", str::trim);
    let mut names = vec![Vec::<&str>::new(); width];
    for level in 0..header.len() {
        let mut group = "";
        for (column, name) in names.iter_mut().enumerate() {
            let own = text(level, column);
            let begins_above = (0..level).any(|above| !text(above, column).is_empty());
            let named_below =
                (level + 1..header.len()).any(|below| !text(below, column).is_empty());
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
        let held: Vec<usize> = (0..rows.len()).filter(|at| !rows[*at].is_blank()).collect();
        let width = rows.iter().map(Row::len).max().unwrap();
        above_numbers(&rows, &held, width).map(|(header, body)| (joined(&rows, &header), body))
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
