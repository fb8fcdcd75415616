//! What a kind looks at to fill a page.

use super::address::{in_lang, relative};
use super::context::{Chart, Evidence, Link, Phrase, Prose, Section, Source};
use super::page_ids::is_of_theme;
use super::{PagePlan, Plan, Title};
use crate::data::Tables;
use crate::downloads::Files;
use crate::model::Portal;
use crate::model::body::{BodySection as WrittenFile, PageBody, TEXT};
use crate::model::evidence::Proof;
use crate::model::head::Head;
use crate::model::vocabulary::{SECTIONS, Taxonomy};
use crate::text::date::PartialDate;
use crate::text::free::FreeNames;
use crate::text::lang::Lang;
use crate::text::web::web_address;
use crate::text::words::Words;
use std::collections::BTreeMap;

/// Endings of files whose format a reader is told.
const DOCUMENTS: &[&str] = &[
    "csv", "doc", "docx", "epub", "jpeg", "jpg", "mp3", "mp4", "ods", "odt", "pdf", "png", "ppt",
    "pptx", "txt", "xls", "xlsx", "zip",
];

/// Everything that a page may state.
pub(crate) struct View<'a> {
    /// What the files say.
    pub(crate) portal: &'a Portal,
    /// What is known of the tables.
    pub(crate) tables: &'a Tables,
    /// The downloads.
    pub(crate) files: &'a Files,
    /// Every page and its address.
    pub(crate) plan: &'a Plan,
    /// Every chart.
    pub(crate) charts: &'a crate::charts::Charts,
    /// The editions that need no connection; none while they are made, and on pages that are in one.
    pub(crate) editions: Option<&'a [super::editions::MadeEdition]>,
    /// The day that "overdue" is computed for.
    pub(crate) as_of: Option<PartialDate>,
}

impl View<'_> {
    /// The way from a page to an address in the page's language.
    pub(crate) fn href(&self, page: &PagePlan, address: &str) -> String {
        relative(
            &page.path,
            &in_lang(&page.lang, self.portal.settings.main(), address),
        )
    }

    /// The way from a page to a file that is once for all languages.
    pub(crate) fn href_of_file(&self, page: &PagePlan, path: &str) -> String {
        relative(&page.path, path)
    }

    /// Whether a dataset is a register: made of what the portal's pages say.
    pub(crate) fn is_register(&self, dataset: &str) -> bool {
        self.tables.of(dataset).any(crate::data::Table::is_register)
    }

    /// A title as a phrase.
    pub(crate) fn title(&self, page: &PagePlan, title: &Title) -> Phrase {
        match title {
            Title::Words(words) => Phrase::of(words, &page.lang).unwrap_or_default(),
            Title::Message(id) => Phrase::message(*id),
            Title::Both(words, id) => {
                let said = Phrase::of(words, &page.lang).unwrap_or_default();
                Phrase {
                    message: Some((*id).to_owned()),
                    ..said
                }
            }
        }
    }

    /// A link to the page at an address, with that page's title.
    pub(crate) fn link(&self, page: &PagePlan, address: &str) -> Option<Link> {
        let draft = self.plan.page(address)?;
        Some(Link::to(
            self.title(page, &draft.title),
            self.href(page, address),
        ))
    }

    /// A link to the list of everything of a kind: its folder, `datasets` or `reports`, is also in the message's name.
    pub(crate) fn all_of(&self, page: &PagePlan, folder: &str) -> Option<Link> {
        let address = super::address::list(folder, 1);
        let link = || {
            Link::to(
                Phrase::message(format!("all-{folder}")),
                self.href(page, &address),
            )
        };
        self.plan.has(&address).then(link)
    }

    /// Evidence that a page names: of a file of this portal with its size.
    pub(crate) fn evidence(&self, page: &PagePlan, head: &Head, proof: &Proof) -> Evidence {
        let url = proof.url.as_ref().map(|url| url.value.as_str());
        let name = url
            .unwrap_or_default()
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .rsplit('/')
            .next();
        let ending = name
            .and_then(|name| name.rsplit_once('.'))
            .map(|(_, ending)| ending.to_lowercase());
        Evidence {
            title: Phrase::new(&proof.title),
            href: url.and_then(|url| self.leads(page, head, url)),
            format: ending.filter(|ending| DOCUMENTS.contains(&ending.as_str())),
            bytes: url.and_then(|url| self.plan.size(&self.plan.lead(url, &head.file.path))),
            date: proof.date.map(|date| date.to_string()),
        }
    }

    /// Where an address among a page's facts leads: to the web, or to what the site has.
    fn leads(&self, page: &PagePlan, head: &Head, url: &str) -> Option<String> {
        let inside = self.plan.resolve(
            &self.plan.lead(url, &head.file.path),
            &page.path,
            &page.lang,
        );
        inside.or_else(|| web_address(url))
    }

    /// A link to a term's page.
    pub(crate) fn term(&self, page: &PagePlan, taxonomy: Taxonomy, id: &str) -> Link {
        self.link(page, &super::address::term(taxonomy, id))
            .unwrap_or_else(|| Link::unlinked(Phrase::new(id)))
    }

    /// Words as Markdown, with their language.
    pub(crate) fn prose(&self, page: &PagePlan, words: &Words, source: &str) -> Option<Prose> {
        let said = words
            .said(&page.lang)
            .filter(|s| !s.text.trim().is_empty())?;
        Some(Prose::new(said.text, source, &page.path).in_lang(said.lang, &page.lang))
    }

    /// Words of a page's facts as Markdown: a translation's links lead from its own file.
    pub(crate) fn prose_of(&self, page: &PagePlan, words: &Words, head: &Head) -> Option<Prose> {
        let lang = words.said(&page.lang)?.lang;
        self.prose(
            page,
            words,
            &head.files.get(lang).unwrap_or(&head.file).path,
        )
    }

    /// A page's "In brief".
    pub(crate) fn summary(&self, page: &PagePlan, head: &Head) -> Option<Prose> {
        self.prose_of(page, &head.summary, head)
    }

    /// A page's sections that `wanted` asks for, the known ones first in their own order.
    pub(crate) fn sections(
        &self,
        page: &PagePlan,
        head: &Head,
        wanted: impl Fn(&str) -> bool,
    ) -> Vec<Section> {
        let Some((lang, body)) = head.body(&page.lang, self.portal.settings.main()) else {
            return Vec::new();
        };
        let rank = |id: &str| {
            SECTIONS
                .iter()
                .position(|(known, ..)| *known == id)
                .map_or(SECTIONS.len(), |i| i + 1)
        };
        let mut sections: Vec<_> = body.sections.iter().filter(|s| wanted(&s.id)).collect();
        sections.sort_by_key(|s| if s.heading.is_none() { 0 } else { rank(&s.id) });
        let anchors = renamed(page.kind.id(), body);
        let section = |written: &WrittenFile| {
            let section = self.section_in(page, head, lang, written);
            let text = section.text.map(|text| Prose {
                anchors: anchors.clone(),
                ..text
            });
            Section {
                id: anchors.get(&section.id).cloned().unwrap_or(section.id),
                text,
                ..section
            }
        };
        sections.into_iter().map(section).collect()
    }

    /// A section of this identifier, as a reader of the page's language can have it: in that language, else the main
    /// one, else any. One without text counts only where no language has any.
    pub(crate) fn section(&self, page: &PagePlan, head: &Head, id: &str) -> Option<Section> {
        let first = [&page.lang, self.portal.settings.main()];
        let rank = |lang: &Lang| first.iter().position(|l| *l == lang).unwrap_or(first.len());
        let written = head
            .body
            .iter()
            .filter_map(|(lang, body)| Some((lang, body.section(id)?)));
        let (lang, section) =
            written.min_by_key(|(lang, s)| (s.markdown.trim().is_empty(), rank(lang)))?;
        Some(self.section_in(page, head, lang, section))
    }

    fn section_in(
        &self,
        page: &PagePlan,
        head: &Head,
        lang: &Lang,
        section: &WrittenFile,
    ) -> Section {
        let file = head.files.get(lang).unwrap_or(&head.file);
        let prose = || Prose {
            charts: self.fences(page, head, lang, section),
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
        &self,
        page: &PagePlan,
        head: &Head,
        lang: &Lang,
        section: &WrittenFile,
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
        self.charts_in(page, file, &section.id, most)
    }

    /// Sources of a page's facts.
    pub(crate) fn sources(
        &self,
        page: &PagePlan,
        head: &Head,
        sources: &[crate::model::head::CitedSource],
    ) -> Vec<Source> {
        sources
            .iter()
            .filter_map(|source| {
                Some(Source {
                    title: Phrase::of(&source.title, &page.lang)?,
                    href: source
                        .url
                        .as_ref()
                        .and_then(|url| self.leads(page, head, &url.value)),
                    date: source.date.map(|d| d.to_string()),
                })
            })
            .collect()
    }
}

/// The sections whose identifier a part of the theme has too, and what they are called instead.
fn renamed(kind: &str, body: &PageBody) -> BTreeMap<String, String> {
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
