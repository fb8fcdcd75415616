//! Which rows of a table a chart takes.

/// Only rows that hold one of these texts in this column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowCondition {
    /// The column, by its index.
    pub(crate) column: usize,
    pub(crate) texts: Vec<String>,
}
