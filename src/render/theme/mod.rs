//! Themes: layers of files, resolved once.

mod layer;
mod manifest;
mod translations;

pub(crate) use manifest::{CONTEXT_VERSION, ThemeManifest};

use super::engine::{self, Engine, RenderError};
use crate::cache::CacheKey;
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::render::helper_context::{HelperContext, LinkResolver};
use crate::render::plain_cause;
use crate::render::voice::Voice;
use crate::text::lang::Lang;
use crate::text::messages::Arg;
use crate::text::slug::check_id;
use layer::Layer;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Used where a portal names none, or one that does not exist.
pub(crate) const BUILT_IN: &str = "claro";

/// A file of the theme that is published as it is, under `theme/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticFile {
    /// Its path below the theme's folder `static/`.
    pub path: String,
    /// Its content.
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
    templates: Vec<(String, String)>,
    /// Where each template is, for messages.
    places: BTreeMap<String, String>,
    /// Templates that are the portal's own.
    own: BTreeSet<String>,
    translations: translations::Translations,
    endonyms: Arc<BTreeMap<String, String>>,
}

impl Theme {
    /// Opens a theme: the portal's own `themes/NAME/` over the shipped theme of that name, over what it extends.
    ///
    /// Languages come with the portal's main one first. A theme that does not exist is a finding, and the built-in
    /// one stands in for it, so that the run goes on.
    ///
    /// # Errors
    /// Where a folder of the portal cannot be read, or the built-in theme itself is broken.
    pub fn open(
        name: &str,
        portal_root: &Path,
        languages: &[Lang],
        sink: &mut Sink,
    ) -> Result<Theme, Fatal> {
        let layers = match stack(name, portal_root, sink)? {
            Some(layers) => layers,
            None => stack(BUILT_IN, portal_root, sink)?.ok_or_else(|| broken(BUILT_IN))?,
        };
        let manifest = layers
            .last()
            .map(|l| l.0.clone())
            .ok_or_else(|| broken(name))?;
        let mut options = serde_json::Map::new();
        for (layer, _) in &layers {
            options.extend(layer.options.clone());
        }
        let templates = LayeredTemplates::read(&layers, &manifest);
        let mut statics = BTreeMap::new();
        for (_, layer) in &layers {
            let files = layer.below("static/");
            statics.extend(files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())));
        }
        let files: Vec<Layer> = layers.into_iter().map(|(_, layer)| layer).collect();
        let key = key_of(name, languages, &files);
        let search_script = files
            .iter()
            .rev()
            .find_map(|layer| layer.text("search.js"))
            .unwrap_or_default();
        let translations = translations::read(&files, languages, sink);
        let endonyms = Arc::new(translations::endonyms(&translations));
        let statics = statics
            .into_iter()
            .map(|(path, bytes)| StaticFile { path, bytes })
            .collect();
        Ok(Theme {
            manifest,
            options,
            statics,
            key,
            search_script,
            templates: templates.texts.into_iter().collect(),
            places: templates.places,
            own: templates.own,
            translations,
            endonyms,
        })
    }

    /// The theme's words in a language of the portal.
    pub fn voice(&self, lang: &Lang) -> Option<&Arc<Voice>> {
        self.translations.get(lang.tag())
    }

    /// A message of the theme in a language of the portal; nothing in any other.
    pub(crate) fn say(&self, lang: &Lang, id: &str, args: &[(&str, Arg)]) -> String {
        self.voice(lang)
            .map(|voice| voice.say(id, args))
            .unwrap_or_default()
    }

    /// A page in this language, in which words that another one lends say so.
    pub(crate) fn settle(&self, lang: &Lang, html: String) -> String {
        match self.voice(lang) {
            Some(voice) => voice.settle(html),
            None => html,
        }
    }

    /// What the helpers know on a page in this language.
    pub fn scope(&self, lang: &Lang, links: Arc<dyn LinkResolver>) -> Option<HelperContext> {
        Some(HelperContext {
            voice: self.voice(lang)?.clone(),
            endonyms: self.endonyms.clone(),
            links,
        })
    }

    /// An engine for pages in a language.
    ///
    /// # Errors
    /// The first template that is not well formed, or a language that the theme was not opened with.
    pub fn engine(
        &self,
        lang: &Lang,
        links: Arc<dyn LinkResolver>,
    ) -> Result<Box<dyn Engine>, RenderError> {
        let unknown = || format!("the theme was not opened with the language “{lang}”");
        let scope = self
            .scope(lang, links)
            .ok_or_else(|| RenderError::new("theme.toml", 0, unknown()))?;
        engine::open(&self.manifest.engine, &self.templates, &scope)
    }

    /// A line of a template, counted from 1, as a place of the portal or of the built-in theme.
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

    /// Where a template of the portal's own first holds one of these words as `wanted` asks for it; the template is told by
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

    /// Names and texts of the templates, in order.
    pub fn templates(&self) -> &[(String, String)] {
        &self.templates
    }
}

/// The hash of everything that pages are made with besides their contexts.
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

/// The templates of all layers, an upper layer's over a lower one's of the same name.
#[derive(Default)]
struct LayeredTemplates {
    texts: BTreeMap<String, String>,
    /// Where each template is, for messages.
    places: BTreeMap<String, String>,
    /// Templates that are the portal's own.
    own: BTreeSet<String>,
}

impl LayeredTemplates {
    /// Reads the templates of the layers, lowest first, that are for the engine of the topmost one.
    fn read(layers: &[(ThemeManifest, Layer)], manifest: &ThemeManifest) -> LayeredTemplates {
        let mut templates = LayeredTemplates::default();
        for (of_layer, layer) in layers {
            if of_layer.engine == manifest.engine {
                for (name, text) in layer.below("templates/") {
                    templates.add(layer, name, String::from_utf8_lossy(text).into());
                }
            }
        }
        templates
    }

    fn add(&mut self, layer: &Layer, name: &str, text: String) {
        let place = format!("{}/templates/{name}", layer.place);
        self.places.insert(name.to_owned(), place);
        if layer.is_own {
            self.own.insert(name.to_owned());
        } else {
            self.own.remove(name);
        }
        self.texts.insert(name.to_owned(), text);
    }
}

fn broken(name: &str) -> Fatal {
    Fatal::fault(format_args!("theme {name}"))
}

/// The layers of a theme, lowest first, each with what its theme says of itself; none where there is no such theme.
fn stack(
    name: &str,
    root: &Path,
    sink: &mut Sink,
) -> Result<Option<Vec<(ThemeManifest, Layer)>>, Fatal> {
    let mut layers: Vec<(ThemeManifest, Layer)> = Vec::new();
    let mut wanted = Some(name.to_owned());
    let mut seen = Vec::new();
    while let Some(name) = wanted.take().filter(|name| !seen.contains(name)) {
        let found = layers_of(&name, root);
        sink.extend(found.iter().flat_map(|layer| layer.unreadable.clone()));
        if found.is_empty() {
            let known = Layer::shipped_names().join(", ");
            sink.push(
                Diagnostic::new(&codes::THEME_ABSENT)
                    .arg("name", &name)
                    .arg("known", known),
            );
            return Ok(None);
        }
        let Some(manifest) = manifest_of(&found, sink) else {
            return Ok(None);
        };
        if manifest
            .requires
            .is_some_and(|version| version > CONTEXT_VERSION)
        {
            sink.push(Diagnostic::new(&codes::THEME_TOO_NEW).arg("name", &name));
        }
        wanted.clone_from(&manifest.extends);
        layers.extend(found.into_iter().map(|layer| (manifest.clone(), layer)));
        seen.push(name);
    }
    layers.reverse();
    Ok(Some(layers))
}

/// The folders that bear a theme's name, the portal's own first. A name that could lead elsewhere has none.
fn layers_of(name: &str, root: &Path) -> Vec<Layer> {
    if check_id(name).is_err() {
        return Vec::new();
    }
    Layer::of_portal(root, name)
        .into_iter()
        .chain(Layer::shipped(name))
        .collect()
}

/// The topmost `theme.toml` of layers that bear one name; none where there is none, or it is malformed.
fn manifest_of(layers: &[Layer], sink: &mut Sink) -> Option<ThemeManifest> {
    let said = layers
        .iter()
        .find_map(|layer| Some((layer, layer.manifest()?)));
    let (place, cause) = match said {
        Some((_, Ok(manifest))) => return Some(manifest),
        Some((layer, Err(cause))) => (&layer.place, cause),
        None => (&layers.first()?.place, "it is missing".to_owned()),
    };
    let place = Place::file(format!("{place}/theme.toml"));
    let finding = Diagnostic::new(&codes::THEME_MALFORMED)
        .at(place)
        .arg("fault", plain_cause::name(&cause));
    sink.push(
        finding
            .arg("named", plain_cause::quoted(&cause))
            .arg("line", 0_usize),
    );
    None
}
