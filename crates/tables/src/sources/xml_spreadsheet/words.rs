//! Words of a cell of an XML spreadsheet.

use super::super::sheet_cells::off_the_line;
use crate::unreadable::Unreadable;
use quick_xml::events::Event;

/// The words of the cell that is being read.
#[derive(Default)]
pub(crate) struct XmlCellWords {
    pub(crate) text: String,
    pub(crate) in_data: bool,
    /// Whether they are a note that somebody pinned to the cell, and no part of it.
    in_note: bool,
    /// Whether they are above the line, or below it.
    above: Option<bool>,
}

impl XmlCellWords {
    /// Takes in what is within a cell. False where it is something else.
    ///
    /// # Errors
    /// When it is no XML.
    pub(crate) fn take(&mut self, event: &Event<'_>) -> Result<bool, Unreadable> {
        match event {
            Event::Eof => return Ok(false),
            Event::Start(tag) if tag.local_name().as_ref() == "Comment" => self.in_note = true,
            Event::End(tag) if tag.local_name().as_ref() == "Comment" => self.in_note = false,
            _ if self.in_note => {}
            _ if !self.in_data => return Ok(false),
            Event::Start(tag) => match tag.local_name().as_ref() {
                "Sup" => self.above = Some(true),
                "Sub" => self.above = Some(false),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "Sup" | "Sub" => self.above = None,
                _ => return Ok(false),
            },
            Event::Text(part) => self.add(&part.xml10_content()),
            Event::CData(part) => self.add(&part.xml10_content()),
            Event::GeneralRef(name) => {
                match name.resolve_char_ref().map_err(Unreadable::damaged)? {
                    Some(letter) => self.text.push(letter),
                    None => self
                        .text
                        .push_str(quick_xml::escape::resolve_predefined_entity(name).unwrap_or("")),
                }
            }
            _ => {}
        }
        Ok(true)
    }

    fn add(&mut self, text: &str) {
        match self.above {
            Some(above) => self.text.push_str(&off_the_line(text, above)),
            None => self.text.push_str(text),
        }
    }
}

/// Returns a date where the time is midnight, a time where there is no date (the days before the first of the
/// calendar), else both.
pub(crate) fn moment(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_suffix(".000").unwrap_or(text);
    match text.split_once('T') {
        Some(("1899-12-31" | "1899-12-30", time)) => time.to_owned(),
        Some((date, "00:00:00")) => date.to_owned(),
        _ => text.to_owned(),
    }
}
