//! An end-of-commitment report: the answers to OGP's form.

use super::commitment::term;
use super::evidence::Proof;
use super::facts::{Facts, PageFiles};
use super::head::Head;
use super::term::{TermRef, Terms};
use super::vocabulary::{AsPlanned, Completion, DEGREES, QUESTIONS, Taxonomy};
use crate::diag::Sink;
use crate::source::fields::{At, Fields};
use crate::source::node::Value;

/// A report. The answers in words are sections of its text: `q1-1`, `q1-2` … `q3`.
#[derive(Debug, Clone)]
pub struct Report {
    /// What every page has.
    pub head: Head,
    /// The commitment evaluated.
    pub commitment: Option<At<String>>,
    /// The member who reports.
    pub locality: Option<TermRef>,
    /// The action plan.
    pub action_plan: Option<At<String>>,
    /// Who evaluated.
    pub evaluators: Vec<Evaluator>,
    /// Whether the source gives contact details that are left out here.
    pub contact_withheld: bool,
    /// Answer 1.1.
    pub completion: Option<At<Completion>>,
    /// Answer 1.3.
    pub as_planned: Option<At<AsPlanned>>,
    /// Answers 2.1.1 to 2.2.
    pub answers: Vec<Answer>,
    /// Published evidence, and the question that it answers.
    pub evidence: Vec<(Option<String>, Proof)>,
}

/// An evaluator. An address is kept only where it was declared public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluator {
    /// The name.
    pub name: String,
    /// The address, where it is public.
    pub email: Option<String>,
}

/// A yes-or-no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The question: `2.1.1` … `2.2`.
    pub question: &'static str,
    /// The answer.
    pub yes: Option<bool>,
    /// The degree of the result.
    pub degree: Option<&'static str>,
}

/// Reads a report's files.
pub fn read(mut facts: Facts<'_>, files: &PageFiles<'_>, terms: &mut Terms, sink: &mut Sink) -> Option<Report> {
    let head = facts.head(files, sink);
    let commitment = facts.main.text("commitment", sink);
    let locality = term(&mut facts, "locality", Taxonomy::Locality, terms, sink);
    let action_plan = facts.main.text("action_plan", sink);
    let (evaluators, dropped) = evaluators(&mut facts, sink);
    let contact_withheld = facts.main.flag("contact_withheld", sink).is_some_and(|f| f.value) || dropped;
    let completion = facts.main.word("completion", Completion::CODES, sink);
    let as_planned = facts.main.word("as_planned", AsPlanned::CODES, sink);
    let answers = facts.main.maps("answers", sink).into_iter().filter_map(|f| answer(f, sink)).collect();
    let mut evidence = Vec::new();
    for mut item in facts.main.maps_or("evidence", "title", sink) {
        let question = item.text("question", sink).map(|question| question.value);
        evidence.extend(Proof::read(&mut item, sink).map(|proof| (question, proof)));
        item.finish(sink);
    }
    let head = facts.finish(head, sink);
    Some(Report {
        head: head?,
        commitment,
        locality,
        action_plan,
        evaluators,
        contact_withheld,
        completion,
        as_planned,
        answers,
        evidence,
    })
}

/// Evaluators by name, and whether an address was given that is not public.
fn evaluators(facts: &mut Facts<'_>, sink: &mut Sink) -> (Vec<Evaluator>, bool) {
    let mut dropped = false;
    let mut evaluators = Vec::new();
    let file = facts.main.file();
    for node in facts.main.list("evaluators") {
        if let Value::Text(name) = &node.value {
            evaluators.push(Evaluator { name: name.trim().to_owned(), email: None });
            continue;
        }
        let Some(mut fields) = Fields::of(file, node, "evaluators", sink) else { continue };
        let name = fields.required("name", sink);
        let email = fields.text("email", sink).map(|e| e.value);
        let public = fields.flag("public", sink).is_some_and(|f| f.value);
        fields.finish(sink);
        dropped |= email.is_some() && !public;
        evaluators.extend(name.map(|n| Evaluator { name: n.value, email: email.filter(|_| public) }));
    }
    (evaluators, dropped)
}

fn answer(mut fields: Fields<'_>, sink: &mut Sink) -> Option<Answer> {
    if fields.node("question").is_none() {
        sink.push(fields.missing("question"));
    }
    let question = fields.word("question", QUESTIONS, sink).map(|q| q.value);
    let yes = fields.flag("answer", sink).map(|f| f.value);
    let degree = fields.word("degree", DEGREES, sink).map(|d| d.value);
    fields.finish(sink);
    Some(Answer { question: question?, yes, degree })
}
