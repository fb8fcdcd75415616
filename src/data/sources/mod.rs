//! Where rows come from: delimited text, sheets of workbooks, JSON; each also compressed. One kind of source a file.

mod code_formats;
pub(crate) mod compression;
#[cfg(feature = "sheets")]
mod excel;
mod html;
mod json;
mod links;
mod ods;
mod sheet_cells;
mod sheets;
mod shown_sheet;
mod text;
mod xml_spreadsheet;

use super::columns::{self, PlannedColumn};
use super::dialect::{DeclaredHeader, Dialect, Layout, joined, lay_out};
use super::received_file::ending;
use super::rows::{Row, RowKind, Rows};
use super::unreadable::Unreadable;
use super::zip_file;
use crate::diag::{Diagnostic, Place, codes};
use crate::model::dataset::Resource;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// A kind of file that tables are read from.
pub(crate) trait SourceFormat: Sync {
    /// What its files' names end with, in lower case; also the formats that a resource may declare.
    fn endings(&self) -> &'static [&'static str];

    /// The tables that a file holds, where that can be more than one.
    ///
    /// # Errors
    /// When it cannot be opened.
    fn held(&self, _root: &Path, _resource: &Resource) -> Result<TableList, Unreadable> {
        Ok(TableList::default())
    }

    /// Finds out how a file is read.
    ///
    /// # Errors
    /// When it is no table.
    fn open(
        &self,
        root: &Path,
        resource: &Resource,
        found: &mut Vec<Diagnostic>,
    ) -> Result<OpenedTable, Unreadable>;
}

/// The tables of a file, by the names of their sheets.
#[derive(Debug, Default)]
pub(crate) struct TableList {
    /// Those that hold something.
    pub(crate) tables: Vec<String>,
    /// Those that its author hid.
    pub(crate) hidden: Vec<String>,
}

/// Rows that are looked at to find the header.
const SAMPLE_ROWS: usize = 500;

/// Every kind of source.
static SOURCES: &[&dyn SourceFormat] = &[
    &text::DelimitedText,
    &json::JsonSource,
    #[cfg(feature = "sheets")]
    &excel::ExcelWorkbook,
    &ods::OpenDocument,
    &html::WebPage,
    &xml_spreadsheet::XmlSpreadsheet,
];

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
    fn dialect(&self) -> Option<&Dialect> {
        None
    }
}

/// What was found out about a file.
pub(crate) struct OpenedTable {
    /// The file's rows.
    pub(crate) stream: Arc<dyn TableStream>,
    /// Its columns.
    pub(crate) columns: Vec<PlannedColumn>,
    /// Numbers of the rows that the header is made of.
    pub(crate) header_rows: Vec<u64>,
    /// Rows before the first that can be data.
    pub(crate) body: u64,
    /// Rows above the table that would be known again among its rows.
    pub(crate) repeatable: Vec<Vec<String>>,
    /// Titles of one cell above the table.
    pub(crate) titles: Vec<String>,
    /// Whether the file names its columns.
    pub(crate) named: bool,
}

impl OpenedTable {
    /// Finds the header among the first rows of a file, and brings its names together with what is declared.
    fn among(
        rows: &[Row],
        stream: Arc<dyn TableStream>,
        resource: &Resource,
        found: &mut Vec<Diagnostic>,
    ) -> OpenedTable {
        OpenedTable::laid_out(
            rows,
            &lay_out(rows, wanted(resource)),
            stream,
            resource,
            found,
        )
    }

    /// Brings the names of a header that has been found together with what is declared.
    fn laid_out(
        rows: &[Row],
        layout: &Layout,
        stream: Arc<dyn TableStream>,
        resource: &Resource,
        found: &mut Vec<Diagnostic>,
    ) -> OpenedTable {
        let mut header = header_cells(rows, layout);
        if let Some(names) = header
            .as_mut()
            .filter(|names| stream.dialect().is_some() && is_shifted(names, rows, layout))
        {
            names.insert(0, String::new());
            found
                .push(Diagnostic::new(&codes::DATA_HEADER_SHIFTED).at(Place::file(&resource.path)));
        }
        let width = rows[layout.body.min(rows.len())..]
            .iter()
            .map(Row::len)
            .max()
            .unwrap_or(0)
            .max(1);
        OpenedTable {
            stream,
            columns: columns::plan(header.as_deref(), width, resource, found),
            header_rows: layout.header.iter().map(|at| *at as u64).collect(),
            body: layout.body as u64,
            repeatable: repeatable(rows, layout),
            titles: titles(rows, layout),
            named: header.is_some(),
        }
    }
}

/// Whether a header lacks the name of the first column, as R leaves it out: every row has one cell more, and the first
/// tells them apart.
fn is_shifted(names: &[String], rows: &[Row], layout: &Layout) -> bool {
    let body = rows
        .iter()
        .skip(layout.body)
        .filter(|row| row.kind == RowKind::Cells && row.holds_something());
    // A note below the table has one cell.
    let body: Vec<&Row> = body.filter(|row| row.len() > 1).collect();
    let mut taken = BTreeSet::new();
    let named = layout.header.len() == 1 && names.iter().all(|name| !name.trim().is_empty());
    let told_apart = |row: &&Row| {
        row.cell(0)
            .is_some_and(|cell| !cell.trim().is_empty() && taken.insert(cell.to_owned()))
    };
    let last = |row: &&Row| {
        row.cell(names.len())
            .is_some_and(|cell| !cell.trim().is_empty())
    };
    named
        && body.len() > 1
        && body.iter().all(|row| row.len() == names.len() + 1)
        && body.iter().any(last)
        && body.iter().all(told_apart)
}

/// What the resource says of its header.
fn wanted(resource: &Resource) -> DeclaredHeader<'_> {
    match (&resource.dialect.header_rows, resource.dialect.header) {
        (_, Some(false)) => DeclaredHeader::NoHeader,
        (Some(rows), _) => DeclaredHeader::Rows(rows),
        (None, Some(true)) => DeclaredHeader::Header,
        (None, None) if !resource.schema.fields.is_empty() => DeclaredHeader::Header,
        (None, None) => DeclaredHeader::Anything,
    }
}

/// The rows above the table that would be known again among its rows: those of two cells or more.
fn repeatable(rows: &[Row], layout: &Layout) -> Vec<Vec<String>> {
    let above = rows
        .iter()
        .take(layout.body)
        .filter(|row| row.kind == RowKind::Cells && row.filled() > 1);
    above
        .map(|row| row.cells().map(str::to_owned).collect())
        .collect()
}

/// The titles above a table of several columns, which stand alone in their rows.
fn titles(rows: &[Row], layout: &Layout) -> Vec<String> {
    let first = layout.header.iter().min().copied().unwrap_or(0);
    let alone = rows
        .iter()
        .take(first)
        .filter(|row| row.kind == RowKind::Cells && row.has_one_filled());
    alone
        .filter_map(|row| row.cells().map(str::trim).find(|c| !c.is_empty()))
        .map(str::to_owned)
        .collect()
}

/// The names of the header, those of several rows joined.
fn header_cells(rows: &[Row], layout: &Layout) -> Option<Vec<String>> {
    let header: Vec<usize> = layout
        .header
        .iter()
        .copied()
        .filter(|at| *at < rows.len())
        .collect();
    match header.as_slice() {
        [] => None,
        [only] => Some(rows[*only].cells().map(str::to_owned).collect()),
        several => Some(joined(rows, several)),
    }
}

/// The kind of source of a resource, by its declared format or else by its file's name; none where it is no table.
pub(crate) fn source_of(resource: &Resource) -> Option<&'static dyn SourceFormat> {
    let declared = resource.format.as_deref().map(str::to_ascii_lowercase);
    let named = ending(compression::inner_name(&resource.path));
    declared
        .and_then(|format| source_named(&format))
        .or_else(|| source_named(&named))
}

fn source_named(ending: &str) -> Option<&'static dyn SourceFormat> {
    SOURCES
        .iter()
        .copied()
        .find(|s| s.endings().contains(&ending))
}

/// Whether a resource is a table, by its declared format, its file's name, or by what it is where the name says too little.
pub(crate) fn is_table(root: &Path, resource: &Resource) -> bool {
    source_of(resource).is_some() || xml_workbook(root, resource).is_some()
}

/// The source of an XML file that is a workbook: any other XML is none.
fn xml_workbook(root: &Path, resource: &Resource) -> Option<&'static dyn SourceFormat> {
    let is_xml =
        resource.format.is_none() && ending(compression::inner_name(&resource.path)) == "xml";
    let bytes = is_xml
        .then(|| compression::beginning(root, &resource.path, &resource.limits, TELLING).ok())
        .flatten()?;
    xml_spreadsheet::is_workbook(&bytes)
        .then_some(&xml_spreadsheet::XmlSpreadsheet as &dyn SourceFormat)
}

/// Bytes by which the format of a file is told.
const TELLING: u64 = 16 * 1024;

/// The kind of source of a resource: what its bytes are beats what its name says, and the finding says both.
pub(crate) fn choose(
    root: &Path,
    resource: &Resource,
    found: &mut Vec<Diagnostic>,
) -> Option<&'static dyn SourceFormat> {
    let Some(named) = source_of(resource) else {
        return xml_workbook(root, resource);
    };
    // What cannot be opened is said by whoever reads it.
    let Ok(bytes) = compression::beginning(root, &resource.path, &resource.limits, TELLING) else {
        return Some(named);
    };
    let told = told(&bytes, root, resource);
    // Its table may be further down; that there is none is said by whoever looks for it.
    if told.is_none() && html::is_page(&bytes) {
        return Some(&html::WebPage);
    }
    // What is damaged, or another document, is said by whoever opens it.
    let is_binary = named.endings().iter().any(|e| BINARY.contains(e));
    if told.is_none() && is_binary && (bytes.is_empty() || zip_file::begins(&bytes)) {
        return Some(named);
    }
    let told = match told {
        None if !is_binary => return Some(named),
        None => "csv",
        Some(told) => told,
    };
    let Some(source) = source_named(told).filter(|_| !named.endings().contains(&told)) else {
        return Some(named);
    };
    let declared = resource
        .format
        .clone()
        .unwrap_or_else(|| ending(compression::inner_name(&resource.path)));
    let finding = Diagnostic::new(&codes::DATA_FORMAT_CONTRADICTED).at(Place::file(&resource.path));
    let finding = finding
        .arg("declared", declared.to_uppercase())
        .arg("format", told.to_uppercase());
    found.push(finding.arg("ending", told.split('-').next().unwrap_or(told)));
    Some(source)
}

/// Formats that are never plain text.
const BINARY: &[&str] = &["xlsx", "xls", "ods"];

/// The format that bytes are in, where they tell it.
fn told(bytes: &[u8], root: &Path, resource: &Resource) -> Option<&'static str> {
    if zip_file::begins(bytes) {
        return zip_file::kind(
            &compression::seekable(root, &resource.path, &resource.limits).ok()?,
            &resource.limits,
        );
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Some("xls");
    }
    if xml_spreadsheet::is_workbook(bytes) {
        return Some("xml-spreadsheet");
    }
    if html::is_html(bytes) {
        return Some("html");
    }
    json::is_json(bytes).then_some("json")
}

#[cfg(test)]
mod tests;
