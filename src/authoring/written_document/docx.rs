//! Documents of Word (ECMA-376, part 1).

use super::docx_numbering::WordLists;
use super::docx_styles::{ListPlace, StyledAs, WordStyles, list_place, outline, value};
use super::inline_text::{InlineText, WordStyle, is_kept};
use super::office_package::OfficePackage;
use super::text_block::{ListItem, LostKind, WrittenBlock, WrittenText};
use super::xml_tree::{XmlElement, XmlNode};
use crate::diag::Fatal;
use std::collections::BTreeMap;

/// Parts of a document.
const TEXT: &str = "word/document.xml";
const STYLES: &str = "word/styles.xml";
const NUMBERING: &str = "word/numbering.xml";
const RELATIONS: &str = "word/_rels/document.xml.rels";
/// Parts with notes, what one is called there, and what its identifier begins with here.
const NOTES: &[(&str, &str, &str)] = &[
    ("word/footnotes.xml", "footnote", "f"),
    ("word/endnotes.xml", "endnote", "e"),
];

/// Reads the text of a document.
///
/// # Errors
/// When a part is broken or too large.
pub(super) fn read(package: &mut OfficePackage<'_>) -> Result<WrittenText, Fatal> {
    let root = package.part(TEXT)?;
    let mut reader = WordReader {
        styles: WordStyles::of(&package.part_or_none(STYLES)?),
        lists: WordLists::of(&package.part_or_none(NUMBERING)?),
        relations: relations(&package.part_or_none(RELATIONS)?),
        fields: Vec::new(),
        text: WrittenText::default(),
    };
    for (part, name, prefix) in NOTES {
        reader.read_notes(&package.part_or_none(part)?, name, prefix);
    }
    let body = root
        .child("body")
        .ok_or_else(|| package.refused("damaged"))?;
    reader.blocks(body);
    Ok(reader.text)
}

/// Returns where links lead, by their identifiers.
fn relations(part: &XmlElement) -> BTreeMap<String, String> {
    let all = part.elements().filter_map(|relation| {
        let target = relation.attribute("Target")?.to_owned();
        Some((relation.attribute("Id")?.to_owned(), target))
    });
    all.collect()
}

/// A field: what is to be computed, and whether what was computed has begun.
struct WordField {
    instruction: String,
    is_result: bool,
}

struct WordReader {
    styles: WordStyles,
    lists: WordLists,
    relations: BTreeMap<String, String>,
    /// Fields that are open, one inside the other.
    fields: Vec<WordField>,
    text: WrittenText,
}

impl WordReader {
    fn read_notes(&mut self, part: &XmlElement, name: &str, prefix: &str) {
        for note in part.elements().filter(|element| element.name == name) {
            // Lines between text and notes are kept among them.
            let is_words = note.attribute("type").is_none_or(|kind| kind == "normal");
            if let Some(id) = note.attribute("id").filter(|_| is_words) {
                let words = self.cell(note);
                self.text.notes.insert(format!("{prefix}{id}"), words);
            }
        }
    }

    fn blocks(&mut self, parent: &XmlElement) {
        for element in parent.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "sdt" if is_contents(element) => {}
                "sdt" => self.blocks_in(element, "sdtContent"),
                "AlternateContent" => self.blocks_in(element, "Choice"),
                "ins" | "moveTo" | "customXml" | "smartTag" => self.blocks(element),
                "del" | "moveFrom" => self.text.lose(LostKind::DeletedWords),
                "sectPr" => self.margins(element),
                _ => {}
            }
        }
    }

    fn blocks_in(&mut self, element: &XmlElement, name: &str) {
        if let Some(inner) = element.child(name) {
            self.blocks(inner);
        }
    }

    /// Counts headers and footers, once.
    fn margins(&mut self, section: &XmlElement) {
        let mut references = section.elements();
        if references.any(|own| matches!(&*own.name, "headerReference" | "footerReference")) {
            self.text.lost.insert(LostKind::Margins, 1);
        }
    }

    fn paragraph(&mut self, element: &XmlElement) {
        let properties = element.child("pPr");
        let style = properties.and_then(|own| value(own.child("pStyle")));
        let style = style.unwrap_or_default();
        if let Some(section) = properties.and_then(|own| own.child("sectPr")) {
            self.margins(section);
        }
        let mut words = InlineText::default();
        self.inline(element, &WordStyle::default(), &mut words);
        let stated = properties.and_then(outline).map(StyledAs::Heading);
        let block = match stated.unwrap_or_else(|| self.styles.styled_as(&style)) {
            StyledAs::Contents => return,
            StyledAs::Title => WrittenBlock::Title(words),
            StyledAs::Heading(level) => WrittenBlock::Heading(level, words),
            StyledAs::Words => {
                let own = properties.and_then(list_place);
                let place = own.or_else(|| self.styles.list(&style));
                self.words(words, place.filter(WordLists::is_list))
            }
        };
        self.text.blocks.push(block);
    }

    /// Returns a paragraph, or an item of a list.
    fn words(&mut self, text: InlineText, place: Option<ListPlace>) -> WrittenBlock {
        match place {
            Some(place) if !text.is_empty() => WrittenBlock::Item(ListItem {
                level: place.level,
                number: self.lists.next(&place),
                text,
            }),
            _ => WrittenBlock::Paragraph(text),
        }
    }

    fn inline(&mut self, parent: &XmlElement, style: &WordStyle, words: &mut InlineText) {
        for element in parent.elements() {
            match element.name.as_str() {
                "r" => self.run(element, style, words),
                "hyperlink" => {
                    let target = element.attribute("id");
                    let target = target.and_then(|id| self.relations.get(id).cloned());
                    let linked = self.linked(style, target);
                    self.inline(element, &linked, words);
                }
                "fldSimple" => {
                    let link = element.attribute("instr").and_then(link_of);
                    let linked = WordStyle {
                        link: link.or_else(|| style.link.clone()),
                        ..style.clone()
                    };
                    self.inline(element, &linked, words);
                }
                "sdt" => {
                    if let Some(content) = element.child("sdtContent") {
                        self.inline(content, style, words);
                    }
                }
                "ins" | "moveTo" | "smartTag" | "customXml" | "bdo" | "dir" => {
                    self.inline(element, style, words);
                }
                "del" | "moveFrom" if element.holds("r") => {
                    self.text.lose(LostKind::DeletedWords);
                }
                "oMath" | "oMathPara" => self.text.lose(LostKind::Formulas),
                _ => {}
            }
        }
    }

    /// Returns a style whose words lead somewhere, where a page can lead there.
    fn linked(&mut self, style: &WordStyle, target: Option<String>) -> WordStyle {
        let link = target.filter(|target| is_kept(target));
        if link.is_none() {
            self.text.lose(LostKind::Links);
        }
        WordStyle {
            link,
            ..style.clone()
        }
    }

    fn run(&mut self, run: &XmlElement, outer: &WordStyle, words: &mut InlineText) {
        let properties = run.child("rPr");
        let is_on = |name: &str| {
            let own = properties.and_then(|own| own.child(name));
            own.is_some_and(|own| !matches!(own.attribute("val"), Some("0" | "false" | "off")))
        };
        if is_on("vanish") {
            if run.child("t").is_some() {
                self.text.lose(LostKind::HiddenWords);
            }
            return;
        }
        let result = self.fields.iter().rev().find(|field| field.is_result);
        let field_link = result.and_then(|field| link_of(&field.instruction));
        let style = WordStyle {
            bold: is_on("b"),
            italic: is_on("i"),
            struck: is_on("strike") || is_on("dstrike"),
            link: outer.link.clone().or(field_link),
        };
        self.run_parts(run, &style, words);
    }

    fn run_parts(&mut self, run: &XmlElement, style: &WordStyle, words: &mut InlineText) {
        for part in run.elements() {
            let is_instruction = self.fields.last().is_some_and(|field| !field.is_result);
            match part.name.as_str() {
                "t" if !is_instruction => words.push(&text(part), style),
                "tab" | "ptab" => words.push(" ", style),
                "br" if part
                    .attribute("type")
                    .is_none_or(|kind| kind == "textWrapping") =>
                {
                    words.push("\n", style);
                }
                "br" => words.push(" ", style),
                "cr" => words.push("\n", style),
                "noBreakHyphen" => words.push("-", style),
                "footnoteReference" => self.note("f", part, words),
                "endnoteReference" => self.note("e", part, words),
                "commentReference" => self.text.lose(LostKind::Comments),
                "drawing" | "pict" if part.holds("txbxContent") => {
                    self.text.lose(LostKind::TextBoxes);
                }
                "drawing" | "pict" => self.text.lose(LostKind::Pictures),
                "object" => self.text.lose(LostKind::Objects),
                "delText" => self.text.lose(LostKind::DeletedWords),
                "AlternateContent" => {
                    if let Some(choice) = part.child("Choice") {
                        self.run_parts(choice, style, words);
                    }
                }
                "fldChar" | "instrText" => self.field(part),
                _ => {}
            }
        }
    }

    fn note(&mut self, prefix: &str, part: &XmlElement, words: &mut InlineText) {
        if let Some(id) = part.attribute("id") {
            words.note(&format!("{prefix}{id}"));
        }
    }

    /// Follows a field, which is spread over several runs.
    fn field(&mut self, part: &XmlElement) {
        match part.attribute("fldCharType") {
            Some("begin") => self.fields.push(WordField {
                instruction: String::new(),
                is_result: false,
            }),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.is_result = true;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {
                if let Some(field) = self.fields.last_mut() {
                    field.instruction.push_str(&text(part));
                }
            }
        }
    }

    fn table(&mut self, table: &XmlElement) {
        let rows: Vec<&XmlElement> = table.elements().filter(|own| own.name == "tr").collect();
        let cells = |row: &XmlElement| row.elements().filter(|own| own.name == "tc").count();
        if let [only] = &rows[..]
            && cells(only) == 1
        {
            // A frame around text.
            return self.blocks_in(only, "tc");
        }
        let rows = rows.into_iter().map(|row| self.row(row)).collect();
        self.text.blocks.push(WrittenBlock::Table(rows));
    }

    fn row(&mut self, row: &XmlElement) -> Vec<InlineText> {
        let mut cells = Vec::new();
        for cell in row.elements().filter(|own| own.name == "tc") {
            let properties = cell.child("tcPr");
            let span = properties.and_then(|own| value(own.child("gridSpan")));
            let span: usize = span.and_then(|span| span.parse().ok()).unwrap_or(1);
            let merged = properties.and_then(|own| own.child("vMerge"));
            // A cell that goes on from the row above has no words of its own.
            let goes_on = merged.is_some_and(|own| own.attribute("val") != Some("restart"));
            cells.push(if goes_on {
                InlineText::default()
            } else {
                self.cell(cell)
            });
            let blank = span.clamp(1, 64) - 1;
            cells.extend(std::iter::repeat_n(InlineText::default(), blank));
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
}

/// Whether a part of a document is its table of contents, which a page has no use for.
fn is_contents(element: &XmlElement) -> bool {
    let gallery = element.below(&["sdtPr", "docPartObj", "docPartGallery"]);
    value(gallery).is_some_and(|name| name == "Table of Contents")
}

/// Returns where a field leads, if it is a link.
fn link_of(instruction: &str) -> Option<String> {
    let target = instruction.trim().strip_prefix("HYPERLINK")?.trim();
    let target = target.strip_prefix('"')?.split('"').next()?;
    is_kept(target).then(|| target.to_owned())
}

/// Returns the text in an element, in which a break of the file is a blank.
fn text(element: &XmlElement) -> String {
    let texts = element.children.iter().filter_map(|child| match child {
        XmlNode::Text(text) => Some(text.replace(['\n', '\r'], " ")),
        XmlNode::Element(_) => None,
    });
    texts.collect()
}
