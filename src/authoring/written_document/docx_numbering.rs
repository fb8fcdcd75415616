//! Lists of a Word document: which levels have numbers, and which number is next.

use super::docx_styles::{ListPlace, value};
use super::xml_tree::XmlElement;
use std::collections::BTreeMap;

/// The list that is none: a paragraph that names it is taken out of its style's list.
const NO_LIST: &str = "0";

/// The lists of a document.
#[derive(Default)]
pub(super) struct WordLists {
    /// The definition of each list.
    definitions: BTreeMap<String, String>,
    /// The first number of each level that has numbers, by definition.
    numbered: BTreeMap<(String, usize), usize>,
    /// Numbers that were given last.
    given: BTreeMap<(String, usize), usize>,
}

impl WordLists {
    pub(super) fn of(part: &XmlElement) -> WordLists {
        let mut lists = WordLists::default();
        for element in part.elements() {
            match element.name.as_str() {
                "abstractNum" => lists.define(element),
                "num" => {
                    let id = element.attribute("numId").map(str::to_owned);
                    let definition = value(element.child("abstractNumId"));
                    lists.definitions.extend(id.zip(definition));
                }
                _ => {}
            }
        }
        lists
    }

    fn define(&mut self, element: &XmlElement) {
        let Some(id) = element.attribute("abstractNumId") else {
            return;
        };
        for level in element.elements().filter(|level| level.name == "lvl") {
            let format = value(level.child("numFmt")).unwrap_or_default();
            let depth = level.attribute("ilvl").and_then(|depth| depth.parse().ok());
            if let Some(depth) = depth.filter(|_| !matches!(&*format, "bullet" | "none" | "")) {
                let start = value(level.child("start")).and_then(|start| start.parse().ok());
                self.numbered
                    .insert((id.to_owned(), depth), start.unwrap_or(1));
            }
        }
    }

    /// Whether a place is in a list at all.
    pub(super) fn is_list(place: &ListPlace) -> bool {
        place.list != NO_LIST
    }

    /// Returns the number of the next item there; none where its level has none.
    pub(super) fn next(&mut self, place: &ListPlace) -> Option<usize> {
        let (list, level) = (&place.list, place.level);
        self.given
            .retain(|(own, depth), _| own != list || *depth <= level);
        let definition = self.definitions.get(list)?.clone();
        let first = *self.numbered.get(&(definition, level))?;
        let last = self.given.entry((list.clone(), level));
        let number = last
            .and_modify(|last| *last = last.saturating_add(1))
            .or_insert(first);
        Some(*number)
    }
}
