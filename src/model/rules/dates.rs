//! Nothing ends before it starts.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::head::Head;
use crate::model::portal::Portal;
use crate::source::fields::Spanned;
use crate::text::date::PartialDate;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for c in &portal.commitments {
        ordered(&c.head, c.start.as_ref(), c.end.as_ref(), &c.head.id, sink);
        for m in &c.milestones {
            ordered(
                &c.head,
                m.start.as_ref(),
                m.end.as_ref(),
                &format!("{}.{}", c.head.id, m.number),
                sink,
            );
        }
    }
    for plan in &portal.action_plans {
        ordered(
            &plan.head,
            plan.start.as_ref(),
            plan.end.as_ref(),
            &plan.head.id,
            sink,
        );
    }
    for initiative in &portal.initiatives {
        ordered(
            &initiative.head,
            initiative.start.as_ref(),
            initiative.end.as_ref(),
            &initiative.head.id,
            sink,
        );
    }
}

fn ordered(
    head: &Head,
    start: Option<&Spanned<PartialDate>>,
    end: Option<&Spanned<PartialDate>>,
    what: &str,
    sink: &mut Sink,
) {
    let (Some(start), Some(end)) = (start, end) else {
        return;
    };
    if end.value.last_day() < start.value.first_day() {
        let place = head.file.place(end.span.clone());
        let finding = Diagnostic::new(&codes::ENDS_BEFORE_START).at(place);
        sink.push(
            finding
                .arg("what", what)
                .arg("end", end.value)
                .arg("start", start.value),
        );
    }
}
