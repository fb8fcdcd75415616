//! `file.bytes | seconds`: how long a download takes on a slow connection, 400 kbit/s.

use super::{Out, count};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

/// Bytes that 400 kbit/s carry in a second.
const PER_SECOND: u64 = 50_000;

/// The helper `seconds`: seconds, from two minutes on minutes.
pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<Out, String> {
    let seconds = count(value)?.div_ceil(PER_SECOND).max(1);
    let (message, n) = if seconds < 120 {
        ("wait-seconds", seconds)
    } else {
        ("wait-minutes", seconds.div_ceil(60))
    };
    let shown = scope.voice.marks.format(&n.to_string());
    Ok(Out::Text(
        scope.say(message, &[("n", n.into()), ("shown", shown.into())]),
    ))
}
