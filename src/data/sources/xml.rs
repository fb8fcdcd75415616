//! Sheets of "XML Spreadsheet 2003", which old reporting systems write with the ending `.xls` or `.xml`: read as a stream.

use super::{Held, Opened, Sheets, Source, Stream, held_in, names_in, packing, rows_of, sheet_wanted};
use crate::data::fault::Unreadable;
use crate::data::rows::{Row, Rows};
use crate::diag::Diagnostic;
use crate::model::dataset::Resource;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{BufReader, Read};
use std::path::Path;

/// Most columns of a sheet that are read.
const WIDEST: usize = 16_384;
/// Longest row, in bytes.
const LONGEST_ROW: usize = 16 << 20;

/// XML spreadsheets.
pub struct Xml;

/// Whether these first bytes are such a workbook's.
pub fn is_workbook(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<')
        && text.contains("urn:schemas-microsoft-com:office:spreadsheet")
        && text.contains("Workbook")
}

impl Source for Xml {
    fn endings(&self) -> &'static [&'static str] {
        &["xml-spreadsheet"]
    }

    fn held(&self, root: &Path, resource: &Resource) -> Result<Held, Unreadable> {
        held_in(&mut SheetsRead::open(root, &resource.path)?)
    }

    fn open(&self, root: &Path, resource: &Resource, found: &mut Vec<Diagnostic>) -> Result<Opened, Unreadable> {
        let names = names_in(&mut SheetsRead::open(root, &resource.path)?)?;
        Opened::sampled(XmlStream { sheet: sheet_wanted(&names, resource)? }, root, resource, found)
    }
}

#[derive(Debug)]
struct XmlStream {
    /// The number of the sheet, from 0.
    sheet: usize,
}

impl Stream for XmlStream {
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

struct SheetsRead {
    xml: Reader<BufReader<Box<dyn Read + Send>>>,
    buffer: Vec<u8>,
    inside: bool,
    /// The number of the next row, from 1.
    line: u64,
    /// A row that was read, and the blank ones that its number says stand before it.
    waiting: Option<(u64, Vec<String>)>,
}

fn malformed(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::Malformed(error.to_string())
}

impl Rows for SheetsRead {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        if self.waiting.is_none() && self.inside {
            self.waiting = self.next_row()?;
        }
        let Some((number, cells)) = &self.waiting else { return Ok(false) };
        if self.line < *number {
            *row = Row::of(self.line, []);
        } else {
            *row = Row::of(self.line, cells.iter().map(String::as_str));
            self.waiting = None;
        }
        self.line += 1;
        Ok(true)
    }
}

impl Sheets for SheetsRead {
    fn next_sheet(&mut self) -> Result<Option<String>, Unreadable> {
        (self.inside, self.line, self.waiting) = (false, 1, None);
        loop {
            match self.event()? {
                Event::Start(tag) if tag.local_name().as_ref() == "Worksheet" => {
                    let name = attribute(&tag, "ss:Name")?.unwrap_or_default();
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
        let xml = Reader::from_reader(BufReader::with_capacity(64 * 1024, packing::open(root, path)?));
        Ok(SheetsRead { xml, buffer: Vec::new(), inside: false, line: 1, waiting: None })
    }

    fn event(&mut self) -> Result<Event<'_>, Unreadable> {
        self.buffer.clear();
        self.xml.read_event_into(&mut self.buffer).map_err(malformed)
    }

    /// The next row that has cells, and its number.
    fn next_row(&mut self) -> Result<Option<(u64, Vec<String>)>, Unreadable> {
        let mut at = self.line;
        loop {
            let (number, empty) = match self.event()? {
                Event::Start(tag) if tag.local_name().as_ref() == "Row" => (attribute(&tag, "ss:Index")?, false),
                Event::Empty(tag) if tag.local_name().as_ref() == "Row" => (attribute(&tag, "ss:Index")?, true),
                Event::End(tag) if tag.local_name().as_ref() == "Worksheet" => {
                    self.inside = false;
                    return Ok(None);
                }
                Event::Eof => return Err(malformed("Worksheet")),
                _ => continue,
            };
            // A sheet has at most so many rows; a larger number is a trap.
            at = number.and_then(|n| n.parse().ok()).filter(|n| (at..1 << 20).contains(n)).unwrap_or(at);
            let cells = if empty { Vec::new() } else { self.cells(at)? };
            if !cells.is_empty() {
                return Ok(Some((at, cells)));
            }
            at += 1;
        }
    }

    fn cells(&mut self, line: u64) -> Result<Vec<String>, Unreadable> {
        let (mut cells, mut next, mut bytes): (Vec<String>, usize, usize) = (Vec::new(), 0, 0);
        let (mut in_data, mut text, mut across) = (false, String::new(), 0);
        loop {
            match self.event()? {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Cell" => {
                    next = number(&tag, "ss:Index")?.and_then(|n| n.checked_sub(1)).unwrap_or(next + across).max(next);
                    across = number(&tag, "ss:MergeAcross")?.unwrap_or(0).saturating_add(1);
                }
                Event::Start(tag) if tag.local_name().as_ref() == "Data" => in_data = true,
                Event::End(tag) if tag.local_name().as_ref() == "Data" => {
                    in_data = false;
                    if next >= WIDEST {
                        return Err(Unreadable::TooWide { line, limit: WIDEST });
                    }
                    cells.resize(cells.len().max(next + 1), String::new());
                    let midnight = text.strip_suffix("T00:00:00.000").map(str::to_owned);
                    cells[next] = midnight.unwrap_or(std::mem::take(&mut text));
                    text.clear();
                }
                Event::Text(part) if in_data => text.push_str(&part.xml10_content()),
                Event::CData(part) if in_data => text.push_str(&part.xml10_content()),
                Event::GeneralRef(name) if in_data => match name.resolve_char_ref().map_err(malformed)? {
                    Some(letter) => text.push(letter),
                    None => text.push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap_or("")),
                },
                Event::End(tag) if tag.local_name().as_ref() == "Row" => return Ok(cells),
                Event::Eof => return Err(malformed("Row")),
                _ => {}
            }
            bytes += self.buffer.len();
            if bytes > LONGEST_ROW {
                return Err(Unreadable::TooLong { line, limit: LONGEST_ROW });
            }
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Unreadable> {
    let found = tag.try_get_attribute(name).map_err(malformed)?;
    let text = found.map(|a| a.normalized_value(XmlVersion::Implicit1_0).map(std::borrow::Cow::into_owned));
    text.transpose().map_err(malformed)
}

fn number(tag: &BytesStart<'_>, name: &str) -> Result<Option<usize>, Unreadable> {
    Ok(attribute(tag, name)?.and_then(|n| n.parse().ok()))
}
