//! `n | number`: a number in the language's manner, digit by digit.

use super::{HelperOutput, text};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    Ok(HelperOutput::Text(scope.number(&text(value)?)))
}
