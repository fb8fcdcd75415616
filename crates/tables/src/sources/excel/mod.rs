//! Sheets of Excel's workbooks: XLSX as a stream; XLS, whose format makes us hold a sheet whole.
//! Values are read by calamine; what it does not tell of a sheet is read
//! from its part, or its records, once.

mod facts;
mod values;
mod xls;
mod xls_records;
mod xls_sound;
mod xls_stream;
mod xlsx;
mod xlsx_cells;
mod xlsx_part;

use crate::sources::excel::values::{code_formats, text_of};

use super::compression;
use super::links::linked_by;
use super::sheet_cells::{CellRows, FinishPlan, FinishedRows, SheetCell, SheetRow};
use super::sheets::sheet_wanted;
use super::shown_sheet::{ScanExtent, SheetOpener};
use crate::expansion::ExpansionMeter;
use crate::finding::Finding;
use crate::limits::{Limit, Limits};
use crate::rows::Rows;
use crate::schema::TableFile;
use crate::sources::source::{OpenedTable, SAMPLE_ROWS, SourceFormat, TableList};
use crate::table_stream::TableStream;
use crate::unreadable::Unreadable;
use crate::{received_file, zip_file};
use calamine::{Reader, SheetType, SheetVisible, Sheets, Xlsx};
use facts::SheetFacts;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Batches of rows that wait between the thread that unpacks the sheet and the one that reads rows.
const WAITING: usize = 4;
/// Rows and bytes after which a batch is sent: a sheet of empty rows would wake the reading thread a million times.
const BATCH_ROWS: usize = 256;
const BATCH_BYTES: usize = 64 * 1024;

/// Workbooks of Excel: XLSX and XLS.
pub(crate) struct ExcelWorkbook;

impl SourceFormat for ExcelWorkbook {
    fn endings(&self) -> &'static [&'static str] {
        // A binary workbook (XLSB) is known, and refused in words of its own: calamine leaves out its
        // formulas that failed, and ends the program where a record is too short.
        &["xlsx", "xlsm", "xls", "xlsb"]
    }

    fn list_tables(&self, root: &Path, resource: &TableFile) -> Result<TableList, Unreadable> {
        let book = open_book(
            &compression::seekable(root, &resource.path, &resource.limits)?,
            &resource.limits,
        )?;
        let mut listed = TableList::default();
        for sheet in book
            .sheets_metadata()
            .iter()
            .filter(|s| s.typ == SheetType::WorkSheet)
        {
            let mut rows = SheetRows::open(
                (root, &resource.path),
                &resource.limits,
                &sheet.name,
                Arc::default(),
            )?;
            if !holds_something(&mut rows)? {
                continue;
            }
            let list = if sheet.visible == SheetVisible::Visible {
                &mut listed.tables
            } else {
                &mut listed.hidden
            };
            list.push(sheet.name.clone());
        }
        Ok(listed)
    }

    fn open(
        &self,
        root: &Path,
        resource: &TableFile,
        found: &mut Vec<Finding>,
    ) -> Result<OpenedTable, Unreadable> {
        let limits = &resource.limits;
        let file = compression::seekable(root, &resource.path, limits)?;
        let book = open_book(&file, limits)?;
        let names = book.sheet_names();
        let sheet = names
            .get(sheet_wanted(&names, resource)?)
            .ok_or(Unreadable::Empty)?
            .clone();
        let (facts, shows_codes) = match book {
            Sheets::Xlsx(mut book) => (
                xlsx_part::facts(&file, &sheet, limits)?,
                has_codes(&mut book, &sheet)?,
            ),
            _ => (xls_records::facts(&file, &sheet)?, false),
        };
        let facts = Arc::new(facts);
        let mut rows = SheetRows::open(
            (root, &resource.path),
            &resource.limits,
            &sheet,
            Arc::clone(&facts),
        )?;
        let extent = if facts.are_of_cells() || shows_codes {
            ScanExtent::Whole
        } else {
            ScanExtent::Sample
        };
        let opening = SheetOpener {
            name: &sheet,
            resource,
            extent,
            shown: facts.shown_sheet(),
        };
        opening.open(
            &mut rows,
            |plan| ExcelStream {
                sheet: sheet.clone(),
                limits: *limits,
                facts,
                plan,
            },
            found,
        )
    }
}

/// Whether the workbook has number formats that make codes of numbers.
fn has_codes(book: &mut Xlsx<BufReader<File>>, sheet: &str) -> Result<bool, Unreadable> {
    let cells = book
        .worksheet_cells_reader(sheet)
        .map_err(Unreadable::damaged)?;
    Ok(code_formats(cells.styles()).iter().any(Option::is_some))
}

/// Whether any of the first rows holds something.
fn holds_something(rows: &mut SheetRows) -> Result<bool, Unreadable> {
    let mut row = SheetRow::default();
    for _ in 0..SAMPLE_ROWS {
        if !rows.read_cells(&mut row)? {
            return Ok(false);
        }
        if row.cells.iter().any(|cell| !cell.text.trim().is_empty()) {
            return Ok(true);
        }
    }
    Ok(true)
}

/// Opens a workbook of either format, told by its bytes.
fn open_book(file: &File, limits: &Limits) -> Result<Sheets<BufReader<File>>, Unreadable> {
    let mut file = file.try_clone()?;
    if file.metadata()?.len() == 0 {
        return Err(Unreadable::Empty);
    }
    let mut first = [0; 2];
    file.seek(SeekFrom::Start(0))?;
    file.read_exact(&mut first).map_err(Unreadable::damaged)?;
    file.seek(SeekFrom::Start(0))?;
    if first != *b"PK" {
        xls_records::look(&file)?;
        file.seek(SeekFrom::Start(0))?;
        return xls::open(file, limits).map(Sheets::Xls);
    }
    zip_file::expect(&file, "xlsx", limits)?;
    xlsx::open(file, limits).map(Sheets::Xlsx)
}

#[derive(Debug)]
struct ExcelStream {
    sheet: String,
    limits: Limits,
    facts: Arc<SheetFacts>,
    plan: Arc<FinishPlan>,
}

impl TableStream for ExcelStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let rows = SheetRows::open(
            (root, path),
            &self.limits,
            &self.sheet,
            Arc::clone(&self.facts),
        )?;
        Ok(Box::new(FinishedRows::new(rows, &self.plan)))
    }

    fn has_columns(&self) -> bool {
        true
    }

    fn has_sparse_rows(&self) -> bool {
        true
    }
}

/// A batch of a sheet's rows, or why there are no more.
type SentBatch = Result<Vec<SheetRow>, Unreadable>;

/// The rows of a sheet, from the thread that unpacks it.
struct SheetRows {
    batches: Receiver<SentBatch>,
    batch: std::vec::IntoIter<SheetRow>,
    facts: Arc<SheetFacts>,
}

impl SheetRows {
    fn open(
        (root, path): (&Path, &str),
        limits: &Limits,
        sheet: &str,
        facts: Arc<SheetFacts>,
    ) -> Result<SheetRows, Unreadable> {
        let (send, batches) = sync_channel(WAITING);
        let file = compression::seekable(root, path, limits)?;
        let (limits, meter) = (
            *limits,
            ExpansionMeter::new(limits, received_file::length(root, path)?),
        );
        let (sheet, known) = (sheet.to_owned(), Arc::clone(&facts));
        // The sheet's reader borrows the workbook, so both live in a thread of their own, which ends with the rows
        // or with whoever reads them.
        std::thread::Builder::new()
            .name("sheet".into())
            .spawn(move || {
                let longest =
                    usize::try_from(limits.mebibytes(Limit::RowMib)).unwrap_or(usize::MAX);
                let widest = limits.count(Limit::Columns);
                let mut out = RowSender {
                    batches: &send,
                    batch: Vec::new(),
                    bytes: 0,
                    meter,
                    longest,
                    widest,
                };
                let outcome = open_book(&file, &limits).and_then(|book| match book {
                    Sheets::Xlsx(book) => send_streamed(book, &sheet, &known, &mut out),
                    other => send_whole(other, &sheet, &known, &mut out),
                });
                // What was read before a fault is sent before it, so that the fault's line is reached.
                if out.flush()
                    && let Err(why) = outcome
                {
                    let _ = send.send(Err(why));
                }
            })?;
        Ok(SheetRows {
            batches,
            batch: Vec::new().into_iter(),
            facts,
        })
    }
}

impl CellRows for SheetRows {
    fn read_cells(&mut self, row: &mut SheetRow) -> Result<bool, Unreadable> {
        loop {
            if let Some(next) = self.batch.next() {
                *row = next;
                return Ok(true);
            }
            let Ok(sent) = self.batches.recv() else {
                return Ok(false);
            };
            self.batch = sent?.into_iter();
        }
    }

    fn hides(&self, column: usize) -> bool {
        self.facts.hides(column)
    }
}

/// Where the rows of a sheet go, and how many cells may.
struct RowSender<'a> {
    batches: &'a SyncSender<SentBatch>,
    batch: Vec<SheetRow>,
    bytes: usize,
    meter: ExpansionMeter,
    longest: usize,
    widest: usize,
}

impl RowSender<'_> {
    /// Sends a row; false when nobody reads any more.
    fn send(&mut self, row: SheetRow) -> Result<bool, Unreadable> {
        self.meter
            .take_texts(row.cells.iter().map(|cell| cell.text.as_str()), row.line)?;
        self.bytes += row
            .cells
            .iter()
            .map(|cell| size_of::<SheetCell>() + cell.text.len())
            .sum::<usize>();
        self.batch.push(row);
        if self.batch.len() < BATCH_ROWS && self.bytes < BATCH_BYTES {
            return Ok(true);
        }
        Ok(self.flush())
    }

    /// Sends the batch; false when nobody reads any more.
    fn flush(&mut self) -> bool {
        self.bytes = 0;
        self.batches
            .send(Ok(std::mem::take(&mut self.batch)))
            .is_ok()
    }

    /// Refuses a cell that is too far to the right, or makes its row too long: a text that is shared is in the file
    /// once, and may be meant in every cell.
    fn weigh(&self, line: u32, column: usize, bytes: usize) -> Result<(), Unreadable> {
        let line = u64::from(line) + 1;
        if column >= self.widest {
            return Err(Unreadable::TooWide {
                line,
                limit: self.widest,
            });
        }
        if bytes > self.longest {
            return Err(Unreadable::TooLong {
                line,
                limit: self.longest,
            });
        }
        Ok(())
    }
}

fn send_streamed(
    mut book: Xlsx<BufReader<File>>,
    sheet: &str,
    facts: &SheetFacts,
    out: &mut RowSender<'_>,
) -> Result<(), Unreadable> {
    let reader = book
        .worksheet_cells_reader(sheet)
        .map_err(Unreadable::damaged)?;
    let mut cells = xlsx_cells::StreamedCells::new(reader, facts);
    let (mut line, mut row, mut bytes) = (0u32, Vec::new(), 0);
    while let Some(xlsx_cells::StreamedValue {
        at: (at_row, at_column),
        text,
        held,
    }) = cells.next()?
    {
        while line < at_row {
            if !out.send(sheet_row(line, std::mem::take(&mut row)))? {
                return Ok(());
            }
            (line, bytes) = (line + 1, 0);
        }
        let column = usize::try_from(at_column).map_err(Unreadable::damaged)?;
        out.weigh(line, column, bytes)?;
        row.resize(row.len().max(column + 1), SheetCell::default());
        bytes += text.len();
        row[column] = facts.cell((at_row, at_column), text, held);
    }
    out.weigh(line, 0, bytes)?;
    out.send(sheet_row(line, row)).map(drop)
}

fn sheet_row(line: u32, cells: Vec<SheetCell>) -> SheetRow {
    // Hidden rows are known from the sheet's part.
    SheetRow {
        line: u64::from(line) + 1,
        is_hidden: false,
        cells,
    }
}

fn send_whole(
    mut book: Sheets<BufReader<File>>,
    sheet: &str,
    facts: &SheetFacts,
    out: &mut RowSender<'_>,
) -> Result<(), Unreadable> {
    let formulas = book.worksheet_formula(sheet).map_err(Unreadable::damaged)?;
    let range = book.worksheet_range(sheet).map_err(Unreadable::damaged)?;
    let (first_row, first_column) = range.start().unwrap_or((0, 0));
    for line in 0..first_row {
        if !out.send(sheet_row(line, Vec::new()))? {
            return Ok(());
        }
    }
    for (values, line) in range.rows().zip(first_row..) {
        let padding = (0..first_column).map(|_| SheetCell::default());
        let cells = values.iter().zip(first_column..).map(|(value, column)| {
            let at = (line, column);
            let (text, held) = text_of(value, facts.formats.get(&at).map(AsRef::as_ref));
            let mut cell = facts.cell(at, text, held);
            cell.link = cell.link.or_else(|| linked_by(formulas.get_value(at)?));
            cell
        });
        if !out.send(sheet_row(line, padding.chain(cells).collect()))? {
            break;
        }
    }
    Ok(())
}
