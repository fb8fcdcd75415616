//! Lists of the commitments that have two facts: pages below a term's page.

pub(crate) mod shared;

use crate::model::Portal;
use crate::model::vocabulary::{Status, Taxonomy};
use crate::pages::commitment_facet::shared::{CommitmentGroup, SecondFact};
use crate::pages::context::{Body, BodyFacts, Phrase};
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts};
use crate::pages::lists::context::{Facet, FacetValue, ListingContext};
use crate::pages::overdue::strip_of;
use crate::pages::{Draft, PagePlan, Plan, SiteFacts, Title, address, entries, linking};
use tragaluz_tables::Tables;

pub(crate) struct CommitmentFacetPages;

/// Most values of a facet that a term's page offers.
const MOST_VALUES: usize = 8;

impl PageKindFacts for CommitmentFacetPages {
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
        for (item, pair) in plan.pairs.kept.iter().enumerate() {
            let parent = address::term(pair.first.0, &pair.first.1);
            let Some(Title::Words(name)) = plan.page(&parent).map(|draft| &draft.title) else {
                continue;
            };
            let title = match &pair.second {
                SecondFact::Status(status) => Title::Both(name.clone(), status_message(*status)),
                SecondFact::Term(taxonomy, id) => {
                    let Some(draft) = plan.page(&address::term(*taxonomy, id)) else {
                        continue;
                    };
                    let Title::Words(other) = &draft.title else {
                        continue;
                    };
                    Title::Words(name.joined(other, " · "))
                }
            };
            let first = pair.address();
            for (part, span) in (1..).zip(pair.spans.iter().copied()) {
                let draft =
                    Draft::generated(address::list_of(&first, part), title.clone()).item(item);
                let above = if part == 1 {
                    (Title::Words(name.clone()), &parent)
                } else {
                    (title.clone(), &first)
                };
                drafts.push(Draft {
                    part,
                    span,
                    ..draft.under(above.0, above.1.clone())
                });
            }
        }
        drafts
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let pair = &site.plan.pairs.kept[page.draft.item];
        let all = &site.portal.commitments;
        let mut listing = entries::listing(
            site,
            page,
            "commitment",
            pair.commitments.len(),
            |n| address::list_of(&pair.address(), n),
            |i| entries::of_commitment(site, page, &all[pair.commitments[i]]),
        );
        let commitments = pair.commitments.iter().map(|at| &all[*at]);
        let by_status = matches!(pair.second, SecondFact::Status(_));
        listing.strip = (!by_status).then(|| strip_of(site.portal, commitments, |_| None));
        Body::of(listing)
    }
}

fn status_message(status: Status) -> &'static str {
    match status {
        Status::Finished => "status-finished",
        Status::InProgress => "status-in-progress",
        Status::Stuck => "status-stuck",
        Status::NotStarted => "status-not-started",
        Status::Incomplete => "status-incomplete",
        Status::NotReported => "status-not-reported",
    }
}

/// The page of a term's commitments that are like this, where there is one.
pub(super) fn pair_href(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    taxonomy: Taxonomy,
    id: &str,
    status: Status,
) -> Option<String> {
    let wanted = SecondFact::Status(status);
    let pairs = site.plan.pairs.of(taxonomy, id);
    let pair = pairs
        .iter()
        .find(|(pair, _)| pair.second == wanted)
        .map(|(pair, _)| pair.address())?;
    site.plan
        .has(&pair)
        .then(|| linking::href(site, page, &pair))
}

/// Ways to cut a term's commitments by another term, as far as there are pages for them. Statuses are cut by the
/// strip above the list.
pub(super) fn pair_facets(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    taxonomy: Taxonomy,
    id: &str,
) -> Vec<Facet> {
    let mut facets: Vec<(&str, Facet)> = Vec::new();
    for (pair, other) in site.plan.pairs.of(taxonomy, id) {
        let SecondFact::Term(taxonomy, id) = &other else {
            continue;
        };
        let there = site.plan.has(&pair.address());
        let Some(draft) = site
            .plan
            .page(&address::term(*taxonomy, id))
            .filter(|_| there)
        else {
            continue;
        };
        let (folder, text) = (taxonomy.folder(), linking::title(page, &draft.title));
        let at = facets
            .iter()
            .position(|(known, _)| *known == folder)
            .unwrap_or_else(|| {
                facets.push((
                    folder,
                    Facet {
                        name: Phrase::message(folder),
                        ..Facet::default()
                    },
                ));
                facets.len() - 1
            });
        facets[at].1.values.push(pair_value(site, page, pair, text));
    }
    let left_out = site.plan.pairs.left_out > 0;
    let mut facets: Vec<Facet> = facets.into_iter().map(|(_, facet)| facet).collect();
    for facet in &mut facets {
        facet.only_largest = left_out || facet.values.len() > MOST_VALUES;
        facet.values.truncate(MOST_VALUES);
    }
    facets
}

fn pair_value(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    pair: &CommitmentGroup,
    text: Phrase,
) -> FacetValue {
    let count = pair.commitments.len() as u64;
    FacetValue {
        text,
        href: linking::href(site, page, &pair.address()),
        count,
        current: false,
    }
}
