//! A page that somebody asks for, and what became of it.

use super::written_document::LostKind;
use crate::model::folder_kind::{KINDS, KnownKind};
use std::path::PathBuf;

/// A page that is to be written.
#[derive(Debug, Clone, Default)]
pub struct PageOrder {
    /// Its kind, as the command line calls it: `commitment`, `report`.
    pub kind: String,
    /// Its identifier; made of the title where none is given.
    pub id: Option<String>,
    /// Its title; that of the document, or of the commitment that a report is about, where none is given.
    pub title: Option<String>,
    /// The language in which facts are explained, `es` or `en`; the portal's where none is given.
    pub lang: Option<String>,
    /// The commitment that a report or a milestone belongs to.
    pub of: Option<String>,
    /// Facts that are known, by their names.
    pub facts: Vec<(String, String)>,
    /// The document whose text becomes that of the page.
    pub document: Option<PathBuf>,
}

/// A page that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedPage {
    /// Its file, from the portal's root.
    pub path: String,
    /// Names of the facts that nobody told.
    pub unknown: Vec<String>,
    /// What of the document the page could not keep, and how often.
    pub lost: Vec<(LostKind, usize)>,
}

/// A milestone that was added to a commitment's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedMilestone {
    /// The commitment's file, from the portal's root.
    pub path: String,
    /// Its number.
    pub number: i64,
}

/// What a milestone is called on the command line: it is no page of its own.
pub const MILESTONE: &str = "milestone";

/// Returns what kinds of page are called on the command line.
pub fn page_kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|known| known.word)
}

/// Whether a word of the command line names a kind of page.
pub fn is_page_kind(word: &str) -> bool {
    KnownKind::of_word(word).is_some()
}
