//! A file whose rows can be read any number of times.

use super::dialect::TextDialect;
use super::encoding::detected_encoding::DetectedEncoding;
use super::rows::Rows;
use super::unreadable::Unreadable;
use std::io::Read;
use std::path::Path;

/// Text whose rows say where in it they are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlacedText {
    /// How its bytes are decoded.
    pub(crate) detected: DetectedEncoding,
    /// Whether cells are at the same places of every line, or are parted by runs of blanks.
    pub(crate) is_printed: bool,
    /// Whether each row is in a cell of its own, so that places within it are not the file's.
    pub(crate) is_wrapped: bool,
}

/// A file that has been found out about, and can be read any number of times.
pub(crate) trait TableStream: std::fmt::Debug + Send + Sync {
    /// Its rows, from the first.
    ///
    /// # Errors
    /// When the file cannot be opened.
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable>;

    /// Its text in UTF-8, where a row's place is a place in a text.
    ///
    /// # Errors
    /// When the file cannot be opened.
    fn text(&self, _root: &Path, _path: &str) -> Result<Option<Box<dyn Read>>, Unreadable> {
        Ok(None)
    }

    /// Its encoding by the WHATWG's name, where it is text.
    fn encoding(&self) -> Option<&'static str> {
        None
    }

    /// Its encoding, and whether a row's cells begin where the row says they do, where it is delimited text.
    fn placed_text(&self) -> Option<PlacedText> {
        None
    }

    /// Whether a row's cells are in columns that can be counted, where there is no text: a sheet's.
    fn has_columns(&self) -> bool {
        false
    }

    /// Whether a row's blank last cells may be left out: those of a sheet are.
    fn has_sparse_rows(&self) -> bool {
        false
    }

    /// The place of the column, from 0, that features' ids (RFC 7946 3.2) are in.
    fn feature_id(&self) -> Option<usize> {
        None
    }

    /// Its marks, where it is delimited text.
    fn dialect(&self) -> Option<&TextDialect> {
        None
    }
}
