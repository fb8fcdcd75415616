//! `"2022-02" | date` → `February 2022`; `time` puts it into a `<time>` element.

use super::Out;
use crate::render::helper_context::{HelperContext, Voice};
use crate::text::date::PartialDate;
use crate::text::escape;
use crate::text::messages::Arg;
use serde_json::{Map, Value as Json};

/// The date in words, as precise as it is; text that is no date stays as it is.
pub(crate) fn text_of(scope: &HelperContext, iso: &str) -> String {
    worded(iso, |id, args| scope.say(id, args))
}

/// [`text_of`] where there is no page.
pub(crate) fn words(voice: &Voice, iso: &str) -> String {
    worded(iso, |id, args| voice.say(id, args))
}

fn worded(iso: &str, say: impl Fn(&str, &[(&str, Arg)]) -> String) -> String {
    let Some(date) = PartialDate::parse(iso) else {
        return iso.to_owned();
    };
    let year = date.year.to_string();
    let Some(month) = date.month else {
        return say("date-year", &[("year", year.into())]);
    };
    let name = say(&format!("month-{month}"), &[]);
    match date.day {
        None => say(
            "date-month",
            &[("month", name.into()), ("year", year.into())],
        ),
        Some(day) => say(
            "date-day",
            &[
                ("day", day.to_string().into()),
                ("month", name.into()),
                ("year", year.into()),
            ],
        ),
    }
}

/// The helper `date`.
pub(crate) fn text(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<Out, String> {
    Ok(Out::Text(text_of(scope, &super::text(value)?)))
}

/// The helper `time`.
pub(crate) fn element(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<Out, String> {
    let iso = super::text(value)?;
    let words = escape::html(&text_of(scope, &iso));
    if PartialDate::parse(&iso).is_none() {
        return Ok(Out::Html(words));
    }
    Ok(Out::Html(format!(
        "<time datetime=\"{}\">{words}</time>",
        escape::html(&iso)
    )))
}
