//! Rows of a workbook that is read back: each cell by the head of its column, wherever that stands now.

#![allow(
    clippy::disallowed_methods,
    reason = "a person names the workbook on the command line: it is not the portal's"
)]

use super::import_outcome::{RowFault, StrangeColumns, TriedImport};
use super::portal_sheet::{
    FINGERPRINT, LANGUAGE, NUMBER, PAGE, PortalSheet, SPOKEN, SheetKind, column_label,
};
use super::row_place::RowPlace;
use crate::diag::{Diagnostic, Fatal, Severity, Sink, Speech};
use crate::text::slug::slug;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tragaluz_tables::Limits;
use tragaluz_tables::plain_rows::{PlainTable, plain_tables_whole};

/// A table, and what it is called: its sheet, or its file.
pub(crate) struct NamedTable {
    pub(super) name: String,
    table: PlainTable,
}

/// A row that was read.
pub(super) struct SheetRow {
    pub(super) place: RowPlace,
    pub(super) page: String,
    pub(super) language: String,
    /// The milestone's number; none in sheets of pages.
    pub(super) number: Option<String>,
    pub(super) cells: Vec<FactCell>,
    /// How each fact was when the workbook was written; none where that column is gone.
    pub(super) prints: Option<BTreeMap<String, String>>,
}

/// A cell of a fact.
pub(super) struct FactCell {
    pub(super) name: String,
    pub(super) head: String,
    pub(super) text: String,
}

/// Reads the tables of a workbook, of a CSV, or of every CSV in a folder. What is wrong with a file is a finding.
///
/// # Errors
/// When there is no such file.
pub(crate) fn read_tables(
    path: &Path,
    limits: &Limits,
    sink: &mut Sink,
) -> Result<Vec<NamedTable>, Fatal> {
    let mut files = vec![path.to_owned()];
    let about = fs::metadata(path).map_err(Fatal::io("reading", path))?;
    if about.is_dir() {
        let entries = fs::read_dir(path).map_err(Fatal::io("reading", path))?;
        files = entries.flatten().map(|entry| entry.path()).collect();
        files.retain(|file| {
            file.extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
        });
        files.sort();
    }
    Ok(files
        .iter()
        .flat_map(|file| tables_of(file, limits, sink))
        .collect())
}

fn tables_of(file: &Path, limits: &Limits, sink: &mut Sink) -> Vec<NamedTable> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut found = Vec::new();
    let tables = plain_tables_whole(&name, folder, limits, &mut found);
    let found = found.into_iter().map(Diagnostic::from);
    sink.extend(found.filter(|finding| finding.severity == Severity::Error));
    let named = |table: PlainTable| NamedTable {
        name: table.sheet.clone().unwrap_or_else(|| stem.to_string()),
        table,
    };
    tables.into_iter().map(named).collect()
}

impl NamedTable {
    /// Returns what its rows are; none where it says how sheets are filled in, or nobody knows.
    pub(super) fn kind(&self, outcome: &mut TriedImport) -> Option<SheetKind> {
        let kind = SheetKind::named(&self.name);
        let is_guide = SPOKEN.iter().any(|lang| {
            let guide = Speech::for_locale(lang).say("sheet-about", &[]);
            slug(&guide) == slug(&self.name)
        });
        if kind.is_none() && !is_guide {
            outcome.strange.push(StrangeColumns {
                sheet: self.name.clone(),
                names: Vec::new(),
            });
        }
        kind
    }

    /// Returns its rows; columns that are nobody's fact are told.
    pub(super) fn rows(&self, sheet: &PortalSheet<'_>, outcome: &mut TriedImport) -> Vec<SheetRow> {
        let names: Vec<Option<String>> = (self.table.columns.iter())
            .map(|head| fact_of(head, sheet))
            .collect();
        let place = |row| RowPlace {
            sheet: self.name.clone(),
            row,
        };
        if !names.iter().flatten().any(|name| name == PAGE) {
            outcome.faults.push(RowFault {
                row: place(1),
                column: column_label(PAGE, &Speech::for_locale("en")),
                kind: "no-key",
                text: String::new(),
            });
            return Vec::new();
        }
        let strange: Vec<String> = (self.table.columns.iter().zip(&names))
            .filter(|(_, name)| name.is_none())
            .map(|(head, _)| head.clone())
            .collect();
        if !strange.is_empty() {
            outcome.strange.push(StrangeColumns {
                sheet: self.name.clone(),
                names: strange,
            });
        }
        let numbered = matches!(sheet.kind, SheetKind::Milestones);
        (self.table.rows.iter())
            .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
            .map(|row| self.row(&names, &row.cells, place(row.line), numbered))
            .collect()
    }

    fn row(
        &self,
        names: &[Option<String>],
        cells: &[String],
        place: RowPlace,
        numbered: bool,
    ) -> SheetRow {
        let mut row = SheetRow {
            place,
            page: String::new(),
            language: String::new(),
            number: numbered.then(String::new),
            cells: Vec::new(),
            prints: None,
        };
        for ((name, head), cell) in names.iter().zip(&self.table.columns).zip(cells) {
            match name.as_deref() {
                Some(PAGE) => row.page.clone_from(cell),
                Some(LANGUAGE) => row.language.clone_from(cell),
                Some(NUMBER) if numbered => row.number = Some(cell.clone()),
                Some(FINGERPRINT) => row.prints = Some(prints(cell)),
                Some(name) => row.cells.push(FactCell {
                    name: name.to_owned(),
                    head: head.clone(),
                    text: cell.clone(),
                }),
                None => {}
            }
        }
        row
    }
}

/// Reads the fingerprints of a row.
fn prints(cell: &str) -> BTreeMap<String, String> {
    let pairs = cell
        .split_whitespace()
        .filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(name, print)| (name.to_owned(), print.to_owned()))
        .collect()
}

/// Returns the fact that a column is of: by its name in brackets, by its name alone, or by its words.
fn fact_of(head: &str, sheet: &PortalSheet<'_>) -> Option<String> {
    let own = ["", PAGE, LANGUAGE, NUMBER, FINGERPRINT];
    let keys = match sheet.kind {
        SheetKind::Milestones => &own[1..],
        SheetKind::Pages(_) => &[PAGE, LANGUAGE, FINGERPRINT][..],
    };
    let names = || {
        let columns = sheet.columns.iter().map(|column| column.name.as_str());
        keys.iter().copied().chain(columns)
    };
    let bracketed = head
        .trim()
        .strip_suffix(']')
        .and_then(|head| head.rsplit_once('['));
    let written = bracketed.map_or(head.trim(), |(_, name)| name.trim());
    let by_name = names().find(|name| *name == written);
    let by_words = || {
        let plain = slug(head);
        names().find(|name| {
            let mut labels = SPOKEN
                .iter()
                .map(|lang| column_label(name, &Speech::for_locale(lang)));
            labels.any(|label| slug(&label) == plain)
        })
    };
    by_name.or_else(by_words).map(str::to_owned)
}
