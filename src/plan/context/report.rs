//! An end-of-commitment report.

use super::data::Download;
use super::frame::Feedback;
use super::listing::Entry;
use super::parts::{Citation, Evidence, Link, Phrase, Prose, Section, Source};
use serde::Serialize;

/// An end-of-commitment report.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Report {
    /// Its identifier.
    pub id: String,
    /// "In brief".
    pub summary: Option<Prose>,
    /// What is evaluated.
    pub commitment: Option<Entry>,
    /// The member who reports.
    pub locality: Option<Link>,
    /// The action plan.
    pub action_plan: Option<Link>,
    /// Names of the evaluators.
    pub evaluators: Vec<Phrase>,
    /// Whether contact details of the evaluators are left out here.
    pub contact_withheld: bool,
    /// Answer 1.1: `no-evidence`, `not-started`, `limited`, `substantial`, `complete`.
    pub completion: Option<String>,
    /// Answer 1.3: `all`, `most`, `some`, `none` of the milestones were implemented as planned.
    pub as_planned: Option<String>,
    /// The questions of the form, 1.1 to 3, in order.
    pub questions: Vec<Question>,
    /// Action, problem, and the author's own sections.
    pub sections: Vec<Section>,
    /// How to comment.
    pub feedback: Option<Feedback>,
    /// Files of this report.
    pub downloads: Vec<Download>,
    /// How to cite it.
    pub cite: Option<Citation>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

/// A question of the form and its answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Question {
    /// Its number, such as `2.1.1`.
    pub number: String,
    /// Its anchor on the page, such as `q2-1-1`.
    pub anchor: String,
    /// The question; usually the theme's message of the anchor's name.
    pub text: Phrase,
    /// Yes or no; null where it was not asked or not answered.
    pub answer: Option<bool>,
    /// `worsened`, `did-not-change`, `marginal`, `major`, `outstanding`; in 1.1 and 1.3 null.
    pub degree: Option<String>,
    /// The answer in words.
    pub narrative: Option<Prose>,
    /// What the answer rests on.
    pub evidence: Vec<Evidence>,
}
