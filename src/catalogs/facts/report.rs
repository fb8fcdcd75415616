//! `reports/ID.json`.

use super::contradiction::ContradictionEntry;
use super::{ProofEntry, SectionTexts, TermEntry};
use crate::catalogs::{
    Blank, IsoDate, LocalizedText, OwnFactsEntry, PublishedSchema, SourceEntry, entries,
    json_schema, schema_of,
};
use crate::model::Portal;
use crate::model::form::FORM;
use crate::model::report::{Evaluator, FormAnswer, Report};
use crate::model::vocabulary::Taxonomy;
use schemars::JsonSchema;
use serde::Serialize;

/// The schema of a report's file.
pub(in crate::catalogs) const SCHEMA: PublishedSchema = PublishedSchema {
    path: "schemas/report.schema.json",
    draw: schema_of::<ReportFile>,
};

/// The way from a report's file to its JSON Schema.
const SCHEMA_PATH: &str = "../schemas/report.schema.json";

/// A report's facts and answers, as the source gives them. A fact that the source does not give is left out. Keys may be
/// added in later versions: pass over those you do not know.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "reports/ID.json")]
pub(super) struct ReportFile<'a> {
    /// Where this schema stands.
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// This portal's own.
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
    /// When in the commitment's time it was made.
    #[schemars(schema_with = "json_schema::stages")]
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'static str>,
    /// When it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<IsoDate>,
    /// Identifier of the commitment that it evaluates.
    #[serde(skip_serializing_if = "Option::is_none")]
    commitment: Option<&'a str>,
    /// The member who reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    locality: Option<TermEntry<'a>>,
    /// Identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    action_plan: Option<&'a str>,
    evaluators: Vec<EvaluatorEntry<'a>>,
    /// Whether the source gives contact details that are left out here.
    contact_withheld: bool,
    /// Answer 1.1: how far the commitment had come.
    #[schemars(schema_with = "json_schema::completions")]
    #[serde(skip_serializing_if = "Option::is_none")]
    completion: Option<&'static str>,
    /// Answer 1.3: how many milestones were implemented as planned.
    #[schemars(schema_with = "json_schema::as_planned")]
    #[serde(skip_serializing_if = "Option::is_none")]
    as_planned: Option<&'static str>,
    /// In the order of the form; a question without an answer is left out.
    answers: Vec<AnswerEntry<'a>>,
    /// Published evidence that answers no question in particular.
    #[schemars(extend("optional" = true))]
    evidence: Vec<ProofEntry<'a>>,
    /// Markdown of the other sections, by section and language.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    sections: SectionTexts<'a>,
    /// What does not fit together in its facts, as readers are told.
    #[schemars(extend("optional" = true))]
    contradictions: Vec<ContradictionEntry<'a>>,
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

impl<'a> ReportFile<'a> {
    pub(super) fn of(portal: &'a Portal, r: &'a Report) -> Self {
        let answers = r.answers.iter();
        ReportFile {
            schema: SCHEMA_PATH,
            id: &r.head.id,
            title: LocalizedText::of(&r.head.title),
            summary: LocalizedText::of(&r.head.summary),
            order: r.head.order,
            stage: r.stage.map(|stage| stage.code()),
            date: r.date.map(IsoDate),
            commitment: r.commitment.as_ref().map(|id| id.value.as_str()),
            locality: (r.locality.as_ref())
                .map(|term| TermEntry::of(portal, Taxonomy::Locality, term)),
            action_plan: r.action_plan.as_ref().map(|id| id.value.as_str()),
            evaluators: entries(&r.evaluators),
            contact_withheld: r.contact_withheld,
            completion: r.completion.as_ref().map(|c| c.value.code()),
            as_planned: r.as_planned.as_ref().map(|p| p.value.code()),
            answers: answers.filter_map(|a| AnswerEntry::of(r, a)).collect(),
            evidence: entries(&r.evidence),
            sections: SectionTexts::of(&r.head, is_no_question),
            contradictions: ContradictionEntry::all(portal, &r.head.file.path),
            extra: OwnFactsEntry(&r.head.own.extra),
            comments_published: r.head.comments,
            updated: r.head.updated.map(IsoDate),
            sources: entries(&r.head.sources),
        }
    }
}

/// Returns whether a section answers no question of the form.
fn is_no_question(section: &str) -> bool {
    FORM.iter().all(|question| question.anchor != section)
}

/// Who evaluated.
#[derive(Debug, Serialize, JsonSchema)]
struct EvaluatorEntry<'a> {
    name: &'a str,
    /// Only where it was declared public.
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
}

impl<'a> From<&'a Evaluator> for EvaluatorEntry<'a> {
    fn from(evaluator: &'a Evaluator) -> Self {
        EvaluatorEntry {
            name: &evaluator.name,
            email: evaluator.email.as_deref(),
        }
    }
}

/// The answer to a question of the form.
#[derive(Debug, Serialize, JsonSchema)]
struct AnswerEntry<'a> {
    /// 1.1 overall progress; 1.2 external or internal factors; 1.3 implemented as originally planned; 2.1.1 information;
    /// 2.1.2 participation; 2.1.3 accountability; 2.2 the problem; 3 lessons.
    #[schemars(schema_with = "json_schema::questions")]
    question: &'static str,
    /// The question in the author's words.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    heading: LocalizedText<'a>,
    /// In 1.1 the completion, in 1.3 what was implemented as planned.
    #[schemars(schema_with = "json_schema::answer_codes")]
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<bool>,
    #[schemars(schema_with = "json_schema::degrees")]
    #[serde(skip_serializing_if = "Option::is_none")]
    degree: Option<&'static str>,
    /// The answer in words, as Markdown.
    #[serde(skip_serializing_if = "Blank::is_blank")]
    narrative: LocalizedText<'a>,
    #[schemars(extend("optional" = true))]
    evidence: Vec<ProofEntry<'a>>,
}

impl<'a> AnswerEntry<'a> {
    /// Draws an answer; none where nothing was answered.
    fn of(r: &Report, a: &'a FormAnswer) -> Option<Self> {
        let said = match a.question.number {
            "1.1" => r.completion.as_ref().map(|c| c.value.code()),
            "1.3" => r.as_planned.as_ref().map(|p| p.value.code()),
            _ => None,
        };
        let is_given =
            said.is_some() || a.yes.is_some() || a.degree.is_some() || !a.evidence.is_empty();
        (is_given || !a.narrative.is_empty()).then(|| AnswerEntry {
            question: a.question.number,
            heading: LocalizedText::of(&a.heading),
            said,
            answer: a.yes,
            degree: a.degree_code(),
            narrative: LocalizedText::of(&a.narrative),
            evidence: entries(&a.evidence),
        })
    }
}
