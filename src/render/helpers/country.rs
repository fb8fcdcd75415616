//! `"MEX" | country` → `Mexico`: the name of a country, by its code.

use super::{HelperOutput, text};
use crate::render::helper_context::HelperContext;
use crate::render::voice::delimited;
use crate::text::country;
use serde_json::{Map, Value as Json};

/// Returns a country's name in the page's language, or else in the one that lends it words; what is no country's code stays as
/// it is.
pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let code = text(value)?;
    let own = &scope.voice.lang;
    let Some(name) = country::name(&code, own) else {
        return Ok(HelperOutput::Text(code));
    };
    let lender = scope.voice.lender.as_ref().filter(|_| name.lang != *own);
    Ok(HelperOutput::Text(match lender {
        Some(lender) => {
            let lent = country::name(&code, &lender.voice.lang).unwrap_or(name);
            delimited(lent.text)
        }
        None => name.text.to_owned(),
    }))
}
