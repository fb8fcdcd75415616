//! A commitment.

use crate::pages::context::{
    ChangeEntry, Citation, Download, EvaluationContext, Evidence, FactSource, Feedback, Link,
    ListEntry, Phrase, Prose, Section, Strip, body_facts,
};
use serde::Serialize;

/// A commitment.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CommitmentContext {
    /// Its identifier.
    pub id: String,
    /// "In brief".
    pub summary: Option<Prose>,
    /// Its status code.
    pub status: String,
    /// Whether the source gives that status; else it follows from the milestones.
    pub status_given: bool,
    /// What its reports say of it as a whole; shown in the place of a status that is `not-reported`.
    pub evaluation: Option<EvaluationContext>,
    /// Milestones by status.
    pub strip: Strip,
    /// Since when it is overdue: its end, where that is past and it is neither finished nor without a report.
    pub overdue_since: Option<String>,
    /// Its end, where that is past, and neither a status nor a report says how it stands.
    pub report_missing_since: Option<String>,
    /// When it begins.
    pub start: Option<String>,
    /// When it ends.
    pub end: Option<String>,
    /// The member whose commitment it is.
    pub locality: Option<Link>,
    /// The action plans that hold it.
    pub action_plans: Vec<Link>,
    /// Whether the source says that it is attached to no action plan.
    pub not_attached: bool,
    /// The report at the start.
    pub inception_report: Option<Link>,
    /// The action plan that the report at the start is about.
    pub inception_report_plan: Option<Link>,
    /// The institutions.
    pub institutions: Vec<Institution>,
    /// Policy areas.
    pub policy_areas: Vec<Link>,
    /// Sector.
    pub sector: Option<Link>,
    /// Values, each with its reason.
    pub values: Vec<ValueReason>,
    /// What the reviewer said at the start.
    pub inception: Option<Inception>,
    /// Milestones in the source's order.
    pub milestones: Vec<MilestoneContext>,
    /// How many milestones have no evidence.
    pub without_evidence: u64,
    /// Problem, status quo, action, contribution, long-term goal; then the author's own sections.
    pub sections: Vec<Section>,
    /// Commitments that it continues or belongs to.
    pub related: Vec<ListEntry>,
    /// Datasets it rests on.
    pub datasets: Vec<ListEntry>,
    /// End-of-commitment reports.
    pub reports: Vec<ListEntry>,
    /// How to comment.
    pub feedback: Option<Feedback>,
    /// What changed, newest first.
    pub changes: Vec<ChangeEntry>,
    /// Files of this commitment.
    pub downloads: Vec<Download>,
    /// How to cite it.
    pub cite: Option<Citation>,
    /// Where the facts come from.
    pub sources: Vec<FactSource>,
}

body_facts!(CommitmentContext, "commitment");

/// An institution's part in a commitment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Institution {
    /// The institution.
    pub name: Link,
    /// `lead` or `supporting`; null where not reported.
    pub role: Option<String>,
}

/// One of the Open Government Partnership's values, and why the commitment serves it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ValueReason {
    /// The value.
    pub name: Link,
    /// Why the commitment serves it.
    pub reason: Option<Phrase>,
}

/// What the reviewer said at the start.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Inception {
    /// Whether the commitment can be verified; null where not reported.
    pub verifiable: Option<bool>,
    /// Whether it serves a value; null where not reported.
    pub relevance: Option<bool>,
    /// Whether it is new: `new`, `continuation`, `unclear`; null where not reported.
    pub novelty: Option<String>,
    /// How much it would change: `no-added-value`, `positive`, `binding`, `unclear`; null where not reported.
    pub ambition: Option<String>,
    /// The reviewer's sentences.
    pub statements: Vec<Phrase>,
}

/// A milestone.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MilestoneContext {
    /// Its number, as in the source.
    pub number: String,
    /// Its anchor on the page, such as `m-3`.
    pub anchor: String,
    /// What is to be done.
    pub text: Phrase,
    /// When it begins.
    pub start: Option<String>,
    /// When it ends.
    pub end: Option<String>,
    /// Its status code.
    pub status: String,
    /// Since when it is overdue: its end, where that is past and it is neither finished nor without a report.
    pub overdue_since: Option<String>,
    /// Its end, where that is past and nothing was reported.
    pub report_missing_since: Option<String>,
    /// The office that answers for it.
    pub owner: Option<String>,
    /// When its status was reported.
    pub reported: Option<String>,
    /// What shows that it was done.
    pub evidence: Vec<Evidence>,
    /// A way to ask for evidence, where there is none.
    pub ask: Option<String>,
}
