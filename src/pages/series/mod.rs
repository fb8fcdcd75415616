//! Pages of series of datasets; and what a dataset's page says of its series and of services.

pub mod context;

use crate::model::Portal;
use crate::model::dataset::Dataset;
use crate::pages::context::{Body, BodyFacts, DateRange, Link, Phrase};
use crate::pages::kinds::{PageKindFacts, SearchText};
use crate::pages::paging::{EntryWeight, spans};
use crate::pages::series::context::{SeriesMembership, ServiceContext};
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address, entries, linking, paging};
use crate::record::{Record, SeriesRecord, series_with_datasets};
use crate::text::date::PartialDate;
use crate::text::words::Words;
use tragaluz_tables::Tables;

/// A page of each series that has datasets, which are listed in their order.
pub(crate) struct SeriesPages;

/// Returns when a dataset last changed.
fn changed(dataset: &Dataset) -> Option<PartialDate> {
    dataset.modified.or(dataset.head.updated).or(dataset.issued)
}

impl PageKindFacts for SeriesPages {
    fn name(&self) -> &'static str {
        context::SeriesContext::KIND
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (item, (series, members)) in
            series_with_datasets(&portal.settings.series, &portal.datasets)
                .into_iter()
                .enumerate()
        {
            let first = address::series(&series.id);
            let title = Title::Words(series.title.clone());
            let datasets = members.iter().map(|at| &portal.datasets[*at]);
            let updated = datasets.clone().filter_map(changed).max();
            let lines = datasets.map(|d| EntryWeight::dataset(&d.head.title, &d.head.summary));
            for (part, span) in (1..).zip(spans(lines, paging::LIST)) {
                let (above, at) = match part {
                    1 => (Title::Message("datasets"), address::list("datasets", 1)),
                    _ => (title.clone(), first.clone()),
                };
                let draft = Draft::generated(address::list_of(&first, part), title.clone())
                    .item(item)
                    .under(above, at);
                let summary = if part == 1 {
                    series.description.clone()
                } else {
                    Words::default()
                };
                drafts.push(Draft {
                    part,
                    summary,
                    updated,
                    span,
                    ..draft
                });
            }
        }
        drafts
    }

    fn called(&self, draft: &Draft) -> Option<Title> {
        (draft.part == 1).then_some(Title::Message("series"))
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        let series = &site.plan.catalog.series[page.draft.item];
        SearchText {
            aliases: vec![series.id.clone()],
            ..SearchText::default()
        }
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let series = &site.plan.catalog.series[page.draft.item];
        let datasets = &site.portal.datasets;
        Body::of(context::SeriesContext {
            description: Phrase::of(&series.description, &page.lang)
                .filter(|_| series.description != series.title),
            frequency: series.frequency.clone(),
            temporal: covered(site, series),
            ordered: series.ordered,
            listing: entries::listing(
                site,
                page,
                "dataset",
                series.members.len(),
                |n| address::list_of(&series.page, n),
                |i| entries::of_dataset(site, page, &datasets[series.members[i]]),
            ),
        })
    }
}

/// Datasets of a series that a page lists: those nearest to its own.
const LISTED: usize = 12;

pub(super) fn in_series(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    record: &Record,
) -> Option<SeriesMembership> {
    let catalog = &site.plan.catalog;
    let (series, place) = catalog.series_of(record)?;
    let link = |at: usize| linking::link(site, page, &address::dataset(&catalog.datasets[at].id));
    let [previous, next] = series.around(place).map(|at| at.and_then(link));
    let from = place
        .saturating_sub(LISTED / 2)
        .min(series.members.len().saturating_sub(LISTED));
    let near = series.members.iter().skip(from).take(LISTED);
    Some(SeriesMembership {
        title: Phrase::of(&series.title, &page.lang).unwrap_or_default(),
        href: linking::href(site, page, &series.page),
        description: Phrase::of(&series.description, &page.lang)
            .filter(|_| series.description != series.title),
        count: series.members.len() as u64,
        previous,
        next,
        datasets: near.filter_map(|at| link(*at)).collect::<Vec<Link>>(),
    })
}

/// The time from the first to the last dataset of a series, where each says what it covers.
fn covered(site: &SiteFacts<'_>, series: &SeriesRecord) -> Option<DateRange> {
    let datasets = &site.plan.catalog.datasets;
    let all = series
        .members
        .iter()
        .map(|at| datasets[*at].temporal)
        .collect::<Option<Vec<_>>>()?;
    let first = all
        .iter()
        .map(|(first, _)| *first)
        .collect::<Option<Vec<PartialDate>>>()?;
    let last = all
        .iter()
        .map(|(_, last)| *last)
        .collect::<Option<Vec<PartialDate>>>()?;
    Some(DateRange {
        start: first
            .into_iter()
            .min_by_key(|d| d.first_day())
            .map(|d| d.to_string()),
        end: last
            .into_iter()
            .max_by_key(|d| d.last_day())
            .map(|d| d.to_string()),
    })
}

pub(super) fn services(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    record: &Record,
) -> Vec<ServiceContext> {
    let services = site.plan.catalog.services_of(record);
    services
        .map(|s| ServiceContext {
            title: Phrase::of(&s.title, &page.lang).unwrap_or_default(),
            href: s.endpoint.clone(),
            description: Phrase::of(&s.description, &page.lang)
                .filter(|_| s.description != s.title),
            documentation: s.documentation.clone(),
            format: s.format.clone(),
            conforms_to: s.conforms_to.clone(),
        })
        .collect()
}
