//! What a helper knows: the page's language, and where links lead.

use super::helpers::date;
use super::untranslated::settle;
use crate::charts::Wording;
use crate::text::lang::Lang;
use crate::text::messages::{Arg, Messages};
use crate::text::number::NumberMarks;
use crate::text::untranslated;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A link of a text, to be resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted<'a> {
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

/// Knows where the links of Markdown texts lead.
pub trait LinkResolver: Send + Sync {
    /// Returns the target of a link; `None` to leave it as the author wrote it.
    fn resolve(&self, wanted: Wanted<'_>) -> Option<LinkTarget>;
}

impl<F: Fn(Wanted<'_>) -> Option<LinkTarget> + Send + Sync> LinkResolver for F {
    fn resolve(&self, wanted: Wanted<'_>) -> Option<LinkTarget> {
        self(wanted)
    }
}

/// Leaves every link as it was written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unresolved;

impl LinkResolver for Unresolved {
    fn resolve(&self, _: Wanted<'_>) -> Option<LinkTarget> {
        None
    }
}

/// A language as a theme speaks it.
pub struct Voice {
    /// The language.
    pub(crate) lang: Lang,
    /// Its words.
    pub messages: Messages,
    /// How it writes numbers: separators from `number-decimal`, `number-group`, `number-group-from`.
    pub(crate) marks: NumberMarks,
    /// What another language lends, where that one has words that this one lacks.
    pub(crate) lent: Option<LentMessages>,
}

/// Messages that a language lacks.
pub(crate) struct LentMessages {
    /// The language that lends them.
    pub(crate) from: Lang,
    /// The messages.
    pub(crate) lacking: BTreeSet<String>,
}

impl Voice {
    /// Takes the separators of numbers from the messages.
    pub(crate) fn new(lang: Lang, messages: Messages) -> Voice {
        let mark = |id: &str| messages.format(id, None, &[]);
        let usual = NumberMarks::default();
        let marks = NumberMarks {
            decimal: mark("number-decimal").unwrap_or(usual.decimal),
            group: mark("number-group").unwrap_or(usual.group),
            group_from: mark("number-group-from")
                .and_then(|n| n.parse().ok())
                .unwrap_or(usual.group_from),
        };
        Voice {
            lang,
            messages,
            marks,
            lent: None,
        }
    }

    /// Returns a message; where there is none, its name in brackets, so that it is seen.
    pub fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.messages
            .format(id, None, args)
            .unwrap_or_else(|| format!("[{id}]"))
    }

    /// [`Voice::say`] for a page: words of another language are marked, until [`Voice::settle`] says which.
    pub fn speak(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let said = self.say(id, args);
        match &self.lent {
            Some(lent) if lent.lacking.contains(id) && !said.is_empty() => {
                untranslated::mark(&said)
            }
            _ => said,
        }
    }

    /// Returns a page whose untranslated words tell their language.
    pub fn settle(&self, html: String) -> String {
        match &self.lent {
            Some(lent) => settle(html, &self.lang_attributes(lent.from.tag())),
            None => html,
        }
    }

    /// Returns the attributes that tell words of another language; empty where it is this one.
    fn lang_attributes(&self, tag: &str) -> String {
        if tag == self.lang.tag() {
            return String::new();
        }
        let mut out = format!(" lang=\"{}\"", crate::text::escape::html(tag));
        let dir = Lang::parse(tag).map_or("ltr", |l| l.dir());
        if dir != self.lang.dir() {
            out.push_str(&format!(" dir=\"{dir}\""));
        }
        out
    }
}

/// Everything that a helper may use besides its value and arguments.
#[derive(Clone)]
pub struct HelperContext {
    /// The page's language.
    pub(crate) voice: Arc<Voice>,
    /// Names of languages in themselves, by tag.
    pub(crate) endonyms: Arc<BTreeMap<String, String>>,
    /// Where links lead.
    pub(crate) links: Arc<dyn LinkResolver>,
}

impl HelperContext {
    /// Returns one of the theme's messages, as [`Voice::speak`] has it.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.voice.speak(id, args)
    }

    /// Returns the attributes that tell words of another language; empty where `lang` is none or the page's own.
    pub(crate) fn lang_attributes(&self, lang: Option<&str>) -> String {
        lang.map(|tag| self.voice.lang_attributes(tag))
            .unwrap_or_default()
    }
}

impl Wording for HelperContext {
    fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.say(id, args)
    }

    fn number(&self, digits: &str) -> String {
        self.voice.marks.format(digits)
    }

    fn date(&self, iso: &str) -> String {
        date::text_of(self, iso)
    }

    fn lang_attributes(&self, lang: Option<&str>) -> String {
        self.lang_attributes(lang)
    }
}
