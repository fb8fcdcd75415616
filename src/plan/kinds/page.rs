//! An ordinary page.

use super::{Findable, Kind};
use crate::data::Tables;
use crate::model::Portal;
use crate::plan::context::{Body, OrdinaryPage};
use crate::plan::{Draft, PagePlan, View};

/// Ordinary pages.
pub struct Pages;

impl Kind for Pages {
    fn id(&self) -> &'static str {
        "page"
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let draft = |(i, page): (usize, &crate::model::page::Page)| Draft {
            // A page of news is news; "About" is not.
            news: page.address.contains('/'),
            ..Draft::of(&page.head, format!("{}.html", page.address), i)
        };
        portal.pages.iter().enumerate().map(draft).collect()
    }

    fn called(&self, _draft: &Draft) -> Option<&'static str> {
        Some("page")
    }

    fn findable(&self, page: &PagePlan, view: &View<'_>) -> Findable {
        view.found_by_text(page, &view.portal.pages[page.draft.item].head)
    }

    fn body(&self, page: &PagePlan, view: &View<'_>) -> Body {
        let head = &view.portal.pages[page.draft.item].head;
        Body::Page(Box::new(OrdinaryPage {
            summary: view.summary(page, head),
            sections: view.sections(page, head, |_| true),
            feedback: head.comments.and_then(|_| view.feedback_on(head)),
            sources: view.sources(page, head, &head.sources),
            ..OrdinaryPage::default()
        }))
    }
}
