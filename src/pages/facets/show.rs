//! What a list that is cut by facts shows: the values that cut it further, and the ways back.

use super::{FilterRules, FilteredList, FilteredLists, STATUSES, SharedFact};
use crate::pages::context::{Link, Phrase, Strip};
use crate::pages::lists::context::{Facet, FacetValue, ListingContext};
use crate::pages::page_kind::PageKind;
use crate::pages::status_tally::StatusTally;
use crate::pages::{PagePlan, SiteFacts, address, linking};

/// Fewest entries of a list that ways to cut it are offered for.
pub(crate) const FEWEST: u64 = 12;

/// Most values that a facet shows; the others are a page away.
const MOST_VALUES: usize = 8;

/// A page of a list, the lists that it can be cut into, and the facts by which it is.
pub(crate) struct Filter<'a> {
    pub(crate) site: &'a SiteFacts<'a>,
    pub(crate) page: &'a PagePlan,
    pub(crate) rules: &'static FilterRules,
    pub(crate) lists: &'a FilteredLists,
    pub(crate) facts: &'a [SharedFact],
}

impl Filter<'_> {
    /// Adds the ways to cut a list, and those back.
    pub(crate) fn offer(&self, listing: &mut ListingContext) {
        listing.filters = self
            .facts
            .iter()
            .filter_map(|fact| self.removal(fact))
            .collect();
        if listing.total >= FEWEST {
            listing.facets = self.facets(listing.total);
        }
    }

    /// Returns the ways to cut a list of so many entries.
    pub(crate) fn facets(&self, total: u64) -> Vec<Facet> {
        let kinds = self.rules.kinds.iter();
        kinds.filter_map(|kind| self.facet(kind, total)).collect()
    }

    /// Returns how the things stand that have all facts but those of a kind. `count` counts those of a list, or of the whole one.
    pub(crate) fn tally(
        &self,
        kind: &str,
        count: impl FnOnce(Option<&FilteredList>) -> StatusTally,
    ) -> StatusTally {
        let list = self.lists.with(&self.rest(kind));
        let address = list.map_or(self.rules.folder, |list| list.address.as_str());
        self.site.tallies.of(address, || count(list))
    }

    /// Returns the facts that are not of a kind.
    pub(crate) fn rest(&self, kind: &str) -> Vec<SharedFact> {
        let facts = self.facts.iter();
        facts.filter(|fact| fact.kind != kind).cloned().collect()
    }

    /// Returns the way to the list of these facts, where it has a page.
    pub(crate) fn href(&self, facts: &[SharedFact]) -> Option<String> {
        let list = self.lists.with(facts)?;
        let there = self.site.plan.has(&list.address);
        there.then(|| linking::href(self.site, self.page, &list.address))
    }

    /// Marks the part of a strip whose things the page lists.
    pub(crate) fn mark_current(&self, strip: &mut Strip) {
        let own = self.facts.iter().find(|fact| fact.kind == STATUSES);
        for part in strip
            .parts
            .iter_mut()
            .filter(|part| part.evaluation.is_none())
        {
            part.current = own.is_some_and(|fact| fact.value == part.status);
        }
    }

    /// Returns the link that takes one fact away; `None` where there is nothing to go back to.
    fn removal(&self, fact: &SharedFact) -> Option<Link> {
        // The page of an institution or a topic is about it: there is no list from which it could be taken away.
        if self.page.kind == PageKind::Term {
            return None;
        }
        let name = self.lists.with(std::slice::from_ref(fact))?;
        let name = linking::title(self.page, &name.name);
        let whole = address::list(self.rules.folder, 1);
        let whole =
            (self.site.plan.has(&whole)).then(|| linking::href(self.site, self.page, &whole));
        Some(Link::to(
            Phrase::sentence("filter-remove", [("name", name)]),
            self.href(&self.rest(fact.kind)).or(whole)?,
        ))
    }

    /// Returns the values of a kind; `None` where they do not cut the list.
    fn facet(&self, kind: &'static str, total: u64) -> Option<Facet> {
        let rest = self.rest(kind);
        if rest.len() > 1 {
            return None;
        }
        let has = |list: &&FilteredList| self.site.plan.has(&list.address);
        let all: Vec<&FilteredList> = self.lists.adding(rest.first(), kind).filter(has).collect();
        let is_cut = self.facts.iter().any(|fact| fact.kind == kind);
        let cuts = all.len() > 1 || all.iter().any(|list| (list.members.len() as u64) < total);
        if all.is_empty() || !(cuts || is_cut) {
            return None;
        }
        let values = self.values(kind, &all, is_cut);
        let is_short = values.len() < all.len();
        let more = self.all_values(kind).filter(|_| is_short);
        let is_limited = !rest.is_empty() && self.lists.is_limited;
        let limited = is_limited || self.lists.left_out.contains(kind);
        Some(Facet {
            name: Phrase::message(kind),
            only_largest: more.is_none() && (is_short || limited),
            more,
            values,
        })
    }

    /// Returns the values that are shown of a kind: the first, and the one by which the list is cut.
    fn values(&self, kind: &str, all: &[&FilteredList], is_cut: bool) -> Vec<FacetValue> {
        let is_ordered = self.rules.ordered.contains(&kind);
        let current =
            |list: &FilteredList| is_cut && list.facts.iter().all(|fact| self.facts.contains(fact));
        (all.iter().enumerate())
            .map(|(at, list)| (at, list, current(list)))
            .filter(|(at, _, is_current)| is_ordered || *at < MOST_VALUES || *is_current)
            .map(|(_, list, is_current)| self.value(kind, list, is_current))
            .collect()
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
