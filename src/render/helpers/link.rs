//! `institution.name | link`: a name that leads somewhere, or only the name. An address that could run something is
//! left out, whoever wrote it.

use super::{HelperOutput, field, map, phrase};
use crate::render::helper_context::HelperContext;
use crate::text::escape;
use crate::text::scheme;
use serde_json::{Map, Value as Json};

pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let link = map(value, "a link")?;
    let text = link.get("text");
    let Some(href) = field(link, "href").filter(|href| !href.is_empty() && scheme::may_link(href))
    else {
        return phrase::marked(scope, text, &Map::new());
    };
    let attributes = phrase::attributes(scope, text);
    let words = match phrase::marked(scope, text, &Map::new())? {
        HelperOutput::Html(words) if attributes.is_empty() => words,
        _ => escape::html(&phrase::words(scope, text)?),
    };
    Ok(HelperOutput::Html(format!(
        "<a href=\"{}\"{attributes}>{words}</a>",
        escape::html(href)
    )))
}
