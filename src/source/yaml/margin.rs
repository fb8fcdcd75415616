//! Quoted text whose further lines begin at the margin.
//!
//! YAML 1.2 wants them set in (§7.3, `s-flow-line-prefix`); libyaml, and so Jekyll and the readers built on it, takes them
//! as they are, and thousands of pages are written so. Here those lines are set in by one blank, which is no part of the
//! text, and every place is told without it.

use super::strict;
use crate::source::node::{FactKey, FactNode, FactValue, SyntaxFault};
use std::ops::Range;
use tragaluz_tables::limits::Limits;

/// What the parser says of such a line.
const CAUSE: &str = "multiline quoted scalar";

/// Most quoted texts of one file that are mended; each takes one more reading of the file.
const MOST: usize = 64;

/// Whether a fault is of a line at the margin.
pub(super) fn is_at_margin(fault: &SyntaxFault) -> bool {
    matches!(fault, SyntaxFault::Syntax(cause, _) if cause.contains(CAUSE))
}

/// Reads the text with such lines set in; `first` is what its strict reading ended with.
pub(super) fn parse(
    text: &str,
    limits: &Limits,
    first: SyntaxFault,
) -> Result<FactNode, SyntaxFault> {
    let mut blanks = Blanks(Vec::new());
    let mut fault = first;
    for _ in 0..MOST {
        let SyntaxFault::Syntax(_, span) = &fault else {
            break;
        };
        let Some(lines) = lines_of_quoted(text, span.start).filter(|_| is_at_margin(&fault)) else {
            break;
        };
        let known = blanks.0.len();
        blanks.add(lines);
        if blanks.0.len() == known {
            break;
        }
        match strict::parse(&blanks.put_in(text), limits) {
            Ok(mut node) => {
                blanks.take_from(&mut node);
                return Ok(node);
            }
            Err(next) => fault = blanks.told_without(next),
        }
    }
    Err(fault)
}

/// Where the lines begin that the quoted text around `at` goes on with, from the line of `at` to that of its closing quote.
fn lines_of_quoted(text: &str, at: usize) -> Option<Vec<usize>> {
    let line = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let close = text[..line]
        .rmatch_indices(['"', '\''])
        .filter(|(open, _)| opens(&text[..*open]))
        .take_while(|(open, _)| !text[*open..line].contains("\n---"))
        .find_map(|(open, quote)| {
            closing(text, open, quote.as_bytes()[0]).filter(|close| *close >= line)
        })?;
    let within = line..close;
    let further = text[within.clone()]
        .match_indices('\n')
        .map(|(end, _)| within.start + end + 1);
    Some(std::iter::once(line).chain(further).collect())
}

/// Whether a value may begin after this text: after a name, a dash, or at the beginning of a line.
fn opens(before: &str) -> bool {
    let before = before.trim_end_matches(' ');
    before.is_empty() || before.ends_with([':', '-', '\n'])
}

/// Where the text that begins with this quote ends with the same.
fn closing(text: &str, open: usize, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = open + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 1,
            b'\'' if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            byte if byte == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Places in a text, in order, before which a blank is put.
struct Blanks(Vec<usize>);

impl Blanks {
    /// Adds places, each once and in order: a later reading may find a text that is further above.
    fn add(&mut self, places: Vec<usize>) {
        self.0.extend(places);
        self.0.sort_unstable();
        self.0.dedup();
    }

    fn put_in(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + self.0.len());
        let mut from = 0;
        for at in &self.0 {
            out.push_str(&text[from..*at]);
            out.push(' ');
            from = *at;
        }
        out.push_str(&text[from..]);
        out
    }

    /// The place in the text as it is.
    fn without(&self, at: usize) -> usize {
        let put_in = self
            .0
            .iter()
            .enumerate()
            .take_while(|(blanks, own)| *own + blanks < at)
            .count();
        at - put_in
    }

    fn span(&self, span: &Range<usize>) -> Range<usize> {
        self.without(span.start)..self.without(span.end)
    }

    fn told_without(&self, fault: SyntaxFault) -> SyntaxFault {
        match fault {
            SyntaxFault::Syntax(cause, span) => SyntaxFault::Syntax(cause, self.span(&span)),
            SyntaxFault::Repeated(keys) => {
                let told = keys.into_iter().map(|FactKey { name, span }| FactKey {
                    name,
                    span: self.span(&span),
                });
                SyntaxFault::Repeated(told.collect())
            }
            SyntaxFault::TooLarge(limit, span) => SyntaxFault::TooLarge(limit, self.span(&span)),
        }
    }

    fn take_from(&self, node: &mut FactNode) {
        node.span = self.span(&node.span);
        match &mut node.value {
            FactValue::List(items) => items.iter_mut().for_each(|item| self.take_from(item)),
            FactValue::Map(entries) => entries.iter_mut().for_each(|(key, value)| {
                key.span = self.span(&key.span);
                self.take_from(value);
            }),
            FactValue::Null | FactValue::Text(_) => {}
        }
    }
}
