//! All commitments in another order: by end date, by place.

use super::context::ListingContext;
use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::vocabulary::Taxonomy;
use crate::pages::context::{Body, BodyFacts, Link, Phrase};
use crate::pages::facets::show::FEWEST;
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts};
use crate::pages::paging::{self, EntryWeight, ListRange, spans};
use crate::pages::{
    Draft, PagePlan, Plan, SiteFacts, Title, address, commitment_facet, entries, linking,
};
use crate::text::collate::Order;
use tragaluz_tables::Tables;

/// Orders besides the portal's own: the message that is the page's title, that which names the order, and the address.
const ORDERS: [(&str, &str, &str); 2] = [
    (
        "commitments-by-end",
        "order-by-end",
        "commitments/sorted/by-end-date.html",
    ),
    (
        "commitments-by-place",
        "order-by-place",
        "commitments/sorted/by-place.html",
    ),
];

/// Commitments in another order, by their places in the portal, and the pages of that list.
#[derive(Debug, Clone, Default)]
pub(crate) struct SortedList {
    members: Vec<usize>,
    spans: Vec<ListRange>,
}

/// Puts the commitments of a portal in each of the orders that make sense for them.
pub(crate) fn draw(portal: &Portal) -> [SortedList; 2] {
    let all = &portal.commitments;
    if (all.len() as u64) < FEWEST {
        return Default::default();
    }
    let mut by_end: Vec<usize> = (0..all.len()).collect();
    by_end.sort_by_key(|at| {
        let end = all[*at].end.as_ref().map(|end| end.value.last_day());
        (end.is_none(), end)
    });
    let main = portal.settings.main();
    let order = Order::of(main);
    let place = |at: &usize| place_of(portal, &all[*at]).map_or("", |term| term.name.text(main));
    let mut by_place: Vec<usize> = (0..all.len()).collect();
    by_place.sort_by(|a, b| {
        let [a, b] = [place(a), place(b)];
        let unknown = a.is_empty().cmp(&b.is_empty());
        unknown.then_with(|| order.compare(a, b))
    });
    let has_end = all.iter().any(|c| c.end.is_some());
    let has_place = all.iter().any(|c| c.locality.is_some());
    [(by_end, has_end), (by_place, has_place)].map(|(members, makes_sense)| {
        if makes_sense {
            divided(portal, members)
        } else {
            SortedList::default()
        }
    })
}

/// Divides the list of all commitments in this order into pages.
fn divided(portal: &Portal, members: Vec<usize>) -> SortedList {
    let beside = paging::facets_of_commitments(portal);
    let room = paging::room(portal, LIST_BUDGET, beside);
    let all = &portal.commitments;
    let weights = members.iter().map(|at| EntryWeight::commitment(&all[*at]));
    SortedList {
        spans: spans(weights, room),
        members,
    }
}

fn place_of<'p>(portal: &'p Portal, c: &Commitment) -> Option<&'p crate::model::term::Term> {
    portal
        .terms
        .get(Taxonomy::Locality, &c.locality.as_ref()?.id)
}

/// Pages of all commitments in another order.
pub(crate) struct SortedPages;

impl PageKindFacts for SortedPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, _portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        Vec::new()
    }

    fn pages_about(&self, plan: &Plan) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (item, ((title, _, first), list)) in ORDERS.iter().zip(&plan.sorted).enumerate() {
            let spans = list.spans.iter().copied();
            let at = |n| address::list_of(first, n);
            let pages = Draft::pages_of_list(&Title::Message(title), spans, at).into_iter();
            drafts.extend(pages.map(|draft| match draft.part {
                1 => {
                    let all = address::list("commitments", 1);
                    draft.item(item).under(Title::Message("commitments"), all)
                }
                _ => draft.item(item),
            }));
        }
        drafts
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let item = page.draft.item;
        let members = &site.plan.sorted[item].members;
        let commitment = |i: usize| &site.portal.commitments[members[i]];
        let at = |n| address::list_of(ORDERS[item].2, n);
        let mut listing = entries::listing(site, page, "commitment", members.len(), at, |i| {
            entries::of_commitment(site, page, commitment(i))
        });
        commitment_facet::complete(site, page, &[], &mut listing);
        listing.also = orders(site, page);
        if item == 0 {
            entries::group(&mut listing, page, |i| year(commitment(i)));
        } else {
            listing.entries.iter_mut().for_each(|entry| entry.of = None);
            entries::group(&mut listing, page, |i| place(site, page, commitment(i)));
        }
        Body::of(listing)
    }
}

fn year(c: &Commitment) -> (String, Phrase) {
    match &c.end {
        Some(end) => {
            let year = end.value.year.to_string();
            (format!("year-{year}"), Phrase::new(year))
        }
        None => ("undated".to_owned(), Phrase::message("month-none")),
    }
}

fn place(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> (String, Phrase) {
    let place = place_of(site.portal, c);
    let named = place.and_then(|term| {
        Some((
            format!("place-{}", term.id),
            Phrase::of(&term.name, &page.lang)?,
        ))
    });
    named.unwrap_or_else(|| ("elsewhere".to_owned(), Phrase::message("place-none")))
}

/// Returns the other orders of all commitments, and their milestones; that of the page is only named.
pub(super) fn orders(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Link> {
    let whole = address::list("commitments", 1);
    let milestones = address::list(crate::pages::milestones::FOLDER, 1);
    let own = [("order-own", whole.as_str())];
    let others = ORDERS.map(|(_, name, first)| (name, first));
    let months = [("milestones-by-month", milestones.as_str())];
    let all = own.into_iter().chain(others).chain(months);
    let there: Vec<(&str, &str)> = all.filter(|(_, first)| site.plan.has(first)).collect();
    if there.len() < 2 {
        return Vec::new();
    }
    there
        .into_iter()
        .map(|(name, first)| {
            let is_here = page.draft.address == first;
            let text = Phrase::message(name);
            if is_here {
                Link::unlinked(text)
            } else {
                Link::to(text, linking::href(site, page, first))
            }
        })
        .collect()
}
