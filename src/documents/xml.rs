//! Texts of XML: of every member of an office file, of a drawing, of metadata. There is no list of elements with words in
//! them, which could lack one: whatever is text is told, and attributes that can hold words.

mod attributes;
mod cells;

use super::part::DocumentPart;
use super::reading::{DocumentReading, LONGEST_TEXT, LimitExceeded};
use crate::source::limits::Limit;
pub(crate) use attributes::value;
pub(crate) use cells::{SharedTexts, SheetCells};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

/// What kind of XML it is, where that says what its texts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum XmlKind {
    Content,
    Properties,
    Comments,
    Relations,
}

/// Where XML is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct XmlPlace<'p> {
    /// Its path in a package; empty for a file of its own.
    pub(crate) member: &'p str,
    pub(crate) kind: XmlKind,
    pub(crate) hidden: bool,
}

/// Elements whose texts go on in the next one of these, until a block begins or ends: a word may be in several runs.
const RUNS: &[&str] = &[
    "t",
    "delText",
    "p",
    "h",
    "span",
    "a",
    "tspan",
    "text",
    "textPath",
    "instrText",
    "ruby-base",
];
/// Elements that begin and end a text of their own.
const BLOCKS: &[&str] = &[
    "p",
    "h",
    "si",
    "is",
    "c",
    "tc",
    "tr",
    "row",
    "text",
    "comment",
    "annotation",
    "note",
    "table-cell",
    "title",
    "desc",
    "list-item",
    "frame",
    "txbxContent",
];
/// Elements that replace a blank.
const BLANKS: &[&str] = &["tab", "s", "br", "cr", "line-break", "ptab"];
/// Elements in which remarks are.
const REMARKS: &[&str] = &["comment", "annotation", "threadedComment", "cm"];
/// Elements in which words are that were struck out.
const STRUCK: &[&str] = &["del", "moveFrom", "deletion"];
/// Distinct values of attributes that are remembered, so that an author of a thousand changes is told once.
const REMEMBERED: usize = 4096;

/// Tells every text of XML, and how far it could be read.
pub(crate) fn texts(
    input: impl BufRead,
    place: XmlPlace<'_>,
    cells: SheetCells<'_>,
    reading: &mut DocumentReading<'_, '_>,
) {
    let most = reading.limits.mebibytes(Limit::RowMib);
    let read = Rc::new(Cell::new(0));
    let guarded = EventGuard {
        inner: input,
        read: Rc::clone(&read),
        most,
    };
    let mut walker = Walker::new(place, cells, reading);
    let outcome = walker.walk(guarded, &read);
    walker.flush();
    if let Err(error) = outcome {
        let part = walker.part();
        reading.failed(&error, part);
    }
}

/// Returns XML as UTF-8, whatever encoding it states; as it is where it states none.
pub(crate) fn in_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => Some(encoding),
        None => stated_encoding(bytes),
    };
    match encoding {
        Some(encoding) if encoding != encoding_rs::UTF_8 => {
            Cow::Owned(encoding.decode(bytes).0.into_owned().into_bytes())
        }
        _ if std::str::from_utf8(bytes).is_err() => {
            Cow::Owned(String::from_utf8_lossy(bytes).into_owned().into_bytes())
        }
        _ => Cow::Borrowed(bytes),
    }
}

/// Returns the encoding that an XML declaration states.
fn stated_encoding(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let declaration = bytes.strip_prefix(b"<?xml")?;
    let end = declaration.iter().take(200).position(|b| *b == b'>')?;
    let words = std::str::from_utf8(&declaration[..end]).ok()?;
    let label = words.split("encoding").nth(1)?.split(['"', '\'']).nth(1)?;
    encoding_rs::Encoding::for_label(label.as_bytes())
}

/// Breaks off where one event is longer than any honest one: the reader holds an event in memory.
struct EventGuard<R> {
    inner: R,
    /// Bytes since the last event.
    read: Rc<Cell<u64>>,
    most: u64,
}

impl<R: BufRead> Read for EventGuard<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(out)?;
        self.read.set(self.read.get() + n as u64);
        Ok(n)
    }
}

impl<R: BufRead> BufRead for EventGuard<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.read.get() > self.most {
            return Err(io::Error::other(LimitExceeded(Limit::RowMib)));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        self.read.set(self.read.get() + n as u64);
        self.inner.consume(n);
    }
}

/// A text that is being gathered.
#[derive(Default)]
struct Gathered {
    text: String,
    part: Option<DocumentPart>,
}

struct Walker<'w, 'a, 'v> {
    place: XmlPlace<'w>,
    cells: SheetCells<'w>,
    reading: &'w mut DocumentReading<'a, 'v>,
    /// Local names of the elements that are open.
    open: Vec<String>,
    remarks: usize,
    struck: usize,
    shown: Gathered,
    deleted: Gathered,
    /// Whether what is gathered belongs to one element alone.
    alone: bool,
    /// The name of a property that somebody added.
    property: Option<String>,
    told: BTreeSet<String>,
}

impl<'w, 'a, 'v> Walker<'w, 'a, 'v> {
    fn new(
        place: XmlPlace<'w>,
        cells: SheetCells<'w>,
        reading: &'w mut DocumentReading<'a, 'v>,
    ) -> Self {
        Walker {
            place,
            cells,
            reading,
            open: Vec::new(),
            remarks: 0,
            struck: 0,
            shown: Gathered::default(),
            deleted: Gathered::default(),
            alone: false,
            property: None,
            told: BTreeSet::new(),
        }
    }

    fn walk(&mut self, input: impl BufRead, read: &Cell<u64>) -> io::Result<()> {
        let mut xml = Reader::from_reader(input);
        xml.config_mut().check_end_names = false;
        xml.config_mut().allow_unmatched_ends = true;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            read.set(0);
            match xml.read_event_into(&mut buffer).map_err(broken)? {
                Event::Eof if self.open.is_empty() => return Ok(()),
                Event::Eof => return Err(io::ErrorKind::UnexpectedEof.into()),
                event => self.take(&event)?,
            }
        }
    }

    fn take(&mut self, event: &Event<'_>) -> io::Result<()> {
        match event {
            Event::Start(tag) => return self.start(tag),
            Event::Empty(tag) => {
                self.start(tag)?;
                self.end();
            }
            Event::End(_) => self.end(),
            Event::Text(text) => self.words(&text.xml10_content()),
            Event::CData(text) => self.words(&text.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(letter)) => self.words(letter.encode_utf8(&mut [0; 4])),
                _ => self.words(quick_xml::escape::resolve_predefined_entity(name).unwrap_or(" ")),
            },
            Event::Comment(text) => {
                let text = text.xml10_content().into_owned();
                self.reading.text(DocumentPart::Comment, text);
            }
            Event::DocType(text) => {
                let part = self.part();
                self.reading.text(part, text.xml10_content().into_owned());
            }
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> io::Result<()> {
        if self.open.len() >= self.reading.limits.count(Limit::Depth) {
            return Err(io::Error::other(LimitExceeded(Limit::Depth)));
        }
        let name = tag.local_name().as_ref().to_owned();
        if self.alone || BLOCKS.contains(&name.as_str()) {
            self.flush();
        }
        if BLANKS.contains(&name.as_str()) {
            self.blank();
        }
        self.remarks += usize::from(REMARKS.contains(&name.as_str()));
        self.struck += usize::from(STRUCK.contains(&name.as_str()));
        if matches!(name.as_str(), "property" | "user-defined") {
            self.property = value(tag, "name");
        }
        self.cells.start(&name, tag);
        self.open.push(name);
        self.attributes(tag);
        Ok(())
    }

    fn end(&mut self) {
        let Some(name) = self.open.last().cloned() else {
            return;
        };
        if self.alone || BLOCKS.contains(&name.as_str()) {
            self.flush();
        }
        self.open.pop();
        self.remarks -= usize::from(REMARKS.contains(&name.as_str()));
        self.struck -= usize::from(STRUCK.contains(&name.as_str()));
        self.cells.end(&name);
    }

    fn words(&mut self, words: &str) {
        let parent = self.open.last().cloned().unwrap_or_default();
        if self.remarks == 0 && !self.cells.tells(&parent, words) {
            return;
        }
        let alone = !RUNS.contains(&parent.as_str());
        if words.trim().is_empty() && (alone || self.gathered().text.is_empty()) {
            return;
        }
        if alone != self.alone {
            self.flush();
            self.alone = alone;
        }
        let part = self.part();
        let whole = (parent == "v")
            .then(|| cells::plain_number(words))
            .flatten();
        let gathered = self.gathered();
        gathered.text.push_str(whole.as_deref().unwrap_or(words));
        gathered.part.get_or_insert(part);
        if gathered.text.len() > LONGEST_TEXT {
            self.flush();
        }
    }

    fn gathered(&mut self) -> &mut Gathered {
        let struck = self.struck > 0 || self.open.last().is_some_and(|name| name == "delText");
        if struck {
            &mut self.deleted
        } else {
            &mut self.shown
        }
    }

    fn blank(&mut self) {
        let gathered = self.gathered();
        if !gathered.text.is_empty() {
            gathered.text.push(' ');
        }
    }

    /// Tells what is gathered.
    fn flush(&mut self) {
        for gathered in [&mut self.shown, &mut self.deleted] {
            let Gathered { text, part } = std::mem::take(gathered);
            if let Some(part) = part {
                self.reading.text(part, text);
            }
        }
        self.alone = false;
    }

    /// Returns where the text at this place is.
    fn part(&self) -> DocumentPart {
        let parent = self.open.last().map_or("", String::as_str);
        let member = self.place.member.to_owned();
        if self.place.kind == XmlKind::Relations {
            DocumentPart::Link
        } else if self.remarks > 0 || self.place.kind == XmlKind::Comments {
            DocumentPart::Comment
        } else if self.place.kind == XmlKind::Properties {
            let added = self.property.clone();
            DocumentPart::Property(added.unwrap_or_else(|| parent.to_owned()))
        } else if self.struck > 0 || parent == "delText" {
            DocumentPart::Deleted
        } else if self.place.hidden || self.cells.hidden() {
            DocumentPart::Hidden(member)
        } else if member.is_empty() {
            DocumentPart::Body
        } else {
            DocumentPart::Member(member)
        }
    }

    fn attributes(&mut self, tag: &BytesStart<'_>) {
        let all = self.place.kind == XmlKind::Properties;
        for (name, value) in attributes::telling(tag, all) {
            if self.cells.skips_attributes() || self.told.contains(&value) {
                continue;
            }
            if self.told.len() < REMEMBERED {
                self.told.insert(value.clone());
            }
            let part = attributes::part(&name).unwrap_or_else(|| match self.part() {
                DocumentPart::Property(_) => DocumentPart::Property(name),
                part => part,
            });
            self.reading.text(part, value);
        }
    }
}

/// Returns the error that something is no XML, or the one of the reader below.
fn broken(error: quick_xml::Error) -> io::Error {
    match error {
        quick_xml::Error::Io(error) => {
            let exceeded = error.get_ref().and_then(|inner| inner.downcast_ref());
            match exceeded {
                Some(LimitExceeded(limit)) => io::Error::other(LimitExceeded(*limit)),
                None => io::Error::new(error.kind(), error.to_string()),
            }
        }
        error => io::Error::new(io::ErrorKind::InvalidData, error.to_string()),
    }
}
