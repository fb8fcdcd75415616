//! `title | phrase`: words marked with their language; `title | plain`: the words alone, for attributes and `<title>`.

use super::{HelperOutput, field, map};
use crate::render::helper_context::HelperContext;
use crate::text::escape;
use serde_json::{Map, Value as Json};

/// Returns the words of a phrase: the portal's, or the theme's message; plain text is taken as it is.
pub(crate) fn words(scope: &HelperContext, value: Option<&Json>) -> Result<String, String> {
    if let Some(Json::String(text)) = value {
        return Ok(text.clone());
    }
    let phrase = map(value, "a phrase")?;
    match (field(phrase, "text"), field(phrase, "message")) {
        (Some(text), None) => Ok(text.to_owned()),
        (Some(text), Some(message)) => Ok(format!("{text} · {}", scope.say(message, &[]))),
        (None, Some(message)) => Ok(scope.say(message, &[])),
        (None, None) => Ok(String::new()),
    }
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
