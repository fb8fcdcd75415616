//! Themes: layers of files, resolved once.

mod layer;
mod manifest;
mod shipped_files;
mod stack;
mod translations;
mod unused;

pub(crate) use manifest::ThemeManifest;
pub use shipped_files::ShippedFiles;

use super::engine::{self, PageEngine, RenderError};
use crate::cache::CacheKey;
use crate::diag::{Fatal, Place, Sink};
use crate::render::glossary::GlossaryTerms;
use crate::render::helper_context::{HelperContext, LinkResolver};
use crate::render::voice::Voice;
use crate::source::limits::Limits;
use crate::text::lang::Lang;
use crate::text::messages::{Arg, Messages};
use crate::text::near::nearest;
use crate::text::number::NumberSeparators;
use layer::{Layer, ThemesHome};
use stack::LayerStack;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use unused::UnreadFile;

/// Used where a portal names none, or one that does not exist.
pub(crate) const BUILT_IN: &str = "claro";

/// A file of the theme that is published as it is, under `theme/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticFile {
    /// Its path below the theme's folder `static/`.
    pub path: String,
    pub(crate) bytes: Vec<u8>,
}

/// A theme, resolved: every template, word and file that a portal needs.
pub struct Theme {
    /// What the topmost layer says of itself.
    pub manifest: ThemeManifest,
    /// Defaults of all layers' options, the upper over the lower.
    pub options: serde_json::Map<String, serde_json::Value>,
    /// Files to be published as they are.
    pub statics: Vec<StaticFile>,
    /// Cache key of the theme: all files of all layers.
    pub(crate) key: CacheKey,
    /// The search page's script: `search.js` of the topmost layer that has one.
    pub(crate) search_script: String,
    limits: Limits,
    templates: Vec<(String, String)>,
    /// Where each template is, for messages.
    places: BTreeMap<String, String>,
    /// Templates that are the portal's own.
    own: BTreeSet<String>,
    /// Files of the portal's own that nothing in the theme reads.
    pub(crate) unread: Vec<UnreadFile>,
    translations: translations::Translations,
    endonyms: Arc<BTreeMap<String, String>>,
}

/// Returns how a language writes numbers, as the theme says that comes with the program.
pub(crate) fn shipped_separators(lang: &str) -> NumberSeparators {
    let said = || {
        let text = Layer::shipped("claro")?.text(&format!("i18n/{lang}.ftl"))?;
        let messages = Messages::new(lang, &[&text]).ok()?;
        Some(Voice::new(Lang::parse(lang)?, messages, None).separators)
    };
    said().unwrap_or_default()
}

impl Theme {
    /// Opens a theme: the portal's own `themes/NAME/` over the shipped theme of that name, over what it extends.
    ///
    /// Languages come with the portal's main one first. A theme that does not exist is a finding, and the built-in
    /// one stands in for it, so that the run goes on.
    ///
    /// # Errors
    /// Where the built-in theme itself is broken.
    pub fn open(
        name: &str,
        portal_root: &Path,
        languages: &[Lang],
        limits: &Limits,
        sink: &mut Sink,
    ) -> Result<Theme, Fatal> {
        let home = ThemesHome {
            root: portal_root,
            limits,
        };
        let stack = LayerStack::find(name, home, sink)
            .or_else(|| LayerStack::find(BUILT_IN, home, sink))
            .ok_or_else(|| broken(BUILT_IN))?;
        let manifest = stack.manifest().ok_or_else(|| broken(name))?;
        let templates = stack.templates();
        let options = stack.options();
        let layers = stack.into_layers();
        let unread = unused::files(&layers, &templates);
        let translations = translations::read(&layers, languages, sink);
        Ok(Theme {
            manifest,
            options,
            statics: statics(&layers),
            key: key_of(name, languages, &layers),
            search_script: search_script(&layers),
            limits: *limits,
            templates: templates.texts.into_iter().collect(),
            places: templates.places,
            own: templates.own,
            unread,
            endonyms: Arc::new(translations::endonyms(&translations)),
            translations,
        })
    }

    /// Returns what the theme says in a language; `None` in one that it was not opened with.
    pub fn voice(&self, lang: &Lang) -> Option<&Arc<Voice>> {
        self.translations.get(lang.tag())
    }

    /// Returns a message of the theme in a language of the portal; nothing in any other.
    pub(crate) fn say(&self, lang: &Lang, id: &str, args: &[(&str, Arg)]) -> String {
        self.voice(lang)
            .map(|voice| voice.say(id, args))
            .unwrap_or_default()
    }

    /// Returns a page in this language, in which words that another one lends say so.
    pub(crate) fn settle(&self, lang: &Lang, html: String) -> String {
        match self.voice(lang) {
            Some(voice) => voice.settle(html),
            None => html,
        }
    }

    /// Returns what helpers know on a page in this language; `None` where the theme was not opened with it.
    pub fn scope(&self, lang: &Lang, links: Arc<dyn LinkResolver>) -> Option<HelperContext> {
        let voice = self.voice(lang)?.clone();
        Some(HelperContext {
            terms: Arc::new(GlossaryTerms::of(
                |id| voice.words(id, &[]),
                links.own_terms(),
            )),
            voice,
            endonyms: self.endonyms.clone(),
            links,
        })
    }

    /// Returns an engine for pages in a language.
    ///
    /// # Errors
    /// The first template that is not well formed, or a language that the theme was not opened with.
    pub fn engine(
        &self,
        lang: &Lang,
        links: Arc<dyn LinkResolver>,
    ) -> Result<PageEngine, RenderError> {
        let Some(scope) = self.scope(lang, links) else {
            let cause = format!("the theme was not opened with the language “{lang}”");
            return Err(RenderError::new("theme.toml", 0, cause));
        };
        engine::open(&self.manifest.engine, &self.templates, &scope, &self.limits)
    }

    /// Returns a line of a template, counted from 1, as a place of the portal or of the built-in theme.
    pub(crate) fn place(&self, template: &str, line: usize) -> Place {
        let file = self
            .places
            .get(template)
            .cloned()
            .unwrap_or_else(|| format!("themes/{}/{template}", self.manifest.name));
        let text = self
            .templates
            .iter()
            .find(|(name, _)| name == template)
            .map_or("", |(_, text)| text);
        match text.lines().nth(line.wrapping_sub(1)) {
            Some(words) => Place::within(file, line, 1, words, 0..words.len()),
            None => Place::file(file),
        }
    }

    /// Returns where a template of the portal's own first holds one of these words as `wanted` asks for it; the template is told by
    /// the text from there on.
    pub(crate) fn first(&self, word: &str, wanted: &dyn Fn(&str) -> bool) -> Option<Place> {
        let word = word.to_ascii_lowercase();
        self.templates
            .iter()
            .filter(|(name, _)| self.own.contains(name))
            .find_map(|(name, text)| {
                let lower = text.to_ascii_lowercase();
                let (at, _) = lower
                    .match_indices(&word)
                    .find(|(at, _)| wanted(&text[*at..]))?;
                Some(Place::of(self.places.get(name)?, text, at..at + word.len()))
            })
    }

    /// Whether there is a template of this name.
    pub(crate) fn has_template(&self, name: &str) -> bool {
        (self
            .templates
            .binary_search_by(|(known, _)| known.as_str().cmp(name)))
        .is_ok()
    }

    /// Returns the template whose name is most like this one, where one is.
    pub(crate) fn nearest_template(&self, name: &str) -> Option<&str> {
        nearest(name, self.templates.iter().map(|(known, _)| known.as_str()))
    }

    /// Returns the names and texts of the templates, in order.
    pub fn templates(&self) -> &[(String, String)] {
        &self.templates
    }
}

/// Returns the hash of everything that pages are made with besides their contexts.
fn key_of(name: &str, languages: &[Lang], layers: &[Layer]) -> CacheKey {
    let tags: Vec<&str> = languages.iter().map(Lang::tag).collect();
    let head = [name, &tags.join(" ")].join("\n");
    let mut parts: Vec<&[u8]> = vec![head.as_bytes()];
    for layer in layers {
        parts.push(layer.place.as_bytes());
        parts.extend(
            layer
                .files
                .iter()
                .flat_map(|(path, bytes)| [path.as_bytes(), bytes.as_slice()]),
        );
    }
    CacheKey::of(&parts)
}

/// Returns the files below `static/`, an upper layer's over a lower one's of the same path.
fn statics(layers: &[Layer]) -> Vec<StaticFile> {
    let mut found = BTreeMap::new();
    for layer in layers {
        found.extend(layer.below("static/"));
    }
    (found.into_iter())
        .map(|(path, bytes)| StaticFile {
            path: path.to_owned(),
            bytes: bytes.to_vec(),
        })
        .collect()
}

/// Returns the `search.js` of the topmost layer that has one.
fn search_script(layers: &[Layer]) -> String {
    let mut scripts = layers.iter().rev();
    scripts
        .find_map(|layer| layer.text("search.js"))
        .unwrap_or_default()
}

/// Returns what stops a run whose theme is none.
fn broken(name: &str) -> Fatal {
    Fatal::fault(format_args!("theme {name}"))
}
