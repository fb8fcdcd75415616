//! `page.structured | json_ld`: JSON text that can be in a `<script type="application/ld+json">`.

use super::{HelperOutput, text};
use crate::render::helper_context::HelperContext;
use crate::text::obeyed;
use serde_json::{Map, Value as Json};

/// Writes JSON-LD; nothing in the text can end the element or begin another one, or turns the writing of who looks at it.
pub(crate) fn call(
    _: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let json = text(value)?;
    serde_json::from_str::<serde::de::IgnoredAny>(&json)
        .map_err(|e| format!("is not JSON: {e}"))?;
    let escaped = json
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026");
    Ok(HelperOutput::Html(obeyed::json(&escaped).into_owned()))
}
