//! What a document is made of, whichever program wrote it.

use super::inline_text::{InlineText, WordStyle};
use std::collections::BTreeMap;

/// The text of a document.
#[derive(Default)]
pub(super) struct WrittenText {
    pub(super) blocks: Vec<WrittenBlock>,
    /// Footnotes by the identifiers that the text names them by.
    pub(super) notes: BTreeMap<String, InlineText>,
    pub(super) lost: LostParts,
}

/// A piece of a text.
pub(super) enum WrittenBlock {
    Title(InlineText),
    /// A heading of a level, from 1.
    Heading(usize, InlineText),
    Paragraph(InlineText),
    Item(ListItem),
    Table(Vec<Vec<InlineText>>),
}

/// An item of a list.
pub(super) struct ListItem {
    /// How deep it lies, from 0.
    pub(super) level: usize,
    /// Its number; none where the list has none.
    pub(super) number: Option<usize>,
    pub(super) text: InlineText,
}

/// What a page cannot keep of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LostKind {
    /// Pictures and drawings.
    Pictures,
    /// Text boxes, with the words in them.
    TextBoxes,
    /// Remarks of reviewers.
    Comments,
    /// Words that were taken out with changes being tracked; those that were added stay.
    DeletedWords,
    /// Words that are not shown.
    HiddenWords,
    /// Formulas.
    Formulas,
    /// Charts, sheets and other things of another program.
    Objects,
    /// Tables within tables, whose words are in the cell.
    InnerTables,
    /// Headers and footers of the printed page.
    Margins,
    /// Links to files or to a place in the document.
    Links,
    /// Lines in bold that were taken for headings, as there are no others.
    BoldHeadings,
}

impl LostKind {
    /// Returns its name in messages.
    pub fn id(self) -> &'static str {
        match self {
            LostKind::Pictures => "pictures",
            LostKind::TextBoxes => "text-boxes",
            LostKind::Comments => "comments",
            LostKind::DeletedWords => "deleted",
            LostKind::HiddenWords => "hidden",
            LostKind::Formulas => "formulas",
            LostKind::Objects => "objects",
            LostKind::InnerTables => "inner-tables",
            LostKind::Margins => "margins",
            LostKind::Links => "links",
            LostKind::BoldHeadings => "bold-headings",
        }
    }
}

/// What was lost, and how often.
pub(crate) type LostParts = BTreeMap<LostKind, usize>;

impl WrittenText {
    /// Counts something that is not kept.
    pub(super) fn lose(&mut self, kind: LostKind) {
        *self.lost.entry(kind).or_default() += 1;
    }
}

/// What is between two paragraphs that are brought onto one line.
const BETWEEN: &str = " / ";

impl WrittenText {
    /// Returns the words of blocks on one line. A table among them is counted as lost.
    pub(super) fn on_one_line(&mut self, blocks: Vec<WrittenBlock>) -> InlineText {
        let mut line = InlineText::default();
        let mut add = |words: InlineText| {
            if words.is_empty() {
                return;
            }
            if !line.is_empty() {
                line.push(BETWEEN, &WordStyle::default());
            }
            line.append(words);
        };
        for block in blocks {
            match block {
                WrittenBlock::Title(words)
                | WrittenBlock::Heading(_, words)
                | WrittenBlock::Paragraph(words)
                | WrittenBlock::Item(ListItem { text: words, .. }) => add(words),
                WrittenBlock::Table(rows) => {
                    rows.into_iter().flatten().for_each(&mut add);
                    *self.lost.entry(LostKind::InnerTables).or_default() += 1;
                }
            }
        }
        line
    }
}
