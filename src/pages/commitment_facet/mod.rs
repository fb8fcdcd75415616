//! Lists of the commitments that share a fact or two.

pub(crate) mod shared;

use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::vocabulary::Status;
use crate::pages::commitment_facet::shared::{COMPLETION, RULES};
use crate::pages::context::{Body, BodyFacts, ListEntry, Strip};
use crate::pages::facets::show::Filter;
use crate::pages::facets::{STATUSES, SharedFact};
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts};
use crate::pages::lists::context::ListingContext;
use crate::pages::status_tally::StatusTally;
use crate::pages::{Draft, PagePlan, Plan, SiteFacts, address, entries, linking};
use tragaluz_tables::Tables;

/// Pages of commitments that share a fact which no other page is about.
pub(crate) struct CommitmentFactPages;

/// Pages of commitments that share two facts.
pub(crate) struct CommitmentFacetPages;

impl PageKindFacts for CommitmentFactPages {
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
        plan.commitments.drafts(plan, &RULES, 1)
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        filtered(page, site)
    }
}

impl PageKindFacts for CommitmentFacetPages {
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
        plan.commitments.drafts(plan, &RULES, 2)
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        filtered(page, site)
    }
}

fn filtered(page: &PagePlan, site: &SiteFacts<'_>) -> Body {
    let list = &site.plan.commitments.lists[page.draft.item];
    let all = &site.portal.commitments;
    let members: Vec<&Commitment> = list.members.iter().map(|at| &all[*at]).collect();
    let at = |n| address::list_of(&list.address, n);
    Body::of(cut(site, page, &list.facts, &members, at))
}

/// A list of commitments that is cut by these facts, or by none: what is on one of its pages, how all of them stand, and the ways to
/// cut it further. `at(n)` is the address of its page `n`.
pub(super) fn cut(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    facts: &[SharedFact],
    commitments: &[&Commitment],
    at: impl Fn(usize) -> String,
) -> ListingContext {
    let mut listing = entries::listing(site, page, "commitment", commitments.len(), at, |i| {
        entries::of_commitment(site, page, commitments[i])
    });
    complete(site, page, facts, &mut listing);
    listing
}

/// Adds to a list of commitments how all of them stand and the ways to cut it further, and takes out of entries what the page says of
/// all.
pub(super) fn complete(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    facts: &[SharedFact],
    listing: &mut ListingContext,
) {
    let filter = Filter {
        site,
        page,
        rules: &RULES,
        lists: &site.plan.commitments,
        facts,
    };
    filter.offer(listing);
    listing.strip = strip(&filter);
    let said = SaidOfAll::of(listing, facts);
    listing
        .entries
        .iter_mut()
        .for_each(|entry| said.take_out(entry));
}

/// Returns how the commitments of a list stand, its own status left aside, each part leading to its list; `None` where there are
/// none.
fn strip(filter: &Filter<'_>) -> Option<Strip> {
    let all = &filter.site.portal.commitments;
    let rest = filter.rest(STATUSES);
    let with = |status: Status| {
        // Each status has its page, also one that nothing had when the lists were cut.
        if rest.is_empty() {
            let address = address::status(status);
            return Some(linking::href(filter.site, filter.page, &address));
        }
        let mut facts = rest.clone();
        facts.push(SharedFact::new(STATUSES, status.code()));
        filter.href(&facts)
    };
    let portal = filter.site.portal;
    let tally = filter.tally(STATUSES, |list| match list {
        Some(list) => {
            let members = list.members.iter().map(|at| &all[*at]);
            StatusTally::of_commitments(portal, members)
        }
        None => StatusTally::of_commitments(portal, all.iter()),
    });
    let mut strip = tally.strip(with);
    filter.mark_current(&mut strip);
    (strip.total > 0).then_some(strip)
}

/// What a page says of all entries of its list, so that none repeats it.
struct SaidOfAll {
    status: bool,
    place: bool,
    completion: bool,
}

impl SaidOfAll {
    fn of(listing: &ListingContext, facts: &[SharedFact]) -> SaidOfAll {
        let is_by = |kind: &str| facts.iter().any(|fact| fact.kind == kind);
        let parts = listing.strip.as_ref().map_or(&[][..], |strip| &strip.parts);
        let only = (parts.len() == 1).then(|| &parts[0]);
        SaidOfAll {
            status: is_by(STATUSES) || only.is_some(),
            place: is_by("localities"),
            completion: is_by(COMPLETION) || only.is_some_and(|part| part.evaluation.is_some()),
        }
    }

    /// Takes what all entries share out of one.
    fn take_out(&self, entry: &mut ListEntry) {
        if self.place {
            entry.of = None;
        }
        if self.completion {
            entry.evaluation = None;
        }
        if self.status {
            // "Not reported" also says that nobody reported how it ended.
            entry.status = None;
            entry.report_missing_since = None;
        }
    }
}
