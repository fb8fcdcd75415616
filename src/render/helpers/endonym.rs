//! `"es" | endonym` → `Español`: a language's name in itself.

use super::{Out, text};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

/// The helper `endonym`; a language that no theme file knows is named by its tag.
pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<Out, String> {
    let tag = text(value)?;
    Ok(Out::Text(scope.endonyms.get(&tag).cloned().unwrap_or(tag)))
}
