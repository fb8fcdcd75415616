//! A commitment lies within the time of its action plan; of several plans within that of one.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::action_plan::ActionPlan;
use crate::model::commitment::{Commitment, PlanMembership};
use crate::model::portal::Portal;
use crate::source::fields::Spanned;
use crate::text::date::PartialDate;
use std::collections::BTreeMap;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    let plans: BTreeMap<String, &ActionPlan> = (portal.action_plans.iter())
        .map(|plan| (plan.head.id.to_ascii_lowercase(), plan))
        .collect();
    for commitment in &portal.commitments {
        let PlanMembership::Plans(named) = &commitment.action_plans else {
            continue;
        };
        let mut outside = Vec::new();
        for id in named {
            let plan = plans.get(&id.value.to_ascii_lowercase());
            match plan.and_then(|plan| outside_of(portal, commitment, plan)) {
                Some(finding) => outside.push(finding),
                // A plan that is not here, or has no dates, says nothing.
                None => outside.clear(),
            }
            if outside.is_empty() {
                break;
            }
        }
        sink.extend(outside.into_iter().take(1));
    }
}

/// Returns the finding that a commitment begins before, or ends after, a plan.
fn outside_of(portal: &Portal, c: &Commitment, plan: &ActionPlan) -> Option<Diagnostic> {
    let finding = |at: &Spanned<PartialDate>, side: &'static str, limit: PartialDate| {
        Diagnostic::new(&codes::COMMITMENT_OUTSIDE_PLAN)
            .at(c.head.file.place(at.span.clone()))
            .arg("side", side)
            .arg("date", at.value)
            .arg("limit", limit)
            .arg("plan", plan.head.title.text(portal.settings.main()))
    };
    if let (Some(start), Some(limit)) = (&c.start, &plan.start)
        && start.value.last_day() < limit.value.first_day()
    {
        return Some(finding(start, "start", limit.value));
    }
    if let (Some(end), Some(limit)) = (&c.end, &plan.end)
        && end.value.first_day() > limit.value.last_day()
    {
        return Some(finding(end, "end", limit.value));
    }
    None
}
