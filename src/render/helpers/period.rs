//! `period(start="2022-02", end="2022-05")` → `February to May 2022`; `2021-11` to `2022-05` → `November 2021 to May 2022`.

use super::{HelperOutput, field};
use crate::render::helper_context::HelperContext;
use crate::text::date::PartialDate;
use serde_json::{Map, Value as Json};

/// Says two dates in words; either may be null; both null is the message `not-published`.
pub(crate) fn call(
    scope: &HelperContext,
    _: Option<&Json>,
    args: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let ends = ["start", "end"].map(|name| field(args, name));
    if let [Some(start), Some(end)] = ends
        && let Some(words) = months(scope, start, end)
    {
        return Ok(HelperOutput::Text(words));
    }
    let words = match ends.map(|end| end.map(|iso| scope.date(iso))) {
        [Some(start), Some(end)] if start == end => start,
        [Some(start), Some(end)] => {
            scope.say("period", &[("start", start.into()), ("end", end.into())])
        }
        [Some(start), None] => scope.say("period-from", &[("start", start.into())]),
        [None, Some(end)] => scope.say("period-until", &[("end", end.into())]),
        [None, None] => scope.say("not-published", &[]),
    };
    Ok(HelperOutput::Text(words))
}

/// Returns two months of one year, which is said once.
fn months(scope: &HelperContext, start: &str, end: &str) -> Option<String> {
    let [start, end] = [PartialDate::parse(start)?, PartialDate::parse(end)?];
    let one_year = start.year == end.year
        && start.month != end.month
        && start.day.is_none()
        && end.day.is_none();
    let months = [start.month.filter(|_| one_year)?, end.month?];
    let [first, last] = months.map(|month| scope.say(&format!("month-{month}"), &[]));
    let args = [
        ("first", first.into()),
        ("last", last.into()),
        ("year", start.year.to_string().into()),
    ];
    Some(scope.say("period-months", &args))
}
