//! `title | phrase`: words marked with their language; `title | plain`: the words alone, for attributes and `<title>`.

use super::{HelperOutput, field, map};
use crate::render::helper_context::HelperContext;
use crate::text::escape;
use crate::text::messages::Arg;
use crate::text::phrase::sentence_about;
use serde_json::{Map, Value as Json};

/// Returns the words of a phrase: the portal's, or the theme's message; plain text is taken as it is.
pub(crate) fn words(scope: &HelperContext, value: Option<&Json>) -> Result<String, String> {
    if let Some(Json::String(text)) = value {
        return Ok(text.clone());
    }
    let phrase = map(value, "a phrase")?;
    match (field(phrase, "text"), field(phrase, "message")) {
        (Some(text), _) => Ok(text.to_owned()),
        (None, Some(message)) => sentence(scope, phrase, message, &|_, said| said),
        (None, None) => Ok(String::new()),
    }
}

/// Returns a message with the names that stand in it; `shown` says how each is written.
fn sentence(
    scope: &HelperContext,
    phrase: &Map<String, Json>,
    message: &str,
    shown: &dyn Fn(usize, String) -> String,
) -> Result<String, String> {
    let names = phrase.get("names").and_then(Json::as_object);
    let Some(names) = names else {
        return Ok(scope.say(message, &[]));
    };
    let mut said: Vec<(&str, Arg)> = Vec::with_capacity(names.len());
    let mut id = message.to_owned();
    for (at, (name, value)) in names.iter().enumerate() {
        let text = words(scope, Some(value))?;
        if name == "name" {
            id = sentence_about(message, &text, &|id, args| scope.say(id, args));
        }
        said.push((name, shown(at, text).into()));
    }
    Ok(scope.say(&id, &said))
}

/// Stands in a sentence, of the characters for private use, for a name of another language until the sentence is escaped.
const PLACE: char = '\u{F8FD}';

/// Returns a sentence as HTML, in which each name of another language than the page's is marked; `None` where there is no such name.
fn marked_sentence(
    scope: &HelperContext,
    phrase: &Map<String, Json>,
) -> Result<Option<String>, String> {
    let names = phrase.get("names").and_then(Json::as_object);
    let names: Vec<&Json> = names.into_iter().flat_map(Map::values).collect();
    let message = field(phrase, "message").filter(|_| field(phrase, "text").is_none());
    let (Some(message), true) = (message, names.iter().any(|name| is_foreign(scope, name))) else {
        return Ok(None);
    };
    let shown = |at: usize, text: String| {
        if is_foreign(scope, names[at]) {
            format!("{PLACE}{at}{PLACE}")
        } else {
            text
        }
    };
    let mut html = escape::html(&sentence(scope, phrase, message, &shown)?);
    for (at, name) in names.iter().enumerate() {
        let HelperOutput::Html(name) = marked(scope, Some(name), &Map::new())? else {
            continue;
        };
        html = html.replace(&format!("{PLACE}{at}{PLACE}"), &name);
    }
    Ok(Some(html))
}

fn is_foreign(scope: &HelperContext, name: &Json) -> bool {
    !attributes(scope, Some(name)).is_empty()
}

/// Returns the attributes that mark a phrase's language; empty where it is the page's.
pub(crate) fn attributes(scope: &HelperContext, value: Option<&Json>) -> String {
    let lang = value
        .and_then(Json::as_object)
        .and_then(|phrase| field(phrase, "lang"));
    scope.lang_attributes(lang)
}

/// Writes a phrase's words, in a `<span>` where their language is not the page's (`phrase`).
pub(crate) fn marked(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let phrase = value.and_then(Json::as_object);
    if let Some(html) = phrase
        .map(|phrase| marked_sentence(scope, phrase))
        .transpose()?
        .flatten()
    {
        return Ok(HelperOutput::Html(html));
    }
    let words = escape::html(&words(scope, value)?);
    let attributes = attributes(scope, value);
    Ok(HelperOutput::Html(if attributes.is_empty() {
        words
    } else {
        format!("<span{attributes}>{words}</span>")
    }))
}

/// Writes a phrase's words alone (`plain`).
pub(crate) fn plain(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    Ok(HelperOutput::Text(words(scope, value)?))
}
