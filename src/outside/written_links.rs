//! Addresses of others, as the authors of a portal wrote them: in facts and texts of pages, in what describes datasets, in settings.

use crate::diag::Place;
use crate::model::text_links::links;
use crate::source::Source;
use crate::source::front_matter::Document;
use crate::source::node::{FactNode, FactValue};
use crate::text::web::web_address;
use std::collections::BTreeMap;

/// Settings that are no links: where the portal is, and where it is brought to.
const OWN_SETTINGS: &[&str] = &["portal", "publish"];

/// An address, and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OutsideLink {
    /// The address, as it is asked for: without a fragment, which no server is told.
    pub(super) address: String,
    /// Every place that names it, in the order of files and lines.
    pub(super) places: Vec<Place>,
}

/// Returns every address of others that a portal names, each once, in their order. The portal's own addresses are none.
pub(super) fn of(source: &Source) -> Vec<OutsideLink> {
    let mut found = FoundLinks::new(base_url(&source.settings));
    if let Some(facts) = &source.settings.facts {
        found.settings(facts, &source.settings);
    }
    for page in &source.pages {
        found.document(&page.unpack());
    }
    for folder in &source.datasets {
        let described = folder.documents.iter().chain(&folder.package);
        described.for_each(|document| found.document(document));
    }
    let links = found.places.into_iter();
    links
        .map(|(address, places)| OutsideLink { address, places })
        .collect()
}

/// Returns the address that the portal itself has.
fn base_url(settings: &Document) -> Option<String> {
    let portal = settings.facts.as_ref()?.entry("portal")?;
    match &portal.entry("base_url")?.value {
        FactValue::Text(text) => web_address(text),
        _ => None,
    }
}

/// Addresses as they are found.
struct FoundLinks {
    own: Option<String>,
    places: BTreeMap<String, Vec<Place>>,
}

impl FoundLinks {
    fn new(own: Option<String>) -> FoundLinks {
        FoundLinks {
            own,
            places: BTreeMap::new(),
        }
    }

    /// Takes those of the settings.
    fn settings(&mut self, facts: &FactNode, document: &Document) {
        let FactValue::Map(entries) = &facts.value else {
            return;
        };
        let others = entries
            .iter()
            .filter(|(key, _)| !OWN_SETTINGS.contains(&key.name.as_str()));
        others.for_each(|(_, value)| self.facts(value, document));
    }

    /// Takes those of a page or of what describes a dataset.
    fn document(&mut self, document: &Document) {
        if let Some(facts) = &document.facts {
            self.facts(facts, document);
        }
        let from = document.body.start;
        // What is no text of its own describes in facts alone.
        let text = document.file.text.get(document.body.clone());
        for link in links(text.unwrap_or_default()) {
            let span = from + link.span.start..from + link.span.end;
            self.take(&link.target, document.file.place(span));
        }
    }

    fn facts(&mut self, node: &FactNode, document: &Document) {
        match &node.value {
            FactValue::Null => {}
            FactValue::Text(text) if text.contains("://") => {
                let place = || document.file.place(node.span.clone());
                if !text.contains(char::is_whitespace) && web_address(text).is_some() {
                    return self.take(text, place());
                }
                // A text in a fact may hold links, like that of a page.
                for link in links(text) {
                    self.take(&link.target, place());
                }
            }
            FactValue::Text(_) => {}
            FactValue::List(items) => items.iter().for_each(|item| self.facts(item, document)),
            FactValue::Map(entries) => {
                (entries.iter()).for_each(|(_, value)| self.facts(value, document));
            }
        }
    }

    fn take(&mut self, target: &str, place: Place) {
        let bare = target.split('#').next().unwrap_or(target);
        let Some(address) = web_address(bare) else {
            return;
        };
        let is_own = |own: &String| address.starts_with(own.trim_end_matches('/'));
        if self.own.as_ref().is_some_and(is_own) {
            return;
        }
        let places = self.places.entry(address).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
    }
}
