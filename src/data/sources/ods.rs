//! Sheets of OpenDocument workbooks, read as a stream: memory does not grow with the rows.
//!
//! A spreadsheet program writes a cell or a row that repeats once, with a count; blank rows and cells to the sheet's
//! last edge are so written too, and are no rows. What is computed stands beside its formula and is read.

use super::{Held, Opened, Sheets, Source, Stream, held_in, names_in, packing, rows_of, sheet_wanted};
use crate::data::fault::Unreadable;
use crate::data::rows::{Row, Rows};
use crate::data::zipped;
use crate::diag::Diagnostic;
use crate::model::dataset::Resource;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{BufReader, Read};
use std::path::Path;

/// Most columns of a sheet that are read.
const WIDEST: usize = 16_384;
/// Longest text of a cell, in bytes.
const LONGEST_CELL: usize = 1 << 20;
/// Longest row, in bytes: a long cell may be said to be repeated thousands of times.
const LONGEST_ROW: usize = 16 << 20;

/// OpenDocument workbooks.
pub struct OpenDocument;

impl Source for OpenDocument {
    fn endings(&self) -> &'static [&'static str] {
        &["ods"]
    }

    fn held(&self, root: &Path, resource: &Resource) -> Result<Held, Unreadable> {
        held_in(&mut SheetsRead::open(root, &resource.path)?)
    }

    fn open(&self, root: &Path, resource: &Resource, found: &mut Vec<Diagnostic>) -> Result<Opened, Unreadable> {
        let names = names_in(&mut SheetsRead::open(root, &resource.path)?)?;
        Opened::sampled(OdsStream { sheet: sheet_wanted(&names, resource)? }, root, resource, found)
    }
}

#[derive(Debug)]
struct OdsStream {
    /// The number of the sheet, from 0.
    sheet: usize,
}

impl Stream for OdsStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        rows_of(SheetsRead::open(root, path)?, self.sheet)
    }

    fn has_columns(&self) -> bool {
        true
    }

    fn has_sparse_rows(&self) -> bool {
        true
    }
}

/// The sheets of a document, one after the other, and the rows of the one begun.
struct SheetsRead {
    xml: Reader<BufReader<Box<dyn Read + Send>>>,
    buffer: Vec<u8>,
    /// Whether a sheet is begun and not ended.
    inside: bool,
    /// The number of the next row, from 1.
    line: u64,
    /// Blank rows that stand before the row that waits, or before the sheet's end.
    blank: u64,
    /// A row that still has to be given so many times.
    waiting: Option<(Vec<String>, u64)>,
}

impl Rows for SheetsRead {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        self.read_row(row)
    }
}

fn malformed(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::Malformed(error.to_string())
}

impl Sheets for SheetsRead {
    fn next_sheet(&mut self) -> Result<Option<String>, Unreadable> {
        (self.inside, self.line, self.blank, self.waiting) = (false, 1, 0, None);
        loop {
            self.buffer.clear();
            match self.xml.read_event_into(&mut self.buffer).map_err(malformed)? {
                Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                    let name = attribute(&tag, "table:name")?.unwrap_or_default();
                    self.inside = true;
                    return Ok(Some(name));
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

impl SheetsRead {
    fn open(root: &Path, path: &str) -> Result<Self, Unreadable> {
        let content = zipped::open(packing::seekable(root, path)?, "content.xml")?;
        let xml = Reader::from_reader(BufReader::with_capacity(64 * 1024, content));
        Ok(SheetsRead { xml, buffer: Vec::new(), inside: false, line: 1, blank: 0, waiting: None })
    }

    /// The next row of the sheet; false at its end. Blank rows below the last that holds something are none.
    fn read_row(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        if self.waiting.is_none() && self.inside {
            self.advance()?;
        }
        let Some((cells, times)) = &mut self.waiting else { return Ok(false) };
        if self.blank > 0 {
            *row = Row::of(self.line, []);
            self.blank -= 1;
        } else {
            *row = Row::of(self.line, cells.iter().map(String::as_str));
            *times -= 1;
            if *times == 0 {
                self.waiting = None;
            }
        }
        self.line += 1;
        Ok(true)
    }

    /// Reads up to the next row that holds something.
    fn advance(&mut self) -> Result<(), Unreadable> {
        loop {
            self.buffer.clear();
            let (times, empty) = match self.xml.read_event_into(&mut self.buffer).map_err(malformed)? {
                Event::Start(tag) if tag.name().as_ref() == "table:table-row" => (repeated(&tag, "rows")?, false),
                Event::Empty(tag) if tag.name().as_ref() == "table:table-row" => (repeated(&tag, "rows")?, true),
                Event::End(tag) if tag.name().as_ref() == "table:table" => {
                    self.inside = false;
                    return Ok(());
                }
                Event::Eof => return Err(malformed("content.xml")),
                _ => continue,
            };
            let cells = if empty { Vec::new() } else { self.cells()? };
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                self.blank += times;
            } else {
                self.waiting = Some((cells, times));
                return Ok(());
            }
        }
    }

    /// The cells of the row begun, without the blank ones after its last.
    fn cells(&mut self) -> Result<Vec<String>, Unreadable> {
        let mut cells: Vec<String> = Vec::new();
        // Blank cells that count only if another follows.
        let (mut blank, mut bytes) = (0, 0usize);
        loop {
            self.buffer.clear();
            let (text, times) = match self.xml.read_event_into(&mut self.buffer).map_err(malformed)? {
                Event::Start(tag) if is_cell(&tag) => {
                    let (times, value) = (repeated(&tag, "columns")?, value(&tag)?);
                    let words = self.words()?;
                    (value.unwrap_or(words), times)
                }
                Event::Empty(tag) if is_cell(&tag) => (value(&tag)?.unwrap_or_default(), repeated(&tag, "columns")?),
                Event::End(tag) if tag.name().as_ref() == "table:table-row" => return Ok(cells),
                Event::Eof => return Err(malformed("content.xml")),
                _ => continue,
            };
            let times = usize::try_from(times).unwrap_or(usize::MAX);
            if text.is_empty() {
                blank = times.saturating_add(blank);
                continue;
            }
            if cells.len().saturating_add(blank).saturating_add(times) > WIDEST {
                return Err(Unreadable::TooWide { line: self.line + self.blank, limit: WIDEST });
            }
            bytes = bytes.saturating_add(text.len().saturating_mul(times));
            if bytes > LONGEST_ROW {
                return Err(Unreadable::TooLong { line: self.line + self.blank, limit: LONGEST_ROW });
            }
            cells.resize(cells.len() + std::mem::take(&mut blank), String::new());
            cells.resize(cells.len() + times, text);
        }
    }

    /// The paragraphs of the cell begun, up to its end; notes that somebody pinned to it are no part of it.
    fn words(&mut self) -> Result<String, Unreadable> {
        let (mut out, mut paragraphs, mut aside, mut depth) = (String::new(), 0, 0usize, 1usize);
        while depth > 0 {
            self.buffer.clear();
            match self.xml.read_event_into(&mut self.buffer).map_err(malformed)? {
                Event::Start(tag) => {
                    depth += 1;
                    match tag.name().as_ref() {
                        "office:annotation" => aside = depth,
                        "text:p" | "text:h" if aside == 0 => {
                            paragraphs += 1;
                            out.push_str(if paragraphs > 1 { "\n" } else { "" });
                        }
                        _ => {}
                    }
                }
                Event::Empty(tag) if aside == 0 => match tag.name().as_ref() {
                    "text:s" => {
                        let count = attribute(&tag, "text:c")?.and_then(|n| n.parse().ok()).unwrap_or(1);
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
                Event::Text(text) if aside == 0 && paragraphs > 0 => out.push_str(&text.xml10_content()),
                Event::GeneralRef(name) if aside == 0 && paragraphs > 0 => out.push_str(&resolved(&name)?),
                Event::CData(text) if aside == 0 && paragraphs > 0 => out.push_str(&text.xml10_content()),
                Event::Eof => return Err(malformed("content.xml")),
                _ => {}
            }
            if out.len() > LONGEST_CELL {
                return Err(Unreadable::TooLong { line: self.line + self.blank, limit: LONGEST_CELL });
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
    known.map(str::to_owned).ok_or_else(|| malformed(format!("&{};", &**name)))
}

fn is_cell(tag: &BytesStart<'_>) -> bool {
    matches!(tag.name().as_ref(), "table:table-cell" | "table:covered-table-cell")
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Unreadable> {
    let found = tag.try_get_attribute(name).map_err(malformed)?;
    let text = found.map(|a| a.normalized_value(XmlVersion::Implicit1_0).map(std::borrow::Cow::into_owned));
    text.transpose().map_err(malformed)
}

/// How often a row or a cell is repeated.
fn repeated(tag: &BytesStart<'_>, what: &str) -> Result<u64, Unreadable> {
    let count = attribute(tag, &format!("table:number-{what}-repeated"))?;
    Ok(count.and_then(|n| n.parse().ok()).unwrap_or(1).clamp(1, 1 << 24))
}

/// A typed cell's value in the text that reads back as it; none for a text, which stands in its paragraphs.
fn value(tag: &BytesStart<'_>) -> Result<Option<String>, Unreadable> {
    let kind = attribute(tag, "office:value-type")?.or(attribute(tag, "calcext:value-type")?);
    Ok(match kind.as_deref() {
        Some("float" | "currency" | "percentage") => attribute(tag, "office:value")?,
        Some("boolean") => attribute(tag, "office:boolean-value")?,
        Some("date") => attribute(tag, "office:date-value")?.map(|date| {
            let midnight = date.strip_suffix("T00:00:00").map(str::to_owned);
            midnight.unwrap_or(date)
        }),
        Some("time") => attribute(tag, "office:time-value")?.map(|time| clock(&time).unwrap_or(time)),
        Some("string") => attribute(tag, "office:string-value")?,
        _ => None,
    })
}

/// `PT06H30M00S` as `06:30:00`.
fn clock(duration: &str) -> Option<String> {
    let rest = duration.strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.replace(',', ".");
    let (whole, fraction) = seconds.split_once('.').unwrap_or((&seconds, ""));
    let fraction = fraction.trim_end_matches('0');
    let fraction = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
    Some(format!("{hours:0>2}:{minutes:0>2}:{whole:0>2}{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn times() {
        assert_eq!(clock("PT06H30M00S").as_deref(), Some("06:30:00"));
        assert_eq!(clock("PT6H3M0.500S").as_deref(), Some("06:03:00.5"));
        assert_eq!(clock("P1D"), None);
    }
}
