//! The facts of commitments and reports for programs: `commitments/ID.json` and `reports/ID.json`, in every language at once.

mod report;

use crate::diag::Fatal;
use crate::model::Portal;
use crate::model::commitment::{Commitment, Milestone, PlanMembership};
use crate::model::evaluation::Evaluation;
use crate::model::evidence::Proof;
use crate::model::form::FORM;
use crate::model::head::{CitedSource, Head};
use crate::model::term::TermRef;
use crate::model::vocabulary::Taxonomy;
use crate::pages::address;
use crate::stage::Staging;
use crate::text::words::Words;
use rayon::prelude::*;
use serde_json::{Map, Value, json};

/// Writes each commitment's and each report's file.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn write(portal: &Portal, staging: &Staging) -> Result<(), Fatal> {
    let write = |address: String, facts: Value| {
        let path = address.replace(".html", ".json");
        staging
            .write(&path, format!("{facts:#}\n").as_bytes())
            .map(drop)
    };
    portal
        .commitments
        .par_iter()
        .try_for_each(|c| write(address::commitment(&c.head.id), commitment(portal, c)))?;
    portal
        .reports
        .par_iter()
        .try_for_each(|r| write(address::report(&r.head.id), report::facts(portal, r)))
}

/// A commitment's facts. A fact that the source does not give is left out; words are maps from language to text.
fn commitment(portal: &Portal, c: &Commitment) -> Value {
    let refs = |taxonomy, terms: &[&TermRef]| -> Value {
        terms.iter().map(|t| term(portal, taxonomy, t)).collect()
    };
    let value = json!({
        "$schema": "../schemas/commitment.schema.json",
        "id": c.head.id,
        "title": words(&c.head.title),
        "summary": words(&c.head.summary),
        "order": c.head.order,
        "status": c.status().code(),
        "evaluation": portal.evaluation(c).map(|e| evaluation(&e)),
        "locality": c.locality.as_ref().map(|t| term(portal, Taxonomy::Locality, t)),
        "action_plans": match &c.action_plans {
            PlanMembership::NotReported => Value::Null,
            PlanMembership::NotAttached => json!([]),
            PlanMembership::Plans(plans) => plans.iter().map(|p| json!(p.value)).collect(),
        },
        "inception_report": c.inception_report.as_ref().map(|r| without_gaps(json!({
            "title": words(&r.title), "action_plan": r.action_plan.as_ref().map(|p| &p.value), "url": r.url,
        }))),
        "start": c.start.as_ref().map(|d| d.value.to_string()),
        "end": c.end.as_ref().map(|d| d.value.to_string()),
        "institutions": c.institutions.iter().map(|i| {
            let mut institution = term(portal, Taxonomy::Institution, &i.institution);
            if let Some(lead) = i.lead {
                institution["role"] = json!(if lead { "lead" } else { "supporting" });
            }
            institution
        }).collect::<Value>(),
        "policy_areas": refs(Taxonomy::PolicyArea, &c.policy_areas.iter().collect::<Vec<_>>()),
        "sector": c.sector.as_ref().map(|t| term(portal, Taxonomy::Sector, t)),
        "values": c.values.iter().map(|v| {
            let mut value = term(portal, Taxonomy::Value, &v.value);
            value["reason"] = words(&v.reason);
            value
        }).collect::<Value>(),
        "inception": c.inception.as_ref().map(|i| without_gaps(json!({
            "verifiable": i.verifiable, "relevance": i.relevance, "novelty": i.novelty, "ambition": i.ambition,
            "statements": i.statements.iter().map(words).collect::<Value>(),
        }))),
        "text": section(&c.head, ""),
        "sections": sections(&c.head, |_| true),
        "headings": headings(&c.head),
        "milestones": c.milestones.iter().map(milestone).collect::<Value>(),
        "reports": portal.report_ids(c).into_iter().collect::<Value>(),
        "datasets": c.datasets.iter().map(|d| json!(d.value)).collect::<Value>(),
        "related": c.related.iter().map(|r| json!(r.value)).collect::<Value>(),
        "extra": crate::catalogs::extra_json(&c.head.own.extra),
        "comments_published": c.head.comments,
        "updated": c.head.updated.map(|d| d.to_string()),
        "sources": c.head.sources.iter().map(source).collect::<Value>(),
    });
    without_gaps(value)
}

/// What reports say of a commitment as a whole: each fact is the newest report's that gives it, and names that report.
fn evaluation(evaluation: &Evaluation<'_>) -> Value {
    let [completion, as_planned] = [
        evaluation
            .completion()
            .map(|told| (told.value.code(), told.report)),
        evaluation
            .as_planned()
            .map(|told| (told.value.code(), told.report)),
    ];
    let opened = FORM.iter().filter_map(|q| {
        let told = evaluation.answer(q.number)?;
        Some(without_gaps(json!({
            "question": q.number,
            "opened": q.opens,
            "answer": told.value.yes,
            "degree": told.value.degree,
            "report": told.report.head.id,
        })))
    });
    without_gaps(json!({
        "report": evaluation.newest().head.id,
        "completion": completion.map(|(code, _)| code),
        "completion_report": completion.map(|(_, report)| &report.head.id),
        "as_planned": as_planned.map(|(code, _)| code),
        "as_planned_report": as_planned.map(|(_, report)| &report.head.id),
        "answers": opened.collect::<Value>(),
    }))
}

fn milestone(m: &Milestone) -> Value {
    without_gaps(json!({
        "number": m.number,
        "text": words(&m.text),
        "start": m.start.as_ref().map(|d| d.value.to_string()),
        "end": m.end.as_ref().map(|d| d.value.to_string()),
        "status": m.status.code(),
        "owner": m.owner,
        "reported": m.reported.map(|d| d.to_string()),
        "evidence": m.evidence.iter().map(proof).collect::<Value>(),
    }))
}

fn proof(proof: &Proof) -> Value {
    without_gaps(json!({
        "title": proof.title,
        "url": proof.url.as_ref().map(|url| &url.value),
        "date": proof.date.map(|date| date.to_string()),
    }))
}

fn source(source: &CitedSource) -> Value {
    without_gaps(json!({
        "title": words(&source.title), "url": source.address(), "date": source.date.map(|d| d.to_string()),
    }))
}

fn term(portal: &Portal, taxonomy: Taxonomy, term: &TermRef) -> Value {
    let name = portal.terms.get(taxonomy, &term.id).map(|t| words(&t.name));
    json!({ "id": term.id, "name": name })
}

/// The sections that `wanted` asks for by their identifiers, in the order in which they first occur.
fn sections(head: &Head, wanted: impl Fn(&str) -> bool) -> Map<String, Value> {
    let mut ids: Vec<&str> = Vec::new();
    for section in head.body.values().flat_map(|body| &body.sections) {
        if !section.id.is_empty() && !ids.contains(&&*section.id) && wanted(&section.id) {
            ids.push(&section.id);
        }
    }
    ids.into_iter()
        .map(|id| (id.to_owned(), section(head, id)))
        .collect()
}

/// Returns the authors' headings by section and language: known sections have other ones in other portals.
fn headings(head: &Head) -> Value {
    let mut all: Map<String, Value> = Map::new();
    for (lang, body) in head.body.iter() {
        for section in body
            .sections
            .iter()
            .filter(|section| !section.id.is_empty())
        {
            let Some(heading) = &section.heading else {
                continue;
            };
            let of = all.entry(section.id.clone()).or_insert_with(|| json!({}));
            of[lang.tag()] = json!(heading);
        }
    }
    Value::Object(all)
}

/// A section's Markdown by language; that of `""` is before the first heading.
fn section(head: &Head, id: &str) -> Value {
    let given = head.body.iter().filter_map(|(lang, body)| {
        Some((
            lang.tag().to_owned(),
            json!(body.section(id)?.markdown.trim()),
        ))
    });
    Value::Object(given.collect())
}

fn words(words: &Words) -> Value {
    Value::Object(
        words
            .sorted()
            .into_iter()
            .map(|(lang, text)| (lang.tag().to_owned(), json!(text)))
            .collect(),
    )
}

/// Leaves out what is not known.
fn without_gaps(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let empty = |v: &Value| v.is_null() || v.as_object().is_some_and(Map::is_empty);
            Value::Object(map.into_iter().filter(|(_, v)| !empty(v)).collect())
        }
        other => other,
    }
}
