//! What a helper knows: the page's language, and where links lead.

use super::voice::{Voice, delimited};
use crate::charts::Wording;
use crate::render::glossary::{GlossaryTerms, OwnTerm};
use crate::text::messages::Arg;
use crate::text::untranslated::{self, Speaker};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A link of a text, to be resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkRequest<'a> {
    /// What the author wrote: a path of a content file, an address, a `figure:` …
    pub target: &'a str,
    /// The file it is in, from the portal's root.
    pub source: &'a str,
    /// The page that shows it, from the site's root.
    pub page: &'a str,
}

/// Where a link leads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkTarget {
    /// The address, ready for the page.
    pub href: String,
    /// The size of the file, where it is one of the site's.
    pub bytes: Option<u64>,
    /// Its width and height, where it is an image.
    pub pixels: Option<(u32, u32)>,
    /// Words for a link that has none of its own (`[](figure:…)`).
    pub words: Option<String>,
}

impl LinkTarget {
    /// Makes a target of which no more than the address is known.
    pub(crate) fn to(href: String) -> LinkTarget {
        LinkTarget {
            href,
            ..LinkTarget::default()
        }
    }
}

/// Knows where the links of Markdown texts lead.
pub trait LinkResolver: Send + Sync {
    /// Returns the target of a link; `None` to leave it as the author wrote it.
    fn resolve(&self, wanted: LinkRequest<'_>) -> Option<LinkTarget>;

    /// Returns the terms of the portal's own that texts link to.
    fn own_terms(&self) -> Vec<OwnTerm> {
        Vec::new()
    }
}

impl<F: Fn(LinkRequest<'_>) -> Option<LinkTarget> + Send + Sync> LinkResolver for F {
    fn resolve(&self, wanted: LinkRequest<'_>) -> Option<LinkTarget> {
        self(wanted)
    }
}

/// Leaves every link as it was written.
#[derive(Debug, Clone, Copy, Default)]
pub struct LinksAsWritten;

impl LinkResolver for LinksAsWritten {
    fn resolve(&self, _: LinkRequest<'_>) -> Option<LinkTarget> {
        None
    }
}

/// Everything that a helper may use besides its value and arguments.
#[derive(Clone)]
pub struct HelperContext {
    /// What the theme says in the page's language.
    pub(crate) voice: Arc<Voice>,
    /// Names of languages in themselves, by tag.
    pub(crate) endonyms: Arc<BTreeMap<String, String>>,
    pub(crate) links: Arc<dyn LinkResolver>,
    /// Terms that texts link to.
    pub(crate) terms: Arc<GlossaryTerms>,
}

impl HelperContext {
    /// Returns one of the theme's messages, as [`Voice::speak`] has it.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.voice.speak(id, args)
    }

    /// Returns a number, as [`Voice::number`] has it.
    pub(crate) fn number(&self, digits: &str) -> String {
        self.voice.number(digits)
    }

    /// Returns a date, as [`Voice::spoken_date`] has it.
    pub(crate) fn date(&self, iso: &str) -> String {
        self.voice.spoken_date(iso)
    }

    /// Returns the attributes that tell words of another language; empty where `lang` is none or the page's own.
    pub(crate) fn lang_attributes(&self, lang: Option<&str>) -> String {
        lang.map(|tag| self.voice.lang_attributes(tag))
            .unwrap_or_default()
    }
}

/// Charts are drawn in the page's language, or as a whole in the lender's where the page's lacks any word of charts.
impl Wording for HelperContext {
    fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        match self.chart_lender() {
            Some(lender) => delimited(&lender.speak(id, args)),
            None => self.say(id, args),
        }
    }

    fn number(&self, digits: &str) -> String {
        let voice = self.chart_lender().unwrap_or(&self.voice);
        untranslated::chosen(&voice.number(digits), Speaker::Own)
    }

    fn date(&self, iso: &str) -> String {
        self.chart_lender().unwrap_or(&self.voice).date(iso)
    }

    fn lang_attributes(&self, lang: Option<&str>) -> String {
        self.lang_attributes(lang)
    }
}

impl HelperContext {
    /// Returns the lender where charts are drawn in its words.
    fn chart_lender(&self) -> Option<&Voice> {
        let lender = self.voice.lender.as_ref()?;
        lender.draws.then_some(&*lender.voice)
    }
}
