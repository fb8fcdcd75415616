//! `"2022-02" | date` → `February 2022`; `time` puts it into a `<time>` element.

use super::HelperOutput;
use crate::render::helper_context::HelperContext;
use crate::text::date::PartialDate;
use crate::text::escape;
use serde_json::{Map, Value as Json};

/// Writes a date in words (`date`).
pub(crate) fn text(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    Ok(HelperOutput::Text(scope.date(&super::text(value)?)))
}

/// Writes a date in words into a `<time>` element (`time`); text that is no date stays as it is.
pub(crate) fn element(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let iso = super::text(value)?;
    let words = escape::html(&scope.date(&iso));
    if PartialDate::parse(&iso).is_none() {
        return Ok(HelperOutput::Html(words));
    }
    Ok(HelperOutput::Html(format!(
        "<time datetime=\"{}\">{words}</time>",
        escape::html(&iso)
    )))
}
