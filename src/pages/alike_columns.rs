//! Columns side by side that are alike, which a dictionary tells of together: one for each year, or one for each thing that a row
//! may have.

use std::ops::Range;
use tragaluz_tables::{Column, FieldType};

/// Fewest columns whose names differ by numbers only that are told of together.
const FEWEST_NUMBERED: usize = 4;

/// Fewest columns of ones and noughts that are told of together.
const FEWEST_FLAGS: usize = 8;

/// Returns the groups of these columns by their places, in order; a column that is like none beside it is a group of one.
pub(crate) fn groups(columns: &[Column]) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut start = 0;
    while start < columns.len() {
        let rest = &columns[start..];
        let numbered = run(rest, |c| is_numbered_like(&rest[0], c));
        let flags = run(rest, |c| is_flag(c) && is_of_one_kind(&rest[0], c));
        let length = match (numbered, flags) {
            (n, _) if n >= FEWEST_NUMBERED => n,
            (_, n) if n >= FEWEST_FLAGS => n,
            _ => 1,
        };
        groups.push(start..start + length);
        start += length;
    }
    groups
}

/// Returns the place of the first column of the group that the column at `at` is told of in, on a page with these places.
pub(crate) fn group_of(columns: &[Column], places: &Range<usize>, at: usize) -> usize {
    let groups = groups(&columns[places.clone()]);
    let inside = at.saturating_sub(places.start);
    let mut groups = groups.iter();
    let group = groups.find(|group| group.contains(&inside));
    group.map_or(at, |group| places.start + group.start)
}

/// Returns whether the names of columns that are alike differ by numbers only.
pub(crate) fn are_numbered(columns: &[Column]) -> bool {
    columns.iter().all(|c| is_numbered_like(&columns[0], c))
}

/// Returns the smallest and the largest number of columns that are alike, as written; `None` where one cannot be compared.
pub(crate) fn range(columns: &[Column]) -> Option<[String; 2]> {
    if !columns[0].kind.is_numeric() {
        return None;
    }
    let mut least: Option<(f64, &String)> = None;
    let mut most = least;
    for column in columns {
        let (Some(min), Some(max)) = (&column.profile.min, &column.profile.max) else {
            continue;
        };
        let (low, high): (f64, f64) = (min.parse().ok()?, max.parse().ok()?);
        if least.is_none_or(|(size, _)| low < size) {
            least = Some((low, min));
        }
        if most.is_none_or(|(size, _)| high > size) {
            most = Some((high, max));
        }
    }
    Some([least?.1.clone(), most?.1.clone()])
}

/// Returns how many of these columns, from the first on, are like it.
fn run(columns: &[Column], is_alike: impl Fn(&Column) -> bool) -> usize {
    columns.iter().take_while(|c| is_alike(c)).count()
}

/// Returns whether two columns have one type, one meaning, one unit and the same rules.
fn is_of_one_kind(a: &Column, b: &Column) -> bool {
    a.kind == b.kind
        && a.declared == b.declared
        && a.unit == b.unit
        && a.constraints == b.constraints
        && a.missing_values == b.missing_values
        && a.description == b.description
}

/// Returns whether names and titles differ by numbers only.
fn is_numbered_like(a: &Column, b: &Column) -> bool {
    let shape = without_digits(&a.name);
    is_of_one_kind(a, b)
        && shape != a.name
        && shape == without_digits(&b.name)
        && titles(a) == titles(b)
}

/// Returns a column's titles with a sign for each number.
fn titles(column: &Column) -> Vec<String> {
    let titles = column.title.all();
    titles.map(|(_, title)| without_digits(title)).collect()
}

/// Returns whether a column holds ones and noughts, or yes and no, and nobody says more of it.
fn is_flag(column: &Column) -> bool {
    let is_bit = |end: &Option<String>| matches!(end.as_deref(), Some("0" | "1"));
    let is_bits = column.kind == FieldType::Integer
        && is_bit(&column.profile.min)
        && is_bit(&column.profile.max);
    (is_bits || column.kind == FieldType::Boolean)
        && column.title.is_empty()
        && column.description.is_empty()
}

/// Returns a text with a sign for each number in it.
fn without_digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_number = false;
    for c in text.chars() {
        if !c.is_ascii_digit() {
            out.push(c);
        } else if !in_number {
            out.push('#');
        }
        in_number = c.is_ascii_digit();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::without_digits;

    #[test]
    fn numbers_in_names_are_one_sign() {
        assert_eq!(without_digits("pob_1990"), "pob_#");
        assert_eq!(without_digits("q1 2023"), "q# #");
        assert_eq!(without_digits("state"), "state");
    }
}
