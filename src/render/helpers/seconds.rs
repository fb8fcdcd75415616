//! `file.bytes | seconds`: how long a download takes on a slow connection, 400 kbit/s.

use super::{HelperOutput, count};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

/// Bytes that 400 kbit/s carry in a second.
const PER_SECOND: u64 = 50_000;

/// Writes a duration in seconds, from two minutes on in minutes.
pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let seconds = count(value)?.div_ceil(PER_SECOND).max(1);
    let (message, n) = if seconds < 120 {
        ("wait-seconds", seconds)
    } else {
        ("wait-minutes", seconds.div_ceil(60))
    };
    let shown = scope.number(&n.to_string());
    Ok(HelperOutput::Text(
        scope.say(message, &[("n", n.into()), ("shown", shown.into())]),
    ))
}
