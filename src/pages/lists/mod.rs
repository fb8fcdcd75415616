//! Lists of everything of a kind, at most fifty entries a page.

pub mod context;
mod sorted;

use crate::model::Portal;
use crate::model::action_plan::ActionPlan;
use crate::model::commitment::Commitment;
use crate::model::dataset::Dataset;
use crate::model::initiative::Initiative;
use crate::model::report::Report;
use crate::pages::context::{Body, BodyFacts, ListEntry, Strip};
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts, SchemaOrgSubject};
use crate::pages::lists::context::ListingContext;
use crate::pages::paging::{EntryWeight, spans};
use crate::pages::status_tally::StatusTally;
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, commitment_facet, dataset_facet, entries, linking,
    paging,
};
use tragaluz_tables::Tables;

pub(crate) use sorted::{SortedList, SortedPages, draw as draw_sorted};

/// What the ways to cut the list of datasets weigh, about: themes, formats, licences, publishers, places, keywords.
const DATASET_FACETS: usize = 1_000;

/// Ways into the portal: message and address, in the order in which they are offered.
pub(crate) const WAYS: &[(&str, &str)] = &[
    ("commitments", "commitments/index.html"),
    ("datasets", "datasets/index.html"),
    ("initiatives", "initiatives/index.html"),
    ("practices", "practices/index.html"),
    ("action-plans", "action-plans/index.html"),
    ("reports", "reports/index.html"),
    ("localities", "localities/index.html"),
    ("institutions", "institutions/index.html"),
    ("policy-areas", "policy-areas/index.html"),
    ("sectors", "sectors/index.html"),
    ("values", "values/index.html"),
    ("statuses", "statuses/index.html"),
    ("milestones-by-month", "milestones/index.html"),
];

/// The pages of a list of these things; an empty list has none.
fn drafts(
    folder: &'static str,
    lines: impl Iterator<Item = EntryWeight>,
    room: usize,
) -> Vec<Draft> {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return Vec::new();
    }
    Draft::pages_of_list(&Title::Message(folder), spans(lines, room), |part| {
        address::list(folder, part)
    })
}

/// All commitments by status, each part leading to its list.
pub(super) fn commitments_strip(site: &SiteFacts<'_>, page: &PagePlan) -> Strip {
    let all = site.portal.commitments.iter();
    let tally = site.tallies.of(CommitmentListPages::FOLDER, || {
        StatusTally::of_commitments(site.portal, all)
    });
    tally.strip(|s| Some(linking::href(site, page, &address::status(s))))
}

/// What one list is of; everything else lists have in common.
pub(crate) trait ListKind: Sync {
    type Thing;
    /// Its folder, and the theme's message that is its title.
    const FOLDER: &'static str;
    /// What an entry is, as templates know it.
    const OF: &'static str;
    /// Returns everything that it lists.
    fn things<'p>(&self, portal: &'p Portal) -> Vec<&'p Self::Thing>;
    /// Returns what an entry weighs.
    fn weight(&self, thing: &Self::Thing) -> EntryWeight;
    /// Returns the entry of one thing.
    fn entry(&self, site: &SiteFacts<'_>, page: &PagePlan, thing: &Self::Thing) -> ListEntry;
    /// Adds what is on the page besides entries, such as the ways to cut the list.
    fn complete(&self, _site: &SiteFacts<'_>, _page: &PagePlan, _listing: &mut ListingContext) {}
    /// Returns what the page weighs besides entries and what all pages have, about.
    fn beside(&self, _portal: &Portal) -> usize {
        0
    }
    /// Whether it is where catalogs are looked for.
    fn is_catalog(&self) -> bool {
        false
    }
}

impl<K: ListKind> PageKindFacts for K {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let things = self.things(portal).into_iter();
        let room = paging::room(portal, LIST_BUDGET, self.beside(portal));
        drafts(K::FOLDER, things.map(|thing| self.weight(thing)), room)
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let things = self.things(site.portal);
        let mut listing = entries::listing(
            site,
            page,
            K::OF,
            things.len(),
            |n| address::list(K::FOLDER, n),
            |i| self.entry(site, page, things[i]),
        );
        self.complete(site, page, &mut listing);
        Body::of(listing)
    }

    fn describes<'v>(
        &self,
        page: &PagePlan,
        _site: &SiteFacts<'v>,
    ) -> Option<SchemaOrgSubject<'v>> {
        (self.is_catalog() && page.draft.part == 1).then_some(SchemaOrgSubject::Catalog)
    }
}

pub(crate) struct CommitmentListPages;

impl ListKind for CommitmentListPages {
    type Thing = Commitment;
    const FOLDER: &'static str = "commitments";
    const OF: &'static str = "commitment";

    fn things<'p>(&self, portal: &'p Portal) -> Vec<&'p Commitment> {
        portal.commitments.iter().collect()
    }

    fn weight(&self, thing: &Commitment) -> EntryWeight {
        EntryWeight::commitment(thing)
    }

    fn entry(&self, site: &SiteFacts<'_>, page: &PagePlan, thing: &Commitment) -> ListEntry {
        entries::of_commitment(site, page, thing)
    }

    fn beside(&self, portal: &Portal) -> usize {
        paging::facets_of_commitments(portal)
    }

    fn complete(&self, site: &SiteFacts<'_>, page: &PagePlan, listing: &mut ListingContext) {
        commitment_facet::complete(site, page, &[], listing);
        listing.also = sorted::orders(site, page);
    }
}

pub(crate) struct ReportListPages;

impl ListKind for ReportListPages {
    type Thing = Report;
    const FOLDER: &'static str = "reports";
    const OF: &'static str = "report";

    fn things<'p>(&self, portal: &'p Portal) -> Vec<&'p Report> {
        portal.reports.iter().collect()
    }

    fn weight(&self, thing: &Report) -> EntryWeight {
        EntryWeight::of(&thing.head)
    }

    fn entry(&self, site: &SiteFacts<'_>, page: &PagePlan, thing: &Report) -> ListEntry {
        entries::of_report(site, page, thing)
    }
}

pub(crate) struct ActionPlanListPages;

impl ListKind for ActionPlanListPages {
    type Thing = ActionPlan;
    const FOLDER: &'static str = "action-plans";
    const OF: &'static str = "action-plan";

    fn things<'p>(&self, portal: &'p Portal) -> Vec<&'p ActionPlan> {
        portal.action_plans.iter().collect()
    }

    fn weight(&self, thing: &ActionPlan) -> EntryWeight {
        EntryWeight::of(&thing.head)
    }

    fn entry(&self, site: &SiteFacts<'_>, page: &PagePlan, thing: &ActionPlan) -> ListEntry {
        entries::of_action_plan(site, page, thing)
    }
}

fn initiatives(portal: &Portal, practice: bool) -> Vec<&Initiative> {
    let all = portal.initiatives.iter();
    all.filter(|one| one.practice == practice).collect()
}

pub(crate) struct InitiativeListPages;

impl ListKind for InitiativeListPages {
    type Thing = Initiative;
    const FOLDER: &'static str = "initiatives";
    const OF: &'static str = "initiative";

    fn things<'p>(&self, portal: &'p Portal) -> Vec<&'p Initiative> {
        initiatives(portal, false)
    }

    fn weight(&self, thing: &Initiative) -> EntryWeight {
        EntryWeight::of(&thing.head)
    }

    fn entry(&self, site: &SiteFacts<'_>, page: &PagePlan, thing: &Initiative) -> ListEntry {
        entries::of_initiative(site, page, thing)
    }
}

pub(crate) struct PracticeListPages;

impl ListKind for PracticeListPages {
    type Thing = Initiative;
    const FOLDER: &'static str = "practices";
    const OF: &'static str = "practice";

    fn things<'p>(&self, portal: &'p Portal) -> Vec<&'p Initiative> {
        initiatives(portal, true)
    }

    fn weight(&self, thing: &Initiative) -> EntryWeight {
        EntryWeight::of(&thing.head)
    }

    fn entry(&self, site: &SiteFacts<'_>, page: &PagePlan, thing: &Initiative) -> ListEntry {
        entries::of_initiative(site, page, thing)
    }
}

pub(crate) struct DatasetListPages;

impl ListKind for DatasetListPages {
    type Thing = Dataset;
    const FOLDER: &'static str = "datasets";
    const OF: &'static str = "dataset";

    fn things<'p>(&self, portal: &'p Portal) -> Vec<&'p Dataset> {
        portal.datasets.iter().collect()
    }

    fn weight(&self, thing: &Dataset) -> EntryWeight {
        EntryWeight::dataset(&thing.head.title, &thing.head.summary)
    }

    fn entry(&self, site: &SiteFacts<'_>, page: &PagePlan, thing: &Dataset) -> ListEntry {
        entries::of_dataset(site, page, thing)
    }

    fn beside(&self, _portal: &Portal) -> usize {
        DATASET_FACETS
    }

    fn complete(&self, site: &SiteFacts<'_>, page: &PagePlan, listing: &mut ListingContext) {
        dataset_facet::complete(site, page, &[], listing);
    }

    fn is_catalog(&self) -> bool {
        true
    }
}
