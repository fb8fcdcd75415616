//! `body.script | script`: the theme's own script, to be in a `<script>`.

use super::{HelperOutput, text};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

/// Writes a script; refuses what would end the element or change how its text is read (HTML, "Restrictions for
/// contents of script elements").
pub(crate) fn call(
    _: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let script = text(value)?;
    let lower = script.to_ascii_lowercase();
    match ["</script", "<script", "<!--"]
        .iter()
        .find(|mark| lower.contains(**mark))
    {
        Some(mark) => Err(format!(
            "a script that stands in a page cannot hold “{mark}”"
        )),
        None => Ok(HelperOutput::Html(script)),
    }
}
