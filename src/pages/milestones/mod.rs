//! Milestones of all commitments by month, what is overdue and what comes next first; and by status, year and place.

pub(crate) mod shared;

use crate::model::Portal;
use crate::model::commitment::{Commitment, Milestone};
use crate::pages::context::{Body, BodyFacts, ListEntry, Phrase, Strip};
use crate::pages::facets::show::Filter;
use crate::pages::facets::{STATUSES, SharedFact};
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts};
use crate::pages::lists::context::ListingContext;
use crate::pages::milestones::shared::{ListedMilestone, RULES};
use crate::pages::{Draft, PagePlan, Plan, SiteFacts, Title, address, entries, linking, overdue};
use tragaluz_tables::Tables;

/// The folder of the list.
pub(crate) const FOLDER: &str = "milestones";

/// The calendar of milestones, in each language's folder.
pub(crate) const CALENDAR: &str = "milestones/calendar.ics";

/// Pages of all milestones.
pub(crate) struct MilestoneListPages;

/// Pages of milestones that share a fact or two.
pub(crate) struct MilestoneFacetPages;

impl PageKindFacts for MilestoneListPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, _portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        Vec::new()
    }

    fn pages_about(&self, plan: &Plan) -> Vec<Draft> {
        let spans = plan.milestones.spans.iter().copied();
        Draft::pages_of_list(&Title::Message("milestones-by-month"), spans, |n| {
            address::list(FOLDER, n)
        })
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let members: Vec<usize> = (0..site.plan.milestones.order.len()).collect();
        let at = |n| address::list(FOLDER, n);
        let mut listing = cut(site, page, &[], &members, at);
        let dated = site.plan.milestones.order.iter().any(|m| m.due.is_some());
        listing.calendar = dated.then(|| linking::href(site, page, CALENDAR));
        Body::of(listing)
    }
}

impl PageKindFacts for MilestoneFacetPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn is_lasting(&self) -> bool {
        false
    }

    fn pages(&self, _portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        Vec::new()
    }

    fn pages_about(&self, plan: &Plan) -> Vec<Draft> {
        let lists = &plan.milestones.lists;
        let single = lists.drafts(plan, &RULES, 1);
        let pairs = lists.drafts(plan, &RULES, 2);
        single.into_iter().chain(pairs).collect()
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let list = &site.plan.milestones.lists.lists[page.draft.item];
        let at = |n| address::list_of(&list.address, n);
        Body::of(cut(site, page, &list.facts, &list.members, at))
    }
}

/// One page of the milestones that have these facts, under their months.
fn cut(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    facts: &[SharedFact],
    members: &[usize],
    at: impl Fn(usize) -> String,
) -> ListingContext {
    let order = &site.plan.milestones.order;
    let mut listing = entries::listing(site, page, "milestone", members.len(), at, |i| {
        entry(site, page, &order[members[i]])
    });
    let filter = Filter {
        site,
        page,
        rules: &RULES,
        lists: &site.plan.milestones.lists,
        facts,
    };
    filter.offer(&mut listing);
    listing.strip = strip(&filter);
    if facts.iter().any(|fact| fact.kind == STATUSES) {
        listing
            .entries
            .iter_mut()
            .for_each(|entry| entry.status = None);
    }
    entries::group(&mut listing, page, |i| order[members[i]].heading());
    listing
}

/// Returns how the milestones of a list stand, its own status left aside, each part leading to its list.
fn strip(filter: &Filter<'_>) -> Option<Strip> {
    let milestones = &filter.site.plan.milestones;
    let rest = filter.rest(STATUSES);
    let href = |code: &str| {
        let mut facts = rest.clone();
        facts.push(SharedFact::new(STATUSES, code));
        filter.href(&facts)
    };
    let status = |at: usize| milestones.order[at].status;
    let mut strip = match filter.without(STATUSES) {
        Some(list) => {
            let members = list.members.iter().map(|at| status(*at));
            overdue::strip(members, |s| href(s.code()))
        }
        None => overdue::strip((0..milestones.order.len()).map(status), |s| href(s.code())),
    };
    filter.mark_current(&mut strip);
    (strip.total > 0).then_some(strip)
}

/// A milestone's line; an empty one where it is gone from its page since the list was made.
fn entry(site: &SiteFacts<'_>, page: &PagePlan, listed: &ListedMilestone) -> ListEntry {
    let commitment = site.portal.commitments.get(listed.commitment);
    commitment
        .and_then(|c| {
            Some(of_milestone(
                site,
                page,
                c,
                c.milestones.get(listed.milestone)?,
            ))
        })
        .unwrap_or_default()
}

/// Returns the line of a milestone under the heading of its month, which is not said again.
fn of_milestone(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment, m: &Milestone) -> ListEntry {
    let day = m.end.as_ref().map(|end| end.value);
    let day = day
        .filter(|end| end.day.is_some())
        .map(|end| end.to_string());
    let page_of_commitment = linking::href(site, page, &address::commitment(&c.head.id));
    let phrase = |words| Phrase::of(words, &page.lang);
    ListEntry {
        kind: "milestone".to_owned(),
        title: phrase(&m.text).unwrap_or_default(),
        href: format!("{page_of_commitment}#m-{}", m.number),
        of: phrase(&c.head.title),
        status: Some(m.status.code().to_owned()),
        end: day,
        ..ListEntry::default()
    }
}
