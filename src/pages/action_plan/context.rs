//! What the templates of this kind read.

use crate::pages::context::{
    Download, FactSource, Feedback, Link, ListEntry, Pager, Prose, Section, Strip, body_facts,
    empty_sections, missing,
};
use serde::Serialize;

/// An action plan.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ActionPlanContext {
    /// Its identifier.
    pub id: String,
    /// "In brief".
    pub summary: Option<Prose>,
    /// The member whose plan it is.
    pub locality: Option<Link>,
    /// When it begins.
    pub start: Option<String>,
    /// When it ends.
    pub end: Option<String>,
    /// The plan itself, where it was published.
    pub href: Option<String>,
    /// Its commitments by status.
    pub strip: Strip,
    /// The milestones of its commitments by status.
    pub milestones: Strip,
    /// Its commitments, or one page of them; on the pages after the first nothing else is told that is not needed there.
    pub commitments: Vec<ListEntry>,
    /// The other pages of its commitments.
    pub pager: Option<Pager>,
    /// Reports about its commitments.
    pub reports: Vec<ListEntry>,
    /// Its text.
    pub sections: Vec<Section>,
    /// How to comment.
    pub feedback: Option<Feedback>,
    /// Files of this plan.
    pub downloads: Vec<Download>,
    /// Where the facts come from.
    pub sources: Vec<FactSource>,
    /// The main headings, where the page is longer than three screens of a phone.
    pub jumps: Vec<Link>,
}

body_facts!(ActionPlanContext, "action-plan", gaps);

impl ActionPlanContext {
    /// Whether it is a page after the first.
    pub(super) fn is_continued(&self) -> bool {
        (self.pager.as_ref()).is_some_and(|pager| pager.previous.is_some())
    }

    fn gaps(&self) -> Vec<&'static str> {
        if self.is_continued() {
            return Vec::new();
        }
        let mut gaps = missing(&[
            ("period", self.start.is_some() || self.end.is_some()),
            ("commitments", !self.commitments.is_empty()),
        ]);
        gaps.extend(empty_sections(&self.sections));
        gaps.extend(missing(&[
            ("locality", self.locality.is_some()),
            ("plan-text", self.href.is_some()),
            ("fact-sources", !self.sources.is_empty()),
        ]));
        gaps
    }
}
