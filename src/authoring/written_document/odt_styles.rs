//! Styles of an OpenDocument text: what words look like, which paragraphs are the title, which lists have numbers.

use super::inline_text::WordStyle;
use super::xml_tree::XmlElement;
use std::collections::{BTreeMap, BTreeSet};

/// Styles that one may come of, one behind the other.
const LONGEST_CHAIN: usize = 20;
/// What the name of a heading's style begins with in every edition of the program; its level follows.
const HEADING: &str = "Heading_20_";

/// What the title's style is called in every edition of the program.
const TITLE: &str = "Title";

/// The styles of a document by their names.
#[derive(Default)]
pub(super) struct OpenStyles {
    styles: BTreeMap<String, OpenStyle>,
    /// Levels of lists that have numbers, by the list's style, from 0.
    numbered: BTreeMap<String, BTreeSet<usize>>,
}

#[derive(Default)]
struct OpenStyle {
    parent: Option<String>,
    bold: Option<bool>,
    italic: Option<bool>,
    struck: bool,
    hidden: bool,
}

impl OpenStyles {
    /// Reads the styles of parts; later ones replace earlier ones.
    pub(super) fn of(parts: &[&XmlElement]) -> OpenStyles {
        let mut styles = OpenStyles::default();
        for group in parts.iter().flat_map(|part| part.elements()) {
            if matches!(group.name.as_str(), "styles" | "automatic-styles") {
                group.elements().for_each(|style| styles.take(style));
            }
        }
        styles
    }

    fn take(&mut self, style: &XmlElement) {
        let Some(name) = style.attribute("name").map(str::to_owned) else {
            return;
        };
        match style.name.as_str() {
            "style" => {
                let text = style.child("text-properties");
                let property = |name: &str| text.and_then(|text| text.attribute(name));
                let is_bold =
                    |weight: &str| weight == "bold" || weight.parse().is_ok_and(|w: u32| w >= 600);
                let own = OpenStyle {
                    parent: style.attribute("parent-style-name").map(str::to_owned),
                    bold: property("font-weight").map(is_bold),
                    italic: property("font-style").map(|style| style == "italic"),
                    struck: property("text-line-through-style").is_some_and(|line| line != "none"),
                    hidden: property("display") == Some("none"),
                };
                self.styles.insert(name, own);
            }
            "list-style" => {
                let levels = style.elements().filter(|level| {
                    level.name == "list-level-style-number"
                        && level
                            .attribute("num-format")
                            .is_some_and(|form| !form.is_empty())
                });
                let levels = levels.filter_map(|level| {
                    let level: usize = level.attribute("level")?.parse().ok()?;
                    level.checked_sub(1)
                });
                self.numbered.insert(name, levels.collect());
            }
            _ => {}
        }
    }

    fn chain<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s OpenStyle> {
        let mut next = Some(name);
        std::iter::from_fn(move || {
            let style = self.styles.get(next.take()?)?;
            next = style.parent.as_deref();
            Some(style)
        })
        .take(LONGEST_CHAIN)
    }

    /// Whether a paragraph of a style is the document's title.
    pub(super) fn is_title(&self, name: &str) -> bool {
        name == TITLE
            || self
                .chain(name)
                .any(|style| style.parent.as_deref() == Some(TITLE))
    }

    /// Returns the level of the heading that a paragraph of a style looks like: what is imported from elsewhere is often no heading
    /// but by its style.
    pub(super) fn heading_level(&self, name: &str) -> Option<usize> {
        let parents = self.chain(name).filter_map(|style| style.parent.as_deref());
        std::iter::once(name)
            .chain(parents)
            .find_map(|name| name.strip_prefix(HEADING)?.parse().ok())
    }

    /// Whether words of a style are not shown.
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.chain(name).any(|style| style.hidden)
    }

    /// Whether a level of a list has numbers.
    pub(super) fn is_numbered(&self, list: &str, level: usize) -> bool {
        self.numbered
            .get(list)
            .is_some_and(|levels| levels.contains(&level))
    }

    /// Returns what words of a style look like within others.
    pub(super) fn words(&self, name: &str, outer: &WordStyle) -> WordStyle {
        let bold = self.chain(name).find_map(|style| style.bold);
        let italic = self.chain(name).find_map(|style| style.italic);
        WordStyle {
            bold: bold.unwrap_or(outer.bold),
            italic: italic.unwrap_or(outer.italic),
            struck: outer.struck || self.chain(name).any(|style| style.struck),
            link: outer.link.clone(),
        }
    }
}
