//! Where the pages of a table's rows are, and which rows and columns each shows.

pub(crate) use crate::tables::row_cuts::PREVIEW_ROWS;
use crate::tables::row_cuts::{
    LONGEST_CELL, column_parts, csv_of_value, rows_address, value_folder,
};
use tragaluz_tables::outline::{KeyRange, ValueRows};
use tragaluz_tables::{Column, Table};

/// Characters of a value from which a column needs room.
const LONG_VALUE: usize = 40;

/// An index with more values stands on the first page of rows alone.
pub(crate) const INDEX_EVERYWHERE: usize = 60;

/// Which rows and columns a page shows, besides its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RowCut {
    /// Index of the value whose rows it shows; none of all rows.
    pub(crate) value: Option<usize>,
    /// Which part of the columns it shows, from 0.
    pub(crate) columns: usize,
}

/// A page of rows, and where in it a value begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ValuePlace {
    /// The page's address, without a language.
    pub(crate) address: String,
    /// The anchor of the value's first row; none where all rows of the page have the value, or where rows have no anchors.
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
    let folder = rows_address(table);
    let columns = cut.columns + 1;
    match cut.value.and_then(|at| value_folder(table, at)) {
        None if cut.columns == 0 => format!("{folder}-{part}.html"),
        None => format!("{folder}/columns-{columns}/{part}.html"),
        Some(value) if cut.columns > 0 => {
            format!("{folder}/{value}/columns-{columns}/{part}.html")
        }
        Some(value) if part == 1 => format!("{folder}/{value}.html"),
        Some(value) => format!("{folder}/{value}/{part}.html"),
    }
}

/// Where the CSV of the rows of a page's value is, whether it is made or not; none where the page shows all rows.
pub(crate) fn csv_address(table: &Table, cut: RowCut) -> Option<String> {
    csv_of_value(table, cut.value?)
}

/// The value whose rows a page shows; none where it shows all rows.
pub(crate) fn value_of(table: &Table, cut: RowCut) -> Option<&ValueRows> {
    table.outline.split.as_ref()?.values.get(cut.value?)
}

/// How many rows the pages of this kind show in all.
pub(crate) fn rows_of(table: &Table, cut: RowCut) -> u64 {
    value_of(table, cut).map_or(table.rows, |value| value.rows)
}

/// Indexes of the columns that a page shows, those of the key first.
pub(crate) fn columns(table: &Table, cut: RowCut) -> Vec<usize> {
    let mut parts = column_parts(table, &table.outline.key);
    parts.swap_remove(cut.columns.min(parts.len() - 1))
}

/// The keys of the first and last row of each page of this kind.
pub(crate) fn ranges(table: &Table, cut: RowCut) -> &[KeyRange] {
    value_of(table, cut).map_or(&table.outline.parts, |value| &value.parts)
}

/// The anchor of a row, by its index from 0.
pub(crate) fn anchor(row: u64) -> String {
    format!("r-{}", row + 1)
}

/// Whether rows have anchors where values begin: where an index leads to them, and not to pages of each value.
pub(crate) fn has_anchors(table: &Table) -> bool {
    table.outline.split.is_none()
}

/// Returns the page on which a row, from 0, stands with this column; none where no page goes as far.
pub(crate) fn place_of_row(table: &Table, row: u64, column: Option<usize>) -> Option<ValuePlace> {
    let part = row / per_page(table) + 1;
    let parts = column_parts(table, &table.outline.key);
    let shows = |at: usize| parts.iter().position(|part| part.contains(&at));
    let cut = RowCut {
        value: None,
        columns: column.and_then(shows).unwrap_or(0),
    };
    (part <= pages(table)).then(|| ValuePlace {
        address: address(table, cut, part),
        anchor: Some(anchor(row)),
    })
}

/// Returns the page of rows that a value of a column leads to, for whoever looks for that value (search, lists, charts): the
/// value's own page, where the resource says `pages_by` that column, else the page where its rows begin, where rows are
/// grouped by it. Where there is none, or no page goes as far, the dataset's page has to do.
pub(crate) fn place_of_value(table: &Table, column: &str, value: &str) -> Option<ValuePlace> {
    let is_column = |at: usize| table.columns[at].name == column;
    let value = value.trim();
    if let Some(split) = (table.outline.split.as_ref()).filter(|split| is_column(split.column)) {
        let at = split.values.iter().position(|known| known.value == value)?;
        let cut = RowCut {
            value: Some(at),
            columns: 0,
        };
        return Some(ValuePlace {
            address: address(table, cut, 1),
            anchor: None,
        });
    }
    let groups = (table.outline.groups.as_ref()).filter(|groups| is_column(groups.column))?;
    let start = groups.starts.iter().find(|start| start.value == value)?;
    let part = start.row / per_page(table) + 1;
    (part <= pages(table)).then(|| ValuePlace {
        address: address_of(table, part),
        anchor: has_anchors(table).then(|| anchor(start.row)),
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
