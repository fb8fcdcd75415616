//! The layers of a theme: its folders, over those of the themes that it extends.

use super::layer::{Layer, ThemesHome};
use super::manifest::{CONTEXT_VERSION, ThemeManifest};
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::render::plain_cause;
use crate::text::slug::check_id;
use std::collections::{BTreeMap, BTreeSet};

/// A layer with what its theme says of itself.
struct StackedLayer {
    manifest: ThemeManifest,
    layer: Layer,
}

/// The layers of a theme, lowest first.
pub(super) struct LayerStack {
    layers: Vec<StackedLayer>,
}

impl LayerStack {
    /// Finds the layers of a theme and of what it extends; `None`, with a finding, where one of these themes is absent or malformed.
    pub(super) fn find(name: &str, home: ThemesHome<'_>, sink: &mut Sink) -> Option<LayerStack> {
        let mut layers: Vec<StackedLayer> = Vec::new();
        let mut wanted = Some(name.to_owned());
        let mut seen = Vec::new();
        while let Some(name) = wanted.take().filter(|name| !seen.contains(name)) {
            let found = layers_of(&name, home);
            sink.extend(found.iter().flat_map(|layer| layer.unreadable.clone()));
            if found.is_empty() {
                sink.push(absent(&name));
                return None;
            }
            let manifest = manifest_of(&found, sink)?;
            if (manifest.requires).is_some_and(|version| version > CONTEXT_VERSION) {
                sink.push(Diagnostic::new(&codes::THEME_TOO_NEW).arg("name", &name));
            }
            wanted.clone_from(&manifest.extends);
            layers.extend(found.into_iter().map(|layer| StackedLayer {
                manifest: manifest.clone(),
                layer,
            }));
            seen.push(name);
        }
        layers.reverse();
        Some(LayerStack { layers })
    }

    /// Returns what the topmost layer says of itself.
    pub(super) fn manifest(&self) -> Option<ThemeManifest> {
        self.layers.last().map(|top| top.manifest.clone())
    }

    /// Returns the defaults of all layers' options, the upper over the lower.
    pub(super) fn options(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut options = serde_json::Map::new();
        for stacked in &self.layers {
            options.extend(stacked.manifest.options.clone());
        }
        options
    }

    /// Returns the templates that are for the engine of the topmost layer.
    pub(super) fn templates(&self) -> LayeredTemplates {
        let mut templates = LayeredTemplates::default();
        let engine = self.layers.last().map(|top| &top.manifest.engine);
        for stacked in &self.layers {
            if Some(&stacked.manifest.engine) == engine {
                for (name, text) in stacked.layer.below("templates/") {
                    templates.add(&stacked.layer, name, String::from_utf8_lossy(text).into());
                }
            }
        }
        templates
    }

    /// Returns the layers' files alone.
    pub(super) fn into_layers(self) -> Vec<Layer> {
        (self.layers.into_iter())
            .map(|stacked| stacked.layer)
            .collect()
    }
}

/// The templates of all layers, an upper layer's over a lower one's of the same name.
#[derive(Default)]
pub(super) struct LayeredTemplates {
    pub(super) texts: BTreeMap<String, String>,
    /// Where each template is, for messages.
    pub(super) places: BTreeMap<String, String>,
    /// Templates that are the portal's own.
    pub(super) own: BTreeSet<String>,
}

impl LayeredTemplates {
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

/// Returns the finding that no folder bears a theme's name.
fn absent(name: &str) -> Diagnostic {
    Diagnostic::new(&codes::THEME_ABSENT)
        .arg("name", name)
        .arg("known", Layer::shipped_names().join(", "))
}

/// Returns the folders that bear a theme's name, the portal's own first. A name that could lead elsewhere has none.
fn layers_of(name: &str, home: ThemesHome<'_>) -> Vec<Layer> {
    if check_id(name).is_err() {
        return Vec::new();
    }
    Layer::of_portal(home, name)
        .into_iter()
        .chain(Layer::shipped(name))
        .collect()
}

/// Returns the topmost `theme.toml` of layers that bear one name; `None`, with a finding, where there is none or it is malformed.
fn manifest_of(layers: &[Layer], sink: &mut Sink) -> Option<ThemeManifest> {
    let topmost = layers
        .iter()
        .find_map(|layer| Some((layer, layer.manifest()?)));
    let (place, cause) = match topmost {
        Some((_, Ok(manifest))) => return Some(manifest),
        Some((layer, Err(cause))) => (&layer.place, cause),
        None => (&layers.first()?.place, "it is missing".to_owned()),
    };
    let finding = Diagnostic::new(&codes::THEME_MALFORMED)
        .at(Place::file(format!("{place}/theme.toml")))
        .arg("fault", plain_cause::name(&cause));
    sink.push(
        finding
            .arg("named", plain_cause::quoted(&cause))
            .arg("line", 0_usize),
    );
    None
}
