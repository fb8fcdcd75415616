//! What the parts of an XLSX workbook say of a sheet beside its values: hidden columns and rows, merged cells, links, formulas
//! without values. Merged cells and links are after the rows, so the part is gone through once before these are read.

use super::super::links::{CellLink, leads_out, linked_by};
use super::super::shown_sheet::CitedLines;
use super::facts::SheetFacts;
use crate::limits::{Limit, Limits};
use crate::unreadable::Unreadable;
use crate::zip_file;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::sync::Arc;

/// Bytes that a merged cell is counted with, against what may be held in memory.
const MERGED_CELL: u64 = 128;
/// Links that are kept of a sheet: one of Excel has at most 65,530, and formulas may make more.
const MOST_LINKS: usize = 65_530;
/// Words of errors that are kept which the reader of the values does not know, and those that it knows.
const MOST_ERRORS: usize = 65_536;
const KNOWN_ERRORS: [&str; 7] = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
];
/// Longest formula that is looked at for a link, in bytes.
const LONGEST_FORMULA: usize = 8192;

type PartReader = Reader<BufReader<Box<dyn Read + Send>>>;

fn open(file: &File, part: &str, limits: &Limits) -> Result<PartReader, Unreadable> {
    let part = zip_file::open(file.try_clone()?, part, limits)?;
    Ok(Reader::from_reader(BufReader::with_capacity(
        64 * 1024,
        part,
    )))
}

fn damaged(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::damaged(error)
}

/// Returns an attribute by its name without a prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found
        .normalized_value(XmlVersion::Implicit1_0)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.parse().ok()
}

fn is_on(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
}

/// Whether a row or column has a size of nothing, which hides as well.
fn is_nothing(tag: &BytesStart<'_>, size: &str) -> bool {
    attribute(tag, size).and_then(|size| size.parse::<f64>().ok()) == Some(0.0)
}

/// Goes through the elements of a part, with the text of none.
fn elements(xml: &mut PartReader, mut each: impl FnMut(&BytesStart<'_>)) -> Result<(), Unreadable> {
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(tag) | Event::Empty(tag) => each(&tag),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Targets of the relations of a part, by their ids.
fn relations(
    file: &File,
    part: &str,
    limits: &Limits,
) -> Result<BTreeMap<String, String>, Unreadable> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let mut found = BTreeMap::new();
    let Ok(mut xml) = open(file, &format!("{folder}/_rels/{name}.rels"), limits) else {
        return Ok(found);
    };
    elements(&mut xml, |tag| {
        if tag.local_name().as_ref() == "Relationship"
            && found.len() < 2 * MOST_LINKS
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
        {
            found.insert(id, target);
        }
    })?;
    Ok(found)
}

/// What a workbook says of a sheet of this name.
struct SheetPart {
    /// The part that it is in.
    part: Option<String>,
    /// Whether the formulas are to be computed when it is opened: Excel has computed them, other programs may not.
    computes_on_load: bool,
}

fn place_of(file: &File, sheet: &str, limits: &Limits) -> Result<SheetPart, Unreadable> {
    let (mut id, mut computes_on_load) = (None, false);
    elements(
        &mut open(file, "xl/workbook.xml", limits)?,
        |tag| match tag.local_name().as_ref() {
            "sheet" if attribute(tag, "name").as_deref() == Some(sheet) => {
                id = attribute(tag, "id");
            }
            "calcPr" => computes_on_load = is_on(tag, "fullCalcOnLoad"),
            _ => {}
        },
    )?;
    let targets = relations(file, "xl/workbook.xml", limits)?;
    let target = id.and_then(|id| targets.get(&id).cloned());
    let part = target.map(|target| match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    });
    Ok(SheetPart {
        part,
        computes_on_load,
    })
}

/// Reads what a workbook says of this sheet.
///
/// # Errors
/// When a part is damaged.
pub(crate) fn facts(file: &File, sheet: &str, limits: &Limits) -> Result<SheetFacts, Unreadable> {
    let SheetPart {
        part: Some(part),
        computes_on_load,
    } = place_of(file, sheet, limits)?
    else {
        return Ok(SheetFacts::default());
    };
    // A part of another name than is said is found, or missed, by whoever reads the cells.
    let Ok(xml) = open(file, &part, limits) else {
        return Ok(SheetFacts::default());
    };
    let mut walk = XlsxSheetWalk::new(xml, limits.mebibytes(Limit::HeldMib) / MERGED_CELL);
    walk.go()?;
    if computes_on_load && !walk.has_results && walk.zeros.count > 1 {
        walk.facts.zeros = walk.zeros;
    }
    let targets = if walk.links.is_empty() {
        BTreeMap::new()
    } else {
        relations(file, &part, limits)?
    };
    for link in walk.links {
        let Some(address) = targets
            .get(&link.id)
            .and_then(|target| link.address(target))
        else {
            continue;
        };
        for cell in link.area.cells(walk.line).take(2 * MOST_LINKS) {
            let link = CellLink::Address(Arc::clone(&address));
            walk.facts.link(cell, link, MOST_LINKS);
        }
    }
    Ok(walk.facts)
}

/// A cell's row and column, from 0.
type CellPosition = (u32, u32);

/// The cells between two of them, these included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CellArea {
    first: CellPosition,
    last: CellPosition,
}

impl CellArea {
    /// Its cells, row by row, down to this row: an area may be said to reach over the whole sheet.
    fn cells(self, last_row: u32) -> impl Iterator<Item = CellPosition> {
        let columns = self.first.1..=self.last.1;
        (self.first.0..=self.last.0.min(last_row))
            .flat_map(move |row| columns.clone().map(move |column| (row, column)))
    }
}

/// A link that an id represents.
struct LinkTag {
    area: CellArea,
    id: String,
    location: Option<String>,
}

impl LinkTag {
    /// Returns the address of a link to this target; `None` where that is in the file.
    fn address(&self, target: &str) -> Option<Arc<str>> {
        leads_out(target).then(|| match &self.location {
            Some(place) if !target.contains('#') => format!("{target}#{place}").into(),
            _ => target.into(),
        })
    }
}

/// The way through a sheet's part.
struct XlsxSheetWalk {
    xml: PartReader,
    facts: SheetFacts,
    /// Merged cells that may be kept.
    most_merged: u64,
    /// The row and the column begun, from 1.
    line: u32,
    column: u32,
    row: PassedRow,
    cell: PassedCell,
    /// Whether what is read is the cell's value.
    in_value: bool,
    links: Vec<LinkTag>,
    /// Formulas that come to 0, and whether any comes to something else.
    zeros: CitedLines,
    has_results: bool,
}

/// What was seen of the row that is being passed.
#[derive(Default)]
struct PassedRow {
    is_hidden: bool,
    is_filled: bool,
}

/// What was seen of the cell that is being passed.
#[derive(Default)]
struct PassedCell {
    has_value: bool,
    is_formula: bool,
    /// Whether its value is a text, which may be empty.
    is_text: bool,
    is_zero: bool,
    /// The word of an error.
    error: Option<String>,
}

impl PassedCell {
    /// Begins the cell of this tag.
    fn of(tag: &BytesStart<'_>) -> PassedCell {
        let kind = attribute(tag, "t");
        PassedCell {
            is_text: kind.as_deref() == Some("str"),
            error: (kind.as_deref() == Some("e")).then(String::new),
            ..PassedCell::default()
        }
    }

    /// Takes in a part of its value.
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) => {
                self.has_value = true;
                self.is_zero = &**text == "0";
                self.error = self.error.take().map(|_| text.xml10_content().into_owned());
            }
            Event::CData(_) | Event::GeneralRef(_) => self.has_value = true,
            _ => {}
        }
    }
}

impl XlsxSheetWalk {
    fn new(xml: PartReader, most_merged: u64) -> XlsxSheetWalk {
        XlsxSheetWalk {
            xml,
            facts: SheetFacts::default(),
            most_merged,
            line: 0,
            column: 0,
            row: PassedRow::default(),
            cell: PassedCell::default(),
            in_value: false,
            links: Vec::new(),
            zeros: CitedLines::default(),
            has_results: false,
        }
    }

    fn go(&mut self) -> Result<(), Unreadable> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match self.xml.read_event_into(&mut buffer).map_err(damaged)? {
                Event::Start(tag) => self.begin(&tag)?,
                Event::Empty(tag) => self.pass(&tag)?,
                Event::End(tag) => self.end(&tag),
                Event::Eof => return Ok(()),
                event if self.in_value => self.cell.take(&event),
                _ => {}
            }
        }
    }

    /// Takes in the beginning of an element.
    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), Unreadable> {
        expect_place(tag)?;
        match tag.local_name().as_ref() {
            "row" => {
                self.line = number(tag, "r").unwrap_or(self.line + 1);
                self.column = 0;
                self.row = PassedRow {
                    is_hidden: is_on(tag, "hidden") || is_nothing(tag, "ht"),
                    is_filled: false,
                };
            }
            "c" => {
                self.column = match attribute(tag, "r").as_deref().and_then(place) {
                    Some((_, column)) => column + 1,
                    None => self.column + 1,
                };
                self.cell = PassedCell::of(tag);
                self.facts.has_errors |= self.cell.error.is_some();
            }
            "v" => self.in_value = true,
            "is" => self.cell.has_value = true,
            "f" => {
                self.cell.is_formula = true;
                self.formula()?;
            }
            _ => self.outside(tag)?,
        }
        Ok(())
    }

    /// Takes in an element that holds nothing.
    fn pass(&mut self, tag: &BytesStart<'_>) -> Result<(), Unreadable> {
        expect_place(tag)?;
        match tag.local_name().as_ref() {
            "f" => self.cell.is_formula = true,
            "row" => self.line = number(tag, "r").unwrap_or(self.line + 1),
            "c" => self.column += 1,
            "v" => {}
            _ => self.outside(tag)?,
        }
        Ok(())
    }

    /// Takes in the end of an element.
    fn end(&mut self, tag: &BytesEnd<'_>) {
        match tag.local_name().as_ref() {
            "v" => self.in_value = false,
            "c" => {
                self.row.is_filled |= self.cell.has_value;
                self.end_cell();
            }
            "row" if self.row.is_hidden && self.row.is_filled => {
                self.facts.hidden_rows.add(u64::from(self.line));
            }
            _ => {}
        }
    }

    /// Takes in what is before and after the rows.
    fn outside(&mut self, tag: &BytesStart<'_>) -> Result<(), Unreadable> {
        match tag.local_name().as_ref() {
            "col" if is_on(tag, "hidden") || is_nothing(tag, "width") => {
                let columns = [number(tag, "min"), number(tag, "max")];
                let [first, last] = columns.map(|column| column.unwrap_or(1).saturating_sub(1));
                if self.facts.hidden_columns.len() < 1 << 14 {
                    self.facts.hidden_columns.push((first, last));
                }
            }
            "mergeCell" => self.merged(tag)?,
            "hyperlink" => self.hyperlink(tag),
            _ => {}
        }
        Ok(())
    }

    /// Notes the rows that a merged cell covers.
    fn merged(&mut self, tag: &BytesStart<'_>) -> Result<(), Unreadable> {
        let area = attribute(tag, "ref").as_deref().and_then(area);
        let Some(area) = area.filter(|area| area.last.0 > area.first.0) else {
            return Ok(());
        };
        if self.facts.covers.len() as u64 >= self.most_merged {
            return Err(Unreadable::Packed {
                cause: "too-much",
                detail: format!("mergeCell > {}", self.most_merged),
            });
        }
        self.facts
            .covers
            .insert(area.first, area.last.0 - area.first.0);
        Ok(())
    }

    /// Keeps a link until its target is known.
    fn hyperlink(&mut self, tag: &BytesStart<'_>) {
        let area = attribute(tag, "ref").as_deref().and_then(area);
        let (Some(area), Some(id)) = (area, attribute(tag, "id")) else {
            return;
        };
        if self.links.len() >= MOST_LINKS {
            self.facts.link(area.first, CellLink::Address(id.into()), 0);
            return;
        }
        let location = attribute(tag, "location").filter(|place| !place.is_empty());
        self.links.push(LinkTag { area, id, location });
    }

    /// Parses a formula, and keeps the link of one such as `HYPERLINK("https://…","See")`.
    fn formula(&mut self) -> Result<(), Unreadable> {
        let (mut text, mut buffer) = (String::new(), Vec::new());
        loop {
            buffer.clear();
            match self.xml.read_event_into(&mut buffer).map_err(damaged)? {
                Event::Text(part) if text.len() < LONGEST_FORMULA => {
                    text.push_str(&part.xml10_content());
                }
                Event::GeneralRef(name) if text.len() < LONGEST_FORMULA => {
                    match name.resolve_char_ref() {
                        Ok(Some(letter)) => text.push(letter),
                        _ => text.push_str(
                            quick_xml::escape::resolve_predefined_entity(&name).unwrap_or(""),
                        ),
                    }
                }
                Event::End(tag) if tag.local_name().as_ref() == "f" => break,
                Event::Eof => return Err(damaged("…")),
                _ => {}
            }
        }
        if let Some(link) = linked_by(&text) {
            self.facts.link(self.position(), link, MOST_LINKS);
        }
        Ok(())
    }

    /// Returns the position of the cell that is being passed.
    fn position(&self) -> CellPosition {
        (self.line.saturating_sub(1), self.column.saturating_sub(1))
    }

    fn end_cell(&mut self) {
        let word = self.cell.error.take();
        self.odd_error(word);
        let cell = &self.cell;
        if !cell.is_formula {
        } else if !cell.has_value && !cell.is_text {
            self.facts.formulas.add(u64::from(self.line));
        } else if cell.is_zero {
            self.zeros.add(u64::from(self.line));
        } else {
            self.has_results = true;
        }
    }

    /// Keeps the word of an error that the reader of the values does not know: those of other programs, or newer ones.
    fn odd_error(&mut self, word: Option<String>) {
        let odd = word.filter(|word| !word.is_empty() && !KNOWN_ERRORS.contains(&word.as_str()));
        if let Some(word) = odd.filter(|_| self.facts.odd_errors.len() < MOST_ERRORS) {
            self.facts.odd_errors.insert(self.position(), word.into());
        }
    }
}

/// Refuses an element whose place is a number that the reader of the values cannot hold: it would take it for another one.
fn expect_place(tag: &BytesStart<'_>) -> Result<(), Unreadable> {
    let name = match tag.local_name().as_ref() {
        "c" | "row" => "r",
        "dimension" => "ref",
        _ => return Ok(()),
    };
    let mut attributes = tag.attributes();
    let written = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.as_ref() == name);
    match written {
        Some(written) if !written.value.split(':').all(is_held) => Err(damaged(&*written.value)),
        _ => Ok(()),
    }
}

/// Whether a place is written with so few letters and digits that 32 bits hold both numbers.
fn is_held(place: &str) -> bool {
    const LETTERS: usize = 6;
    const DIGITS: usize = 9;
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).count();
    letters <= LETTERS && place.len() - letters <= DIGITS
}

/// Parses the position of a cell: `B3` is row 2, column 1.
fn place(text: &str) -> Option<CellPosition> {
    let text = text.replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let letters = text[..digits].bytes().filter(u8::is_ascii_alphabetic);
    let column = letters.fold(0u32, |at, b| {
        at.saturating_mul(26)
            .saturating_add(u32::from(b.to_ascii_uppercase() - b'A') + 1)
    });
    let row = text[digits..].parse::<u32>().ok()?;
    // What lies past the edge of a sheet is in no row.
    let is_within = (1..=16_384).contains(&column) && (1..=1 << 20).contains(&row);
    is_within.then(|| (row - 1, column - 1))
}

fn area(text: &str) -> Option<CellArea> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first, last) = (place(first)?, place(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some(CellArea { first, last })
}

#[cfg(test)]
mod tests {
    use super::{CellArea, area, is_held};

    #[test]
    fn places_that_no_number_holds_are_refused() {
        for (place, held) in [
            ("XFD1048576", true),
            ("ZZZZZZ1", true),
            ("999999999", true),
            ("AAAAAAA1", false),
            ("A1000000000", false),
            ("0000000000", false),
        ] {
            assert_eq!(is_held(place), held, "{place}");
        }
    }

    #[test]
    fn places_and_areas() {
        let between = |first, last| Some(CellArea { first, last });
        assert_eq!(area("$B$3:AA10"), between((2, 1), (9, 26)));
        assert_eq!(area("C1"), between((0, 2), (0, 2)));
        assert_eq!(
            (area("A1:XFE9"), area("A0"), area("B2:A1")),
            (None, None, None)
        );
    }
}
