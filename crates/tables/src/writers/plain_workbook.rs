//! An XLSX workbook of rows as they come: each cell as a number, a date or a truth where its text says just that, else as
//! text; no properties but the program's.

use super::spreadsheet_cells::SpreadsheetCell;
use super::xlsx_cells::{XlsxStyles, write_cell};
use crate::Column;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as Style, Workbook, XlsxError};
use std::io;

/// A workbook that is being written, sheet by sheet. Its rows are kept aside, not in memory.
pub(crate) struct PlainWorkbook {
    workbook: Workbook,
    styles: XlsxStyles,
    bold: Style,
    sheets: usize,
    row: u32,
    column: u16,
    is_header: bool,
    scratch: String,
}

impl PlainWorkbook {
    /// Begins a workbook without sheets; `is_long` where one may need the ZIP's longer form of sizes.
    pub(crate) fn new(is_long: bool) -> PlainWorkbook {
        let mut workbook = Workbook::new();
        workbook.use_zip_large_file(is_long);
        PlainWorkbook {
            workbook,
            styles: XlsxStyles::new(),
            bold: Style::new().set_bold(),
            sheets: 0,
            row: 0,
            column: 0,
            is_header: false,
            scratch: String::new(),
        }
    }

    /// Begins a sheet of this name.
    pub(crate) fn begin_sheet(&mut self, name: &str) -> Result<(), XlsxError> {
        self.workbook
            .add_worksheet_with_constant_memory()?
            .set_name(name)?;
        self.sheets += 1;
        self.row = 0;
        Ok(())
    }

    /// Begins a row; a header is bold.
    pub(crate) fn begin_row(&mut self, is_header: bool) {
        (self.column, self.is_header) = (0, is_header);
    }

    /// Writes the next cell of the row; of data with its column, by which its type is known.
    pub(crate) fn cell(&mut self, text: &str, column: Option<&Column>) -> Result<(), XlsxError> {
        let (row, at) = (self.row, self.column);
        self.column = at.checked_add(1).ok_or(XlsxError::RowColumnLimitError)?;
        if text.is_empty() {
            return Ok(());
        }
        let sheet = self.workbook.worksheet_from_index(self.sheets - 1)?;
        if self.is_header {
            return sheet
                .write_string_with_format(row, at, text, &self.bold)
                .map(drop);
        }
        let value = column.map(|column| column.value(Some(text), &mut self.scratch));
        let cell = value
            .map(SpreadsheetCell::from)
            .filter(|cell| says(cell, text))
            .unwrap_or(SpreadsheetCell::Text(text));
        write_cell(sheet, row, at, cell, &self.styles)
    }

    /// Ends the row.
    pub(crate) fn end_row(&mut self) {
        self.row += 1;
    }

    /// Writes the workbook.
    pub(crate) fn finish(mut self, out: &mut (dyn io::Write + Send)) -> io::Result<()> {
        // The same bytes in every run.
        let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(io::Error::other)?;
        self.workbook
            .set_properties(&DocProperties::new().set_creation_datetime(&made));
        self.workbook.save_to_writer(out).map_err(io::Error::other)
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
