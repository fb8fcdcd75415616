//! Sheets of OpenDocument workbooks, read as a stream: memory does not grow with the rows.
//!
//! A spreadsheet program writes a cell or a row that repeats once, with a count; blank rows and cells to the sheet's
//! last edge are so written too, and are no rows. What is computed is beside its formula and is read.

mod attributes;
mod cell;
mod encrypted;
mod styles;
mod words;

use super::compression;
use super::links::{CellLink, linked_by};
use super::sheet_cells::{
    CellContent as Holds, CellRows, SheetCell, SheetRow, is_error, plain_number,
};
use super::sheets::{SheetFormat, Sheets};
use crate::expansion::ExpansionMeter;
use crate::limits::Limits;
use crate::sources::ods::attributes::{attribute, malformed, repeated};
use crate::unreadable::Unreadable;
use crate::{received_file, zip_file};
use cell::{OdsCellTag, with_zeros};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Read};
use std::path::Path;
use styles::OdsStyles;
use words::OdsCellWords;

/// Workbooks of OpenDocument (ISO/IEC 26300).
#[derive(Debug)]
pub(crate) struct OpenDocument;

impl SheetFormat for OpenDocument {
    const ENDINGS: &'static [&'static str] = &["ods"];
    type Reader = OdsSheets;

    fn open(root: &Path, path: &str, limits: &Limits) -> Result<OdsSheets, Unreadable> {
        OdsSheets::open(root, path, limits)
    }
}

/// A document's text, read as a stream.
type ContentReader = Reader<BufReader<Box<dyn Read + Send>>>;

/// Reads the next event into a buffer that is emptied before.
fn next_event<'b>(
    xml: &mut ContentReader,
    buffer: &'b mut Vec<u8>,
) -> Result<Event<'b>, Unreadable> {
    buffer.clear();
    xml.read_event_into(buffer).map_err(malformed)
}

/// The sheets of a document, one after the other, and the rows of the one begun.
pub(crate) struct OdsSheets {
    xml: ContentReader,
    buffer: Vec<u8>,
    styles: OdsStyles,
    /// The columns of the sheet begun.
    columns: Vec<OdsColumns>,
    /// Whether a sheet is begun and not ended, and whether its author hid it.
    inside: bool,
    hidden: bool,
    /// The number of the next row, from 1.
    line: u64,
    /// Blank rows that are before the row that waits, or before the sheet's end.
    blank: u64,
    /// A row that still has to be given.
    waiting: Option<RepeatedRow>,
    meter: ExpansionMeter,
}

/// Columns that stand together and are alike.
struct OdsColumns {
    /// The first of the columns after them.
    end: usize,
    is_hidden: bool,
    /// The style of cells that have none.
    style: Option<String>,
}

impl OdsColumns {
    /// Parses the tag of columns from `first` on, of which no sheet has more than `widest`.
    fn of(tag: &BytesStart<'_>, first: usize, widest: usize) -> Result<OdsColumns, Unreadable> {
        let count = usize::try_from(repeated(tag, "columns")?).unwrap_or(widest);
        Ok(OdsColumns {
            end: first.saturating_add(count).min(widest),
            is_hidden: is_hidden(tag)?,
            style: attribute(tag, "table:default-cell-style-name")?,
        })
    }
}

/// A row that has to be given so many times.
struct RepeatedRow {
    cells: Vec<SheetCell>,
    is_hidden: bool,
    times: u64,
}

impl Sheets for OdsSheets {
    fn next_sheet(&mut self) -> Result<Option<String>, Unreadable> {
        (self.inside, self.line, self.blank, self.waiting) = (false, 1, 0, None);
        self.columns.clear();
        loop {
            match next_event(&mut self.xml, &mut self.buffer)? {
                Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                    let name = attribute(&tag, "table:name")?.unwrap_or_default();
                    let style = attribute(&tag, "table:style-name")?;
                    self.hidden = style.is_some_and(|style| self.styles.hides_table(&style));
                    self.inside = true;
                    return Ok(Some(name));
                }
                Event::Eof => return Ok(None),
                event => self.styles.take(&event),
            }
        }
    }

    fn end_sheet(&mut self) -> Result<bool, Unreadable> {
        // What is left of it is passed over on the way to the next one.
        Ok(self.hidden)
    }
}

impl CellRows for OdsSheets {
    fn read_cells(&mut self, row: &mut SheetRow) -> Result<bool, Unreadable> {
        if self.waiting.is_none() && self.inside {
            self.advance()?;
        }
        let Some(waiting) = &mut self.waiting else {
            return Ok(false);
        };
        (row.line, row.is_hidden) = (self.line, false);
        row.cells.clear();
        if self.blank > 0 {
            self.blank -= 1;
        } else {
            row.is_hidden = waiting.is_hidden;
            waiting.times -= 1;
            if waiting.times > 0 {
                row.cells.extend_from_slice(&waiting.cells);
            } else {
                row.cells = std::mem::take(&mut waiting.cells);
                self.waiting = None;
            }
        }
        self.meter
            .take_texts(row.cells.iter().map(|cell| cell.text.as_str()), self.line)?;
        self.line += 1;
        Ok(true)
    }

    fn hides(&self, column: usize) -> bool {
        self.columns_at(column)
            .is_some_and(|columns| columns.is_hidden)
    }
}

impl OdsSheets {
    fn open(root: &Path, path: &str, limits: &Limits) -> Result<Self, Unreadable> {
        let file = compression::seekable(root, path, limits)?;
        zip_file::expect(&file, "ods", limits)?;
        encrypted::refuse(&file, limits)?;
        let mut styles = OdsStyles::default();
        if let Ok(part) = zip_file::open(file.try_clone()?, "styles.xml", limits) {
            styles.read(part)?;
        }
        let content = zip_file::open(file, "content.xml", limits)?;
        let xml = Reader::from_reader(BufReader::with_capacity(64 * 1024, content));
        Ok(OdsSheets {
            xml,
            buffer: Vec::new(),
            styles,
            columns: Vec::new(),
            inside: false,
            hidden: false,
            line: 1,
            blank: 0,
            waiting: None,
            meter: ExpansionMeter::new(limits, received_file::length(root, path)?),
        })
    }

    fn columns_at(&self, column: usize) -> Option<&OdsColumns> {
        self.columns.iter().find(|columns| column < columns.end)
    }

    /// Reads up to the next row that holds something.
    fn advance(&mut self) -> Result<(), Unreadable> {
        loop {
            let (tag, empty) = match next_event(&mut self.xml, &mut self.buffer)? {
                Event::Start(tag) => (tag, false),
                Event::Empty(tag) => (tag, true),
                Event::End(tag) if tag.name().as_ref() == "table:table" => {
                    self.inside = false;
                    return Ok(());
                }
                Event::Eof => return Err(malformed("content.xml")),
                _ => continue,
            };
            match tag.name().as_ref() {
                "table:table-column" => {
                    let first = self.columns.last().map_or(0, |columns| columns.end);
                    if first < self.meter.widest {
                        let columns = OdsColumns::of(&tag, first, self.meter.widest)?;
                        self.columns.push(columns);
                    }
                }
                "table:table-row" => {
                    let row = OdsRowTag::of(&tag)?;
                    if self.take_row(&row, empty)? {
                        return Ok(());
                    }
                }
                _ => {}
            }
        }
    }

    /// Reads the cells of a row; false where they are blank.
    fn take_row(&mut self, row: &OdsRowTag, is_empty: bool) -> Result<bool, Unreadable> {
        let cells = if is_empty {
            Vec::new()
        } else {
            self.cells(row.style.as_deref())?
        };
        if cells.iter().all(|cell| cell.text.trim().is_empty()) {
            self.blank += row.times;
            return Ok(false);
        }
        self.waiting = Some(RepeatedRow {
            cells,
            is_hidden: row.is_hidden,
            times: row.times,
        });
        Ok(true)
    }

    /// Reads the cells of the row begun, without the blank ones after its last.
    fn cells(&mut self, row_style: Option<&str>) -> Result<Vec<SheetCell>, Unreadable> {
        let mut row = OdsCells::default();
        loop {
            let (tag, words) = match next_event(&mut self.xml, &mut self.buffer)? {
                Event::Start(tag) if is_cell(&tag) => {
                    let tag = OdsCellTag::of(&tag)?;
                    (tag, self.words()?)
                }
                Event::Empty(tag) if is_cell(&tag) => {
                    (OdsCellTag::of(&tag)?, OdsCellWords::default())
                }
                Event::End(tag) if tag.name().as_ref() == "table:table-row" => {
                    return Ok(row.cells);
                }
                Event::Eof => return Err(malformed("content.xml")),
                _ => continue,
            };
            let column = row.cells.len() + row.blank;
            let cell = self.cell(&tag, words, (column, row_style));
            row.push(cell, tag.times, &self.meter, self.line + self.blank)?;
        }
    }

    /// Returns a cell at this column, in a row with this style.
    fn cell(
        &self,
        tag: &OdsCellTag,
        words: OdsCellWords,
        (column, row_style): (usize, Option<&str>),
    ) -> SheetCell {
        let OdsCellWords {
            text: words, link, ..
        } = words;
        let formula = tag.formula.as_deref();
        let link = link
            .and_then(|address| CellLink::to(&address))
            .or_else(|| formula.and_then(linked_by));
        let number = tag.number();
        let (text, held) = match (tag.value(), number) {
            (None, _) if formula.is_some() && words.is_empty() && !tag.is_text() => {
                (words, Holds::Formula)
            }
            (None, _) if tag.is_error() => (words, Holds::Error),
            // Programs that know no errors in a document write a value that the formula does not have, and show the word.
            (_, _) if is_error(&words) && (formula.is_some() || number.is_some()) => {
                (words, Holds::Error)
            }
            (None, _) => (words, Holds::Text),
            (Some(text), None) => (text, Holds::Text),
            (Some(text), Some(number)) => {
                let style = tag.style.as_deref().or(row_style);
                let style = style.or_else(|| self.columns_at(column)?.style.as_deref());
                let format = style.and_then(|style| self.styles.code_format(style));
                match format
                    .and_then(|format| format.text(number))
                    .or_else(|| with_zeros(&words, number))
                {
                    Some(shown) => (shown, Holds::Code),
                    None => (plain_number(text), Holds::Number),
                }
            }
        };
        SheetCell {
            text,
            held,
            covers: tag.covers,
            link,
        }
    }

    /// Reads the paragraphs of the cell begun, up to its end.
    fn words(&mut self) -> Result<OdsCellWords, Unreadable> {
        let (mut words, line) = (
            OdsCellWords::begun(self.meter.longest),
            self.line + self.blank,
        );
        while words.depth > 0 {
            match next_event(&mut self.xml, &mut self.buffer)? {
                Event::Start(tag) => words.begin(&tag)?,
                Event::Empty(tag) if words.aside == 0 => words.pass(&tag)?,
                Event::End(_) => words.end(),
                Event::Eof => return Err(malformed("content.xml")),
                event if words.are_shown() => words.add(&event)?,
                _ => {}
            }
            if words.text.len() > words.longest {
                return Err(Unreadable::TooLong {
                    line,
                    limit: words.longest,
                });
            }
        }
        Ok(words)
    }
}

/// What a row's tag says.
struct OdsRowTag {
    times: u64,
    is_hidden: bool,
    /// The style of cells that have none.
    style: Option<String>,
}

impl OdsRowTag {
    fn of(tag: &BytesStart<'_>) -> Result<OdsRowTag, Unreadable> {
        Ok(OdsRowTag {
            times: repeated(tag, "rows")?,
            is_hidden: is_hidden(tag)?,
            style: attribute(tag, "table:default-cell-style-name")?,
        })
    }
}

/// The cells of a row that are read.
#[derive(Default)]
struct OdsCells {
    cells: Vec<SheetCell>,
    /// Blank cells that count only if another follows.
    blank: usize,
    bytes: usize,
}

impl OdsCells {
    /// Adds a cell so many times.
    ///
    /// # Errors
    /// When the row becomes longer or wider than the meter allows.
    fn push(
        &mut self,
        cell: SheetCell,
        times: u64,
        meter: &ExpansionMeter,
        line: u64,
    ) -> Result<(), Unreadable> {
        let times = usize::try_from(times).unwrap_or(usize::MAX);
        if cell.text.is_empty() && cell.held != Holds::Formula {
            self.blank = times.saturating_add(self.blank);
            return Ok(());
        }
        let width = self.cells.len().saturating_add(self.blank);
        if width.saturating_add(times) > meter.widest {
            return Err(Unreadable::TooWide {
                line,
                limit: meter.widest,
            });
        }
        self.bytes = self
            .bytes
            .saturating_add(cell.text.len().saturating_mul(times));
        if self.bytes > meter.longest {
            return Err(Unreadable::TooLong {
                line,
                limit: meter.longest,
            });
        }
        self.blank = 0;
        self.cells.resize(width, SheetCell::default());
        self.cells.resize(width + times, cell);
        Ok(())
    }
}

fn is_cell(tag: &BytesStart<'_>) -> bool {
    matches!(
        tag.name().as_ref(),
        "table:table-cell" | "table:covered-table-cell"
    )
}

/// Whether a row or column is hidden, by its author or by a filter.
fn is_hidden(tag: &BytesStart<'_>) -> Result<bool, Unreadable> {
    Ok(attribute(tag, "table:visibility")?.is_some_and(|how| how != "visible"))
}
