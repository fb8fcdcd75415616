//! What is at the address of a page or dataset that was left out: a sentence that says so, and where to go on.

pub mod context;

use crate::model::Portal;
use crate::pages::context::{Body, BodyFacts};
use crate::pages::kinds::PageKindFacts;
use crate::pages::stand_in::{address_of, draft};
use crate::pages::{Draft, PagePlan, SiteFacts, address, linking};
use tragaluz_tables::Tables;

/// Pages that stand in for others.
pub(crate) struct LeftOutPages;

impl PageKindFacts for LeftOutPages {
    fn name(&self) -> &'static str {
        context::LeftOutContext::KIND
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

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let all = portal.left_out.iter().enumerate();
        all.filter_map(|(item, one)| Some(draft(one, address_of(one)?, item)))
            .collect()
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let folder = page.draft.address.split('/').next().unwrap_or_default();
        let list = address::list(folder, 1);
        let ways = [list.as_str(), address::QUALITY, "index.html"]
            .into_iter()
            .filter(|way| *way != page.draft.address);
        let links = ways
            .filter_map(|address| linking::link(site, page, address))
            .collect();
        Body::of(context::LeftOutContext { links })
    }
}
