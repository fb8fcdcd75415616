//! Styles of a Word document: which are headings or the title, and which make a list.

use super::xml_tree::XmlElement;
use std::collections::BTreeMap;

/// Styles that one may be based on, one behind the other.
const LONGEST_CHAIN: usize = 20;

/// Where a list's numbers are told, and how deep in it something lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListPlace {
    pub(super) list: String,
    pub(super) level: usize,
}

/// The styles by their identifiers.
#[derive(Default)]
pub(super) struct WordStyles(BTreeMap<String, WordStyleFacts>);

#[derive(Default)]
struct WordStyleFacts {
    name: String,
    based_on: Option<String>,
    outline: Option<usize>,
    list: Option<ListPlace>,
}

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StyledAs {
    Title,
    /// A heading of a level, from 1.
    Heading(usize),
    /// A line of a table of contents.
    Contents,
    Words,
}

impl WordStyles {
    pub(super) fn of(part: &XmlElement) -> WordStyles {
        let styles = part.elements().filter(|element| element.name == "style");
        let all = styles.filter_map(|style| {
            let properties = style.child("pPr");
            let facts = WordStyleFacts {
                name: value(style.child("name"))
                    .unwrap_or_default()
                    .to_lowercase(),
                based_on: value(style.child("basedOn")),
                outline: properties.and_then(outline),
                list: properties.and_then(list_place),
            };
            Some((style.attribute("styleId")?.to_owned(), facts))
        });
        WordStyles(all.collect())
    }

    /// Returns a style, and those that it is based on.
    fn chain<'s>(&'s self, id: &'s str) -> impl Iterator<Item = &'s WordStyleFacts> {
        let mut next = Some(id);
        std::iter::from_fn(move || {
            let style = self.0.get(next.take()?)?;
            next = style.based_on.as_deref();
            Some(style)
        })
        .take(LONGEST_CHAIN)
    }

    /// Returns what a style makes of a paragraph. Names are English in every edition of the program.
    pub(super) fn styled_as(&self, id: &str) -> StyledAs {
        for style in self.chain(id) {
            let level = style
                .name
                .strip_prefix("heading ")
                .and_then(|n| n.parse().ok());
            if style.name == "title" {
                return StyledAs::Title;
            } else if style.name.starts_with("toc ") {
                return StyledAs::Contents;
            } else if let Some(level) = level.or(style.outline) {
                return StyledAs::Heading(level);
            }
        }
        StyledAs::Words
    }

    /// Returns the list that a style makes.
    pub(super) fn list(&self, id: &str) -> Option<ListPlace> {
        self.chain(id).find_map(|style| style.list.clone())
    }
}

/// Returns the value of an element that has nothing else.
pub(super) fn value(element: Option<&XmlElement>) -> Option<String> {
    element?.attribute("val").map(str::to_owned)
}

/// Returns the level of a heading, from 1, that properties of a paragraph state.
pub(super) fn outline(properties: &XmlElement) -> Option<usize> {
    let level: usize = value(properties.child("outlineLvl"))?.parse().ok()?;
    (level < 9).then_some(level + 1)
}

/// Returns the list that properties of a paragraph state. The number 0 takes it out of every list.
pub(super) fn list_place(properties: &XmlElement) -> Option<ListPlace> {
    let numbers = properties.child("numPr")?;
    let level = value(numbers.child("ilvl")).and_then(|level| level.parse().ok());
    Some(ListPlace {
        list: value(numbers.child("numId"))?,
        level: level.unwrap_or(0).min(8),
    })
}
