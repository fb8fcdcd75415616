//! Formats that look like JSON, or are JSON, and hold no table that can be read: refused with the reason, before anything is
//! made of them that is none.

use crate::sources::json::counts::{JsonContents, PathStep};
use crate::unreadable::Unreadable;

/// A format that is refused for this reason.
fn refused(cause: &'static str, detail: &str) -> Unreadable {
    Unreadable::Packed {
        cause,
        detail: detail.chars().take(40).collect(),
    }
}

/// Refuses a text by its beginning: a program around JSON, or a sequence of texts.
pub(crate) fn by_beginning(text: &str) -> Result<(), Unreadable> {
    // RFC 7464, and RFC 8142 for features: each text follows a record separator.
    if text.starts_with('\u{1e}') {
        return Err(refused("json-sequence", "RFC 8142, RFC 7464"));
    }
    let script = without_comment(text);
    if ["while(1)", "while (1)", "for(;;)", "for (;;)", ")]}"]
        .iter()
        .any(|guard| script.starts_with(guard))
    {
        let guard = script
            .lines()
            .next()
            .unwrap_or(script)
            .split(['{', '['])
            .next()
            .unwrap_or(script);
        return Err(refused("javascript", guard));
    }
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
    let name = script.split(|c| !word(c)).next().unwrap_or("");
    let rest = script[name.len()..].trim_start();
    if let Some(inside) = rest.strip_prefix('(')
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && inside.trim_start().starts_with(['{', '[', '"'])
    {
        return Err(refused("jsonp", &format!("{name}(")));
    }
    if matches!(name, "var" | "let" | "const" | "export" | "module.exports")
        || !name.is_empty() && rest.starts_with('=')
    {
        return Err(refused(
            "javascript",
            script.split(['{', '[']).next().unwrap_or(name).trim(),
        ));
    }
    Ok(())
}

/// A script without the comment that some services put before it, and the `typeof` by which they look for their function.
fn without_comment(text: &str) -> &str {
    let text = match text
        .strip_prefix("/*")
        .and_then(|rest| rest.split_once("*/"))
    {
        Some((_, rest)) => rest.trim_start(),
        None => text,
    };
    match text
        .strip_prefix("typeof ")
        .and_then(|rest| rest.split_once("&&"))
    {
        Some((_, rest)) => rest.trim_start(),
        None => text,
    }
}

/// Refuses what a server answered in place of data: an object without rows that holds an `error`, or a `message` beside a
/// status that says so (RFC 9457, Google, GitHub, CKAN, Socrata).
fn by_error(seen: &JsonContents) -> Result<(), Unreadable> {
    let is_apart = |at: &[PathStep]| matches!(at.first(), Some(PathStep::Key(key)) if ERRORS.contains(&key.as_str()));
    if !seen.arrays.iter().all(|list| is_apart(&list.at)) || seen.plain.len() > 16 {
        return Ok(());
    }
    let text = |name: &str| {
        seen.plain
            .iter()
            .find(|(path, _)| path == name)
            .map(|(_, text)| text.as_str())
    };
    let within = |path: &str| {
        ERRORS.iter().any(|key| {
            path.strip_prefix(key)
                .is_some_and(|rest| rest.starts_with('.'))
        })
    };
    let is_number = |text: &str| text.parse::<f64>().is_ok();
    let status = ["status", "code", "statusCode", "status_code"]
        .into_iter()
        .filter_map(text);
    let is_status = |text: &str| matches!(text.parse::<u16>(), Ok(400..=599));
    let has_message = ["message", "detail", "title"]
        .into_iter()
        .any(|name| text(name).is_some());
    let is_error = text("error")
        .is_some_and(|error| !is_number(error) && (error != "false" && !error.is_empty()))
        || seen.plain.iter().any(|(path, _)| within(path))
        || seen
            .arrays
            .iter()
            .any(|list| list.objects == 1 && list.at.len() == 1)
        || text("success").or_else(|| text("ok")) == Some("false")
        || has_message && status.into_iter().any(is_status);
    if !is_error {
        return Ok(());
    }
    let says = |path: &str| {
        let name = path.rsplit('.').next().unwrap_or(path);
        [
            "message",
            "detail",
            "title",
            "error",
            "error_description",
            "code",
        ]
        .contains(&name)
    };
    let said: Vec<&str> = seen
        .plain
        .iter()
        .filter(|(path, _)| says(path))
        .map(|(_, text)| text.as_str())
        .collect();
    Err(Unreadable::SavedError {
        detail: said.join(": ").chars().take(120).collect(),
    })
}

/// Names under which servers tell what went wrong.
const ERRORS: [&str; 4] = ["error", "errors", "fault", "exception"];

/// Refuses a text by what it holds: shared borders (TopoJSON), cells of a cube by the numbers of their codes (SDMX-JSON).
pub(crate) fn by_members(seen: &JsonContents) -> Result<(), Unreadable> {
    let says = |at: &str, wanted: &str| {
        seen.plain
            .iter()
            .any(|(path, text)| path == at && text.contains(wanted))
    };
    if says("type", "Topology") {
        return Err(refused("topojson", "TopoJSON"));
    }
    let is_sets =
        |at: &[PathStep]| at.len() <= 2 && at.last() == Some(&PathStep::Key("dataSets".to_owned()));
    if says("meta.schema", "sdmx") || seen.arrays.iter().any(|list| is_sets(&list.at)) {
        return Err(refused("sdmx", "SDMX-JSON"));
    }
    by_error(seen)
}

#[cfg(test)]
mod tests {
    use super::by_beginning;
    use crate::unreadable::Unreadable;

    #[test]
    fn programs_and_sequences_are_known_by_their_beginning() {
        let cause = |text: &str| match by_beginning(text) {
            Err(Unreadable::Packed { cause, .. }) => cause,
            Err(other) => panic!("{other}"),
            Ok(()) => "",
        };
        for text in [
            "cb([1])",
            "a.b_1 ( {\"a\":1});",
            "/**/ $x({})",
            "/**/ typeof f === 'function' && f([])",
        ] {
            assert_eq!(cause(text), "jsonp", "{text}");
        }
        for text in [
            "var a = [1];",
            ")]}',\n[1]",
            "while(1);[1]",
            "datos=[{}]",
            "export default [1]",
        ] {
            assert_eq!(cause(text), "javascript", "{text}");
        }
        assert_eq!(cause("\u{1e}{\"type\":\"Feature\"}\n"), "json-sequence");
        for text in [
            "[{\"a\":1}]",
            "{\"f(\":1}",
            "\"[1]\"",
            "nothing (at all)",
            "12",
            "NaN",
        ] {
            assert_eq!(cause(text), "", "{text}");
        }
    }
}
