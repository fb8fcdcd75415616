//! An end-of-commitment report.

use crate::pages::context::{
    Citation, Download, Evidence, FactSource, Feedback, Link, ListEntry, OddLine, Phrase, Prose,
    Section, Strip, body_facts, empty_sections, missing,
};
use serde::Serialize;

/// An end-of-commitment report.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ReportContext {
    /// Its identifier.
    pub id: String,
    /// "In brief".
    pub summary: Option<Prose>,
    /// What is evaluated.
    pub commitment: Option<ListEntry>,
    /// The member who reports.
    pub locality: Option<Link>,
    /// The action plan.
    pub action_plan: Option<Link>,
    /// When in the commitment's time it was made: `mid-term`, `end-of-term`; null where not reported.
    pub stage: Option<String>,
    /// When it was made.
    pub date: Option<String>,
    /// Names of the evaluators.
    pub evaluators: Vec<Phrase>,
    /// Whether contact details of the evaluators are left out here.
    pub contact_withheld: bool,
    /// Answer 1.1: `no-evidence`, `not-started`, `limited`, `substantial`, `complete`.
    pub completion: Option<String>,
    /// The milestones of what is evaluated, by the status that each had when the report was made.
    pub milestones: Strip,
    /// Answer 1.3: `all`, `most`, `some`, `none` of the milestones were implemented as planned.
    pub as_planned: Option<String>,
    /// The questions of the form that were answered, 1.1 to 3, in order.
    pub questions: Vec<Question>,
    /// Evidence that belongs to no question in particular.
    pub evidence: Vec<Evidence>,
    /// Action, problem, and the author's own sections.
    pub sections: Vec<Section>,
    /// How to comment.
    pub feedback: Option<Feedback>,
    /// Files of this report.
    pub downloads: Vec<Download>,
    /// How to cite it.
    pub cite: Option<Citation>,
    /// Where the facts come from.
    pub sources: Vec<FactSource>,
    /// The main headings, where the page is longer than three screens of a phone.
    pub jumps: Vec<Link>,
}

body_facts!(ReportContext, "report", gaps);

impl ReportContext {
    fn gaps(&self) -> Vec<&'static str> {
        let mut gaps = missing(&[
            ("completion", self.completion.is_some()),
            ("evaluated", self.commitment.is_some()),
        ]);
        gaps.extend(empty_sections(&self.sections));
        gaps.extend(missing(&[
            ("as-planned", self.as_planned.is_some()),
            ("locality", self.locality.is_some()),
            ("action-plan", self.action_plan.is_some()),
            ("report-date", self.date.is_some()),
            ("evaluators", !self.evaluators.is_empty()),
            ("fact-sources", !self.sources.is_empty()),
        ]));
        gaps
    }
}

/// A question of the form and its answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Question {
    /// Its number, such as `2.1.1`.
    pub number: String,
    /// Its anchor on the page, such as `q2-1-1`.
    pub anchor: String,
    /// The heading of the part of the form that begins with it; null where none does.
    pub begins: Option<Phrase>,
    /// The question: the author's heading, else the theme's message of the anchor's name, which has the form's own words.
    pub text: Phrase,
    /// The answer as one of the form's words: the completion in 1.1, how much was done as planned in 1.3.
    pub said: Option<Phrase>,
    /// Yes or no; null where it was not asked or not answered.
    pub answer: Option<bool>,
    /// `worsened`, `did-not-change`, `marginal`, `major`, `outstanding`; in 1.1 and 1.3 null.
    pub degree: Option<String>,
    /// The answer in words.
    pub narrative: Option<Prose>,
    /// What the answer rests on.
    pub evidence: Vec<Evidence>,
    /// What does not go with the answer.
    pub odd: Vec<OddLine>,
}

impl Question {
    /// Whether anything was answered.
    pub(super) fn is_answered(&self) -> bool {
        self.said.is_some()
            || self.answer.is_some()
            || self.degree.is_some()
            || self.narrative.is_some()
            || !self.evidence.is_empty()
    }
}
