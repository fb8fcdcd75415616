//! Pages of series of datasets; and what a dataset's page says of its series and of services.

pub mod context;

use crate::model::Portal;
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

impl PageKindFacts for SeriesPages {
    fn name(&self) -> &'static str {
        context::SeriesContext::KIND
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let changed = |at: usize| {
            let dataset = &portal.datasets[at];
            dataset.modified.or(dataset.head.updated).or(dataset.issued)
        };
        let mut drafts = Vec::new();
        for (item, (series, members)) in
            series_with_datasets(&portal.settings.series, &portal.datasets)
                .into_iter()
                .enumerate()
        {
            let first = address::series(&series.id);
            let title = || Title::Words(series.title.clone());
            let updated = members.iter().filter_map(|at| changed(*at)).max();
            let head = |at: &usize| &portal.datasets[*at].head;
            let lines = members
                .iter()
                .map(|at| EntryWeight::dataset(&head(at).title, &head(at).summary));
            for (part, span) in (1..).zip(spans(lines, paging::LIST)) {
                let (above, at) = match part {
                    1 => (Title::Message("datasets"), address::list("datasets", 1)),
                    _ => (title(), first.clone()),
                };
                let draft = Draft::generated(address::list_of(&first, part), title())
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

    fn called(&self, draft: &Draft) -> Option<&'static str> {
        (draft.part == 1).then_some("series")
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        let series = &site.plan.catalog.series[page.draft.item];
        SearchText {
            names: vec![series.id.clone()],
            texts: Vec::new(),
        }
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let series = &site.plan.catalog.series[page.draft.item];
        let at = |n: usize| address::list_of(&series.page, n);
        let entry =
            |i: usize| entries::of_dataset(site, page, &site.portal.datasets[series.members[i]]);
        Body::of(context::SeriesContext {
            description: Phrase::of(&series.description, &page.lang)
                .filter(|_| series.description != series.title),
            frequency: series.frequency.clone(),
            temporal: covered(site, series),
            ordered: series.ordered,
            listing: entries::listing(site, page, "dataset", series.members.len(), at, entry),
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
    let phrase = |words| Phrase::of(words, &page.lang);
    Some(SeriesMembership {
        title: phrase(&series.title).unwrap_or_default(),
        href: linking::href(site, page, &series.page),
        description: phrase(&series.description).filter(|_| series.description != series.title),
        count: series.members.len() as u64,
        previous,
        next,
        datasets: near.filter_map(|at| link(*at)).collect::<Vec<Link>>(),
    })
}

/// The time from the first to the last dataset of a series, where each says what it covers.
fn covered(site: &SiteFacts<'_>, series: &SeriesRecord) -> Option<DateRange> {
    let covered = |at: &usize| site.plan.catalog.datasets[*at].temporal;
    let all = series
        .members
        .iter()
        .map(covered)
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
    let phrase = |words: &Words| Phrase::of(words, &page.lang);
    let service = |s: &crate::record::ServiceRecord| ServiceContext {
        title: phrase(&s.title).unwrap_or_default(),
        href: s.endpoint.clone(),
        description: phrase(&s.description).filter(|_| s.description != s.title),
        documentation: s.documentation.clone(),
        format: s.format.clone(),
        conforms_to: s.conforms_to.clone(),
    };
    site.plan.catalog.services_of(record).map(service).collect()
}
