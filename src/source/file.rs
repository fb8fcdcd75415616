//! A text file of the portal, which can say where in it something is.

use crate::diag::Place;
use std::ops::Range;
use std::sync::Arc;

/// A text file and its path from the portal's root, with `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path from the portal's root, with `/`.
    pub path: String,
    /// The whole text, with that of other files in the place of the blocks that name those.
    pub text: String,
    /// What of the text is from other files, in its order.
    pub(crate) included: Vec<IncludedPart>,
}

/// A part of a file's text that is from another file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IncludedPart {
    /// Where it is in the text.
    pub(crate) span: Range<usize>,
    /// The block that names the other file, as it is written.
    pub(crate) block: String,
    /// The other file.
    pub(crate) file: Arc<SourceFile>,
    /// Where in that file it begins.
    pub(crate) from: usize,
}

impl SourceFile {
    /// Returns a file in which nothing is from others.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> SourceFile {
        SourceFile {
            path: path.into(),
            text: text.into(),
            included: Vec::new(),
        }
    }

    /// The place of a byte range: in the file that it is from.
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        let mut shift = Shift::default();
        for part in &self.included {
            if part.span.end <= span.start {
                shift.pass(part);
            } else if part.span.start <= span.start {
                let [start, end] = [span.start, span.end.min(part.span.end)];
                let most = part.file.text.len();
                let within = |at: usize| (part.from + at - part.span.start).min(most);
                return part.file.place(within(start)..within(end));
            }
        }
        if self.included.is_empty() {
            return Place::of(&self.path, &self.text, span);
        }
        let written = self.written();
        let end = shift.of(span.end).min(written.len());
        Place::of(&self.path, &written, shift.of(span.start).min(end)..end)
    }

    /// Returns the text as it is in the file itself, with the blocks that name others.
    pub(crate) fn written(&self) -> String {
        let mut written = String::with_capacity(self.text.len());
        let mut at = 0;
        for part in &self.included {
            written.push_str(&self.text[at..part.span.start]);
            written.push_str(&part.block);
            at = part.span.end;
        }
        written.push_str(&self.text[at..]);
        written
    }
}

/// By how much a place moves where included parts before it become blocks again.
#[derive(Default)]
struct Shift {
    blocks: usize,
    parts: usize,
}

impl Shift {
    fn pass(&mut self, part: &IncludedPart) {
        self.blocks += part.block.len();
        self.parts += part.span.len();
    }

    fn of(&self, at: usize) -> usize {
        at + self.blocks - self.parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_included_has_its_place_in_its_own_file() {
        let shared = Arc::new(SourceFile::new(
            "content/_texts/a.md",
            "---\nx: 1\n---\nuno\ndos\n",
        ));
        let file = SourceFile {
            path: "content/p.md".to_owned(),
            text: "antes\nuno\ndos\ndespués\n".to_owned(),
            included: vec![IncludedPart {
                span: 6..14,
                block: "```include\na\n```\n".to_owned(),
                file: shared,
                from: 13,
            }],
        };
        let place = |of: &str| {
            let at = file.text.find(of).unwrap();
            let place = file.place(at..at + of.len());
            (place.file, place.line, place.column)
        };
        assert_eq!(place("antes"), ("content/p.md".to_owned(), 1, 1));
        assert_eq!(place("dos"), ("content/_texts/a.md".to_owned(), 5, 1));
        assert_eq!(place("después"), ("content/p.md".to_owned(), 5, 1));
        assert_eq!(file.written(), "antes\n```include\na\n```\ndespués\n");
    }
}
