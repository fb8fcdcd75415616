//! `"Nuevo León" | slug` → `nuevo-leon`.

use super::{Out, text};
use crate::render::scope::Scope;
use serde_json::{Map, Value as Json};

/// The helper `slug`.
pub(crate) fn call(_: &Scope, value: Option<&Json>, _: &Map<String, Json>) -> Result<Out, String> {
    Ok(Out::Text(crate::text::slug::slug(&text(value)?)))
}
