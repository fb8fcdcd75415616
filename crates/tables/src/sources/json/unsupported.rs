//! Formats that look like JSON, or are JSON, and hold no table that can be read: refused with the reason, before anything is
//! made of them that is none.

use crate::sources::json::counts::{JsonContents, PathStep};
use crate::unreadable::Unreadable;

/// Returns the error of a format that is refused for this reason.
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
    let guards = ["while(1)", "while (1)", "for(;;)", "for (;;)", ")]}"];
    if guards.iter().any(|guard| script.starts_with(guard)) {
        let line = script.lines().next().unwrap_or(script);
        return Err(refused("javascript", before_value(line)));
    }
    let end = script.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '$' | '.'));
    let (name, rest) = script.split_at(end.unwrap_or(script.len()));
    let rest = rest.trim_start();
    if let Some(inside) = rest.strip_prefix('(')
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && inside.trim_start().starts_with(['{', '[', '"'])
    {
        return Err(refused("jsonp", &format!("{name}(")));
    }
    if matches!(name, "var" | "let" | "const" | "export" | "module.exports")
        || !name.is_empty() && rest.starts_with('=')
    {
        return Err(refused("javascript", before_value(script).trim()));
    }
    Ok(())
}

/// Returns what is before the first list or object in a script.
fn before_value(script: &str) -> &str {
    script.split(['{', '[']).next().unwrap_or(script)
}

/// Returns a script without the comment that some services put before it, and the `typeof` by which they look for
/// their function.
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
    let answer = ServerAnswer { seen };
    if answer.has_rows() || seen.plain.len() > 16 || !answer.is_error() {
        return Ok(());
    }
    Err(Unreadable::SavedError {
        detail: answer.words().chars().take(120).collect(),
    })
}

/// What a server may have answered in place of data.
struct ServerAnswer<'s> {
    seen: &'s JsonContents,
}

impl ServerAnswer<'_> {
    /// Whether there is a list that is none of errors.
    fn has_rows(&self) -> bool {
        !self.seen.arrays.iter().all(|list| {
            matches!(list.at.first(), Some(PathStep::Key(key)) if ERRORS.contains(&key.as_str()))
        })
    }

    /// Returns the plain value at this path.
    fn text(&self, wanted: &str) -> Option<&str> {
        let mut plain = self.seen.plain.iter();
        plain
            .find(|(path, _)| path == wanted)
            .map(|(_, text)| text.as_str())
    }

    fn is_error(&self) -> bool {
        let names_error = self.text("error").is_some_and(|error| {
            error.parse::<f64>().is_err() && error != "false" && !error.is_empty()
        });
        let denies_success = self.text("success").or_else(|| self.text("ok")) == Some("false");
        names_error || self.lists_errors() || denies_success || self.has_failed_status()
    }

    /// Whether something is in a member that is called as errors are, or in a list of one object.
    fn lists_errors(&self) -> bool {
        let (mut plain, mut lists) = (self.seen.plain.iter(), self.seen.arrays.iter());
        plain.any(
            |(path, _)| matches!(path.split_once('.'), Some((key, _)) if ERRORS.contains(&key)),
        ) || lists.any(|list| list.objects == 1 && list.at.len() == 1)
    }

    /// Whether there is a message beside a status of HTTP that tells of a failure.
    fn has_failed_status(&self) -> bool {
        let mut messages = ["message", "detail", "title"].into_iter();
        let statuses = ["status", "code", "statusCode", "status_code"].into_iter();
        messages.any(|name| self.text(name).is_some())
            && statuses
                .filter_map(|name| self.text(name))
                .any(|status| matches!(status.parse::<u16>(), Ok(400..=599)))
    }

    /// Returns what the answer says of the error.
    fn words(&self) -> String {
        let plain = self.seen.plain.iter();
        let words = plain.filter(|(path, _)| {
            let name = path.rsplit('.').next().unwrap_or(path);
            WORDED.contains(&name)
        });
        words
            .map(|(_, text)| text.as_str())
            .collect::<Vec<_>>()
            .join(": ")
    }
}

/// Members that tell in words, or by a code, what went wrong.
const WORDED: [&str; 6] = [
    "message",
    "detail",
    "title",
    "error",
    "error_description",
    "code",
];

/// Names under which servers tell what went wrong.
const ERRORS: [&str; 4] = ["error", "errors", "fault", "exception"];

/// Refuses a text by what it holds: shared borders (TopoJSON), cells of a cube by the numbers of their codes (SDMX-JSON).
pub(crate) fn by_members(seen: &JsonContents) -> Result<(), Unreadable> {
    if says(seen, "type", "Topology") {
        return Err(refused("topojson", "TopoJSON"));
    }
    let mut lists = seen.arrays.iter();
    if says(seen, "meta.schema", "sdmx") || lists.any(|list| are_data_sets(&list.at)) {
        return Err(refused("sdmx", "SDMX-JSON"));
    }
    by_error(seen)
}

/// Whether the plain value at this path has `wanted` in it.
fn says(seen: &JsonContents, at: &str, wanted: &str) -> bool {
    let mut plain = seen.plain.iter();
    plain.any(|(path, text)| path == at && text.contains(wanted))
}

/// Whether this is where SDMX-JSON has its data.
fn are_data_sets(at: &[PathStep]) -> bool {
    at.len() <= 2 && matches!(at.last(), Some(PathStep::Key(key)) if key == "dataSets")
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
