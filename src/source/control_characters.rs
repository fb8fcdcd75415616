//! Characters that XML 1.0 forbids (§2.2) and texts still hold: vertical tabs of word processors, bells, backspaces. One
//! of them would make a whole feed or catalog unreadable.

use super::node::{FactNode, FactValue};
use crate::diag::{Diagnostic, codes};
use crate::source::file::SourceFile;
use crate::text::escape::is_of_xml;
use std::ops::Range;

/// Puts blanks of the same length in the place of such characters, from the byte `start` on, and says so.
pub(super) fn blank_out(
    path: &str,
    mut text: String,
    start: usize,
    found: &mut Vec<Diagnostic>,
) -> SourceFile {
    let places: Vec<Range<usize>> = text[start..]
        .char_indices()
        .filter(|(_, c)| !is_of_xml(*c))
        .map(|(at, c)| start + at..start + at + c.len_utf8())
        .collect();
    let Some(first) = places.first() else {
        return SourceFile {
            path: path.to_owned(),
            text,
        };
    };
    let file = SourceFile {
        path: path.to_owned(),
        text: text.clone(),
    };
    found.push(finding(&file, first.clone(), places.len()));
    for place in places {
        let blanks = " ".repeat(place.len());
        text.replace_range(place, &blanks);
    }
    SourceFile { text, ..file }
}

/// Takes them out of facts, where they were written as escapes (`"\b"`, `"\u000b"`).
pub(super) fn take_out(node: &mut FactNode, file: &SourceFile, found: &mut Vec<Diagnostic>) {
    match &mut node.value {
        FactValue::List(items) => items
            .iter_mut()
            .for_each(|item| take_out(item, file, found)),
        FactValue::Map(entries) => entries
            .iter_mut()
            .for_each(|(_, value)| take_out(value, file, found)),
        FactValue::Text(text) if !text.chars().all(is_of_xml) => {
            let count = text.chars().filter(|c| !is_of_xml(*c)).count();
            found.push(finding(file, node.span.clone(), count));
            text.retain(is_of_xml);
        }
        FactValue::Null | FactValue::Text(_) => {}
    }
}

fn finding(file: &SourceFile, place: Range<usize>, count: usize) -> Diagnostic {
    Diagnostic::new(&codes::CONTROL_CHARACTERS)
        .at(file.place(place))
        .arg("count", count)
}
