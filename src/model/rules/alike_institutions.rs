//! No institution has two pages under names that are nearly the same: `Secretaría de Salud` and `Secretaria del Salud`.
//! Accents, case, and articles and prepositions do not count; one word may differ by one letter, from eight letters on by two.
//! Names with different numbers are different, and so are words of fewer than four letters.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::portal::Portal;
use crate::model::rules::terms::NearNames;
use crate::model::term::Term;
use crate::model::vocabulary::Taxonomy;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    let main = portal.settings.main();
    let mut index = NearNames::default();
    let described = |term: &&Term| term.head.is_some();
    let institutions = || portal.terms.of(Taxonomy::Institution).filter(described);
    institutions().for_each(|term| index.add(term));
    for term in institutions() {
        let Some(head) = &term.head else { continue };
        // Of two that are alike the later one tells it.
        for other in index.near(term).filter(|other| other.id < term.id) {
            let first_line = 0..head.file.text.lines().next().map_or(0, str::len);
            sink.push(
                Diagnostic::new(&codes::INSTITUTIONS_ALIKE)
                    .at(head.file.place(first_line))
                    .arg("name", term.name.text(main))
                    .arg("other", other.name.text(main)),
            );
        }
    }
}
