//! Pages that are mostly text, and the page of statuses.

use super::data::Download;
use super::frame::Feedback;
use super::listing::{Entry, Pager};
use super::parts::{Link, Prose, Section, Source};
use crate::pages::context::body_facts;
use serde::Serialize;

/// An initiative or a good practice.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Initiative {
    /// Its identifier.
    pub id: String,
    /// `initiative` or `practice`.
    pub of: String,
    /// "In brief".
    pub summary: Option<Prose>,
    /// Who runs it.
    pub institution: Option<Link>,
    /// Its topics.
    pub topics: Vec<Link>,
    /// `international`, `national`, `state`, `municipal`.
    pub level: Option<String>,
    /// ISO 3166-1 alpha-3 code of its country.
    pub country: Option<String>,
    /// When it begins.
    pub start: Option<String>,
    /// When it ends.
    pub end: Option<String>,
    /// Years in which it was held.
    pub editions: Vec<String>,
    /// What the source gives: `full`, `heading-only`, `untitled`.
    pub extent: String,
    /// Its text.
    pub sections: Vec<Section>,
    /// Commitments that belong to it.
    pub commitments: Vec<Entry>,
    /// Datasets that belong to it.
    pub datasets: Vec<Entry>,
    /// How to comment.
    pub feedback: Option<Feedback>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

body_facts!(Initiative, "initiative");

/// An ordinary page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OrdinaryPage {
    /// "In brief".
    pub summary: Option<Prose>,
    /// Its text.
    pub sections: Vec<Section>,
    /// Pages below it, or one page of them.
    pub entries: Vec<Entry>,
    /// The other pages of that list.
    pub pager: Option<Pager>,
    /// The page before it, where its author put both in an order.
    pub previous: Option<Link>,
    /// The page after it.
    pub next: Option<Link>,
    /// Files that belong to it.
    pub downloads: Vec<Download>,
    /// How to comment.
    pub feedback: Option<Feedback>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

body_facts!(OrdinaryPage, "page");

/// What a host shows for an address that does not exist. Every link of this page is absolute.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NotFound {
    /// Ways on: lists from A to Z.
    pub links: Vec<Link>,
}

body_facts!(NotFound, "not-found");

/// What is at the address of a page or dataset that was left out because of an error in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LeftOut {
    /// Ways on: the list that it would be in, and the page of what is missing.
    pub links: Vec<Link>,
}

body_facts!(LeftOut, "left-out");

/// The statuses, what each means and how many commitments have it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Statuses {
    /// First words.
    pub intro: Option<Prose>,
    /// Every status, in order.
    pub statuses: Vec<StatusEntry>,
}

body_facts!(Statuses, "statuses");

/// A status and how many have it. What it means is the theme's message `status-CODE-means`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct StatusEntry {
    /// The status code.
    pub status: String,
    /// How many commitments have it.
    pub commitments: u64,
    /// How many milestones have it.
    pub milestones: u64,
    /// The commitments that have it.
    pub href: Option<String>,
}
