//! What a report says of a whole commitment goes with what its milestones said by then, and so does the commitment's own
//! status. A milestone that nobody reported on says nothing.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::commitment::{Commitment, Milestone};
use crate::model::portal::Portal;
use crate::model::report::Report;
use crate::model::status_update;
use crate::model::vocabulary::{AsPlanned, Completion, Status};
use crate::source::fields::Spanned;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for commitment in &portal.commitments {
        for report in portal.reports_on(commitment) {
            sink.extend(of_report(commitment, report));
        }
        sink.extend(of_status(commitment));
    }
}

/// Returns the finding that a report does not go with the milestones as they stood when it was made.
fn of_report(commitment: &Commitment, report: &Report) -> Option<Diagnostic> {
    let standing = |m: &Milestone| m.status_on(report.made());
    let completion = report.completion.as_ref().map(|said| said.value);
    let odd = || {
        commitment
            .milestones
            .iter()
            .find(|m| is_undone(standing(m)))
    };
    if completion == Some(Completion::Complete) {
        let place = place_of(report, report.completion.as_ref());
        return odd().map(|m| finding(place, "complete", m, standing(m), commitment));
    }
    let as_planned = report.as_planned.as_ref();
    if as_planned.is_some_and(|said| said.value == AsPlanned::All)
        && let Some(milestone) = odd()
    {
        let (place, status) = (place_of(report, as_planned), standing(milestone));
        return Some(finding(place, "as-planned", milestone, status, commitment));
    }
    let is_little = matches!(
        completion,
        Some(Completion::NotStarted | Completion::Limited)
    );
    let last = commitment.milestones.last()?;
    let all = commitment
        .milestones
        .iter()
        .all(|m| standing(m) == Status::Finished);
    let place = place_of(report, report.completion.as_ref());
    (is_little && all).then(|| finding(place, "little", last, Status::Finished, commitment))
}

/// Returns where a report says something.
fn place_of<T>(report: &Report, said: Option<&Spanned<T>>) -> Option<Place> {
    said.map(|said| report.head.file.place(said.span.clone()))
}

/// Returns the finding that a commitment is said to be finished while a milestone is not.
fn of_status(commitment: &Commitment) -> Option<Diagnostic> {
    if commitment.own_status != Some(Status::Finished) {
        return None;
    }
    let newest = status_update::current(&commitment.updates)?;
    let odd = commitment.milestones.iter().find(|m| is_undone(m.status))?;
    let place = commitment.head.file.place(newest.span.clone());
    Some(finding(Some(place), "status", odd, odd.status, commitment))
}

/// Whether something was reported, and not that all is done.
fn is_undone(status: Status) -> bool {
    !matches!(status, Status::Finished | Status::NotReported)
}

fn finding(
    place: Option<Place>,
    what: &'static str,
    milestone: &Milestone,
    status: Status,
    commitment: &Commitment,
) -> Diagnostic {
    let place = place.unwrap_or_else(|| commitment.head.file.place(milestone.span.clone()));
    Diagnostic::new(&codes::EVALUATION_AGAINST_MILESTONES)
        .at(place)
        .arg("what", what)
        .arg("number", milestone.number.to_string())
        .arg("status", status.code())
        .arg("commitment", &commitment.head.id)
}
