//! An XLSX workbook of rows as they come: each cell as a number, a date or a truth where its text says just that, else as
//! text; no properties but the program's.

use super::spreadsheet_cells::SpreadsheetCell;
use super::workbook::{SheetLayout, WorkbookDraft};
use crate::Column;
use std::io;

/// Columns that a sheet holds.
const MOST_COLUMNS: usize = 16_384;
/// Characters that a cell holds.
const LONGEST_CELL: usize = 32_767;

/// A workbook that is being written, sheet by sheet. Its rows are kept aside, not in memory.
pub(crate) struct PlainWorkbook {
    draft: WorkbookDraft,
    column: usize,
    is_header: bool,
    scratch: String,
}

/// A cell is beyond what a sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BeyondSheet;

impl PlainWorkbook {
    /// Begins a workbook of so many sheets; `is_long` where one may need the ZIP's longer form of sizes.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn new(sheets: usize, is_long: bool) -> io::Result<PlainWorkbook> {
        Ok(PlainWorkbook {
            draft: WorkbookDraft::new(sheets, is_long)?,
            column: 0,
            is_header: false,
            scratch: String::new(),
        })
    }

    /// Begins a sheet of this name.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn begin_sheet(&mut self, name: &str) -> io::Result<()> {
        self.draft.begin_sheet(name, SheetLayout::default())
    }

    /// Begins a row; a header is bold.
    pub(crate) fn begin_row(&mut self, is_header: bool) {
        (self.column, self.is_header) = (0, is_header);
        self.draft.begin_row();
    }

    /// Writes the next cell of the row; of data with its column, by which its type is known.
    ///
    /// # Errors
    /// When no sheet has room for it.
    pub(crate) fn cell(&mut self, text: &str, column: Option<&Column>) -> Result<(), BeyondSheet> {
        let at = self.column;
        self.column += 1;
        if at >= MOST_COLUMNS || text.len() > LONGEST_CELL && text.chars().count() > LONGEST_CELL {
            return Err(BeyondSheet);
        }
        if text.is_empty() {
            return Ok(());
        }
        if self.is_header {
            self.draft.head(at, text);
            return Ok(());
        }
        let value = column.map(|column| column.value(Some(text), &mut self.scratch));
        let cell = value
            .map(SpreadsheetCell::from)
            .filter(|cell| says(cell, text))
            .unwrap_or(SpreadsheetCell::Text(text));
        self.draft.cell(at, cell);
        Ok(())
    }

    /// Ends the row.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn end_row(&mut self) -> io::Result<()> {
        self.draft.end_row()
    }

    /// Writes the workbook.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn finish(self, out: &mut (dyn io::Write + Send)) -> io::Result<()> {
        self.draft.finish(out)
    }
}

/// Whether a typed cell says what its text says, and no more and no less.
fn says(cell: &SpreadsheetCell<'_>, text: &str) -> bool {
    match cell {
        SpreadsheetCell::Empty => false,
        SpreadsheetCell::Boolean(yes) => {
            text.eq_ignore_ascii_case(if *yes { "true" } else { "false" })
        }
        SpreadsheetCell::Text(own)
        | SpreadsheetCell::Number(own, ..)
        | SpreadsheetCell::Date(own, _)
        | SpreadsheetCell::DateTime(own, _)
        | SpreadsheetCell::Time(own, _) => *own == text,
    }
}
