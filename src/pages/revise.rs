//! A page's place in the plan when its files changed, and nothing else did.

use super::{Draft, Plan};
use crate::model::Portal;
use std::collections::BTreeSet;
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
