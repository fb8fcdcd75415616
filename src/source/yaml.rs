//! YAML 1.2 (and so JSON) into [`FactNode`]s.
//!
//! The event parser under serde-saphyr is used rather than its deserialiser: events keep each scalar's own
//! characters and place, and let every fault of a page be reported in one run.

mod margin;

use super::limits::{Limit, Limits};
use super::node::{FactKey, FactNode, FactValue, SyntaxFault, repeated};
use granit_parser::{Event, Parser, Placement, ScalarStyle, Span};
use std::ops::Range;

/// Reads one YAML document. Byte ranges count from the start of `text`.
///
/// # Errors
/// The first rule broken. Anchors, aliases and tags are refused: a page needs none, and `title: &Co Ltd` or
/// `title: !Viva la plaza` would silently lose a word.
pub(crate) fn parse(text: &str, limits: &Limits) -> Result<FactNode, SyntaxFault> {
    match parse_strictly(text, limits) {
        Err(fault) if margin::is_at_margin(&fault) => margin::parse(text, limits, fault),
        read => read,
    }
}

/// Reads what the notation's rules allow and nothing else.
fn parse_strictly(text: &str, limits: &Limits) -> Result<FactNode, SyntaxFault> {
    let mut builder = NodeBuilder {
        text,
        limits,
        open: Vec::new(),
        root: None,
        count: 0,
        repeated: Vec::new(),
    };
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|e| {
            let at = e
                .marker()
                .byte_offset()
                .unwrap_or(text.len())
                .min(text.len());
            let span = at..line_end(text, at);
            // The parser looks ahead, and has a limit of its own beyond all that can be set.
            let too_deep = e.info().contains("recursion limit");
            if too_deep {
                SyntaxFault::TooLarge(Limit::FactsDepth, span)
            } else {
                SyntaxFault::Syntax(e.info(), span)
            }
        })?;
        builder.take(event, &span)?;
    }
    if !builder.repeated.is_empty() {
        // Maps end from the innermost on.
        builder.repeated.sort_by_key(|key| key.span.start);
        return Err(SyntaxFault::Repeated(builder.repeated));
    }
    Ok(builder.root.unwrap_or(FactNode {
        value: FactValue::Null,
        span: 0..text.len(),
    }))
}

/// Comments that may have been meant as text: `title: Call #3` loses its number, for YAML takes ` #` for a comment.
/// One with a blank after `#` was meant as a comment.
pub(crate) fn swallowed(text: &str) -> Vec<Range<usize>> {
    let suspect =
        |(at, _): (usize, _)| text[at + 2..].starts_with(|c: char| !c.is_whitespace() && c != '#');
    if !text.match_indices(" #").any(suspect) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for event in Parser::new_from_str(text) {
        let Ok((Event::Comment(words, Placement::Right), span)) = event else {
            continue;
        };
        let meant = words.starts_with(|c: char| !c.is_whitespace() && c != '#');
        found.extend(span.byte_range().filter(|_| meant));
    }
    found
}

/// A list or map whose end has not been seen.
struct OpenNode {
    start: usize,
    parts: NodeParts,
}

enum NodeParts {
    List(Vec<FactNode>),
    Map(Vec<(FactKey, FactNode)>, Option<FactKey>),
}

struct NodeBuilder<'t> {
    text: &'t str,
    limits: &'t Limits,
    open: Vec<OpenNode>,
    root: Option<FactNode>,
    count: usize,
    /// Keys that are twice in their map.
    repeated: Vec<FactKey>,
}

impl NodeBuilder<'_> {
    fn take(&mut self, event: Event<'_>, span: &Span) -> Result<(), SyntaxFault> {
        let range = self.range(span);
        self.count += 1;
        if self.count > self.limits.count(Limit::Facts) {
            return Err(SyntaxFault::TooLarge(Limit::Facts, range));
        }
        if self.open.len() > self.limits.count(Limit::FactsDepth) {
            return Err(SyntaxFault::TooLarge(Limit::FactsDepth, range));
        }
        if let Event::Scalar(_, _, anchor, tag)
        | Event::SequenceStart(_, anchor, tag)
        | Event::MappingStart(_, anchor, tag) = &event
        {
            if *anchor != 0 {
                return Err(SyntaxFault::Syntax(
                    "anchor".into(),
                    with_mark(self.text, &range),
                ));
            }
            if tag.is_some() {
                return Err(SyntaxFault::Syntax(
                    "tag".into(),
                    with_mark(self.text, &range),
                ));
            }
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let plain = matches!(style, ScalarStyle::Plain);
                let null = plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let value = if null {
                    FactValue::Null
                } else {
                    FactValue::Text(text.into_owned())
                };
                self.place(FactNode { value, span: range })
            }
            Event::SequenceStart(..) => {
                self.begin(range.start, NodeParts::List(Vec::new()));
                Ok(())
            }
            Event::MappingStart(..) => {
                self.begin(range.start, NodeParts::Map(Vec::new(), None));
                Ok(())
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range.end),
            Event::Alias(..) => Err(SyntaxFault::Syntax("anchor".into(), range)),
            Event::DocumentStart(..) if self.root.is_some() => {
                Err(SyntaxFault::Syntax("second".into(), range))
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, start: usize, parts: NodeParts) {
        self.open.push(OpenNode { start, parts });
    }

    fn end(&mut self, end: usize) -> Result<(), SyntaxFault> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let value = match open.parts {
            NodeParts::List(items) => FactValue::List(items),
            NodeParts::Map(entries, _) => {
                self.repeated.extend(repeated(&entries).cloned());
                FactValue::Map(entries)
            }
        };
        let end = self.text[..end.max(open.start)]
            .trim_end()
            .len()
            .max(open.start);
        self.place(FactNode {
            value,
            span: open.start..end,
        })
    }

    fn place(&mut self, node: FactNode) -> Result<(), SyntaxFault> {
        match self.open.last_mut().map(|open| &mut open.parts) {
            None => self.root = Some(node),
            Some(NodeParts::List(items)) => items.push(node),
            Some(NodeParts::Map(entries, key)) => match (key.take(), node) {
                (Some(key), node) => entries.push((key, node)),
                (
                    None,
                    FactNode {
                        value: FactValue::Text(name),
                        span,
                    },
                ) => *key = Some(FactKey { name, span }),
                (None, node) => return Err(SyntaxFault::Syntax("map".into(), node.span)),
            },
        }
        Ok(())
    }

    fn range(&self, span: &Span) -> Range<usize> {
        let byte =
            |marker: &granit_parser::Marker| marker.byte_offset().unwrap_or(0).min(self.text.len());
        let start = byte(&span.start);
        start..byte(&span.end).max(start)
    }
}

/// From the anchor or tag on the value's line to the value's end; a value's own place begins after them.
fn with_mark(text: &str, value: &Range<usize>) -> Range<usize> {
    let line = text[..value.start].rfind('\n').map_or(0, |i| i + 1);
    let mark = text[line..value.start].find([' ', '[', ',']).and_then(|i| {
        text[line + i..value.start]
            .find(['&', '!'])
            .map(|j| line + i + j)
    });
    mark.unwrap_or(value.start)..line_end(text, value.start).min(value.end.max(value.start))
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |i| at + i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<FactNode, SyntaxFault> {
        super::parse(text, &Limits::default())
    }

    fn get<'a>(node: &'a FactNode, name: &str) -> &'a FactNode {
        let FactValue::Map(entries) = &node.value else {
            panic!("not a map")
        };
        &entries.iter().find(|(k, _)| k.name == name).unwrap().1
    }

    #[test]
    fn scalars_keep_their_characters_and_places() {
        let text = "version: 1.10\nid: 0005\nlist: [a, 'b: c']\nñ: ~\n";
        let node = parse(text).unwrap();
        for (name, written) in [("version", "1.10"), ("id", "0005")] {
            assert_eq!(get(&node, name).value, FactValue::Text(written.into()));
            assert_eq!(&text[get(&node, name).span.clone()], written);
        }
        assert_eq!(get(&node, "ñ").value, FactValue::Null);
        let FactValue::List(items) = &get(&node, "list").value else {
            panic!()
        };
        assert_eq!(items[1].value, FactValue::Text("b: c".into()));
    }

    #[test]
    fn what_is_refused() {
        assert!(
            matches!(parse("a: 1\na: 2\n"), Err(SyntaxFault::Repeated(keys)) if keys[0].name == "a")
        );
        let text = "a: 1\nb: [{c: 1, c: 2, c: 3}]\na: 2\nd:\n  e: {f: 1}\n  e: 2\n";
        let Err(SyntaxFault::Repeated(keys)) = parse(text) else {
            panic!()
        };
        let told: Vec<(&str, usize)> = keys
            .iter()
            .map(|key| (&*key.name, text[..key.span.start].matches('\n').count() + 1))
            .collect();
        assert_eq!(told, [("c", 2), ("c", 2), ("a", 3), ("e", 6)]);
        for lossy in [
            "a: &x 1\n",
            "a: *x\n",
            "a: !Viva la plaza\n",
            "a: &Co\n",
            "a: !!str 1\n",
        ] {
            assert!(
                matches!(parse(lossy), Err(SyntaxFault::Syntax(..))),
                "{lossy}"
            );
        }
        assert!(matches!(
            parse("a: [1, 2\nb: 3\n"),
            Err(SyntaxFault::Syntax(..))
        ));
        assert!(matches!(
            parse(&"[".repeat(500)),
            Err(SyntaxFault::TooLarge(Limit::FactsDepth, _))
        ));
    }

    #[test]
    fn quoted_text_goes_on_at_the_margin() {
        let text = "notes: \"One\ntwo: \\\"2\\\" é\n\nthree\"\ntitle: 'It''s\nhere'\nlist:\n- \"a\nb\"\nlast: \"x\"\n";
        let node = parse(text).unwrap();
        assert_eq!(
            get(&node, "notes").value,
            FactValue::Text("One two: \"2\" é\nthree".into())
        );
        assert_eq!(
            get(&node, "title").value,
            FactValue::Text("It's here".into())
        );
        assert_eq!(&text[get(&node, "last").span.clone()], "\"x\"");
        let FactValue::List(items) = &get(&node, "list").value else {
            panic!()
        };
        assert_eq!(items[0].value, FactValue::Text("a b".into()));
        let Err(SyntaxFault::Syntax(_, span)) = parse("a: \"b\nc\"\nd: [1\ne: 2\n") else {
            panic!()
        };
        assert!(
            span.start >= 8,
            "the place of another fault is told in the text as it stands"
        );
        assert!(
            matches!(parse("a: \"b\nc\nd: 1\n"), Err(SyntaxFault::Syntax(..))),
            "never closed"
        );
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(text in "[ \\-:\\[\\]{}&*'\"a-cé\n|>#~]{0,60}") {
            let _ = parse(&text);
        }
    }
}
