//! Pages of the kinds that a portal declares itself, and the list of each kind.

pub mod context;

use crate::model::Portal;
use crate::model::declared_fact::DeclaredType;
use crate::model::declared_page::{DeclaredPage, DeclaredValue};
use crate::pages::context::{Body, BodyFacts, Link, Phrase};
use crate::pages::jumps::Jumps;
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts, SearchText};
use crate::pages::lists::context::ListingContext;
use crate::pages::paging::{EntryWeight, spans};
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, entries, frame, linking, paging, prose, search_text,
};
use crate::text::words::Words;
use context::{DeclaredContext, DeclaredFactContext, DeclaredValueContext};
use tragaluz_tables::Tables;

pub(crate) struct DeclaredPages;

/// Returns the page of a thing of a declared kind.
fn draft(portal: &Portal, item: usize, page: &DeclaredPage) -> Draft {
    let kind = &portal.settings.kinds[page.kind];
    let address = address::declared(&kind.folder, &page.head.id);
    let mut draft = Draft::of(&page.head, address, item).under(
        Title::Words(kind.plural.clone()),
        address::list(&kind.folder, 1),
    );
    draft.noun = kind.singular.clone();
    if draft.own.template.is_none() {
        draft.own.template = kind.own_template();
    }
    draft
}

impl PageKindFacts for DeclaredPages {
    fn name(&self) -> &'static str {
        DeclaredContext::KIND
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &["facts"]
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let pages = portal.declared.iter().enumerate();
        pages
            .map(|(item, page)| draft(portal, item, page))
            .collect()
    }

    fn called(&self, draft: &Draft) -> Option<Title> {
        Some(Title::Words(draft.noun.clone()))
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        let own = &site.portal.declared[page.draft.item];
        let mut found = search_text::of_text(site, page, &own.head);
        let said = facts_of(site, page, own).into_iter();
        let links = said.flat_map(|fact| fact.values).filter_map(|v| v.link);
        found.names.extend(links.filter_map(|link| link.text.text));
        found
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let own = &site.portal.declared[page.draft.item];
        let kind = &site.portal.settings.kinds[own.kind];
        let facts = DeclaredContext {
            id: own.head.id.clone(),
            of: kind.name.clone(),
            noun: Phrase::of(&kind.singular, &page.lang).unwrap_or_default(),
            summary: prose::summary(page, &own.head),
            sections: prose::sections(site, page, &own.head, |_| true),
            facts: facts_of(site, page, own),
            feedback: frame::feedback_on(site, &own.head),
            sources: linking::sources(site, page, &own.head, &own.head.sources),
            jumps: Vec::new(),
        };
        let jumps = Jumps::default()
            .text(facts.summary.as_ref())
            .sections(&facts.sections)
            .facts(&vec![true; facts.facts.len()])
            .comment(facts.feedback.is_some());
        let jumps = jumps.of_long_page();
        Body::of(DeclaredContext { jumps, ..facts }).lacking("modified", own.head.updated.is_some())
    }
}

/// Returns the facts that a page gives, with their values.
fn facts_of(site: &SiteFacts<'_>, page: &PagePlan, own: &DeclaredPage) -> Vec<DeclaredFactContext> {
    let declared = &site.portal.settings.kinds[own.kind].facts;
    let given = declared.iter().zip(&own.answers);
    let given = given.filter(|(_, values)| !values.is_empty());
    given
        .map(|(fact, values)| DeclaredFactContext {
            name: fact.name.clone(),
            title: Phrase::of(&fact.title, &page.lang).unwrap_or_default(),
            values: (values.iter())
                .map(|value| value_of(site, page, &fact.form, value))
                .collect(),
        })
        .collect()
}

/// Returns a value as templates read it.
fn value_of(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    form: &DeclaredType,
    value: &DeclaredValue,
) -> DeclaredValueContext {
    let linked = |link| DeclaredValueContext {
        link: Some(link),
        ..DeclaredValueContext::default()
    };
    let words = |words: &Words| {
        let said = Phrase::of(words, &page.lang).unwrap_or_default();
        linked(Link::unlinked(said))
    };
    match (value, form) {
        (DeclaredValue::Words(said), _) => words(said),
        (DeclaredValue::Date(date), _) => DeclaredValueContext {
            date: Some(date.to_string()),
            ..DeclaredValueContext::default()
        },
        (DeclaredValue::Number(number), _) => DeclaredValueContext {
            number: Some(number.clone()),
            ..DeclaredValueContext::default()
        },
        (DeclaredValue::Flag(flag), _) => DeclaredValueContext {
            flag: Some(*flag),
            ..DeclaredValueContext::default()
        },
        (DeclaredValue::WebAddress(url), _) => linked(Link::to(Phrase::new(url), url.as_str())),
        (DeclaredValue::Choice(at), DeclaredType::Choice(choices)) => words(&choices[*at].label),
        (DeclaredValue::Term(term), DeclaredType::Term(taxonomy)) => {
            linked(linking::term(site, page, *taxonomy, &term.id))
        }
        (DeclaredValue::Named(id), DeclaredType::Reference(thing)) => {
            let address = site.portal.address_of(thing, &id.value);
            let link = address.and_then(|address| linking::link(site, page, &address));
            linked(link.unwrap_or_else(|| Link::unlinked(Phrase::new(&id.value))))
        }
        _ => DeclaredValueContext::default(),
    }
}

pub(crate) struct DeclaredListPages;

/// Returns the pages of a kind, in the order of their list.
fn things(portal: &Portal, kind: usize) -> Vec<&DeclaredPage> {
    let all = portal.declared.iter();
    all.filter(|page| page.kind == kind).collect()
}

impl PageKindFacts for DeclaredListPages {
    fn name(&self) -> &'static str {
        ListingContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let room = paging::room(portal, LIST_BUDGET, 0);
        let mut drafts = Vec::new();
        for (item, kind) in portal.settings.kinds.iter().enumerate() {
            let things = things(portal, item);
            if things.is_empty() {
                continue;
            }
            let lines = things.iter().map(|page| EntryWeight::of(&page.head));
            let title = Title::Words(kind.plural.clone());
            let at = |part| address::list(&kind.folder, part);
            let pages = Draft::pages_of_list(&title, spans(lines, room), at);
            drafts.extend(pages.into_iter().map(|draft| draft.item(item)));
        }
        drafts
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let item = page.draft.item;
        let kind = &site.portal.settings.kinds[item];
        let things = things(site.portal, item);
        let listing = entries::listing(
            site,
            page,
            &kind.name,
            things.len(),
            |n| address::list(&kind.folder, n),
            |i| entries::of_declared(site, page, things[i]),
        );
        let source = &site.portal.settings.place.file;
        let register = address::dataset(&format!("register-{}", kind.folder));
        let intro = prose::of_words(page, &kind.description, source);
        Body::of(ListingContext {
            intro: intro.filter(|_| page.draft.part == 1),
            also: linking::link(site, page, &register).into_iter().collect(),
            ..listing
        })
    }
}
