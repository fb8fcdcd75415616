//! A report is about a commitment, an action plan holds one, and what has a page of its own is named by some other page.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::head::Head;
use crate::model::portal::Portal;
use crate::model::report::Report;
use crate::model::rules::terms;
use crate::model::vocabulary::Taxonomy;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for report in &portal.reports {
        if report.commitment.is_none() && !is_cited(portal, report) {
            sink.push(orphan(&report.head, "report"));
        }
    }
    for plan in &portal.action_plans {
        if portal.commitments_of_plan(plan).next().is_none() {
            sink.push(orphan(&plan.head, "action-plan"));
        }
    }
    let named = terms::named_ids(portal);
    for taxonomy in [Taxonomy::Institution, Taxonomy::Locality] {
        for term in portal.terms.of(taxonomy) {
            let head = term.head.as_ref();
            let alone = head.filter(|_| !named.contains(&(taxonomy, term.id.as_str())));
            sink.extend(alone.map(|head| orphan(head, terms::what(taxonomy))));
        }
    }
}

/// Whether a commitment cites a report.
fn is_cited(portal: &Portal, report: &Report) -> bool {
    let id = &report.head.id;
    let cited = portal.commitments.iter().flat_map(|c| &c.reports);
    cited
        .into_iter()
        .any(|own| own.value.eq_ignore_ascii_case(id))
}

fn orphan(head: &Head, what: &'static str) -> Diagnostic {
    let first_line = 0..head.file.text.lines().next().map_or(0, str::len);
    Diagnostic::new(&codes::ORPHAN)
        .at(head.file.place(first_line))
        .arg("what", what)
}
