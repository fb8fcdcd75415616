//! Where rows come from: delimited text, sheets of workbooks, JSON; each also compressed. One kind of source a file.

mod json;
pub mod packing;
#[cfg(feature = "sheets")]
mod sheet;
mod text;

use super::columns::{self, Planned};
use super::dialect::{Dialect, Layout, Wanted, lay_out};
use super::fault::Unreadable;
use super::received::ending;
use super::rows::{Row, RowKind, Rows};
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

impl Opened {
    /// Finds the header among the first rows of a file, and brings its names together with what is declared.
    fn among(rows: &[Row], stream: Arc<dyn Stream>, resource: &Resource, found: &mut Vec<Diagnostic>) -> Opened {
        let layout = lay_out(rows, wanted(resource));
        let header = header_cells(rows, &layout);
        let width = rows[layout.body.min(rows.len())..].iter().map(Row::len).max().unwrap_or(0).max(1);
        Opened {
            stream,
            columns: columns::plan(header.as_deref(), width, resource, found),
            header_rows: layout.header.iter().map(|at| *at as u64).collect(),
            body: layout.body as u64,
            repeatable: repeatable(rows, &layout),
        }
    }
}

/// What the resource says of its header.
fn wanted(resource: &Resource) -> Wanted<'_> {
    match (&resource.dialect.header_rows, resource.dialect.header) {
        (_, Some(false)) => Wanted::NoHeader,
        (Some(rows), _) => Wanted::Rows(rows),
        (None, Some(true)) => Wanted::Header,
        (None, None) if !resource.schema.fields.is_empty() => Wanted::Header,
        (None, None) => Wanted::Anything,
    }
}

/// The rows above the table that would be known again among its rows: those of two cells or more.
fn repeatable(rows: &[Row], layout: &Layout) -> Vec<Vec<String>> {
    let above = rows.iter().take(layout.body).filter(|row| row.kind == RowKind::Cells && row.filled() > 1);
    above.map(|row| row.cells().map(str::to_owned).collect()).collect()
}

/// The names of the header, those of several rows joined.
fn header_cells(rows: &[Row], layout: &Layout) -> Option<Vec<String>> {
    let header: Vec<&Row> = layout.header.iter().filter_map(|at| rows.get(*at)).collect();
    let width = header.iter().map(|row| row.len()).max()?;
    let joined = |column| {
        let parts: Vec<&str> = header.iter().filter_map(|r| r.cell(column)).filter(|c| !c.trim().is_empty()).collect();
        if header.len() == 1 { header[0].cell(column).unwrap_or("").to_owned() } else { parts.join(" ") }
    };
    Some((0..width).map(joined).collect())
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
