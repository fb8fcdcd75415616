//! `"2022-02" | date` → `February 2022`; `time` puts it into a `<time>` element.

use super::Out;
use crate::render::helper_context::HelperContext;
use crate::text::date::PartialDate;
use crate::text::escape;
use serde_json::{Map, Value as Json};

/// The helper `date`.
pub(crate) fn text(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<Out, String> {
    Ok(Out::Text(scope.date(&super::text(value)?)))
}

/// The helper `time`.
pub(crate) fn element(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<Out, String> {
    let iso = super::text(value)?;
    let words = escape::html(&scope.date(&iso));
    if PartialDate::parse(&iso).is_none() {
        return Ok(Out::Html(words));
    }
    Ok(Out::Html(format!(
        "<time datetime=\"{}\">{words}</time>",
        escape::html(&iso)
    )))
}
