//! Files that a portal put into a theme, and that nothing reads: most are a name that was meant otherwise.

use super::layer::Layer;
use super::stack::LayeredTemplates;
use crate::diag::{Diagnostic, Place, codes};
use crate::text::near::nearest;
use std::collections::BTreeSet;

/// What is read of a theme besides its templates.
const FOLDERS: [&str; 2] = ["i18n/", "static/"];
const FILES: [&str; 2] = ["theme.toml", "search.js"];

/// A file of the portal's own layers that nothing in the theme reads.
#[derive(Debug)]
pub(crate) struct UnreadFile {
    /// Its path from the portal's root.
    file: String,
    /// Its name, where it lies among templates.
    template: Option<String>,
    /// The file of a shipped theme whose path is most like its own.
    near: Option<String>,
}

impl UnreadFile {
    /// Returns the finding that no page is made with it; none where a page names it as its template.
    pub(crate) fn finding(&self, is_named: impl Fn(&str) -> bool) -> Option<Diagnostic> {
        if self.template.as_deref().is_some_and(is_named) {
            return None;
        }
        let near = self.near.as_deref().unwrap_or("none");
        let place = Place::file(self.file.as_str());
        Some(
            Diagnostic::new(&codes::THEME_FILE_UNUSED)
                .at(place)
                .arg("near", near),
        )
    }
}

/// Finds files of the portal's own layers that nothing in the theme reads: a template that is none of a kind of pages and that no other one
/// names, and what lies elsewhere than a theme's files do.
pub(super) fn files(layers: &[Layer], templates: &LayeredTemplates) -> Vec<UnreadFile> {
    let shipped = Layer::shipped_names();
    let shipped = shipped.iter().filter_map(|name| Layer::shipped(name));
    let known: BTreeSet<String> = shipped.flat_map(|layer| layer.files.into_keys()).collect();
    let mut unread = Vec::new();
    for layer in layers.iter().filter(|layer| layer.is_own) {
        for path in layer.files.keys() {
            let template = path.strip_prefix("templates/");
            let is_read = FILES.contains(&path.as_str())
                || FOLDERS.iter().any(|folder| path.starts_with(folder))
                || template.is_some_and(|name| known.contains(path) || is_named(name, templates));
            if !is_read {
                let near = nearest(path, known.iter().map(String::as_str));
                unread.push(UnreadFile {
                    file: format!("{}/{path}", layer.place),
                    template: template.map(str::to_owned),
                    near: near.map(str::to_owned),
                });
            }
        }
    }
    unread
}

/// Whether a template names another one, as those that include, import or extend it do.
fn is_named(name: &str, templates: &LayeredTemplates) -> bool {
    let written = [format!("\"{name}\""), format!("'{name}'")];
    let others = templates.texts.iter().filter(|(other, _)| *other != name);
    others
        .map(|(_, text)| text)
        .any(|text| written.iter().any(|written| text.contains(written)))
}
