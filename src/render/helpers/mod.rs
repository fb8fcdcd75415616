//! What templates can call, the same in every engine. A helper is one file and one line in [`ALL`].
//!
//! Arguments are given by name (`{{ n | number }}`, `{{ t(id="rows", n=rows) }}`), because both engines know those.

mod bytes;
mod chart;
mod country;
mod date;
mod endonym;
mod json_ld;
mod link;
mod markdown;
mod number;
mod percent;
mod period;
mod phrase;
pub(crate) mod qr;
mod script;
mod seconds;
mod slug;
mod t;

use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

/// What a helper gives back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum HelperOutput {
    /// Text; the engine escapes it.
    Text(String),
    /// HTML that is already safe.
    Html(String),
}

/// How a helper is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HelperKind {
    /// `{{ value | name(argument=…) }}`
    Filter,
    /// `{{ name(argument=…) }}`
    Function,
}

/// A helper's code: the scope, the value it is applied to (none for functions), its arguments.
pub(crate) type HelperFn =
    fn(&HelperContext, Option<&Json>, &Map<String, Json>) -> Result<HelperOutput, String>;

/// A helper.
#[derive(Debug, Clone, Copy)]
pub struct Helper {
    /// Its name in templates.
    pub name: &'static str,
    pub(crate) kind: HelperKind,
    pub(crate) call: HelperFn,
}

/// Every helper.
pub const ALL: &[Helper] = &[
    Helper {
        name: "t",
        kind: HelperKind::Function,
        call: t::call,
    },
    Helper {
        name: "period",
        kind: HelperKind::Function,
        call: period::call,
    },
    Helper {
        name: "phrase",
        kind: HelperKind::Filter,
        call: phrase::marked,
    },
    Helper {
        name: "plain",
        kind: HelperKind::Filter,
        call: phrase::plain,
    },
    Helper {
        name: "link",
        kind: HelperKind::Filter,
        call: link::call,
    },
    Helper {
        name: "markdown",
        kind: HelperKind::Filter,
        call: markdown::call,
    },
    Helper {
        name: "chart",
        kind: HelperKind::Filter,
        call: chart::call,
    },
    Helper {
        name: "mini",
        kind: HelperKind::Filter,
        call: chart::mini,
    },
    Helper {
        name: "date",
        kind: HelperKind::Filter,
        call: date::text,
    },
    Helper {
        name: "time",
        kind: HelperKind::Filter,
        call: date::element,
    },
    Helper {
        name: "number",
        kind: HelperKind::Filter,
        call: number::call,
    },
    Helper {
        name: "percent",
        kind: HelperKind::Filter,
        call: percent::call,
    },
    Helper {
        name: "bytes",
        kind: HelperKind::Filter,
        call: bytes::call,
    },
    Helper {
        name: "seconds",
        kind: HelperKind::Filter,
        call: seconds::call,
    },
    Helper {
        name: "endonym",
        kind: HelperKind::Filter,
        call: endonym::call,
    },
    Helper {
        name: "country",
        kind: HelperKind::Filter,
        call: country::call,
    },
    Helper {
        name: "slug",
        kind: HelperKind::Filter,
        call: slug::call,
    },
    Helper {
        name: "qr",
        kind: HelperKind::Filter,
        call: qr::call,
    },
    Helper {
        name: "script",
        kind: HelperKind::Filter,
        call: script::call,
    },
    Helper {
        name: "json_ld",
        kind: HelperKind::Filter,
        call: json_ld::call,
    },
];

/// Returns a text as it is and a number in digits; refuses other values.
fn text(value: Option<&Json>) -> Result<String, String> {
    match value {
        Some(Json::String(text)) => Ok(text.clone()),
        Some(Json::Number(number)) => Ok(number.to_string()),
        other => Err(format!("needs text or a number, not {}", form(other))),
    }
}

/// Returns a whole number that is not negative; refuses other values.
fn count(value: Option<&Json>) -> Result<u64, String> {
    value
        .and_then(Json::as_u64)
        .ok_or_else(|| format!("needs a whole number, not {}", form(value)))
}

/// Returns a field's text; `None` where it is null, absent or no text.
fn field<'a>(map: &'a Map<String, Json>, name: &str) -> Option<&'a str> {
    map.get(name).and_then(Json::as_str)
}

/// Returns a map, such as a phrase; refuses other values, for it needs `what`.
fn map<'a>(value: Option<&'a Json>, what: &str) -> Result<&'a Map<String, Json>, String> {
    value
        .and_then(Json::as_object)
        .ok_or_else(|| format!("needs {what}, not {}", form(value)))
}

fn form(value: Option<&Json>) -> &'static str {
    match value {
        None | Some(Json::Null) => "nothing",
        Some(Json::Bool(_)) => "yes or no",
        Some(Json::Number(_)) => "a number",
        Some(Json::String(_)) => "text",
        Some(Json::Array(_)) => "a list",
        Some(Json::Object(_)) => "a map",
    }
}
