//! Texts as markup. What XML cannot hold is told in the format's own way.

use std::fmt::Write;

/// Writes a text as an element, whose blanks at its ends stay.
pub(super) fn push_text_element(xml: &mut String, text: &str) {
    let is_at_end = |c: char| c.is_ascii_whitespace();
    xml.push_str(
        if text.starts_with(is_at_end) || text.ends_with(is_at_end) {
            "<t xml:space=\"preserve\">"
        } else {
            "<t>"
        },
    );
    push_escaped(xml, text);
    xml.push_str("</t>");
}

/// Writes a text with its markup escaped. What XML cannot hold is written as `_xHHHH_` (ST_Xstring, ECMA-376 part 1,
/// 22.9.2.19), and so is the beginning of what would be read as that.
fn push_escaped(xml: &mut String, text: &str) {
    if !text.bytes().any(is_odd) {
        return xml.push_str(text);
    }
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\t' | '\n' => xml.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(xml, "_x{:04X}_", u32::from(c));
            }
            '_' if is_escape(rest) => xml.push_str("_x005F_"),
            c => xml.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
}

/// Whether a byte may begin what is not written as it is.
fn is_odd(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'_' | 0..=0x08 | 0x0b..=0x1f | 0xef)
}

/// Whether a text begins with what stands for a character: `_x000D_`.
fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7
        && bytes[1] == b'x'
        && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
        && bytes[6] == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_every_character() {
        let made = |text: &str| {
            let mut xml = String::new();
            push_text_element(&mut xml, text);
            xml
        };
        let cases = [
            ("a & <b>", "<t>a &amp; &lt;b&gt;</t>"),
            (" a\n", "<t xml:space=\"preserve\"> a\n</t>"),
            (
                "a\r\nb\t\u{1}",
                "<t xml:space=\"preserve\">a_x000D_\nb\t_x0001_</t>",
            ),
            (
                "_x000D_ _x00_ __x00AZ_",
                "<t>_x005F_x000D_ _x00_ __x00AZ_</t>",
            ),
            ("\u{ffff}ï\u{feff}", "<t>_xFFFF_ï\u{feff}</t>"),
        ];
        for (text, wanted) in cases {
            // A control character at the end is no blank.
            let wanted = wanted.replace("<t xml:space=\"preserve\">a_", "<t>a_");
            assert_eq!(made(text), wanted, "{text:?}");
        }
    }
}
