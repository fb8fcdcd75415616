//! A document of a word processor becomes the text of a page: headings, lists, tables, links, bold and italic words,
//! footnotes. What cannot be kept is counted, so that it can be said.
//!
//! A document may come from anybody: how much is unpacked, how many pieces it has and how deep they lie is bounded, and what
//! is beyond is refused in words.

mod docx;
mod docx_numbering;
mod docx_styles;
mod inline_text;
mod markdown;
mod odt;
mod odt_styles;
mod office_package;
mod text_block;
mod xml_tree;

use crate::diag::Fatal;
use crate::source::limits::Limits;
use office_package::OfficePackage;
use std::path::Path;
pub use text_block::LostKind;
pub(super) use text_block::LostParts;

/// What a document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentWords {
    /// Its title: a paragraph that is styled so, or the heading that is above everything else.
    pub(crate) title: Option<String>,
    /// Its text below that, as Markdown.
    pub(crate) body: String,
    /// What could not be kept, and how often.
    pub(crate) lost: LostParts,
}

/// Where the text of each format lies in its package.
const DOCX: &str = "word/document.xml";
const ODT: &str = "content.xml";

impl DocumentWords {
    /// Reads a Word document (.docx) or one of OpenDocument (.odt).
    ///
    /// # Errors
    /// When it is neither, cannot be read, or holds more than may be unpacked.
    pub(crate) fn read(path: &Path, limits: &Limits) -> Result<DocumentWords, Fatal> {
        let mut package = OfficePackage::open(path, limits)?;
        let text = if package.has(DOCX) {
            docx::read(&mut package)?
        } else if package.has(ODT) {
            odt::read(&mut package)?
        } else {
            return Err(package.refused("format"));
        };
        let words = markdown::words(text);
        if words.body.trim().is_empty() && words.title.is_none() {
            return Err(package.refused("empty"));
        }
        Ok(words)
    }
}
