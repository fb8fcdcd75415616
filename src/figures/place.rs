//! Where a figure is in the data.

/// The cell of a figure, or the table of what was computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigurePlace {
    pub(crate) dataset: String,
    pub(crate) resource: String,
    /// The column, by its index; none where rows are counted.
    pub(crate) column: Option<usize>,
    /// The row, from 0; none of what was computed of several.
    pub(crate) row: Option<u64>,
}
