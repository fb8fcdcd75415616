//! Cells of XLSX, with the formats in which they are shown.

use super::spreadsheet_cells::{self, SpreadsheetCell};
use rust_xlsxwriter::{Format as Style, Worksheet, XlsxError};

/// The first day that the format's calendar counts as everybody else does: it believes in a 29 February 1900.
const FIRST_DAY: f64 = 61.0;

/// The formats in which numbers, dates and times are shown.
pub(crate) struct XlsxStyles {
    date: Style,
    moment: Style,
    time: Style,
    decimals: Vec<Style>,
}

impl XlsxStyles {
    /// Makes them.
    pub(crate) fn new() -> Self {
        let decimals = (0..=spreadsheet_cells::MOST_DECIMALS).map(|n| match n {
            0 => Style::new().set_num_format("0"),
            n => Style::new().set_num_format(format!("0.{}", "0".repeat(n))),
        });
        XlsxStyles {
            date: Style::new().set_num_format("yyyy-mm-dd"),
            moment: Style::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            time: Style::new().set_num_format("hh:mm:ss"),
            decimals: decimals.collect(),
        }
    }
}

/// Writes a cell of a sheet.
pub(crate) fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    cell: SpreadsheetCell<'_>,
    styles: &XlsxStyles,
) -> Result<(), XlsxError> {
    match cell {
        SpreadsheetCell::Empty => return Ok(()),
        SpreadsheetCell::Text(text) => sheet.write_string(row, at, text)?,
        SpreadsheetCell::Number(_, value, decimals) => {
            sheet.write_number_with_format(row, at, value, &styles.decimals[decimals])?
        }
        SpreadsheetCell::Boolean(yes) => sheet.write_boolean(row, at, yes)?,
        SpreadsheetCell::Date(text, days) | SpreadsheetCell::DateTime(text, days)
            if days < FIRST_DAY =>
        {
            sheet.write_string(row, at, text)?
        }
        SpreadsheetCell::Date(_, days) => {
            sheet.write_number_with_format(row, at, days, &styles.date)?
        }
        SpreadsheetCell::DateTime(_, days) => {
            sheet.write_number_with_format(row, at, days, &styles.moment)?
        }
        SpreadsheetCell::Time(_, part) => {
            sheet.write_number_with_format(row, at, part, &styles.time)?
        }
    };
    Ok(())
}
