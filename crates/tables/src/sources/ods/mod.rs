//! Sheets of OpenDocument workbooks, read as a stream: memory does not grow with the rows.
//!
//! A spreadsheet program writes a cell or a row that repeats once, with a count; blank rows and cells to the sheet's
//! last edge are so written too, and are no rows. What is computed is beside its formula and is read.

mod attributes;
mod cell;
mod encrypted;
mod styles;

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

/// Longest text of a cell, in bytes.
const LONGEST_CELL: usize = 1 << 20;

/// OpenDocument workbooks.
#[derive(Debug)]
pub(crate) struct OpenDocument;

impl SheetFormat for OpenDocument {
    const ENDINGS: &'static [&'static str] = &["ods"];
    type Reader = OdsSheets;

    fn open(root: &Path, path: &str, limits: &Limits) -> Result<OdsSheets, Unreadable> {
        OdsSheets::open(root, path, limits)
    }
}

/// The sheets of a document, one after the other, and the rows of the one begun.
pub(crate) struct OdsSheets {
    xml: Reader<BufReader<Box<dyn Read + Send>>>,
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
    /// The address of the last link in the cell that is being read.
    link: Option<String>,
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
            self.buffer.clear();
            match self
                .xml
                .read_event_into(&mut self.buffer)
                .map_err(malformed)?
            {
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
            link: None,
            meter: ExpansionMeter::new(limits, received_file::length(root, path)?),
        })
    }

    fn columns_at(&self, column: usize) -> Option<&OdsColumns> {
        self.columns.iter().find(|columns| column < columns.end)
    }

    /// Reads up to the next row that holds something.
    fn advance(&mut self) -> Result<(), Unreadable> {
        loop {
            self.buffer.clear();
            let (tag, empty) = match self
                .xml
                .read_event_into(&mut self.buffer)
                .map_err(malformed)?
            {
                Event::Start(tag) => (tag, false),
                Event::Empty(tag) => (tag, true),
                Event::End(tag) if tag.name().as_ref() == "table:table" => {
                    self.inside = false;
                    return Ok(());
                }
                Event::Eof => return Err(malformed("content.xml")),
                _ => continue,
            };
            if tag.name().as_ref() == "table:table-column" {
                let first = self.columns.last().map_or(0, |columns| columns.end);
                let count =
                    usize::try_from(repeated(&tag, "columns")?).unwrap_or(self.meter.widest);
                if first < self.meter.widest {
                    let (is_hidden, style) = (
                        is_hidden(&tag)?,
                        attribute(&tag, "table:default-cell-style-name")?,
                    );
                    self.columns.push(OdsColumns {
                        end: first.saturating_add(count).min(self.meter.widest),
                        is_hidden,
                        style,
                    });
                }
            }
            if tag.name().as_ref() != "table:table-row" {
                continue;
            }
            let (times, is_hidden) = (repeated(&tag, "rows")?, is_hidden(&tag)?);
            let style = attribute(&tag, "table:default-cell-style-name")?;
            let cells = if empty {
                Vec::new()
            } else {
                self.cells(style.as_deref())?
            };
            if cells.iter().all(|cell| cell.text.trim().is_empty()) {
                self.blank += times;
            } else {
                self.waiting = Some(RepeatedRow {
                    cells,
                    is_hidden,
                    times,
                });
                return Ok(());
            }
        }
    }

    /// The cells of the row begun, without the blank ones after its last.
    fn cells(&mut self, row_style: Option<&str>) -> Result<Vec<SheetCell>, Unreadable> {
        let mut cells: Vec<SheetCell> = Vec::new();
        // Blank cells that count only if another follows.
        let (mut blank, mut bytes) = (0, 0usize);
        loop {
            self.buffer.clear();
            let (cell, times) = match self
                .xml
                .read_event_into(&mut self.buffer)
                .map_err(malformed)?
            {
                Event::Start(tag) if is_cell(&tag) => {
                    let tag = OdsCellTag::of(&tag)?;
                    let words = self.words()?;
                    let link = self.link.take();
                    (
                        self.cell(&tag, words, link, (cells.len() + blank, row_style)),
                        tag.times,
                    )
                }
                Event::Empty(tag) if is_cell(&tag) => {
                    let tag = OdsCellTag::of(&tag)?;
                    (
                        self.cell(&tag, String::new(), None, (cells.len() + blank, row_style)),
                        tag.times,
                    )
                }
                Event::End(tag) if tag.name().as_ref() == "table:table-row" => return Ok(cells),
                Event::Eof => return Err(malformed("content.xml")),
                _ => continue,
            };
            let times = usize::try_from(times).unwrap_or(usize::MAX);
            if cell.text.is_empty() && cell.held != Holds::Formula {
                blank = times.saturating_add(blank);
                continue;
            }
            if cells.len().saturating_add(blank).saturating_add(times) > self.meter.widest {
                return Err(Unreadable::TooWide {
                    line: self.line + self.blank,
                    limit: self.meter.widest,
                });
            }
            bytes = bytes.saturating_add(cell.text.len().saturating_mul(times));
            if bytes > self.meter.longest {
                return Err(Unreadable::TooLong {
                    line: self.line + self.blank,
                    limit: self.meter.longest,
                });
            }
            cells.resize(
                cells.len() + std::mem::take(&mut blank),
                SheetCell::default(),
            );
            cells.resize(cells.len() + times, cell);
        }
    }

    /// A cell at this column, in a row with this style.
    fn cell(
        &self,
        tag: &OdsCellTag,
        words: String,
        link: Option<String>,
        (column, row_style): (usize, Option<&str>),
    ) -> SheetCell {
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
                let by_style = || self.styles.code_format(style?)?.text(number);
                match by_style().or_else(|| with_zeros(&words, number)) {
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

    /// The paragraphs of the cell begun, up to its end; notes that somebody pinned to it are no part of it.
    fn words(&mut self) -> Result<String, Unreadable> {
        let (mut out, mut paragraphs, mut aside, mut depth) = (String::new(), 0, 0usize, 1usize);
        self.link = None;
        while depth > 0 {
            self.buffer.clear();
            match self
                .xml
                .read_event_into(&mut self.buffer)
                .map_err(malformed)?
            {
                Event::Start(tag) => {
                    depth += 1;
                    match tag.name().as_ref() {
                        "office:annotation" => aside = depth,
                        "text:a" if self.link.is_none() => {
                            self.link = attribute(&tag, "xlink:href")?;
                        }
                        "text:p" | "text:h" if aside == 0 => {
                            paragraphs += 1;
                            out.push_str(if paragraphs > 1 { "\n" } else { "" });
                        }
                        _ => {}
                    }
                }
                Event::Empty(tag) if aside == 0 => match tag.name().as_ref() {
                    "text:s" => {
                        let count = attribute(&tag, "text:c")?
                            .and_then(|n| n.parse().ok())
                            .unwrap_or(1);
                        out.extend(std::iter::repeat_n(' ', count).take(LONGEST_CELL));
                    }
                    "text:tab" => out.push('\t'),
                    "text:line-break" => out.push('\n'),
                    "text:p" => {
                        paragraphs += 1;
                        out.push_str(if paragraphs > 1 { "\n" } else { "" });
                    }
                    _ => {}
                },
                Event::End(_) => {
                    if aside == depth {
                        aside = 0;
                    }
                    depth -= 1;
                }
                Event::Text(text) if aside == 0 && paragraphs > 0 => {
                    out.push_str(&text.xml10_content());
                }
                Event::GeneralRef(name) if aside == 0 && paragraphs > 0 => {
                    out.push_str(&resolved(&name)?);
                }
                Event::CData(text) if aside == 0 && paragraphs > 0 => {
                    out.push_str(&text.xml10_content());
                }
                Event::Eof => return Err(malformed("content.xml")),
                _ => {}
            }
            if out.len() > LONGEST_CELL {
                return Err(Unreadable::TooLong {
                    line: self.line + self.blank,
                    limit: LONGEST_CELL,
                });
            }
        }
        Ok(out)
    }
}

fn resolved(name: &quick_xml::events::BytesRef<'_>) -> Result<String, Unreadable> {
    if let Some(letter) = name.resolve_char_ref().map_err(malformed)? {
        return Ok(letter.to_string());
    }
    let known = quick_xml::escape::resolve_predefined_entity(name);
    known
        .map(str::to_owned)
        .ok_or_else(|| malformed(format!("&{};", &**name)))
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
