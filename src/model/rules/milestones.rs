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

fn within(commitment: &Commitment, milestone: &Milestone, sink: &mut Sink) {
    let outside = |at: &Spanned<PartialDate>, side: &'static str, limit: PartialDate| {
        Diagnostic::new(&codes::MILESTONE_OUTSIDE_COMMITMENT)
            .at(commitment.head.file.place(at.span.clone()))
            .arg("number", milestone.number.to_string())
            .arg("side", side)
            .arg("date", at.value)
            .arg("limit", limit)
    };
    if let (Some(end), Some(limit)) = (&milestone.end, &commitment.end)
        && end.value.first_day() > limit.value.last_day()
    {
        sink.push(outside(end, "end", limit.value));
    }
    if let (Some(start), Some(limit)) = (&milestone.start, &commitment.start)
        && start.value.last_day() < limit.value.first_day()
    {
        sink.push(outside(start, "start", limit.value));
    }
}
