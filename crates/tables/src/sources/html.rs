//! Tables of web pages, which many systems save with the ending `.xls`. Their rows are read in order, those of all tables
//! one after the other; a text outside of them is a row of one cell, so that titles and notes are not lost.

mod beginning;
mod ending;
mod words;

use super::compression;
use super::links::CellLink;
use super::sheet_cells::{
    CellContent, CellRows, FinishPlan, FinishedRows, SheetCell, SheetRow, is_error, off_the_line,
};
use super::shown_sheet::{ScanExtent, SheetOpener, ShownSheet};
use crate::encoding::decode::Utf8Reader;
use crate::encoding::detected_encoding::DetectedEncoding;
use crate::expansion::ExpansionMeter;
use crate::finding::{Finding, codes};
use crate::limits::{Limit, Limits};
use crate::place::Place;
use crate::rows::Rows;
use crate::schema::TableFile;
use crate::sources::source::{OpenedTable, SourceFormat};
use crate::table_stream::TableStream;
use crate::unreadable::Unreadable;
use crate::{encoding, received_file};
pub(crate) use beginning::{is_html, is_page};
use ending::{PageEnding, Tags};
use html5gum::{DefaultEmitter, IoReader, StartTag, Token, Tokenizer};
use std::collections::{BTreeSet, VecDeque};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use words::{is_number, words};

/// Web pages, whose tables are read one after the other.
pub(crate) struct WebPage;

impl SourceFormat for WebPage {
    fn endings(&self) -> &'static [&'static str] {
        &["html", "htm"]
    }

    fn open(
        &self,
        root: &Path,
        resource: &TableFile,
        found: &mut Vec<Finding>,
    ) -> Result<OpenedTable, Unreadable> {
        let detected = encoding::detect(root, resource, found)?;
        let limits = &resource.limits;
        let mut rows = open_page(root, &resource.path, detected, limits)?;
        if !rows
            .tokens
            .any(|token| token.is_ok_and(|token| is_row(&token)))
        {
            return Err(Unreadable::WebPage);
        }
        let opening = SheetOpener {
            name: "",
            resource,
            extent: ScanExtent::Whole,
            shown: ShownSheet::default(),
        };
        rows = open_page(root, &resource.path, detected, limits)?;
        let opened = opening.open(
            &mut rows,
            |plan| HtmlStream {
                detected,
                limits: *limits,
                plan,
            },
            found,
        )?;
        if rows.ending == Some(PageEnding::TableOpen) {
            found.push(Finding::new(codes::DATA_TABLE_OPEN).at(Place::file(&resource.path)));
        }
        Ok(opened)
    }
}

#[derive(Debug)]
struct HtmlStream {
    detected: DetectedEncoding,
    limits: Limits,
    plan: Arc<FinishPlan>,
}

impl TableStream for HtmlStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let rows = open_page(root, path, self.detected, &self.limits)?;
        Ok(Box::new(FinishedRows::new(rows, &self.plan)))
    }

    fn encoding(&self) -> Option<&'static str> {
        Some(self.detected.name())
    }

    fn has_columns(&self) -> bool {
        true
    }
}

/// Opens a page before its first row.
fn open_page(
    root: &Path,
    path: &str,
    detected: DetectedEncoding,
    limits: &Limits,
) -> Result<PageRows, Unreadable> {
    let text = Utf8Reader::new(compression::open(root, path, limits)?, detected);
    let meter = ExpansionMeter::new(limits, received_file::length(root, path)?);
    Ok(HtmlRows::new(text, meter, limits))
}

/// Whether a row begins here.
fn is_row(token: &Token) -> bool {
    matches!(token, Token::StartTag(tag) if tag.name.as_slice() == b"tr")
}

/// The rows of a page in a file.
type PageRows = HtmlRows<Utf8Reader<Box<dyn Read + Send>>>;

/// Elements of which a browser shows nothing.
const WORDLESS: [&[u8]; 4] = [b"script", b"style", b"title", b"xml"];

/// An element of which a browser shows nothing.
struct HiddenElement {
    name: Vec<u8>,
    /// Elements of its name that are open, itself among them.
    open: usize,
}

impl HiddenElement {
    fn of(tag: &StartTag<()>) -> HiddenElement {
        HiddenElement {
            name: tag.name.to_vec(),
            open: 1,
        }
    }
}

struct HtmlRows<R: Read> {
    tokens: Tokenizer<IoReader<R>, DefaultEmitter>,
    /// Rows that are complete and wait to be read.
    ready: VecDeque<SheetRow>,
    cells: Vec<SheetCell>,
    text: String,
    /// The first link in the cell begun.
    link: Option<CellLink>,
    /// Whether the row begun is hidden.
    is_hidden: bool,
    /// Columns that are hidden, and the next that the table says something of.
    hidden_columns: BTreeSet<usize>,
    column: usize,
    /// Whether a row, and a cell of it, is begun.
    in_row: bool,
    in_cell: bool,
    /// Columns that the cell begun spans.
    span: usize,
    /// For each column, the rows that a cell from above still covers.
    covered: Vec<usize>,
    /// Rows that the cell begun spans.
    rows_spanned: usize,
    /// The element whose words nobody sees, being passed over.
    hidden: Option<HiddenElement>,
    /// Whether what is read is above the line, or below it.
    above: Option<bool>,
    number: u64,
    bytes: usize,
    tags: Tags,
    /// How the page ends, once that is known.
    ending: Option<PageEnding>,
    /// Longest row, in bytes, and most cells in one.
    longest: usize,
    widest: usize,
    meter: ExpansionMeter,
}

impl<R: Read> HtmlRows<R> {
    fn new(text: R, meter: ExpansionMeter, limits: &Limits) -> Self {
        HtmlRows {
            tokens: Tokenizer::new(IoReader::new(text)),
            ready: VecDeque::new(),
            cells: Vec::new(),
            text: String::new(),
            link: None,
            is_hidden: false,
            hidden_columns: BTreeSet::new(),
            column: 0,
            in_row: false,
            in_cell: false,
            span: 1,
            covered: Vec::new(),
            rows_spanned: 1,
            hidden: None,
            above: None,
            number: 0,
            bytes: 0,
            tags: Tags::default(),
            ending: None,
            longest: usize::try_from(limits.mebibytes(Limit::RowMib)).unwrap_or(usize::MAX),
            widest: limits.count(Limit::Columns),
            meter,
        }
    }

    fn start(&mut self, tag: &StartTag<()>) {
        self.tags.start(tag.name.as_slice());
        match tag.name.as_slice() {
            name if WORDLESS.contains(&name) && !tag.self_closing => {
                self.hidden = Some(HiddenElement::of(tag));
            }
            // Keys by which a page sorts are in its cells, and nobody sees them.
            b"span" | b"div" | b"p" | b"b" | b"i" | b"small" | b"a"
                if self.in_cell && is_hidden(tag) =>
            {
                self.hidden = Some(HiddenElement::of(tag));
            }
            b"sup" => self.above = Some(true),
            b"sub" => self.above = Some(false),
            b"tr" => self.begin_row(tag),
            b"col" => self.column(tag),
            b"a" if self.in_cell && self.link.is_none() => {
                let address = tag.attributes.get(&b"href"[..]);
                let address = address.map(|href| String::from_utf8_lossy(href));
                self.link = address.and_then(|address| CellLink::to(address.trim()));
            }
            b"td" | b"th" => self.begin_cell(tag),
            b"br" => self.text.push('\n'),
            b"p" | b"div" | b"h1" | b"h2" | b"h3" | b"h4" | b"li" if !self.in_cell => {
                self.end_text();
            }
            b"p" | b"div" | b"li" => self.text.push('\n'),
            b"table" if !self.in_cell => {
                self.end_text();
                self.covered.clear();
                self.column = 0;
            }
            _ => {}
        }
    }

    fn begin_row(&mut self, tag: &StartTag<()>) {
        self.end_row();
        self.end_text();
        self.in_row = true;
        self.is_hidden = is_hidden(tag);
    }

    /// Notes what is said of columns.
    fn column(&mut self, tag: &StartTag<()>) {
        let span = number(tag, b"span").unwrap_or(1);
        let last = self.column.saturating_add(span).min(self.widest);
        if is_hidden(tag) {
            self.hidden_columns.extend(self.column..last);
        }
        self.column = last;
    }

    fn begin_cell(&mut self, tag: &StartTag<()>) {
        self.end_cell();
        if !self.in_row {
            self.end_text();
            self.in_row = true;
        }
        self.in_cell = true;
        self.link = None;
        self.span = number(tag, b"colspan").unwrap_or(1).clamp(1, 1000);
        self.rows_spanned = number(tag, b"rowspan").unwrap_or(1).clamp(1, 65_534);
        if is_hidden(tag) {
            self.pass_covered();
            self.hidden_columns.insert(self.cells.len());
        }
    }

    fn end(&mut self, name: &[u8]) {
        self.tags.end(name);
        match name {
            b"sup" | b"sub" => self.above = None,
            b"td" | b"th" => self.end_cell(),
            b"tr" | b"table" | b"tbody" | b"thead" | b"tfoot" => self.end_row(),
            b"p" | b"div" | b"h1" | b"h2" | b"h3" | b"h4" | b"li" | b"caption" if !self.in_cell => {
                self.end_text();
            }
            _ => {}
        }
    }

    /// Takes in what is next of the page.
    fn take(&mut self, token: &Token) {
        self.leave_hidden(token);
        match token {
            Token::Error(fault) => self.tags.fault(**fault),
            _ if self.hidden.is_some() => self.pass_hidden(token),
            Token::StartTag(tag) => self.start(tag),
            Token::EndTag(tag) => self.end(&tag.name),
            Token::String(text) => self.add(text),
            _ => {}
        }
    }

    /// Ends what is hidden within a cell where the cell ends: nobody need close a paragraph.
    fn leave_hidden(&mut self, token: &Token) {
        let name = match token {
            Token::StartTag(tag) => tag.name.as_slice(),
            Token::EndTag(tag) => tag.name.as_slice(),
            _ => return,
        };
        if self.in_cell && matches!(name, b"td" | b"th" | b"tr" | b"table") {
            self.hidden = self
                .hidden
                .take()
                .filter(|hidden| WORDLESS.contains(&hidden.name.as_slice()));
        }
    }

    /// Passes over a part of what is hidden.
    fn pass_hidden(&mut self, token: &Token) {
        let Some(hidden) = &mut self.hidden else {
            return;
        };
        match token {
            Token::StartTag(tag) if tag.name.as_slice() == hidden.name && !tag.self_closing => {
                hidden.open += 1;
            }
            Token::EndTag(tag) if tag.name.as_slice() == hidden.name => hidden.open -= 1,
            _ => {}
        }
        if hidden.open == 0 {
            self.hidden = None;
        }
    }

    /// Adds words to the cell begun, or to the text outside of tables.
    fn add(&mut self, text: &[u8]) {
        self.bytes += text.len();
        // A line's end in the source is a blank; `<br>` has put its own.
        let text = String::from_utf8_lossy(text).replace(['\n', '\r'], " ");
        match self.above {
            Some(above) => self.text.push_str(&off_the_line(&text, above)),
            None => self.text.push_str(&text),
        }
    }

    /// Ends what is open where the page ends.
    ///
    /// # Errors
    /// When the page broke off.
    fn end_page(&mut self) -> Result<(), Unreadable> {
        let ending = self
            .tags
            .ending(self.in_row, self.in_cell, self.hidden.is_some());
        if ending == PageEnding::Cut {
            return Err(Unreadable::damaged("</table>"));
        }
        self.end_row();
        self.end_text();
        self.ending = Some(ending);
        Ok(())
    }

    /// Refuses a row that is longer or wider than is read.
    fn weigh(&self) -> Result<(), Unreadable> {
        let line = self.number + 1;
        if self.bytes > self.longest {
            return Err(Unreadable::TooLong {
                line,
                limit: self.longest,
            });
        }
        if self.cells.len() > self.widest {
            return Err(Unreadable::TooWide {
                line,
                limit: self.widest,
            });
        }
        Ok(())
    }

    /// Adds blank cells where a cell from a row above is.
    fn pass_covered(&mut self) {
        while self
            .covered
            .get(self.cells.len())
            .is_some_and(|rows| *rows > 0)
        {
            self.covered[self.cells.len()] -= 1;
            self.cells.push(SheetCell::default());
        }
    }

    fn end_cell(&mut self) {
        if !std::mem::take(&mut self.in_cell) {
            return;
        }
        self.above = None;
        self.pass_covered();
        let text = words(&std::mem::take(&mut self.text));
        let held = if is_number(&text) {
            CellContent::Number
        } else if is_error(&text) {
            CellContent::Error
        } else {
            CellContent::Text
        };
        let link = self.link.take();
        let covers = u32::try_from(self.rows_spanned - 1).unwrap_or(0);
        let mut cell = Some(SheetCell {
            text,
            held,
            covers,
            link,
        });
        for _ in 0..self.span {
            if self.rows_spanned > 1 && self.cells.len() < self.widest {
                if self.covered.len() <= self.cells.len() {
                    self.covered.resize(self.cells.len() + 1, 0);
                }
                self.covered[self.cells.len()] = self.rows_spanned - 1;
            }
            self.cells.push(cell.take().unwrap_or_default());
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if std::mem::take(&mut self.in_row) {
            self.pass_covered();
            let cells = std::mem::take(&mut self.cells);
            self.ready.push_back(SheetRow {
                line: 0,
                is_hidden: std::mem::take(&mut self.is_hidden),
                cells,
            });
            self.text.clear();
            self.bytes = 0;
        }
    }

    /// Ends a text outside of tables, which is a row of one cell.
    fn end_text(&mut self) {
        let text = words(&std::mem::take(&mut self.text));
        if !self.in_row && !text.is_empty() {
            self.ready.push_back(SheetRow {
                cells: vec![SheetCell::text(text)],
                ..SheetRow::default()
            });
        }
        self.bytes = 0;
    }
}

/// Whether a browser shows nothing of an element.
fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = tag
        .attributes
        .get(&b"style"[..])
        .map(|style| String::from_utf8_lossy(style).to_ascii_lowercase());
    let style: String = style
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    tag.attributes.contains_key(&b"hidden"[..])
        || style.contains("display:none")
        || style.contains("visibility:collapse")
}

fn number(tag: &StartTag<()>, name: &[u8]) -> Option<usize> {
    String::from_utf8_lossy(tag.attributes.get(name)?)
        .trim()
        .parse()
        .ok()
}

impl<R: Read + Send> CellRows for HtmlRows<R> {
    fn hides(&self, column: usize) -> bool {
        self.hidden_columns.contains(&column)
    }

    fn read_cells(&mut self, row: &mut SheetRow) -> Result<bool, Unreadable> {
        loop {
            if let Some(ready) = self.ready.pop_front() {
                self.number += 1;
                self.meter.take(ready.cells.len(), self.number)?;
                *row = SheetRow {
                    line: self.number,
                    ..ready
                };
                return Ok(true);
            }
            if self.ending.is_some() {
                return Ok(false);
            }
            match self.tokens.next().transpose()? {
                Some(token) => self.take(&token),
                None => self.end_page()?,
            }
            self.weigh()?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let limits = Limits::default();
        let mut reader = HtmlRows::new(text.as_bytes(), ExpansionMeter::new(&limits, 0), &limits);
        let (mut row, mut all) = (SheetRow::default(), Vec::new());
        while reader.read_cells(&mut row).unwrap() {
            all.push(row.cells.iter().map(|cell| cell.text.clone()).collect());
        }
        all
    }

    #[test]
    fn spans_line_breaks_and_texts_around() {
        let page = "<html><style>td{}</style><h1>A title</h1><table><tr><th rowspan=2>Town<th colspan=2>2024</tr>\
            <tr><th>a<th>b</tr><tr><td>Le&oacute;n<td> 1 <td>x<br>y</table>Source: an office";
        assert_eq!(
            rows(page),
            [
                vec!["A title"],
                vec!["Town", "2024", ""],
                vec!["", "a", "b"],
                vec!["León", "1", "x\ny"],
                vec!["Source: an office"]
            ]
        );
        assert!(is_html(page.as_bytes()) && !is_html(b"<a>,b\n1,2\n"));
    }
}
