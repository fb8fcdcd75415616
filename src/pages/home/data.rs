//! A few of the publisher's datasets, each with what it says first.

use super::context::HomeDataset;
use crate::model::dataset::Dataset;
use crate::pages::context::{Link, Phrase};
use crate::pages::dataset_lists::is_register;
use crate::pages::{PagePlan, SiteFacts, address, headlines, linking};

/// Most datasets on the home page.
const MOST: usize = 3;

/// Returns the first datasets, those with a figure before the others.
pub(super) fn first(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<HomeDataset> {
    let mut with_figure = Vec::new();
    let mut others = Vec::new();
    for dataset in own(site) {
        if with_figure.len() == MOST {
            break;
        }
        let one = home_dataset(site, page, dataset);
        match one.figure {
            Some(_) => with_figure.push(one),
            None if others.len() < MOST => others.push(one),
            None => {}
        }
    }
    with_figure.extend(others);
    with_figure.truncate(MOST);
    with_figure
}

/// Returns the way to all datasets, where there are more than are shown.
pub(super) fn more(site: &SiteFacts<'_>, page: &PagePlan) -> Option<Link> {
    let has_more = own(site).nth(MOST).is_some();
    has_more
        .then(|| linking::all_of(site, page, "datasets"))
        .flatten()
}

/// The datasets that the portal's own pages are not.
fn own<'s>(site: &'s SiteFacts<'_>) -> impl Iterator<Item = &'s Dataset> {
    let all = site.portal.datasets.iter();
    all.filter(|dataset| !is_register(site, &dataset.head.id))
}

fn home_dataset(site: &SiteFacts<'_>, page: &PagePlan, dataset: &Dataset) -> HomeDataset {
    let id = &dataset.head.id;
    let figure = headlines::of_dataset(site, page, id).into_iter().next();
    let mut tables = site.tables.of(id).peekable();
    HomeDataset {
        title: Phrase::of(&dataset.head.title, &page.lang).unwrap_or_default(),
        href: linking::href(site, page, &address::dataset(id)),
        summary: Phrase::of(&dataset.head.summary, &page.lang).filter(|_| figure.is_none()),
        figure,
        rows: tables
            .peek()
            .is_some()
            .then(|| tables.map(|table| table.rows).sum()),
    }
}
