//! Rules: what is odd in what the pages say. A rule is a file here, a line in [`ALL`], and a case under
//! `tests/findings/`. Rules never change anything: the portal publishes what its sources say.

mod dates;
mod institutions;
mod language;
mod members;
mod milestones;
mod plain;
mod progress;
mod references;
mod summaries;
mod terms;

use super::portal::Portal;
use crate::cache::Cache;
use crate::diag::Sink;
use rayon::prelude::*;

/// A rule over the whole portal. One that takes long keeps what it found out for the next run.
type PortalRule = fn(&Portal, &Cache, &mut Sink);

static ALL: &[PortalRule] = &[
    milestones::check,
    dates::check,
    institutions::check,
    members::check,
    references::check,
    progress::check,
    language::check,
    summaries::check,
    terms::check,
    plain::check,
];

/// Holds the portal against every rule.
pub(crate) fn check(portal: &Portal, cache: &Cache, sink: &mut Sink) {
    let held: Vec<Sink> = ALL
        .par_iter()
        .map(|rule| {
            let mut own = Sink::new();
            rule(portal, cache, &mut own);
            own
        })
        .collect();
    sink.extend(held.into_iter().flat_map(Sink::into_found));
}
