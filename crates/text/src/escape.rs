//! Escaping for HTML and XML text and attribute values.

use std::fmt::{self, Write};

/// Writes `text` so that HTML and XML read it back as it is, inside an element or a quoted attribute. Control characters
/// and noncharacters, which no page may hold, are written as `�`.
///
/// Both template engines, the feeds and the charts use this one function, so that they agree to the byte.
pub fn write_html(out: &mut dyn Write, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest
        .find(|c| matches!(c, '&' | '<' | '>' | '"' | '\'' | '\u{80}'..='\u{9f}') || !is_of_xml(c))
    {
        out.write_str(&rest[..at])?;
        let (stand_in, length) = match rest.as_bytes()[at] {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\'' => ("&#39;", 1),
            byte => ("\u{fffd}", utf8_length(byte)),
        };
        out.write_str(stand_in)?;
        rest = &rest[at + length..];
    }
    out.write_str(rest)
}

/// Bytes of a character whose first byte this is.
fn utf8_length(first: u8) -> usize {
    match first {
        0..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
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
    }
}
