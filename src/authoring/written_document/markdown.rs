//! The blocks of a document as Markdown, in parts with headings of level 2, as pages have them.

use super::DocumentWords;
use super::inline_text::{InlinePlace, InlineText};
use super::text_block::{ListItem, LostKind, WrittenBlock, WrittenText};
use std::collections::BTreeMap;

/// The longest line that is taken for a heading because it is bold.
const LONGEST_HEADING: usize = 100;

/// Returns what a document says.
pub(super) fn words(mut text: WrittenText) -> DocumentWords {
    take_bold_lines(&mut text);
    let title = take_title(&mut text.blocks);
    let highest = text.blocks.iter().filter_map(|block| match block {
        WrittenBlock::Heading(level, words) if !words.is_empty() => Some(*level),
        _ => None,
    });
    let mut writer = MarkdownWriter {
        highest: highest.min().unwrap_or(1),
        notes: &text.notes,
        numbers: BTreeMap::new(),
        last: 0,
        pending: Vec::new(),
        body: String::new(),
        widths: Vec::new(),
    };
    for block in &text.blocks {
        writer.block(block);
    }
    writer.write_notes();
    DocumentWords {
        title,
        body: writer.body,
        lost: text.lost,
    }
}

/// Takes short lines in bold for headings, where there is no other.
fn take_bold_lines(text: &mut WrittenText) {
    let is_heading = |block: &WrittenBlock| matches!(block, WrittenBlock::Heading(..));
    if text.blocks.iter().any(is_heading) {
        return;
    }
    let mut taken = 0;
    for block in &mut text.blocks {
        let WrittenBlock::Paragraph(words) = block else {
            continue;
        };
        let plain = words.plain();
        let is_short =
            plain.chars().count() <= LONGEST_HEADING && !plain.ends_with(['.', ':', ';', ',']);
        if words.is_bold() && is_short {
            *block = WrittenBlock::Heading(1, std::mem::take(words));
            taken += 1;
        }
    }
    if taken > 0 {
        text.lost.insert(LostKind::BoldHeadings, taken);
    }
}

/// Takes the title out of a text: a paragraph that is styled so, or the first heading, where it begins the text and no other
/// is as high.
fn take_title(blocks: &mut Vec<WrittenBlock>) -> Option<String> {
    let styled = blocks
        .iter()
        .position(|block| matches!(block, WrittenBlock::Title(words) if !words.is_empty()));
    let first = blocks.iter().position(|block| match block {
        WrittenBlock::Title(words)
        | WrittenBlock::Heading(_, words)
        | WrittenBlock::Paragraph(words) => !words.is_empty(),
        WrittenBlock::Item(_) | WrittenBlock::Table(_) => true,
    });
    let heading = first.filter(|at| is_highest(blocks, *at));
    match blocks.remove(styled.or(heading)?) {
        WrittenBlock::Title(words) | WrittenBlock::Heading(_, words) => Some(words.plain()),
        _ => None,
    }
}

/// Whether a heading is higher than all others, of which there is one.
fn is_highest(blocks: &[WrittenBlock], at: usize) -> bool {
    let levels = || {
        blocks.iter().filter_map(|block| match block {
            WrittenBlock::Heading(level, words) if !words.is_empty() => Some(*level),
            _ => None,
        })
    };
    let WrittenBlock::Heading(own, _) = &blocks[at] else {
        return false;
    };
    levels().count() > 1 && levels().filter(|level| level <= own).count() == 1
}

struct MarkdownWriter<'t> {
    /// The level of the highest headings, which become those of level 2.
    highest: usize,
    notes: &'t BTreeMap<String, InlineText>,
    /// Numbers that footnotes of this part of the page were given, by their identifiers.
    numbers: BTreeMap<String, usize>,
    /// The last number that was given.
    last: usize,
    /// Footnotes whose words are not written yet.
    pending: Vec<String>,
    body: String,
    /// How wide the marks of the open list's items are, from the outermost.
    widths: Vec<usize>,
}

impl MarkdownWriter<'_> {
    fn block(&mut self, block: &WrittenBlock) {
        match block {
            WrittenBlock::Item(item) => return self.item(item),
            WrittenBlock::Heading(level, words) if !words.is_empty() => {
                let level = level.saturating_sub(self.highest) + 2;
                if level == 2 {
                    self.write_notes();
                }
                let words = self.inline(words, InlinePlace::Line);
                self.paragraph(&format!("{} {words}", "#".repeat(level.min(6))));
            }
            WrittenBlock::Title(words) | WrittenBlock::Paragraph(words) if !words.is_empty() => {
                let words = self.inline(words, InlinePlace::Paragraph);
                self.paragraph(&words.replace('\n', "\\\n"));
            }
            WrittenBlock::Table(rows) => self.table(rows),
            WrittenBlock::Heading(..) | WrittenBlock::Title(_) | WrittenBlock::Paragraph(_) => {
                return;
            }
        }
        self.widths.clear();
    }

    /// Writes a block with a blank line before it.
    fn paragraph(&mut self, text: &str) {
        self.body.push('\n');
        self.body.push_str(text);
        self.body.push('\n');
    }

    fn item(&mut self, item: &ListItem) {
        if item.text.is_empty() {
            return;
        }
        if self.widths.is_empty() {
            self.body.push('\n');
        }
        // Nobody can lie deeper than one below the item before.
        let level = item.level.min(self.widths.len());
        self.widths.truncate(level);
        let mark = item
            .number
            .map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
        let indent: usize = self.widths.iter().sum();
        let words = self.inline(&item.text, InlinePlace::Paragraph);
        let blank = " ".repeat(indent);
        let inner = format!("\\\n{blank}{}", " ".repeat(mark.len()));
        (self.body).push_str(&format!("{blank}{mark}{}\n", words.replace('\n', &inner)));
        self.widths.push(mark.len());
    }

    /// Writes a table, whose first row is its head. One of a single cell is a frame around text.
    fn table(&mut self, rows: &[Vec<InlineText>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if let ([row], 1) = (rows, columns) {
            let words = self.inline(&row[0], InlinePlace::Paragraph);
            return self.paragraph(&words.replace('\n', "\\\n"));
        }
        if columns == 0 {
            return;
        }
        self.body.push('\n');
        for (at, row) in rows.iter().enumerate() {
            let mut cells = Vec::with_capacity(columns);
            for column in 0..columns {
                let words = row
                    .get(column)
                    .map(|cell| self.inline(cell, InlinePlace::Line));
                cells.push(words.unwrap_or_default());
            }
            self.body.push_str(&format!("| {} |\n", cells.join(" | ")));
            if at == 0 {
                self.body
                    .push_str(&format!("|{}\n", " --- |".repeat(columns)));
            }
        }
    }

    fn inline(&mut self, text: &InlineText, place: InlinePlace) -> String {
        let (notes, numbers, pending) = (self.notes, &mut self.numbers, &mut self.pending);
        let last = &mut self.last;
        let mut number = |id: &str| {
            notes.get(id)?;
            if let Some(number) = numbers.get(id) {
                return Some(*number);
            }
            *last += 1;
            numbers.insert(id.to_owned(), *last);
            pending.push(id.to_owned());
            Some(*last)
        };
        text.markdown(place, &mut number)
    }

    /// Writes the words of footnotes whose marks were written: a part of a page holds its own.
    fn write_notes(&mut self) {
        for id in std::mem::take(&mut self.pending) {
            let Some(note) = self.notes.get(&id) else {
                continue;
            };
            let words = note.markdown(InlinePlace::Line, &mut |_| None);
            let number = self.numbers.get(&id).copied().unwrap_or(0);
            self.paragraph(&format!("[^{number}]: {words}"));
        }
        self.numbers.clear();
    }
}
