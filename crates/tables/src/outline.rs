//! What is where among a table's rows: the keys at the edges of equal parts, the rows where values begin, and the rows of each
//! value of one column. It does not grow with the table.

use crate::rows::Row;

/// What is where among a table's rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowOutline {
    /// Indexes of the columns by which readers know a row; none where nothing tells rows apart.
    pub key: Vec<usize>,
    /// Rows in each part but the last.
    pub part_rows: u64,
    /// The parts, as many as were asked for.
    pub parts: Vec<KeyRange>,
    /// The column by whose values the rows of these parts are grouped, if there is one.
    pub groups: Option<ValueGroups>,
    /// The rows of each value of the column that was asked for.
    pub split: Option<SplitRows>,
}

/// The keys of a part's first and last row: a cell for each column of the key, empty where it has no value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyRange {
    /// Of the first row.
    pub first: Vec<String>,
    /// Of the last row.
    pub last: Vec<String>,
}

/// Where each value of a column begins, where all rows of a value stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ValueGroups {
    /// Index of the column.
    pub column: usize,
    /// The values, in the order of the rows.
    pub starts: Vec<GroupStart>,
}

/// Where a value begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupStart {
    /// The value.
    pub value: String,
    /// Its first row, from 0.
    pub row: u64,
}

/// Rows by the values of one column; those without a value are in none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SplitRows {
    /// Index of the column.
    pub column: usize,
    /// The values, in the order of their bytes.
    pub values: Vec<ValueRows>,
    /// Whether the rows of each value are written as a file too.
    pub has_files: bool,
}

/// The rows of one value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ValueRows {
    /// The value, without blanks around it.
    pub value: String,
    /// Its name in addresses, where it was given one.
    pub name: String,
    /// How many rows have it.
    pub rows: u64,
    /// The parts of these rows, as many as were asked for.
    pub parts: Vec<KeyRange>,
}

impl SplitRows {
    /// Returns the index of the value that a row has; none where it has none.
    pub fn index_of(&self, row: &Row) -> Option<usize> {
        let value = row.cell(self.column)?.trim();
        (self.values)
            .binary_search_by(|known| known.value.as_str().cmp(value))
            .ok()
    }
}
