//! Words of a document's cell: its paragraphs, without the notes that somebody pinned to it.

use crate::sources::ods::attributes::{attribute, malformed};
use crate::unreadable::Unreadable;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// The words of a cell that is being read.
#[derive(Default)]
pub(super) struct OdsCellWords {
    pub(super) text: String,
    /// The address of the first link in them.
    pub(super) link: Option<String>,
    /// Longest text that they may be, in bytes.
    pub(super) longest: usize,
    paragraphs: usize,
    /// Elements that are open, the cell among them.
    pub(super) depth: usize,
    /// The depth of the note that is being passed; 0 outside of notes.
    pub(super) aside: usize,
}

impl OdsCellWords {
    /// Returns the words of a cell that is begun, of which there may be so many bytes.
    pub(super) fn begun(longest: usize) -> OdsCellWords {
        OdsCellWords {
            longest,
            depth: 1,
            ..OdsCellWords::default()
        }
    }

    /// Whether what is next is in a paragraph of the cell's own.
    pub(super) fn are_shown(&self) -> bool {
        self.aside == 0 && self.paragraphs > 0
    }

    /// Takes in the beginning of an element.
    pub(super) fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), Unreadable> {
        self.depth += 1;
        match tag.name().as_ref() {
            "office:annotation" => self.aside = self.depth,
            "text:a" if self.link.is_none() => self.link = attribute(tag, "xlink:href")?,
            "text:p" | "text:h" if self.aside == 0 => self.paragraph(),
            _ => {}
        }
        Ok(())
    }

    /// Takes in an element that holds nothing.
    pub(super) fn pass(&mut self, tag: &BytesStart<'_>) -> Result<(), Unreadable> {
        match tag.name().as_ref() {
            "text:s" => {
                let count = attribute(tag, "text:c")?
                    .and_then(|n| n.parse().ok())
                    .unwrap_or(1);
                // One more than may be: then the cell is refused.
                let count = usize::min(count, self.longest.saturating_add(1));
                self.text.extend(std::iter::repeat_n(' ', count));
            }
            "text:tab" => self.text.push('\t'),
            "text:line-break" => self.text.push('\n'),
            "text:p" => self.paragraph(),
            _ => {}
        }
        Ok(())
    }

    /// Takes in the end of an element.
    pub(super) fn end(&mut self) {
        if self.aside == self.depth {
            self.aside = 0;
        }
        self.depth -= 1;
    }

    /// Adds a text, or the character that is written by its name.
    pub(super) fn add(&mut self, event: &Event<'_>) -> Result<(), Unreadable> {
        match event {
            Event::Text(text) => self.text.push_str(&text.xml10_content()),
            Event::CData(text) => self.text.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => self.add_named(name)?,
            _ => {}
        }
        Ok(())
    }

    fn add_named(&mut self, name: &BytesRef<'_>) -> Result<(), Unreadable> {
        if let Some(letter) = name.resolve_char_ref().map_err(malformed)? {
            self.text.push(letter);
            return Ok(());
        }
        let text = quick_xml::escape::resolve_predefined_entity(name)
            .ok_or_else(|| malformed(format!("&{};", &**name)))?;
        self.text.push_str(text);
        Ok(())
    }

    fn paragraph(&mut self) {
        self.paragraphs += 1;
        if self.paragraphs > 1 {
            self.text.push('\n');
        }
    }
}
