//! Words of a language that lends them to another one, and values inside sentences, between noncharacters that no page may hold.
//!
//! A helper does not know whether its words will be in a text or in an attribute, nor what stands beside them; the room `render`
//! turns these delimiters into attributes, elements or nothing once the page is finished.

use memchr::memmem;

/// Before untranslated words.
pub(crate) const FROM: char = '\u{FDD0}';
/// After untranslated words.
pub(crate) const UNTIL: char = '\u{FDD1}';
/// Before a value that may be written in the other direction than the sentence that it is in.
pub(crate) const VALUE: char = '\u{FDD2}';
/// After such a value.
pub(crate) const VALUE_END: char = '\u{FDD3}';
/// Before a number or date as the page's own language writes it …
pub(crate) const OWN: char = '\u{FDD4}';
/// … between that and how the lending language does …
pub(crate) const LENT: char = '\u{FDD5}';
/// … and after both.
pub(crate) const EITHER_END: char = '\u{FDD6}';

/// The bytes that every delimiter begins with, and few other characters: a page is long, and hardly any has one.
const DELIMITERS_BEGIN: &[u8] = b"\xef\xb7";

/// Every delimiter.
const ALL: [char; 7] = [FROM, UNTIL, VALUE, VALUE_END, OWN, LENT, EITHER_END];

/// Which of two languages says a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaker {
    /// The page's own.
    Own,
    /// The one that lends its words.
    Lender,
}

pub(crate) fn delimited(words: &str) -> String {
    format!("{FROM}{words}{UNTIL}")
}

/// Returns a value that is kept together, whatever stands around it.
pub(crate) fn isolated(value: &str) -> String {
    format!("{VALUE}{value}{VALUE_END}")
}

/// Returns a number or date in both languages, of which the sentence that it comes to stand in chooses.
pub(crate) fn either(own: String, lent: &str) -> String {
    if own == lent {
        own
    } else {
        format!("{OWN}{own}{LENT}{lent}{EITHER_END}")
    }
}

/// Returns whether a text holds any delimiter.
pub(crate) fn is_marked(text: &str) -> bool {
    memmem::find(text.as_bytes(), DELIMITERS_BEGIN).is_some() && text.contains(ALL)
}

/// Returns a text with the numbers and dates of one of two languages.
pub(crate) fn chosen(text: &str, speaker: Speaker) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_left_out = false;
    for c in text.chars() {
        match c {
            OWN => is_left_out = speaker == Speaker::Lender,
            LENT => is_left_out = speaker == Speaker::Own,
            EITHER_END => is_left_out = false,
            c if !is_left_out => out.push(c),
            _ => {}
        }
    }
    out
}

/// Returns words without any delimiter, their numbers and dates as the page's own language has them.
pub(crate) fn plain(words: &str) -> String {
    if is_marked(words) {
        chosen(words, Speaker::Own).replace(ALL, "")
    } else {
        words.to_owned()
    }
}

/// What is done to delimited words is done between their delimiters.
pub(crate) fn within(words: &str, change: impl FnOnce(&str) -> String) -> String {
    match words.strip_prefix(FROM).and_then(|w| w.strip_suffix(UNTIL)) {
        Some(inside) => delimited(&change(inside)),
        None => change(words),
    }
}
