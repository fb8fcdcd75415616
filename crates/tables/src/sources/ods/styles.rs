//! Styles of a document that say something of its values: number formats that make codes of numbers, hidden sheets.

use super::super::code_formats::CodeFormat;
use crate::sources::ods::attributes::{attribute, malformed};
use crate::unreadable::Unreadable;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Read};

/// Most styles that are kept, which is more than a workbook of Excel may have.
const MOST: usize = 1 << 16;
/// Most digits that a format is asked for.
const MOST_DIGITS: usize = 64;
/// Styles that a style may follow one after the other.
const LONGEST_CHAIN: usize = 16;

/// Styles of cells and sheets, by their names.
#[derive(Default)]
pub(crate) struct OdsStyles {
    formats: BTreeMap<String, CodeFormat>,
    cells: BTreeMap<String, CellStyle>,
    hidden_tables: BTreeSet<String>,
    /// The format, and the style of a table, that is being read.
    format: Option<NumberStyleFormat>,
    table: Option<String>,
}

struct CellStyle {
    format: Option<String>,
    parent: Option<String>,
}

/// A number format that is being read.
#[derive(Default)]
struct NumberStyleFormat {
    name: String,
    /// The code as spreadsheets write it, which codes are known by.
    code: String,
    /// Digits that are always shown, decimals, and texts between digits by how many stand after them.
    digits: usize,
    decimals: usize,
    is_grouped: bool,
    within: BTreeMap<usize, String>,
    /// Where the next text belongs.
    text: Option<NumberText>,
}

enum NumberText {
    Beside,
    Within(usize),
}

impl OdsStyles {
    /// Reads a part that holds styles.
    ///
    /// # Errors
    /// When it is damaged.
    pub(crate) fn read(&mut self, part: impl Read) -> Result<(), Unreadable> {
        let mut xml = Reader::from_reader(BufReader::new(part));
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(malformed)? {
                Event::Eof => return Ok(()),
                event => self.take(&event),
            }
        }
    }

    /// Takes in an event on the way to the sheets.
    pub(crate) fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag, false),
            Event::Empty(tag) => self.begin(tag, true),
            Event::Text(text) => {
                if let Some(format) = &mut self.format {
                    format.add(&text.xml10_content());
                }
            }
            Event::End(tag) => match tag.name().as_ref() {
                "number:number-style" => self.end_format(),
                "number:number" => {
                    if let Some(format) = &mut self.format {
                        format.end_number();
                    }
                }
                "number:text" | "number:embedded-text" => {
                    if let Some(format) = &mut self.format {
                        format.text = None;
                    }
                }
                "style:style" => self.table = None,
                _ => {}
            },
            _ => {}
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        match tag.name().as_ref() {
            "number:number-style" if !is_empty => {
                self.format = Some(NumberStyleFormat {
                    name: stated(tag, "style:name").unwrap_or_default(),
                    ..NumberStyleFormat::default()
                });
            }
            "style:style" => self.style(tag, is_empty),
            "style:table-properties"
                if stated(tag, "table:display").as_deref() == Some("false") =>
            {
                if self.hidden_tables.len() < MOST {
                    self.hidden_tables.extend(self.table.clone());
                }
            }
            _ => {
                if let Some(format) = &mut self.format {
                    format.begin(tag, is_empty);
                }
            }
        }
    }

    fn style(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        let Some(name) = stated(tag, "style:name") else {
            return;
        };
        match stated(tag, "style:family").as_deref() {
            Some("table-cell") if self.cells.len() < MOST => {
                let style = CellStyle {
                    format: stated(tag, "style:data-style-name"),
                    parent: stated(tag, "style:parent-style-name"),
                };
                self.cells.insert(name, style);
            }
            Some("table") if !is_empty => self.table = Some(name),
            _ => {}
        }
    }

    fn end_format(&mut self) {
        let Some(format) = self.format.take() else {
            return;
        };
        if let Some(code) = CodeFormat::of(&format.code)
            && self.formats.len() < MOST
        {
            self.formats.insert(format.name, code);
        }
    }

    /// Returns the format by which a cell of this style shows a number as a code.
    pub(crate) fn code_format(&self, style: &str) -> Option<&CodeFormat> {
        let mut style = style;
        for _ in 0..LONGEST_CHAIN {
            let found = self.cells.get(style)?;
            if let Some(format) = &found.format {
                return self.formats.get(format);
            }
            style = found.parent.as_deref()?;
        }
        None
    }

    /// Whether sheets of this style are hidden.
    pub(crate) fn hides_table(&self, style: &str) -> bool {
        self.hidden_tables.contains(style)
    }
}

/// Returns an attribute; `None` where there is none, or none that can be read.
fn stated(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    attribute(tag, name).ok().flatten()
}

/// Returns a number of digits; 0 where none is stated.
fn digits(tag: &BytesStart<'_>, name: &str) -> usize {
    let number = stated(tag, name).and_then(|n| n.parse::<usize>().ok());
    number.unwrap_or(0).min(MOST_DIGITS)
}

impl NumberStyleFormat {
    /// Takes in the beginning of a part.
    fn begin(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        match tag.name().as_ref() {
            "number:number" => {
                self.digits = digits(tag, "number:min-integer-digits");
                self.decimals = digits(tag, "number:decimal-places");
                self.is_grouped = stated(tag, "number:grouping").as_deref() == Some("true");
                if is_empty {
                    self.end_number();
                }
            }
            "number:text" if !is_empty => self.text = Some(NumberText::Beside),
            "number:embedded-text" if !is_empty => {
                self.text = Some(NumberText::Within(digits(tag, "number:position")));
            }
            "number:fraction" | "number:scientific-number" => self.code.push('E'),
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        match self.text {
            Some(NumberText::Beside) => self
                .code
                .push_str(&format!("\"{}\"", text.replace('"', ""))),
            Some(NumberText::Within(at)) => self.within.entry(at).or_default().push_str(text),
            None => {}
        }
    }

    /// Writes the number as spreadsheets do: `0-00-000`.
    fn end_number(&mut self) {
        let longest = self.within.keys().max().map_or(0, |after| after + 1);
        for after in (0..self.digits.max(longest)).rev() {
            self.code.push(if after < self.digits { '0' } else { '#' });
            if let Some(text) = self.within.get(&after) {
                self.code
                    .push_str(&format!("\"{}\"", text.replace('"', "")));
            }
        }
        if self.is_grouped {
            self.code.push(',');
        }
        if self.decimals > 0 {
            self.code.push('.');
            self.code.push_str(&"0".repeat(self.decimals));
        }
    }
}
