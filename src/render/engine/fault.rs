//! What is wrong with a template: where it is, and the name that is not there with the nearest that is.

use crate::text::near::nearest;
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::ops::Range;

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
    pub missing: Option<MissingName>,
}

/// A name that a template uses and that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingName {
    /// What it would be: a value, a helper, a block …
    pub(crate) kind: MissingKind,
    /// The name, as the template writes it.
    pub name: String,
    /// The nearest name that is there.
    pub near: Option<String>,
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
    /// Makes the fault of a template that cannot be used, with the cause that the engine gives.
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

impl MissingName {
    /// Tells of a value that a page does not have: `body.titel`. `known` are names in its place, where the engine tells them.
    pub(crate) fn value(
        name: &str,
        known: &[String],
        page: &dyn erased_serde::Serialize,
    ) -> MissingName {
        let plain = name
            .trim()
            .split(['[', '(', '|', ' '])
            .next()
            .unwrap_or_default();
        let (parent, last) = plain
            .rsplit_once('.')
            .map_or(("", plain), |(parent, last)| (parent, last));
        let near = if known.is_empty() {
            near_in(
                &serde_json::to_value(page).unwrap_or_default(),
                parent,
                last,
            )
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
        MissingName {
            kind: MissingKind::Value,
            name: name.trim().to_owned(),
            near,
        }
    }
}

/// An undefined value that a template gives to a helper. Engines carry it through their errors as text, from which
/// [`UndefinedArgument::read`] has it again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("undefined `{argument}` of `{helper}`")]
pub(crate) struct UndefinedArgument {
    pub(crate) helper: String,
    /// The argument's name; [`FILTERED`] is the value that a filter is applied to.
    pub(crate) argument: String,
}

/// The value that a filter is applied to, among its arguments; no argument can be called so.
pub(crate) const FILTERED: &str = "|";

impl UndefinedArgument {
    /// Returns the one that an engine's error tells, if it tells any.
    pub(crate) fn read(cause: &str) -> Option<UndefinedArgument> {
        let (argument, helper) = cause.strip_prefix("undefined `")?.split_once("` of `")?;
        Some(UndefinedArgument {
            helper: helper.strip_suffix('`')?.to_owned(),
            argument: argument.to_owned(),
        })
    }

    /// Returns the expression that gives it, in a template's text; `call` is the span of the helper's name with its arguments.
    pub(crate) fn expression(&self, template: &str, call: Range<usize>) -> Option<String> {
        let expression = if self.argument == FILTERED {
            let before = template.get(..call.start)?.trim_end().strip_suffix('|')?;
            &before[operand(before)..]
        } else {
            let call = template.get(call)?;
            &call[value_of(call, &self.argument)?..]
        };
        let end = first_outside(expression, |c| matches!(c, ',' | ')')).unwrap_or(expression.len());
        Some(expression[..end].trim().to_owned())
    }
}

/// Returns where the value of an argument begins in a call.
fn value_of(call: &str, argument: &str) -> Option<usize> {
    let ends = call.match_indices(argument).filter_map(|(at, _)| {
        let after = call[at + argument.len()..].trim_start().strip_prefix('=')?;
        let is_whole = !call[..at].ends_with(is_word) && !after.starts_with('=');
        is_whole.then_some(call.len() - after.len())
    });
    ends.into_iter().next()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Returns where the operand of a filter begins that a text ends with; filters before it belong to it.
fn operand(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut start = text.len();
    let mut is_between = true;
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' | ']' => depth += 1,
            '(' | '[' if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            '|' => is_between = true,
            ' ' | '\n' | '\t' if is_between => continue,
            _ if c.is_alphanumeric() || matches!(c, '_' | '.' | '"' | '\'') => is_between = false,
            _ => break,
        }
        start = at;
    }
    start
}

/// Returns where the first such character is that is in no brackets.
fn first_outside(text: &str, is: impl Fn(char) -> bool) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            _ if depth == 0 && is(c) => return Some(at),
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// Returns the field most like a name among those of a value of the page; of one that only the template knows, such as the
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
    fn the_expression_of_an_argument_is_found() {
        for (before, call, argument, expression) in [
            ("{{ body.none | ", "date", FILTERED, "body.none"),
            ("{% if 1 == (a.b | ", "date(x=1)", FILTERED, "a.b"),
            ("{{ x.y|first\n | ", "date", FILTERED, "x.y|first"),
            ("{{ n[\"a b\"].c | ", "date", FILTERED, "n[\"a b\"].c"),
            ("{{ ", "t(id=\"n\", n = m.nunber)", "n", "m.nunber"),
            (
                "{{ ",
                "t(min=1, n=x.y | f(a=1, b=2), id=2)",
                "n",
                "x.y | f(a=1, b=2)",
            ),
        ] {
            let undefined = UndefinedArgument {
                helper: "date".to_owned(),
                argument: argument.to_owned(),
            };
            let read = UndefinedArgument::read(&undefined.to_string());
            assert_eq!(read.as_ref(), Some(&undefined));
            let text = format!("{before}{call} }}}}");
            let found = undefined.expression(&text, before.len()..before.len() + call.len());
            assert_eq!(found.as_deref(), Some(expression), "{text}");
        }
        assert_eq!(UndefinedArgument::read("`x` is undefined"), None);
    }

    #[test]
    fn the_nearest_name_is_one_of_the_same_value() {
        let page = json!({ "page": { "title": 1, "lang": "es" }, "body": { "milestones": [{ "number": 1, "text": "x" }] } });
        let near = |name: &str, known: &[String]| MissingName::value(name, known, &page).near;
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
