//! Milestones lie within their commitment, and have numbers of their own.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::commitment::{Commitment, Milestone};
use crate::model::portal::Portal;
use crate::source::fields::Spanned;
use crate::text::date::PartialDate;
use std::collections::BTreeSet;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for commitment in &portal.commitments {
        let mut numbers = BTreeSet::new();
        for milestone in &commitment.milestones {
            if !numbers.insert(milestone.number) {
                let place = commitment.head.file.place(milestone.span.clone());
                let finding = Diagnostic::new(&codes::REPEATED_MILESTONE).at(place);
                sink.push(finding.arg("number", milestone.number.to_string()));
            }
            within(commitment, milestone, sink);
        }
    }
}

/// One end of the time that a milestone or a commitment takes.
#[derive(Clone, Copy)]
struct PeriodEnd {
    side: &'static str,
    limit: PartialDate,
}

/// Returns the finding that a milestone begins or ends outside its commitment.
fn outside(
    commitment: &Commitment,
    milestone: &Milestone,
    at: &Spanned<PartialDate>,
    end: PeriodEnd,
) -> Diagnostic {
    Diagnostic::new(&codes::MILESTONE_OUTSIDE_COMMITMENT)
        .at(commitment.head.file.place(at.span.clone()))
        .arg("number", milestone.number.to_string())
        .arg("side", end.side)
        .arg("date", at.value)
        .arg("limit", end.limit)
}

fn within(commitment: &Commitment, milestone: &Milestone, sink: &mut Sink) {
    if let (Some(end), Some(limit)) = (&milestone.end, &commitment.end)
        && end.value.first_day() > limit.value.last_day()
    {
        let limit = PeriodEnd {
            side: "end",
            limit: limit.value,
        };
        sink.push(outside(commitment, milestone, end, limit));
    }
    if let (Some(start), Some(limit)) = (&milestone.start, &commitment.start)
        && start.value.last_day() < limit.value.first_day()
    {
        let limit = PeriodEnd {
            side: "start",
            limit: limit.value,
        };
        sink.push(outside(commitment, milestone, start, limit));
    }
}
