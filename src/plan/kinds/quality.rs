//! The public page of how complete the facts about each dataset are.

use super::Kind;
use crate::data::Tables;
use crate::model::Portal;
use crate::plan::context::{Body, Completeness, DatasetFacts, FactCount, Lacking, Phrase};
use crate::plan::record::{Fact, Lack, Record, WHOLE};
use crate::plan::spans::{self, Line, Span, spans};
use crate::plan::{Draft, PagePlan, Title, View, address};
use crate::text::words::Words;

/// Its address.
const ADDRESS: &str = "quality.html";

/// The page, fifty datasets each.
pub struct QualityPages;

impl Kind for QualityPages {
    fn id(&self) -> &'static str {
        "quality"
    }

    /// None without datasets, or where the portal has a page of its own there.
    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let own = portal.pages.iter().any(|p| p.address == "quality");
        if own || portal.datasets.is_empty() {
            return Vec::new();
        }
        let title = || Title::Message("completeness");
        let draft = |(part, span): (usize, Span)| {
            let draft = Draft { part, span, ..Draft::generated(address::list_of(ADDRESS, part), title()) };
            if part > 1 { draft.under(title(), ADDRESS) } else { draft }
        };
        // A line names every fact that is missing.
        let lines = portal.datasets.iter().map(|d| Line::new(&d.head.title, &Words::default(), 120));
        (1..).zip(spans(lines, spans::PLAN)).map(draft).collect()
    }

    fn body(&self, page: &PagePlan, view: &View<'_>) -> Body {
        let all = &view.plan.catalog.datasets;
        let part = page.draft.part;
        let Span { start, end, .. } = page.draft.span;
        let shown = all.iter().take(end).skip(start);
        let facts = if part == 1 { counts(all) } else { Vec::new() };
        let legend = if part == 1 { String::new() } else { view.href(page, ADDRESS) };
        Body::Completeness(Box::new(Completeness {
            total: all.len() as u64,
            complete: all.iter().filter(|d| d.lacks_nothing()).count() as u64,
            facts,
            legend: format!("{legend}#fact-"),
            first: start as u64 + 1,
            last: end as u64,
            datasets: shown.map(|d| view.dataset_facts(page, d)).collect(),
            pager: view.pager(page, |n| address::list_of(ADDRESS, n)),
        }))
    }
}

/// How many datasets have each fact; and what else costs points, where any dataset of those that are assessed lacks it.
fn counts(all: &[Record]) -> Vec<FactCount> {
    let facts = Fact::ALL.into_iter().map(|fact| FactCount {
        id: fact.id().to_owned(),
        mandatory: fact.is_mandatory(),
        present: all.iter().filter(|d| !d.missing.contains(&fact)).count() as u64,
    });
    let lack = |lack: Lack, record: &Record| record.score.as_ref().is_some_and(|score| score.lost_by(lack) > 0);
    let others = Lack::OTHERS.into_iter().filter_map(|other| {
        let without = all.iter().filter(|d| lack(other, d)).count();
        let present = (all.len() - without) as u64;
        (without > 0).then(|| FactCount { id: other.id().to_owned(), mandatory: false, present })
    });
    facts.chain(others).collect()
}

impl View<'_> {
    fn dataset_facts(&self, page: &PagePlan, record: &Record) -> DatasetFacts {
        let total = Fact::ALL.len() as u64;
        DatasetFacts {
            title: Phrase::of(&record.title, &page.lang).unwrap_or_default(),
            href: self.href(page, &address::dataset(&record.id)),
            passed: total - record.missing.len() as u64,
            total,
            missing: record.lacks().into_iter().map(|(lack, points)| lacking(lack, points)).collect(),
            points: record.score.as_ref().map(|score| score.points().into()),
            most_points: WHOLE.into(),
        }
    }
}

fn lacking(lack: Lack, points: Option<u32>) -> Lacking {
    Lacking { id: lack.id().to_owned(), points: points.map(u64::from) }
}
