//! Words of a language that lends them to another one, between two noncharacters that no page may hold.
//!
//! A helper does not know whether its words will be in a text or in an attribute; the room `render` turns these delimiters into
//! attributes, elements or nothing once the page is finished.

/// Before untranslated words.
pub(crate) const FROM: char = '\u{FDD0}';
/// After untranslated words.
pub(crate) const UNTIL: char = '\u{FDD1}';

pub(crate) fn delimited(words: &str) -> String {
    format!("{FROM}{words}{UNTIL}")
}

/// Returns words without the delimiters around untranslated ones.
pub(crate) fn plain(words: &str) -> String {
    words.replace([FROM, UNTIL], "")
}

/// What is done to delimited words is done between their delimiters.
pub(crate) fn within(words: &str, change: impl FnOnce(&str) -> String) -> String {
    match words.strip_prefix(FROM).and_then(|w| w.strip_suffix(UNTIL)) {
        Some(inside) => delimited(&change(inside)),
        None => change(words),
    }
}
