//! Languages that the portal says it has, and that nothing is written in.

use crate::diag::{Diagnostic, codes};
use crate::model::Portal;
use crate::text::lang::Lang;
use std::collections::BTreeSet;

/// The findings about languages that no page and no dataset has a file in.
pub(crate) fn languages(portal: &Portal) -> Vec<Diagnostic> {
    let datasets = portal.datasets.iter().map(|dataset| &dataset.head);
    let heads: Vec<_> = portal
        .written()
        .map(|(_, head)| head)
        .chain(datasets)
        .collect();
    let used: BTreeSet<&Lang> = heads.iter().flat_map(|head| head.files.keys()).collect();
    let pages = heads.iter().filter(|head| !head.files.is_empty()).count();
    let others = portal
        .settings
        .languages
        .iter()
        .skip(1)
        .filter(|lang| !used.contains(lang));
    let first = heads.iter().find_map(|head| head.files.values().next());
    let Some(first) = first else {
        return Vec::new();
    };
    let stem = first.path.strip_suffix(".md").unwrap_or(&first.path);
    others
        .map(|lang| {
            Diagnostic::new(&codes::LANGUAGE_UNUSED)
                .at(portal.settings.place.clone())
                .arg("lang", lang.tag())
                .arg("count", pages)
                .arg("file", format!("{stem}.{}.md", lang.tag()))
        })
        .collect()
}
