//! What pages of declared kinds name a page, whatever kind that is of.

use crate::model::declared_kind::DeclaredKind;
use crate::pages::context::{Group, Link, Phrase};
use crate::pages::{PagePlan, SiteFacts, address, entries, linking};

/// Most entries of a kind; the kind's list has the others.
const MOST: usize = 10;

/// Returns the pages of declared kinds that name the thing of a page, kind by kind.
pub(crate) fn groups(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Group> {
    if page.draft.part > 1 || site.portal.settings.kinds.is_empty() {
        return Vec::new();
    }
    let naming = site.portal.declared_naming(&page.draft.address);
    let kinds = site.portal.settings.kinds.iter().enumerate();
    let of_kind = |(at, kind): (usize, &DeclaredKind)| {
        let mut entries: Vec<_> = (naming.iter())
            .filter(|named| named.kind == at)
            .map(|named| entries::of_declared(site, page, named))
            .collect();
        let plural = Phrase::of(&kind.plural, &page.lang).unwrap_or_default();
        let list = address::list(&kind.folder, 1);
        let more = Link::to(plural.clone(), linking::href(site, page, &list));
        let has_more = entries.len() > MOST;
        entries.truncate(MOST);
        Group {
            id: format!("named-{}", kind.folder),
            heading: plural,
            entries,
            more: has_more.then_some(more),
        }
    };
    let groups = kinds.map(of_kind);
    groups.filter(|group| !group.entries.is_empty()).collect()
}
