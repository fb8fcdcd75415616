//! Texts of a page: its sections and other words in Markdown, in the language that its reader can have.

use super::context::{Chart, Phrase, Prose, Section};
use super::page_ids::is_of_theme;
use super::page_kind::PageKind;
use super::{PagePlan, SiteFacts};
use crate::model::body::{BodySection as Written, PageBody, TEXT};
use crate::model::head::Head;
use crate::model::vocabulary::SECTIONS;
use crate::pages::charts;
use crate::text::free::FreeNames;
use crate::text::lang::Lang;
use crate::text::words::Words;
use std::collections::BTreeMap;

/// Words as Markdown, with their language.
pub(crate) fn of_words(page: &PagePlan, words: &Words, source: &str) -> Option<Prose> {
    let said = words
        .said(&page.lang)
        .filter(|s| !s.text.trim().is_empty())?;
    Some(Prose::new(said.text, source, &page.path).in_lang(said.lang, &page.lang))
}

/// Words of a page's facts as Markdown: a translation's links lead from its own file.
pub(crate) fn of_head(page: &PagePlan, words: &Words, head: &Head) -> Option<Prose> {
    let lang = words.said(&page.lang)?.lang;
    of_words(
        page,
        words,
        &head.files.get(lang).unwrap_or(&head.file).path,
    )
}

pub(crate) fn summary(page: &PagePlan, head: &Head) -> Option<Prose> {
    of_head(page, &head.summary, head)
}

/// Returns where a section comes on its page: text before any heading first, then sections of known names in their own
/// order, then all others.
fn rank(section: &Written) -> usize {
    if section.heading.is_none() {
        return 0;
    }
    SECTIONS
        .iter()
        .position(|known| known.id == section.id)
        .map_or(SECTIONS.len(), |i| i + 1)
}

/// A page's sections that `wanted` asks for, the known ones first in their own order.
pub(crate) fn sections(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    head: &Head,
    wanted: impl Fn(&str) -> bool,
) -> Vec<Section> {
    let Some((lang, body)) = head.body(&page.lang, site.portal.settings.main()) else {
        return Vec::new();
    };
    let mut sections: Vec<_> = body.sections.iter().filter(|s| wanted(&s.id)).collect();
    sections.sort_by_key(|section| rank(section));
    let anchors = renamed(page.kind, body);
    sections
        .into_iter()
        .map(|written| {
            let section = section_in(site, page, head, lang, written);
            let text = section.text.map(|text| Prose {
                anchors: anchors.clone(),
                ..text
            });
            Section {
                id: anchors.get(&section.id).cloned().unwrap_or(section.id),
                text,
                ..section
            }
        })
        .collect()
}

/// A section of this identifier, as a reader of the page's language can have it: in that language, else the main
/// one, else any. One without text counts only where no language has any.
pub(crate) fn section(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    head: &Head,
    id: &str,
) -> Option<Section> {
    let first = [&page.lang, site.portal.settings.main()];
    let rank = |lang: &Lang| first.iter().position(|l| *l == lang).unwrap_or(first.len());
    let written = head
        .body
        .iter()
        .filter_map(|(lang, body)| Some((lang, body.section(id)?)));
    let (lang, section) =
        written.min_by_key(|(lang, s)| (s.markdown.trim().is_empty(), rank(lang)))?;
    Some(section_in(site, page, head, lang, section))
}

fn section_in(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    head: &Head,
    lang: &Lang,
    section: &Written,
) -> Section {
    let file = head.files.get(lang).unwrap_or(&head.file);
    let prose = || Prose {
        charts: fences(site, page, head, lang, section),
        ..Prose::new(&section.markdown, &file.path, &page.path).in_lang(lang, &page.lang)
    };
    Section {
        id: if section.id.is_empty() {
            TEXT.to_owned()
        } else {
            section.id.clone()
        },
        heading: section
            .heading
            .as_ref()
            .map(|words| Phrase::in_lang(words, lang, &page.lang)),
        text: (!section.markdown.trim().is_empty()).then(prose),
    }
}

/// The charts and tables that are in a section's text.
fn fences(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    head: &Head,
    lang: &Lang,
    section: &Written,
) -> Vec<Option<Chart>> {
    // No more fences than marks of fences, and most texts have none.
    let most = ["```", "~~~"]
        .iter()
        .map(|mark| section.markdown.matches(*mark).count())
        .sum();
    let file = head
        .files
        .get(lang)
        .map_or(&*head.file.path, |file| &*file.path);
    charts::of_section(site, page, file, &section.id, most)
}

/// The sections whose identifier a part of the theme has too, and what they are called instead.
fn renamed(kind: PageKind, body: &PageBody) -> BTreeMap<String, String> {
    let ids = || {
        body.sections
            .iter()
            .filter(|s| s.heading.is_some())
            .map(|s| &s.id)
    };
    let mut names: Option<FreeNames> = None;
    let mut renamed = BTreeMap::new();
    for id in ids().filter(|id| is_of_theme(kind, id)) {
        let names = names.get_or_insert_with(|| FreeNames::of(ids().cloned()));
        renamed.insert(id.clone(), names.give(&format!("section-{id}"), "-"));
    }
    renamed
}
