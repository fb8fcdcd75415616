//! The charts that a page shows: their words in its language, and links from where it is.

use super::context::{Chart, ChartFiles, Spark};
use super::{PagePlan, SiteFacts, address};
use crate::charts::{GatheredChart, makes_spark};
use crate::downloads::Role;
use crate::pages::linking;
use crate::record::absolute;
use crate::text::lang::Lang;

/// The chart of a table.
pub(crate) fn of_table(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    dataset: &str,
    resource: &str,
) -> Option<Chart> {
    let drawn = site.charts.of_table(dataset, resource)?;
    Some(Chart {
        files: files(site, page, dataset, resource),
        ..in_language(site, page, drawn, false)
    })
}

/// The path of a chart's file in a language, without its ending.
pub(crate) fn file_of(site: &SiteFacts<'_>, lang: &Lang, dataset: &str, resource: &str) -> String {
    let address = address::chart(dataset, resource);
    address::in_lang(lang, site.portal.settings.main(), &address)
}

/// The own files of a table's chart, and what they say of where they are from.
fn files(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    dataset: &str,
    resource: &str,
) -> Option<ChartFiles> {
    let record = site.plan.catalog.dataset(dataset)?;
    let path = file_of(site, &page.lang, dataset, resource);
    let base = site.portal.settings.base_url.as_deref();
    let [svg, png] = ["svg", "png"].map(|ending| format!("{path}.{ending}"));
    let lang = &page.lang;
    let publisher = record
        .publisher
        .as_ref()
        .map(|p| p.name.text(lang).to_owned());
    let licence = record.licenses.first();
    let home = address::in_lang(
        lang,
        site.portal.settings.main(),
        &address::dataset(dataset),
    );
    Some(ChartFiles {
        address: base.map(|base| absolute(base, &svg)),
        svg: linking::href_of_file(page, &svg),
        png: linking::href_of_file(page, &png),
        source: record.title.text(lang).to_owned(),
        publisher: publisher.filter(|name| !name.is_empty()),
        date: record
            .modified
            .or(record.issued)
            .map(|date| date.to_string()),
        licence: licence.and_then(|l| l.name.clone().or_else(|| l.title.clone())),
        page: base.map(|base| absolute(base, home.trim_end_matches("index.html"))),
    })
}

/// The first series over time that is drawn of a dataset, the size of a word.
pub(crate) fn spark(site: &SiteFacts<'_>, page: &PagePlan, dataset: &str) -> Option<Spark> {
    let charts = site
        .tables
        .of(dataset)
        .filter_map(|table| of_table(site, page, dataset, &table.resource));
    let chart = charts.into_iter().find(makes_spark)?;
    let series = chart.series.first()?;
    let mut known = chart
        .labels
        .iter()
        .zip(&series.values)
        .filter_map(|(label, v)| Some((label, v.as_ref()?)));
    let first = known.next()?;
    let last = known.next_back()?;
    Some(Spark {
        measure: chart.measure.clone(),
        name: series.name.clone(),
        line: series.values.clone(),
        from: first.0.clone(),
        first: first.1.clone(),
        to: last.0.clone(),
        last: last.1.clone(),
    })
}

/// The charts of a section's fences; null where one cannot be drawn.
pub(crate) fn of_section(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    file: &str,
    section: &str,
    count: usize,
) -> Vec<Option<Chart>> {
    let drawn = (0..count).map(|at| site.charts.of_fence(file, section, at));
    drawn
        .map(|drawn| Some(in_language(site, page, drawn?, true)))
        .collect()
}

/// A chart with its words in the page's language.
fn in_language(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    drawn: &GatheredChart,
    linked: bool,
) -> Chart {
    let csv = site.files.of(&drawn.dataset).find(|f| {
        f.resource.as_deref() == Some(&*drawn.resource)
            && f.role == Role::Table
            && f.format == "csv"
    });
    Chart {
        source: if linked {
            linking::link(site, page, &address::dataset(&drawn.dataset))
        } else {
            None
        },
        csv: csv.map(|f| linking::href_of_file(page, &f.path)),
        ..drawn.worded(site.portal, site.tables, &page.lang)
    }
}
