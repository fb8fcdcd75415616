//! "Limited" progress does not go with "all milestones implemented as planned".

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::portal::Portal;
use crate::model::vocabulary::{AsPlanned, Completion};

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for report in &portal.reports {
        let (Some(completion), Some(planned)) = (&report.completion, &report.as_planned) else {
            continue;
        };
        let little = matches!(
            completion.value,
            Completion::Limited | Completion::NotStarted | Completion::NoEvidence
        );
        if little && planned.value == AsPlanned::All {
            let place = report.head.file.place(completion.span.clone());
            sink.push(
                Diagnostic::new(&codes::LIMITED_AS_PLANNED)
                    .at(place)
                    .arg("completion", completion.value.code()),
            );
        }
    }
}
