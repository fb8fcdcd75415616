//! Sheets of Excel's workbooks: XLSX as a stream; XLS, whose format makes us hold a sheet whole. A sheet of XLS has at
//! most 65,536 rows of 256 cells, which bounds it.

use super::{Held, Opened, SAMPLE_ROWS, Source, Stream, packing, sheet_wanted};
use crate::data::fault::Unreadable;
use crate::data::rows::{Row, Rows};
use crate::data::zipped;
use crate::diag::{Diagnostic, Place, codes};
use crate::model::dataset::Resource;
use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Sheets, Xls, Xlsx};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Rows that wait between the thread that unpacks the sheet and the one that reads rows.
const WAITING: usize = 256;

/// Workbooks.
pub struct Workbook;

impl Source for Workbook {
    fn endings(&self) -> &'static [&'static str] {
        &["xlsx", "xlsm", "xls"]
    }

    fn held(&self, root: &Path, resource: &Resource) -> Result<Held, Unreadable> {
        let book = book(root, &resource.path)?;
        let mut held = Held::default();
        for sheet in book.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet) {
            let stream = SheetStream { sheet: sheet.name.clone() };
            if !holds_something(&mut *stream.rows(root, &resource.path)?)? {
                continue;
            }
            let list = if sheet.visible == SheetVisible::Visible { &mut held.tables } else { &mut held.hidden };
            list.push(sheet.name.clone());
        }
        Ok(held)
    }

    fn open(&self, root: &Path, resource: &Resource, found: &mut Vec<Diagnostic>) -> Result<Opened, Unreadable> {
        let book = book(root, &resource.path)?;
        let names = book.sheet_names();
        let sheet = names.get(sheet_wanted(&names, resource)?).ok_or(Unreadable::Empty)?.clone();
        if let Some((line, count)) = formulas_without_values(book, &sheet)? {
            let finding = Diagnostic::new(&codes::DATA_FORMULA_WITHOUT_VALUE);
            found.push(finding.at(Place::line(&resource.path, line)).arg("count", count).arg("sheet", &sheet));
        }
        Opened::sampled(SheetStream { sheet }, root, resource, found)
    }
}

/// The line of the first formula that no value is stored with, and how many such there are in the first rows: programs
/// that write formulas do not compute them, and what they come to is in no cell.
fn formulas_without_values(book: Sheets<BufReader<File>>, sheet: &str) -> Result<Option<(usize, usize)>, Unreadable> {
    let Sheets::Xlsx(mut book) = book else { return Ok(None) };
    let mut cells = book.worksheet_cells_reader(sheet).map_err(malformed)?;
    let mut found: Option<(usize, usize)> = None;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(malformed)? {
        let line = usize::try_from(cell.pos.0).map_err(malformed)? + 1;
        if line > SAMPLE_ROWS {
            break;
        }
        let is_blank = match cell.value {
            DataRef::Empty => true,
            DataRef::String(text) => text.is_empty(),
            _ => false,
        };
        if cell.formula.is_some() && is_blank {
            let (first, count) = found.unwrap_or((line, 0));
            found = Some((first, count + 1));
        }
    }
    Ok(found)
}

/// Whether any of the first rows holds something.
fn holds_something(rows: &mut dyn Rows) -> Result<bool, Unreadable> {
    let mut row = Row::new();
    for _ in 0..SAMPLE_ROWS {
        if !rows.read(&mut row)? {
            return Ok(false);
        }
        if !row.is_blank() {
            return Ok(true);
        }
    }
    Ok(true)
}

fn book(root: &Path, path: &str) -> Result<Sheets<BufReader<File>>, Unreadable> {
    open_book(&packing::seekable(root, path)?)
}

/// Largest file of the old format that is read, in bytes: its strings are held in memory.
const LARGEST_XLS: u64 = 128 << 20;

/// Opens a workbook of either format, told by its bytes.
fn open_book(file: &File) -> Result<Sheets<BufReader<File>>, Unreadable> {
    let mut file = file.try_clone()?;
    let mut first = [0; 2];
    file.seek(SeekFrom::Start(0))?;
    file.read_exact(&mut first)?;
    file.seek(SeekFrom::Start(0))?;
    if first != *b"PK" {
        let length = file.metadata()?.len();
        if length > LARGEST_XLS {
            let detail = format!("{} > {} MiB", length >> 20, LARGEST_XLS >> 20);
            return Err(Unreadable::Packed { cause: "too-large", detail });
        }
        return Ok(Sheets::Xls(Xls::new(BufReader::new(file)).map_err(malformed)?));
    }
    weigh(&file)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(Sheets::Xlsx(Xlsx::new(BufReader::new(file)).map_err(malformed)?))
}

/// Parts of a workbook that are held in memory, and how large they may be unpacked. Rows are not among them.
const HELD: &[(&str, u64)] = &[("xl/sharedStrings.xml", 512 << 20), ("xl/styles.xml", 64 << 20)];

/// Refuses a workbook that would fill the memory when it is opened.
fn weigh(file: &File) -> Result<(), Unreadable> {
    for (part, most) in HELD {
        let mut file = file.try_clone()?;
        file.seek(SeekFrom::Start(0))?;
        // Calamine says what is wrong with a workbook that lacks a part.
        let Ok(part) = zipped::open(file, part) else { continue };
        if io::copy(&mut part.take(most + 1), &mut io::sink())? > *most {
            return Err(Unreadable::Packed { cause: "too-large", detail: format!("> {} MiB", most >> 20) });
        }
    }
    Ok(())
}

#[derive(Debug)]
struct SheetStream {
    sheet: String,
}

impl Stream for SheetStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let (send, rows) = sync_channel(WAITING);
        let file = packing::seekable(root, path)?;
        let sheet = self.sheet.clone();
        // The sheet's reader borrows the workbook, so both live in a thread of their own, which ends with the rows
        // or with whoever reads them.
        std::thread::Builder::new().name("sheet".into()).spawn(move || {
            let outcome = open_book(&file).and_then(|book| match book {
                Sheets::Xlsx(book) => send_streamed(book, &sheet, &send),
                other => send_whole(other, &sheet, &send),
            });
            if let Err(why) = outcome {
                let _ = send.send(Err(why));
            }
        })?;
        Ok(Box::new(SheetRows { rows }))
    }

    fn has_columns(&self) -> bool {
        true
    }

    fn has_sparse_rows(&self) -> bool {
        true
    }
}

/// A row of a sheet, or why there are no more.
type Sent = Result<(u64, Vec<String>), Unreadable>;

struct SheetRows {
    rows: Receiver<Sent>,
}

impl Rows for SheetRows {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        match self.rows.recv() {
            Ok(Ok((line, cells))) => {
                *row = Row::of(line, cells.iter().map(String::as_str));
                Ok(true)
            }
            Ok(Err(why)) => Err(why),
            Err(_) => Ok(false),
        }
    }
}

fn malformed(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::Malformed(error.to_string())
}

fn send_streamed(mut book: Xlsx<BufReader<File>>, sheet: &str, out: &SyncSender<Sent>) -> Result<(), Unreadable> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(malformed)?;
    let (mut line, mut row) = (0u32, Vec::new());
    while let Some(cell) = cells.next_cell().map_err(malformed)? {
        let (at_row, at_column) = cell.get_position();
        while line < at_row {
            if out.send(Ok((u64::from(line) + 1, std::mem::take(&mut row)))).is_err() {
                return Ok(());
            }
            line += 1;
        }
        let column = usize::try_from(at_column).map_err(malformed)?;
        row.resize(row.len().max(column + 1), String::new());
        row[column] = text_of_ref(cell.get_value());
    }
    let _ = out.send(Ok((u64::from(line) + 1, row)));
    Ok(())
}

fn send_whole(mut book: Sheets<BufReader<File>>, sheet: &str, out: &SyncSender<Sent>) -> Result<(), Unreadable> {
    let range = book.worksheet_range(sheet).map_err(malformed)?;
    let (first_row, first_column) = range.start().unwrap_or((0, 0));
    let above = (1..=u64::from(first_row)).map(|line| (line, Vec::new()));
    let rows = range.rows().zip(u64::from(first_row) + 1..).map(|(row, line)| {
        let padding = (0..first_column).map(|_| String::new());
        (line, padding.chain(row.iter().map(text_of)).collect::<Vec<String>>())
    });
    for sent in above.chain(rows) {
        if out.send(Ok(sent)).is_err() {
            break;
        }
    }
    Ok(())
}

fn text_of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => text_of(&Data::from(other.clone())),
    }
}

/// A cell's value as text, so that it is read back as the same value.
fn text_of(value: &Data) -> String {
    match value {
        Data::Int(n) => n.to_string(),
        Data::Float(n) => n.to_string(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(moment) => text_of_moment(*moment),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// A date where the time is midnight, a time where there is no date, else both; durations in hours.
fn text_of_moment(moment: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let value = moment.as_f64();
    let fraction = if milli == 0 { String::new() } else { format!(".{milli:03}") };
    if moment.is_duration() || (0.0..1.0).contains(&value) {
        let days = value.trunc() * 24.0;
        return format!("{:02}:{minute:02}:{second:02}{fraction}", days + f64::from(hour));
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second, milli) == (0, 0, 0, 0) {
        return date;
    }
    format!("{date}T{hour:02}:{minute:02}:{second:02}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn serials_in_both_date_systems() {
        let text = |value, is_1904| text_of_moment(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904));
        // 45292 is 2024-01-01 by Excel's own DATE(2024,1,1); in the 1904 system it is 43830.
        assert_eq!(text(45292.0, false), "2024-01-01");
        assert_eq!(text(43830.0, true), "2024-01-01");
        assert_eq!(text(45292.5, false), "2024-01-01T12:00:00");
        assert_eq!(text(0.25, false), "06:00:00");
    }
}
