//! What the templates of this kind read.

use crate::pages::context::{DateRange, Link, Phrase, body_facts};
use crate::pages::lists::context::ListingContext;
use serde::Serialize;

/// A series of datasets, which are editions of one thing.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SeriesContext {
    /// What its datasets have in common.
    pub description: Option<Phrase>,
    /// The EU's code of how often a dataset joins it, such as `annual`.
    pub frequency: Option<String>,
    /// The time from its first to its last dataset, where each says what it covers.
    pub temporal: Option<DateRange>,
    /// Whether the datasets are in the order of the time that they cover, or else of their publication.
    pub ordered: bool,
    /// Its datasets, or one page of them.
    pub listing: ListingContext,
}

body_facts!(SeriesContext, "series");

/// A series of datasets, as one of them sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SeriesMembership {
    /// Its title.
    pub title: Phrase,
    /// Its page.
    pub href: String,
    /// What its datasets have in common.
    pub description: Option<Phrase>,
    /// How many datasets it has.
    pub count: u64,
    /// The dataset before this one, where their order is known.
    pub previous: Option<Link>,
    /// The dataset after this one.
    pub next: Option<Link>,
    /// Its datasets, or those nearest to this one.
    pub datasets: Vec<Link>,
}

/// A service that answers questions about a dataset; it is elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ServiceContext {
    /// Its title.
    pub title: Phrase,
    /// Where it is asked.
    pub href: String,
    /// What it answers.
    pub description: Option<Phrase>,
    /// What says how it is asked.
    pub documentation: Option<String>,
    /// The format of its answers, such as `json`.
    pub format: Option<String>,
    /// Addresses of the standards that it follows.
    pub conforms_to: Vec<String>,
}
