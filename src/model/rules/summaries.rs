//! "In brief" is brief.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::portal::Portal;

/// Words that fit.
const LIMIT: usize = 60;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for head in portal.heads() {
        for (lang, text) in head.summary.all() {
            let words = text.split_whitespace().count();
            if words > LIMIT {
                let place = match head.summary_at.get(lang) {
                    Some(span) => head.place(lang, span.clone()),
                    None => Place::file(&head.file.path),
                };
                let finding = Diagnostic::new(&codes::SUMMARY_TOO_LONG).at(place);
                sink.push(finding.arg("words", words).arg("limit", LIMIT));
            }
        }
    }
}
