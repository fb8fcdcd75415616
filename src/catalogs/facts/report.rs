//! `reports/ID.json`.

use super::{proof, sections, source, term, without_gaps, words};
use crate::catalogs::extra_json;
use crate::model::Portal;
use crate::model::form::FORM;
use crate::model::report::{FormAnswer, Report};
use crate::model::vocabulary::Taxonomy;
use serde_json::{Value, json};

/// A report's facts, the answers in the order of the form.
pub(super) fn facts(portal: &Portal, r: &Report) -> Value {
    without_gaps(json!({
        "$schema": "../schemas/report.schema.json",
        "id": r.head.id,
        "title": words(&r.head.title),
        "summary": words(&r.head.summary),
        "order": r.head.order,
        "stage": r.stage.map(|stage| stage.code()),
        "date": r.date.map(|d| d.to_string()),
        "commitment": r.commitment.as_ref().map(|id| &id.value),
        "locality": r.locality.as_ref().map(|t| term(portal, Taxonomy::Locality, t)),
        "action_plan": r.action_plan.as_ref().map(|id| &id.value),
        "evaluators": r.evaluators.iter().map(|e| without_gaps(json!({ "name": e.name, "email": e.email }))).collect::<Value>(),
        "contact_withheld": r.contact_withheld,
        "completion": r.completion.as_ref().map(|c| c.value.code()),
        "as_planned": r.as_planned.as_ref().map(|p| p.value.code()),
        "answers": r.answers.iter().filter_map(|a| answer(r, a)).collect::<Value>(),
        "evidence": r.evidence.iter().map(proof).collect::<Value>(),
        "sections": sections(&r.head, |id| FORM.iter().all(|q| q.anchor != id)),
        "extra": extra_json(&r.head.own.extra),
        "comments_published": r.head.comments,
        "updated": r.head.updated.map(|d| d.to_string()),
        "sources": r.head.sources.iter().map(source).collect::<Value>(),
    }))
}

/// An answer; none where nothing was answered.
fn answer(r: &Report, a: &FormAnswer) -> Option<Value> {
    let number = a.question.number;
    let said = match number {
        "1.1" => r.completion.as_ref().map(|c| c.value.code()),
        "1.3" => r.as_planned.as_ref().map(|p| p.value.code()),
        _ => None,
    };
    let is_given =
        said.is_some() || a.yes.is_some() || a.degree.is_some() || !a.evidence.is_empty();
    (is_given || !a.narrative.is_empty()).then(|| {
        without_gaps(json!({
            "question": number,
            "heading": words(&a.heading),
            "said": said,
            "answer": a.yes,
            "degree": a.degree,
            "narrative": words(&a.narrative),
            "evidence": a.evidence.iter().map(proof).collect::<Value>(),
        }))
    })
}
