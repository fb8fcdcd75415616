//! What came of reading a workbook back: what differs, what cannot be read, and the pages as they would be.

#![allow(
    clippy::disallowed_methods,
    reason = "a page is read again just before it is replaced: somebody may have changed it meanwhile"
)]

use super::cell_origin::CellLines;
use super::row_place::RowPlace;
use crate::diag::{Fatal, Place, Severity, Sink};
use crate::stage;
use std::fs;
use std::path::Path;

/// A fact that a row and its page give differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactDifference {
    /// The page's file, from the portal's root.
    pub path: String,
    /// The fact's line there; 0 where it is not there yet.
    pub line: usize,
    /// The milestone's number; empty where the fact is the page's.
    pub number: String,
    /// The fact's name.
    pub fact: String,
    /// What the page says, as a cell.
    pub before: String,
    /// What the row says.
    pub after: String,
    /// Where the row is.
    pub row: RowPlace,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// Where it is.
    pub row: RowPlace,
    /// The head of the column; empty where the row as a whole is meant.
    pub column: String,
    /// A word of the message `import-fault`.
    pub kind: &'static str,
    /// What stands there.
    pub text: String,
}

/// Columns or sheets that are nobody's fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrangeColumns {
    /// The sheet.
    pub sheet: String,
    /// Their heads; none where the sheet as a whole is meant.
    pub names: Vec<String>,
}

/// Rows of the portal that a sheet does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetCount {
    /// The sheet.
    pub sheet: String,
    /// How many.
    pub count: usize,
}

/// A workbook that was held against the portal; nothing is written yet.
#[derive(Debug, Default)]
pub struct TriedImport {
    /// What will be written.
    pub differences: Vec<FactDifference>,
    /// Facts that were changed in the page and in the row, which are left as they are.
    pub conflicts: Vec<FactDifference>,
    /// What cannot be read; then nothing is written.
    pub faults: Vec<RowFault>,
    /// What is left aside.
    pub strange: Vec<StrangeColumns>,
    /// Pages of which the workbook has no row; they stay.
    pub missing: Vec<SheetCount>,
    /// Files of new pages.
    pub new_pages: Vec<String>,
    /// Facts that are newer in the page than in the row, and stay.
    pub newer: usize,
    /// Whether a row was without fingerprints, so that changes in pages cannot be told.
    pub has_no_fingerprints: bool,
    /// Whether any sheet is one of the portal's.
    pub is_read: bool,
    pub(crate) pages: Vec<ChangedFile>,
}

/// A page's file as it was and will be.
#[derive(Debug)]
pub(crate) struct ChangedFile {
    pub(crate) path: String,
    /// None where it is new.
    pub(crate) before: Option<String>,
    pub(crate) text: String,
    /// Which of its lines came from which cell.
    pub(crate) cells: Vec<CellLines>,
}

impl TriedImport {
    /// Returns how many files change.
    pub fn files(&self) -> usize {
        self.pages.len()
    }

    /// Writes every page that changes.
    ///
    /// # Errors
    /// When a page is no longer as it was read, or the disk refuses; pages before it are written by then.
    pub fn place(&self, root: &Path) -> Result<(), Fatal> {
        let mut written = Vec::new();
        for page in &self.pages {
            let path = root.join(&page.path);
            written.push((path.clone(), page.bytes_at(&path)?));
        }
        for (path, bytes) in &written {
            let folder = path.parent().unwrap_or(root);
            tragaluz_disk::create_folders(folder).map_err(Fatal::io("creating", folder))?;
            stage::replace(path, bytes)?;
        }
        Ok(())
    }

    /// Adds a fault for each cell whose page would have an error; where no cell wrote the very line, for each row of the page.
    pub(crate) fn tell_cells(&mut self, found: &Sink) {
        let errors = found.iter().filter(|one| one.severity == Severity::Error);
        for place in errors.filter_map(|error| error.place.as_ref()) {
            for fault in self.refused_cells(place) {
                if !self.faults.contains(&fault) {
                    self.faults.push(fault);
                }
            }
        }
    }

    fn refused_cells(&self, place: &Place) -> Vec<RowFault> {
        let page = self.pages.iter().find(|page| page.path == place.file);
        let cells = page.map_or(&[][..], |page| &page.cells);
        let fault = |cell: &CellLines, column: &str| RowFault {
            row: cell.row.clone(),
            column: column.to_owned(),
            kind: "refused",
            text: match place.line {
                0 => place.file.clone(),
                line => format!("{}:{line}", place.file),
            },
        };
        let exact: Vec<RowFault> = (cells.iter())
            .filter(|cell| cell.lines.contains(&place.line))
            .map(|cell| fault(cell, &cell.head))
            .collect();
        if exact.is_empty() {
            cells.iter().map(|cell| fault(cell, "")).collect()
        } else {
            exact
        }
    }
}

impl ChangedFile {
    /// Returns the file's new bytes, if it still is what was read.
    fn bytes_at(&self, path: &Path) -> Result<Vec<u8>, Fatal> {
        let changed = || {
            let args = vec![("file", self.path.as_str().into())];
            Fatal::wrong_command("import-changed", args)
        };
        let Some(before) = &self.before else {
            return if stage::exists(path) {
                Err(changed())
            } else {
                Ok(self.text.clone().into_bytes())
            };
        };
        let now = fs::read(path).map_err(Fatal::io("reading", path))?;
        let mark = "\u{feff}".as_bytes();
        let rest = now.strip_prefix(mark);
        if rest.unwrap_or(&now) != before.strip_prefix('\u{feff}').unwrap_or(before).as_bytes() {
            return Err(changed());
        }
        let mut bytes = rest.map(|_| mark.to_vec()).unwrap_or_default();
        bytes.extend(
            self.text
                .strip_prefix('\u{feff}')
                .unwrap_or(&self.text)
                .bytes(),
        );
        Ok(bytes)
    }
}
