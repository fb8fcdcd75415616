//! Pages of terms (institutions, policy areas …) and the index of each taxonomy.

pub mod context;

use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::exclusions::ExcludedKind;
use crate::model::head::Head;
use crate::model::initiative::Initiative;
use crate::model::term::{Term, TermRef};
use crate::model::vocabulary::Taxonomy;
use crate::pages::a_to_z::context::IndexLetter;
use crate::pages::context::{Body, BodyFacts, Group, ListEntry, Phrase};
use crate::pages::facets::SharedFact;
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts, SearchText};
use crate::pages::paging::{EntryWeight, ListRange, spans, spans_after};
use crate::pages::terms::context::{TermGroup, TermListEntry};
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

/// Returns the term that a page is about, by the address of its first page: looking through all terms for each page would take
/// time with the square of their number.
fn term_of<'a>(page: &PagePlan, site: &SiteFacts<'a>) -> &'a Term {
    let draft = &page.draft;
    let first = match &draft.parent {
        Some((_, first)) if draft.part > 1 => first,
        _ => &draft.address,
    };
    let named = first.split_once('/').and_then(|(folder, file)| {
        let taxonomy = Taxonomy::ALL.into_iter().find(|t| t.folder() == folder)?;
        let id = file.strip_suffix(".html")?;
        site.portal.terms.get(taxonomy, id)
    });
    named.unwrap_or_else(|| terms(site.portal)[draft.item])
}

/// Whether a fact is this term.
fn names(fact: Option<&TermRef>, term: &Term) -> bool {
    fact.is_some_and(|fact| fact.id == term.id)
}

fn is_used(portal: &Portal, term: &Term) -> bool {
    portal.commitments_of(term.taxonomy, &term.id).len() > 0
        || portal.is_named_by_declared(&address::term(term.taxonomy, &term.id))
        || match term.taxonomy {
            Taxonomy::Locality => {
                portal
                    .action_plans
                    .iter()
                    .any(|p| names(p.locality.as_ref(), term))
                    || portal
                        .reports
                        .iter()
                        .any(|r| names(r.locality.as_ref(), term))
            }
            Taxonomy::Institution => portal
                .initiatives
                .iter()
                .any(|i| names(i.institution.as_ref(), term)),
            Taxonomy::PolicyArea => portal
                .initiatives
                .iter()
                .any(|i| i.topics.iter().any(|t| t.id == term.id)),
            Taxonomy::Sector | Taxonomy::Value => false,
        }
}

/// Whether its page was left out, so that another stands in for it.
fn is_left_out(portal: &Portal, term: &Term) -> bool {
    let what = ExcludedKind::Term(term.taxonomy);
    let mut left_out = portal.left_out.iter();
    left_out.any(|one| one.what == what && one.id.eq_ignore_ascii_case(&term.id))
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
        let facets = paging::facets_of_commitments(portal) * 2 / 3 + FEED;
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
            let room = paging::room(portal, self.budget(), facets);
            let text = text_of(term) + grouped(portal, term) * GROUPED_ENTRY;
            for (part, span) in (1..).zip(spans_after(text, lines, room)) {
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

    fn called(&self, draft: &Draft) -> Option<Title> {
        if draft.part != 1 {
            return None;
        }
        let folder = draft.address.split('/').next()?;
        let taxonomy = Taxonomy::ALL.into_iter().find(|t| t.folder() == folder)?;
        Some(Title::Message(name(taxonomy)))
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        let (folder, file) = page.draft.address.split_once('/').unwrap_or_default();
        let taxonomy = Taxonomy::ALL.iter().find(|t| t.folder() == folder);
        let term = taxonomy.and_then(|t| site.portal.terms.get(*t, file.trim_end_matches(".html")));
        term.map(|term| search_text::of_term(site, page, term))
            .unwrap_or_default()
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let term = term_of(page, site);
        let commitments = commitments_of_term(site, term.taxonomy, &term.id);
        let facts = [SharedFact::new(term.taxonomy.folder(), &term.id)];
        let first = address::term(term.taxonomy, &term.id);
        let at = |n| address::list_of(&first, n);
        let mut listing = commitment_facet::cut(site, page, &facts, &commitments, at);
        // The commitments of the whole portal tell nothing of a term that has none.
        listing.strip = listing.strip.filter(|_| !commitments.is_empty());
        let context = context::TermContext {
            of: name(term.taxonomy).to_owned(),
            code: term.code.clone(),
            country: term.country.clone(),
            href: term
                .url
                .clone()
                .filter(|url| crate::record::is_web_address(url)),
            listing,
            groups: groups(site, page, term),
            ..context::TermContext::default()
        };
        Body::of(match &term.head {
            Some(head) if page.draft.part == 1 => context::TermContext {
                summary: prose::summary(page, head),
                sections: prose::sections(site, page, head, |_| true),
                sources: linking::sources(site, page, head, &head.sources),
                ..context
            },
            _ => context,
        })
    }

    /// An institution's commitments are followed by whoever watches it.
    fn feed(&self, page: &PagePlan) -> Option<String> {
        let institution = page.draft.address.starts_with("institutions/") && page.draft.part == 1;
        institution.then(|| page.draft.address.replace(".html", ".xml"))
    }
}

/// What belongs to a term besides commitments, on its first page.
fn groups(site: &SiteFacts<'_>, page: &PagePlan, term: &Term) -> Vec<Group> {
    if page.draft.part > 1 {
        return Vec::new();
    }
    let of_term = EntriesOfTerm { site, page, term };
    let mut groups: Vec<(&str, Vec<ListEntry>)> = match term.taxonomy {
        Taxonomy::Locality => vec![
            ("action-plans", of_term.action_plans()),
            ("reports", of_term.reports()),
        ],
        Taxonomy::Institution | Taxonomy::PolicyArea => vec![
            ("initiatives", of_term.initiatives(false)),
            ("practices", of_term.initiatives(true)),
        ],
        Taxonomy::Sector | Taxonomy::Value => Vec::new(),
    };
    groups.push(("datasets", datasets_of_term(site, page, term)));
    let filled = groups.into_iter().filter(|(_, all)| !all.is_empty());
    filled.map(|(id, all)| group(site, page, id, all)).collect()
}

/// Counts the entries of groups that a term's first page has besides commitments and datasets.
fn grouped(portal: &Portal, term: &Term) -> usize {
    let is_it = |named: Option<&TermRef>| names(named, term);
    match term.taxonomy {
        Taxonomy::Locality => {
            let plans = portal.action_plans.iter();
            let plans = plans.filter(|plan| is_it(plan.locality.as_ref())).count();
            let reports = portal.reports.iter();
            let reports = reports.filter(|report| is_it(report.locality.as_ref()));
            plans.min(GROUPED) + reports.count().min(GROUPED)
        }
        Taxonomy::Institution | Taxonomy::PolicyArea => {
            let initiatives = portal.initiatives.iter();
            let naming = initiatives.filter(|i| {
                let mut topics = i.topics.iter();
                is_it(i.institution.as_ref()) || topics.any(|topic| topic.id == term.id)
            });
            naming.count().min(2 * GROUPED)
        }
        Taxonomy::Sector | Taxonomy::Value => 0,
    }
}

/// Returns the first entries of a group, and the way to the others.
fn group(site: &SiteFacts<'_>, page: &PagePlan, id: &str, mut entries: Vec<ListEntry>) -> Group {
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
}

/// Lines of what names a term.
struct EntriesOfTerm<'a> {
    site: &'a SiteFacts<'a>,
    page: &'a PagePlan,
    term: &'a Term,
}

impl EntriesOfTerm<'_> {
    fn is_named(&self, by: Option<&TermRef>) -> bool {
        by.is_some_and(|named| named.id == self.term.id)
    }

    fn action_plans(&self) -> Vec<ListEntry> {
        let plans = self.site.portal.action_plans.iter();
        plans
            .filter(|plan| self.is_named(plan.locality.as_ref()))
            .map(|plan| entries::of_action_plan(self.site, self.page, plan))
            .map(of_this_page)
            .collect()
    }

    fn reports(&self) -> Vec<ListEntry> {
        let reports = self.site.portal.reports.iter();
        reports
            .filter(|report| self.is_named(report.locality.as_ref()))
            .map(|report| entries::of_report(self.site, self.page, report))
            .map(of_this_page)
            .collect()
    }

    /// Returns the initiatives, or the good practices.
    fn initiatives(&self, practice: bool) -> Vec<ListEntry> {
        let initiatives = self.site.portal.initiatives.iter();
        initiatives
            .filter(|initiative| initiative.practice == practice && self.names(initiative))
            .map(|initiative| entries::of_initiative(self.site, self.page, initiative))
            .map(|entry| match self.term.taxonomy {
                Taxonomy::Institution => of_this_page(entry),
                _ => entry,
            })
            .collect()
    }

    fn names(&self, initiative: &Initiative) -> bool {
        match self.term.taxonomy {
            Taxonomy::Institution => self.is_named(initiative.institution.as_ref()),
            Taxonomy::PolicyArea => initiative
                .topics
                .iter()
                .any(|topic| self.is_named(Some(topic))),
            _ => false,
        }
    }
}

/// Returns a line that does not repeat whose it is, which is what the page is about.
fn of_this_page(entry: ListEntry) -> ListEntry {
    ListEntry { of: None, ..entry }
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

/// Bytes of text that such an entry is as heavy as, about.
const GROUPED_ENTRY: usize = 160;

/// What the kind of a term, and the way to follow its changes, weigh, about.
const FEED: usize = 120;

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
            let nothing = Words::default();
            let lines = own.map(|term| {
                EntryWeight::new(
                    &term.name,
                    term.head.as_ref().map_or(&nothing, |h| &h.summary),
                    50,
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
        let letters = letters_of(&own, page);
        Body::of(context::TermsContext {
            of: name(taxonomy).to_owned(),
            intro: None,
            letters: letter_links(site, page, taxonomy, &letters),
            groups: groups_of(site, page, &own, &letters),
            pager: entries::pager(site, page, |n| address::list(taxonomy.folder(), n)),
        })
    }
}

/// Returns the terms of a page of the list under their letters, or all under none.
fn groups_of(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    own: &[&Term],
    letters: &[char],
) -> Vec<TermGroup> {
    let ListRange {
        start, end, brief, ..
    } = page.draft.span;
    let mut groups: Vec<TermGroup> = Vec::new();
    for (at, one) in own.iter().enumerate().take(end).skip(start) {
        let mut term = term_entry(site, page, one);
        term.summary = term.summary.filter(|_| !brief);
        let (id, name) = match letters.get(at) {
            Some(letter) => (anchor(*letter), Some(letter.to_string())),
            None => ("all".to_owned(), None),
        };
        match groups.last_mut() {
            Some(last) if last.id == id => last.terms.push(term),
            _ => groups.push(TermGroup {
                id,
                name,
                terms: vec![term],
            }),
        }
    }
    groups
}

/// Fewest terms that have letters to choose from.
const FEWEST_WITH_LETTERS: usize = 12;

/// Returns the letter of each term in order; none of few, of those that the portal puts in an order of its own, and where names
/// begin with what has no Latin letter.
fn letters_of(own: &[&Term], page: &PagePlan) -> Vec<char> {
    let is_ordered = |term: &&Term| term.head.as_ref().is_some_and(|head| head.order.is_some());
    if own.len() < FEWEST_WITH_LETTERS || own.iter().any(is_ordered) {
        return Vec::new();
    }
    let letter = |term: &&Term| {
        let slug = crate::text::slug::slug(term.name.text(&page.lang));
        let first = slug.chars().next()?;
        first
            .is_ascii_alphabetic()
            .then(|| first.to_ascii_uppercase())
    };
    let letters: Option<Vec<char>> = own.iter().map(letter).collect();
    letters.filter(|all| all.is_sorted()).unwrap_or_default()
}

fn anchor(letter: char) -> String {
    format!("l-{}", letter.to_ascii_lowercase())
}

/// Returns each letter, and where it begins.
fn letter_links(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    taxonomy: Taxonomy,
    letters: &[char],
) -> Vec<IndexLetter> {
    let mut links: Vec<IndexLetter> = Vec::new();
    let mut part = 1;
    for (at, letter) in letters.iter().enumerate() {
        let mut here = address::list(taxonomy.folder(), part);
        if (site.plan.page(&here)).is_some_and(|draft| draft.span.end <= at) {
            part += 1;
            here = address::list(taxonomy.folder(), part);
        }
        let name = Some(letter.to_string());
        match links.last_mut() {
            Some(last) if last.name == name => last.count += 1,
            _ => links.push(IndexLetter {
                name,
                href: format!("{}#{}", linking::href(site, page, &here), anchor(*letter)),
                count: 1,
            }),
        }
    }
    links
}

/// A term's line.
fn term_entry(site: &SiteFacts<'_>, page: &PagePlan, term: &Term) -> TermListEntry {
    let head = term.head.as_ref();
    TermListEntry {
        title: Phrase::of(&term.name, &page.lang).unwrap_or_default(),
        href: linking::href(site, page, &address::term(term.taxonomy, &term.id)),
        count: site.portal.commitments_of(term.taxonomy, &term.id).len() as u64,
        summary: head.and_then(|head| Phrase::of(&head.summary, &page.lang)),
    }
}
