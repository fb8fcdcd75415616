//! Looking up who names whom, by the portal's index.

use super::action_plan::ActionPlan;
use super::commitment::Commitment;
use super::dataset::Dataset;
use super::index::Positions;
use super::page::TextPage;
use super::portal::Portal;
use super::report::Report;
use super::vocabulary::{Status, Taxonomy};

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
}
