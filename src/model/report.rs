//! An end-of-commitment report: the answers to OGP's form.

use super::body::{BodySection, known_id};
use super::commitment::term;
use super::evidence::Proof;
use super::facts::{PageFacts, PageFiles};
use super::form::{FORM, FormQuestion, part_of_heading};
use super::head::Head;
use super::term::{TermRef, Terms};
use super::vocabulary::{AsPlanned, Completion, DEGREES, ReportStage, Taxonomy};
use crate::diag::Sink;
use crate::source::fields::{Fields, Spanned};
use crate::source::node::FactValue;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;

/// A report. The answers in words are sections of its text, whose identifiers are the anchors of [`FORM`].
#[derive(Debug, Clone)]
pub struct Report {
    /// What every page has.
    pub(crate) head: Head,
    pub(crate) commitment: Option<Spanned<String>>,
    /// The member who reports.
    pub(crate) locality: Option<TermRef>,
    pub(crate) action_plan: Option<Spanned<String>>,
    /// When in the commitment's time it was made.
    pub(crate) stage: Option<ReportStage>,
    /// When it was made.
    pub(crate) date: Option<PartialDate>,
    pub(crate) evaluators: Vec<Evaluator>,
    /// Whether the source gives contact details that are left out here.
    pub(crate) contact_withheld: bool,
    /// Answer 1.1.
    pub(crate) completion: Option<Spanned<Completion>>,
    /// Answer 1.3.
    pub(crate) as_planned: Option<Spanned<AsPlanned>>,
    /// The answer to each question of the form, in its order.
    pub(crate) answers: Vec<FormAnswer>,
    /// Published evidence that answers no question in particular.
    pub(crate) evidence: Vec<Proof>,
}

/// An evaluator. An address is kept only where it was declared public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Evaluator {
    pub(crate) name: String,
    /// The address, where it is public.
    pub(crate) email: Option<String>,
}

/// The answer to a question. What the source does not give is none or empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormAnswer {
    pub(crate) question: &'static FormQuestion,
    /// Yes or no, where the form asks for that.
    pub(crate) yes: Option<bool>,
    /// The degree of the result.
    pub(crate) degree: Option<Spanned<&'static str>>,
    /// The question in the author's own words, without its number.
    pub(crate) heading: Words,
    /// The answer in words, as Markdown.
    pub(crate) narrative: Words,
    pub(crate) evidence: Vec<Proof>,
}

impl FormAnswer {
    /// The code of the degree of the result.
    pub(crate) fn degree_code(&self) -> Option<&'static str> {
        self.degree.as_ref().map(|degree| degree.value)
    }

    /// The answer to a question of which nothing is known yet.
    fn none(question: &'static FormQuestion) -> FormAnswer {
        let (heading, narrative) = (Words::default(), Words::default());
        FormAnswer {
            question,
            yes: None,
            degree: None,
            heading,
            narrative,
            evidence: Vec::new(),
        }
    }
}

impl Report {
    /// The answer to the question of this number.
    pub(crate) fn answer(&self, number: &str) -> Option<&FormAnswer> {
        self.answers.iter().find(|a| a.question.number == number)
    }

    /// All published evidence, that of its answers first.
    pub(crate) fn proofs(&self) -> impl Iterator<Item = &Proof> {
        self.answers
            .iter()
            .flat_map(|a| &a.evidence)
            .chain(&self.evidence)
    }

    /// When it was made, as far as that is known: its own date, else that of its last change.
    pub(crate) fn made(&self) -> Option<PartialDate> {
        self.date.or(self.head.updated)
    }
}

/// Parses the facts of a report, with what its translations give.
pub(crate) fn read(
    mut facts: PageFacts<'_>,
    files: &PageFiles<'_>,
    terms: &mut Terms,
    sink: &mut Sink,
) -> Option<Report> {
    let head = facts.head(files, sink);
    let commitment = facts.main.text("commitment", sink);
    let locality = term(&mut facts, "locality", Taxonomy::Locality, terms, sink);
    let action_plan = facts.main.text("action_plan", sink);
    let stage = facts
        .main
        .word("stage", ReportStage::CODES, sink)
        .map(|s| s.value);
    let date = facts.main.date("date", sink).map(|d| d.value);
    let (evaluators, dropped) = evaluators(&mut facts, sink);
    let contact_withheld = facts
        .main
        .flag("contact_withheld", sink)
        .is_some_and(|f| f.value)
        || dropped;
    let completion = facts.main.word("completion", Completion::CODES, sink);
    let as_planned = facts.main.word("as_planned", AsPlanned::CODES, sink);
    let mut answers: Vec<FormAnswer> = FORM.iter().map(FormAnswer::none).collect();
    read_answers(&mut facts, &mut answers, sink);
    let evidence = read_evidence(&mut facts, &mut answers, sink);
    let main = facts.lang.clone();
    let mut head = facts.finish(head, sink)?;
    name_sections(&mut head);
    answers
        .iter_mut()
        .for_each(|answer| answer.read_text(&head, &main));
    Some(Report {
        head,
        commitment,
        locality,
        action_plan,
        stage,
        date,
        evaluators,
        contact_withheld,
        completion,
        as_planned,
        answers,
        evidence,
    })
}

/// Gives each section that answers a question the identifier of that question, unless its author gave it one. The form's
/// own headings of its parts, which the page has anyway, are no sections.
fn name_sections(head: &mut Head) {
    for body in head.body.values_mut() {
        body.cut_below(|heading| FormQuestion::of_heading(heading).is_some());
        for at in 0..body.sections.len() {
            let Some(anchor) = answered(&body.sections[at]) else {
                continue;
            };
            if body.section(anchor).is_none() {
                anchor.clone_into(&mut body.sections[at].id);
            }
        }
        body.sections.retain(|s| {
            !s.markdown.trim().is_empty()
                || s.heading.as_deref().and_then(part_of_heading).is_none()
        });
    }
}

/// The anchor of the question that a section answers. The last part of the form is its last question.
fn answered(section: &BodySection) -> Option<&'static str> {
    let heading = section
        .heading
        .as_deref()
        .filter(|h| section.id == known_id(h))?;
    let part = part_of_heading(heading);
    if part.is_some() && section.markdown.trim().is_empty() {
        return None;
    }
    FormQuestion::of_heading(heading)
        .or_else(|| FORM.last().filter(|_| part == Some("form-3")))
        .map(|q| q.anchor)
}

impl FormAnswer {
    /// Parses the question and its answer in words from the sections of each language, the main one first.
    fn read_text(&mut self, head: &Head, main: &Lang) {
        let mut bodies: Vec<_> = head.body.iter().collect();
        bodies.sort_by_key(|(lang, _)| *lang != main);
        for (lang, body) in bodies {
            let Some(section) = body.section(self.question.anchor) else {
                continue;
            };
            let words = section.heading.as_deref().and_then(FormQuestion::words);
            self.heading.extend(lang.clone(), words.map(str::to_owned));
            let text = Some(section.markdown.trim()).filter(|text| !text.is_empty());
            self.narrative.extend(lang.clone(), text.map(str::to_owned));
        }
    }
}

/// Evaluators by name, and whether an address was given that is not public.
fn evaluators(facts: &mut PageFacts<'_>, sink: &mut Sink) -> (Vec<Evaluator>, bool) {
    let mut dropped = false;
    let mut evaluators = Vec::new();
    let file = facts.main.file();
    for node in facts.main.list("evaluators") {
        if let FactValue::Text(name) = &node.value {
            evaluators.push(Evaluator {
                name: name.trim().to_owned(),
                email: None,
            });
            continue;
        }
        let Some(mut fields) = Fields::of(file, node, "evaluators", sink) else {
            continue;
        };
        let name = fields.required("name", sink);
        let email = fields.text("email", sink).map(|e| e.value);
        let public = fields.flag("public", sink).is_some_and(|f| f.value);
        fields.finish(sink);
        dropped |= email.is_some() && !public;
        evaluators.extend(name.map(|n| Evaluator {
            name: n.value,
            email: email.filter(|_| public),
        }));
    }
    (evaluators, dropped)
}

/// Questions as words of a closed list, by their numbers.
fn questions(wanted: impl Fn(&FormQuestion) -> bool) -> Vec<(&'static str, &'static FormQuestion)> {
    FORM.iter()
        .filter(|q| wanted(q))
        .map(|q| (q.number, q))
        .collect()
}

fn read_answers(facts: &mut PageFacts<'_>, answers: &mut [FormAnswer], sink: &mut Sink) {
    let known = questions(|q| q.opens.is_some());
    for mut fields in facts.main.maps("answers", sink) {
        if fields.node("question").is_none() {
            sink.push(fields.missing("question"));
        }
        let question = fields.word("question", &known, sink).map(|q| q.value);
        let yes = fields.flag("answer", sink).map(|f| f.value);
        let degree = fields.word("degree", DEGREES, sink);
        fields.finish(sink);
        if let Some(answer) = answers.iter_mut().find(|a| Some(a.question) == question) {
            (answer.yes, answer.degree) = (yes, degree);
        }
    }
}

/// Parses evidence into the answers that it belongs to. Returns what belongs to none.
fn read_evidence(
    facts: &mut PageFacts<'_>,
    answers: &mut [FormAnswer],
    sink: &mut Sink,
) -> Vec<Proof> {
    let known = questions(|_| true);
    let mut others = Vec::new();
    for mut fields in facts.main.maps_or("evidence", "title", sink) {
        let question = fields.word("question", &known, sink).map(|q| q.value);
        let proof = Proof::read(&mut fields, sink);
        fields.finish(sink);
        match answers.iter_mut().find(|a| Some(a.question) == question) {
            Some(answer) => answer.evidence.extend(proof),
            None => others.extend(proof),
        }
    }
    others
}
