//! A page that somebody asks for, and what became of it.

use super::written_document::LostKind;
use crate::diag::Sink;
use crate::model::declared_kind::DeclaredKind;
use crate::model::folder_kind::{KINDS, KnownKind};
use crate::model::settings::Settings;
use crate::source;
use std::path::{Path, PathBuf};

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

/// Returns what kinds of page are called on the command line, those last that the portal of this folder declares.
pub fn page_kinds(root: Option<&Path>) -> Vec<String> {
    let kinds = KnownKind::all(&declared(root).unwrap_or_default());
    kinds.iter().map(|known| known.word.to_string()).collect()
}

/// Whether a word of the command line names a kind of page, of the program's or of the portal of this folder.
pub fn is_page_kind(word: &str, root: Option<&Path>) -> bool {
    KINDS.iter().any(|known| known.is_called(word))
        || KnownKind::all(&declared(root).unwrap_or_default())
            .iter()
            .any(|known| known.is_called(word))
}

/// Returns the kinds that a portal declares; none without a portal whose settings can be read.
fn declared(root: Option<&Path>) -> Option<Vec<DeclaredKind>> {
    let mut unsaid = Sink::new();
    let document = source::settings_of(root?, &mut unsaid).ok()?;
    Some(Settings::read(&document, &mut unsaid).kinds)
}
