//! A report, and the review at the start, are about a plan that the commitment is in.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::commitment::{Commitment, PlanMembership};
use crate::model::portal::Portal;
use crate::source::fields::Spanned;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for commitment in &portal.commitments {
        let reviewed =
            (commitment.inception_report.as_ref()).and_then(|report| report.action_plan.as_ref());
        if let Some(plan) = reviewed.filter(|plan| contradicts(commitment, plan)) {
            let place = commitment.head.file.place(plan.span.clone());
            sink.push(finding(portal, commitment, plan, place, "inception"));
        }
        for report in portal.reports_on(commitment) {
            if let Some(plan) = (report.action_plan.as_ref()).filter(|p| contradicts(commitment, p))
            {
                let place = report.head.file.place(plan.span.clone());
                sink.push(finding(portal, commitment, plan, place, "report"));
            }
        }
    }
}

/// Whether a commitment says that it is in other plans, or in none.
fn contradicts(commitment: &Commitment, plan: &Spanned<String>) -> bool {
    match &commitment.action_plans {
        PlanMembership::NotReported => false,
        PlanMembership::NotAttached => true,
        PlanMembership::Plans(plans) => {
            !(plans.iter()).any(|own| own.value.eq_ignore_ascii_case(&plan.value))
        }
    }
}

fn finding(
    portal: &Portal,
    commitment: &Commitment,
    plan: &Spanned<String>,
    place: Place,
    what: &'static str,
) -> Diagnostic {
    let named = (portal.action_plans.iter()).find(|p| p.head.id.eq_ignore_ascii_case(&plan.value));
    let title = named.map_or(plan.value.as_str(), |p| {
        p.head.title.text(portal.settings.main())
    });
    let is_in = match commitment.action_plans {
        PlanMembership::NotAttached => "none",
        _ => "other",
    };
    Diagnostic::new(&codes::REPORT_OF_OTHER_PLAN)
        .at(place)
        .arg("what", what)
        .arg("plan", title)
        .arg("commitment", &commitment.head.id)
        .arg("is_in", is_in)
}
