//! What the templates of this kind read.

use crate::pages::context::{
    FactSource, Feedback, Link, ListEntry, Prose, Section, body_facts, empty_sections, missing,
};
use serde::Serialize;

/// An initiative or a good practice.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct InitiativeContext {
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
    pub commitments: Vec<ListEntry>,
    /// Datasets that belong to it.
    pub datasets: Vec<ListEntry>,
    /// How to comment.
    pub feedback: Option<Feedback>,
    /// Where the facts come from.
    pub sources: Vec<FactSource>,
    /// The main headings, where the page is longer than three screens of a phone.
    pub jumps: Vec<Link>,
}

body_facts!(InitiativeContext, "initiative", gaps);

impl InitiativeContext {
    fn gaps(&self) -> Vec<&'static str> {
        let mut gaps = empty_sections(&self.sections);
        gaps.extend(missing(&[
            ("institutions", self.institution.is_some()),
            ("policy-areas", !self.topics.is_empty()),
            ("level", self.level.is_some()),
            ("period", self.start.is_some() || self.end.is_some()),
            ("fact-sources", !self.sources.is_empty()),
        ]));
        gaps
    }
}
