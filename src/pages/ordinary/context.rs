//! What the templates of this kind read.

use crate::pages::context::{
    Download, FactSource, Feedback, Link, ListEntry, Pager, Prose, Section, body_facts,
};
use serde::Serialize;

/// An ordinary page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OrdinaryPageContext {
    /// "In brief".
    pub summary: Option<Prose>,
    /// Its text.
    pub sections: Vec<Section>,
    /// Pages below it, or one page of them.
    pub entries: Vec<ListEntry>,
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
    pub sources: Vec<FactSource>,
}

body_facts!(OrdinaryPageContext, "page");
