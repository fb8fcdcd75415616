//! `commitments/ID.json`.

use super::contradiction::ContradictionEntry;
use super::{ProofEntry, SectionTexts, TermEntry, markdown};
use crate::catalogs::{
    Blank, IsoDate, LocalizedText, OwnFactsEntry, PublishedSchema, SourceEntry, entries,
    json_schema, never_blank, schema_of,
};
use crate::model::Portal;
use crate::model::commitment::{
    Commitment, InceptionReport, InceptionReview, InvolvedInstitution, Milestone, PlanMembership,
    ServedValue,
};
use crate::model::evaluation::Evaluation;
use crate::model::form::{FORM, FormQuestion};
use crate::model::status_update::StatusUpdate;
use crate::model::status_word::StatusWord;
use crate::model::term::TermRef;
use crate::model::vocabulary::Taxonomy;
use crate::source::fields::Spanned;
use schemars::JsonSchema;
use serde::Serialize;

/// The schema of a commitment's file.
pub(in crate::catalogs) const SCHEMA: PublishedSchema = PublishedSchema {
    path: "schemas/commitment.schema.json",
    draw: schema_of::<CommitmentFile>,
};

/// The way from a commitment's file to its JSON Schema.
const SCHEMA_PATH: &str = "../schemas/commitment.schema.json";

/// A commitment's facts, as the source gives them. A fact that the source does not give is left out. Keys may be added
/// in later versions: pass over those you do not know.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "commitments/ID.json")]
pub(super) struct CommitmentFile<'a> {
    /// Where this schema stands.
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// The Open Government Partnership's own, where it gives one.
    #[schemars(length(min = 1))]
    id: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    #[schemars(extend("optional" = false))]
    title: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    summary: LocalizedText<'a>,
    /// Its place among its siblings, where its author gave it one.
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<i64>,
    /// not-reported says that nobody published how it stands, not that nothing was done.
    #[schemars(schema_with = "json_schema::statuses")]
    status: &'static str,
    /// The portal's own word for that status, where it was given by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    status_word: Option<StatusWordEntry<'a>>,
    /// What the reports on it say: each fact is the newest report's that gives it. Where status is not-reported, this is
    /// how it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    evaluation: Option<EvaluationEntry<'a>>,
    /// The member whose commitment it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    locality: Option<TermEntry<'a>>,
    /// Identifiers. An empty list says that it belongs to none; left out, it is not reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    action_plans: Option<Vec<&'a str>>,
    /// The report at its start.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    inception_report: Option<InceptionReportEntry<'a>>,
    /// Its first month, or day.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<IsoDate>,
    /// Its last month, or day.
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<IsoDate>,
    /// In the order of the source.
    institutions: Vec<InstitutionEntry<'a>>,
    #[schemars(extend("optional" = true))]
    policy_areas: Vec<TermEntry<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sector: Option<TermEntry<'a>>,
    /// Values of the Open Government Partnership that it serves.
    #[schemars(extend("optional" = true))]
    values: Vec<ValueEntry<'a>>,
    /// The verdicts of its inception review.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    inception: Option<InceptionEntry<'a>>,
    /// Markdown before the first heading, by language.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    text: LocalizedText<'a>,
    /// Markdown by section and language.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    sections: SectionTexts<'a>,
    /// The headings of the sections as their authors wrote them, by section and language.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    headings: SectionTexts<'a>,
    #[serde(flatten)]
    links: CommitmentLinks<'a>,
}

impl<'a> CommitmentFile<'a> {
    pub(super) fn of(portal: &'a Portal, c: &'a Commitment) -> Self {
        CommitmentFile {
            schema: SCHEMA_PATH,
            id: &c.head.id,
            title: LocalizedText::of(&c.head.title),
            summary: LocalizedText::of(&c.head.summary),
            order: c.head.order,
            status: c.status().code(),
            status_word: word_of(c.own_word.as_deref()),
            evaluation: portal.evaluation(c).map(|e| EvaluationEntry::of(&e)),
            locality: (c.locality.as_ref())
                .map(|term| TermEntry::of(portal, Taxonomy::Locality, term)),
            action_plans: plans(&c.action_plans),
            inception_report: c.inception_report.as_ref().map(InceptionReportEntry::from),
            start: c.start.as_ref().map(|date| IsoDate(date.value)),
            end: c.end.as_ref().map(|date| IsoDate(date.value)),
            institutions: (c.institutions.iter())
                .map(|involved| InstitutionEntry::of(portal, involved))
                .collect(),
            policy_areas: terms(portal, Taxonomy::PolicyArea, &c.policy_areas),
            sector: (c.sector.as_ref()).map(|term| TermEntry::of(portal, Taxonomy::Sector, term)),
            values: c.values.iter().map(|v| ValueEntry::of(portal, v)).collect(),
            inception: c.inception.as_ref().map(InceptionEntry::from),
            text: markdown(&c.head, ""),
            sections: SectionTexts::of(&c.head, |_| true),
            headings: SectionTexts::headings(&c.head),
            links: CommitmentLinks::of(portal, c),
        }
    }
}

/// A commitment's milestones, what belongs to it, and where its facts come from.
#[derive(Debug, Serialize, JsonSchema)]
struct CommitmentLinks<'a> {
    /// In the order of the source.
    milestones: Vec<MilestoneEntry<'a>>,
    /// What was reported of the commitment itself, in the order of the source.
    #[schemars(extend("optional" = true))]
    updates: Vec<UpdateEntry<'a>>,
    /// What does not fit together in its facts, as readers are told.
    #[schemars(extend("optional" = true))]
    contradictions: Vec<ContradictionEntry<'a>>,
    /// Identifiers of its reports: those that it cites, then those that say they are about it.
    #[schemars(extend("optional" = true))]
    reports: Vec<&'a str>,
    /// Identifiers of the datasets that it rests on.
    #[schemars(extend("optional" = true))]
    datasets: Vec<&'a str>,
    /// Identifiers of other commitments.
    #[schemars(extend("optional" = true))]
    related: Vec<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    extra: OwnFactsEntry<'a>,
    /// How many comments the source shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    comments_published: Option<u64>,
    /// When its facts last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<IsoDate>,
    /// Where its facts come from.
    #[schemars(extend("optional" = true))]
    sources: Vec<SourceEntry<'a>>,
}

impl<'a> CommitmentLinks<'a> {
    fn of(portal: &'a Portal, c: &'a Commitment) -> Self {
        CommitmentLinks {
            milestones: entries(&c.milestones),
            updates: entries(&c.updates),
            reports: portal.report_ids(c),
            datasets: values(&c.datasets),
            related: values(&c.related),
            contradictions: ContradictionEntry::all(portal, &c.head.file.path),
            extra: OwnFactsEntry(&c.head.own.extra),
            comments_published: c.head.comments,
            updated: c.head.updated.map(IsoDate),
            sources: entries(&c.head.sources),
        }
    }
}

/// Returns the plans that hold a commitment; none where the source says nothing of them.
fn plans(plans: &PlanMembership) -> Option<Vec<&str>> {
    match plans {
        PlanMembership::NotReported => None,
        PlanMembership::NotAttached => Some(Vec::new()),
        PlanMembership::Plans(plans) => Some(values(plans)),
    }
}

/// Returns texts without where they are in their file.
fn values(texts: &[Spanned<String>]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_str()).collect()
}

/// Draws several terms of a vocabulary.
fn terms<'a>(portal: &'a Portal, taxonomy: Taxonomy, terms: &'a [TermRef]) -> Vec<TermEntry<'a>> {
    let terms = terms.iter();
    terms
        .map(|term| TermEntry::of(portal, taxonomy, term))
        .collect()
}

/// What reports say of a commitment as a whole. Each fact is the newest report's that gives it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
struct EvaluationEntry<'a> {
    /// Identifier of the newest report.
    report: &'a str,
    /// How far it had come.
    #[schemars(schema_with = "json_schema::completions")]
    #[serde(skip_serializing_if = "Option::is_none")]
    completion: Option<&'static str>,
    /// The report that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    completion_report: Option<&'a str>,
    /// How many milestones were implemented as planned.
    #[schemars(schema_with = "json_schema::as_planned")]
    #[serde(skip_serializing_if = "Option::is_none")]
    as_planned: Option<&'static str>,
    /// The report that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_planned_report: Option<&'a str>,
    /// Did it open government? Questions 2.1.1 to 2.2 of the form, as far as they were answered.
    answers: Vec<OpeningEntry<'a>>,
}

impl<'a> EvaluationEntry<'a> {
    fn of(evaluation: &Evaluation<'a>) -> Self {
        let completion = evaluation.completion();
        let as_planned = evaluation.as_planned();
        EvaluationEntry {
            report: &evaluation.newest().head.id,
            completion: completion.map(|reported| reported.value.code()),
            completion_report: completion.map(|reported| reported.report.head.id.as_str()),
            as_planned: as_planned.map(|reported| reported.value.code()),
            as_planned_report: as_planned.map(|reported| reported.report.head.id.as_str()),
            answers: (FORM.iter())
                .filter_map(|question| OpeningEntry::of(evaluation, question))
                .collect(),
        }
    }
}

/// An answer to whether a commitment opened government.
#[derive(Debug, Serialize, JsonSchema)]
struct OpeningEntry<'a> {
    #[schemars(schema_with = "json_schema::opening_questions")]
    question: &'static str,
    /// What the question asks to have been opened.
    #[schemars(schema_with = "json_schema::openings")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("optional" = false))]
    opened: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<bool>,
    #[schemars(schema_with = "json_schema::degrees")]
    #[serde(skip_serializing_if = "Option::is_none")]
    degree: Option<&'static str>,
    /// The report that says so.
    report: &'a str,
}

impl<'a> OpeningEntry<'a> {
    /// Draws the answer to a question; none where no report answers it.
    fn of(evaluation: &Evaluation<'a>, question: &'static FormQuestion) -> Option<Self> {
        let reported = evaluation.answer(question.number)?;
        Some(OpeningEntry {
            question: question.number,
            opened: question.opens,
            answer: reported.value.yes,
            degree: reported.value.degree_code(),
            report: &reported.report.head.id,
        })
    }
}

/// The report at the start of a commitment.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
struct InceptionReportEntry<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: LocalizedText<'a>,
    /// Identifier of the action plan that it reviews.
    #[serde(skip_serializing_if = "Option::is_none")]
    action_plan: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

impl<'a> From<&'a InceptionReport> for InceptionReportEntry<'a> {
    fn from(report: &'a InceptionReport) -> Self {
        InceptionReportEntry {
            title: LocalizedText::of(&report.title),
            action_plan: report.action_plan.as_ref().map(|plan| plan.value.as_str()),
            url: report.url.as_deref(),
        }
    }
}

impl Blank for InceptionReportEntry<'_> {
    fn is_blank(&self) -> bool {
        self.title.is_blank() && self.action_plan.is_none() && self.url.is_none()
    }
}

/// An institution's part in a commitment.
#[derive(Debug, Serialize, JsonSchema)]
struct InstitutionEntry<'a> {
    #[serde(flatten)]
    term: TermEntry<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<InstitutionRole>,
}

impl<'a> InstitutionEntry<'a> {
    fn of(portal: &'a Portal, involved: &'a InvolvedInstitution) -> Self {
        InstitutionEntry {
            term: TermEntry::of(portal, Taxonomy::Institution, &involved.institution),
            role: involved.lead.map(InstitutionRole::of),
        }
    }
}

/// Whether an institution leads.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
enum InstitutionRole {
    Lead,
    Supporting,
}

impl InstitutionRole {
    fn of(leads: bool) -> Self {
        if leads {
            InstitutionRole::Lead
        } else {
            InstitutionRole::Supporting
        }
    }
}

/// A value of the Open Government Partnership, and why a commitment serves it.
#[derive(Debug, Serialize, JsonSchema)]
struct ValueEntry<'a> {
    #[serde(flatten)]
    term: TermEntry<'a>,
    #[schemars(extend("optional" = true))]
    reason: LocalizedText<'a>,
}

impl<'a> ValueEntry<'a> {
    fn of(portal: &'a Portal, value: &'a ServedValue) -> Self {
        ValueEntry {
            term: TermEntry::of(portal, Taxonomy::Value, &value.value),
            reason: LocalizedText::of(&value.reason),
        }
    }
}

/// The inception review.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
struct InceptionEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    verifiable: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relevance: Option<bool>,
    /// Whether it is new.
    #[schemars(schema_with = "json_schema::novelties")]
    #[serde(skip_serializing_if = "Option::is_none")]
    novelty: Option<&'static str>,
    /// How much it would change; binding is a binding or institutionalized change, positive one that is not.
    #[schemars(schema_with = "json_schema::ambitions")]
    #[serde(skip_serializing_if = "Option::is_none")]
    ambition: Option<&'static str>,
    /// The reviewer's statements.
    #[schemars(extend("optional" = true))]
    statements: Vec<LocalizedText<'a>>,
}

impl<'a> From<&'a InceptionReview> for InceptionEntry<'a> {
    fn from(inception: &'a InceptionReview) -> Self {
        InceptionEntry {
            verifiable: inception.verifiable,
            relevance: inception.relevance,
            novelty: inception.novelty,
            ambition: inception.ambition,
            statements: inception.statements.iter().map(LocalizedText::of).collect(),
        }
    }
}

// It always has its statements, be they none.
never_blank!(InceptionEntry<'_>);

/// A milestone.
#[derive(Debug, Serialize, JsonSchema)]
struct MilestoneEntry<'a> {
    /// Its number in the source.
    number: i64,
    /// What is to be done.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    #[schemars(extend("optional" = false))]
    text: LocalizedText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<IsoDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<IsoDate>,
    #[schemars(schema_with = "json_schema::statuses")]
    status: &'static str,
    /// The portal's own word for that status, where it was given by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    status_word: Option<StatusWordEntry<'a>>,
    /// The office that answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'a str>,
    /// When its status was reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    reported: Option<IsoDate>,
    /// What was reported of it, in the words of whoever reported.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    progress: LocalizedText<'a>,
    /// All that was reported of it, in the order of the source.
    #[schemars(extend("optional" = true))]
    updates: Vec<UpdateEntry<'a>>,
    /// Evidence of the whole milestone; updates have their own.
    #[schemars(extend("optional" = true))]
    evidence: Vec<ProofEntry<'a>>,
}

impl<'a> From<&'a Milestone> for MilestoneEntry<'a> {
    fn from(m: &'a Milestone) -> Self {
        MilestoneEntry {
            number: m.number,
            text: LocalizedText::of(&m.text),
            start: m.start.as_ref().map(|date| IsoDate(date.value)),
            end: m.end.as_ref().map(|date| IsoDate(date.value)),
            status: m.status.code(),
            status_word: m.word.as_deref().map(StatusWordEntry::from),
            owner: m.owner.as_deref(),
            reported: m.reported.map(IsoDate),
            progress: LocalizedText::of(&m.progress),
            updates: entries(&m.updates),
            evidence: entries(&m.evidence),
        }
    }
}

/// A report of how a commitment or a milestone stood. The newest that gives a status is the current one: a month or a
/// year counts as its last day, of two on one day the later in this list is newer, and one without a date is the oldest.
#[derive(Debug, Serialize, JsonSchema)]
struct UpdateEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<IsoDate>,
    /// Left out where the update only tells more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "json_schema::statuses")]
    status: Option<&'static str>,
    /// The portal's own word for that status, where it was given by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    status_word: Option<StatusWordEntry<'a>>,
    /// What was reported, in the words of whoever reported.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    text: LocalizedText<'a>,
    /// Who reported: an office or a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    reported_by: Option<&'a str>,
    #[schemars(extend("optional" = true))]
    evidence: Vec<ProofEntry<'a>>,
}

impl<'a> From<&'a StatusUpdate> for UpdateEntry<'a> {
    fn from(update: &'a StatusUpdate) -> Self {
        let status = update.status.as_ref();
        UpdateEntry {
            date: update.day().map(IsoDate),
            status: status.map(|own| own.status.code()),
            status_word: status
                .and_then(|own| own.word.as_deref())
                .map(StatusWordEntry::from),
            text: LocalizedText::of(&update.text),
            reported_by: update.reported_by.as_deref(),
            evidence: entries(&update.evidence),
        }
    }
}

/// Returns a word as the file has it, where there is one.
fn word_of(word: Option<&StatusWord>) -> Option<StatusWordEntry<'_>> {
    word.map(StatusWordEntry::from)
}

/// A portal's own word for a status.
#[derive(Debug, Serialize, JsonSchema)]
struct StatusWordEntry<'a> {
    code: &'a str,
    /// What readers see.
    label: LocalizedText<'a>,
}

impl<'a> From<&'a StatusWord> for StatusWordEntry<'a> {
    fn from(word: &'a StatusWord) -> Self {
        StatusWordEntry {
            code: &word.code,
            label: LocalizedText::of(&word.labels),
        }
    }
}
