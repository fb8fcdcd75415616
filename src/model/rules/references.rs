//! What a page refers to is in the portal.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::Portal;
use crate::model::commitment::ActionPlans;
use crate::model::head::Head;
use crate::model::left_out::What;
use crate::source::fields::At;
use crate::text::near::nearest;

pub fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    let known = Known::of(portal);
    for c in &portal.commitments {
        if let ActionPlans::Plans(plans) = &c.action_plans {
            all(&c.head, plans, "action-plan", &known.plans, sink);
        }
        let plan = c.inception_report.as_ref().and_then(|r| r.action_plan.as_ref());
        all(&c.head, plan, "action-plan", &known.plans, sink);
        all(&c.head, &c.datasets, "dataset", &known.datasets, sink);
        all(&c.head, &c.related, "commitment", &known.commitments, sink);
        for id in c.reports.iter().filter(|id| !has(&known.reports, &id.value)) {
            let place = c.head.file.place(id.span.clone());
            sink.push(Diagnostic::new(&codes::REPORT_ABSENT).at(place).arg("id", &id.value));
        }
    }
    for r in &portal.reports {
        all(&r.head, &r.commitment, "commitment", &known.commitments, sink);
        all(&r.head, &r.action_plan, "action-plan", &known.plans, sink);
    }
    for d in &portal.datasets {
        all(&d.head, &d.series, "series", &known.series, sink);
    }
    for service in &portal.settings.services {
        for id in service.datasets.iter().filter(|id| !has(&known.datasets, &id.text)) {
            sink.push(absent(&id.text, id.place.clone(), "dataset", &known.datasets));
        }
    }
    for i in &portal.initiatives {
        all(&i.head, &i.commitments, "commitment", &known.commitments, sink);
        all(&i.head, &i.datasets, "dataset", &known.datasets, sink);
    }
}

struct Known<'a> {
    commitments: Vec<&'a str>,
    plans: Vec<&'a str>,
    reports: Vec<&'a str>,
    datasets: Vec<&'a str>,
    series: Vec<&'a str>,
}

impl<'a> Known<'a> {
    fn of(portal: &'a Portal) -> Self {
        // What was left out for its own faults is not absent.
        let left_out = |what: What| portal.left_out.iter().filter(move |one| one.what == what).map(|one| &*one.id);
        let ids = |heads: Vec<&'a Head>, what| sorted(heads.iter().map(|h| &*h.id).chain(left_out(what)).collect());
        Known {
            commitments: ids(portal.commitments.iter().map(|c| &c.head).collect(), What::Commitment),
            plans: ids(portal.action_plans.iter().map(|p| &p.head).collect(), What::ActionPlan),
            reports: ids(portal.reports.iter().map(|r| &r.head).collect(), What::Report),
            datasets: ids(portal.datasets.iter().map(|d| &d.head).collect(), What::Dataset),
            series: sorted(portal.settings.series.iter().map(|s| s.id.as_str()).collect()),
        }
    }
}

/// Identifiers in an order that lets one be found by halving.
fn sorted(mut ids: Vec<&str>) -> Vec<&str> {
    ids.sort_by_key(|id| id.to_ascii_lowercase());
    ids
}

fn has(known: &[&str], id: &str) -> bool {
    known.binary_search_by_key(&id.to_ascii_lowercase(), |k| k.to_ascii_lowercase()).is_ok()
}

fn all<'a>(
    head: &Head,
    references: impl IntoIterator<Item = &'a At<String>>,
    what: &'static str,
    known: &[&str],
    sink: &mut Sink,
) {
    for id in references.into_iter().filter(|id| !has(known, &id.value)) {
        sink.push(absent(&id.value, head.file.place(id.span.clone()), what, known));
    }
}

fn absent(id: &str, place: Place, what: &'static str, known: &[&str]) -> Diagnostic {
    let near = nearest(id, known.iter().copied()).unwrap_or("none");
    let finding = Diagnostic::new(&codes::REFERENCE_ABSENT).at(place);
    finding.arg("what", what).arg("id", id).arg("near", near)
}
