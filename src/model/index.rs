//! Who names whom, found without looking through everything: pages of terms, plans and lists of a large portal would else
//! take time with the square of its size.

use super::commitment::{Commitment, PlanMembership};
use super::dataset::Dataset;
use super::page::TextPage;
use super::report::Report;
use super::vocabulary::{Status, Taxonomy};
use crate::source::fields::Spanned;
use std::collections::{BTreeMap, BTreeSet};

/// Indexes into one of the portal's lists, by whatever names them.
pub(super) type Positions = BTreeMap<String, Vec<usize>>;

/// Indexes of things, in the order of the portal's lists. Identifiers are in lower-case letters, for they are the same
/// without regard to case.
#[derive(Debug, Default)]
pub(super) struct PortalIndex {
    pub(super) commitments: Positions,
    pub(super) datasets: Positions,
    pub(super) by_term: BTreeMap<Taxonomy, Positions>,
    pub(super) by_status: BTreeMap<Status, Vec<usize>>,
    pub(super) commitments_of_plan: Positions,
    pub(super) commitments_on_dataset: Positions,
    pub(super) reports_on_commitment: Positions,
    pub(super) reports_of_plan: Positions,
    pub(super) pages_in_folder: Positions,
    /// Pages of declared kinds, by their addresses.
    pub(super) declared: Positions,
    /// Pages of declared kinds, by the addresses of what they name.
    pub(super) declared_naming: Positions,
    pub(super) pages_beside: BTreeMap<usize, [Option<usize>; 2]>,
}

pub(super) fn enter(places: &mut Positions, id: &str, at: usize) {
    let indexes = places.entry(id.to_ascii_lowercase()).or_default();
    if indexes.last() != Some(&at) {
        indexes.push(at);
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

/// Everything of a page that the index knows it by.
#[derive(PartialEq)]
pub(super) enum IndexedNames {
    /// A commitment's.
    Commitment {
        id: String,
        status: Status,
        terms: Vec<(Taxonomy, String)>,
        plans: Vec<String>,
        datasets: Vec<String>,
        reports: Vec<String>,
    },
    /// A report's.
    Report {
        id: String,
        commitment: Option<String>,
        plan: Option<String>,
    },
}

impl IndexedNames {
    pub(super) fn of_commitment(c: &Commitment) -> IndexedNames {
        let terms = (Taxonomy::ALL.into_iter())
            .flat_map(|t| terms_of(c, t).into_iter().map(move |id| (t, id.to_owned())));
        IndexedNames::Commitment {
            id: c.head.id.clone(),
            status: c.status(),
            terms: terms.collect(),
            plans: match &c.action_plans {
                PlanMembership::Plans(plans) => values(plans),
                PlanMembership::NotAttached | PlanMembership::NotReported => Vec::new(),
            },
            datasets: values(&c.datasets),
            reports: values(&c.reports),
        }
    }

    pub(super) fn of_report(r: &Report) -> IndexedNames {
        IndexedNames::Report {
            id: r.head.id.clone(),
            commitment: r.commitment.as_ref().map(|id| id.value.clone()),
            plan: r.action_plan.as_ref().map(|id| id.value.clone()),
        }
    }
}

fn values(ids: &[Spanned<String>]) -> Vec<String> {
    ids.iter().map(|id| id.value.clone()).collect()
}

impl PortalIndex {
    /// Looks through the portal's lists, once.
    pub(super) fn of(
        commitments: &[Commitment],
        reports: &[Report],
        pages: &[TextPage],
        datasets: &[Dataset],
    ) -> PortalIndex {
        let mut index = PortalIndex::default();
        for (at, c) in commitments.iter().enumerate() {
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
        for (at, r) in reports.iter().enumerate() {
            r.commitment
                .iter()
                .for_each(|id| enter(&mut index.reports_on_commitment, &id.value, at));
            r.action_plan
                .iter()
                .for_each(|id| enter(&mut index.reports_of_plan, &id.value, at));
        }
        index.enter_pages(pages);
        index.enter_cited(commitments, reports);
        index.enter_datasets(datasets);
        index
    }

    /// Reports that commitments cite, besides those that say themselves what they are about.
    fn enter_cited(&mut self, commitments: &[Commitment], reports: &[Report]) {
        let mut by_id = Positions::new();
        for (at, r) in reports.iter().enumerate() {
            enter(&mut by_id, &r.head.id, at);
        }
        for c in commitments.iter().filter(|c| !c.reports.is_empty()) {
            let cited = c
                .reports
                .iter()
                .filter_map(|id| by_id.get(&id.value.to_ascii_lowercase()))
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
    fn enter_pages(&mut self, pages: &[TextPage]) {
        for (at, page) in pages.iter().enumerate() {
            enter(&mut self.pages_in_folder, page.listed_in(), at);
        }
        for places in self.pages_in_folder.values_mut() {
            places.sort_by_cached_key(|at| {
                let TextPage { head, address } = &pages[*at];
                let newest = head.updated.map(|date| std::cmp::Reverse(date.last_day()));
                (head.rank(), newest.is_none(), newest, address.clone())
            });
            let ordered: Vec<usize> = places
                .iter()
                .copied()
                .filter(|at| pages[*at].head.order.is_some())
                .collect();
            for (place, at) in ordered.iter().enumerate() {
                let before = place.checked_sub(1).map(|place| ordered[place]);
                self.pages_beside
                    .insert(*at, [before, ordered.get(place + 1).copied()]);
            }
        }
    }

    /// Enters the datasets anew.
    pub(super) fn enter_datasets(&mut self, datasets: &[Dataset]) {
        self.datasets = Positions::new();
        for (at, d) in datasets.iter().enumerate() {
            enter(&mut self.datasets, &d.head.id, at);
        }
    }
}
