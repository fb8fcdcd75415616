//! The search page: a form that leads to the A–Z index, and with a script to what was looked for.

use super::Kind;
use crate::data::Tables;
use crate::model::Portal;
use crate::plan::context::{self, Body};
use crate::plan::{Draft, PagePlan, Plan, Title, View, index};

/// The search page.
pub(crate) struct SearchPage;

impl Kind for SearchPage {
    fn id(&self) -> &'static str {
        "search"
    }

    fn pages(&self, _portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        Vec::new()
    }

    /// Where there is nothing to be found there is no search either.
    fn pages_about(&self, plan: &Plan) -> Vec<Draft> {
        // An author's own page of that address takes its place.
        let wanted = plan.searchable && !plan.index.is_empty() && !plan.has(super::SEARCH);
        wanted
            .then(|| Draft::generated(super::SEARCH.into(), Title::Message("search")))
            .into_iter()
            .collect()
    }

    fn body(&self, page: &PagePlan, view: &View<'_>) -> Body {
        Body::Search(Box::new(context::Search {
            a_to_z: view.href(page, &index::address_of(1)),
            letters: view.letters(page),
            total: view
                .plan
                .index
                .get(&page.lang)
                .map_or(0, |letters| letters.lines.len() as u64),
            index: view.href(page, &format!("{}/", super::SEARCH_FOLDER)),
            script: String::new(),
        }))
    }
}
