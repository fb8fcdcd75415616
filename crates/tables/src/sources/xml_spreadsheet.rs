//! Sheets of "XML Spreadsheet 2003", which old reporting systems write with the ending `.xls` or `.xml`: read as a stream.

mod words;

use super::code_formats::CodeFormat;
use super::compression;
use super::links::{CellLink, linked_by};
use super::sheet_cells::{CellContent as Holds, CellRows, SheetCell, SheetRow, plain_number};
use super::sheets::{SheetFormat, Sheets};
use crate::expansion::ExpansionMeter;
use crate::limits::Limits;
use crate::received_file;
use crate::unreadable::Unreadable;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::BTreeMap;
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use words::{CellWords, moment};

/// Most styles that are kept, and styles that a style may follow one after the other.
const MOST_STYLES: usize = 1 << 16;
const LONGEST_CHAIN: usize = 16;

/// XML spreadsheets.
#[derive(Debug)]
pub(crate) struct XmlSpreadsheet;

/// Whether these first bytes are such a workbook's.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<')
        && text.contains("urn:schemas-microsoft-com:office:spreadsheet")
        && text.contains("Workbook")
}

impl SheetFormat for XmlSpreadsheet {
    const ENDINGS: &'static [&'static str] = &["xml-spreadsheet"];
    type Reader = XmlSheets;

    fn open(root: &Path, path: &str, limits: &Limits) -> Result<XmlSheets, Unreadable> {
        XmlSheets::open(root, path, limits)
    }
}

/// The sheets of a file, one after the other, and the rows of the one begun.
pub(crate) struct XmlSheets {
    xml: Reader<BufReader<Box<dyn Read + Send>>>,
    buffer: Vec<u8>,
    styles: BTreeMap<String, XmlStyle>,
    /// The style that is being read.
    style: String,
    /// The columns of the sheet begun of which something is said.
    columns: Vec<XmlColumns>,
    inside: bool,
    /// Whether the sheet's author hid it, which is said after its rows.
    hidden: bool,
    /// The number of the next row, from 1.
    line: u64,
    /// A row that was read, and waits for the blank ones before it.
    waiting: Option<SheetRow>,
    meter: ExpansionMeter,
}

/// What a style says of numbers, and the style that it follows.
#[derive(Default)]
struct XmlStyle {
    format: Option<Arc<CodeFormat>>,
    /// Whether it says how numbers are shown, and does not follow another in that.
    has_format: bool,
    parent: Option<String>,
}

/// Columns that stand together, and what is said of them; from 0.
struct XmlColumns {
    first: usize,
    last: usize,
    is_hidden: bool,
    style: Option<String>,
}

fn malformed(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::damaged(error)
}

impl CellRows for XmlSheets {
    fn read_cells(&mut self, row: &mut SheetRow) -> Result<bool, Unreadable> {
        if self.waiting.is_none() && self.inside {
            self.waiting = self.next_row()?;
        }
        let Some(waiting) = &mut self.waiting else {
            return Ok(false);
        };
        if self.line < waiting.line {
            row.cells.clear();
            (row.line, row.is_hidden) = (self.line, false);
        } else {
            *row = std::mem::take(waiting);
            self.waiting = None;
        }
        self.meter
            .take_texts(row.cells.iter().map(|cell| cell.text.as_str()), self.line)?;
        self.line += 1;
        Ok(true)
    }

    fn hides(&self, column: usize) -> bool {
        self.columns
            .iter()
            .any(|columns| columns.is_hidden && (columns.first..=columns.last).contains(&column))
    }
}

impl Sheets for XmlSheets {
    fn next_sheet(&mut self) -> Result<Option<String>, Unreadable> {
        (self.inside, self.hidden, self.line, self.waiting) = (false, false, 1, None);
        self.columns.clear();
        loop {
            self.buffer.clear();
            match self
                .xml
                .read_event_into(&mut self.buffer)
                .map_err(malformed)?
            {
                Event::Start(tag) if tag.local_name().as_ref() == "Worksheet" => {
                    let name = attribute(&tag, "Name")?.unwrap_or_default();
                    self.inside = true;
                    return Ok(Some(name));
                }
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Style" => {
                    self.style = attribute(&tag, "ID")?.unwrap_or_default();
                    let parent = attribute(&tag, "Parent")?;
                    if self.styles.len() < MOST_STYLES {
                        self.styles.insert(
                            self.style.clone(),
                            XmlStyle {
                                parent,
                                ..XmlStyle::default()
                            },
                        );
                    }
                }
                Event::Start(tag) | Event::Empty(tag)
                    if tag.local_name().as_ref() == "NumberFormat" =>
                {
                    let format = attribute(&tag, "Format")?.unwrap_or_default();
                    if let Some(style) = self.styles.get_mut(&self.style) {
                        (style.has_format, style.format) =
                            (true, CodeFormat::of(&format).map(Arc::new));
                    }
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    fn end_sheet(&mut self) -> Result<bool, Unreadable> {
        while self.inside && self.next_row()?.is_some() {}
        Ok(self.hidden)
    }
}

impl XmlSheets {
    fn open(root: &Path, path: &str, limits: &Limits) -> Result<Self, Unreadable> {
        let xml = Reader::from_reader(BufReader::with_capacity(
            64 * 1024,
            compression::open(root, path, limits)?,
        ));
        Ok(XmlSheets {
            xml,
            buffer: Vec::new(),
            styles: BTreeMap::new(),
            style: String::new(),
            columns: Vec::new(),
            inside: false,
            hidden: false,
            line: 1,
            waiting: None,
            meter: ExpansionMeter::new(limits, received_file::length(root, path)?),
        })
    }

    fn event(&mut self) -> Result<Event<'_>, Unreadable> {
        self.buffer.clear();
        self.xml
            .read_event_into(&mut self.buffer)
            .map_err(malformed)
    }

    /// The format by which a cell of this style shows a number as a code.
    fn code_format(&self, style: &str) -> Option<&CodeFormat> {
        let mut style = style;
        for _ in 0..LONGEST_CHAIN {
            let found = self.styles.get(style)?;
            if found.has_format {
                return found.format.as_deref();
            }
            style = found.parent.as_deref()?;
        }
        None
    }

    /// The next row that has cells.
    fn next_row(&mut self) -> Result<Option<SheetRow>, Unreadable> {
        let mut at = self.line;
        let mut says_visible = false;
        loop {
            self.buffer.clear();
            let (tag, empty) = match self
                .xml
                .read_event_into(&mut self.buffer)
                .map_err(malformed)?
            {
                Event::Start(tag) => (tag, false),
                Event::Empty(tag) => (tag, true),
                Event::Text(text) if says_visible => {
                    self.hidden = text.xml10_content().contains("Hidden");
                    continue;
                }
                Event::End(tag) if tag.local_name().as_ref() == "Worksheet" => {
                    self.inside = false;
                    return Ok(None);
                }
                Event::End(_) => {
                    says_visible = false;
                    continue;
                }
                Event::Eof => return Err(malformed("Worksheet")),
                _ => continue,
            };
            match tag.local_name().as_ref() {
                "Visible" => says_visible = !empty,
                "Column" if self.columns.len() < self.meter.widest => {
                    let after = self
                        .columns
                        .last()
                        .map_or(0, |columns| columns.last.saturating_add(1));
                    let first = number(&tag, "Index")?
                        .and_then(|n| n.checked_sub(1))
                        .unwrap_or(after);
                    let last = first
                        .saturating_add(number(&tag, "Span")?.unwrap_or(0))
                        .min(self.meter.widest);
                    let (is_hidden, style) =
                        (is_hidden(&tag, "Width")?, attribute(&tag, "StyleID")?);
                    self.columns.push(XmlColumns {
                        first,
                        last,
                        is_hidden,
                        style,
                    });
                }
                "Row" => {
                    // A sheet has at most so many rows; a larger number is a trap.
                    let number = attribute(&tag, "Index")?.and_then(|n| n.parse().ok());
                    at = number.filter(|n| (at..1 << 20).contains(n)).unwrap_or(at);
                    let (is_hidden, style) =
                        (is_hidden(&tag, "Height")?, attribute(&tag, "StyleID")?);
                    let cells = if empty {
                        Vec::new()
                    } else {
                        self.cells(at, style.as_deref())?
                    };
                    if !cells.is_empty() {
                        return Ok(Some(SheetRow {
                            line: at,
                            is_hidden,
                            cells,
                        }));
                    }
                    at += 1;
                }
                _ => {}
            }
        }
    }

    fn cells(&mut self, line: u64, row_style: Option<&str>) -> Result<Vec<SheetCell>, Unreadable> {
        let (mut cells, mut next, mut bytes): (Vec<SheetCell>, usize, usize) = (Vec::new(), 0, 0);
        let (mut words, mut across) = (CellWords::default(), 0);
        let (mut tag_of_cell, mut kind) = (XmlCellTag::default(), None);
        loop {
            match self.event()? {
                event if words.take(&event)? => {}
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Cell" => {
                    next = number(&tag, "Index")?
                        .and_then(|n| n.checked_sub(1))
                        .unwrap_or(next.saturating_add(across))
                        .max(next);
                    across = number(&tag, "MergeAcross")?.unwrap_or(0).saturating_add(1);
                    tag_of_cell = XmlCellTag::of(&tag)?;
                    // What a formula comes to is in the data that follow; without them there is no value.
                    if tag_of_cell.formula.is_some() && next < self.meter.widest {
                        cells.resize(cells.len().max(next + 1), SheetCell::default());
                        cells[next].held = Holds::Formula;
                    }
                }
                Event::Start(tag) if tag.local_name().as_ref() == "Data" => {
                    words.in_data = true;
                    kind = attribute(&tag, "Type")?;
                }
                Event::Empty(tag) if tag.local_name().as_ref() == "Data" && next < cells.len() => {
                    cells[next].held = Holds::Text;
                }
                Event::End(tag) if tag.local_name().as_ref() == "Data" => {
                    words.in_data = false;
                    if next >= self.meter.widest {
                        return Err(Unreadable::TooWide {
                            line,
                            limit: self.meter.widest,
                        });
                    }
                    cells.resize(cells.len().max(next + 1), SheetCell::default());
                    let text = std::mem::take(&mut words.text);
                    cells[next] = self.cell(&tag_of_cell, kind.as_deref(), text, (next, row_style));
                }
                Event::End(tag) if tag.local_name().as_ref() == "Row" => return Ok(cells),
                Event::Eof => return Err(malformed("Row")),
                _ => {}
            }
            bytes += self.buffer.len();
            if bytes > self.meter.longest {
                return Err(Unreadable::TooLong {
                    line,
                    limit: self.meter.longest,
                });
            }
        }
    }

    /// A cell at this column, in a row with this style.
    fn cell(
        &self,
        tag: &XmlCellTag,
        kind: Option<&str>,
        text: String,
        (column, row_style): (usize, Option<&str>),
    ) -> SheetCell {
        let formula = tag.formula.as_deref();
        let link = tag
            .link
            .as_deref()
            .and_then(CellLink::to)
            .or_else(|| formula.and_then(linked_by));
        let cell = |text, held| SheetCell {
            text,
            held,
            covers: tag.covers,
            link,
        };
        match kind {
            Some("Number") => {
                let own = |columns: &&XmlColumns| (columns.first..=columns.last).contains(&column);
                let style = tag.style.as_deref().or(row_style);
                let style = style
                    .or_else(|| self.columns.iter().find(own)?.style.as_deref())
                    .unwrap_or("Default");
                let shown = text
                    .trim()
                    .parse()
                    .ok()
                    .and_then(|n| self.code_format(style)?.text(n));
                match shown {
                    Some(shown) => cell(shown, Holds::Code),
                    None => cell(plain_number(text), Holds::Number),
                }
            }
            Some("Error") => cell(text, Holds::Error),
            Some("Boolean") => cell(
                if text.trim() == "1" { "true" } else { "false" }.to_owned(),
                Holds::Text,
            ),
            Some("DateTime") => cell(moment(&text), Holds::Text),
            _ => cell(text, Holds::Text),
        }
    }
}

/// What a cell's tag says.
#[derive(Default)]
struct XmlCellTag {
    style: Option<String>,
    formula: Option<String>,
    link: Option<String>,
    covers: u32,
}

impl XmlCellTag {
    fn of(tag: &BytesStart<'_>) -> Result<XmlCellTag, Unreadable> {
        let covers = number(tag, "MergeDown")?
            .and_then(|rows| u32::try_from(rows).ok())
            .unwrap_or(0)
            .min(1 << 20);
        Ok(XmlCellTag {
            style: attribute(tag, "StyleID")?,
            formula: attribute(tag, "Formula")?,
            link: attribute(tag, "HRef")?,
            covers,
        })
    }
}

/// Whether a row or column is hidden, or has no size.
fn is_hidden(tag: &BytesStart<'_>, size: &str) -> Result<bool, Unreadable> {
    let is_nothing = attribute(tag, size)?.and_then(|size| size.parse::<f64>().ok()) == Some(0.0);
    Ok(is_nothing || attribute(tag, "Hidden")?.as_deref() == Some("1"))
}

/// An attribute by its name without the prefix, which is `ss:` nearly always.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Unreadable> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(malformed)?;
        if attribute.key.local_name().as_ref() == name {
            let text = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(malformed)?;
            return Ok(Some(text.into_owned()));
        }
    }
    Ok(None)
}

fn number(tag: &BytesStart<'_>, name: &str) -> Result<Option<usize>, Unreadable> {
    Ok(attribute(tag, name)?.and_then(|n| n.parse().ok()))
}
