//! `period(start="2022-02", end="2022-05")` → `February to May 2022`; `2021-11` to `2022-05` → `November 2021 to May 2022`.

use super::{HelperOutput, field};
use crate::render::helper_context::HelperContext;
use crate::render::voice::{Voice, date_words, delimited};
use crate::text::date::PartialDate;
use crate::text::untranslated;
use serde_json::{Map, Value as Json};

/// What periods are said with, besides dates.
const WORDS: [&str; 5] = [
    "period",
    "period-months",
    "period-from",
    "period-until",
    "not-published",
];

/// Says two dates in words; either may be null; both null is the message `not-published`. Where the page's language lacks any of
/// the words, another one says all of it.
pub(crate) fn call(
    scope: &HelperContext,
    _: Option<&Json>,
    args: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let ends = ["start", "end"].map(|name| field(args, name));
    let Some(lender) = &scope.voice.lender else {
        return Ok(HelperOutput::Text(said(&scope.voice, ends)));
    };
    let dates = ends.into_iter().flatten().flat_map(date_words);
    let needed: Vec<String> = WORDS
        .map(ToOwned::to_owned)
        .into_iter()
        .chain(dates)
        .collect();
    let said = match scope.voice.lender_of(&needed) {
        Some(lender) => delimited(&said(&lender.voice, ends)),
        None => untranslated::either(said(&scope.voice, ends), &said(&lender.voice, ends)),
    };
    Ok(HelperOutput::Text(said))
}

fn said(voice: &Voice, ends: [Option<&str>; 2]) -> String {
    if let [Some(start), Some(end)] = ends
        && let Some(words) = months(voice, start, end)
    {
        return words;
    }
    match ends.map(|end| end.map(|iso| voice.date(iso))) {
        [Some(start), Some(end)] if start == end => start,
        [Some(start), Some(end)] => {
            voice.say("period", &[("start", start.into()), ("end", end.into())])
        }
        [Some(start), None] => voice.say("period-from", &[("start", start.into())]),
        [None, Some(end)] => voice.say("period-until", &[("end", end.into())]),
        [None, None] => voice.say("not-published", &[]),
    }
}

/// Returns two months of one year, which is said once.
fn months(voice: &Voice, start: &str, end: &str) -> Option<String> {
    let [start, end] = [PartialDate::parse(start)?, PartialDate::parse(end)?];
    let one_year = start.year == end.year
        && start.month != end.month
        && start.day.is_none()
        && end.day.is_none();
    let months = [start.month.filter(|_| one_year)?, end.month?];
    let [first, last] = months.map(|month| voice.say(&format!("month-{month}"), &[]));
    let args = [
        ("first", first.into()),
        ("last", last.into()),
        ("year", start.year.to_string().into()),
    ];
    Some(voice.say("period-months", &args))
}
