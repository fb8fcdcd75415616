//! What an old workbook (XLS) says of a sheet beside its values, from its records ([MS-XLS] 2.4). Its values are read by
//! calamine, which holds the sheet whole and does not tell the formats of its cells.

use super::super::code_formats::CodeFormat;
use super::super::links::CellLink;
use super::super::shown_sheet::CitedLines;
use super::facts::SheetFacts;
use crate::unreadable::Unreadable;
use cfb::CompoundFile;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::sync::Arc;

/// Numbers of records ([MS-XLS] 2.3).
mod record {
    pub(crate) const BEGINNING: u16 = 0x0809;
    pub(crate) const END: u16 = 0x000A;
    pub(crate) const PASSWORD: u16 = 0x002F;
    pub(crate) const FORMAT: u16 = 0x041E;
    pub(crate) const CELL_FORMAT: u16 = 0x00E0;
    pub(crate) const SHEET: u16 = 0x0085;
    pub(crate) const ROW: u16 = 0x0208;
    pub(crate) const COLUMNS: u16 = 0x007D;
    pub(crate) const NUMBER: u16 = 0x0203;
    pub(crate) const SHORT_NUMBER: u16 = 0x027E;
    pub(crate) const SHORT_NUMBERS: u16 = 0x00BD;
    pub(crate) const FORMULA: u16 = 0x0006;
    pub(crate) const TRUTH_OR_ERROR: u16 = 0x0205;
    pub(crate) const LABEL: u16 = 0x00FD;
    pub(crate) const OLD_LABEL: u16 = 0x0204;
    pub(crate) const MERGED: u16 = 0x00E5;
    pub(crate) const LINK: u16 = 0x01B8;
}

/// Links that are kept of a sheet, which has at most 65,536 rows.
const MOST: usize = 1 << 17;
/// Kinds of what a formula came to, and an empty text among its tokens.
const ERROR: u8 = 2;
const BLANK_TEXT: u8 = 3;
const EMPTY_TEXT: [u8; 2] = [0x17, 0];
/// The kind of link that is an address, as its bytes are in a record.
const ADDRESS: [u8; 16] = [
    0xE0, 0xC9, 0xEA, 0x79, 0xF9, 0xBA, 0xCE, 0x11, 0x8C, 0x82, 0x00, 0xAA, 0x00, 0x4B, 0xA9, 0x0B,
];
/// The kind of link that is a file.
const FILE: [u8; 16] = [
    0x03, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46,
];

/// The records of a workbook.
struct XlsRecords {
    stream: BufReader<cfb::Stream<File>>,
    /// The stream reads through it, and ends when it is gone.
    _container: CompoundFile<File>,
}

fn damaged(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::damaged(error)
}

/// Returns the records of an old workbook, after it has been told from other files of the same container.
///
/// # Errors
/// When it is protected by a password, damaged, or another document.
fn records(file: &File) -> Result<XlsRecords, Unreadable> {
    let mut file = file.try_clone()?;
    file.seek(SeekFrom::Start(0))?;
    let mut container = CompoundFile::open(file).map_err(damaged)?;
    if container.exists("/EncryptedPackage") {
        return Err(Unreadable::Packed {
            cause: "password",
            detail: String::new(),
        });
    }
    let Some(name) = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"]
        .iter()
        .find(|name| container.exists(name))
    else {
        let mut names = container
            .walk()
            .filter(cfb::Entry::is_stream)
            .map(|entry| entry.name().to_owned());
        let other =
            names.find(|name| matches!(name.as_str(), "WordDocument" | "PowerPoint Document"));
        let detail = other.unwrap_or_else(|| "OLE".to_owned());
        return Err(Unreadable::Packed {
            cause: "no-workbook",
            detail,
        });
    };
    let stream = BufReader::with_capacity(64 * 1024, container.open_stream(name).map_err(damaged)?);
    Ok(XlsRecords {
        stream,
        _container: container,
    })
}

impl XlsRecords {
    /// Reads the next record into `bytes`, and returns its number; `None` at the end.
    fn next(&mut self, bytes: &mut Vec<u8>) -> Result<Option<u16>, Unreadable> {
        let mut head = [0; 4];
        let mut read = 0;
        while read < head.len() {
            match self.stream.read(&mut head[read..])? {
                0 => return Ok(None),
                n => read += n,
            }
        }
        bytes.resize(usize::from(u16::from_le_bytes([head[2], head[3]])), 0);
        self.stream.read_exact(bytes).map_err(damaged)?;
        Ok(Some(u16::from_le_bytes([head[0], head[1]])))
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// Text in UTF-16, without the zero at its end.
fn wide(bytes: &[u8]) -> String {
    let units = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .take_while(|unit| *unit != 0);
    char::decode_utf16(units)
        .map(|letter| letter.unwrap_or('\u{fffd}'))
        .collect()
}

/// Text whose first byte says whether it is in UTF-16; else each byte is a letter.
fn flagged(bytes: &[u8], letters: usize) -> Option<String> {
    let text = bytes.get(1..)?;
    if bytes[0] & 1 == 1 {
        return Some(wide(text.get(..letters * 2)?));
    }
    Some(
        text.get(..letters)?
            .iter()
            .map(|b| char::from(*b))
            .collect(),
    )
}

/// What is before the sheets.
#[derive(Default)]
struct XlsGlobals {
    /// Offset of the sheet in the stream; `None` where no sheet has its name.
    sheet: Option<u64>,
    /// Numbers of the formats of cells.
    cell_formats: Vec<u16>,
    formats: BTreeMap<u16, Arc<CodeFormat>>,
    /// Whether texts say whether they are in UTF-16, as they do since Excel 97.
    is_flagged: bool,
}

impl XlsGlobals {
    fn of(records: &mut XlsRecords, sheet: &str) -> Result<XlsGlobals, Unreadable> {
        let (mut book, mut bytes) = (XlsGlobals::default(), Vec::new());
        while let Some(number) = records.next(&mut bytes)? {
            match number {
                record::PASSWORD => {
                    return Err(Unreadable::Packed {
                        cause: "password",
                        detail: String::new(),
                    });
                }
                record::BEGINNING => book.is_flagged = short(&bytes, 0) == Some(0x0600),
                record::CELL_FORMAT => book.cell_formats.push(short(&bytes, 2).unwrap_or(0)),
                record::FORMAT => {
                    let number = short(&bytes, 0).unwrap_or(0);
                    if let Some(format) = book.format(&bytes).and_then(|code| CodeFormat::of(&code))
                    {
                        book.formats.insert(number, Arc::new(format));
                    }
                }
                record::SHEET if book.name(&bytes).as_deref() == Some(sheet) => {
                    book.sheet = long(&bytes, 0).map(u64::from);
                }
                record::END => return Ok(book),
                _ => {}
            }
        }
        Err(damaged("EOF"))
    }

    fn format(&self, bytes: &[u8]) -> Option<String> {
        if self.is_flagged {
            return flagged(bytes.get(4..)?, usize::from(short(bytes, 2)?));
        }
        let letters = bytes.get(3..3 + usize::from(*bytes.get(2)?))?;
        Some(letters.iter().map(|b| char::from(*b)).collect())
    }

    fn name(&self, bytes: &[u8]) -> Option<String> {
        let letters = usize::from(*bytes.get(6)?);
        if self.is_flagged {
            return flagged(bytes.get(7..)?, letters);
        }
        Some(
            bytes
                .get(7..7 + letters)?
                .iter()
                .map(|b| char::from(*b))
                .collect(),
        )
    }
}

/// Refuses what is no old workbook that can be read: another document, or one with a password. What is damaged is told by
/// whoever reads its values, and forgives more.
///
/// # Errors
/// With the reason.
pub(crate) fn look(file: &File) -> Result<(), Unreadable> {
    match records(file).and_then(|mut records| XlsGlobals::of(&mut records, "")) {
        Err(
            why @ Unreadable::Packed {
                cause: "password" | "no-workbook",
                ..
            },
        ) => Err(why),
        _ => Ok(()),
    }
}

/// Reads what a workbook says of this sheet.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn facts(file: &File, sheet: &str) -> Result<SheetFacts, Unreadable> {
    // Its values could be read, so it is not for this to refuse it.
    let Ok(mut records) = records(file) else {
        return Ok(SheetFacts::default());
    };
    let Ok(book) = XlsGlobals::of(&mut records, sheet) else {
        return Ok(SheetFacts::default());
    };
    let mut walk = XlsSheetWalk {
        book,
        facts: SheetFacts::default(),
        hidden: BTreeSet::new(),
        blank: CitedLines::default(),
        has_results: false,
    };
    let Some(place) = walk.book.sheet else {
        return Ok(walk.facts);
    };
    records.stream.seek(SeekFrom::Start(place))?;
    let (mut bytes, mut depth) = (Vec::new(), 0usize);
    while let Some(number) = records.next(&mut bytes)? {
        match number {
            record::BEGINNING => depth += 1,
            record::END if depth <= 1 => break,
            record::END => depth -= 1,
            // Charts are within the sheet.
            _ if depth == 1 => drop(walk.take(number, &bytes)),
            _ => {}
        }
    }
    if !walk.has_results {
        walk.facts.formulas = walk.blank;
    }
    Ok(walk.facts)
}

/// The way through a sheet's records.
struct XlsSheetWalk {
    book: XlsGlobals,
    facts: SheetFacts,
    /// Hidden rows in which no cell was met yet.
    hidden: BTreeSet<u16>,
    /// Formulas that come to nothing, though no empty text is in them, and whether any comes to something. Programs that
    /// do not compute (xlwt, PHPExcel) write every formula so.
    blank: CitedLines,
    has_results: bool,
}

impl XlsSheetWalk {
    /// Takes in a record; none where it is shorter than it should be.
    fn take(&mut self, number: u16, bytes: &[u8]) -> Option<()> {
        match number {
            record::ROW if short(bytes, 12)? & 0x20 != 0 => {
                _ = self.hidden.insert(short(bytes, 0)?);
            }
            record::COLUMNS if short(bytes, 8)? & 1 != 0 => {
                self.facts
                    .hidden_columns
                    .push((u32::from(short(bytes, 0)?), u32::from(short(bytes, 2)?)));
            }
            record::TRUTH_OR_ERROR => {
                self.facts.has_errors |= *bytes.get(7)? == 1;
                self.meet(short(bytes, 0)?);
            }
            record::NUMBER | record::SHORT_NUMBER => self.number(bytes)?,
            record::FORMULA => {
                self.formula(bytes)?;
                self.number(bytes)?;
            }
            record::SHORT_NUMBERS => self.short_numbers(bytes)?,
            record::LABEL | record::OLD_LABEL => self.meet(short(bytes, 0)?),
            record::MERGED => self.merged(bytes)?,
            record::LINK => self.link(bytes)?,
            _ => {}
        }
        Some(())
    }

    /// Takes in a record of one number: row, column, the number of its format.
    fn number(&mut self, bytes: &[u8]) -> Option<()> {
        self.formatted(short(bytes, 0)?, short(bytes, 2)?, short(bytes, 4)?);
        Some(())
    }

    /// Takes in a record of several numbers in one row, of six bytes each.
    fn short_numbers(&mut self, bytes: &[u8]) -> Option<()> {
        let (row, first) = (short(bytes, 0)?, short(bytes, 2)?);
        let count = bytes.len().checked_sub(6)? / 6;
        for at in 0..count {
            let column = first.checked_add(u16::try_from(at).ok()?)?;
            self.formatted(row, column, short(bytes, 4 + at * 6)?);
        }
        Some(())
    }

    /// Takes in areas of merged cells: first and last row, first and last column.
    fn merged(&mut self, bytes: &[u8]) -> Option<()> {
        for area in bytes.get(2..)?.chunks_exact(8) {
            let (first, last, column) = (short(area, 0)?, short(area, 2)?, short(area, 4)?);
            if last > first {
                self.facts
                    .covers
                    .insert((first.into(), column.into()), u32::from(last - first));
            }
        }
        Some(())
    }

    /// Notes a cell in this row: if the row is hidden, it hides something.
    fn meet(&mut self, row: u16) {
        if self.hidden.remove(&row) {
            self.facts.hidden_rows.add(u64::from(row) + 1);
        }
    }

    /// Notes a number's format where that makes a code of it.
    fn formatted(&mut self, row: u16, column: u16, format: u16) {
        self.meet(row);
        let format = self.book.cell_formats.get(usize::from(format));
        if let Some(code) = format.and_then(|format| self.book.formats.get(format)) {
            self.facts
                .formats
                .insert((row.into(), column.into()), Arc::clone(code));
        }
    }

    /// Takes in what a formula came to ([MS-XLS] 2.5.133): a number, or a kind of value before two bytes of ones.
    fn formula(&mut self, bytes: &[u8]) -> Option<()> {
        let (result, tokens) = (bytes.get(6..14)?, bytes.get(22..)?);
        let is_number = result[6..] != [0xFF, 0xFF];
        self.facts.has_formulas = true;
        self.facts.has_errors |= !is_number && result[0] == ERROR;
        if is_number || result[0] != BLANK_TEXT {
            self.has_results = true;
        } else if !tokens.windows(2).any(|token| token == EMPTY_TEXT) {
            self.blank.add(u64::from(short(bytes, 0)?) + 1);
        }
        Some(())
    }

    fn link(&mut self, bytes: &[u8]) -> Option<()> {
        let (first_row, last_row) = (short(bytes, 0)?, short(bytes, 2)?);
        let (first_column, last_column) = (short(bytes, 4)?, short(bytes, 6)?);
        let link = CellLink::to(&address(bytes.get(24..)?)?)?;
        for row in first_row..=last_row {
            for column in first_column..=last_column.min(255) {
                self.facts
                    .link((row.into(), column.into()), link.clone(), MOST);
            }
        }
        Some(())
    }
}

/// Parses the address of a link ([MS-OSHARED] 2.3.7.1): texts come before it, each with its length.
fn address(object: &[u8]) -> Option<String> {
    let mut rest = LinkText {
        object,
        at: 8,
        flags: long(object, 4)?,
    };
    for flag in [0x10, 0x80] {
        if rest.has(flag) {
            rest.text()?;
        }
    }
    if !rest.has(0x01) {
        return None;
    }
    if rest.has(0x100) {
        return rest.text();
    }
    let kind = rest.bytes(16)?;
    if kind == ADDRESS {
        let length = usize::try_from(rest.number()?).ok()?;
        return Some(wide(rest.bytes(length)?));
    }
    if kind == FILE {
        // How many folders up it is comes before its name.
        rest.bytes(2)?;
        let length = usize::try_from(rest.number()?).ok()?;
        let name = rest.bytes(length)?.iter().take_while(|b| **b != 0);
        return Some(name.map(|b| char::from(*b)).collect());
    }
    None
}

/// The bytes of a link, read from the front.
struct LinkText<'b> {
    object: &'b [u8],
    at: usize,
    flags: u32,
}

impl<'b> LinkText<'b> {
    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    fn bytes(&mut self, length: usize) -> Option<&'b [u8]> {
        let end = self.at.checked_add(length)?;
        let bytes = self.object.get(self.at..end)?;
        self.at = end;
        Some(bytes)
    }

    fn number(&mut self) -> Option<u32> {
        long(self.bytes(4)?, 0)
    }

    /// Reads a text in UTF-16 after the number of its units.
    fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.number()?).ok()?.checked_mul(2)?;
        Some(wide(self.bytes(length)?))
    }
}
