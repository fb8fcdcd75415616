//! What changed last, told as a change: "Milestone 4: finished".

use super::context::NewsEntry;
use crate::model::commitment::{Commitment, Milestone};
use crate::model::vocabulary::Status;
use crate::pages::context::{Link, Phrase};
use crate::pages::dataset_lists::is_register;
use crate::pages::{Draft, PagePlan, SiteFacts, address, linking};
use crate::text::date::PartialDate;

/// Most changes that the home page tells.
const MOST: usize = 5;

/// Kinds of pages whose changes have words of their own, those that readers came for first.
const KINDS: &[&str] = &[
    "dataset",
    "report",
    "commitment",
    "action-plan",
    "initiative",
];

/// A change, and what it is ordered by: its date, then what readers came for.
struct DatedChange {
    date: PartialDate,
    rank: usize,
    address: String,
    entry: NewsEntry,
}

/// Returns the last changes, the newest first.
pub(super) fn latest(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<NewsEntry> {
    let commitments = site.portal.commitments.iter();
    let mut all: Vec<DatedChange> = commitments.flat_map(|c| reported(site, page, c)).collect();
    let own = site.plan.pages.iter();
    let own = own.filter(|p| p.lang == page.lang && p.draft.news);
    all.extend(own.filter_map(|changed| updated(site, page, changed)));
    all.sort_by(|a, b| {
        let by_date = b.date.last_day().cmp(&a.date.last_day());
        let by_rank = by_date.then(a.rank.cmp(&b.rank));
        by_rank.then_with(|| a.address.cmp(&b.address))
    });
    all.into_iter().take(MOST).map(|one| one.entry).collect()
}

/// Returns what was reported of a commitment's milestones: those of one day and status together.
fn reported(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> Vec<DatedChange> {
    let mut groups: Vec<(PartialDate, Status, Vec<&Milestone>)> = Vec::new();
    for milestone in &c.milestones {
        let Some(date) = milestone.reported else {
            continue;
        };
        let status = milestone.status;
        match groups
            .iter_mut()
            .find(|(day, of, _)| (*day, *of) == (date, status))
        {
            Some((_, _, same)) => same.push(milestone),
            None => groups.push((date, status, vec![milestone])),
        }
    }
    let own = address::commitment(&c.head.id);
    let tell = |(date, status, same): (PartialDate, Status, Vec<&Milestone>)| {
        let numbers: Vec<String> = same.iter().map(|m| m.number.to_string()).collect();
        let href = linking::href(site, page, &own);
        DatedChange {
            date,
            rank: 0,
            address: own.clone(),
            entry: NewsEntry {
                date: date.to_string(),
                what: Link::to(
                    Phrase::of(&c.head.title, &page.lang).unwrap_or_default(),
                    format!("{href}#m-{}", numbers[0]),
                ),
                kind: "milestone".into(),
                milestones: same.len() as u64,
                numbers: numbers.join(", "),
                status: Some(status.code().into()),
                is_first: false,
            },
        }
    };
    groups.into_iter().map(tell).collect()
}

/// Returns the change of a page's own facts; none where its milestones tell it, or it is a register of
/// what pages say.
fn updated(site: &SiteFacts<'_>, page: &PagePlan, changed: &PagePlan) -> Option<DatedChange> {
    let draft: &Draft = &changed.draft;
    let date = draft.updated?;
    let kind = changed.kind.name();
    let rank = KINDS.iter().position(|known| *known == kind);
    if kind == "commitment" && is_told(&site.portal.commitments[draft.item], date) {
        return None;
    }
    if kind == "dataset" && is_register(site, &site.portal.datasets[draft.item].head.id) {
        return None;
    }
    let is_first = kind == "dataset" && site.portal.datasets[draft.item].issued == Some(date);
    Some(DatedChange {
        date,
        rank: 1 + rank.unwrap_or(KINDS.len()),
        address: draft.address.clone(),
        entry: NewsEntry {
            date: date.to_string(),
            what: linking::link(site, page, &draft.address)?,
            kind: rank.map_or("page", |at| KINDS[at]).into(),
            is_first,
            ..NewsEntry::default()
        },
    })
}

/// Whether what was reported of milestones on a day tells what changed of their commitment.
fn is_told(commitment: &Commitment, date: PartialDate) -> bool {
    let mut milestones = commitment.milestones.iter();
    milestones.any(|m| m.reported == Some(date))
}
