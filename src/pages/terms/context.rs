//! What the templates of this kind read.

use crate::pages::a_to_z::context::IndexLetter;
use crate::pages::context::{
    FactSource, Group, Pager, Phrase, Prose, Section, body_facts, empty_sections,
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
    /// The letters under which there are terms; empty where there are few terms, or the portal orders them itself.
    pub letters: Vec<IndexLetter>,
    /// The terms of this page, in alphabetical order.
    pub groups: Vec<TermGroup>,
    /// The other pages of the list.
    pub pager: Option<Pager>,
}

body_facts!(TermsContext, "terms");

/// Terms under one letter, or all of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TermGroup {
    /// Its anchor.
    pub id: String,
    /// The letter; null for digits and signs, and where there are no letters.
    pub name: Option<String>,
    /// The terms.
    pub terms: Vec<TermListEntry>,
}

/// A term, and how much belongs to it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TermListEntry {
    /// Its name.
    pub title: Phrase,
    /// Its page.
    pub href: String,
    /// How many commitments (or other things) belong to it.
    pub count: u64,
    /// One sentence.
    pub summary: Option<Phrase>,
}
