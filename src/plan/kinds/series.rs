//! What a dataset's page says of its series and of services.

use crate::plan::context::{InSeries, Link, Phrase, Service};
use crate::plan::record::Record;
use crate::plan::{PagePlan, View, address};

/// Datasets of a series that a page lists: those nearest to its own.
const LISTED: usize = 12;

impl View<'_> {
    pub(super) fn in_series(&self, page: &PagePlan, record: &Record) -> Option<InSeries> {
        let catalog = &self.plan.catalog;
        let (series, place) = catalog.series_of(record)?;
        let link = |at: usize| self.link(page, &address::dataset(&catalog.datasets[at].id));
        let [previous, next] = series.around(place).map(|at| at.and_then(link));
        let from = place.saturating_sub(LISTED / 2).min(series.members.len().saturating_sub(LISTED));
        let near = series.members.iter().skip(from).take(LISTED);
        let phrase = |words| Phrase::of(words, &page.lang);
        Some(InSeries {
            title: phrase(&series.title).unwrap_or_default(),
            description: phrase(&series.description).filter(|_| series.description != series.title),
            count: series.members.len() as u64,
            previous,
            next,
            datasets: near.filter_map(|at| link(*at)).collect::<Vec<Link>>(),
        })
    }

    pub(super) fn services(&self, page: &PagePlan, record: &Record) -> Vec<Service> {
        let phrase = |words: &crate::text::words::Words| Phrase::of(words, &page.lang);
        let service = |s: &crate::plan::record::ServiceRecord| Service {
            title: phrase(&s.title).unwrap_or_default(),
            href: s.endpoint.clone(),
            description: phrase(&s.description).filter(|_| s.description != s.title),
            documentation: s.documentation.clone(),
            format: s.format.clone(),
        };
        self.plan.catalog.services_of(record).map(service).collect()
    }
}
