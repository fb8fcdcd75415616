//! `"Nuevo León" | slug` → `nuevo-leon`.

use super::{Out, text};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

/// The helper `slug`.
pub(crate) fn call(
    _: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<Out, String> {
    Ok(Out::Text(crate::text::slug::slug(&text(value)?)))
}
