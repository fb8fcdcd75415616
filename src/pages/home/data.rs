//! A few of the publisher's datasets, each with what it says first.

use super::context::HomeDataset;
use crate::charts::Headline;
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
        if one.claim.is_some() || one.figure.is_some() {
            with_figure.push(one);
        } else if others.len() < MOST {
            others.push(one);
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
    let claim = headlines::claim_of(site, page, id);
    let figures = headlines::of_dataset(site, page, id);
    let mut figures = figures.into_iter().filter(|_| claim.is_none());
    let figure = figures.next().map(short);
    let lowest = figures.find(|other| other.kind == "smallest").map(short);
    let has_figure = claim.is_some() || figure.is_some();
    let mut tables = site.tables.of(id).peekable();
    HomeDataset {
        title: Phrase::of(&dataset.head.title, &page.lang).unwrap_or_default(),
        href: linking::href(site, page, &address::dataset(id)),
        summary: Phrase::of(&dataset.head.summary, &page.lang).filter(|_| !has_figure),
        claim,
        lowest: lowest.filter(|_| figure.as_ref().is_some_and(|f| f.kind == "largest")),
        figure,
        rows: tables
            .peek()
            .is_some()
            .then(|| tables.map(|table| table.rows).sum()),
    }
}

/// Returns a figure without zeros at its end, which say how it was counted and not how much there is.
fn short(figure: Headline) -> Headline {
    let value = match figure.value.split_once('.') {
        Some((whole, part)) => match part.trim_end_matches('0') {
            "" => whole.to_owned(),
            part => format!("{whole}.{part}"),
        },
        None => figure.value.clone(),
    };
    Headline { value, ..figure }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_no_zeros_at_its_end() {
        for (value, shown) in [
            ("100.00", "100"),
            ("0.50", "0.5"),
            ("100", "100"),
            ("-3.1", "-3.1"),
        ] {
            let figure = Headline {
                value: value.to_owned(),
                ..Headline::default()
            };
            assert_eq!(short(figure).value, shown);
        }
    }
}
