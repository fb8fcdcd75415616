//! Milestones of all commitments by month: what comes next, then what is overdue, then what was; and by status, year and place.

pub(crate) mod shared;

use crate::model::Portal;
use crate::model::commitment::{Commitment, Milestone};
use crate::pages::context::{Body, BodyFacts, Link, ListEntry, Phrase, Strip};
use crate::pages::facets::show::Filter;
use crate::pages::facets::{STATUSES, SharedFact};
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts};
use crate::pages::lists::context::ListingContext;
use crate::pages::milestones::shared::{ListedMilestone, MilestoneStanding, RULES};
use crate::pages::paging::LONGEST_BESIDE;
use crate::pages::status_tally::StatusTally;
use crate::pages::{Draft, PagePlan, Plan, SiteFacts, Title, address, entries, linking};
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
        let order = &site.plan.milestones.order;
        let whole = MilestoneList {
            facts: &[],
            total: order.len(),
            member: &|i| &order[i],
        };
        let mut listing = cut(site, page, &whole, |n| address::list(FOLDER, n));
        let dated = order.iter().any(|m| m.due.is_some());
        listing.also = parts(site, page);
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
        let milestones = &site.plan.milestones;
        let list = &milestones.lists.lists[page.draft.item];
        let part = MilestoneList {
            facts: &list.facts,
            total: list.members.len(),
            member: &|i| &milestones.order[list.members[i]],
        };
        Body::of(cut(site, page, &part, |n| {
            address::list_of(&list.address, n)
        }))
    }
}

/// Returns the ways to what comes, what is overdue and what was, where the list has more than one of these.
fn parts(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Link> {
    const PARTS: [(MilestoneStanding, &str); 3] = [
        (MilestoneStanding::Coming, "milestones-coming"),
        (MilestoneStanding::Overdue, "milestones-overdue"),
        (MilestoneStanding::Past, "milestones-past-part"),
    ];
    let milestones = &site.plan.milestones;
    let links = PARTS.iter().filter_map(|(standing, message)| {
        // They are in this order.
        let order = &milestones.order;
        let first = order.partition_point(|m| m.standing < *standing);
        let count = order.partition_point(|m| m.standing <= *standing) - first;
        if count == 0 {
            return None;
        }
        let part = milestones.spans.iter().position(|span| first < span.end)? + 1;
        let list = linking::href(site, page, &address::list(FOLDER, part));
        let (anchor, _) = order[first].heading();
        let list = if part == page.draft.part { "" } else { &list };
        let count = Phrase::new(count.to_string());
        Some(Link::to(
            Phrase::sentence(*message, [("n", count)]),
            format!("{list}#{anchor}"),
        ))
    });
    let links: Vec<Link> = links.collect();
    if links.len() > 1 { links } else { Vec::new() }
}

/// The milestones that have some facts, in order.
struct MilestoneList<'a> {
    facts: &'a [SharedFact],
    total: usize,
    /// Returns the milestone at a place of the list.
    member: &'a dyn Fn(usize) -> &'a ListedMilestone,
}

/// One page of a list of milestones, under their months.
fn cut(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    list: &MilestoneList<'_>,
    at: impl Fn(usize) -> String,
) -> ListingContext {
    let facts = list.facts;
    let mut listing = entries::listing(site, page, "milestone", list.total, at, |i| {
        entry(site, page, (list.member)(i))
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
    let parts = listing.strip.as_ref().map_or(0, |strip| strip.parts.len());
    if parts == 1 || facts.iter().any(|fact| fact.kind == STATUSES) {
        listing
            .entries
            .iter_mut()
            .for_each(|entry| entry.status = None);
    }
    entries::group(&mut listing, page, |i| (list.member)(i).heading());
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
    let tally = filter.tally(STATUSES, |list| match list {
        Some(list) => StatusTally::of(list.members.iter().map(|at| status(*at))),
        None => StatusTally::of((0..milestones.order.len()).map(status)),
    });
    let mut strip = tally.strip(|s| href(s.code()));
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

/// Returns the first words of a title that only says which commitment a milestone is of.
fn cut_short(title: Phrase) -> Phrase {
    let Some(text) = title
        .text
        .as_deref()
        .filter(|text| text.len() > LONGEST_BESIDE)
    else {
        return title;
    };
    let fits = text
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|at| *at <= LONGEST_BESIDE - 3);
    let head = &text[..fits.last().unwrap_or(0)];
    // A language without blanks is cut anywhere.
    let whole = head
        .rfind(char::is_whitespace)
        .filter(|at| at * 2 > head.len());
    let head = head[..whole.unwrap_or(head.len())].trim_end_matches([' ', ',', ':', ';', '.', '(']);
    Phrase {
        text: Some(format!("{head}…")),
        ..title.clone()
    }
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
        of: phrase(&c.head.title).map(cut_short),
        status: Some(m.status.code().to_owned()),
        end: day,
        ..ListEntry::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_is_cut_between_words_where_there_are_any() {
        let cut = |text: &str| cut_short(Phrase::new(text)).text.unwrap();
        assert_eq!(cut("Open the budget"), "Open the budget");
        let long = "Open the budget of every ministry, every month, in files that anyone can open";
        assert_eq!(cut(long), "Open the budget of every ministry, every…");
        let chinese = cut(&"公开每个部门的预算".repeat(5));
        assert!(
            chinese.len() <= LONGEST_BESIDE && chinese.ends_with('…'),
            "{chinese}"
        );
    }
}
