//! Lists of the commitments that have two facts: pages below a term's page.

use super::Kind;
use crate::data::Tables;
use crate::model::Portal;
use crate::model::vocabulary::{Status, Taxonomy};
use crate::plan::context::{Body, Facet, FacetValue, Phrase};
use crate::plan::entries::pages_of;
use crate::plan::pairs::{Pair, Second};
use crate::plan::standing::strip;
use crate::plan::{Draft, PagePlan, Plan, Title, View, address};

/// Pages of pairs.
pub struct PairPages;

/// Most values of a facet that a term's page offers.
const MOST_VALUES: usize = 8;

impl Kind for PairPages {
    fn id(&self) -> &'static str {
        "pair"
    }

    fn pages(&self, _portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        Vec::new()
    }

    fn pages_about(&self, plan: &Plan) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (item, pair) in plan.pairs.kept.iter().enumerate() {
            let parent = address::term(pair.first.0, &pair.first.1);
            let Some(Title::Words(name)) = plan.page(&parent).map(|draft| &draft.title) else { continue };
            let title = match &pair.second {
                Second::Status(status) => Title::Both(name.clone(), status_message(*status)),
                Second::Term(taxonomy, id) => {
                    let Some(draft) = plan.page(&address::term(*taxonomy, id)) else { continue };
                    let Title::Words(other) = &draft.title else { continue };
                    Title::Words(name.joined(other, " · "))
                }
            };
            let first = pair.address();
            for part in 1..=pages_of(pair.commitments.len()) {
                let draft = Draft::generated(address::list_of(&first, part), title.clone()).item(item);
                let above = if part == 1 { (Title::Words(name.clone()), &parent) } else { (title.clone(), &first) };
                drafts.push(Draft { part, ..draft.under(above.0, above.1.clone()) });
            }
        }
        drafts
    }

    fn body(&self, page: &PagePlan, view: &View<'_>) -> Body {
        let pair = &view.plan.pairs.kept[page.draft.item];
        let commitments = || pair.commitments.iter().map(|at| &view.portal.commitments[*at]);
        let at = |n: usize| address::list_of(&pair.address(), n);
        let entry = |i: usize| view.commitment_entry(page, &view.portal.commitments[pair.commitments[i]]);
        let mut listing = view.listing(page, "commitment", pair.commitments.len(), at, entry);
        let by_status = matches!(pair.second, Second::Status(_));
        listing.strip = (!by_status).then(|| strip(commitments().map(|c| c.status()), |_| None));
        Body::Listing(Box::new(listing))
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

impl View<'_> {
    /// Ways to cut a term's commitments by a second fact, as far as there are pages for them.
    pub(super) fn pair_facets(&self, page: &PagePlan, taxonomy: Taxonomy, id: &str) -> Vec<Facet> {
        let mut facets: Vec<(&str, Facet)> = Vec::new();
        for (pair, other) in self.plan.pairs.of(taxonomy, id) {
            let Some((folder, text)) = self.second(page, &other) else { continue };
            if !self.plan.has(&pair.address()) {
                continue;
            }
            let at = facets.iter().position(|(known, _)| *known == folder).unwrap_or_else(|| {
                facets.push((folder, Facet { name: Phrase::message(folder), ..Facet::default() }));
                facets.len() - 1
            });
            facets[at].1.values.push(self.pair_value(page, pair, text));
        }
        let left_out = self.plan.pairs.left_out > 0;
        let mut facets: Vec<Facet> = facets.into_iter().map(|(_, facet)| facet).collect();
        for facet in &mut facets {
            facet.only_largest = left_out || facet.values.len() > MOST_VALUES;
            facet.values.truncate(MOST_VALUES);
        }
        facets
    }

    fn pair_value(&self, page: &PagePlan, pair: &Pair, text: Phrase) -> FacetValue {
        let count = pair.commitments.len() as u64;
        FacetValue { text, href: self.href(page, &pair.address()), count, current: false }
    }

    fn second(&self, page: &PagePlan, second: &Second) -> Option<(&'static str, Phrase)> {
        match second {
            Second::Status(status) => Some(("statuses", Phrase::message(status_message(*status)))),
            Second::Term(taxonomy, id) => {
                let draft = self.plan.page(&address::term(*taxonomy, id))?;
                Some((taxonomy.folder(), self.title(page, &draft.title)))
            }
        }
    }
}
