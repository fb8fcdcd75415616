//! The public page of how complete the facts about each dataset are.

pub mod context;

use crate::model::Portal;
use crate::model::exclusions::{ExcludedKind, Exclusion};
use crate::pages::context::{Body, BodyFacts, Link, Phrase};
use crate::pages::kinds::PageKindFacts;
use crate::pages::paging::{EntryWeight, ListRange, spans};
use crate::pages::quality::context::{CompletenessContext, DatasetFacts, FactCount, LackingFact};
use crate::pages::stand_in::address_of;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address, entries, linking, paging};
use crate::record::{Fact, Lack, Record, WHOLE};
use crate::text::words::Words;
use tragaluz_tables::Tables;

const ADDRESS: &str = address::QUALITY;

/// The page, fifty datasets each.
pub(crate) struct QualityPages;

impl PageKindFacts for QualityPages {
    fn name(&self) -> &'static str {
        CompletenessContext::KIND
    }

    /// None without datasets, or where the portal has a page of its own there.
    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let own = portal.pages.iter().any(|p| p.address == "quality");
        if own || portal.datasets.is_empty() && portal.left_out.is_empty() {
            return Vec::new();
        }
        // A line names every fact that is missing.
        let left_out = portal
            .left_out
            .iter()
            .map(|one| EntryWeight::new(&one.title, &Words::default(), 30));
        let lines = portal
            .datasets
            .iter()
            .map(|d| EntryWeight::new(&d.head.title, &Words::default(), 120));
        let spans = spans(left_out.chain(lines), paging::PLAN);
        Draft::pages_of_list(&Title::Message("completeness"), spans, |part| {
            address::list_of(ADDRESS, part)
        })
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let all = &site.plan.catalog.datasets;
        let part = page.draft.part;
        let ListRange { start, end, .. } = page.draft.span;
        // What was left out is before the datasets.
        let left_out = &site.portal.left_out;
        let [first, last] = [start, end].map(|at| at.saturating_sub(left_out.len()));
        let shown = all.iter().take(last).skip(first);
        let datasets: Vec<DatasetFacts> = shown.map(|d| facts_of(site, page, d)).collect();
        let whole = whole(&datasets);
        let facts = if part == 1 { counts(all) } else { Vec::new() };
        let legend = if part == 1 {
            String::new()
        } else {
            linking::href(site, page, ADDRESS)
        };
        Body::of(CompletenessContext {
            total: all.len() as u64,
            complete: all.iter().filter(|d| d.lacks_nothing()).count() as u64,
            facts,
            legend: format!("{legend}#fact-"),
            first: first as u64 + u64::from(last > first),
            last: last as u64,
            left_out: left_out
                .iter()
                .take(end)
                .skip(start)
                .map(|one| link_left_out(site, page, one))
                .collect(),
            lacking: (datasets.len() - whole.len()) as u64,
            whole,
            datasets,
            pager: entries::pager(site, page, |n| address::list_of(ADDRESS, n)),
        })
    }
}

/// Links to the datasets that give every fact.
fn whole(datasets: &[DatasetFacts]) -> Vec<Link> {
    let whole = datasets.iter().filter(|d| d.unsaid.is_empty());
    whole
        .map(|d| Link::to(d.title.clone(), d.href.clone()))
        .collect()
}

/// How many datasets have each fact; and what else costs points, where any dataset of those that are assessed lacks it.
fn counts(all: &[Record]) -> Vec<FactCount> {
    let facts = Fact::ALL.into_iter().map(|fact| FactCount {
        id: fact.id().to_owned(),
        mandatory: fact.is_mandatory(),
        present: all.iter().filter(|d| !d.missing.contains(&fact)).count() as u64,
    });
    let others = Lack::OTHERS.into_iter().filter_map(|other| {
        let without = all.iter().filter(|d| loses_by(d, other)).count();
        let present = (all.len() - without) as u64;
        (without > 0).then(|| FactCount {
            id: other.id().to_owned(),
            mandatory: false,
            present,
        })
    });
    facts.chain(others).collect()
}

/// Whether a dataset loses points by a lack.
fn loses_by(record: &Record, lack: Lack) -> bool {
    let score = record.score.as_ref();
    score.is_some_and(|score| score.lost_by(lack) > 0)
}

fn link_left_out(site: &SiteFacts<'_>, page: &PagePlan, one: &Exclusion) -> Link {
    let title = Phrase::of(&one.title, &page.lang).unwrap_or_default();
    let address = match one.what {
        ExcludedKind::Home => Some("index.html".to_owned()),
        _ => address_of(one),
    };
    address.map_or_else(
        || Link::unlinked(title.clone()),
        |at| Link::to(title.clone(), linking::href(site, page, &at)),
    )
}

fn facts_of(site: &SiteFacts<'_>, page: &PagePlan, record: &Record) -> DatasetFacts {
    let total = Fact::ALL.len() as u64;
    DatasetFacts {
        title: Phrase::of(&record.title, &page.lang).unwrap_or_default(),
        href: linking::href(site, page, &address::dataset(&record.id)),
        passed: total - record.missing.len() as u64,
        total,
        unsaid: (record.missing.iter())
            .map(|fact| LackingFact {
                id: fact.id().to_owned(),
                points: None,
            })
            .collect(),
        missing: record
            .lacks()
            .into_iter()
            .map(|(lack, points)| lacking(lack, points))
            .collect(),
        points: record.score.as_ref().map(|score| score.points().into()),
        most_points: WHOLE.into(),
    }
}

fn lacking(lack: Lack, points: Option<u32>) -> LackingFact {
    LackingFact {
        id: lack.id().to_owned(),
        points: points.map(u64::from),
    }
}
