//! No institution is twice in a commitment's list.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::portal::Portal;
use crate::model::vocabulary::Taxonomy;
use std::collections::BTreeSet;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for commitment in &portal.commitments {
        let mut seen = BTreeSet::new();
        for involved in &commitment.institutions {
            let term = &involved.institution;
            if seen.insert(&term.id) {
                continue;
            }
            let name = portal.terms.get(Taxonomy::Institution, &term.id);
            let name = name.map_or(term.id.as_str(), |t| t.name.text(portal.settings.main()));
            let place = commitment.head.file.place(term.span.clone());
            sink.push(
                Diagnostic::new(&codes::REPEATED_INSTITUTION)
                    .at(place)
                    .arg("name", name),
            );
        }
    }
}
