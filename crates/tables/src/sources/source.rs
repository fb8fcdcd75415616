//! What every kind of source does: it tells how a file is read, and where the table in it is.

use crate::columns::{self, PlannedColumn};
use crate::dialect::{DeclaredHeader, Layout, joined, lay_out};
use crate::finding::{Finding, codes};
use crate::place::Place;
use crate::rows::{Row, RowKind};
use crate::schema::TableFile;
use crate::table_stream::TableStream;
use crate::unreadable::Unreadable;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A kind of file that tables are read from.
pub(crate) trait SourceFormat: Sync {
    /// Returns what its files' names end with, in lower case; also the formats that a resource may declare.
    fn endings(&self) -> &'static [&'static str];

    /// Returns the tables that a file holds, where that can be more than one.
    ///
    /// # Errors
    /// When it cannot be opened.
    fn list_tables(&self, _root: &Path, _resource: &TableFile) -> Result<TableList, Unreadable> {
        Ok(TableList::default())
    }

    /// Finds out how a file is read.
    ///
    /// # Errors
    /// When it is no table.
    fn open(
        &self,
        root: &Path,
        resource: &TableFile,
        found: &mut Vec<Finding>,
    ) -> Result<OpenedTable, Unreadable>;
}

/// The tables of a file, by the names of their sheets.
#[derive(Debug, Default)]
pub(crate) struct TableList {
    /// Names of those that hold something.
    pub(crate) tables: Vec<String>,
    /// Those that its author hid.
    pub(crate) hidden: Vec<String>,
}

/// Rows that are looked at to find the header.
pub(crate) const SAMPLE_ROWS: usize = 500;

/// What was found out about a file.
#[derive(Clone)]
pub(crate) struct OpenedTable {
    /// Rows of the file, from its first.
    pub(crate) stream: Arc<dyn TableStream>,
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
    /// Rows that are known from an earlier reading to be below the table.
    pub(crate) below: Option<Vec<Range<u64>>>,
}

impl OpenedTable {
    /// Finds the header among the first rows of a file, and brings its names together with what is declared.
    pub(crate) fn among(
        rows: &[Row],
        stream: Arc<dyn TableStream>,
        resource: &TableFile,
        found: &mut Vec<Finding>,
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
    pub(crate) fn laid_out(
        rows: &[Row],
        layout: &Layout,
        stream: Arc<dyn TableStream>,
        resource: &TableFile,
        found: &mut Vec<Finding>,
    ) -> OpenedTable {
        let mut header = header_cells(rows, layout);
        if let Some(names) = header
            .as_mut()
            .filter(|names| stream.dialect().is_some() && is_shifted(names, rows, layout))
        {
            names.insert(0, String::new());
            found.push(Finding::new(codes::DATA_HEADER_SHIFTED).at(Place::file(&resource.path)));
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
            below: None,
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
    named
        && body.len() > 1
        && body.iter().all(|row| row.len() == names.len() + 1)
        && body
            .iter()
            .any(|row| filled_cell(row, names.len()).is_some())
        && body
            .iter()
            .all(|row| filled_cell(row, 0).is_some_and(|cell| taken.insert(cell)))
}

/// Returns a cell that is not blank.
fn filled_cell(row: &Row, column: usize) -> Option<&str> {
    row.cell(column).filter(|cell| !cell.trim().is_empty())
}

/// Returns what the resource says of its header.
pub(crate) fn wanted(resource: &TableFile) -> DeclaredHeader<'_> {
    match (&resource.dialect.header_rows, resource.dialect.header) {
        (_, Some(false)) => DeclaredHeader::NoHeader,
        (Some(rows), _) => DeclaredHeader::Rows(rows),
        (None, Some(true)) => DeclaredHeader::Header,
        (None, None) if !resource.schema.fields.is_empty() => DeclaredHeader::Header,
        (None, None) => DeclaredHeader::Anything,
    }
}

/// Returns the rows above the table that would be known again among its rows: those of two cells or more.
fn repeatable(rows: &[Row], layout: &Layout) -> Vec<Vec<String>> {
    let above = rows
        .iter()
        .take(layout.body)
        .filter(|row| row.kind == RowKind::Cells && row.filled() > 1);
    above
        .map(|row| row.cells().map(str::to_owned).collect())
        .collect()
}

/// Returns the titles above a table of several columns, which stand alone in their rows.
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

/// Returns the names of the header, those of several rows joined.
pub(crate) fn header_cells(rows: &[Row], layout: &Layout) -> Option<Vec<String>> {
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
