//! Milestones are in the order of their numbers.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::portal::Portal;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for commitment in &portal.commitments {
        let pairs = commitment.milestones.windows(2);
        // One that is moved is told once, and not for each that it passed.
        let Some(pair) = pairs
            .into_iter()
            .find(|pair| pair[1].number < pair[0].number)
        else {
            continue;
        };
        let place = commitment.head.file.place(pair[1].span.clone());
        sink.push(
            Diagnostic::new(&codes::MILESTONES_OUT_OF_ORDER)
                .at(place)
                .arg("number", pair[1].number.to_string())
                .arg("before", pair[0].number.to_string()),
        );
    }
}
