//! Files that a descriptor refers to in place of saying it itself: a `schema`, a `dialect` (Data Package v1 and v2).

use super::folders::DatasetFolder;
use super::node::{FactKey, FactNode, FactValue};
use crate::source::front_matter::Document;
use std::collections::BTreeSet;

/// Facts that may be in a file of their own.
const PARTS: &[&str] = &["schema", "dialect"];

impl DatasetFolder {
    /// The file that a descriptor's `schema: PATH` refers to.
    pub(crate) fn referenced(&self, from: &str, path: &str) -> Option<&Document> {
        let places = self.places_of(from, path);
        self.referenced
            .iter()
            .find(|document| places.contains(&document.file.path))
    }

    /// Where a path of a descriptor may lead: it counts from the descriptor's folder, and from the dataset's in some that
    /// are found elsewhere.
    pub(crate) fn places_of(&self, from: &str, path: &str) -> [String; 2] {
        let path = path.strip_prefix("./").unwrap_or(path);
        let own = from
            .rsplit_once('/')
            .map_or(self.path.as_str(), |(own, _)| own);
        [own, &self.path].map(|base| format!("{base}/{path}"))
    }

    /// The files of the folder that its descriptors refer to. They are no data.
    pub(crate) fn take_referenced(&mut self) -> Vec<String> {
        let descriptors = self.documents.iter().chain(&self.package);
        let named: BTreeSet<String> = descriptors
            .flat_map(|document| {
                let paths = paths(document.facts.as_ref());
                paths
                    .into_iter()
                    .flat_map(|path| self.places_of(&document.file.path, path))
                    .collect::<Vec<_>>()
            })
            .collect();
        let (referenced, files) = std::mem::take(&mut self.files)
            .into_iter()
            .partition(|file| named.contains(file));
        self.files = files;
        referenced
    }
}

/// The paths that are where a schema or a dialect could.
fn paths(facts: Option<&FactNode>) -> Vec<&str> {
    let Some(FactValue::List(resources)) = facts
        .and_then(|facts| get(facts, "resources"))
        .map(|node| &node.value)
    else {
        return Vec::new();
    };
    let parts = resources
        .iter()
        .flat_map(|resource| PARTS.iter().filter_map(|part| get(resource, part)));
    parts
        .filter_map(|node| {
            if let FactValue::Text(path) = &node.value {
                Some(path.as_str())
            } else {
                None
            }
        })
        .collect()
}

fn get<'n>(node: &'n FactNode, name: &str) -> Option<&'n FactNode> {
    let FactValue::Map(entries) = &node.value else {
        return None;
    };
    entries
        .iter()
        .find(|(FactKey { name: own, .. }, _)| own == name)
        .map(|(_, node)| node)
}
