//! What a host shows for an address that does not exist.

pub mod context;

use super::lists;
use crate::model::Portal;
use crate::pages::context::{Body, BodyFacts};
use crate::pages::kinds::PageKindFacts;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, linking};
use crate::text::lang::Lang;
use tragaluz_tables::Tables;

/// `404.html`, in the main language only: a host has one.
pub(crate) struct NotFoundPages;

impl PageKindFacts for NotFoundPages {
    fn name(&self) -> &'static str {
        context::NotFoundContext::KIND
    }

    fn budget(&self) -> u64 {
        6 * 1024
    }

    fn is_lasting(&self) -> bool {
        false
    }

    fn is_mapped(&self) -> bool {
        false
    }

    fn is_at_any_depth(&self) -> bool {
        true
    }

    fn has_text_edition(&self) -> bool {
        false
    }

    fn pages(&self, _portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        vec![Draft::generated(
            "404.html".into(),
            Title::Message("not-found"),
        )]
    }

    fn languages<'p>(&self, portal: &'p Portal) -> &'p [Lang] {
        &portal.settings.languages[..1]
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let index = [crate::pages::kinds::SEARCH, "a-z/index.html"];
        let all = index
            .into_iter()
            .chain(lists::WAYS.iter().map(|(_, address)| *address));
        let ways = all.filter_map(|address| linking::link(site, page, address));
        Body::of(context::NotFoundContext {
            links: ways.collect(),
        })
    }
}
