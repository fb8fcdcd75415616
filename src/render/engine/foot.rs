//! The foot of a page: it states the checksum of the page's plain-text edition, and so is made after what is before it.

use super::{Engine, RenderError};
use regex::Regex;
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

/// Returns the name of the template that one of these extends in the end.
type FrameOf = for<'n> fn(&'n str, &'n [(String, String)]) -> &'n str;

/// A theme's templates, frames without their feet.
pub(super) struct Frames<'t> {
    /// The names and texts of templates, as an engine takes them.
    pub(super) templates: Cow<'t, [(String, String)]>,
    /// The template of its foot, by the name of each template whose frame has one apart.
    feet: BTreeMap<String, String>,
    /// Whether another template than a foot states the checksum.
    states_checksum: bool,
}

impl<'t> Frames<'t> {
    /// Cuts off the feet of frames. Nothing is cut where the checksum may be stated before the foot, or where no text
    /// says which frame a page has.
    pub(super) fn of(templates: &'t [(String, String)], frame_of: FrameOf) -> Frames<'t> {
        let cuts = FootCuts::find(templates);
        if cuts.checksum_is_stated_before() || templates.iter().any(|(_, t)| VARIABLE.is_match(t)) {
            return Frames {
                templates: Cow::Borrowed(templates),
                feet: BTreeMap::new(),
                states_checksum: templates.iter().any(|(_, text)| text.contains(CHECKSUM)),
            };
        }
        Frames {
            feet: cuts.feet(frame_of),
            templates: Cow::Owned(cuts.shortened()),
            states_checksum: false,
        }
    }
}

/// Where a frame is cut, and the template that it leaves the rest to.
struct FootCut<'t> {
    /// The end of what stays, in bytes.
    end: usize,
    foot: &'t str,
}

/// The cuts of a theme's frames, by the names of their templates.
struct FootCuts<'t> {
    templates: &'t [(String, String)],
    by_frame: BTreeMap<&'t str, FootCut<'t>>,
}

impl<'t> FootCuts<'t> {
    /// Finds the frames that leave everything after their `main` to another template that is there.
    fn find(templates: &'t [(String, String)]) -> FootCuts<'t> {
        let cut = templates.iter().filter_map(|(name, text)| {
            let captures = INCLUDED.captures(text)?;
            let (included, foot) = (captures.get(1)?, captures.get(2)?.as_str());
            let is_there = templates.iter().any(|(other, _)| other == foot);
            let end = included.start();
            is_there.then_some((name.as_str(), FootCut { end, foot }))
        });
        FootCuts {
            templates,
            by_frame: cut.collect(),
        }
    }

    /// Returns whether a template that is no foot states the checksum.
    fn checksum_is_stated_before(&self) -> bool {
        (self.templates.iter())
            .filter(|(name, _)| self.by_frame.values().all(|cut| cut.foot != name))
            .any(|(_, text)| text.contains(CHECKSUM))
    }

    /// Returns the template of its foot, by the name of each template whose frame is cut.
    fn feet(&self, frame_of: FrameOf) -> BTreeMap<String, String> {
        let feet = self.templates.iter().filter_map(|(name, _)| {
            let cut = self.by_frame.get(frame_of(name, self.templates))?;
            Some((name.clone(), cut.foot.to_owned()))
        });
        feet.collect()
    }

    /// Returns the names and texts of all templates, frames without their feet.
    fn shortened(&self) -> Vec<(String, String)> {
        let shortened = self.templates.iter().map(|(name, text)| {
            let cut = self.by_frame.get(name.as_str());
            let end = cut.map_or(text.len(), |cut| cut.end);
            (name.clone(), text[..end].to_owned())
        });
        shortened.collect()
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

    /// Returns the template of the foot of the pages that this template makes; `None` where they are made in one.
    pub(crate) fn foot(&self, template: &str) -> Option<&str> {
        self.feet.get(template).map(String::as_str)
    }

    /// Returns whether pages that are made in one may state the checksum of their plain-text edition.
    pub(crate) fn states_checksum(&self) -> bool {
        self.states_checksum
    }

    /// Renders a template as it is: without the foot, where its pages have one apart.
    ///
    /// # Errors
    /// As [`Engine::render`].
    pub(crate) fn part(
        &self,
        template: &str,
        page: &dyn erased_serde::Serialize,
    ) -> Result<String, RenderError> {
        self.engine.render(template, page)
    }
}

impl Engine for PageEngine {
    fn render(
        &self,
        template: &str,
        page: &dyn erased_serde::Serialize,
    ) -> Result<String, RenderError> {
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
        let frames = Frames::of(&templates, crate::render::engine::blocks::frame_of);
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
