//! `"12.5" | percent` → `12.5 %`.

use super::{HelperOutput, text};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let shown = scope.number(&text(value)?);
    Ok(HelperOutput::Text(
        scope.say("percent", &[("shown", shown.into())]),
    ))
}
