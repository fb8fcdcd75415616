//! How a sheet is shown.

/// How a sheet is shown.
#[derive(Debug, Default)]
pub(crate) struct SheetLayout {
    /// Whether its first row stays in sight.
    pub(crate) is_header_frozen: bool,
    /// Widths of its columns, in characters.
    pub(crate) widths: Vec<usize>,
    /// Rows and columns from its first cell on that can be filtered by their header.
    pub(crate) filtered: Option<FilteredPart>,
}

/// Rows, with their header, and columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FilteredPart {
    pub(crate) rows: u64,
    pub(crate) columns: usize,
}
