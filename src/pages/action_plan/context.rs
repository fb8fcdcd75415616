//! What the templates of this kind read.

use crate::pages::context::{
    Download, FactSource, Feedback, Link, ListEntry, OpeningAnswer, Pager, Prose, Section, Strip,
    body_facts, empty_sections, missing,
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
    /// What each of several reports found; null of one alone.
    pub evaluations: Option<EvaluationTable>,
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

/// What the reports on a plan's commitments found. Columns that no report answers are not shown.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EvaluationTable {
    /// One row a report, by commitment and date.
    pub rows: Vec<EvaluationRow>,
    /// Whether any answers 1.3.
    pub has_planned: bool,
    /// Whether any answers 2.1.1.
    pub has_information: bool,
    /// Whether any answers 2.1.2.
    pub has_participation: bool,
    /// Whether any answers 2.1.3.
    pub has_accountability: bool,
    /// Whether any answers 2.2.
    pub has_problem: bool,
}

/// What a report on a commitment of a plan found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EvaluationRow {
    /// The commitment; without an address where it is not here.
    pub commitment: Link,
    /// The report: by its date, else by its title.
    pub report: Link,
    /// `mid-term`, `end-of-term`; null where not reported.
    pub stage: Option<String>,
    /// Answer 1.1.
    pub completion: Option<String>,
    /// Answer 1.3.
    pub as_planned: Option<String>,
    /// Answer 2.1.1.
    pub information: Option<OpeningAnswer>,
    /// Answer 2.1.2.
    pub participation: Option<OpeningAnswer>,
    /// Answer 2.1.3.
    pub accountability: Option<OpeningAnswer>,
    /// Answer 2.2.
    pub problem: Option<OpeningAnswer>,
}

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
