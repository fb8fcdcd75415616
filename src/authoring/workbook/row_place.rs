//! A row of a workbook that is read back, as a person finds it.

/// Where a row is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowPlace {
    /// The sheet, or the file.
    pub sheet: String,
    /// The row's number, from 1.
    pub row: u64,
}
