//! YAML by its rules, events to a tree.

use crate::source::node::{FactKey, FactNode, FactValue, SyntaxFault, repeated};
use granit_parser::{Event, Parser, ScalarStyle, Span};
use std::ops::Range;
use tragaluz_tables::limits::{Limit, Limits};

/// Parses what the notation's rules allow and nothing else.
pub(super) fn parse(text: &str, limits: &Limits) -> Result<FactNode, SyntaxFault> {
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
        self.check_limits(&range)?;
        self.check_properties(&event, &range)?;
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

    fn check_limits(&self, range: &Range<usize>) -> Result<(), SyntaxFault> {
        if self.count > self.limits.count(Limit::Facts) {
            return Err(SyntaxFault::TooLarge(Limit::Facts, range.clone()));
        }
        if self.open.len() > self.limits.count(Limit::FactsDepth) {
            return Err(SyntaxFault::TooLarge(Limit::FactsDepth, range.clone()));
        }
        Ok(())
    }

    /// Refuses an anchor or a tag before a value.
    fn check_properties(&self, event: &Event<'_>, range: &Range<usize>) -> Result<(), SyntaxFault> {
        let (Event::Scalar(_, _, anchor, tag)
        | Event::SequenceStart(_, anchor, tag)
        | Event::MappingStart(_, anchor, tag)) = event
        else {
            return Ok(());
        };
        let cause = if *anchor != 0 {
            "anchor"
        } else if tag.is_some() {
            "tag"
        } else {
            return Ok(());
        };
        let span = with_property(self.text, range);
        Err(SyntaxFault::Syntax(cause.into(), span))
    }

    fn begin(&mut self, start: usize, parts: NodeParts) {
        self.open.push(OpenNode { start, parts });
    }

    fn end(&mut self, end: usize) -> Result<(), SyntaxFault> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let value = match open.parts {
            // The facts of all pages are held at the same time, so that room for more would be as much as they take.
            NodeParts::List(mut items) => {
                items.shrink_to_fit();
                FactValue::List(items)
            }
            NodeParts::Map(mut entries, _) => {
                entries.shrink_to_fit();
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

/// Returns the span from the anchor or tag (YAML 1.2, section 6.9: node properties) on the value's line to the value's end; a value's own place begins after them.
fn with_property(text: &str, value: &Range<usize>) -> Range<usize> {
    let line = text[..value.start].rfind('\n').map_or(0, |i| i + 1);
    let property = text[line..value.start].find([' ', '[', ',']).and_then(|i| {
        text[line + i..value.start]
            .find(['&', '!'])
            .map(|j| line + i + j)
    });
    property.unwrap_or(value.start)..line_end(text, value.start).min(value.end.max(value.start))
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |i| at + i)
}
