//! Lists of the datasets that share a theme, a format, a licence, a publisher, a place or a keyword.

pub(crate) mod shared;

use crate::model::Portal;
use crate::pages::context::{Body, BodyFacts, Phrase};
use crate::pages::dataset_facet::shared::{DatasetGroup, FACTS, FacetName};
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts};
use crate::pages::lists::context::{Facet, FacetValue, ListingContext};
use crate::pages::{Draft, PagePlan, Plan, SiteFacts, Title, address, entries, linking};
use tragaluz_tables::Tables;

/// Pages of datasets that share a value.
pub(crate) struct DatasetFacetPages;

/// Most values of a fact that the list of datasets offers; the others are on the pages of datasets and in the index.
const MOST_VALUES: usize = 30;

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
        let mut drafts = Vec::new();
        for (item, cut) in plan.cuts.cuts.iter().enumerate() {
            let title = title(cut);
            for (part, span) in (1..).zip(cut.spans.iter().copied()) {
                let draft = Draft::generated(address::list_of(&cut.address(), part), title.clone())
                    .item(item);
                let above = if part == 1 {
                    (Title::Message("datasets"), address::list("datasets", 1))
                } else {
                    (title.clone(), cut.address())
                };
                drafts.push(Draft {
                    part,
                    span,
                    ..draft.under(above.0, above.1)
                });
            }
        }
        drafts
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let cut = &site.plan.cuts.cuts[page.draft.item];
        let records = &site.plan.catalog.datasets;
        let mut listing = entries::listing(
            site,
            page,
            "dataset",
            cut.datasets.len(),
            |n| address::list_of(&cut.address(), n),
            |i| {
                let dataset = site.portal.dataset(&records[cut.datasets[i]].id);
                dataset
                    .map(|dataset| entries::of_dataset(site, page, dataset))
                    .unwrap_or_default()
            },
        );
        listing.cut = Some(Phrase::message(FACTS[cut.fact]));
        Body::of(listing)
    }
}

fn title(cut: &DatasetGroup) -> Title {
    match &cut.name {
        FacetName::Words(words) => Title::Words(words.clone()),
        FacetName::Message(id) => Title::Message(id),
    }
}

/// Ways to cut the list of datasets.
pub(super) fn dataset_facets(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Facet> {
    let mut facets = Vec::new();
    for (fact, name) in FACTS.iter().enumerate() {
        let own = site
            .plan
            .cuts
            .cuts
            .iter()
            .filter(|cut| cut.fact == fact && site.plan.has(&cut.address()));
        let mut values: Vec<FacetValue> = own
            .map(|cut| FacetValue {
                text: linking::title(page, &title(cut)),
                href: linking::href(site, page, &cut.address()),
                count: cut.datasets.len() as u64,
                current: false,
            })
            .collect();
        let only_largest = site.plan.cuts.left_out[fact] || values.len() > MOST_VALUES;
        values.truncate(MOST_VALUES);
        if !values.is_empty() {
            facets.push(Facet {
                name: Phrase::message(*name),
                values,
                only_largest,
                ..Facet::default()
            });
        }
    }
    facets
}
