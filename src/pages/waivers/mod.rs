//! The public page of the personal data that are published, and why.

pub mod context;

use crate::model::Portal;
use crate::model::waiver::PublishedWaiver;
use crate::pages::context::{Body, BodyFacts, Link, Phrase};
use crate::pages::kinds::PageKindFacts;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address, linking};
use context::{WaivedKind, WaiverEntry, WaiversContext};
use tragaluz_tables::Tables;
use tragaluz_tables::privacy::name_of;

/// The page, where there is a waiver, or nobody looked.
pub(crate) struct WaiverPages;

impl PageKindFacts for WaiverPages {
    fn name(&self) -> &'static str {
        WaiversContext::KIND
    }

    fn is_lasting(&self) -> bool {
        false
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let own = portal.pages.iter().any(|page| page.address == "waivers");
        if own || portal.waived.is_empty() && portal.settings.privacy.off.is_none() {
            return Vec::new();
        }
        let title = Title::Message("waivers");
        vec![Draft::generated(address::WAIVERS.to_owned(), title)]
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let portal = site.portal;
        let off = portal.settings.privacy.off.as_ref();
        Body::of(WaiversContext {
            off: off.map(|off| off.reason.clone()),
            waivers: (portal.waived.iter())
                .map(|one| entry(site, page, one))
                .collect(),
        })
    }
}

fn entry(site: &SiteFacts<'_>, page: &PagePlan, one: &PublishedWaiver) -> WaiverEntry {
    let waiver = &one.waiver;
    let holder = one.of.as_deref().and_then(|file| site.plan.made_from(file));
    let link = holder.and_then(|address| linking::link(site, page, address));
    let file = waiver.file.as_deref().map(published_name);
    let of = link.unwrap_or_else(|| {
        let name = one.of.as_deref().map(published_name).or(file);
        Link::unlinked(Phrase::new(name.unwrap_or_default()))
    });
    WaiverEntry {
        of,
        file: file.filter(|_| holder.is_some()).map(str::to_owned),
        columns: waiver.columns.clone(),
        kinds: (waiver.kinds.iter())
            .map(|id| WaivedKind {
                id: (*id).to_owned(),
                name: name_of(id),
            })
            .collect(),
        ground: waiver.ground.to_owned(),
        reason: waiver.reason.clone(),
        by: waiver.by.clone(),
        until: waiver.until.to_string(),
    }
}

/// Returns a file's path as the site has it.
fn published_name(path: &str) -> &str {
    path.strip_prefix("content/").unwrap_or(path)
}
