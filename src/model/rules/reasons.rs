//! A value that a commitment serves has its reason.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::portal::Portal;
use crate::model::vocabulary::Taxonomy;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    let main = portal.settings.main();
    for commitment in &portal.commitments {
        let bare = commitment
            .values
            .iter()
            .filter(|value| value.reason.is_empty());
        let terms: Vec<_> = bare.map(|value| &value.value).collect();
        let Some(first) = terms.first() else {
            continue;
        };
        let names = terms.iter().map(|term| {
            let known = portal.terms.get(Taxonomy::Value, &term.id);
            known.map_or(term.id.as_str(), |known| known.name.text(main))
        });
        sink.push(
            Diagnostic::new(&codes::VALUE_WITHOUT_REASON)
                .at(commitment.head.file.place(first.span.clone()))
                .arg("names", names.collect::<Vec<_>>().join(", "))
                .arg("count", terms.len() as u64),
        );
    }
}
