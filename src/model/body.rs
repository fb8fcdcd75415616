//! The text of a page, cut at its level-2 headings.

use std::ops::Range;

/// A text in Markdown: what stands before the first level-2 heading, and the sections after it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Body {
    /// Sections in the order written; the first has no heading when text stands before any.
    pub sections: Vec<Section>,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its identifier: one of the known sections', the author's own (`{#id}`), or a slug of the heading.
    pub id: String,
    /// The heading's words; none for what stands before the first heading.
    pub heading: Option<String>,
    /// The Markdown below the heading.
    pub markdown: String,
    /// Where that Markdown stands in the file.
    pub span: Range<usize>,
}

impl Body {
    /// The section of this identifier.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|s| s.id == id)
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.sections.iter().all(|s| s.markdown.trim().is_empty())
    }
}
