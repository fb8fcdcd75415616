//! The search page: a form that leads to the A–Z index, and with a script to what was looked for.

pub mod context;
mod examples;

use crate::model::Portal;
use crate::pages::a_to_z::index;
use crate::pages::context::{Body, BodyFacts};
use crate::pages::kinds::PageKindFacts;
use crate::pages::{Draft, PagePlan, Plan, SiteFacts, Title, home, linking};
use tragaluz_tables::Tables;

pub(crate) struct SearchPages;

impl PageKindFacts for SearchPages {
    fn name(&self) -> &'static str {
        context::SearchContext::KIND
    }

    /// 6 KB of page, and 4 KB for the only script of a portal, which is in it.
    fn budget(&self) -> u64 {
        10 * 1024
    }

    fn pages(&self, _portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        Vec::new()
    }

    /// Where there is nothing to be found there is no search either.
    fn pages_about(&self, plan: &Plan) -> Vec<Draft> {
        // An author's own page of that address takes its place.
        let wanted =
            plan.searchable && !plan.index.is_empty() && !plan.has(crate::pages::kinds::SEARCH);
        wanted
            .then(|| Draft::generated(crate::pages::kinds::SEARCH.into(), Title::Message("search")))
            .into_iter()
            .collect()
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        Body::of(context::SearchContext {
            a_to_z: linking::href(site, page, &index::address_of(1)),
            examples: examples::examples(site, page),
            browse: home::browse(site, page),
            total: site
                .plan
                .index
                .get(&page.lang)
                .map_or(0, |letters| letters.lines.len() as u64),
            index: linking::href(
                site,
                page,
                &format!("{}/", crate::pages::kinds::SEARCH_FOLDER),
            ),
            script: site.search_script.to_owned(),
        })
    }
}
