//! The statuses, and the commitments that are in each.

pub mod context;

use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::vocabulary::Status;
use crate::pages::commitment_facet;
use crate::pages::context::{Body, BodyFacts};
use crate::pages::facets::{STATUSES, SharedFact};
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts};
use crate::pages::lists::context::ListingContext;
use crate::pages::milestones::FOLDER;
use crate::pages::paging::{EntryWeight, spans};
use crate::pages::statuses::context::StatusEntry;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address, linking, paging};
use tragaluz_tables::Tables;

/// Messages of the theme that are the headings of the lists, in the order of statuses.
const HEADINGS: &[&str] = &[
    "heading-status-finished",
    "heading-status-in-progress",
    "heading-status-stuck",
    "heading-status-not-started",
    "heading-status-incomplete",
    "heading-status-not-reported",
];

fn commitments(portal: &Portal, status: Status) -> Vec<&Commitment> {
    portal.commitments_with(status).collect()
}

/// A page for each status.
pub(crate) struct StatusPages;

impl PageKindFacts for StatusPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        if portal.commitments.is_empty() {
            return Vec::new();
        }
        let beside = paging::facets_of_commitments(portal);
        let room = paging::room(portal, LIST_BUDGET, beside);
        let mut drafts = Vec::new();
        for (item, ((_, status), name)) in Status::CODES.iter().zip(HEADINGS).enumerate() {
            let address = address::status(*status);
            let lines = commitments(portal, *status)
                .into_iter()
                .map(EntryWeight::commitment);
            for (part, span) in (1..).zip(spans(lines, room)) {
                let draft =
                    Draft::generated(address::list_of(&address, part), Title::Message(name))
                        .item(item);
                let parent = if part == 1 {
                    (Title::Message("statuses"), address::list("statuses", 1))
                } else {
                    (Title::Message(name), address.clone())
                };
                drafts.push(Draft {
                    part,
                    span,
                    ..draft.under(parent.0, parent.1)
                });
            }
        }
        drafts
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let (_, status) = Status::CODES[page.draft.item];
        let all = commitments(site.portal, status);
        let facts = [SharedFact::new(STATUSES, status.code())];
        let at = |n| address::list_of(&address::status(status), n);
        Body::of(commitment_facet::cut(site, page, &facts, &all, at))
    }
}

/// What each status means, and how many commitments and milestones have it.
pub(crate) struct StatusListPages;

impl PageKindFacts for StatusListPages {
    fn name(&self) -> &'static str {
        context::StatusesContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        if portal.commitments.is_empty() {
            return Vec::new();
        }
        let address = address::list("statuses", 1);
        vec![Draft::generated(address, Title::Message("statuses"))]
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let milestones = site.portal.commitments.iter().flat_map(|c| &c.milestones);
        let statuses = Status::CODES.iter().map(|(code, status)| {
            let milestones = milestones.clone().filter(|m| m.status == *status);
            let commitments = commitments(site.portal, *status).len() as u64;
            StatusEntry {
                status: (*code).to_owned(),
                commitments,
                milestones: milestones.count() as u64,
                milestones_href: milestones_href(site, page, code),
                href: (commitments > 0)
                    .then(|| linking::href(site, page, &address::status(*status))),
            }
        });
        Body::of(context::StatusesContext {
            intro: None,
            statuses: statuses.collect(),
        })
    }
}

/// Returns the way to the milestones of a status, where there are any.
fn milestones_href(site: &SiteFacts<'_>, page: &PagePlan, code: &str) -> Option<String> {
    let facts = [SharedFact::new(STATUSES, code)];
    let milestones = &site.plan.milestones;
    let list = milestones.lists.with(&facts);
    let is_anywhere = milestones.order.iter().any(|m| m.status.code() == code);
    let address = match list {
        Some(list) => list.address.clone(),
        // All have it.
        None if is_anywhere => address::list(FOLDER, 1),
        None => return None,
    };
    let there = site.plan.has(&address);
    there.then(|| linking::href(site, page, &address))
}
