//! The way from one page of a table's rows to the others.

use super::context::{RowPageLink, RowPager};
use crate::pages::row_pages::{address, per_page, ranges, rows_of};
use crate::pages::{PagePlan, SiteFacts, linking};
use tragaluz_tables::Table;
use tragaluz_tables::outline::KeyRange;

/// Pages to choose from that are all named.
const ALL: u64 = 12;

/// Steps from the first page to the last, where there are more.
const STEPS: u64 = 8;

/// The pager of a page of rows; none where there is but one page.
pub(super) fn of(page: &PagePlan, site: &SiteFacts<'_>, table: &Table) -> Option<RowPager> {
    let edges = ranges(table, page.draft.rows);
    let (pages, here) = (edges.len() as u64, page.draft.part as u64);
    if pages < 2 {
        return None;
    }
    let link = |number: u64| {
        let edge = usize::try_from(number - 1)
            .ok()
            .and_then(|at| edges.get(at));
        let key = |key: fn(&KeyRange) -> &Vec<String>| {
            edge.map(|edge| called(page, site, table, key(edge)))
                .filter(|key| !key.is_empty())
        };
        RowPageLink {
            number,
            href: linking::href(site, page, &address(table, page.draft.rows, number)),
            current: number == here,
            from: key(|edge| &edge.first),
            to: key(|edge| &edge.last),
            first: (number - 1) * per_page(table) + 1,
            last: (number * per_page(table)).min(rows_of(table, page.draft.rows)),
        }
    };
    Some(RowPager {
        pages,
        here: link(here),
        previous: (here > 1).then(|| link(here - 1)),
        next: (here < pages).then(|| link(here + 1)),
        links: stops(pages, here).into_iter().map(link).collect(),
    })
}

/// Returns a key as readers of the page know it: the labels of its values, else these.
fn called(page: &PagePlan, site: &SiteFacts<'_>, table: &Table, key: &[String]) -> String {
    let dataset = site.portal.dataset(&table.dataset);
    let said = |(at, cell): (&usize, &String)| {
        let labels = dataset.and_then(|d| d.labels.of(&table.columns[*at]));
        let label = labels.and_then(|labels| labels.label(cell, &page.lang)?.text);
        label.unwrap_or_else(|| cell.clone())
    };
    let cells = (table.outline.key.iter().zip(key)).filter(|(_, cell)| !cell.is_empty());
    cells.map(said).collect::<Vec<_>>().join(" ")
}

/// Returns the pages to choose from: all of a few; of more the first, the last, those around this one and some evenly between.
fn stops(pages: u64, here: u64) -> Vec<u64> {
    if pages <= ALL {
        return (1..=pages).collect();
    }
    let even = (0..=STEPS).map(|step| 1 + (pages - 1) * step / STEPS);
    let near = (here - 1).max(1)..=(here + 1).min(pages);
    let mut stops: Vec<u64> = even.chain(near).collect();
    stops.sort_unstable();
    stops.dedup();
    stops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_table_offers_few_pages_evenly_and_those_around() {
        assert_eq!(stops(12, 3), (1..=12).collect::<Vec<_>>());
        assert_eq!(
            stops(200, 60),
            [1, 25, 50, 59, 60, 61, 75, 100, 125, 150, 175, 200]
        );
        assert_eq!(stops(13, 13).last(), Some(&13));
    }
}
