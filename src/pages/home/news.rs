//! What changed last, told as a change: "Milestone 4: finished".

use super::context::NewsEntry;
use crate::model::commitment::{Commitment, Milestone};
use crate::model::status_update::StatusUpdate;
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

/// Reports of one day that say the same: of several milestones, or of the commitment itself.
struct ReportGroup<'p> {
    date: PartialDate,
    status: Option<Status>,
    /// The milestones; none where it is the commitment itself.
    of: Vec<&'p Milestone>,
}

/// Returns what was reported of a commitment and of its milestones: the milestones of one day and status together.
fn reported(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> Vec<DatedChange> {
    let groups = own_reports(c).into_iter().chain(reports_of_milestones(c));
    groups.map(|group| told(site, page, c, &group)).collect()
}

/// Returns the dated reports of the commitment itself.
fn own_reports(c: &Commitment) -> Vec<ReportGroup<'_>> {
    let all = c.updates.iter();
    let group = |update: &StatusUpdate| {
        Some(ReportGroup {
            date: update.day()?,
            status: update.status.as_ref().map(|own| own.status),
            of: Vec::new(),
        })
    };
    all.filter_map(group).collect()
}

/// Returns the dated reports of milestones, those of one day and status together.
fn reports_of_milestones(c: &Commitment) -> Vec<ReportGroup<'_>> {
    let mut groups: Vec<ReportGroup<'_>> = Vec::new();
    let all = c.milestones.iter();
    for (milestone, update) in all.flat_map(|m| m.updates.iter().map(move |update| (m, update))) {
        let Some(date) = update.day() else {
            continue;
        };
        let status = update.status.as_ref().map(|own| own.status);
        let same = groups.iter_mut();
        match same
            .into_iter()
            .find(|g| g.date == date && g.status == status)
        {
            Some(group) if group.of.iter().any(|m| m.number == milestone.number) => {}
            Some(group) => group.of.push(milestone),
            None => groups.push(ReportGroup {
                date,
                status,
                of: vec![milestone],
            }),
        }
    }
    groups
}

/// Tells reports as one change.
fn told(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    c: &Commitment,
    group: &ReportGroup<'_>,
) -> DatedChange {
    let own = address::commitment(&c.head.id);
    let numbers: Vec<String> = group.of.iter().map(|m| m.number.to_string()).collect();
    let place = match numbers.first() {
        Some(number) => format!("m-{number}"),
        None => "history".to_owned(),
    };
    let href = linking::href(site, page, &own);
    let kind = if numbers.is_empty() {
        "commitment"
    } else {
        "milestone"
    };
    DatedChange {
        date: group.date,
        rank: 0,
        address: own,
        entry: NewsEntry {
            date: group.date.to_string(),
            what: Link::to(
                Phrase::of(&c.head.title, &page.lang).unwrap_or_default(),
                format!("{href}#{place}"),
            ),
            kind: kind.into(),
            milestones: numbers.len() as u64,
            numbers: numbers.join(", "),
            status: group.status.map(|status| status.code().into()),
            is_first: false,
        },
    }
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

/// Whether what was reported on a day tells what changed of a commitment.
fn is_told(commitment: &Commitment, date: PartialDate) -> bool {
    let mut updates = commitment.all_updates();
    updates.any(|update| update.day() == Some(date))
}
