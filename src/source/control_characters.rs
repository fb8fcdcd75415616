//! Characters that no page may hold, and that texts still hold. Controls are those that XML 1.0 forbids (§2.2) and their like:
//! vertical tabs of word processors, bells, backspaces; one of them would make a whole feed or catalog unreadable. Others are
//! obeyed by a screen and not shown: they turn the writing round, or hide a text ([`obeyed`]).

use super::node::{FactNode, FactValue};
use crate::diag::{Code, Diagnostic, codes};
use crate::source::file::SourceFile;
use crate::text::escape::is_of_xml;
use crate::text::obeyed::{self, may_be_obeyed};
use std::ops::Range;

fn is_control(c: char) -> bool {
    !is_of_xml(c) || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Puts blanks in the place of controls, and a sign in that of what is obeyed, from the byte `start` on, and says so. The text
/// keeps its length, so that places in it stay.
pub(super) fn blank_out(
    path: &str,
    mut text: String,
    start: usize,
    found: &mut Vec<Diagnostic>,
) -> SourceFile {
    let tail = &text[start..];
    let controls = if tail.contains(is_control) {
        ranges(tail, start, |_, c| is_control(c))
    } else {
        Vec::new()
    };
    let turning = if tail.contains(may_be_obeyed) {
        let places = obeyed_in_paragraphs(tail);
        ranges(tail, start, |at, _| places.binary_search(&at).is_ok())
    } else {
        Vec::new()
    };
    if controls.is_empty() && turning.is_empty() {
        return SourceFile::new(path, text);
    }
    let file = SourceFile::new(path, text.clone());
    for (code, places) in [
        (&codes::CONTROL_CHARACTERS, &controls),
        (&codes::DIRECTION_CHARACTERS, &turning),
    ] {
        let first = places.first().cloned();
        found.extend(first.map(|first| finding(code, &file, first, places.len())));
    }
    for place in controls {
        let blanks = " ".repeat(place.len());
        text.replace_range(place, &blanks);
    }
    for place in turning {
        let blanks = " ".repeat(place.len() - obeyed::SIGN.len_utf8());
        text.replace_range(place, &format!("{}{blanks}", obeyed::SIGN));
    }
    SourceFile { text, ..file }
}

/// The characters of a text that `is_meant` asks for by their places and themselves, as ranges of a file in which the text
/// begins at `start`.
fn ranges(text: &str, start: usize, is_meant: impl Fn(usize, char) -> bool) -> Vec<Range<usize>> {
    text.char_indices()
        .filter(|(at, c)| is_meant(*at, *c))
        .map(|(at, c)| start + at..start + at + c.len_utf8())
        .collect()
}

/// Where in a text of several paragraphs characters are obeyed: each paragraph turns the writing for itself.
fn obeyed_in_paragraphs(text: &str) -> Vec<usize> {
    let (mut places, mut begun, mut at) = (Vec::new(), 0, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() || at == text.len() {
            let within = obeyed::places(&text[begun..at]).into_iter();
            places.extend(within.map(|place| begun + place));
            begun = at;
        }
    }
    places
}

/// Takes controls out of facts, where they were written as escapes (`"\b"`, `"\u000b"`), and shows what is obeyed.
pub(super) fn take_out(node: &mut FactNode, file: &SourceFile, found: &mut Vec<Diagnostic>) {
    match &mut node.value {
        FactValue::List(items) => items
            .iter_mut()
            .for_each(|item| take_out(item, file, found)),
        FactValue::Map(entries) => entries
            .iter_mut()
            .for_each(|(_, value)| take_out(value, file, found)),
        FactValue::Text(text) => {
            if text.contains(is_control) {
                let count = text.chars().filter(|c| is_control(*c)).count();
                let place = node.span.clone();
                found.push(finding(&codes::CONTROL_CHARACTERS, file, place, count));
                text.retain(|c| !is_control(c));
            }
            let turning = if text.contains(may_be_obeyed) {
                obeyed::places(text).len()
            } else {
                0
            };
            if turning > 0 {
                let place = node.span.clone();
                found.push(finding(&codes::DIRECTION_CHARACTERS, file, place, turning));
                *text = obeyed::shown(text).into_owned();
            }
        }
        FactValue::Null => {}
    }
}

fn finding(
    code: &'static Code,
    file: &SourceFile,
    place: Range<usize>,
    count: usize,
) -> Diagnostic {
    Diagnostic::new(code)
        .at(file.place(place))
        .arg("count", count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_length_and_each_paragraph_turns_the_writing_for_itself() {
        let mut found = Vec::new();
        let text = "title\n\u{8}a\u{85}\u{202e}b\u{e0061}\n\n\u{2067}c\n \n\u{2069}d\n\n\u{2067}e\nf\u{2069}\u{feff}";
        let file = blank_out("a.md", text.to_owned(), 6, &mut found);
        assert_eq!(
            file.text,
            "title\n a  \u{fffd}b\u{fffd} \n\n\u{fffd}c\n \n\u{fffd}d\n\n\u{2067}e\nf\u{2069}\u{fffd}"
        );
        assert_eq!(file.text.len(), text.len());
        let told: Vec<_> = found
            .iter()
            .map(|d| (d.code.id, d.place.as_ref().map_or(0, |place| place.line)))
            .collect();
        assert_eq!(
            told,
            [("control-characters", 2), ("direction-characters", 2)]
        );
    }
}
