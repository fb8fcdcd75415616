//! Lists of everything of a kind, at most fifty entries a page.

pub mod context;

use crate::model::Portal;
use crate::model::vocabulary::{Status, Taxonomy};
use crate::pages::context::{Body, BodyFacts, Link, ListEntry, Phrase, Strip};
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts, SchemaOrgSubject};
use crate::pages::lists::context::{Facet, FacetValue, ListingContext};
use crate::pages::overdue::strip_of;
use crate::pages::paging::{EntryWeight, ListRange, spans};
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, dataset_facet, entries, linking, paging,
    verdict_facet,
};
use tragaluz_tables::Tables;

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
];

/// Most values that a facet shows; the others are a page away.
const FACET_VALUES: usize = 6;

/// The pages of a list of these things; an empty list has none.
fn drafts(folder: &'static str, lines: impl Iterator<Item = EntryWeight>) -> Vec<Draft> {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return Vec::new();
    }
    let first = address::list(folder, 1);
    let draft = |(part, span): (usize, ListRange)| {
        let draft = Draft {
            part,
            span,
            ..Draft::generated(address::list(folder, part), Title::Message(folder))
        };
        if part > 1 {
            draft.under(Title::Message(folder), first.clone())
        } else {
            draft
        }
    };
    (1..).zip(spans(lines, paging::LIST)).map(draft).collect()
}

fn list(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    of: &str,
    folder: &str,
    total: usize,
    entry: impl Fn(usize) -> ListEntry,
) -> ListingContext {
    entries::listing(site, page, of, total, |n| address::list(folder, n), entry)
}

/// Ways to cut the list of commitments: one page for each term that has any.
fn facets(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Facet> {
    let mut facets = vec![facet_of_statuses(site, page)];
    facets.extend(
        Taxonomy::ALL
            .into_iter()
            .filter_map(|taxonomy| facet_of_terms(site, page, taxonomy)),
    );
    facets.extend(verdict_facet::verdict_facets(site, page));
    facets
}

fn facet_of_statuses(site: &SiteFacts<'_>, page: &PagePlan) -> Facet {
    let values = Status::CODES.iter().map(|(code, status)| FacetValue {
        text: Phrase::message(format!("status-{code}")),
        href: linking::href(site, page, &address::status(*status)),
        count: site.portal.commitments_with(*status).len() as u64,
        current: false,
    });
    Facet {
        name: Phrase::message("statuses"),
        values: values.filter(|value| value.count > 0).collect(),
        ..Facet::default()
    }
}

/// Returns the largest terms of a taxonomy; none where none has a commitment.
fn facet_of_terms(site: &SiteFacts<'_>, page: &PagePlan, taxonomy: Taxonomy) -> Option<Facet> {
    let terms = site.portal.terms.of(taxonomy);
    let mut values: Vec<FacetValue> = terms
        .map(|term| FacetValue {
            text: Phrase::of(&term.name, &page.lang).unwrap_or_default(),
            href: linking::href(site, page, &address::term(taxonomy, &term.id)),
            count: site.portal.commitments_of(taxonomy, &term.id).len() as u64,
            current: false,
        })
        .filter(|value| value.count > 0)
        .collect();
    values.sort_by_key(|value| std::cmp::Reverse(value.count));
    let name = Phrase::message(taxonomy.folder());
    let more = (values.len() > FACET_VALUES).then(|| {
        let all = address::list(taxonomy.folder(), 1);
        Link::to(name.clone(), linking::href(site, page, &all))
    });
    values.truncate(FACET_VALUES);
    (!values.is_empty()).then(|| Facet {
        name,
        values,
        more,
        ..Facet::default()
    })
}

/// All commitments by status, each part leading to its list.
pub(super) fn commitments_strip(site: &SiteFacts<'_>, page: &PagePlan) -> Strip {
    strip_of(site.portal, site.portal.commitments.iter(), |s| {
        Some(linking::href(site, page, &address::status(s)))
    })
}

/// All commitments.
pub(crate) struct CommitmentListPages;

impl PageKindFacts for CommitmentListPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        drafts(
            "commitments",
            portal.commitments.iter().map(EntryWeight::commitment),
        )
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let all = &site.portal.commitments;
        let mut list = list(site, page, "commitment", "commitments", all.len(), |i| {
            entries::of_commitment(site, page, &all[i])
        });
        list.strip = Some(commitments_strip(site, page));
        list.facets = facets(site, page);
        Body::of(list)
    }
}

/// All end-of-commitment reports.
pub(crate) struct ReportListPages;

impl PageKindFacts for ReportListPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        drafts(
            "reports",
            portal.reports.iter().map(|r| EntryWeight::of(&r.head)),
        )
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let all = &site.portal.reports;
        Body::of(list(site, page, "report", "reports", all.len(), |i| {
            entries::of_report(site, page, &all[i])
        }))
    }
}

/// All action plans.
pub(crate) struct ActionPlanListPages;

impl PageKindFacts for ActionPlanListPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        drafts(
            "action-plans",
            portal.action_plans.iter().map(|p| EntryWeight::of(&p.head)),
        )
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let all = &site.portal.action_plans;
        let entry = |i: usize| entries::of_action_plan(site, page, &all[i]);
        Body::of(list(
            site,
            page,
            "action-plan",
            "action-plans",
            all.len(),
            entry,
        ))
    }
}

fn initiatives(portal: &Portal, practice: bool) -> Vec<&crate::model::initiative::Initiative> {
    portal
        .initiatives
        .iter()
        .filter(|i| i.practice == practice)
        .collect()
}

/// All initiatives.
pub(crate) struct InitiativeListPages;

impl PageKindFacts for InitiativeListPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        drafts(
            "initiatives",
            initiatives(portal, false)
                .into_iter()
                .map(|i| EntryWeight::of(&i.head)),
        )
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let all = initiatives(site.portal, false);
        let entry = |i: usize| entries::of_initiative(site, page, all[i]);
        Body::of(list(
            site,
            page,
            "initiative",
            "initiatives",
            all.len(),
            entry,
        ))
    }
}

/// All good practices.
pub(crate) struct PracticeListPages;

impl PageKindFacts for PracticeListPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        drafts(
            "practices",
            initiatives(portal, true)
                .into_iter()
                .map(|i| EntryWeight::of(&i.head)),
        )
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let all = initiatives(site.portal, true);
        let entry = |i: usize| entries::of_initiative(site, page, all[i]);
        Body::of(list(site, page, "practice", "practices", all.len(), entry))
    }
}

/// All datasets.
pub(crate) struct DatasetListPages;

impl PageKindFacts for DatasetListPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        drafts(
            "datasets",
            portal
                .datasets
                .iter()
                .map(|d| EntryWeight::dataset(&d.head.title, &d.head.summary)),
        )
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let all = &site.portal.datasets;
        let entry = |i: usize| entries::of_dataset(site, page, &all[i]);
        let mut list = list(site, page, "dataset", "datasets", all.len(), entry);
        list.facets = dataset_facet::dataset_facets(site, page);
        Body::of(list)
    }

    fn describes<'v>(
        &self,
        page: &PagePlan,
        _site: &SiteFacts<'v>,
    ) -> Option<SchemaOrgSubject<'v>> {
        (page.draft.part == 1).then_some(SchemaOrgSubject::Catalog)
    }
}
