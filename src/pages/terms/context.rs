//! What the templates of this kind read.

use crate::pages::context::{
    FactSource, Group, Pager, Phrase, Prose, Section, Strip, body_facts, empty_sections,
};
use crate::pages::lists::context::ListingContext;
use serde::Serialize;

/// A term (institution, policy area, sector, value, locality, status) and what belongs to it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TermContext {
    /// What it is: `institution`, `policy-area`, `sector`, `value`, `locality`, `status`.
    pub of: String,
    /// "In brief".
    pub summary: Option<Prose>,
    /// Its official code.
    pub code: Option<String>,
    /// ISO 3166-1 alpha-3 code of its country.
    pub country: Option<String>,
    /// Its own site.
    pub href: Option<String>,
    /// Its own text.
    pub sections: Vec<Section>,
    /// Its commitments, or one page of them.
    pub listing: ListingContext,
    /// What else belongs to it: action plans, datasets, reports, initiatives.
    pub groups: Vec<Group>,
    /// Where the facts come from.
    pub sources: Vec<FactSource>,
}

body_facts!(TermContext, "term", gaps);

impl TermContext {
    fn gaps(&self) -> Vec<&'static str> {
        empty_sections(&self.sections)
    }
}

/// All terms of one kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TermsContext {
    /// What they are: `institution`, `policy-area`, `sector`, `value`, `locality`.
    pub of: String,
    /// First words.
    pub intro: Option<Prose>,
    /// The terms, in alphabetical order.
    pub terms: Vec<TermListEntry>,
    /// The other pages of the list.
    pub pager: Option<Pager>,
}

body_facts!(TermsContext, "terms");

/// A term, and how much belongs to it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TermListEntry {
    /// Its name.
    pub title: Phrase,
    /// Its page.
    pub href: String,
    /// How many commitments (or other things) belong to it.
    pub count: u64,
    /// Those commitments by status.
    pub strip: Option<Strip>,
    /// Whether that strip says only that nothing was reported of any of them.
    pub is_unreported: bool,
    /// One sentence.
    pub summary: Option<Phrase>,
}
