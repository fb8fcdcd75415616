//! `"es" | endonym` → `Español`: a language's name in itself.

use super::{HelperOutput, text};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

/// Returns a language's name in itself; one that no theme file knows is named by its tag.
pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let tag = text(value)?;
    Ok(HelperOutput::Text(
        scope.endonyms.get(&tag).cloned().unwrap_or(tag),
    ))
}
