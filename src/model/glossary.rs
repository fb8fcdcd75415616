//! Terms of the office's own that the glossary explains: `[[glossary]]` of the settings.

use super::facts::words_of;
use crate::diag::Sink;
use crate::source::fields::Fields;
use crate::text::lang::Lang;
use crate::text::words::Words;

/// A term, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GlossaryTerm {
    /// What it is called.
    pub(crate) term: Words,
    /// What it means, in a sentence or two.
    pub(crate) means: Words,
    /// Other forms in which texts have it, in any language: plurals, abbreviations.
    pub(crate) also: Vec<String>,
}

/// Parses the terms. One without a name or a meaning is a finding, and none.
pub(crate) fn read(
    fields: &mut Fields<'_>,
    languages: &[Lang],
    sink: &mut Sink,
) -> Vec<GlossaryTerm> {
    let entries = fields.maps("glossary", sink);
    let terms = entries.into_iter();
    terms
        .filter_map(|entry| read_term(entry, languages, sink))
        .collect()
}

fn read_term(mut entry: Fields<'_>, languages: &[Lang], sink: &mut Sink) -> Option<GlossaryTerm> {
    let term = words_of(&mut entry, "term", languages, sink);
    let means = words_of(&mut entry, "means", languages, sink);
    let also = entry.values("also", sink);
    for (name, words) in [("term", &term), ("means", &means)] {
        if words.is_empty() {
            sink.push(entry.missing(name));
        }
    }
    entry.finish(sink);
    (!term.is_empty() && !means.is_empty()).then_some(GlossaryTerm { term, means, also })
}
