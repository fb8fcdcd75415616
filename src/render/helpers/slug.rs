//! `"Nuevo León" | slug` → `nuevo-leon`.

use super::{HelperOutput, text};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

pub(crate) fn call(
    _: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    Ok(HelperOutput::Text(crate::text::slug::slug(&text(value)?)))
}
