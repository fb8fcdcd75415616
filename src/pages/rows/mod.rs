//! Every row of a table as plain pages: `datasets/NAME/rows/TABLE-1.html` and on.
//!
//! A kind fills a page from what is known in memory, and rows are not: they stay on the disk. So a page is planned
//! here with everything but its rows, and whoever makes the pages streams the table once and hands each page its own.

pub mod context;

use crate::model::Portal;
use crate::pages::context::{Body, BodyFacts, Pager, TablePreview};
use crate::pages::kinds::PageKindFacts;
use crate::pages::row_pages::{address_of, pages, per_page};
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address, dataset, entries, linking};
use tragaluz_tables::{Table, Tables};

pub(crate) struct RowsPages;

impl PageKindFacts for RowsPages {
    fn name(&self) -> &'static str {
        context::RowsContext::KIND
    }

    fn is_mapped(&self) -> bool {
        false
    }

    fn has_text_edition(&self) -> bool {
        false
    }

    fn pages(&self, portal: &Portal, tables: &Tables) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (item, table) in tables.tables.iter().enumerate() {
            let Some(dataset) = portal.dataset(&table.dataset) else {
                continue;
            };
            let resource = dataset.resources.iter().find(|r| r.name == table.resource);
            let title = resource
                .map(|r| &r.title)
                .filter(|t| !t.is_empty())
                .unwrap_or(&dataset.head.title);
            for part in 1..=pages(table) {
                let draft = Draft::generated(address_of(table, part), Title::Words(title.clone()))
                    .item(item);
                let parent = Title::Words(dataset.head.title.clone());
                let part = usize::try_from(part).unwrap_or(usize::MAX);
                drafts.push(Draft {
                    part,
                    ..draft.under(parent, address::dataset(&table.dataset))
                });
            }
        }
        drafts
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let table = &site.tables.tables[page.draft.item];
        let dataset = site.portal.dataset(&table.dataset);
        let head = dataset
            .map(|d| dataset::preview(page, d, table))
            .unwrap_or_default();
        let first = (page.draft.part as u64 - 1) * per_page(table) + 1;
        Body::of(context::RowsContext {
            dataset: linking::link(site, page, &address::dataset(&table.dataset))
                .unwrap_or_default(),
            resource: linking::title(page, &page.draft.title),
            preview: TablePreview {
                rows: Vec::new(),
                first,
                ..head
            },
            pager: pager(page, site, table),
            downloads: Vec::new(),
        })
    }

    fn rows_of(&self, page: &PagePlan) -> Option<usize> {
        Some(page.draft.item)
    }
}

fn pager(page: &PagePlan, site: &SiteFacts<'_>, table: &Table) -> Option<Pager> {
    let pages = usize::try_from(pages(table)).unwrap_or(usize::MAX);
    entries::pager_of(site, page, pages, |n| address_of(table, n as u64))
}
