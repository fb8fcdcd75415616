//! `"12.5" | percent` → `12.5 %`.

use super::{Out, text};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

/// The helper `percent`.
pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<Out, String> {
    let shown = scope.voice.marks.format(&text(value)?);
    Ok(Out::Text(scope.say("percent", &[("shown", shown.into())])))
}
