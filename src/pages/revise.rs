//! A page's place in the plan when its files changed, and nothing else did.

use super::page_kind::PageKind;
use super::{Draft, Plan, commitment_facet, lists, milestones};
use crate::diag::Sink;
use crate::model::Portal;
use crate::text::date::PartialDate;
use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::sync::Arc;
use tragaluz_tables::Tables;

impl Plan {
    /// Whether the page at this address is made from the same file, and has the same former addresses.
    fn has_same(&self, draft: &Draft) -> bool {
        let old = self.addresses.get(&draft.address);
        old.is_some_and(|old| {
            old.source == draft.source && old.former == draft.former && old.item == draft.item
        })
    }

    /// Takes in what the page made from this file of the portal says of itself now, of which these pages were made. False,
    /// and nothing changed, where its address or its former ones are others, for then everything has to be planned.
    pub(crate) fn take_in(
        &mut self,
        source: &str,
        planned: &[usize],
        portal: &Portal,
        tables: &Tables,
    ) -> bool {
        let Some(page) = planned.first().map(|at| &self.pages[*at]) else {
            return false;
        };
        let drafts = page.kind.pages_of(page.draft.item, portal, tables);
        let drafts: Vec<Arc<Draft>> = drafts
            .into_iter()
            .filter(|draft| draft.source.as_deref() == Some(source))
            .map(Arc::new)
            .collect();
        let were: BTreeSet<&str> = planned
            .iter()
            .map(|at| self.pages[*at].draft.address.as_str())
            .collect();
        if drafts.len() != were.len() || !drafts.iter().all(|draft| self.has_same(draft)) {
            return false;
        }
        for draft in drafts {
            for at in planned {
                let page = &mut self.pages[*at];
                if page.draft.address == draft.address {
                    page.draft = draft.clone();
                }
            }
            self.addresses.insert(draft.address.clone(), draft);
        }
        true
    }
}

/// Drafts of some kinds' pages by their addresses.
type DraftsByAddress = BTreeMap<String, Arc<Draft>>;

impl Plan {
    /// Puts commitments and milestones into their lists anew, as they are filed now. Where a list came or went, or has another
    /// number of pages, its kind stays as it was: that is for the next build.
    pub(crate) fn refile(&mut self, portal: &Portal, tables: &Tables, as_of: Option<PartialDate>) {
        for kind in [PageKind::CommitmentList, PageKind::Term, PageKind::Status] {
            let drafts = kind.pages(portal, tables);
            if let Some(drafts) = self.in_same_places(&[kind], drafts) {
                self.put(&[kind], &drafts);
            }
        }
        let mut sink = Sink::new();
        let new = commitment_facet::shared::draw(portal, &mut sink);
        let old = mem::replace(&mut self.commitments, new);
        if !self.put_again(&[PageKind::CommitmentFact, PageKind::CommitmentFacet]) {
            self.commitments = old;
        }
        let new = milestones::shared::draw(portal, as_of, &mut sink);
        let old = mem::replace(&mut self.milestones, new);
        if !self.put_again(&[PageKind::MilestoneList, PageKind::MilestoneFacet]) {
            self.milestones = old;
        }
        let old = mem::replace(&mut self.sorted, lists::draw_sorted(portal));
        if !self.put_again(&[PageKind::SortedCommitments]) {
            self.sorted = old;
        }
    }

    /// Drafts the pages of kinds that are about the plan anew. False, and nothing changed, where they are others.
    fn put_again(&mut self, kinds: &[PageKind]) -> bool {
        let drafts = kinds.iter().flat_map(|kind| kind.pages_about(self));
        let drafts = self.in_same_places(kinds, drafts.collect());
        drafts.is_some_and(|drafts| {
            self.put(kinds, &drafts);
            true
        })
    }

    /// Returns drafts by their addresses, where exactly these addresses are those of the pages of these kinds.
    fn in_same_places(&self, kinds: &[PageKind], drafts: Vec<Draft>) -> Option<DraftsByAddress> {
        let of_kinds = self.pages.iter().filter(|page| kinds.contains(&page.kind));
        let were: BTreeSet<&str> = of_kinds.map(|page| page.draft.address.as_str()).collect();
        let drafts: DraftsByAddress = drafts
            .into_iter()
            .map(|draft| (draft.address.clone(), Arc::new(draft)))
            .collect();
        let is_same = drafts.keys().map(String::as_str).eq(were);
        is_same.then_some(drafts)
    }

    /// Puts drafts in the places of those of the same addresses.
    fn put(&mut self, kinds: &[PageKind], drafts: &DraftsByAddress) {
        for page in self
            .pages
            .iter_mut()
            .filter(|page| kinds.contains(&page.kind))
        {
            if let Some(draft) = drafts.get(&page.draft.address) {
                page.draft = draft.clone();
            }
        }
        self.addresses
            .extend(drafts.iter().map(|(at, draft)| (at.clone(), draft.clone())));
    }
}
