//! Pages of terms (institutions, policy areas …) and the index of each taxonomy.

pub mod context;

use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::exclusions::{ExcludedKind, Exclusion};
use crate::model::head::Head;
use crate::model::term::Term;
use crate::model::vocabulary::Taxonomy;
use crate::pages::context::{Body, BodyFacts, Group, ListEntry, Phrase};
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts, SearchText};
use crate::pages::overdue::strip_of;
use crate::pages::paging::{EntryWeight, ListRange, spans, spans_after};
use crate::pages::terms::context::TermListEntry;
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, commitment, commitment_facet, entries, linking,
    paging, prose, search_text,
};
use crate::source::fields::Spanned;
use crate::text::words::Words;
use tragaluz_tables::Tables;

/// What a template calls a taxonomy.
fn name(taxonomy: Taxonomy) -> &'static str {
    match taxonomy {
        Taxonomy::Locality => "locality",
        Taxonomy::Institution => "institution",
        Taxonomy::PolicyArea => "policy-area",
        Taxonomy::Sector => "sector",
        Taxonomy::Value => "value",
    }
}

/// Terms that have a page: those with a file, and those that something belongs to.
fn terms(portal: &Portal) -> Vec<&Term> {
    let all = Taxonomy::ALL
        .into_iter()
        .flat_map(|taxonomy| portal.terms.of(taxonomy));
    all.filter(|t| t.head.is_some() || is_used(portal, t))
        .collect()
}

fn is_used(portal: &Portal, term: &Term) -> bool {
    let own = |t: &Option<crate::model::term::TermRef>| t.as_ref().is_some_and(|t| t.id == term.id);
    portal.commitments_of(term.taxonomy, &term.id).len() > 0
        || match term.taxonomy {
            Taxonomy::Locality => {
                portal.action_plans.iter().any(|p| own(&p.locality))
                    || portal.reports.iter().any(|r| own(&r.locality))
            }
            Taxonomy::Institution => portal.initiatives.iter().any(|i| own(&i.institution)),
            Taxonomy::PolicyArea => portal
                .initiatives
                .iter()
                .any(|i| i.topics.iter().any(|t| t.id == term.id)),
            Taxonomy::Sector | Taxonomy::Value => false,
        }
}

/// Whether its page was left out, so that another stands in for it.
fn is_left_out(portal: &Portal, term: &Term) -> bool {
    let own = |one: &Exclusion| {
        one.what == ExcludedKind::Term(term.taxonomy) && one.id.eq_ignore_ascii_case(&term.id)
    };
    portal.left_out.iter().any(own)
}

/// The bytes of a term's own text, which stands on its first page.
fn text_of(term: &Term) -> usize {
    term.head.as_ref().map_or(0, Head::bytes)
}

/// Returns the commitments that name a term.
fn commitments_of_term<'a>(
    site: &SiteFacts<'a>,
    taxonomy: Taxonomy,
    id: &str,
) -> Vec<&'a Commitment> {
    site.portal.commitments_of(taxonomy, id).collect()
}

/// Pages of terms.
pub(crate) struct TermPages;

impl PageKindFacts for TermPages {
    fn name(&self) -> &'static str {
        context::TermContext::KIND
    }

    fn budget(&self) -> u64 {
        8 * 1024
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &[
            "action-plans",
            "commitments",
            "datasets",
            "initiatives",
            "practices",
            "reports",
        ]
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (item, term) in terms(portal).into_iter().enumerate() {
            let address = address::term(term.taxonomy, &term.id);
            if is_left_out(portal, term) {
                continue;
            }
            let title = Title::Words(term.name.clone());
            let lines = portal
                .commitments_of(term.taxonomy, &term.id)
                .map(EntryWeight::commitment);
            let folder = term.taxonomy.folder();
            for (part, span) in (1..).zip(spans_after(text_of(term), lines, paging::TERM)) {
                let own = term
                    .head
                    .as_ref()
                    .filter(|_| part == 1)
                    .map(|head| Draft::of(head, address.clone(), item));
                let draft = own.unwrap_or_else(|| {
                    Draft::generated(address::list_of(&address, part), title.clone()).item(item)
                });
                let parent = if part == 1 {
                    (Title::Message(folder), address::list(folder, 1))
                } else {
                    (title.clone(), address.clone())
                };
                drafts.push(Draft {
                    part,
                    span,
                    news: false,
                    ..draft.under(parent.0, parent.1)
                });
            }
        }
        drafts
    }

    fn called(&self, draft: &Draft) -> Option<&'static str> {
        let own = |t: &&Taxonomy| draft.address.split('/').next() == Some(t.folder());
        (draft.part == 1)
            .then(|| Taxonomy::ALL.iter().find(own).map(|t| name(*t)))
            .flatten()
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        let (folder, file) = page.draft.address.split_once('/').unwrap_or_default();
        let taxonomy = Taxonomy::ALL.iter().find(|t| t.folder() == folder);
        let term = taxonomy.and_then(|t| site.portal.terms.get(*t, file.trim_end_matches(".html")));
        term.and_then(|t| t.head.as_ref())
            .map(|head| search_text::of_text(site, page, head))
            .unwrap_or_default()
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let term = terms(site.portal)[page.draft.item];
        let commitments = commitments_of_term(site, term.taxonomy, &term.id);
        let at = |n: usize| address::list_of(&address::term(term.taxonomy, &term.id), n);
        let entry = |i: usize| entries::of_commitment(site, page, commitments[i]);
        let mut listing = entries::listing(site, page, "commitment", commitments.len(), at, entry);
        let by_status =
            |status| commitment_facet::pair_href(site, page, term.taxonomy, &term.id, status);
        listing.strip = (!commitments.is_empty())
            .then(|| strip_of(site.portal, commitments.iter().copied(), by_status));
        listing.facets = commitment_facet::pair_facets(site, page, term.taxonomy, &term.id);
        let head = term.head.as_ref().filter(|_| page.draft.part == 1);
        Body::of(context::TermContext {
            of: name(term.taxonomy).to_owned(),
            summary: head.and_then(|h| prose::summary(page, h)),
            code: term.code.clone(),
            country: term.country.clone(),
            href: term
                .url
                .clone()
                .filter(|url| crate::record::is_web_address(url)),
            sections: head
                .map(|h| prose::sections(site, page, h, |_| true))
                .unwrap_or_default(),
            listing,
            groups: groups(site, page, term),
            sources: head
                .map(|h| linking::sources(site, page, h, &h.sources))
                .unwrap_or_default(),
        })
    }

    /// An institution's commitments are followed by whoever watches it.
    fn feed(&self, page: &PagePlan) -> Option<String> {
        let institution = page.draft.address.starts_with("institutions/") && page.draft.part == 1;
        institution.then(|| page.draft.address.replace(".html", ".xml"))
    }
}

/// What belongs to a term besides commitments.
fn groups(site: &SiteFacts<'_>, page: &PagePlan, term: &Term) -> Vec<Group> {
    let own = |t: &Option<crate::model::term::TermRef>| t.as_ref().is_some_and(|t| t.id == term.id);
    let portal = site.portal;
    let mut groups: Vec<(&str, Vec<ListEntry>)> = Vec::new();
    match term.taxonomy {
        Taxonomy::Locality => {
            let plans = portal.action_plans.iter().filter(|p| own(&p.locality));
            groups.push((
                "action-plans",
                plans
                    .map(|p| entries::of_action_plan(site, page, p))
                    .collect(),
            ));
            let reports = portal.reports.iter().filter(|r| own(&r.locality));
            groups.push((
                "reports",
                reports.map(|r| entries::of_report(site, page, r)).collect(),
            ));
        }
        Taxonomy::Institution | Taxonomy::PolicyArea => {
            for (folder, practice) in [("initiatives", false), ("practices", true)] {
                let named = portal.initiatives.iter().filter(|i| {
                    i.practice == practice
                        && (term.taxonomy == Taxonomy::Institution && own(&i.institution)
                            || term.taxonomy == Taxonomy::PolicyArea
                                && i.topics.iter().any(|t| t.id == term.id))
                });
                groups.push((
                    folder,
                    named
                        .map(|i| entries::of_initiative(site, page, i))
                        .collect(),
                ));
            }
        }
        Taxonomy::Sector | Taxonomy::Value => {}
    }
    groups.push(("datasets", datasets_of_term(site, page, term)));
    let filled = groups
        .into_iter()
        .filter(|(_, entries)| !entries.is_empty() && page.draft.part == 1);
    let group = |(id, mut entries): (&str, Vec<ListEntry>)| {
        let more = (entries.len() > GROUPED)
            .then(|| linking::all_of(site, page, id))
            .flatten();
        entries.truncate(GROUPED);
        Group {
            id: id.into(),
            heading: Phrase::message(id),
            entries,
            more,
        }
    };
    filled.map(group).collect()
}

/// Datasets that the term's commitments rest on.
fn datasets_of_term(site: &SiteFacts<'_>, page: &PagePlan, term: &Term) -> Vec<ListEntry> {
    let mut ids: Vec<&Spanned<String>> = Vec::new();
    for c in commitments_of_term(site, term.taxonomy, &term.id) {
        for id in &c.datasets {
            if !ids
                .iter()
                .any(|known| known.value.eq_ignore_ascii_case(&id.value))
            {
                ids.push(id);
            }
        }
    }
    commitment::datasets_named(site, page, &ids.into_iter().cloned().collect::<Vec<_>>())
}

/// Most entries of a group, such as an institution's datasets; of more the others are a page away.
const GROUPED: usize = 8;

/// The index of each taxonomy.
pub(crate) struct TermListPages;

impl PageKindFacts for TermListPages {
    fn name(&self) -> &'static str {
        context::TermsContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let used = terms(portal);
        let with_terms = Taxonomy::ALL
            .iter()
            .enumerate()
            .filter(|(_, t)| used.iter().any(|term| term.taxonomy == **t));
        let mut drafts = Vec::new();
        for (item, taxonomy) in with_terms {
            let (folder, message) = (taxonomy.folder(), Title::Message(taxonomy.folder()));
            let own = used.iter().filter(|term| term.taxonomy == *taxonomy);
            // A term's line has a strip of its commitments.
            let nothing = Words::default();
            let lines = own.map(|term| {
                EntryWeight::new(
                    &term.name,
                    term.head.as_ref().map_or(&nothing, |h| &h.summary),
                    110,
                )
            });
            for (part, span) in (1..).zip(spans(lines, paging::LIST)) {
                let draft =
                    Draft::generated(address::list(folder, part), message.clone()).item(item);
                let draft = if part > 1 {
                    draft.under(message.clone(), address::list(folder, 1))
                } else {
                    draft
                };
                drafts.push(Draft {
                    part,
                    span,
                    ..draft
                });
            }
        }
        drafts
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let taxonomy = Taxonomy::ALL[page.draft.item];
        let mut own: Vec<&Term> = terms(site.portal)
            .into_iter()
            .filter(|t| t.taxonomy == taxonomy)
            .collect();
        // Those that say a place come first; the rest without regard to accents and case, as a reader looks a name up.
        own.sort_by_cached_key(|term| {
            let rank = term.head.as_ref().map_or((true, None), |head| head.rank());
            (rank, crate::text::slug::slug(term.name.text(&page.lang)))
        });
        let mut entries: Vec<TermListEntry> = own
            .into_iter()
            .map(|term| {
                let commitments = commitments_of_term(site, taxonomy, &term.id);
                TermListEntry {
                    title: Phrase::of(&term.name, &page.lang).unwrap_or_default(),
                    href: linking::href(site, page, &address::term(taxonomy, &term.id)),
                    count: commitments.len() as u64,
                    strip: (!commitments.is_empty())
                        .then(|| strip_of(site.portal, commitments.iter().copied(), |_| None)),
                    summary: term
                        .head
                        .as_ref()
                        .and_then(|h| Phrase::of(&h.summary, &page.lang)),
                }
            })
            .collect();
        let ListRange {
            start, end, brief, ..
        } = page.draft.span;
        let mut terms: Vec<TermListEntry> = entries.drain(start..end).collect();
        if brief {
            terms.iter_mut().for_each(|term| term.summary = None);
        }
        let pager = entries::pager(site, page, |n| address::list(taxonomy.folder(), n));
        Body::of(context::TermsContext {
            of: name(taxonomy).to_owned(),
            intro: None,
            terms,
            pager,
        })
    }
}
