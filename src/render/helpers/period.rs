//! `period(start="2022-02", end="2022-05")` → `February 2022 to May 2022`.

use super::{Out, date, field};
use crate::render::scope::Scope;
use serde_json::{Map, Value as Json};

/// Two dates in words; either may be null; both null is the message `not-published`.
pub fn call(scope: &Scope, _: Option<&Json>, args: &Map<String, Json>) -> Result<Out, String> {
    let words = |name| field(args, name).map(|iso| date::text_of(scope, iso));
    let said = match (words("start"), words("end")) {
        (Some(start), Some(end)) if start == end => start,
        (Some(start), Some(end)) => scope.voice.say("period", &[("start", start.into()), ("end", end.into())]),
        (Some(start), None) => scope.voice.say("period-from", &[("start", start.into())]),
        (None, Some(end)) => scope.voice.say("period-until", &[("end", end.into())]),
        (None, None) => scope.voice.say("not-published", &[]),
    };
    Ok(Out::Text(said))
}
