//! XLSX: one header row that stays in sight, typed cells, and a second sheet with the dictionary.
//!
//! Text is written as text: a cell that looks like a formula is none. What the format cannot hold whole is refused,
//! never cut.

use super::{Format, Reason, RowWriter, Subject};
use crate::data::rows::Row;
use crate::data::{Table, Value};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as Style, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};

/// Rows that a sheet holds below its header.
const MOST_ROWS: u64 = 1_048_575;
/// Columns that a sheet holds.
const MOST_COLUMNS: u64 = 16_384;
/// Characters that a cell holds.
const LONGEST_CELL: u64 = 32_767;
/// Decimals that a number format shows.
const MOST_DECIMALS: usize = 15;

/// The format.
pub struct Xlsx;

impl Format for Xlsx {
    fn id(&self) -> &'static str {
        "xlsx"
    }

    fn ending(&self) -> &'static str {
        "xlsx"
    }

    fn media_type(&self) -> &'static str {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }

    fn refuses(&self, table: &Table) -> Option<Reason> {
        super::beyond(table, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL)
    }

    fn open<'a>(&self, out: &'a mut (dyn Write + Send), subject: Subject<'a>) -> io::Result<Box<dyn RowWriter + 'a>> {
        let table = subject.table;
        let mut workbook = Workbook::new();
        // The same bytes in every run.
        let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(io::Error::other)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let sheet = workbook.add_worksheet_with_low_memory().map_err(io::Error::other)?;
        begin(sheet, table).map_err(io::Error::other)?;
        Ok(Box::new(XlsxRows { out, workbook, table, styles: Styles::new(), row: 0, scratch: String::new() }))
    }
}

fn begin(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name("data")?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Style::new().set_bold();
    for (at, column) in (0u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &column.name, &bold)?;
    }
    Ok(())
}

struct Styles {
    date: Style,
    moment: Style,
    decimals: Vec<Style>,
}

impl Styles {
    fn new() -> Self {
        let decimals = (0..=MOST_DECIMALS).map(|n| match n {
            0 => Style::new(),
            n => Style::new().set_num_format(format!("0.{}", "0".repeat(n))),
        });
        Styles {
            date: Style::new().set_num_format("yyyy-mm-dd"),
            moment: Style::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            decimals: decimals.collect(),
        }
    }
}

struct XlsxRows<'a> {
    out: &'a mut (dyn Write + Send),
    workbook: Workbook,
    table: &'a Table,
    styles: Styles,
    row: u32,
    scratch: String,
}

impl RowWriter for XlsxRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.row += 1;
        let sheet = self.workbook.worksheet_from_index(0).map_err(io::Error::other)?;
        for (at, (column, number)) in self.table.columns.iter().zip(0u16..).enumerate() {
            let value = column.value(row.cell(at), &mut self.scratch);
            write_cell(sheet, self.row, number, value, &self.styles).map_err(io::Error::other)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        dictionary(self.workbook.add_worksheet(), self.table).map_err(io::Error::other)?;
        self.workbook.save_to_writer(self.out).map_err(io::Error::other)
    }
}

fn write_cell(sheet: &mut Worksheet, row: u32, at: u16, value: Value<'_>, styles: &Styles) -> Result<(), XlsxError> {
    match value {
        Value::Missing => return Ok(()),
        Value::Boolean(yes) => sheet.write_boolean(row, at, yes)?,
        Value::Integer(text) | Value::Number(text) => match exact(text) {
            Some((number, decimals)) => sheet.write_number_with_format(row, at, number, &styles.decimals[decimals])?,
            None => sheet.write_string(row, at, text)?,
        },
        Value::Date(text) | Value::DateTime(text) => {
            let style = if matches!(value, Value::Date(_)) { &styles.date } else { &styles.moment };
            match serial(text) {
                Some(moment) => sheet.write_datetime_with_format(row, at, &moment, style)?,
                None => sheet.write_string(row, at, text)?,
            }
        }
        Value::Time(text) | Value::Text(text) | Value::Json(text) => sheet.write_string(row, at, text)?,
    };
    Ok(())
}

/// The double that gives back these digits, and how many decimals they have; none where no double does.
fn exact(text: &str) -> Option<(f64, usize)> {
    let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let fits = digits <= 15 && decimals <= MOST_DECIMALS && !text.contains(['e', 'E']);
    fits.then(|| text.parse().ok()).flatten().map(|number| (number, decimals))
}

/// A date, or date and time, that the format's calendar (from 1900, without zones) has.
fn serial(text: &str) -> Option<ExcelDateTime> {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let mut parts = date.splitn(3, '-');
    let year: u16 = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    // The first two months of 1900 are a day off: the format believes that the year was a leap year.
    if year <= 1900 {
        return None;
    }
    let moment = ExcelDateTime::from_ymd(year, month, day).ok()?;
    if time.is_empty() {
        return Some(moment);
    }
    let mut parts = time.split(':');
    let (hour, minute) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let second: u8 = parts.next()?.parse().ok()?;
    moment.and_hms(hour, minute, f64::from(second)).ok()
}

/// The columns, one a row, in words for people.
fn dictionary(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name("dictionary")?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Style::new().set_bold();
    for (at, title) in (0u16..).zip(["name", "type", "format", "title", "description", "unit", "missing"]) {
        sheet.write_string_with_format(0, at, title, &bold)?;
    }
    for (row, column) in (1u32..).zip(&table.columns) {
        let words = |words: &crate::text::words::Words| words.all().next().map_or("", |(_, text)| text).to_owned();
        let marks: Vec<String> = column.missing_values.iter().map(|m| format!("\"{m}\"")).collect();
        let cells = [
            column.name.clone(),
            column.kind.id().to_owned(),
            column.format.clone().unwrap_or_default(),
            words(&column.title),
            words(&column.description),
            column.unit.clone().unwrap_or_default(),
            marks.join(" "),
        ];
        for (at, cell) in (0u16..).zip(cells) {
            sheet.write_string(row, at, cell)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exact_numbers_and_true_dates_are_typed() {
        assert_eq!(exact("1.50"), Some((1.5, 2)));
        assert_eq!(exact("12345678901234567890"), None);
        assert!(serial("2020-02-29").is_some() && serial("2020-01-01T10:00:00").is_some());
        assert!(serial("1899-12-31").is_none() && serial("2020-01-01T10:00:00Z").is_none());
    }
}
