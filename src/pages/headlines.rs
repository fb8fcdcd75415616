//! Headline figures of tables and datasets, in the language of a page.

use super::{PagePlan, SiteFacts};
use crate::charts::Headline;
use crate::text::phrase::Phrase;

/// Returns up to three headline figures of a table, best first; none where no number of it is sure to mean something by itself.
pub(crate) fn of_table(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    dataset: &str,
    resource: &str,
) -> Vec<Headline> {
    let Some(drawn) = site.charts.of_table(dataset, resource) else {
        return Vec::new();
    };
    let worded = drawn.worded(site.portal, site.tables, &page.lang);
    let as_of = site.as_of.map(|date| date.to_string());
    drawn.headlines(&worded, site.tables, as_of.as_deref())
}

/// Returns the headline figures of a dataset, best first: those of its first table that has some. Where a page has place for
/// one, it shows the first.
pub(crate) fn of_dataset(site: &SiteFacts<'_>, page: &PagePlan, dataset: &str) -> Vec<Headline> {
    let mut figures = (site.tables.of(dataset))
        .map(|table| of_table(site, page, dataset, &table.resource))
        .filter(|figures| !figures.is_empty());
    figures.next().unwrap_or_default()
}

/// Returns what an author says of a dataset in figures, in the language of a page: the title of the first chart that has
/// one with a number in it. Such a title stands alone, and the build holds its numbers against the data.
pub(crate) fn claim_of(site: &SiteFacts<'_>, page: &PagePlan, dataset: &str) -> Option<Phrase> {
    let titles = (site.tables.of(dataset)).filter_map(|table| {
        let drawn = site.charts.of_table(dataset, &table.resource)?;
        drawn.worded(site.portal, site.tables, &page.lang).title
    });
    let mut titles = titles.filter(|title| {
        let text = title.text.as_deref().unwrap_or_default();
        title.lang.is_none() && text.contains(char::is_numeric)
    });
    titles.next()
}
