//! Which kind of page a file makes: by its folder, or as it says itself.

use super::declared_kind::DeclaredKind;
use super::folder_kind::{FolderKind, KINDS, KnownKind};
use crate::diag::Sink;
use crate::source::fields::{one_of, scalar};
use crate::source::front_matter::Document;
use crate::source::node::FactValue;

impl KnownKind {
    /// Returns a kind that the portal declares, the one at this place among those.
    fn declared(at: usize, kind: &DeclaredKind) -> KnownKind {
        KnownKind {
            folder: kind.folder.clone().into(),
            word: kind.name.clone().into(),
            kind: FolderKind::Declared(at),
        }
    }

    /// Returns every kind of a portal: the program's, then those that it declares.
    pub(crate) fn all(declared: &[DeclaredKind]) -> Vec<KnownKind> {
        let own = declared.iter().enumerate();
        let own = own.map(|(at, kind)| KnownKind::declared(at, kind));
        KINDS.iter().cloned().chain(own).collect()
    }
}

/// Returns the kind that a page says it is, else that of its folder.
pub(super) fn kind_of(
    document: &Document,
    folder: &str,
    declared: &[DeclaredKind],
    sink: &mut Sink,
) -> FolderKind {
    let by_folder = kind_of_folder(folder, declared);
    let Some(FactValue::Map(entries)) = document.facts.as_ref().map(|node| &node.value) else {
        return by_folder;
    };
    let Some((_, node)) = entries.iter().find(|(key, _)| key.name == "kind") else {
        return by_folder;
    };
    let own = declared.iter().enumerate();
    let own = own.map(|(at, kind)| (&*kind.name, FolderKind::Declared(at)));
    let known = KINDS.iter().map(|known| (&*known.folder, known.kind));
    let known: Vec<_> = known.chain(own).collect();
    scalar(&document.file, node, "kind", sink)
        .and_then(|text| one_of(&document.file, &text, "kind", &known, sink))
        .map_or(by_folder, |kind| kind.value)
}

/// Returns the kind of the pages in a folder that say nothing else.
pub(super) fn kind_of_folder(folder: &str, declared: &[DeclaredKind]) -> FolderKind {
    let known = KINDS.iter().find(|known| known.folder == folder);
    let own = || declared.iter().position(|kind| kind.folder == folder);
    let own = || own().map_or(FolderKind::Page, FolderKind::Declared);
    known.map_or_else(own, |known| known.kind)
}
