//! XLSX: one header row that stays in sight, typed cells, and a second sheet with the dictionary.
//!
//! Text is written as text: a cell that looks like a formula is none. What the format cannot hold whole is refused,
//! never cut.

use crate::Table;
use crate::rows::Row;
use crate::writers::format::{FileType, Format, Reason, RowWriter};
use crate::writers::formats::dictionary::{DICTIONARY, LONGEST_WORDS, beyond, described};
use crate::writers::spreadsheet_cells::{self, SpreadsheetCell};
use crate::writers::workbook::{FilteredPart, SheetLayout, WorkbookDraft};
use std::io::{self, Write};

/// Rows that a sheet holds below its header.
const MOST_ROWS: u64 = 1_048_575;
/// Columns that a sheet holds.
const MOST_COLUMNS: u64 = 16_384;
/// Characters that a cell holds.
const LONGEST_CELL: u64 = 32_767;

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
        beyond(table, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL)
    }

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        let mut workbook = WorkbookDraft::new(2, table.received.bytes > LONG)?;
        let columns = table.columns.len();
        let layout = SheetLayout {
            is_header_frozen: true,
            widths: table.columns.iter().map(spreadsheet_cells::width).collect(),
            filtered: (columns > 0).then_some(FilteredPart {
                rows: table.rows + 1,
                columns,
            }),
        };
        workbook.begin_sheet("data", layout)?;
        workbook.begin_row();
        for (at, column) in table.columns.iter().enumerate() {
            workbook.head(at, &column.name);
        }
        workbook.end_row()?;
        Ok(Box::new(XlsxRows {
            out,
            workbook,
            table,
            scratch: String::new(),
        }))
    }
}

struct XlsxRows<'a> {
    out: &'a mut (dyn Write + Send),
    workbook: WorkbookDraft,
    table: &'a Table,
    scratch: String,
}

impl RowWriter for XlsxRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.workbook.begin_row();
        for (at, column) in self.table.columns.iter().enumerate() {
            let value = column.value(row.cell(at), &mut self.scratch);
            self.workbook.cell(at, SpreadsheetCell::from(value));
        }
        self.workbook.end_row()
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        dictionary(&mut self.workbook, self.table)?;
        self.workbook.finish(self.out)
    }
}

/// The columns, one a row, in words for people; and below them what the dataset is.
fn dictionary(workbook: &mut WorkbookDraft, table: &Table) -> io::Result<()> {
    let layout = SheetLayout {
        is_header_frozen: true,
        ..SheetLayout::default()
    };
    workbook.begin_sheet("dictionary", layout)?;
    workbook.begin_row();
    for (at, title) in DICTIONARY.iter().enumerate() {
        workbook.head(at, title);
    }
    workbook.end_row()?;
    for column in &table.columns {
        workbook.begin_row();
        for (at, words) in described(column).iter().enumerate() {
            if !words.is_empty() {
                workbook.cell(at, SpreadsheetCell::Text(words));
            }
        }
        workbook.end_row()?;
    }
    workbook.begin_row();
    workbook.end_row()?;
    for (what, words) in table.about.iter() {
        workbook.begin_row();
        workbook.head(0, what);
        let words: String = words.chars().take(LONGEST_WORDS).collect();
        workbook.cell(1, SpreadsheetCell::Text(&words));
        workbook.end_row()?;
    }
    Ok(())
}
