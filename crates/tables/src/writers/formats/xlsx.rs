//! XLSX: one header row that stays in sight, typed cells, and a second sheet with the dictionary.
//!
//! Text is written as text: a cell that looks like a formula is none. What the format cannot hold whole is refused,
//! never cut.

use crate::Table;
use crate::rows::Row;
use crate::writers::first_error::FirstError;
use crate::writers::format::{FileType, Format, Reason, RowWriter};
use crate::writers::library_fault::caught;
use crate::writers::spreadsheet_cells::{self, SpreadsheetCell};
use crate::writers::xlsx_cells::{XlsxStyles, write_cell};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as Style, Workbook, Worksheet, XlsxError,
};
use std::io::{self, Write};

/// Rows that a sheet holds below its header.
const MOST_ROWS: u64 = 1_048_575;
/// Columns that a sheet holds.
const MOST_COLUMNS: u64 = 16_384;
/// Characters that a cell holds.
const LONGEST_CELL: u64 = 32_767;

/// Past this size as received, texts are in their cells and not once in a list, which would be held in memory: the
/// file is larger, but no larger table takes more memory.
const LARGE: u64 = 16 << 20;

/// From this size as received, a sheet may need the ZIP's longer form of sizes: markup is some ten times the data.
const LONG: u64 = 200_000_000;

/// Office Open XML workbook (ECMA-376), a sheet for the data and one for the columns.
pub(crate) struct Xlsx;

impl Format for Xlsx {
    fn id(&self) -> &'static str {
        "xlsx"
    }

    fn file_type(&self) -> Option<FileType> {
        Some(FileType::proprietary("XLSX"))
    }

    fn ending(&self) -> &'static str {
        "xlsx"
    }

    fn media_type(&self) -> &'static str {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }

    fn refuses(&self, table: &Table) -> Option<Reason> {
        crate::writers::formats::dictionary::beyond(table, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL)
    }

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        let mut workbook = Workbook::new();
        // The same bytes in every run.
        let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(io::Error::other)?;
        workbook.use_zip_large_file(table.received.bytes > LONG);
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let sheet = if table.received.bytes > LARGE {
            workbook.add_worksheet_with_constant_memory()
        } else {
            workbook.add_worksheet_with_low_memory()
        };
        let sheet = sheet.map_err(io::Error::other)?;
        caught(|| begin(sheet, table))?;
        Ok(Box::new(XlsxRows {
            out,
            workbook,
            table,
            styles: XlsxStyles::new(),
            row: 0,
            scratch: String::new(),
        }))
    }
}

fn begin(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name("data")?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Style::new().set_bold();
    for (at, column) in (0u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &column.name, &bold)?;
        #[allow(clippy::cast_precision_loss, reason = "at most 50")]
        sheet.set_column_width(at, spreadsheet_cells::width(column) as f64)?;
    }
    let last = u16::try_from(table.columns.len())
        .unwrap_or(u16::MAX)
        .checked_sub(1);
    if let (Some(last), Ok(rows)) = (last, u32::try_from(table.rows)) {
        sheet.autofilter(0, 0, rows, last)?;
    }
    Ok(())
}

struct XlsxRows<'a> {
    out: &'a mut (dyn Write + Send),
    workbook: Workbook,
    table: &'a Table,
    styles: XlsxStyles,
    row: u32,
    scratch: String,
}

impl RowWriter for XlsxRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.row += 1;
        let sheet = self
            .workbook
            .worksheet_from_index(0)
            .map_err(io::Error::other)?;
        let scratch = &mut self.scratch;
        caught(|| {
            for (at, (column, number)) in self.table.columns.iter().zip(0u16..).enumerate() {
                let cell = SpreadsheetCell::from(column.value(row.cell(at), scratch));
                write_cell(sheet, self.row, number, cell, &self.styles)?;
            }
            Ok::<_, XlsxError>(())
        })
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        caught(|| dictionary(self.workbook.add_worksheet(), self.table))?;
        let mut out = FirstError::new(self.out);
        let saved = caught(|| self.workbook.save_to_writer(&mut out));
        // What the disk said comes before what the library made of it.
        out.finish()?;
        saved
    }
}

/// The columns, one a row, in words for people; and below them what the dataset is.
fn dictionary(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name("dictionary")?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Style::new().set_bold();
    for (at, title) in (0u16..).zip(crate::writers::formats::dictionary::DICTIONARY) {
        sheet.write_string_with_format(0, at, title, &bold)?;
    }
    for (row, column) in (1u32..).zip(&table.columns) {
        for (at, cell) in (0u16..).zip(crate::writers::formats::dictionary::described(column)) {
            sheet.write_string(row, at, cell)?;
        }
    }
    let below = u32::try_from(table.columns.len())
        .unwrap_or(u32::MAX)
        .saturating_add(2);
    for (row, (what, words)) in (below..).zip(table.about.iter()) {
        sheet.write_string_with_format(row, 0, *what, &bold)?;
        sheet.write_string(
            row,
            1,
            words
                .chars()
                .take(crate::writers::formats::dictionary::LONGEST_WORDS)
                .collect::<String>(),
        )?;
    }
    Ok(())
}
