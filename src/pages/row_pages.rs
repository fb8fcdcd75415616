//! Where the pages of a table's rows are, and which rows and columns each shows.

pub(crate) use crate::tables::row_cuts::PREVIEW_ROWS;
use crate::tables::row_cuts::{LONGEST_CELL, column_parts};
use tragaluz_tables::outline::KeyRange;
use tragaluz_tables::{Column, Table};

/// Characters of a value from which a column needs room.
const LONG_VALUE: usize = 40;

/// Which rows and columns a page shows, besides its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RowCut {
    /// Index of the value whose rows it shows; none of all rows.
    pub(crate) value: Option<usize>,
    /// Which part of the columns it shows, from 0.
    pub(crate) columns: usize,
}

/// A page of rows, and where in it a value begins.
#[allow(dead_code, reason = "the search will lead there")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ValuePlace {
    /// The page's address, without a language.
    pub(crate) address: String,
    /// The anchor of the value's first row; none where all rows of the page have the value.
    pub(crate) anchor: Option<String>,
}

/// Rows on each page of a table.
pub(crate) fn per_page(table: &Table) -> u64 {
    table.outline.part_rows.max(1)
}

/// How many pages a table's rows have; those of one that its dataset's page shows whole have none.
pub(crate) fn pages(table: &Table) -> u64 {
    table.outline.parts.len() as u64
}

/// The address of a page of all rows, with the first part of the columns.
pub(crate) fn address_of(table: &Table, part: u64) -> String {
    address(table, RowCut::default(), part)
}

/// The address of a page of rows.
pub(crate) fn address(table: &Table, cut: RowCut, part: u64) -> String {
    let folder = format!(
        "datasets/{}/rows/{}",
        table.dataset.to_ascii_lowercase(),
        table.resource
    );
    match cut.columns {
        0 => format!("{folder}-{part}.html"),
        columns => format!("{folder}/columns-{}/{part}.html", columns + 1),
    }
}

/// Indexes of the columns that a page shows, those of the key first.
pub(crate) fn columns(table: &Table, cut: RowCut) -> Vec<usize> {
    let mut parts = column_parts(table, &table.outline.key);
    parts.swap_remove(cut.columns.min(parts.len() - 1))
}

/// The keys of the first and last row of each page.
pub(crate) fn ranges(table: &Table) -> &[KeyRange] {
    &table.outline.parts
}

/// The anchor of a row, by its index from 0.
pub(crate) fn anchor(row: u64) -> String {
    format!("r-{}", row + 1)
}

/// Returns the page of rows where a value of a column begins, for whoever looks for that value (search, lists, charts). There
/// is one where the rows are grouped by the column, which is told by the table's rows and never declared. None leads to
/// the dataset's page.
#[allow(dead_code, reason = "the search will lead there")]
pub(crate) fn place_of_value(table: &Table, column: &str, value: &str) -> Option<ValuePlace> {
    let groups = table.outline.groups.as_ref()?;
    let is_grouped = table.columns[groups.column].name == column;
    let start = (groups.starts.iter()).find(|start| is_grouped && start.value == value.trim())?;
    Some(ValuePlace {
        address: address_of(table, start.row / per_page(table) + 1),
        anchor: Some(anchor(start.row)),
    })
}

/// Whether a column's values need room.
pub(crate) fn is_long(column: &Column) -> bool {
    column.profile.longest > LONG_VALUE
}

/// A cell as pages show it.
pub(crate) fn shown(cell: &str) -> String {
    if cell.chars().nth(LONGEST_CELL).is_none() {
        return cell.to_owned();
    }
    cell.chars().take(LONGEST_CELL).chain(['…']).collect()
}
