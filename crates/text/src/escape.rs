//! Escaping for HTML and XML text and attribute values.

use crate::obeyed::{may_be_obeyed, places};
use std::fmt::{self, Write};

/// Writes `text` so that HTML and XML read it back as it is, inside an element or a quoted attribute. Control characters
/// and noncharacters, which no page may hold, are written as `�`; so is what would turn the writing round ([`places`]).
///
/// Both template engines, the feeds and the charts use this one function, so that they agree to the byte.
pub fn write_html(out: &mut dyn Write, text: &str) -> fmt::Result {
    let mut rest = text;
    // Nearly no text holds one of them.
    let mut obeyed: Option<Vec<usize>> = None;
    while let Some(at) = rest.find(is_written_otherwise) {
        out.write_str(&rest[..at])?;
        let here = text.len() - rest.len() + at;
        rest = &rest[at..];
        let c = rest.chars().next().unwrap_or_default();
        let length = c.len_utf8();
        let stays = may_be_obeyed(c) && {
            let obeyed = obeyed.get_or_insert_with(|| places(text));
            obeyed.binary_search(&here).is_err()
        };
        let stand_in = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            _ if stays => &rest[..length],
            _ => "\u{fffd}",
        };
        out.write_str(stand_in)?;
        rest = &rest[length..];
    }
    out.write_str(rest)
}

/// Whether a character is escaped, or may be shown by a sign.
#[inline]
fn is_written_otherwise(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '&' | '<' | '>' | '"' | '\'' | '\u{7f}') || !is_of_xml(c);
    }
    matches!(c, '\u{80}'..='\u{9f}') || may_be_obeyed(c) || !is_of_xml(c)
}

/// Whether XML 1.0 may hold a character (§2.2).
pub fn is_of_xml(c: char) -> bool {
    !matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}

/// [`write_html`] into a new string.
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    write_html(&mut out, text).expect("a string takes everything");
    out
}

/// Escapes for XML 1.0 and drops the control characters that no XML document may hold (§2.2).
pub fn xml(text: &str) -> String {
    if text.chars().all(is_of_xml) {
        html(text)
    } else {
        html(&text.chars().filter(|c| is_of_xml(*c)).collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_all_five_and_nothing_else() {
        assert_eq!(html("a<b>&\"c'é"), "a&lt;b&gt;&amp;&quot;c&#39;é");
        assert_eq!(html("l\u{92}a\u{80}\u{9f}b\u{a0}"), "l�a��b\u{a0}");
        assert_eq!(html("a\u{b}b\u{8}\u{ffff}c\t\r\n"), "a�b��c\t\r\n");
        assert_eq!(xml("a\u{0}b\u{1b}c\n"), "abc\n");
        assert_eq!(
            html("a\u{7f}<\u{202e}b\u{202c}> \u{2067}c\u{2069}"),
            "a�&lt;�b�&gt; \u{2067}c\u{2069}"
        );
    }
}
