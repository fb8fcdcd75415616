//! Who names whom, found without looking through everything: pages of terms, plans and lists of a large portal would else
//! take time with the square of its size.

use super::Portal;
use super::action_plan::ActionPlan;
use super::commitment::{Commitment, PlanMembership};
use super::dataset::Dataset;
use super::page::TextPage;
use super::report::Report;
use super::vocabulary::{Status, Taxonomy};
use crate::source::fields::Spanned;
use std::collections::{BTreeMap, BTreeSet};

/// Indexes into one of the portal's lists, by whatever names them.
type Positions = BTreeMap<String, Vec<usize>>;

/// Indexes of things, in the order of the portal's lists. Identifiers are in lower-case letters, for they are the same
/// without regard to case.
#[derive(Debug, Default)]
pub(crate) struct PortalIndex {
    commitments: Positions,
    datasets: Positions,
    by_term: BTreeMap<Taxonomy, Positions>,
    by_status: BTreeMap<Status, Vec<usize>>,
    commitments_of_plan: Positions,
    commitments_on_dataset: Positions,
    reports_on_commitment: Positions,
    reports_of_plan: Positions,
    pages_in_folder: Positions,
    pages_beside: BTreeMap<usize, [Option<usize>; 2]>,
}

fn enter(places: &mut Positions, id: &str, at: usize) {
    let held = places.entry(id.to_ascii_lowercase()).or_default();
    if held.last() != Some(&at) {
        held.push(at);
    }
}

/// The identifiers of the terms of a taxonomy that a commitment names, each once.
pub(crate) fn terms_of(c: &Commitment, taxonomy: Taxonomy) -> BTreeSet<&str> {
    match taxonomy {
        Taxonomy::Locality => c.locality.iter().map(|t| t.id.as_str()).collect(),
        Taxonomy::Institution => c
            .institutions
            .iter()
            .map(|i| i.institution.id.as_str())
            .collect(),
        Taxonomy::PolicyArea => c.policy_areas.iter().map(|t| t.id.as_str()).collect(),
        Taxonomy::Sector => c.sector.iter().map(|t| t.id.as_str()).collect(),
        Taxonomy::Value => c.values.iter().map(|v| v.value.id.as_str()).collect(),
    }
}

/// Everything of a report that the index knows it by.
pub(crate) fn names_of_report(r: &Report) -> impl PartialEq + use<> {
    let id = |id: &Option<Spanned<String>>| id.as_ref().map(|id| id.value.clone());
    (r.head.id.clone(), id(&r.commitment), id(&r.action_plan))
}

/// Everything of a commitment that the index knows it by.
pub(crate) fn names(c: &Commitment) -> impl PartialEq + use<> {
    let values =
        |ids: &[Spanned<String>]| ids.iter().map(|id| id.value.clone()).collect::<Vec<_>>();
    let plans = if let PlanMembership::Plans(plans) = &c.action_plans {
        values(plans)
    } else {
        Vec::new()
    };
    let terms = Taxonomy::ALL.map(|t| {
        terms_of(c, t)
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    (
        c.head.id.clone(),
        c.status(),
        terms,
        plans,
        values(&c.datasets),
        values(&c.reports),
    )
}

impl PortalIndex {
    /// Looks through everything, once.
    pub(crate) fn of(portal: &Portal) -> PortalIndex {
        let mut index = PortalIndex::default();
        for (at, c) in portal.commitments.iter().enumerate() {
            enter(&mut index.commitments, &c.head.id, at);
            index.by_status.entry(c.status()).or_default().push(at);
            for taxonomy in Taxonomy::ALL {
                for id in terms_of(c, taxonomy) {
                    enter(index.by_term.entry(taxonomy).or_default(), id, at);
                }
            }
            if let PlanMembership::Plans(plans) = &c.action_plans {
                plans
                    .iter()
                    .for_each(|plan| enter(&mut index.commitments_of_plan, &plan.value, at));
            }
            c.datasets
                .iter()
                .for_each(|id| enter(&mut index.commitments_on_dataset, &id.value, at));
        }
        for (at, r) in portal.reports.iter().enumerate() {
            r.commitment
                .iter()
                .for_each(|id| enter(&mut index.reports_on_commitment, &id.value, at));
            r.action_plan
                .iter()
                .for_each(|id| enter(&mut index.reports_of_plan, &id.value, at));
        }
        index.enter_pages(portal);
        index.enter_cited(portal);
        index.enter_datasets(&portal.datasets);
        index
    }

    /// Reports that commitments cite, besides those that say themselves what they are about.
    fn enter_cited(&mut self, portal: &Portal) {
        let mut reports = Positions::new();
        for (at, r) in portal.reports.iter().enumerate() {
            enter(&mut reports, &r.head.id, at);
        }
        for c in portal.commitments.iter().filter(|c| !c.reports.is_empty()) {
            let cited = c
                .reports
                .iter()
                .filter_map(|id| reports.get(&id.value.to_ascii_lowercase()))
                .flatten();
            let held = self
                .reports_on_commitment
                .entry(c.head.id.to_ascii_lowercase())
                .or_default();
            held.extend(cited);
            held.sort_unstable();
            held.dedup();
        }
    }

    /// Pages by the folder that lists them: within it by their own order, then the newest first, then by their addresses.
    fn enter_pages(&mut self, portal: &Portal) {
        for (at, page) in portal.pages.iter().enumerate() {
            enter(&mut self.pages_in_folder, page.listed_in(), at);
        }
        for places in self.pages_in_folder.values_mut() {
            let page = |at: &usize| &portal.pages[*at];
            places.sort_by_cached_key(|at| {
                let newest = page(at)
                    .head
                    .updated
                    .map(|date| std::cmp::Reverse(date.last_day()));
                (
                    page(at).head.rank(),
                    newest.is_none(),
                    newest,
                    page(at).address.clone(),
                )
            });
            let ordered: Vec<usize> = places
                .iter()
                .copied()
                .filter(|at| page(at).head.order.is_some())
                .collect();
            for (place, at) in ordered.iter().enumerate() {
                let before = place.checked_sub(1).map(|place| ordered[place]);
                self.pages_beside
                    .insert(*at, [before, ordered.get(place + 1).copied()]);
            }
        }
    }

    fn enter_datasets(&mut self, datasets: &[Dataset]) {
        self.datasets = Positions::new();
        for (at, d) in datasets.iter().enumerate() {
            enter(&mut self.datasets, &d.head.id, at);
        }
    }
}

/// Things of one list at these places.
fn at<'p, T>(
    all: &'p [T],
    places: Option<&'p Vec<usize>>,
) -> impl ExactSizeIterator<Item = &'p T> + use<'p, T> {
    places
        .map_or(&[][..], Vec::as_slice)
        .iter()
        .map(|at| &all[*at])
}

/// Things of one list by an identifier, in any case.
fn named<'p, T>(
    all: &'p [T],
    places: &'p Positions,
    id: &str,
) -> impl ExactSizeIterator<Item = &'p T> + use<'p, T> {
    at(all, places.get(&id.to_ascii_lowercase()))
}

impl Portal {
    /// The commitment of this identifier, in any case.
    pub(crate) fn commitment(&self, id: &str) -> Option<&Commitment> {
        named(&self.commitments, &self.index.commitments, id).next()
    }

    /// The dataset of this identifier, in any case.
    pub(crate) fn dataset(&self, id: &str) -> Option<&Dataset> {
        named(&self.datasets, &self.index.datasets, id).next()
    }

    /// The ordinary pages of a folder, in the order in which its own page lists them.
    pub(crate) fn pages_in(&self, folder: &str) -> impl ExactSizeIterator<Item = &TextPage> {
        named(&self.pages, &self.index.pages_in_folder, folder)
    }

    /// The pages before and after the ordinary page at this place, where their authors gave them an order.
    pub(crate) fn pages_beside(&self, at: usize) -> [Option<&TextPage>; 2] {
        let beside = self
            .index
            .pages_beside
            .get(&at)
            .copied()
            .unwrap_or_default();
        beside.map(|at| at.and_then(|at| self.pages.get(at)))
    }

    /// The commitments that name a term, in the order of the portal.
    pub(crate) fn commitments_of(
        &self,
        taxonomy: Taxonomy,
        id: &str,
    ) -> impl ExactSizeIterator<Item = &Commitment> {
        at(
            &self.commitments,
            self.index
                .by_term
                .get(&taxonomy)
                .and_then(|terms| terms.get(&id.to_ascii_lowercase())),
        )
    }

    /// The commitments that are like this.
    pub(crate) fn commitments_with(
        &self,
        status: Status,
    ) -> impl ExactSizeIterator<Item = &Commitment> {
        at(&self.commitments, self.index.by_status.get(&status))
    }

    /// The commitments that a plan holds.
    pub(crate) fn commitments_of_plan(
        &self,
        plan: &ActionPlan,
    ) -> impl ExactSizeIterator<Item = &Commitment> {
        named(
            &self.commitments,
            &self.index.commitments_of_plan,
            &plan.head.id,
        )
    }

    /// The commitments that rest on a dataset.
    pub(crate) fn commitments_on(
        &self,
        dataset: &Dataset,
    ) -> impl ExactSizeIterator<Item = &Commitment> {
        named(
            &self.commitments,
            &self.index.commitments_on_dataset,
            &dataset.head.id,
        )
    }

    /// The reports that a commitment cites, and those that say they are about it.
    pub(crate) fn reports_on(
        &self,
        commitment: &Commitment,
    ) -> impl ExactSizeIterator<Item = &Report> {
        named(
            &self.reports,
            &self.index.reports_on_commitment,
            &commitment.head.id,
        )
    }

    /// The reports about a plan.
    pub(crate) fn reports_of_plan(
        &self,
        plan: &ActionPlan,
    ) -> impl ExactSizeIterator<Item = &Report> {
        named(&self.reports, &self.index.reports_of_plan, &plan.head.id)
    }

    /// Returns the portal with datasets that were made of what its pages say.
    pub(crate) fn with(mut self, registers: Vec<Dataset>) -> Portal {
        self.datasets.extend(registers);
        self.index.enter_datasets(&self.datasets);
        self
    }
}
