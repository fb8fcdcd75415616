//! Characters that a screen obeys and does not show: they turn the writing round, so that a reader sees other words than are
//! there (CVE-2021-42574, "Trojan Source"), or hold a text that nobody sees (tags).
//!
//! Arabic and Hebrew need none of what is taken here for a fault: their letters tell their direction, marks (U+200E, U+200F,
//! U+061C) and joiners stay, and so do embeddings and isolates that end where they should (Unicode, UAX #9).

use std::borrow::Cow;

/// What is shown in the place of such a character: it has as many bytes as most of them.
pub const SIGN: char = '\u{fffd}';

/// Whether a character may be one of them; [`places`] says whether it is, by what is around it.
#[inline]
pub fn may_be_obeyed(c: char) -> bool {
    matches!(
        c,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// Where in a text characters are that would be obeyed against what is written or beyond its end, as bytes from its
/// beginning: overrides, embeddings and isolates that do not end or were not begun, breaks of lines that are none, tags.
pub fn places(text: &str) -> Vec<usize> {
    let mut walk = DirectionWalk::default();
    let mut flag = false;
    for (at, c) in text.char_indices() {
        match c {
            '\u{202a}' | '\u{202b}' => walk.open.push((at, Opening::Embedding)),
            '\u{202d}' | '\u{202e}' => walk.open.push((at, Opening::Override)),
            '\u{2066}'..='\u{2068}' => walk.open.push((at, Opening::Isolate)),
            '\u{202c}' => walk.end_embedding(at),
            '\u{2069}' => walk.end_isolate(at),
            // The flags of England, Scotland and Wales are a black flag, tags, and the tag that ends them.
            '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}' | '\u{e007f}' if flag => {}
            c if may_be_obeyed(c) => walk.found.push(at),
            _ => {}
        }
        let is_within = flag && matches!(c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}');
        flag = c == '\u{1f3f4}' || is_within;
    }
    walk.found.extend(walk.open.into_iter().map(|(at, _)| at));
    walk.found.sort_unstable();
    walk.found
}

/// Returns a text in which such characters are shown.
///
/// ```
/// use tragaluz_text::obeyed::shown;
/// assert_eq!(shown("factura\u{202e}fdp.exe"), "factura\u{fffd}fdp.exe");
/// assert_eq!(shown("\u{2067}שלום\u{2069} a"), "\u{2067}שלום\u{2069} a");
/// ```
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(may_be_obeyed) {
        return Cow::Borrowed(text);
    }
    let found = places(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        out.push(match c {
            // A break of lines that is none: readers need nothing but the blank.
            '\u{2028}' | '\u{2029}' => ' ',
            _ if found.binary_search(&at).is_ok() => SIGN,
            c => c,
        });
    }
    Cow::Owned(out)
}

/// Returns JSON in which what a terminal would obey is written as an escape: the same data, for whoever looks at them.
///
/// ```
/// assert_eq!(tragaluz_text::obeyed::json("\"a\u{202e}\""), "\"a\\u202e\"");
/// ```
pub fn json(text: &str) -> Cow<'_, str> {
    // JSON itself escapes the controls of ASCII but one.
    let is_obeyed = |c: char| may_be_obeyed(c) || matches!(c, '\u{7f}'..='\u{9f}');
    if !text.contains(is_obeyed) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_obeyed(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// What a character begins that turns the writing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Embedding,
    Override,
    Isolate,
}

/// The way through a text: what was begun and has not ended, and what was found.
#[derive(Default)]
struct DirectionWalk {
    open: Vec<(usize, Opening)>,
    found: Vec<usize>,
}

impl DirectionWalk {
    /// Ends the embedding or override that was begun last, within its isolate.
    fn end_embedding(&mut self, at: usize) {
        match self.open.last() {
            Some((_, Opening::Embedding)) => drop(self.open.pop()),
            Some((begun, Opening::Override)) => {
                self.found.extend([*begun, at]);
                self.open.pop();
            }
            Some((_, Opening::Isolate)) | None => self.found.push(at),
        }
    }

    /// Ends the isolate that was begun last, and what was begun within it and has not ended.
    fn end_isolate(&mut self, at: usize) {
        let begun = self
            .open
            .iter()
            .rposition(|(_, kind)| *kind == Opening::Isolate);
        match begun {
            Some(begun) => {
                let within = self.open.drain(begun..).skip(1);
                self.found.extend(within.map(|(at, _)| at));
            }
            None => self.found.push(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_the_writing_beyond_its_end_is_shown() {
        for (text, seen) in [
            ("a\u{202e}b", "a�b"),
            ("a\u{202d}b\u{202c}c", "a�b�c"),
            ("\u{202b}a", "�a"),
            ("a\u{202c}", "a�"),
            ("\u{2066}a", "�a"),
            ("a\u{2069}", "a�"),
            (
                "\u{202b}\u{2067}a\u{202c}\u{2069}b\u{202c}",
                "\u{202b}\u{2067}a�\u{2069}b\u{202c}",
            ),
            ("\u{2067}\u{202a}a\u{2069}b\u{202c}", "\u{2067}�a\u{2069}b�"),
            ("a\u{2028}b\u{2029}c\u{feff}d", "a b c�d"),
            ("a\u{e0001}\u{e0068}\u{e0069}", "a���"),
            (
                "\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}\u{e0061}",
                "\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}�",
            ),
        ] {
            assert_eq!(shown(text), seen, "{text:?}");
        }
    }

    #[test]
    fn what_writing_from_right_to_left_needs_stays() {
        for text in [
            "مرحبا بالعالم 2024",
            "\u{202b}שלום (a)\u{202c} b",
            "\u{2067}عربي \u{2066}en\u{2069}\u{2069}",
            "\u{2068}x\u{2069}: \u{200e}12\u{200f} \u{61c}",
            "می\u{200c}خواهم 👨\u{200d}👩\u{200d}👧",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} Inglaterra",
            "",
        ] {
            assert!(matches!(shown(text), Cow::Borrowed(_)), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_is_obeyed_no_more(text in "[a\u{5d0}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}\u{e0061}\u{1f3f4}]{0,12}") {
            let seen = shown(&text);
            proptest::prop_assert!(places(&seen).is_empty(), "{seen:?}");
            proptest::prop_assert_eq!(text.chars().count(), seen.chars().count());
        }
    }
}
