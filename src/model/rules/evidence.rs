//! What is finished has published evidence. A commitment whose status is its own has some if a milestone or a report does.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::commitment::Commitment;
use crate::model::portal::Portal;
use crate::model::report::Report;
use crate::model::vocabulary::{AsPlanned, Completion, Status};
use crate::source::fields::Spanned;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for commitment in &portal.commitments {
        check_commitment(portal, commitment, sink);
    }
    for report in &portal.reports {
        check_report(report, sink);
    }
}

fn check_commitment(portal: &Portal, c: &Commitment, sink: &mut Sink) {
    let unproved = c.milestones.iter().filter(|milestone| {
        milestone.status == Status::Finished && milestone.proofs().next().is_none()
    });
    for milestone in unproved {
        let finding = Diagnostic::new(&codes::FINISHED_WITHOUT_EVIDENCE)
            .at(c.head.file.place(milestone.span.clone()));
        let number = milestone.number.to_string();
        sink.push(finding.arg("what", "milestone").arg("number", number));
    }
    let is_proved = c.all_proofs().next().is_some()
        || portal
            .reports_on(c)
            .any(|report| report.proofs().next().is_some());
    if c.own_status != Some(Status::Finished) || is_proved {
        return;
    }
    let newest = crate::model::status_update::current(&c.updates);
    let span = newest.map_or(0..0, |update| update.span.clone());
    let finding = Diagnostic::new(&codes::FINISHED_WITHOUT_EVIDENCE).at(c.head.file.place(span));
    sink.push(finding.arg("what", "commitment").arg("number", ""));
}

/// Tells a report that finds everything complete, or done as planned, and gives no evidence of anything.
fn check_report(report: &Report, sink: &mut Sink) {
    if report.proofs().next().is_some() {
        return;
    }
    let complete = report.completion.as_ref();
    let complete = complete.filter(|said| said.value == Completion::Complete);
    let planned = report.as_planned.as_ref();
    let planned = planned.filter(|said| said.value == AsPlanned::All);
    let said = complete
        .map(|said| ("complete", span_of(said)))
        .or_else(|| planned.map(|said| ("as-planned", span_of(said))));
    if let Some((what, span)) = said {
        let place = report.head.file.place(span);
        let finding = Diagnostic::new(&codes::COMPLETE_WITHOUT_EVIDENCE).at(place);
        sink.push(finding.arg("what", what));
    }
}

fn span_of<T>(said: &Spanned<T>) -> std::ops::Range<usize> {
    said.span.clone()
}
