//! Lines of lists.

use super::context::{Group, ListEntry, Pager, PagerLink, Phrase};
use super::evaluations::in_list;
use super::lists::context::ListingContext;
use super::paging::ListRange;
use super::{PagePlan, SiteFacts, address};
use crate::downloads::Role;
use crate::model::action_plan::ActionPlan;
use crate::model::commitment::Commitment;
use crate::model::dataset::Dataset;
use crate::model::declared_page::DeclaredPage;
use crate::model::evaluation::Evaluation;
use crate::model::head::Head;
use crate::model::initiative::Initiative;
use crate::model::page::TextPage;
use crate::model::report::Report;
use crate::model::vocabulary::{Status, Taxonomy};
use crate::pages::{charts, dates, evaluations, linking, overdue};
use std::collections::BTreeMap;

/// How many are finished; none where that was not reported of some, for then nobody knows.
fn finished(statuses: impl Iterator<Item = Status>) -> Option<u64> {
    let mut finished = 0;
    for status in statuses {
        match status {
            Status::NotReported => return None,
            Status::Finished => finished += 1,
            _ => {}
        }
    }
    Some(finished)
}

/// Returns a line with what every page has.
fn of_head(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    kind: &str,
    head: &Head,
    address: &str,
) -> ListEntry {
    ListEntry {
        kind: kind.to_owned(),
        title: Phrase::of(&head.title, &page.lang).unwrap_or_default(),
        href: linking::href(site, page, address),
        summary: Phrase::of(&head.summary, &page.lang),
        updated: head.updated.map(|d| d.to_string()),
        ..ListEntry::default()
    }
}

pub(crate) fn of_page(site: &SiteFacts<'_>, page: &PagePlan, below: &TextPage) -> ListEntry {
    of_head(
        site,
        page,
        "page",
        &below.head,
        &format!("{}.html", below.address),
    )
}

fn term_name(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    taxonomy: Taxonomy,
    id: &str,
) -> Option<Phrase> {
    Phrase::of(&site.portal.terms.get(taxonomy, id)?.name, &page.lang)
}

pub(crate) fn of_commitment(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> ListEntry {
    let standing = overdue::of_commitment(site, c);
    ListEntry {
        id: Some(c.head.id.clone()),
        updated: None,
        of: c
            .locality
            .as_ref()
            .and_then(|l| term_name(site, page, Taxonomy::Locality, &l.id)),
        status: Some(c.status().code().to_owned()),
        evaluation: evaluations::of_commitment(site, page, c).map(in_list),
        finished: finished(c.milestones.iter().map(|m| m.status)),
        total: Some(c.milestones.len() as u64),
        // One looks for when it is due; how long it takes stands on its page.
        start: dates::given(c.start.as_ref()).filter(|_| c.end.is_none()),
        end: dates::given(c.end.as_ref()),
        overdue_since: standing.overdue_since,
        report_missing_since: standing.report_missing_since,
        ..of_head(
            site,
            page,
            "commitment",
            &c.head,
            &address::commitment(&c.head.id),
        )
    }
}

pub(crate) fn of_report(site: &SiteFacts<'_>, page: &PagePlan, r: &Report) -> ListEntry {
    ListEntry {
        of: r
            .locality
            .as_ref()
            .and_then(|l| term_name(site, page, Taxonomy::Locality, &l.id)),
        evaluation: Evaluation::of(std::iter::once(r))
            .map(|e| in_list(evaluations::of_reports(site, page, &e))),
        ..of_head(site, page, "report", &r.head, &address::report(&r.head.id))
    }
}

pub(crate) fn of_action_plan(site: &SiteFacts<'_>, page: &PagePlan, p: &ActionPlan) -> ListEntry {
    let statuses: Vec<Status> = site
        .portal
        .commitments_of_plan(p)
        .map(|c| c.status())
        .collect();
    ListEntry {
        of: p
            .locality
            .as_ref()
            .and_then(|l| term_name(site, page, Taxonomy::Locality, &l.id)),
        finished: finished(statuses.iter().copied()),
        total: Some(statuses.len() as u64),
        start: dates::given(p.start.as_ref()),
        end: dates::given(p.end.as_ref()),
        ..of_head(
            site,
            page,
            "action-plan",
            &p.head,
            &address::action_plan(&p.head.id),
        )
    }
}

/// An initiative's or a practice's line.
pub(crate) fn of_initiative(site: &SiteFacts<'_>, page: &PagePlan, i: &Initiative) -> ListEntry {
    let kind = if i.practice { "practice" } else { "initiative" };
    ListEntry {
        of: i
            .institution
            .as_ref()
            .and_then(|t| term_name(site, page, Taxonomy::Institution, &t.id)),
        start: dates::given(i.start.as_ref()),
        end: dates::given(i.end.as_ref()),
        level: i.level.map(str::to_owned),
        ..of_head(
            site,
            page,
            kind,
            &i.head,
            &address::initiative(&i.head.id, i.practice),
        )
    }
}

/// The line of a page of a declared kind.
pub(crate) fn of_declared(site: &SiteFacts<'_>, page: &PagePlan, of: &DeclaredPage) -> ListEntry {
    let kind = &site.portal.settings.kinds[of.kind];
    let address = address::declared(&kind.folder, &of.head.id);
    of_head(site, page, &kind.name, &of.head, &address)
}

pub(crate) fn of_dataset(site: &SiteFacts<'_>, page: &PagePlan, d: &Dataset) -> ListEntry {
    let id = &d.head.id;
    let mut formats: Vec<String> = Vec::new();
    for file in site.files.of(id).filter(|f| f.role == Role::Table) {
        if !formats.contains(&file.format) {
            formats.push(file.format.clone());
        }
    }
    let record = site.plan.catalog.dataset(id);
    let tables = site.tables.of(id).count();
    ListEntry {
        of: record.and_then(|r| Phrase::of(&r.publisher.as_ref()?.name, &page.lang)),
        updated: record.and_then(|r| r.modified).map(|date| date.to_string()),
        rows: (tables > 0).then(|| site.tables.of(id).map(|t| t.rows).sum()),
        formats,
        spark: charts::spark(site, page, id),
        ..of_head(site, page, "dataset", &d.head, &address::dataset(id))
    }
}

/// The pager of a list whose page `n` has the address `at(n)`; none when there is one page.
pub(crate) fn pager(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    at: impl Fn(usize) -> String,
) -> Option<Pager> {
    pager_of(site, page, page.draft.span.parts, at)
}

/// The pager of so many pages.
pub(crate) fn pager_of(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    pages: usize,
    at: impl Fn(usize) -> String,
) -> Option<Pager> {
    let here = page.draft.part;
    if pages < 2 {
        return None;
    }
    let href = |n: usize| linking::href(site, page, &at(n));
    let shown = (1..=pages).filter(|n| *n == 1 || *n == pages || n.abs_diff(here) <= 2);
    let mut last = 0;
    let links = shown
        .map(|n| {
            let gap = n > last + 1;
            last = n;
            PagerLink {
                number: n as u64,
                href: href(n),
                current: n == here,
                gap,
            }
        })
        .collect();
    Some(Pager {
        page: here as u64,
        pages: pages as u64,
        previous: (here > 1).then(|| href(here - 1)),
        next: (here < pages).then(|| href(here + 1)),
        links,
    })
}

/// Returns an entry without its summary, where the list is `brief`.
pub(crate) fn in_brief(entry: ListEntry, brief: bool) -> ListEntry {
    ListEntry {
        summary: entry.summary.filter(|_| !brief),
        ..entry
    }
}

/// Takes out of entries the identifiers that nobody needs to tell them apart: those of a title that no other one has.
pub(crate) fn without_needless_ids(entries: &mut [ListEntry]) {
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    let title = |entry: &ListEntry| entry.title.text.clone().unwrap_or_default();
    for entry in entries.iter() {
        *named.entry(title(entry)).or_default() += 1;
    }
    for entry in entries {
        if named.get(&title(entry)) == Some(&1) {
            entry.id = None;
        }
    }
}

/// One page of a list; `at(n)` is the address of its page `n`, `entry(i)` its entry `i`.
pub(crate) fn listing(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    of: &str,
    total: usize,
    at: impl Fn(usize) -> String,
    entry: impl Fn(usize) -> ListEntry,
) -> ListingContext {
    let ListRange {
        start, end, brief, ..
    } = page.draft.span;
    // A preview may know of fewer than when the list was divided.
    let (start, end) = (start.min(total), end.min(total));
    let mut entries: Vec<ListEntry> = (start..end).map(|at| in_brief(entry(at), brief)).collect();
    without_needless_ids(&mut entries);
    ListingContext {
        of: of.to_owned(),
        total: total as u64,
        first: if total == 0 { 0 } else { start as u64 + 1 },
        last: end as u64,
        entries,
        pager: pager(site, page, at),
        ..ListingContext::default()
    }
}

/// Puts the entries of a page under headings; `under(i)` is the anchor and the words of that of entry `i` of the whole list.
pub(crate) fn group(
    listing: &mut ListingContext,
    page: &PagePlan,
    under: impl Fn(usize) -> (String, Phrase),
) {
    let start = page.draft.span.start;
    for (at, entry) in std::mem::take(&mut listing.entries).into_iter().enumerate() {
        let (id, heading) = under(start + at);
        match listing.groups.last_mut() {
            Some(last) if last.id == id => last.entries.push(entry),
            _ => listing.groups.push(Group {
                id,
                heading,
                entries: vec![entry],
                more: None,
            }),
        }
    }
}
