//! Reports that are rows: a sheet of a workbook, or what a form service gives as a file, in `content/reports/`. A row is a
//! report, and the form's questions are columns. Each row becomes a document like that of a Markdown file, in which every
//! column is a line, so that it is read by the same reader, and findings name the sheet, the row and the column.

mod columns;
mod row;

use super::front_matter::Document;
use super::listing::has_ending;
use crate::diag::{Diagnostic, Place, Sink, codes};
use columns::ColumnUse;
use row::RowText;
use std::path::Path;
use tragaluz_tables::Limits;
use tragaluz_tables::plain_rows::{PlainTable, plain_tables};

const FOLDER: &str = "content/reports/";

/// Endings of files that are read as rows of reports.
const ENDINGS: &[&str] = &[".csv", ".tsv", ".xlsx", ".xls", ".ods"];

/// Whether a file of `content/` holds reports. It is not published as it is: forms ask for addresses of people.
pub(super) fn is_sheet(path: &str) -> bool {
    path.strip_prefix(FOLDER)
        .is_some_and(|name| !name.contains('/'))
        && ENDINGS.iter().any(|ending| has_ending(path, ending))
}

/// Returns a document for each row of a file.
pub(super) fn read(path: &str, root: &Path, limits: &Limits, sink: &mut Sink) -> Vec<Document> {
    let mut found = Vec::new();
    let tables = plain_tables(path, root, limits, &mut found);
    sink.extend(found.into_iter().map(Diagnostic::from));
    (tables.iter())
        .flat_map(|table| documents(path, table, sink))
        .collect()
}

fn documents(path: &str, table: &PlainTable, sink: &mut Sink) -> Vec<Document> {
    let uses = columns::uses(&table.columns);
    if !uses.contains(&ColumnUse::Fact("commitment")) {
        sink.push(unfit(path, table, "commitment", &[]));
        return Vec::new();
    }
    let strange: Vec<&str> = (table.columns.iter().zip(&uses))
        .filter(|(_, own)| **own == ColumnUse::Unknown)
        .map(|(name, _)| name.as_str())
        .collect();
    if !strange.is_empty() {
        sink.push(unfit(path, table, "column", &strange));
    }
    (table.rows.iter())
        .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
        .map(|row| RowText::of(path, table, row, &uses).into_document())
        .collect()
}

/// Returns the finding that a table has no column of commitments, or columns that are read as nothing.
fn unfit(path: &str, table: &PlainTable, why: &'static str, names: &[&str]) -> Diagnostic {
    Diagnostic::new(&codes::REPORT_COLUMNS)
        .at(Place::file(path))
        .arg("why", why)
        .arg("sheet", table.sheet.as_deref().unwrap_or("none"))
        .arg("names", names.join("; "))
        .arg("count", names.len() as u64)
}
