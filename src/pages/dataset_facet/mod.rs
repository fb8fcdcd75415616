//! Lists of the datasets that share a theme, a format, a licence, a publisher, a place or a keyword, or two of them.

pub(crate) mod shared;

use crate::model::Portal;
use crate::pages::context::{Body, BodyFacts, Phrase};
use crate::pages::dataset_facet::shared::RULES;
use crate::pages::facets::SharedFact;
use crate::pages::facets::show::Filter;
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts};
use crate::pages::lists::context::{Facet, ListingContext};
use crate::pages::{Draft, PagePlan, Plan, SiteFacts, address, entries};
use tragaluz_tables::Tables;

/// Pages of datasets that share a value or two.
pub(crate) struct DatasetFacetPages;

impl PageKindFacts for DatasetFacetPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn is_lasting(&self) -> bool {
        false
    }

    fn pages(&self, _portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        Vec::new()
    }

    fn pages_about(&self, plan: &Plan) -> Vec<Draft> {
        let single = plan.datasets.drafts(plan, &RULES, 1);
        let pairs = plan.datasets.drafts(plan, &RULES, 2);
        single.into_iter().chain(pairs).collect()
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let list = &site.plan.datasets.lists[page.draft.item];
        let records = &site.plan.catalog.datasets;
        let mut listing = entries::listing(
            site,
            page,
            "dataset",
            list.members.len(),
            |n| address::list_of(&list.address, n),
            |i| {
                let dataset = site.portal.dataset(&records[list.members[i]].id);
                dataset
                    .map(|dataset| entries::of_dataset(site, page, dataset))
                    .unwrap_or_default()
            },
        );
        complete(site, page, &list.facts, &mut listing);
        if list.facts.iter().any(|fact| fact.kind == "publishers") {
            listing.entries.iter_mut().for_each(|entry| entry.of = None);
        }
        Body::of(listing)
    }
}

/// Adds the ways to cut a list of datasets further.
pub(super) fn complete(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    facts: &[SharedFact],
    listing: &mut ListingContext,
) {
    filter(site, page, facts).offer(listing);
    let entries = &mut listing.entries;
    let Some(first) = entries.first().cloned() else {
        return;
    };
    // What all have tells none from another; who publishes the portal stands above each page.
    if entries.iter().all(|entry| entry.formats == first.formats) {
        entries.iter_mut().for_each(|entry| entry.formats.clear());
    }
    let publisher = site.portal.settings.publisher.as_ref();
    let own = publisher.and_then(|one| Phrase::of(&one.name, &page.lang));
    for entry in entries.iter_mut().filter(|entry| entry.of == own) {
        entry.of = None;
    }
}

/// Returns the ways to cut the list of all datasets.
pub(super) fn dataset_facets(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Facet> {
    let total = site.plan.catalog.datasets.len() as u64;
    filter(site, page, &[]).facets(total)
}

fn filter<'a>(site: &'a SiteFacts<'a>, page: &'a PagePlan, facts: &'a [SharedFact]) -> Filter<'a> {
    Filter {
        site,
        page,
        rules: &RULES,
        lists: &site.plan.datasets,
        facts,
    }
}
