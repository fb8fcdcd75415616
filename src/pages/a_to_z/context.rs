//! What a page of the A–Z index shows.

use crate::pages::context::{Link, Pager, Phrase, body_facts};
use serde::Serialize;

/// A page of the A–Z index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AToZContext {
    /// How many things the index holds.
    pub total: u64,
    /// Number of the first one on this page, from 1.
    pub first: u64,
    /// Number of the last one on this page.
    pub last: u64,
    /// The letters; empty where a script has too many to choose from.
    pub letters: Vec<IndexLetter>,
    /// First words of pages to choose from, where a letter has several pages.
    pub guides: Vec<Link>,
    /// Whether the groups are letters, and have headings.
    pub headings: bool,
    /// What this page lists.
    pub groups: Vec<IndexGroup>,
    /// Other pages of the index.
    pub pager: Option<Pager>,
    /// The search page, where there is one.
    pub search: Option<String>,
}

body_facts!(AToZContext, "a-z");

/// A letter of the index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct IndexLetter {
    /// The letter; null for digits and signs.
    pub name: Option<String>,
    /// Where it begins.
    pub href: String,
    /// How many things stand under it.
    pub count: u64,
}

/// Things under one letter, as far as they are on this page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct IndexGroup {
    /// Its anchor.
    pub id: String,
    /// The letter; null for digits and signs.
    pub name: Option<String>,
    /// Whether the letter began on a page before.
    pub continued: bool,
    /// The things.
    pub lines: Vec<IndexLine>,
}

/// A thing in the index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct IndexLine {
    /// Its title.
    pub title: Phrase,
    /// Its page.
    pub href: String,
    /// What it is: a message's name, such as `commitment`.
    pub kind: Phrase,
}
