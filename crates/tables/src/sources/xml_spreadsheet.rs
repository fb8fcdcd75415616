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
use words::{XmlCellWords, moment};

/// Most styles that are kept, and styles that a style may follow one after the other.
const MOST_STYLES: usize = 1 << 16;
const LONGEST_CHAIN: usize = 16;

/// Workbooks of "XML Spreadsheet 2003".
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

/// A workbook's text, read as a stream.
type WorkbookReader = Reader<BufReader<Box<dyn Read + Send>>>;

/// The sheets of a file, one after the other, and the rows of the one begun.
pub(crate) struct XmlSheets {
    xml: WorkbookReader,
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

impl XmlColumns {
    /// Parses the tag of columns that follow `before`, of which no sheet has more than `widest`.
    fn of(
        tag: &BytesStart<'_>,
        before: Option<&XmlColumns>,
        widest: usize,
    ) -> Result<XmlColumns, Unreadable> {
        let next = before.map_or(0, |columns| columns.last.saturating_add(1));
        let first = number(tag, "Index")?
            .and_then(|n| n.checked_sub(1))
            .unwrap_or(next);
        let span = number(tag, "Span")?.unwrap_or(0);
        Ok(XmlColumns {
            first,
            last: first.saturating_add(span).min(widest),
            is_hidden: is_hidden(tag, "Width")?,
            style: attribute(tag, "StyleID")?,
        })
    }

    fn include(&self, column: usize) -> bool {
        (self.first..=self.last).contains(&column)
    }
}

/// Reads the next event into a buffer that is emptied before.
fn next_event<'b>(
    xml: &mut WorkbookReader,
    buffer: &'b mut Vec<u8>,
) -> Result<Event<'b>, Unreadable> {
    buffer.clear();
    xml.read_event_into(buffer).map_err(malformed)
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
            .any(|columns| columns.is_hidden && columns.include(column))
    }
}

impl Sheets for XmlSheets {
    fn next_sheet(&mut self) -> Result<Option<String>, Unreadable> {
        (self.inside, self.hidden, self.line, self.waiting) = (false, false, 1, None);
        self.columns.clear();
        loop {
            match next_event(&mut self.xml, &mut self.buffer)? {
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

    /// Returns the format by which a cell of this style shows a number as a code.
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

    /// Reads the next row that has cells; `None` at the sheet's end.
    fn next_row(&mut self) -> Result<Option<SheetRow>, Unreadable> {
        let mut at = self.line;
        let mut says_visible = false;
        loop {
            let (tag, empty) = match next_event(&mut self.xml, &mut self.buffer)? {
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
                    let columns = XmlColumns::of(&tag, self.columns.last(), self.meter.widest)?;
                    self.columns.push(columns);
                }
                "Row" => {
                    let row = XmlRowTag::of(&tag, at)?;
                    let cells = if empty {
                        Vec::new()
                    } else {
                        self.cells(row.line, row.style.as_deref())?
                    };
                    if !cells.is_empty() {
                        return Ok(Some(SheetRow {
                            line: row.line,
                            is_hidden: row.is_hidden,
                            cells,
                        }));
                    }
                    at = row.line + 1;
                }
                _ => {}
            }
        }
    }

    /// Reads the cells of the row begun, up to its end.
    fn cells(&mut self, line: u64, row_style: Option<&str>) -> Result<Vec<SheetCell>, Unreadable> {
        let (widest, longest) = (self.meter.widest, self.meter.longest);
        let (mut row, mut words, mut bytes) =
            (XmlCells::default(), XmlCellWords::default(), 0usize);
        loop {
            match next_event(&mut self.xml, &mut self.buffer)? {
                event if words.take(&event)? => {}
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Cell" => {
                    row.begin(&tag, widest)?;
                }
                Event::Start(tag) if tag.local_name().as_ref() == "Data" => {
                    words.in_data = true;
                    row.kind = attribute(&tag, "Type")?;
                }
                Event::Empty(tag) if tag.local_name().as_ref() == "Data" => row.end_without_value(),
                Event::End(tag) if tag.local_name().as_ref() == "Data" => {
                    words.in_data = false;
                    if row.column >= widest {
                        return Err(Unreadable::TooWide {
                            line,
                            limit: widest,
                        });
                    }
                    let text = std::mem::take(&mut words.text);
                    let cell = self.cell(&row, text, row_style);
                    *row.at_column() = cell;
                }
                Event::End(tag) if tag.local_name().as_ref() == "Row" => return Ok(row.cells),
                Event::Eof => return Err(malformed("Row")),
                _ => {}
            }
            bytes += self.buffer.len();
            if bytes > longest {
                return Err(Unreadable::TooLong {
                    line,
                    limit: longest,
                });
            }
        }
    }

    /// Returns the cell of a text at the row's column, in a row of this style.
    fn cell(&self, row: &XmlCells, text: String, row_style: Option<&str>) -> SheetCell {
        let tag = &row.tag;
        let link = tag.link.as_deref().and_then(CellLink::to);
        let link = link.or_else(|| tag.formula.as_deref().and_then(linked_by));
        let (text, held) = match row.kind.as_deref() {
            Some("Number") => match self.code(row, &text, row_style) {
                Some(code) => (code, Holds::Code),
                None => (plain_number(text), Holds::Number),
            },
            Some("Error") => (text, Holds::Error),
            Some("Boolean") => (
                if text.trim() == "1" { "true" } else { "false" }.to_owned(),
                Holds::Text,
            ),
            Some("DateTime") => (moment(&text), Holds::Text),
            _ => (text, Holds::Text),
        };
        SheetCell {
            text,
            held,
            covers: tag.covers,
            link,
        }
    }

    /// Returns a number as the code that its style shows it as: the cell's own style, else the row's, else the column's.
    fn code(&self, row: &XmlCells, text: &str, row_style: Option<&str>) -> Option<String> {
        let style = row.tag.style.as_deref().or(row_style);
        let style = style.or_else(|| {
            let mut columns = self.columns.iter();
            columns
                .find(|columns| columns.include(row.column))?
                .style
                .as_deref()
        });
        let number = text.trim().parse().ok()?;
        self.code_format(style.unwrap_or("Default"))?.text(number)
    }
}

/// What a row's tag says.
struct XmlRowTag {
    /// Number of the row in the sheet, from 1.
    line: u64,
    is_hidden: bool,
    style: Option<String>,
}

impl XmlRowTag {
    /// Parses the tag of a row whose number is `next` unless it says another.
    fn of(tag: &BytesStart<'_>, next: u64) -> Result<XmlRowTag, Unreadable> {
        // A sheet has at most so many rows; a larger number is a trap.
        let number = attribute(tag, "Index")?.and_then(|n| n.parse().ok());
        let line = number.filter(|n| (next..1 << 20).contains(n));
        Ok(XmlRowTag {
            line: line.unwrap_or(next),
            is_hidden: is_hidden(tag, "Height")?,
            style: attribute(tag, "StyleID")?,
        })
    }
}

/// The cells of a row that are read, and what is known of the one begun.
#[derive(Default)]
struct XmlCells {
    cells: Vec<SheetCell>,
    /// The column of the cell begun, from 0, and how many it takes.
    column: usize,
    across: usize,
    tag: XmlCellTag,
    /// The type of its data.
    kind: Option<String>,
}

impl XmlCells {
    /// Goes to the cell of this tag.
    fn begin(&mut self, tag: &BytesStart<'_>, widest: usize) -> Result<(), Unreadable> {
        self.column = number(tag, "Index")?
            .and_then(|n| n.checked_sub(1))
            .unwrap_or(self.column.saturating_add(self.across))
            .max(self.column);
        self.across = number(tag, "MergeAcross")?.unwrap_or(0).saturating_add(1);
        self.tag = XmlCellTag::of(tag)?;
        // What a formula comes to is in the data that follow; without them there is no value.
        if self.tag.formula.is_some() && self.column < widest {
            self.at_column().held = Holds::Formula;
        }
        Ok(())
    }

    /// Returns the cell begun, after blank ones where none were written.
    fn at_column(&mut self) -> &mut SheetCell {
        let width = self.cells.len().max(self.column + 1);
        self.cells.resize(width, SheetCell::default());
        &mut self.cells[self.column]
    }

    /// Notes that the data of the cell begun are empty: so a formula has a value, which is no text.
    fn end_without_value(&mut self) {
        if let Some(cell) = self.cells.get_mut(self.column) {
            cell.held = Holds::Text;
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

/// Returns an attribute by its name without the prefix, which is `ss:` nearly always.
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
