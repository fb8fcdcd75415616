//! A commitment.

use crate::pages::context::{
    ChangeEntry, Citation, Download, EvaluationContext, Evidence, FactSource, Feedback, Link,
    ListEntry, OddLine, Phrase, Prose, Section, Strip, body_facts, empty_sections, missing,
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
    /// The portal's own word for that status.
    pub status_word: Option<Phrase>,
    /// What was reported of the commitment itself, the newest first; empty where its status says all of it.
    pub history: Vec<UpdateContext>,
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
    /// Who answers for it, in a line: each institution once, those that lead first, and of many only the first.
    pub who: Vec<Link>,
    /// How many institutions that line leaves out.
    pub who_more: u64,
    /// The institutions as the source lists them, where that line does not say all of it; else empty.
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
    /// Their times on one scale, where at least two have any and these differ.
    pub timeline: Option<Timeline>,
    /// What is to be said of the milestones together.
    pub overview: MilestonesOverview,
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
    /// The main headings, where the page is longer than three screens of a phone.
    pub jumps: Vec<Link>,
}

body_facts!(CommitmentContext, "commitment", gaps);

impl CommitmentContext {
    fn gaps(&self) -> Vec<&'static str> {
        let (who, review) = (&self.institutions, self.inception.as_ref());
        let mut gaps = missing(&[
            ("institutions", !self.who.is_empty()),
            ("locality", self.locality.is_some()),
            ("period", self.start.is_some() || self.end.is_some()),
            ("milestones", !self.milestones.is_empty()),
            (
                "milestone-dates",
                self.milestones.iter().all(MilestoneContext::is_dated),
            ),
        ]);
        gaps.extend(empty_sections(&self.sections));
        gaps.extend(missing(&[
            (
                "action-plan",
                self.not_attached || !self.action_plans.is_empty(),
            ),
            ("roles", who.iter().all(|one| one.role.is_some())),
            ("policy-areas", !self.policy_areas.is_empty()),
            ("sector", self.sector.is_some()),
            ("inception-report", self.inception_report.is_some()),
            ("values", !self.values.is_empty()),
            (
                "value-reasons",
                self.values.iter().all(|value| value.reason.is_some()),
            ),
            ("verifiable", review.is_none_or(|r| r.verifiable.is_some())),
            ("relevance", review.is_none_or(|r| r.relevance.is_some())),
            ("fact-sources", !self.sources.is_empty()),
        ]));
        gaps
    }
}

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

/// What is to be said of all milestones at once, so that it is not said beside each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MilestonesOverview {
    /// Whether a status was reported of any of them.
    pub has_status: bool,
    /// Whether evidence was published for any of them.
    pub has_evidence: bool,
    /// How many have neither a status nor time left.
    pub past: u64,
    /// Those without a status, by number, where others have one.
    pub unreported: Vec<Link>,
    /// Those without evidence, by number, where others have some.
    pub without_evidence: Vec<Link>,
    /// Where on the page to ask for evidence, where some is lacking.
    pub ask: Option<String>,
}

/// Milestones drawn on one scale of time, 360 units wide.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// How high the drawing is.
    pub height: u64,
    /// The first month or day of all.
    pub from: String,
    /// The last one.
    pub to: String,
    /// The lines between months, quarters or years, as the data of an SVG path.
    pub grid: String,
    /// Years whose beginnings have room for a label.
    pub years: Vec<TimelineYear>,
    /// One bar for each milestone that has a time.
    pub bars: Vec<TimelineBar>,
}

/// The beginning of a year on a timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TimelineYear {
    /// The year.
    pub year: String,
    /// Where it begins.
    pub x: u64,
}

/// A milestone on a timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TimelineBar {
    /// The milestone's number.
    pub number: String,
    /// Its status code.
    pub status: String,
    /// Where the bar begins.
    pub x: u64,
    /// The bar's upper edge.
    pub y: u64,
    /// How wide it is.
    pub width: u64,
}

/// What was reported of a commitment or a milestone on a day.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateContext {
    /// When; null where that is not known.
    pub date: Option<String>,
    /// The status code since then; null where it stayed as it was.
    pub status: Option<String>,
    /// The portal's own word for that status.
    pub word: Option<Phrase>,
    /// What was reported, in the words of whoever reported.
    pub text: Option<Phrase>,
    /// Who reported.
    pub reported_by: Option<String>,
    /// What shows it.
    pub evidence: Vec<Evidence>,
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
    /// The portal's own word for its status.
    pub status_word: Option<Phrase>,
    /// What was reported of it, in the words of whoever reported.
    pub progress: Option<Phrase>,
    /// All that was reported of it, the newest first; empty where `status`, `reported` and `progress` say all of it.
    pub history: Vec<UpdateContext>,
    /// What shows that it was done.
    pub evidence: Vec<Evidence>,
    /// What does not fit together about it.
    pub odd: Vec<OddLine>,
}

impl MilestoneContext {
    fn is_dated(&self) -> bool {
        self.start.is_some() || self.end.is_some()
    }
}
