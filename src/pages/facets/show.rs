//! What a list that is cut by facts shows: the values that cut it further, and the ways back.

use super::{Fact, FilterRules, FilteredList, FilteredLists};
use crate::pages::context::{Link, Phrase};
use crate::pages::lists::context::{Facet, FacetValue, ListingContext};
use crate::pages::{PagePlan, SiteFacts, address, linking};

/// Fewest entries of a list that ways to cut it are offered for.
const FEWEST: u64 = 12;

/// Most values that a facet shows; the others are a page away.
const MOST_VALUES: usize = 8;

/// A page of a list, the lists that it can be cut into, and the facts by which it is.
pub(crate) struct Filter<'a> {
    pub(crate) site: &'a SiteFacts<'a>,
    pub(crate) page: &'a PagePlan,
    pub(crate) rules: &'static FilterRules,
    pub(crate) lists: &'a FilteredLists,
    pub(crate) facts: &'a [Fact],
}

impl<'a> Filter<'a> {
    /// Adds the ways to cut a list, and those back.
    pub(crate) fn offer(&self, listing: &mut ListingContext) {
        listing.filters = self.facts.iter().map(|fact| self.removal(fact)).collect();
        if listing.total >= FEWEST {
            listing.facets = self.facets(listing.total);
        }
    }

    /// Returns the ways to cut a list of so many entries.
    pub(crate) fn facets(&self, total: u64) -> Vec<Facet> {
        let kinds = self.rules.kinds.iter();
        kinds.filter_map(|kind| self.facet(kind, total)).collect()
    }

    /// Returns the list that has all facts but those of a kind; `None` where that is the whole list, or has no page.
    pub(crate) fn without(&self, kind: &str) -> Option<&'a FilteredList> {
        let rest = self.rest(kind);
        self.lists.with(&rest)
    }

    /// Returns the facts that are not of a kind.
    pub(crate) fn rest(&self, kind: &str) -> Vec<Fact> {
        let facts = self.facts.iter();
        facts.filter(|fact| fact.kind != kind).cloned().collect()
    }

    /// Returns the way to the list of these facts, where it has a page.
    pub(crate) fn href(&self, facts: &[Fact]) -> Option<String> {
        let list = self.lists.with(facts)?;
        let there = self.site.plan.has(&list.address);
        there.then(|| linking::href(self.site, self.page, &list.address))
    }

    /// Returns the link that takes one fact away.
    fn removal(&self, fact: &Fact) -> Link {
        let rest = self.rest(fact.kind);
        let name = self.lists.with(std::slice::from_ref(fact));
        let name = name.map_or_else(Phrase::default, |single| {
            linking::title(self.page, &single.name)
        });
        let whole = address::list(self.rules.folder, 1);
        let whole = || linking::href(self.site, self.page, &whole);
        Link::to(
            Phrase::sentence("filter-remove", [("name", name)]),
            self.href(&rest).unwrap_or_else(whole),
        )
    }

    /// Returns the values of a kind; `None` where they do not cut the list.
    fn facet(&self, kind: &'static str, total: u64) -> Option<Facet> {
        let rest = self.rest(kind);
        if rest.len() > 1 {
            return None;
        }
        let has = |list: &&FilteredList| self.site.plan.has(&list.address);
        let all: Vec<&FilteredList> = self.lists.adding(rest.first(), kind).filter(has).collect();
        let is_current = |list: &FilteredList| list.facts.iter().all(|f| self.facts.contains(f));
        let is_cut = self.facts.iter().any(|fact| fact.kind == kind);
        let current = |list: &FilteredList| is_cut && is_current(list);
        let cuts = all.len() > 1 || all.iter().any(|list| (list.members.len() as u64) < total);
        if all.is_empty() || !(cuts || is_cut) {
            return None;
        }
        let is_ordered = self.rules.ordered.contains(&kind);
        let shown =
            |at: usize, list: &FilteredList| is_ordered || at < MOST_VALUES || current(list);
        let values: Vec<FacetValue> = (all.iter().enumerate())
            .filter(|(at, list)| shown(*at, list))
            .map(|(_, list)| self.value(kind, list, current(list)))
            .collect();
        let is_short = values.len() < all.len();
        let more = self.all_values(kind).filter(|_| is_short);
        let limited =
            (!rest.is_empty() && self.lists.is_limited) || self.lists.left_out.contains(kind);
        Some(Facet {
            name: Phrase::message(kind),
            only_largest: more.is_none() && (is_short || limited),
            more,
            values,
        })
    }

    fn value(&self, kind: &str, list: &FilteredList, current: bool) -> FacetValue {
        let fact = list.facts.iter().find(|fact| fact.kind == kind);
        let single = fact.and_then(|fact| self.lists.with(std::slice::from_ref(fact)));
        FacetValue {
            text: linking::title(self.page, &single.unwrap_or(list).name),
            href: linking::href(self.site, self.page, &list.address),
            count: list.members.len() as u64,
            current,
        }
    }

    /// Returns the link to the page of all values of a kind, where there is one.
    fn all_values(&self, kind: &'static str) -> Option<Link> {
        let all = address::list(kind, 1);
        (self.facts.is_empty() && self.site.plan.has(&all)).then(|| {
            let href = linking::href(self.site, self.page, &all);
            Link::to(Phrase::message("facet-all"), href)
        })
    }
}
