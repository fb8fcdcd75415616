//! The foot of a page: it states the checksum of the page's plain-text edition, and so is made after what is before it.

use super::blocks::frame_of;
use super::{Engine, RenderError};
use regex::Regex;
use serde_json::Value as Json;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The end of a frame that leaves everything after its `main` to a template that it includes.
static INCLUDED: LazyLock<Regex> = LazyLock::new(|| {
    let end = r#"</main>(\s*\{%[-+]?\s*include\s*["']([^"']+)["']\s*[-+]?%\}\s*)$"#;
    Regex::new(end).expect("a pattern of this file")
});

/// A template that extends what a variable names.
static VARIABLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"\{%[-+]?\s*extends\s*[^\s"']"#).expect("a pattern of this file")
});

/// The field of a page that holds the checksum of its plain-text edition.
const CHECKSUM: &str = "text_sha256";

/// A theme's templates, frames without their feet.
pub(super) struct Frames<'t> {
    /// Names and texts.
    pub(super) templates: Cow<'t, [(String, String)]>,
    /// The template of its foot, by the name of each template whose frame has one apart.
    feet: BTreeMap<String, String>,
    /// Whether another template than a foot states the checksum.
    states_checksum: bool,
}

impl<'t> Frames<'t> {
    /// Cuts off the feet of frames. Nothing is cut where the checksum may be stated before the foot, or where no text
    /// says which frame a page has.
    pub(super) fn of(templates: &'t [(String, String)]) -> Frames<'t> {
        let by_frame: BTreeMap<&str, (usize, &str)> = templates
            .iter()
            .filter_map(|(name, text)| {
                let end = INCLUDED.captures(text)?;
                let (included, foot) = (end.get(1)?, end.get(2)?.as_str());
                let is_there = templates.iter().any(|(other, _)| other == foot);
                is_there.then_some((name.as_str(), (included.start(), foot)))
            })
            .collect();
        let is_foot = |name: &str| by_frame.values().any(|(_, foot)| *foot == name);
        let states_checksum = templates
            .iter()
            .any(|(name, text)| !is_foot(name) && text.contains(CHECKSUM));
        if states_checksum || templates.iter().any(|(_, text)| VARIABLE.is_match(text)) {
            return Frames {
                templates: Cow::Borrowed(templates),
                feet: BTreeMap::new(),
                states_checksum: templates.iter().any(|(_, text)| text.contains(CHECKSUM)),
            };
        }
        let feet = templates.iter().filter_map(|(name, _)| {
            let (_, foot) = by_frame.get(frame_of(name, templates))?;
            Some((name.clone(), (*foot).to_owned()))
        });
        let cut = templates.iter().map(|(name, text)| {
            let end = by_frame.get(name.as_str()).map_or(text.len(), |cut| cut.0);
            (name.clone(), text[..end].to_owned())
        });
        Frames {
            feet: feet.collect(),
            templates: cut.collect(),
            states_checksum,
        }
    }
}

/// An engine that makes pages whole, or first what is before their feet.
pub struct PageEngine {
    engine: Box<dyn Engine>,
    feet: BTreeMap<String, String>,
    states_checksum: bool,
}

impl PageEngine {
    pub(super) fn new(engine: Box<dyn Engine>, frames: Frames<'_>) -> PageEngine {
        PageEngine {
            engine,
            feet: frames.feet,
            states_checksum: frames.states_checksum,
        }
    }

    /// Returns the template of the foot of the pages that this template makes; none where they are made in one.
    pub(crate) fn foot(&self, template: &str) -> Option<&str> {
        self.feet.get(template).map(String::as_str)
    }

    /// Whether pages that are made in one may state the checksum of their plain-text edition.
    pub(crate) fn states_checksum(&self) -> bool {
        self.states_checksum
    }

    /// Renders a template as it is: without the foot, where its pages have one apart.
    ///
    /// # Errors
    /// As [`Engine::render`].
    pub(crate) fn part(&self, template: &str, page: &Json) -> Result<String, RenderError> {
        self.engine.render(template, page)
    }
}

impl Engine for PageEngine {
    fn render(&self, template: &str, page: &Json) -> Result<String, RenderError> {
        let mut html = self.part(template, page)?;
        if let Some(foot) = self.foot(template) {
            html.push_str(&self.part(foot, page)?);
        }
        Ok(html)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feet(templates: &[(&str, &str)]) -> (Vec<String>, bool) {
        let named = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        let templates: Vec<_> = templates.iter().map(named).collect();
        let frames = Frames::of(&templates);
        (frames.feet.into_keys().collect(), frames.states_checksum)
    }

    #[test]
    fn a_foot_is_apart_where_nothing_before_it_states_the_checksum() {
        let frame = ("base.html", "<main></main>{%- include 'foot.html' %}\n");
        let foot = ("foot.html", "{{ page.text_sha256 }}");
        let page = (
            "page.html",
            "{% extends \"base.html\" %}{% block b %}{% endblock %}",
        );
        let whole = ("whole.html", "<main></main>{{ page.path }}");
        assert_eq!(
            feet(&[frame, foot, page, whole]),
            (vec!["base.html".to_owned(), "page.html".to_owned()], false)
        );
        let own = ("whole.html", "<main>{{ page.text_sha256 }}</main>");
        assert_eq!(feet(&[frame, foot, page, own]), (vec![], true));
        let variable = ("page.html", "{% extends page.layout %}");
        assert_eq!(feet(&[frame, foot, variable]), (vec![], true));
    }
}
