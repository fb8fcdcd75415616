//! Documents of OpenDocument (ISO/IEC 26300), as LibreOffice writes them.

use super::inline_text::{InlineText, WordStyle, is_kept};
use super::odt_styles::OpenStyles;
use super::office_package::OfficePackage;
use super::text_block::{ListItem, LostKind, WrittenBlock, WrittenText};
use super::xml_tree::{XmlElement, XmlNode};
use crate::diag::Fatal;

/// Parts of a document.
const TEXT: &str = "content.xml";
const STYLES: &str = "styles.xml";
/// Cells that one may stand for; a spreadsheet's empty margin has thousands.
const MOST_REPEATED: usize = 64;

/// Reads the text of a document.
///
/// # Errors
/// When a part is broken or too large.
pub(super) fn read(package: &mut OfficePackage<'_>) -> Result<WrittenText, Fatal> {
    let root = package.part(TEXT)?;
    let named = package.part_or_none(STYLES)?;
    let body = root.below(&["body", "text"]);
    let body = body.ok_or_else(|| package.refused("format"))?;
    let mut reader = OpenReader {
        styles: OpenStyles::of(&[&named, &root]),
        lists: Vec::new(),
        text: WrittenText::default(),
    };
    if (named.below(&["master-styles"]))
        .is_some_and(|own| own.holds("header") || own.holds("footer"))
    {
        reader.text.lost.insert(LostKind::Margins, 1);
    }
    reader.blocks(body);
    Ok(reader.text)
}

/// A list that is open.
struct OpenList {
    style: String,
    /// The number of the last item.
    number: usize,
}

struct OpenReader {
    styles: OpenStyles,
    /// Lists that are open, one inside the other.
    lists: Vec<OpenList>,
    text: WrittenText,
}

impl OpenReader {
    fn blocks(&mut self, parent: &XmlElement) {
        for element in parent.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "h" => {
                    let level = element.attribute("outline-level");
                    let level = level.and_then(|level| level.parse().ok()).unwrap_or(1);
                    let words = self.words(element);
                    self.text.blocks.push(WrittenBlock::Heading(level, words));
                }
                "list" => self.list(element),
                "table" => self.table(element),
                "tracked-changes" => {
                    let deleted = element
                        .elements()
                        .filter(|own| own.child("deletion").is_some());
                    let count = deleted.count();
                    (0..count).for_each(|_| self.text.lose(LostKind::DeletedWords));
                }
                "frame" => self.frame(element),
                "annotation" => self.text.lose(LostKind::Comments),
                // A table of contents, and other indexes.
                name if name.ends_with("-index") || name == "table-of-content" => {}
                "section" | "list-item" | "list-header" => self.blocks(element),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, element: &XmlElement) {
        let words = self.words(element);
        let style = element.attribute("style-name").unwrap_or_default();
        let block = match self.styles.heading_level(style) {
            _ if self.styles.is_title(style) => WrittenBlock::Title(words),
            Some(level) => WrittenBlock::Heading(level, words),
            None => WrittenBlock::Paragraph(words),
        };
        self.text.blocks.push(block);
    }

    fn list(&mut self, list: &XmlElement) {
        let own = list.attribute("style-name").map(str::to_owned);
        let outer = self.lists.last().map(|outer| outer.style.clone());
        self.lists.push(OpenList {
            style: own.or(outer).unwrap_or_default(),
            number: 0,
        });
        for item in list.elements() {
            self.item(item);
        }
        self.lists.pop();
    }

    /// Takes an item: its first paragraph, those that go on with it, and lists in it.
    fn item(&mut self, item: &XmlElement) {
        let level = self.lists.len() - 1;
        let mut is_begun = false;
        for element in item.elements() {
            if !matches!(element.name.as_str(), "p" | "h") {
                // A list in a list, or a table in it.
                match element.name.as_str() {
                    "list" => self.list(element),
                    "table" => self.table(element),
                    _ => {}
                }
                continue;
            }
            let words = self.words(element);
            if words.is_empty() {
                continue;
            }
            if let Some(WrittenBlock::Item(last)) = self.text.blocks.last_mut().filter(|_| is_begun)
            {
                last.text.push("\n", &WordStyle::default());
                last.text.append(words);
                continue;
            }
            let number = self.next_number(level, item.name == "list-header");
            self.text.blocks.push(WrittenBlock::Item(ListItem {
                level,
                number,
                text: words,
            }));
            is_begun = true;
        }
    }

    fn next_number(&mut self, level: usize, is_header: bool) -> Option<usize> {
        let list = self.lists.last_mut()?;
        if is_header || !self.styles.is_numbered(&list.style, level) {
            return None;
        }
        list.number += 1;
        Some(list.number)
    }

    fn table(&mut self, table: &XmlElement) {
        let mut rows = Vec::new();
        self.rows(table, &mut rows);
        self.text.blocks.push(WrittenBlock::Table(rows));
    }

    fn rows(&mut self, parent: &XmlElement, rows: &mut Vec<Vec<InlineText>>) {
        for element in parent.elements() {
            match element.name.as_str() {
                "table-row" => {
                    let row = self.row(element);
                    rows.push(row);
                }
                "table-header-rows" | "table-rows" | "table-row-group" => self.rows(element, rows),
                _ => {}
            }
        }
    }

    fn row(&mut self, row: &XmlElement) -> Vec<InlineText> {
        let mut cells = Vec::new();
        for cell in row.elements() {
            let words = match cell.name.as_str() {
                "table-cell" => self.cell(cell),
                "covered-table-cell" => InlineText::default(),
                _ => continue,
            };
            let times = cell.attribute("number-columns-repeated");
            let times: usize = times.and_then(|times| times.parse().ok()).unwrap_or(1);
            cells.extend(std::iter::repeat_n(words, times.clamp(1, MOST_REPEATED)));
        }
        cells
    }

    /// Returns the words of everything in an element, on one line.
    fn cell(&mut self, cell: &XmlElement) -> InlineText {
        let outside = std::mem::take(&mut self.text.blocks);
        self.blocks(cell);
        let inside = std::mem::replace(&mut self.text.blocks, outside);
        self.text.on_one_line(inside)
    }

    fn words(&mut self, paragraph: &XmlElement) -> InlineText {
        let style = paragraph.attribute("style-name").unwrap_or_default();
        let style = self.styles.words(style, &WordStyle::default());
        let mut words = InlineText::default();
        self.inline(paragraph, &style, &mut words);
        words
    }

    fn inline(&mut self, parent: &XmlElement, style: &WordStyle, words: &mut InlineText) {
        for child in &parent.children {
            match child {
                XmlNode::Text(text) => words.push(&text.replace(['\n', '\r'], " "), style),
                XmlNode::Element(element) => self.inline_element(element, style, words),
            }
        }
    }

    fn inline_element(&mut self, element: &XmlElement, style: &WordStyle, words: &mut InlineText) {
        match element.name.as_str() {
            "span" => {
                let own = element.attribute("style-name").unwrap_or_default();
                if self.styles.is_hidden(own) {
                    return self.text.lose(LostKind::HiddenWords);
                }
                let own = self.styles.words(own, style);
                self.inline(element, &own, words);
            }
            "a" => {
                let link = element.attribute("href").filter(|target| is_kept(target));
                if link.is_none() {
                    self.text.lose(LostKind::Links);
                }
                let linked = WordStyle {
                    link: link.map(str::to_owned),
                    ..style.clone()
                };
                self.inline(element, &linked, words);
            }
            "s" | "tab" => words.push(" ", style),
            "line-break" => words.push("\n", style),
            "note" => self.note(element, words),
            "annotation" => self.text.lose(LostKind::Comments),
            "frame" => self.frame(element),
            "hidden-text" | "hidden-paragraph" => self.text.lose(LostKind::HiddenWords),
            "annotation-end" | "note-citation" => {}
            _ => self.inline(element, style, words),
        }
    }

    fn note(&mut self, note: &XmlElement, words: &mut InlineText) {
        let Some(body) = note.child("note-body") else {
            return;
        };
        let id = format!("n{}", self.text.notes.len() + 1);
        let text = self.cell(body);
        self.text.notes.insert(id.clone(), text);
        words.note(&id);
    }

    fn frame(&mut self, frame: &XmlElement) {
        let kind = if frame.holds("text-box") {
            LostKind::TextBoxes
        } else if frame.holds("math") {
            LostKind::Formulas
        } else if frame.holds("object") || frame.holds("object-ole") {
            LostKind::Objects
        } else {
            LostKind::Pictures
        };
        self.text.lose(kind);
    }
}
