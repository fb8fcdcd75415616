//! The glossary: what the words mean that the Open Government Partnership and open data brought along.

pub mod context;

use crate::model::Portal;
use crate::model::glossary::GlossaryTerm;
use crate::pages::context::{Body, BodyFacts, Phrase};
use crate::pages::kinds::PageKindFacts;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address};
use crate::text::lang::Lang;
use crate::text::slug::slug;
use context::{GlossaryContext, GlossaryEntry, GlossaryGroup};
use tragaluz_tables::Tables;

/// Terms about promises, which the theme explains: `term-NAME`, `term-NAME-means`, and `term-NAME-forms` where texts link
/// to it.
const PROMISES: &[&str] = &[
    "ogp",
    "action-plan",
    "commitment",
    "milestone",
    "evidence",
    "end-report",
    "inception-report",
    "irm",
    "open-government",
    "obligated-subject",
    "technical-secretariat",
    "proactive-transparency",
    "social-accountability",
];

/// Terms about data.
const DATA: &[&str] = &[
    "open-data",
    "dataset",
    "dictionary",
    "licence",
    "csv",
    "metadata",
    "checksum",
    "offline",
];

/// Returns every term that the theme explains.
pub(crate) fn of_theme() -> impl Iterator<Item = &'static str> {
    PROMISES.iter().chain(DATA).copied()
}

/// Returns the anchor of a term of the portal's own, which is the same in every language.
pub(crate) fn anchor_of(term: &GlossaryTerm, main: &Lang) -> String {
    let name = term.term.said(main).map_or("", |words| words.text);
    format!("own-{}", slug(name))
}

/// The page.
pub(crate) struct GlossaryPages;

impl PageKindFacts for GlossaryPages {
    fn name(&self) -> &'static str {
        GlossaryContext::KIND
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        // An office that writes its own glossary has that one.
        let own = portal.pages.iter().any(|page| page.address == "glossary");
        if own || groups(portal, portal.settings.main()).is_empty() {
            return Vec::new();
        }
        let title = Title::Message("glossary");
        vec![Draft::generated(address::GLOSSARY.to_owned(), title)]
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        Body::of(GlossaryContext {
            groups: groups(site.portal, &page.lang),
        })
    }
}

fn groups(portal: &Portal, lang: &Lang) -> Vec<GlossaryGroup> {
    let own = portal.settings.glossary.iter().map(|term| GlossaryEntry {
        anchor: anchor_of(term, portal.settings.main()),
        term: Phrase::of(&term.term, lang),
        means: Phrase::of(&term.means, lang),
    });
    let mut groups = vec![GlossaryGroup {
        name: "own".to_owned(),
        terms: own.collect(),
    }];
    if !portal.commitments.is_empty() {
        groups.push(of_names("promises", PROMISES));
    }
    if !portal.datasets.is_empty() {
        groups.push(of_names("data", DATA));
    }
    groups.retain(|group| !group.terms.is_empty());
    groups
}

fn of_names(name: &str, terms: &[&str]) -> GlossaryGroup {
    let terms = terms.iter().map(|anchor| GlossaryEntry {
        anchor: (*anchor).to_owned(),
        ..GlossaryEntry::default()
    });
    GlossaryGroup {
        name: name.to_owned(),
        terms: terms.collect(),
    }
}
