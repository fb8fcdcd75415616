//! `n | number`: a number in the language's manner, digit by digit.

use super::{Out, text};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

/// The helper `number`.
pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<Out, String> {
    Ok(Out::Text(scope.voice.marks.format(&text(value)?)))
}
