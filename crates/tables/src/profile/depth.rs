//! How much is counted of a column.

/// How much of a column is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileDepth {
    /// Everything.
    Whole,
    /// Nothing that only a profile shows: no different values, no sums, no quartiles.
    Forms,
}
