//! Where rows come from: delimited text, sheets of workbooks, JSON; each also compressed. One kind of source a file.

mod json;
pub mod packing;
#[cfg(feature = "sheets")]
mod sheet;
mod text;

use super::columns::Planned;
use super::dialect::Dialect;
use super::fault::Unreadable;
use super::received::ending;
use super::rows::Rows;
use crate::diag::Diagnostic;
use crate::model::dataset::Resource;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// A kind of file that tables are read from.
pub trait Source: Sync {
    /// What its files' names end with, in lower case; also the formats that a resource may declare.
    fn endings(&self) -> &'static [&'static str];

    /// Finds out how a file is read.
    ///
    /// # Errors
    /// When it is no table.
    fn open(&self, root: &Path, resource: &Resource, found: &mut Vec<Diagnostic>) -> Result<Opened, Unreadable>;
}

/// Every kind of source.
static SOURCES: &[&dyn Source] = &[
    &text::Text,
    &json::Json,
    #[cfg(feature = "sheets")]
    &sheet::Workbook,
];

/// A file that has been found out about, and can be read any number of times.
pub trait Stream: std::fmt::Debug + Send + Sync {
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

    /// Its marks, where it is delimited text.
    fn dialect(&self) -> Option<&Dialect> {
        None
    }
}

/// What was found out about a file.
pub struct Opened {
    /// The file's rows.
    pub stream: Arc<dyn Stream>,
    /// Its columns.
    pub columns: Vec<Planned>,
    /// Numbers of the rows that the header is made of.
    pub header_rows: Vec<u64>,
    /// Rows before the first that can be data.
    pub body: u64,
    /// Rows above the table that would be known again among its rows.
    pub repeatable: Vec<Vec<String>>,
}

/// The kind of source of a resource, by its declared format or else by its file's name; none where it is no table.
pub fn source_of(resource: &Resource) -> Option<&'static dyn Source> {
    let inner = packing::inner_name(&resource.path);
    let by = |word: &str| SOURCES.iter().copied().find(|s| s.endings().contains(&word));
    let declared = resource.format.as_deref().map(str::to_ascii_lowercase);
    declared.and_then(|format| by(&format)).or_else(|| match ending(inner).as_str() {
        // What a ZIP holds is known when it is opened: tables in it are delimited text.
        "zip" => by("csv"),
        ending => by(ending),
    })
}

#[cfg(test)]
mod tests;
