//! What every page has, whatever its kind.

use super::acknowledgement::Acknowledgement;
use super::body::PageBody;
use super::translation_mark::TranslationMark;
use super::waiver::Waiver;
use crate::diag::Place;
use crate::source::fields::Spanned;
use crate::source::file::SourceFile;
use crate::text::by_lang::ByLang;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use serde_json::{Map, Value};
use std::ops::Range;
use std::sync::Arc;

/// The part of a page that does not depend on its kind.
#[derive(Debug, Clone)]
pub struct Head {
    /// Identifier, unique among its kind without regard to case.
    pub id: String,
    /// Heading.
    pub title: Words,
    /// "In brief".
    pub summary: Words,
    /// When the facts last changed.
    pub updated: Option<PartialDate>,
    /// Where the facts come from.
    pub sources: Vec<CitedSource>,
    /// Former addresses, which send readers on.
    pub former: Vec<String>,
    /// Place among siblings.
    pub order: Option<i64>,
    /// Whether an ordinary page is in the main menu.
    pub menu: bool,
    /// The text, by language.
    pub body: ByLang<PageBody>,
    /// The file in the main language.
    pub file: Arc<SourceFile>,
    /// The files of all languages, the main one's among them.
    pub files: ByLang<Arc<SourceFile>>,
    /// How many comments the source shows of it, where it says so.
    pub comments: Option<u64>,
    /// Findings about it that are known and may be.
    pub acknowledged: Vec<Acknowledgement>,
    /// Personal data in it that are published by decision of an office.
    pub waivers: Vec<Waiver>,
    /// Where each language's summary is in its file.
    pub summary_at: ByLang<Range<usize>>,
    /// What translations were made of, by language, where they say so.
    pub translations: ByLang<TranslationMark>,
    /// Facts that this program does not know.
    pub own: OwnFacts,
}

/// Facts that this program does not know: the author's own, and those of another generator.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnFacts {
    /// What is under `extra:`, by language; a translation says only what differs.
    pub(crate) extra: ByLang<Map<String, Value>>,
    /// What is at the page's top under other names. Templates alone see it.
    pub(crate) further: Map<String, Value>,
    /// The template that makes this page alone, with its ending; that of its kind where none is named.
    pub(crate) template: Option<Spanned<Arc<str>>>,
}

impl OwnFacts {
    /// What is under `extra:` for a reader of this language.
    pub(crate) fn extra(&self, lang: &Lang, main: &Lang) -> Map<String, Value> {
        let mut all = self.extra.get(main).cloned().unwrap_or_default();
        all.extend(self.extra.get(lang).cloned().unwrap_or_default());
        all
    }
}

impl Head {
    /// Returns the head of what no page was written for.
    pub(super) fn bare(id: &str, title: Words, file: Arc<SourceFile>) -> Head {
        Head {
            id: id.to_owned(),
            title,
            summary: Words::default(),
            updated: None,
            sources: Vec::new(),
            former: Vec::new(),
            order: None,
            menu: false,
            body: ByLang::default(),
            file,
            files: ByLang::default(),
            comments: None,
            acknowledged: Vec::new(),
            waivers: Vec::new(),
            summary_at: ByLang::default(),
            translations: ByLang::default(),
            own: OwnFacts::default(),
        }
    }

    /// What puts it among its siblings: those that say a place come first, by that; the others keep theirs.
    pub(crate) fn rank(&self) -> (bool, Option<i64>) {
        (self.order.is_none(), self.order)
    }

    /// The text of the file of this language.
    pub(crate) fn text(&self, lang: &Lang) -> &str {
        &self.files.get(lang).unwrap_or(&self.file).text
    }

    /// The bytes of its longest language's file: what its text takes on a page, about.
    pub(crate) fn bytes(&self) -> usize {
        self.files
            .values()
            .map(|file| file.text.len())
            .max()
            .unwrap_or(0)
    }

    /// A place in the file of this language.
    pub(crate) fn place(&self, lang: &Lang, span: Range<usize>) -> Place {
        self.files.get(lang).unwrap_or(&self.file).place(span)
    }

    /// The text for a reader of this language: theirs, else the main one, else any; with the language it is in.
    pub(crate) fn body(&self, lang: &Lang, main: &Lang) -> Option<(&Lang, &PageBody)> {
        let key = [lang, main].into_iter().find(|l| self.body.contains_key(l));
        key.and_then(|l| self.body.get_key_value(l))
            .or_else(|| self.body.iter().next())
    }
}

/// A source of facts or data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedSource {
    /// What it is called.
    pub title: Words,
    /// Its address, where it has one, and where that is in the file.
    pub url: Option<Spanned<String>>,
    /// Its date, where it is known.
    pub date: Option<PartialDate>,
}

impl CitedSource {
    /// Its address, where it has one.
    pub fn address(&self) -> Option<&str> {
        self.url.as_ref().map(|url| url.value.as_str())
    }
}
