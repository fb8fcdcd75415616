//! A line as its reader has it: what is hidden in escapes, marks and signs that nobody sees is in the page all the same.

use crate::text::names::is_invisible;
use crate::text::web::decode_percent;
use html5gum::{Token, Tokenizer};

/// Marks that a line may be written with, and is not shown with.
const MARKS: &[char] = &['&', '%', '\\', '*', '`', '<'];

/// Returns a line without marks of emphasis, elements, references to characters, escapes and invisible signs; none where it
/// has none of them.
pub(super) fn shown(line: &str) -> Option<String> {
    if !line.contains(|c| MARKS.contains(&c) || is_unseen(c)) {
        return None;
    }
    let text = decode_percent(&without_escapes(&referred(&without_elements(line))));
    (text != line).then_some(text)
}

/// Whether a sign inside a word is shown to nobody.
fn is_unseen(c: char) -> bool {
    c == '\u{ad}' || is_invisible(c) && !c.is_ascii()
}

fn without_elements(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let end = after.find('>').map(|end| end + 1);
        // A sign that opens nothing would begin an element for whoever reads references next.
        rest = &after[end.unwrap_or(0)..];
        if end.is_none() {
            text.push(' ');
        }
    }
    text.push_str(rest);
    text.retain(|c| c != '*' && c != '`' && !is_unseen(c));
    text
}

/// Returns a text without elements, with the characters that it refers to.
fn referred(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut plain = Vec::with_capacity(text.len());
    for Ok(token) in Tokenizer::new(text) {
        if let Token::String(part) = token {
            plain.extend_from_slice(&part);
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let escapes = sign == '\\' && signs.peek().is_some_and(char::is_ascii_punctuation);
        if !escapes {
            plain.push(sign);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_whole_however_it_is_written() {
        for written in [
            "ana&#64;correo.test",
            "ana&commat;correo&period;test",
            "ana\\@correo.test",
            "ana%40correo.test",
            "ana@**correo**.test",
            "ana@<b>correo</b>.test",
            "ana\u{200b}@correo.\u{ad}test",
        ] {
            assert_eq!(
                shown(written).as_deref(),
                Some("ana@correo.test"),
                "{written}"
            );
        }
        assert_eq!(shown("ana@correo.test"), None);
    }
}
