//! Plans and reports belong to the member whose commitment cites them.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::commitment::{Commitment, PlanMembership};
use crate::model::portal::Portal;
use crate::model::term::TermRef;
use crate::model::vocabulary::Taxonomy;
use crate::source::fields::Spanned;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for commitment in &portal.commitments {
        let Some(own) = &commitment.locality else {
            continue;
        };
        plans(portal, commitment, own, sink);
        inception(portal, commitment, own, sink);
        reports(portal, commitment, own, sink);
    }
}

fn name<'a>(portal: &'a Portal, term: &'a TermRef) -> &'a str {
    let found = portal.terms.get(Taxonomy::Locality, &term.id);
    found.map_or(term.id.as_str(), |t| t.name.text(portal.settings.main()))
}

/// Whose a plan is, when it is another's.
fn other<'a>(
    portal: &'a Portal,
    plan: &Spanned<String>,
    own: &TermRef,
) -> Option<(&'a str, &'a TermRef)> {
    let plan = portal
        .action_plans
        .iter()
        .find(|p| p.head.id.eq_ignore_ascii_case(&plan.value))?;
    let locality = plan.locality.as_ref().filter(|l| l.id != own.id)?;
    Some((plan.head.title.text(portal.settings.main()), locality))
}

fn plans(portal: &Portal, commitment: &Commitment, own: &TermRef, sink: &mut Sink) {
    let PlanMembership::Plans(plans) = &commitment.action_plans else {
        return;
    };
    for plan in plans {
        if let Some((title, locality)) = other(portal, plan, own) {
            let finding = Diagnostic::new(&codes::PLAN_OF_OTHER_LOCALITY)
                .at(commitment.head.file.place(plan.span.clone()));
            sink.push(
                finding
                    .arg("plan", title)
                    .arg("other", name(portal, locality))
                    .arg("locality", name(portal, own)),
            );
        }
    }
}

fn inception(portal: &Portal, commitment: &Commitment, own: &TermRef, sink: &mut Sink) {
    let Some(plan) = commitment
        .inception_report
        .as_ref()
        .and_then(|r| r.action_plan.as_ref())
    else {
        return;
    };
    if let Some((_, locality)) = other(portal, plan, own) {
        let place = commitment.head.file.place(plan.span.clone());
        let finding = Diagnostic::new(&codes::INCEPTION_OF_OTHER_MEMBER).at(place);
        sink.push(
            finding
                .arg("other", name(portal, locality))
                .arg("locality", name(portal, own)),
        );
    }
}

fn reports(portal: &Portal, commitment: &Commitment, own: &TermRef, sink: &mut Sink) {
    for report in &portal.reports {
        let about = report.commitment.as_ref();
        if !about.is_some_and(|id| id.value.eq_ignore_ascii_case(&commitment.head.id)) {
            continue;
        }
        let Some(locality) = report.locality.as_ref().filter(|l| l.id != own.id) else {
            continue;
        };
        let place = report.head.file.place(locality.span.clone());
        let finding = Diagnostic::new(&codes::REPORT_OF_OTHER_MEMBER).at(place);
        sink.push(
            finding
                .arg("locality", name(portal, locality))
                .arg("commitment", &commitment.head.id)
                .arg("other", name(portal, own)),
        );
    }
}
