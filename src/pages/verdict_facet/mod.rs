//! Lists of the commitments that share a verdict of their reviewers or evaluators.

use crate::model::Portal;
use crate::model::bilingual::in_languages;
use crate::pages::context::{Body, BodyFacts, Phrase};
use crate::pages::evaluations::VerdictGroup;
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts};
use crate::pages::lists::context::{Facet, FacetValue, ListingContext};
use crate::pages::{Draft, PagePlan, Plan, SiteFacts, Title, address, entries, linking};
use crate::text::lang::Lang;
use tragaluz_tables::Tables;

/// Pages of commitments that share a verdict.
pub(crate) struct VerdictFacetPages;

impl PageKindFacts for VerdictFacetPages {
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
        for (item, shared) in plan.verdicts.iter().enumerate() {
            let (title, first) = (
                title(shared, &plan.catalog.portal.languages),
                shared.address(),
            );
            for (part, span) in (1..).zip(shared.spans.iter().copied()) {
                let draft =
                    Draft::generated(address::list_of(&first, part), title.clone()).item(item);
                let above = if part == 1 {
                    (
                        Title::Message("commitments"),
                        address::list("commitments", 1),
                    )
                } else {
                    (title.clone(), first.clone())
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
        let shared = &site.plan.verdicts[page.draft.item];
        let all = &site.portal.commitments;
        let mut listing = entries::listing(
            site,
            page,
            "commitment",
            shared.commitments.len(),
            |n| address::list_of(&shared.address(), n),
            |i| entries::of_commitment(site, page, &all[shared.commitments[i]]),
        );
        listing.cut = Some(Phrase::message(given_by(shared)));
        Body::of(listing)
    }
}

/// The verdict and the value that is shared.
fn title(shared: &VerdictGroup, languages: &[Lang]) -> Title {
    Title::Both(
        in_languages(shared.verdict.title, languages),
        shared.message,
    )
}

/// The message that names who gives the verdict: a facet for each of the dozen would fill a phone's screen.
fn given_by(shared: &VerdictGroup) -> &'static str {
    if shared.verdict.is_of_reports() {
        "facet-evaluation"
    } else {
        "facet-review"
    }
}

/// Ways to cut the list of commitments by what reviewers and evaluators said.
pub(super) fn verdict_facets(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Facet> {
    let mut facets: Vec<Facet> = Vec::new();
    for shared in site
        .plan
        .verdicts
        .iter()
        .filter(|shared| site.plan.has(&shared.address()))
    {
        let name = Phrase::message(given_by(shared));
        if facets.last().is_none_or(|facet| facet.name != name) {
            facets.push(Facet {
                name,
                ..Facet::default()
            });
        }
        let value = FacetValue {
            text: linking::title(page, &title(shared, &site.portal.settings.languages)),
            href: linking::href(site, page, &shared.address()),
            count: shared.commitments.len() as u64,
            current: false,
        };
        facets
            .last_mut()
            .into_iter()
            .for_each(|facet| facet.values.push(value.clone()));
    }
    facets
}
