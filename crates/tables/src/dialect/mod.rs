//! How a text file is written: its marks, and where its table stands among titles and notes.

mod clients;
mod detect;
mod header_rows;
mod layout;
mod shape;
mod single_column;
mod wrapped_lines;

pub(crate) use clients::is_client_footer;
pub use detect::{DetectedDialect, detect, tell};
pub(crate) use header_rows::joined;
pub(crate) use layout::{DeclaredHeader, Layout, lay_out};
pub(crate) use shape::{holds_number, is_marker, is_shorthand, total_word};
pub(crate) use wrapped_lines::unwrapped;

/// The marks of a delimited text file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextDialect {
    /// Between cells; none where the file has one column.
    pub delimiter: Option<u8>,
    /// The quote around cells that hold a delimiter.
    pub quote: Option<u8>,
    /// Before a quotation mark inside a cell, where they are not doubled.
    pub escape: Option<u8>,
    /// What a comment line begins with.
    pub(crate) comment: Option<String>,
    /// Whether blanks after a delimiter are no part of the cell.
    pub(crate) skip_blanks: bool,
    /// Whether blanks around a cell are only there for the eye: in tables with ruled lines, and those of fixed width.
    pub(crate) trim: bool,
}

impl Default for TextDialect {
    /// Returns the dialect of RFC 4180: commas, and quotes that are doubled.
    fn default() -> Self {
        TextDialect {
            delimiter: Some(b','),
            quote: Some(b'"'),
            escape: None,
            comment: None,
            skip_blanks: false,
            trim: false,
        }
    }
}
