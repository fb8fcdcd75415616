//! Looking up who names whom, by the portal's index.

use super::action_plan::ActionPlan;
use super::address;
use super::commitment::Commitment;
use super::dataset::Dataset;
use super::declared_fact::{DeclaredType, NamedThing};
use super::declared_page::{DeclaredPage, DeclaredValue};
use super::index::Positions;
use super::page::TextPage;
use super::portal::Portal;
use super::report::Report;
use super::term::TermRef;
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

    /// Returns the address of a thing that a declared fact names; none where there is no such thing.
    pub(crate) fn address_of(&self, thing: &NamedThing, id: &str) -> Option<String> {
        match thing {
            NamedThing::Commitment => self.commitment(id).map(|c| address::commitment(&c.head.id)),
            NamedThing::Dataset => self.dataset(id).map(|d| address::dataset(&d.head.id)),
            NamedThing::Initiative => {
                let mut all = self.initiatives.iter();
                let named = all.find(|i| i.head.id.eq_ignore_ascii_case(id))?;
                Some(address::initiative(&named.head.id, named.practice))
            }
            NamedThing::Declared(kind) => {
                let mut kinds = self.settings.kinds.iter();
                let kind = kinds.find(|own| own.name == *kind)?;
                let address = address::declared(&kind.folder, id);
                (self.index.declared.contains_key(&address)).then_some(address)
            }
        }
    }

    /// Whether a page of a declared kind names the thing at this address.
    pub(crate) fn is_named_by_declared(&self, address: &str) -> bool {
        self.index.declared_naming.contains_key(address)
    }

    /// The terms that a page of a declared kind names.
    pub(crate) fn terms_named_by<'p>(
        &'p self,
        page: &'p DeclaredPage,
    ) -> impl Iterator<Item = (Taxonomy, &'p TermRef)> {
        let facts = self.settings.kinds[page.kind].facts.iter();
        let given = facts.zip(&page.answers);
        given.flat_map(|(fact, values)| {
            values.iter().filter_map(|value| match (&fact.form, value) {
                (DeclaredType::Term(taxonomy), DeclaredValue::Term(term)) => {
                    Some((*taxonomy, term))
                }
                _ => None,
            })
        })
    }

    /// The pages of declared kinds that name the thing at this address, in the order of the portal.
    pub(crate) fn declared_naming(&self, address: &str) -> Vec<&DeclaredPage> {
        named(&self.declared, &self.index.declared_naming, address).collect()
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
