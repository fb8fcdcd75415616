//! The JSON text of a file: what its bytes say, or, where a service has put it into a text of JSON once more, what that says.

use super::scan::with_numbers_only;
use crate::encoding::decode::Utf8Reader;
use crate::encoding::detected_encoding::DetectedEncoding;
use crate::limits::{Limit, Limits};
use crate::schema::TableFile;
use crate::sources::compression;
use crate::unreadable::Unreadable;
use serde_json::value::RawValue;
use std::io::{self, Read};
use std::path::Path;

/// Bytes at its beginning by which a text is told.
const TELLING: u64 = 4096;

/// How the JSON text of a file is had.
#[derive(Debug, Clone, Copy)]
pub(crate) struct JsonText {
    detected: DetectedEncoding,
    /// Whether the text is in a text of JSON: `"[{\"a\":1}]"`, `{"d":"[{\"a\":1}]"}`.
    is_quoted: bool,
    /// How much of it is read.
    pub(crate) limits: Limits,
}

impl JsonText {
    /// Finds out how the text of this file is had.
    ///
    /// # Errors
    /// When the file cannot be read, or is another format that looks like JSON.
    pub(crate) fn of(
        root: &Path,
        resource: &TableFile,
        detected: DetectedEncoding,
    ) -> Result<JsonText, Unreadable> {
        let (path, limits) = (&*resource.path, resource.limits);
        let text = JsonText {
            detected,
            is_quoted: false,
            limits,
        };
        let mut beginning = Vec::new();
        text.open(root, path)?
            .take(TELLING)
            .read_to_end(&mut beginning)?;
        let beginning = String::from_utf8_lossy(&beginning);
        let beginning =
            beginning.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
        super::unsupported::by_beginning(beginning)?;
        let is_quoted = may_be_quoted(beginning) && unquoted(&text.whole(root, path)?).is_some();
        Ok(JsonText { is_quoted, ..text })
    }

    /// Returns the encoding of the file by the WHATWG's name.
    pub(crate) fn encoding(self) -> &'static str {
        self.detected.name()
    }

    /// Opens the text, in UTF-8.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub(crate) fn open(self, root: &Path, path: &str) -> Result<Box<dyn Read + Send>, Unreadable> {
        if self.is_quoted {
            return Ok(Box::new(io::Cursor::new(
                self.whole(root, path)?.into_bytes(),
            )));
        }
        Ok(Box::new(Utf8Reader::new(
            compression::open(root, path, &self.limits)?,
            self.detected,
        )))
    }

    /// Returns the whole text, for layouts that cannot be read row by row.
    ///
    /// # Errors
    /// When the file cannot be read, or is too large to be held.
    pub(crate) fn whole(self, root: &Path, path: &str) -> Result<String, Unreadable> {
        let mut text = String::new();
        let input = Utf8Reader::new(compression::open(root, path, &self.limits)?, self.detected);
        // Its values are held beside it.
        let allowed = self.limits.mebibytes(Limit::HeldMib);
        let most = allowed / 2;
        input
            .take(most.saturating_add(1))
            .read_to_string(&mut text)?;
        if text.len() as u64 > most {
            let detail = format!("JSON > {} MiB / 2", allowed >> 20);
            return Err(Unreadable::Packed {
                cause: "too-much",
                detail,
            });
        }
        Ok(with_numbers_only(if self.is_quoted {
            unquoted(&text).unwrap_or(text)
        } else {
            text
        }))
    }
}

/// Whether a text begins as one of JSON does that holds JSON, alone or as the one member of an object.
fn may_be_quoted(text: &str) -> bool {
    let inside = match text.strip_prefix('{') {
        Some(object) => {
            let name = object.trim_start().strip_prefix('"');
            name.and_then(|name| name.split_once('"'))
                .and_then(|(_, rest)| rest.trim_start().strip_prefix(':'))
        }
        None => Some(text),
    };
    let inside = inside
        .and_then(|text| text.trim_start().strip_prefix('"'))
        .map(str::trim_start);
    inside.is_some_and(|text| text.starts_with(['[', '{']))
}

/// Returns the JSON in a text of JSON, or in the only member of an object.
fn unquoted(text: &str) -> Option<String> {
    let text = text.trim_start_matches('\u{feff}');
    let inside = serde_json::from_str::<String>(text).ok().or_else(|| {
        let members = super::names::pairs_of(text.as_bytes()).ok()?;
        let [(_, only)] = members.as_slice() else {
            return None;
        };
        serde_json::from_str(only.get()).ok()
    })?;
    let is_json = serde_json::from_str::<&RawValue>(&inside).is_ok();
    (is_json && inside.trim_start().starts_with(['[', '{'])).then_some(inside)
}
