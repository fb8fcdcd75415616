//! Blocks of a text that name data: ` ```chart ` and ` ```table `.

use super::body::{BodySection, MARKDOWN};
use super::chart::{ChartSpec, Shape, spec, unreadable};
use crate::diag::Sink;
use crate::source::fields::Fields;
use crate::source::file::SourceFile;
use crate::source::limits::Limits;
use crate::source::node::{FactNode, FactValue, SyntaxFault};
use crate::source::syntax_causes::cause_of;
use crate::source::yaml;
use crate::text::lang::Lang;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// Whether the words after the marks of a block of code make it a fence of ours.
pub(crate) fn is_fence(info: &str) -> bool {
    matches!(info.trim(), "chart" | "table")
}

/// The fences of a section in their order; none in the place of one that cannot be read, which is then a finding.
pub(crate) fn fences(
    file: &SourceFile,
    section: &BodySection,
    lang: &Lang,
    limits: &Limits,
    sink: &mut Sink,
) -> Vec<Option<ChartSpec>> {
    let mut found = Vec::new();
    let mut open: Option<(bool, Range<usize>)> = None;
    for (event, span) in Parser::new_ext(&section.markdown, MARKDOWN).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if is_fence(&info) => {
                open = Some((info.trim() == "table", span.start..span.start));
            }
            Event::Text(_) => {
                if let Some((_, body)) = &mut open {
                    *body = if body.start == body.end {
                        span
                    } else {
                        body.start..span.end
                    };
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some((table, body)) = open.take() {
                    let body = section.span.start + body.start..section.span.start + body.end;
                    found.push(read(file, body, table, (lang, limits), sink));
                }
            }
            _ => {}
        }
    }
    found
}

fn read(
    file: &SourceFile,
    body: Range<usize>,
    table: bool,
    (lang, limits): (&Lang, &Limits),
    sink: &mut Sink,
) -> Option<ChartSpec> {
    let line = file.text[..body.start].rfind('\n').map_or(0, |at| at + 1);
    // The indent of the first line belongs to the block, as that of the others does.
    let start = if file.text[line..body.start].trim().is_empty() {
        line
    } else {
        body.start
    };
    let mut node = match yaml::parse(&file.text[start..body.end], limits) {
        Ok(node) => node,
        Err(fault) => {
            let text = &file.text[start..body.end];
            let told = match fault {
                SyntaxFault::Syntax(said, span) => {
                    let (cause, span) = cause_of(text, &said, span);
                    vec![(cause, span, String::new())]
                }
                SyntaxFault::Repeated(keys) => keys
                    .into_iter()
                    .map(|key| ("repeated", key.span, key.name))
                    .collect(),
                SyntaxFault::TooLarge(limit, span) => {
                    vec![("large", span, limits.most(limit).to_string())]
                }
            };
            sink.extend(told.into_iter().map(|(cause, span, detail)| {
                unreadable(file.place(start + span.start..start + span.end), cause)
                    .arg("detail", detail)
            }));
            return None;
        }
    };
    shift(&mut node, start);
    let fields = Fields::of(file, &node, if table { "table" } else { "chart" }, sink)?;
    let missing =
        (!fields.entries().any(|(key, _)| key.name == "data")).then(|| fields.missing("data"));
    let spec = spec(fields, lang, sink)?;
    if let Some(missing) = missing {
        sink.push(missing);
        return None;
    }
    Some(if table {
        ChartSpec {
            shape: Some(Shape::Table),
            ..spec
        }
    } else {
        spec
    })
}

/// Moves places in a block to places in the file.
fn shift(node: &mut FactNode, by: usize) {
    node.span = node.span.start + by..node.span.end + by;
    match &mut node.value {
        FactValue::List(items) => items.iter_mut().for_each(|item| shift(item, by)),
        FactValue::Map(entries) => {
            for (key, value) in entries {
                key.span = key.span.start + by..key.span.end + by;
                shift(value, by);
            }
        }
        FactValue::Null | FactValue::Text(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charts_and_tables_are_fences() {
        assert!(is_fence("chart") && is_fence("table") && !is_fence("rust"));
    }
}
