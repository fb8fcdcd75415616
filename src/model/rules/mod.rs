//! Rules: what is odd in what the pages say. A rule is a file here, a line in [`ON_FACTS`] or [`OTHERS`], and a case under
//! `tests/findings/`. Rules never change anything: the portal publishes what its sources say.

mod alike_institutions;
mod answers;
mod dates;
mod evaluations;
mod evidence;
mod institutions;
mod language;
mod members;
mod milestone_order;
mod milestones;
mod orphans;
mod plain;
mod plan_dates;
mod progress;
mod reasons;
mod references;
mod report_plans;
mod summaries;
mod terms;
mod translations;

use super::portal::Portal;
use crate::cache::Cache;
use crate::diag::Sink;
use rayon::prelude::*;

/// A rule over the whole portal. One that takes long keeps what it found out for the next run.
type PortalRule = fn(&Portal, &Cache, &mut Sink);

/// Rules on what does not fit together. They only compare facts, so that a preview can hold a portal against them at once.
static ON_FACTS: &[PortalRule] = &[
    milestones::check,
    milestone_order::check,
    dates::check,
    plan_dates::check,
    institutions::check,
    alike_institutions::check,
    members::check,
    report_plans::check,
    progress::check,
    answers::check,
    evaluations::check,
    evidence::check,
    translations::check,
];

static OTHERS: &[PortalRule] = &[
    references::check,
    reasons::check,
    orphans::check,
    language::check,
    summaries::check,
    terms::check,
    plain::check,
];

/// Holds the portal against every rule.
pub(crate) fn check(portal: &Portal, cache: &Cache, sink: &mut Sink) {
    contradict(portal, cache, sink);
    hold(OTHERS, portal, cache, sink);
}

/// Holds the portal against the rules on what does not fit together.
pub(crate) fn contradict(portal: &Portal, cache: &Cache, sink: &mut Sink) {
    hold(ON_FACTS, portal, cache, sink);
}

fn hold(rules: &[PortalRule], portal: &Portal, cache: &Cache, sink: &mut Sink) {
    let held: Vec<Sink> = rules
        .par_iter()
        .map(|rule| {
            let mut own = Sink::new();
            rule(portal, cache, &mut own);
            own
        })
        .collect();
    sink.extend(held.into_iter().flat_map(Sink::into_found));
}
