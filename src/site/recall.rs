//! What the last run made of a portal that is the same but for the prose of single pages: pages by what they are made of themselves.
//!
//! The text of a commitment is read for its own page, its own file of facts and the search, and by nothing else; so every other page
//! is known by the portal alone. `tests/it/incremental.rs` finds a page of which that is not so.

use crate::cache::CacheKey;
use crate::pages::PagePlan;
use crate::pages::page_kind::PageKind;
use crate::recall::Recall;

/// Pages of an earlier run on the same portal, and of this one.
#[derive(Debug, Default)]
pub(crate) struct SiteRecall {
    /// Where they are found.
    pub(crate) notes: Recall,
    /// By what each commitment's own text is known, in their order; empty where nothing is kept.
    pub(crate) commitments: Vec<CacheKey>,
}

impl SiteRecall {
    /// Returns by what a page is known that was made of the same; none where that is not known.
    pub(crate) fn page(&self, page: &PagePlan) -> Option<CacheKey> {
        self.notes.get(&page.path, &self.own(page)?)
    }

    /// Notes by what a page is known that was made.
    pub(crate) fn note_page(&self, page: &PagePlan, key: CacheKey) {
        if let Some(own) = self.own(page) {
            self.notes.put(&page.path, own, &key);
        }
    }

    /// Returns by what a commitment's own text is known.
    pub(crate) fn of_commitment(&self, at: usize) -> CacheKey {
        let own = self.commitments.get(at).copied();
        own.unwrap_or_else(|| CacheKey::of(&[]))
    }

    /// Returns what a page is made of besides the portal; none of pages that state what was made of others.
    fn own(&self, page: &PagePlan) -> Option<CacheKey> {
        match page.kind {
            PageKind::Search => None,
            kind if kind.last() => None,
            PageKind::Commitment => self.commitments.get(page.draft.item).copied(),
            _ => Some(CacheKey::of(&[])),
        }
    }
}
