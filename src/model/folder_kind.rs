//! Which kind of page a file makes: by its folder, or as it says itself.

use super::vocabulary::Taxonomy;
use crate::diag::Sink;
use crate::source::fields::{one_of, scalar};
use crate::source::front_matter::Document;
use crate::source::node::FactValue;

/// A kind of page that has files.
pub(crate) struct KnownKind {
    /// The folder of `content/` that makes a page one; of ordinary pages, which any other folder makes, what `kind` says.
    folder: &'static str,
    /// What one such page is called on the command line.
    pub(crate) word: &'static str,
    pub(crate) kind: FolderKind,
}

/// Every kind of page that has files.
pub(crate) const KINDS: &[KnownKind] = &[
    KnownKind::new("commitments", "commitment", FolderKind::Commitment),
    KnownKind::new("reports", "report", FolderKind::Report),
    KnownKind::new("action-plans", "action-plan", FolderKind::ActionPlan),
    KnownKind::new("initiatives", "initiative", FolderKind::Initiative),
    KnownKind::new("practices", "practice", FolderKind::Practice),
    KnownKind::term(Taxonomy::Locality, "locality"),
    KnownKind::term(Taxonomy::Institution, "institution"),
    KnownKind::term(Taxonomy::PolicyArea, "policy-area"),
    KnownKind::term(Taxonomy::Sector, "sector"),
    KnownKind::term(Taxonomy::Value, "value"),
    KnownKind::new("page", "document", FolderKind::Page),
];

impl KnownKind {
    const fn new(folder: &'static str, word: &'static str, kind: FolderKind) -> KnownKind {
        KnownKind { folder, word, kind }
    }

    const fn term(taxonomy: Taxonomy, word: &'static str) -> KnownKind {
        KnownKind::new(taxonomy.folder(), word, FolderKind::Term(taxonomy))
    }

    /// Returns the kind that a word of the command line names: `commitment`, and also its folder, `commitments`.
    pub(crate) fn of_word(word: &str) -> Option<&'static KnownKind> {
        (KINDS.iter()).find(|known| known.word == word || known.folder == word)
    }

    /// Returns the path of a page's file from the portal's root.
    pub(crate) fn path(&self, id: &str) -> String {
        match self.kind {
            FolderKind::Page => format!("content/{id}.md"),
            _ => format!("content/{}/{id}.md", self.folder),
        }
    }

    /// Returns what its pages are called together: the name of their folder.
    pub(crate) fn plural(&self) -> &'static str {
        match self.kind {
            FolderKind::Page => "pages",
            _ => self.folder,
        }
    }

    /// Returns the name of a page in its folder: without the folder where that is the kind's own.
    pub(crate) fn name_of(&self, folder: &str, stem: &str) -> String {
        if folder.is_empty() || folder == self.folder {
            stem.to_owned()
        } else {
            format!("{folder}/{stem}")
        }
    }
}

/// The kind of page that a file makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FolderKind {
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
    let by_folder = kind_of_folder(folder);
    let Some(FactValue::Map(entries)) = document.facts.as_ref().map(|node| &node.value) else {
        return by_folder;
    };
    let Some((_, node)) = entries.iter().find(|(key, _)| key.name == "kind") else {
        return by_folder;
    };
    let known: Vec<_> = KINDS
        .iter()
        .map(|known| (known.folder, known.kind))
        .collect();
    scalar(&document.file, node, "kind", sink)
        .and_then(|text| one_of(&document.file, &text, "kind", &known, sink))
        .map_or(by_folder, |kind| kind.value)
}

/// Returns the kind of the pages in a folder that say nothing else.
pub(super) fn kind_of_folder(folder: &str) -> FolderKind {
    let known = KINDS.iter().find(|known| known.folder == folder);
    known.map_or(FolderKind::Page, |known| known.kind)
}
