//! Which kind of page a file makes: by its folder, or as it says itself.

use super::vocabulary::Taxonomy;
use crate::diag::Sink;
use crate::source::fields::{one_of, scalar};
use crate::source::front_matter::Document;
use crate::source::node::FactValue;

/// Kinds of page that have files, by the folder that makes a page one.
const KINDS: &[(&str, FolderKind)] = &[
    ("commitments", FolderKind::Commitment),
    ("reports", FolderKind::Report),
    ("action-plans", FolderKind::ActionPlan),
    ("initiatives", FolderKind::Initiative),
    ("practices", FolderKind::Practice),
    ("localities", FolderKind::Term(Taxonomy::Locality)),
    ("institutions", FolderKind::Term(Taxonomy::Institution)),
    ("policy-areas", FolderKind::Term(Taxonomy::PolicyArea)),
    ("sectors", FolderKind::Term(Taxonomy::Sector)),
    ("values", FolderKind::Term(Taxonomy::Value)),
    ("page", FolderKind::Page),
];

/// The kind of page that a file makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FolderKind {
    Commitment,
    Report,
    ActionPlan,
    Initiative,
    Practice,
    Term(Taxonomy),
    Page,
}

/// Returns the kind that a page says it is, else that of its folder.
pub(super) fn kind_of(document: &Document, folder: &str, sink: &mut Sink) -> FolderKind {
    let by_folder = KINDS
        .iter()
        .find(|(name, _)| *name == folder)
        .map_or(FolderKind::Page, |(_, kind)| *kind);
    let Some(FactValue::Map(entries)) = document.facts.as_ref().map(|node| &node.value) else {
        return by_folder;
    };
    let Some((_, node)) = entries.iter().find(|(key, _)| key.name == "kind") else {
        return by_folder;
    };
    scalar(&document.file, node, "kind", sink)
        .and_then(|text| one_of(&document.file, &text, "kind", KINDS, sink))
        .map_or(by_folder, |kind| kind.value)
}
