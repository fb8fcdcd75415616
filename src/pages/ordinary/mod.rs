//! An ordinary page.

pub mod context;

use crate::model::Portal;
use crate::model::page::TextPage;
use crate::pages::context::{Body, BodyFacts};
use crate::pages::kinds::{PageKindFacts, SearchText};
use crate::pages::ordinary::context::OrdinaryPageContext;
use crate::pages::paging::{EntryWeight, ListRange, spans};
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, entries, frame, linking, prose, search_text,
};
use tragaluz_tables::Tables;

pub(crate) struct OrdinaryPages;

/// Compressed bytes that the list of pages below one may take, which has a text of its own.
const BELOW: usize = 3_000;

impl PageKindFacts for OrdinaryPages {
    fn name(&self) -> &'static str {
        OrdinaryPageContext::KIND
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &["downloads"]
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        portal
            .pages
            .iter()
            .enumerate()
            .flat_map(|(i, page)| drafts(portal, i, page))
            .collect()
    }

    fn pages_of(&self, item: usize, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        portal
            .pages
            .get(item)
            .map(|page| drafts(portal, item, page))
            .unwrap_or_default()
    }

    fn called(&self, draft: &Draft) -> Option<Title> {
        (draft.part == 1).then_some(Title::Message("page"))
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        search_text::of_text(site, page, &site.portal.pages[page.draft.item].head)
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let own = &site.portal.pages[page.draft.item];
        let ListRange {
            start, end, brief, ..
        } = page.draft.span;
        let below = own
            .folder()
            .into_iter()
            .flat_map(|folder| site.portal.pages_in(folder));
        let list = OrdinaryPageContext {
            entries: below
                .skip(start)
                .take(end - start)
                .map(|below| entries::in_brief(entries::of_page(site, page, below), brief))
                .collect(),
            pager: entries::pager(site, page, |n| {
                address::list(own.folder().unwrap_or_default(), n)
            }),
            ..OrdinaryPageContext::default()
        };
        if page.draft.part > 1 {
            return Body::of(list);
        }
        let beside = site.portal.pages_beside(page.draft.item);
        let [previous, next] =
            beside.map(|beside| linking::link(site, page, &format!("{}.html", beside?.address)));
        Body::of(OrdinaryPageContext {
            summary: prose::summary(page, &own.head),
            sections: prose::sections(site, page, &own.head, |_| true),
            feedback: own
                .head
                .comments
                .and_then(|_| frame::feedback_on(site, &own.head)),
            sources: linking::sources(site, page, &own.head, &own.head.sources),
            previous,
            next,
            ..list
        })
    }
}

/// A page, and the pages on which the list of those below it goes on.
fn drafts(portal: &Portal, item: usize, page: &TextPage) -> Vec<Draft> {
    let address = format!("{}.html", page.address);
    let below = page
        .folder()
        .into_iter()
        .flat_map(|folder| portal.pages_in(folder));
    let spans = spans(below.map(|page| EntryWeight::of(&page.head)), BELOW);
    let mut drafts = Vec::with_capacity(spans.len());
    for (part, span) in (1..).zip(spans) {
        let draft = if part == 1 {
            // A page of news is news; "About" is not.
            Draft {
                news: page.address.contains('/'),
                ..Draft::of(&page.head, address.clone(), item)
            }
        } else {
            let title = Title::Words(page.head.title.clone());
            let folder = page.folder().unwrap_or_default();
            let own = Draft::generated(address::list(folder, part), title.clone()).item(item);
            own.under(title, address.clone())
        };
        drafts.push(Draft {
            part,
            span,
            ..draft
        });
    }
    drafts
}
