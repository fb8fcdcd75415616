//! What is wrong with a template: where it is, and the name that is not there with the nearest that is.

use crate::text::near::nearest;
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// What is wrong with a template, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{template}:{line}: {cause}")]
pub struct RenderError {
    /// The template's name, from the theme's folder `templates`.
    pub template: String,
    /// The line, from 1; 0 where it is not known.
    pub line: usize,
    /// What is wrong, as the engine says it.
    pub cause: String,
    /// The name that is not there, where that is what is wrong.
    pub(crate) missing: Option<Missing>,
}

/// A name that a template uses and that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Missing {
    /// What it would be.
    pub(crate) kind: MissingKind,
    /// The name, as the template writes it.
    pub(crate) name: String,
    /// The nearest name that is there.
    pub(crate) near: Option<String>,
}

/// What a name would be that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MissingKind {
    /// A variable or a field of one.
    Value,
    /// A block of a template that this one extends.
    Block,
}

impl RenderError {
    /// A template that cannot be used for a reason that the engine gives.
    pub(crate) fn new(
        template: impl Into<String>,
        line: usize,
        cause: impl Into<String>,
    ) -> RenderError {
        RenderError {
            template: template.into(),
            line,
            cause: cause.into(),
            missing: None,
        }
    }
}

impl Missing {
    /// A value that a page does not have: `body.titel`. `known` are names in its place, where the engine tells them.
    pub(crate) fn value(name: &str, known: &[String], page: &Json) -> Missing {
        let plain = name
            .trim()
            .split(['[', '(', '|', ' '])
            .next()
            .unwrap_or_default();
        let (parent, last) = plain
            .rsplit_once('.')
            .map_or(("", plain), |(parent, last)| (parent, last));
        let near = if known.is_empty() {
            near_in(page, parent, last)
        } else {
            nearest(last, known.iter().map(String::as_str)).map(str::to_owned)
        };
        let near = near.map(|near| {
            if parent.is_empty() {
                near
            } else {
                format!("{parent}.{near}")
            }
        });
        Missing {
            kind: MissingKind::Value,
            name: name.trim().to_owned(),
            near,
        }
    }
}

/// The field most like a name among those of a value of the page; of one that only the template knows, such as the
/// variable of a loop, among all fields of the page.
fn near_in(page: &Json, parent: &str, name: &str) -> Option<String> {
    let mut parts = parent.split('.').filter(|part| !part.is_empty());
    let within = parts.try_fold(page, |value, part| value.get(part));
    let mut names = BTreeSet::new();
    match within.and_then(Json::as_object) {
        Some(map) => names.extend(map.keys().map(String::as_str)),
        None => all_names(page, &mut names),
    }
    nearest(name, names).map(str::to_owned)
}

fn all_names<'j>(value: &'j Json, names: &mut BTreeSet<&'j str>) {
    match value {
        Json::Object(map) => map.iter().for_each(|(name, value)| {
            names.insert(name);
            all_names(value, names);
        }),
        Json::Array(list) => list.iter().for_each(|value| all_names(value, names)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_nearest_name_is_one_of_the_same_value() {
        let page = json!({ "page": { "title": 1, "lang": "es" }, "body": { "milestones": [{ "number": 1, "text": "x" }] } });
        let near = |name: &str, known: &[String]| Missing::value(name, known, &page).near;
        assert_eq!(near("page.titel", &[]).as_deref(), Some("page.title"));
        assert_eq!(near("pge", &[]).as_deref(), Some("page"));
        assert_eq!(near("m.nunber", &[]).as_deref(), Some("m.number"));
        assert_eq!(
            near("m.colour", &["color".to_owned()]).as_deref(),
            Some("m.color")
        );
        assert_eq!(near("body.nothing_like_it", &[]), None);
    }
}
