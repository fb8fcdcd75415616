//! Kinds of page that have files, and the folders of those.

use super::vocabulary::Taxonomy;
use std::borrow::Cow;

/// A kind of page that has files.
#[derive(Debug, Clone)]
pub(crate) struct KnownKind {
    /// The folder of `content/` that makes a page one; of ordinary pages, which any other folder makes, what `kind` says.
    pub(super) folder: Cow<'static, str>,
    /// What one such page is called on the command line.
    pub(crate) word: Cow<'static, str>,
    pub(crate) kind: FolderKind,
}

/// Every kind of page of the program's own that has files.
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
        KnownKind {
            folder: Cow::Borrowed(folder),
            word: Cow::Borrowed(word),
            kind,
        }
    }

    const fn term(taxonomy: Taxonomy, word: &'static str) -> KnownKind {
        KnownKind::new(taxonomy.folder(), word, FolderKind::Term(taxonomy))
    }

    /// Whether a word of the command line names it: `commitment`, and also its folder, `commitments`.
    pub(crate) fn is_called(&self, word: &str) -> bool {
        self.word == word || self.folder == word
    }

    /// Returns the path of a page's file from the portal's root.
    pub(crate) fn path(&self, id: &str) -> String {
        match self.kind {
            FolderKind::Page => format!("content/{id}.md"),
            _ => format!("content/{}/{id}.md", self.folder),
        }
    }

    /// Returns what its pages are called together: the name of their folder.
    pub(crate) fn plural(&self) -> &str {
        match self.kind {
            FolderKind::Page => "pages",
            _ => &self.folder,
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
    /// A kind that the portal declares, by its place among those.
    Declared(usize),
    Page,
}
