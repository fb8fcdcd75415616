//! How the rows of a table are cut into pages, and by which columns readers know a row.

use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::model::dataset::Dataset;
use crate::stage::sha256;
use crate::text::near::nearest;
use crate::text::slug::slug;
use rayon::prelude::*;
use std::collections::BTreeMap;
use tragaluz_tables::outline::SplitRows;
use tragaluz_tables::{Column, FieldType, OutlineRequest, Table, Tables};

/// Text of the cells on a page, in bytes: with its markup such a page stays well within its budget.
const BYTES: u64 = 20_000;

/// Most rows on a page.
const MOST_ROWS: u64 = 150;

/// Fewest rows on a page, however long they are.
const FEWEST_ROWS: u64 = 5;

/// Most pages of one table's rows. The page says how many rows there are, and the files hold the others.
const MOST_PAGES: usize = 200;

/// Most pages of one table with those of all parts of its columns.
const MOST_PAGES_IN_PARTS: usize = 600;

/// Most rows shown in a preview on the page of a dataset or a table: one with no more rows and columns than that page shows
/// needs no other.
pub(crate) const PREVIEW_ROWS: usize = 8;

/// Most pages of the rows of one value.
const MOST_VALUE_PAGES: usize = 10;

/// Most columns on a page.
const COLUMNS: usize = 12;

/// Most characters of a row on a page, about, where it has more than one column besides the key.
const ROW: u64 = 2_400;

/// Longest cell on a page, in characters; the files hold the whole of it.
pub(crate) const LONGEST_CELL: usize = 240;

/// Most columns of a key that stand before the others.
const KEY_COLUMNS: usize = 3;

/// Most values by which rows are grouped or split.
const MOST_VALUES: usize = 200;

/// Columns of which it is looked up whether they group the rows.
const GROUP_COLUMNS: usize = 6;

/// Characters of the longest value of a column whose values name a row.
const LONGEST_NAME: usize = 60;

/// Finds out where each table's rows are: the keys of each page, the rows where values begin, and the rows of each value of
/// the column that a resource names.
///
/// # Errors
/// When a file is no longer as it was read before.
pub(crate) fn outline(
    datasets: &[Dataset],
    tables: &mut Tables,
    sink: &mut Sink,
) -> Result<(), Fatal> {
    let columns: Vec<Option<AskedSplit>> = (tables.tables.iter())
        .map(|table| split_column(datasets, table, sink))
        .collect();
    let tables = tables.tables.par_iter_mut().zip(columns);
    tables
        .filter(|(table, split)| {
            let is_whole = table.rows <= PREVIEW_ROWS as u64 && table.columns.len() <= COLUMNS;
            !is_whole || split.is_some()
        })
        .try_for_each(|(table, split)| {
            let outline = table.outline(&OutlineRequest {
                split: split.map(|split| split.column),
                most_value_parts: MOST_VALUE_PAGES,
                ..request(table)
            });
            table.outline = outline.map_err(|_| Fatal::changed(&table.received.path))?;
            if let Some(rows) = &mut table.outline.split {
                name_values(rows);
                rows.has_files = split.is_some_and(|split| split.has_files);
            }
            Ok(())
        })
}

/// What a resource asks of the values of a column.
#[derive(Clone, Copy)]
struct AskedSplit {
    /// Index of the column.
    column: usize,
    /// Whether the rows of each are wanted as a file too.
    has_files: bool,
}

/// Folder of the pages of a table's rows, and what their names begin with.
pub(crate) fn rows_address(table: &Table) -> String {
    let dataset = table.dataset.to_ascii_lowercase();
    format!("datasets/{dataset}/rows/{}", table.resource)
}

/// Where what is made of one value's rows is, below the pages of all rows: `by-state/jalisco`.
pub(crate) fn value_folder(table: &Table, value: usize) -> Option<String> {
    let split = table.outline.split.as_ref()?;
    let column = slug(&table.columns[split.column].name);
    let column = if column.is_empty() { "column" } else { &column };
    Some(format!("by-{column}/{}", split.values.get(value)?.name))
}

/// Where the CSV of one value's rows is, whether it is made or not.
pub(crate) fn csv_of_value(table: &Table, value: usize) -> Option<String> {
    let folder = value_folder(table, value)?;
    Some(format!("{}/{folder}.csv", rows_address(table)))
}

/// Returns the column by whose values a table's rows have pages; a finding where there is no such column, or where it has
/// too many values.
fn split_column(datasets: &[Dataset], table: &Table, sink: &mut Sink) -> Option<AskedSplit> {
    let dataset = datasets.iter().find(|d| d.head.id == table.dataset)?;
    let resource = dataset
        .resources
        .iter()
        .find(|r| r.name == table.resource)?;
    let by = resource.pages_by.as_ref()?;
    let asked = &by.column;
    let is_asked = |column: &Column| {
        column.name == asked.text || column.received_name.as_deref() == Some(&*asked.text)
    };
    let Some(at) = table.columns.iter().position(is_asked) else {
        let names = table.columns.iter().map(|column| column.name.as_str());
        sink.push(
            Diagnostic::new(&codes::DATA_COLUMN_ABSENT)
                .at(asked.place.clone())
                .arg("column", &asked.text)
                .arg("file", &table.received.name)
                .arg("near", nearest(&asked.text, names).unwrap_or("none")),
        );
        return None;
    };
    let values = table.columns[at].profile.distinct.map_or(0, |(n, _)| n);
    if values > MOST_VALUES as u64 {
        let finding = Diagnostic::new(&codes::PAGES_BY_MANY).at(asked.place.clone());
        let finding = finding.arg("column", &asked.text).arg("count", values);
        sink.push(finding.arg("most", MOST_VALUES));
        return None;
    }
    Some(AskedSplit {
        column: at,
        has_files: by.has_csv,
    })
}

/// Gives each value its name in addresses. Those whose names meet (`a b`, `a/b`) get a checksum of their own, so that an
/// address never leads to another value's rows because a value came or went.
fn name_values(split: &mut SplitRows) {
    let slugs: Vec<String> = split.values.iter().map(|v| slug(&v.value)).collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for slug in &slugs {
        *uses.entry(slug).or_default() += 1;
    }
    for (value, slug) in split.values.iter_mut().zip(&slugs) {
        let is_own = !slug.is_empty() && uses.get(slug.as_str()) == Some(&1);
        let sum = sha256(value.value.as_bytes());
        value.name = match (is_own, slug.is_empty()) {
            (true, _) => slug.clone(),
            (false, true) => sum[..8].to_owned(),
            (false, false) => format!("{slug}-{}", &sum[..8]),
        };
    }
}

fn request(table: &Table) -> OutlineRequest {
    let key = key(table);
    let parts = column_parts(table, &key);
    OutlineRequest {
        part_rows: rows_of_page(table, &parts),
        most_parts: (MOST_PAGES_IN_PARTS / parts.len()).clamp(1, MOST_PAGES),
        group_columns: group_columns(table, &key),
        most_values: MOST_VALUES,
        key,
        ..OutlineRequest::default()
    }
}

/// Rows on a page of the part of the columns that weighs most.
fn rows_of_page(table: &Table, parts: &[Vec<usize>]) -> u64 {
    let weight = |part: &Vec<usize>| part.iter().map(|at| weight(table, *at)).sum();
    let row: u64 = parts.iter().map(weight).max().unwrap_or(0);
    (BYTES / row.max(1)).clamp(FEWEST_ROWS, MOST_ROWS)
}

/// Characters that a column's cells have on a page, about: as many as those of the first rows, and no less than the longest
/// one and the empty ones let expect.
fn weight(table: &Table, at: usize) -> u64 {
    let column = &table.columns[at];
    let rows = table.rows.max(1);
    let filled = rows - column.profile.missing.min(rows);
    let longest = column.profile.longest.min(LONGEST_CELL) as u64 * filled / rows;
    let cells = table.preview.iter().filter_map(|row| row.get(at)?.as_ref());
    let first: usize = cells.map(|cell| cell.len().min(LONGEST_CELL)).sum();
    let first = first as u64 / table.preview.len().max(1) as u64;
    let expected = if is_short(column) {
        longest * 2 / 5
    } else {
        longest * 4 / 5
    };
    first.max(expected).max(1)
}

/// Returns the columns of a table as its pages show them: in parts of a few, each with the key's columns first; then
/// quantities, and then what describes.
pub(crate) fn column_parts(table: &Table, key: &[usize]) -> Vec<Vec<usize>> {
    let others = |is_measure: bool| {
        (0..table.columns.len())
            .filter(move |at| !key.contains(at) && is_quantity(&table.columns[*at]) == is_measure)
    };
    let others: Vec<usize> = others(true).chain(others(false)).collect();
    let even = others.len().div_ceil(COLUMNS - key.len()).max(1);
    let most = key.len() + others.len().div_ceil(even);
    let own: u64 = key.iter().map(|at| weight(table, *at)).sum();
    let (mut parts, mut row) = (vec![key.to_vec()], own);
    for at in others {
        let weight = weight(table, at);
        let part = parts.last().map_or(0, Vec::len);
        if part > key.len() && (part == most || row + weight > ROW) {
            parts.push(key.to_vec());
            row = own;
        }
        row += weight;
        if let Some(part) = parts.last_mut() {
            part.push(at);
        }
    }
    parts
}

/// Returns the columns by which readers know a row: the declared key, else the first column whose values are all
/// different, else the first that names things, with the time.
fn key(table: &Table) -> Vec<usize> {
    let declared: Vec<usize> = (table.primary_key.iter())
        .filter_map(|name| table.columns.iter().position(|c| c.name == *name))
        .collect();
    if !declared.is_empty() && declared.len() <= KEY_COLUMNS {
        return declared.iter().map(|at| named_beside(table, *at)).collect();
    }
    let first = |fits: &dyn Fn(&Column) -> bool| table.columns.iter().position(fits);
    let is_unique = |c: &Column| is_unique(table, c);
    let unique = first(&|c| is_unique(c) && is_name(c));
    if let Some(at) = unique.or_else(|| first(&|c| is_unique(c) && is_time(c))) {
        return vec![at];
    }
    let name = first(&|c| is_name(c) && varies(c));
    let time = first(&|c| is_time(c) && varies(c));
    if name.is_some() || time.is_some() {
        return name.into_iter().chain(time).collect();
    }
    let other = first(&|c| is_unique(c) || !is_quantity(c) && is_short(c));
    other.into_iter().collect()
}

/// Whether each row has another value in a column.
fn is_unique(table: &Table, column: &Column) -> bool {
    let all = Some((table.rows, true));
    table.rows > 1 && column.profile.missing == 0 && column.profile.distinct == all
}

fn varies(column: &Column) -> bool {
    column.profile.distinct.is_none_or(|(many, _)| many > 1)
}

/// The name that stands beside a code, where there are as many of both; else the column itself.
fn named_beside(table: &Table, at: usize) -> usize {
    let column = &table.columns[at];
    let beside = [at.checked_add(1), at.checked_sub(1)];
    let is_its_name = |near: &usize| {
        (table.columns.get(*near)).is_some_and(|c| {
            is_name(c)
                && !table.primary_key.contains(&c.name)
                && c.profile.distinct == column.profile.distinct
        })
    };
    if is_name(column) || is_time(column) {
        return at;
    }
    let mut beside = beside.into_iter().flatten();
    beside.find(is_its_name).unwrap_or(at)
}

/// Returns the columns whose values may stand together: those of the key first, then what has few values.
fn group_columns(table: &Table, key: &[usize]) -> Vec<usize> {
    let is_few = |at: &usize| {
        let many = table.columns[*at].profile.distinct.map_or(0, |(n, _)| n);
        (2..=MOST_VALUES as u64).contains(&many) && many * 2 <= table.rows
    };
    let others = (0..table.columns.len()).filter(|at| {
        let column = &table.columns[*at];
        !key.contains(at) && (is_name(column) || is_time(column))
    });
    let all = key.iter().copied().chain(others).filter(is_few);
    all.take(GROUP_COLUMNS).collect()
}

/// Whether a column's values are numbers to compare: years are not.
fn is_quantity(column: &Column) -> bool {
    let is_number = matches!(column.kind, FieldType::Integer | FieldType::Number);
    is_number && !is_time(column) && column.labels.is_empty()
}

/// Whether a column's values are names: short texts with letters.
fn is_name(column: &Column) -> bool {
    let begins_with_letter = |value: &Option<String>| {
        let first = value.as_deref().and_then(|text| text.chars().next());
        first.is_some_and(char::is_alphabetic)
    };
    column.kind == FieldType::String && is_short(column) && begins_with_letter(&column.profile.max)
}

fn is_short(column: &Column) -> bool {
    column.profile.longest <= LONGEST_NAME
}

/// Whether a column's values are times, or whole numbers that are years by their size.
fn is_time(column: &Column) -> bool {
    let is_year = |end: &Option<String>| {
        let year = end.as_deref().and_then(|end| end.parse::<u16>().ok());
        year.is_some_and(|year| (1500..2200).contains(&year))
    };
    match column.kind {
        FieldType::Year | FieldType::YearMonth | FieldType::Date | FieldType::DateTime => true,
        FieldType::Integer => is_year(&column.profile.min) && is_year(&column.profile.max),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tragaluz_tables::outline::ValueRows;
    use tragaluz_tables::standalone::profile_file;

    #[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
    fn table(text: &str) -> Table {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("towns.csv");
        std::fs::write(&path, text).expect("a file");
        let table = profile_file(&path, None, &mut Vec::new()).expect("read");
        table.expect("a table")
    }

    fn names(table: &Table, columns: &[usize]) -> Vec<String> {
        let name = |at: &usize| table.columns[*at].name.clone();
        columns.iter().map(name).collect()
    }

    #[test]
    fn values_whose_names_meet_have_addresses_of_their_own() {
        let values = ["a b", "a/b", "México", "+"].map(|value| ValueRows {
            value: value.to_owned(),
            ..ValueRows::default()
        });
        let mut split = SplitRows {
            values: values.to_vec(),
            ..SplitRows::default()
        };
        name_values(&mut split);
        let names: Vec<&str> = split.values.iter().map(|v| v.name.as_str()).collect();
        assert!(
            names[0].starts_with("a-b-") && names[1].starts_with("a-b-"),
            "{names:?}"
        );
        assert!(
            names[0] != names[1] && names[2] == "mexico" && names[3].len() == 8,
            "{names:?}"
        );
    }

    #[test]
    fn a_row_is_known_by_its_key_its_name_or_its_place_and_time() {
        let key_of = |text: &str, declared: &[&str]| {
            let mut table = table(text);
            table.primary_key = declared.iter().map(|name| (*name).to_owned()).collect();
            names(&table, &key(&table))
        };
        let towns = "code,town,year,n\n01,Ciénega,2001,7\n01,Ciénega,2002,8\n02,Tula,2001,9\n";
        assert_eq!(key_of(towns, &["code", "year"]), ["town", "year"]);
        assert_eq!(key_of(towns, &[]), ["town", "year"]);
        let single = "n,title\n5,Ana\n5,Eva\n6,Ida\n";
        assert_eq!(key_of(single, &[]), ["title"]);
        let days = "a,day\n1.5,2014-07-01\n2.5,2014-07-02\n";
        assert_eq!(key_of(days, &[]), ["day"]);
        assert_eq!(key_of("a,b\n1.5,2.5\n1.5,3.5\n1.5,3.5\n", &[]), [""; 0]);
    }

    #[test]
    fn columns_are_in_parts_with_the_key_first_and_quantities_before_what_describes() {
        let wide: Vec<String> = (0..25).map(|n| format!("c{n}")).collect();
        let text = format!("about,name,{}\n", wide.join(","));
        let row = |name: &str| format!("word,{name},{}\n", ["2"; 25].join(","));
        let table = table(&(text + &row("Ana") + &row("Eva")));
        let parts = column_parts(&table, &key(&table));
        let sizes: Vec<usize> = parts.iter().map(Vec::len).collect();
        assert_eq!(sizes, [10, 10, 9]);
        let first: Vec<String> = parts
            .iter()
            .map(|p| names(&table, &p[..1])[0].clone())
            .collect();
        assert_eq!(first, ["name"; 3]);
        assert_eq!(names(&table, &parts[2][8..]), ["about"]);
    }
}
