//! Blocks of a text that name data: ` ```chart ` and ` ```table `.

use super::body::{BodySection, MARKDOWN};
use super::chart::{ChartSpec, Shape, spec, unreadable};
use crate::diag::{Diagnostic, Sink};
use crate::source::fields::Fields;
use crate::source::file::SourceFile;
use crate::source::limits::Limits;
use crate::source::node::SyntaxFault;
use crate::source::syntax_causes::cause_of;
use crate::source::yaml;
use crate::text::lang::Lang;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// Whether the words after the delimiter of a block of code make it a fence of ours.
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
                if let Some((is_table, body)) = open.take() {
                    let body = section.span.start + body.start..section.span.start + body.end;
                    let fence = Fence {
                        file,
                        body,
                        is_table,
                    };
                    found.push(fence.read(lang, limits, sink));
                }
            }
            _ => {}
        }
    }
    found
}

/// A block of code that names data: what is between its delimiters, in its file.
struct Fence<'f> {
    file: &'f SourceFile,
    body: Range<usize>,
    is_table: bool,
}

impl Fence<'_> {
    fn read(mut self, lang: &Lang, limits: &Limits, sink: &mut Sink) -> Option<ChartSpec> {
        self.include_indent();
        let mut node = match yaml::parse(&self.file.text[self.body.clone()], limits) {
            Ok(node) => node,
            Err(fault) => {
                self.tell(fault, limits, sink);
                return None;
            }
        };
        node.shift(self.body.start);
        let name = if self.is_table { "table" } else { "chart" };
        let fields = Fields::of(self.file, &node, name, sink)?;
        let missing =
            (!fields.entries().any(|(key, _)| key.name == "data")).then(|| fields.missing("data"));
        let mut spec = spec(fields, lang, sink)?;
        if let Some(missing) = missing {
            sink.push(missing);
            return None;
        }
        if self.is_table {
            spec.shape = Some(Shape::Table);
        }
        Some(spec)
    }

    /// The indent of the first line belongs to the block, as that of the others does.
    fn include_indent(&mut self) {
        let before = &self.file.text[..self.body.start];
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        if before[line..].trim().is_empty() {
            self.body.start = line;
        }
    }

    /// Tells why it cannot be read.
    fn tell(&self, fault: SyntaxFault, limits: &Limits, sink: &mut Sink) {
        match fault {
            SyntaxFault::Syntax(said, span) => {
                let (cause, span) = cause_of(&self.file.text[self.body.clone()], &said, span);
                sink.push(self.unreadable(cause, &span, ""));
            }
            SyntaxFault::Repeated(keys) => {
                sink.extend(
                    (keys.iter()).map(|key| self.unreadable("repeated", &key.span, &key.name)),
                );
            }
            SyntaxFault::TooLarge(limit, span) => {
                let most = limits.most(limit).to_string();
                sink.push(self.unreadable("large", &span, &most));
            }
        }
    }

    /// Returns the finding for a span of the block.
    fn unreadable(&self, cause: &'static str, span: &Range<usize>, detail: &str) -> Diagnostic {
        let start = self.body.start;
        let place = self.file.place(start + span.start..start + span.end);
        unreadable(place, cause).arg("detail", detail)
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
