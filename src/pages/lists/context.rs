//! What the templates of this kind read.

use crate::pages::context::{
    Download, Group, Link, ListEntry, Pager, Phrase, Prose, Strip, body_facts,
};
use serde::Serialize;

/// A list, or one page of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ListingContext {
    /// What is listed: `commitment`, `initiative`, `dataset` …
    pub of: String,
    /// First words.
    pub intro: Option<Prose>,
    /// All of them by status, where they have one.
    pub strip: Option<Strip>,
    /// How many there are on all pages.
    pub total: u64,
    /// Number of the first one on this page, from 1; 0 when there is none.
    pub first: u64,
    /// Number of the last one on this page.
    pub last: u64,
    /// By which facts the list is cut: each with the way to the list without it.
    pub filters: Vec<Link>,
    /// The same list cut by one fact more, or by another value: ready-made pages.
    pub facets: Vec<Facet>,
    /// Other orders of the same list, and lists that go with it; one without a link is this page.
    pub also: Vec<Link>,
    /// The same as a calendar (`.ics`).
    pub calendar: Option<String>,
    /// The entries of this page; none where they are in groups.
    pub entries: Vec<ListEntry>,
    /// The entries of this page under headings.
    pub groups: Vec<Group>,
    /// The other pages of the list.
    pub pager: Option<Pager>,
    /// The register behind the list as files.
    pub downloads: Vec<Download>,
}

body_facts!(ListingContext, "listing");

/// One fact by which a list is cut.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Facet {
    /// The fact.
    pub name: Phrase,
    /// Its values.
    pub values: Vec<FacetValue>,
    /// All values, where not all are shown.
    pub more: Option<Link>,
    /// Whether only the values that most have are shown, and there is no page of all values.
    pub only_largest: bool,
}

/// A value of a facet.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FacetValue {
    /// The value.
    pub text: Phrase,
    /// The list of those that have it.
    pub href: String,
    /// How many have it.
    pub count: u64,
    /// Whether this page is that list.
    pub current: bool,
}
