//! The text of a page, cut at its level-2 headings.

use super::body_text::BodyText;
use super::vocabulary::SECTIONS;
use crate::source::file::SourceFile;
pub(crate) use crate::source::markdown::MARKDOWN;
use crate::text::free::FreeNames;
use crate::text::slug::slug;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// A text in Markdown: what is before the first level-2 heading, and the sections after it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageBody {
    /// Sections in the order written; the first has no heading when text is before any.
    pub sections: Vec<BodySection>,
}

impl PageBody {
    /// Returns a text without headings, which is at `span` of its file.
    pub(super) fn of_text(markdown: impl Into<BodyText>, span: Range<usize>) -> PageBody {
        PageBody {
            sections: vec![BodySection {
                id: String::new(),
                heading: None,
                markdown: markdown.into(),
                span,
            }],
        }
    }
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodySection {
    /// Its identifier: one of the known sections', the author's own (`{#id}`), or a slug of the heading.
    pub id: String,
    /// The heading's words; none for what is before the first heading.
    pub heading: Option<String>,
    /// The Markdown below the heading.
    pub markdown: BodyText,
    /// Where that Markdown is in the file.
    pub span: Range<usize>,
}

/// A heading: its own bytes, its identifier if it has one, its words.
struct BodyHeading {
    level: HeadingLevel,
    /// Whether it is in nothing else, such as a list.
    is_free: bool,
    span: Range<usize>,
    id: Option<String>,
    words: String,
}

impl BodyHeading {
    /// The end of its anchor on the page, behind that of its section.
    fn slug(&self) -> String {
        let slug = slug(self.id.as_deref().unwrap_or(&self.words));
        if slug.is_empty() {
            "part".to_owned()
        } else {
            slug
        }
    }
}

impl PageBody {
    /// Parses a part of a file, Markdown, into the sections between its headings of level 2.
    pub(crate) fn cut(file: &Arc<SourceFile>, body: Range<usize>) -> PageBody {
        let offset = body.start;
        let headings = headings(&file.text[body.clone()]);
        let mut cut = PageBody::default();
        let (mut start, mut ids) = (offset, Identifiers::default());
        let mut open: Option<&BodyHeading> = None;
        let mut inner: Vec<&BodyHeading> = Vec::new();
        for heading in &headings {
            if heading.level != HeadingLevel::H2 {
                inner.push(heading);
                continue;
            }
            cut.add(
                open,
                &inner,
                &mut ids,
                file,
                start..offset + heading.span.start,
            );
            start = offset + heading.span.end;
            open = Some(heading);
            inner.clear();
        }
        cut.add(open, &inner, &mut ids, file, start..body.end);
        cut
    }

    fn add(
        &mut self,
        heading: Option<&BodyHeading>,
        inner: &[&BodyHeading],
        ids: &mut Identifiers,
        file: &Arc<SourceFile>,
        span: Range<usize>,
    ) {
        let markdown = BodyText::of_file(file, span.clone());
        let Some(heading) = heading else {
            if !markdown.trim().is_empty() {
                ids.taken.extend(anchors(TEXT, inner));
                let id = String::new();
                self.sections.push(BodySection {
                    id,
                    heading: None,
                    markdown,
                    span,
                });
            }
            return;
        };
        let wanted = heading
            .id
            .clone()
            .unwrap_or_else(|| known_id(&heading.words));
        let id = ids.give(&wanted, inner);
        let words = Some(heading.words.clone());
        self.sections.push(BodySection {
            id,
            heading: words,
            markdown,
            span,
        });
    }

    /// Makes sections of their own of what is below those level-3 headings whose words `is_wanted` asks for.
    pub(super) fn cut_below(&mut self, is_wanted: impl Fn(&str) -> bool) {
        let mut ids = FreeNames::default();
        for section in &self.sections {
            ids.give(&section.id, "-");
        }
        for section in std::mem::take(&mut self.sections) {
            let mut open = BodySection {
                markdown: "".into(),
                ..section.clone()
            };
            let mut start = 0;
            let is_asked =
                |h: &BodyHeading| h.level == HeadingLevel::H3 && h.is_free && is_wanted(&h.words);
            for heading in headings(&section.markdown).into_iter().filter(is_asked) {
                let id = ids.give(&heading.id.unwrap_or_else(|| known_id(&heading.words)), "-");
                let next = BodySection {
                    id,
                    heading: Some(heading.words),
                    ..open.clone()
                };
                self.sections
                    .push(open.over(&section, start..heading.span.start));
                (open, start) = (next, heading.span.end);
            }
            self.sections
                .push(open.over(&section, start..section.markdown.len()));
        }
        self.sections
            .retain(|section| section.heading.is_some() || !section.markdown.trim().is_empty());
    }

    /// The section of this identifier.
    pub(crate) fn section(&self, id: &str) -> Option<&BodySection> {
        self.sections.iter().find(|s| s.id == id)
    }

    /// Whether there is no text at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.sections.iter().all(|s| s.markdown.trim().is_empty())
    }
}

impl BodySection {
    /// The same over a part of the text of another.
    fn over(self, other: &BodySection, part: Range<usize>) -> BodySection {
        let span = other.span.start + part.start..other.span.start + part.end;
        BodySection {
            markdown: other.markdown.part(part),
            span,
            ..self
        }
    }
}

/// A heading that gives its words to a page without a title.
pub(super) struct FirstHeading {
    pub(crate) words: String,
    /// Where it ends in the text.
    pub(crate) end: usize,
    /// Whether nothing is before it.
    pub(crate) is_first: bool,
}

/// The first heading of a text that says what the page is: that of a section which such pages have is none.
pub(super) fn first_heading(markdown: &str) -> Option<FirstHeading> {
    let mut open: Option<String> = None;
    for (event, span) in Parser::new_ext(markdown, MARKDOWN).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => open = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let words = open.take().unwrap_or_default().trim().to_owned();
                let is_section = SECTIONS.iter().any(|known| known.id == known_id(&words));
                if !words.is_empty() && !is_section {
                    let is_first = markdown[..span.start].trim().is_empty();
                    return Some(FirstHeading {
                        words,
                        end: span.end,
                        is_first,
                    });
                }
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(words) = &mut open {
                    words.push_str(&text);
                }
            }
            _ => {}
        }
    }
    None
}

/// What is before the anchors of a text before the first heading.
pub(crate) const TEXT: &str = "text";

/// The anchors of the headings within a section, which begin with the section's own.
fn anchors(id: &str, inner: &[&BodyHeading]) -> Vec<String> {
    let mut names = FreeNames::default();
    inner
        .iter()
        .map(|heading| names.give(&format!("{id}-{}", heading.slug()), "-"))
        .collect()
}

/// The identifiers that the sections of a text and the headings within them have so far.
#[derive(Default)]
struct Identifiers {
    taken: BTreeSet<String>,
    /// For one that was given, the number that is tried next: thousands of equal headings would else try each before theirs.
    next: BTreeMap<String, usize>,
}

impl Identifiers {
    /// Gives the identifier that is wanted, or that with a number where another section has it, or one of its headings would
    /// have an anchor that is taken.
    fn give(&mut self, wanted: &str, inner: &[&BodyHeading]) -> String {
        let mut number = self.next.get(wanted).copied().unwrap_or(1);
        loop {
            let id = if number == 1 {
                wanted.to_owned()
            } else {
                format!("{wanted}-{number}")
            };
            let within = anchors(&id, inner);
            number += 1;
            if !self.taken.contains(&id) && !within.iter().any(|anchor| self.taken.contains(anchor))
            {
                self.taken.insert(id.clone());
                self.taken.extend(within);
                self.next.insert(wanted.to_owned(), number);
                return id;
            }
        }
    }
}

/// The identifier of a section with this heading, where its author gives none.
pub(super) fn known_id(words: &str) -> String {
    let slug = slug(words);
    let known = SECTIONS.iter().find(|section| {
        [section.es, section.en]
            .iter()
            .any(|w| self::slug(w) == slug)
    });
    known.map_or(
        if slug.is_empty() {
            "section".into()
        } else {
            slug
        },
        |section| section.id.to_owned(),
    )
}

/// The headings of a text. One of level 2 in a list or quotation is none: it cuts nothing.
fn headings(markdown: &str) -> Vec<BodyHeading> {
    let mut headings = Vec::new();
    let mut open: Option<BodyHeading> = None;
    let mut depth = 0_usize;
    for (event, span) in Parser::new_ext(markdown, MARKDOWN).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, id, .. })
                if depth == 0 || level != HeadingLevel::H2 =>
            {
                let id = id.map(|id| id.to_string());
                open = Some(BodyHeading {
                    level,
                    is_free: depth == 0,
                    span,
                    id,
                    words: String::new(),
                });
                depth += 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(TagEnd::Heading(_)) => {
                headings.extend(open.take());
                depth -= 1;
            }
            Event::End(_) => depth -= 1,
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut open {
                    heading.words.push_str(&words);
                }
            }
            _ => {}
        }
    }
    headings
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sections of a text from this byte on.
    fn cut(text: &str, start: usize) -> PageBody {
        let file = Arc::new(SourceFile::new("a.md", text));
        PageBody::cut(&file, start..text.len())
    }

    fn ids(text: &str) -> Vec<(String, String)> {
        let body = cut(text, 0);
        body.sections
            .into_iter()
            .map(|s| (s.id, s.markdown.trim().to_owned()))
            .collect()
    }

    #[test]
    fn known_own_and_other_headings() {
        let text = "Intro\n\n## Problema\na\n\n## ¿Y hoy? {#status-quo}\nb\n\n## Algo más\nc\n\n## Algo más\nd\n";
        let expected = [
            ("", "Intro"),
            ("problem", "a"),
            ("status-quo", "b"),
            ("algo-mas", "c"),
            ("algo-mas-2", "d"),
        ];
        assert_eq!(
            ids(text),
            expected.map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
    }

    #[test]
    fn wanted_headings_below_make_sections_of_their_own() {
        let text = "---\n---\n## A\n\nx\n\n### 1.1 b\n\ny\n\n### c\n\nz\n\n### 1.1 b\n";
        let mut body = cut(text, 8);
        body.cut_below(|words| words.starts_with("1.1"));
        let found: Vec<_> = body
            .sections
            .iter()
            .map(|s| (&*s.id, text[s.span.clone()].trim()))
            .collect();
        assert_eq!(
            found,
            [("a", "x"), ("1-1-b", "y\n\n### c\n\nz"), ("1-1-b-2", "")]
        );
        assert!(
            body.sections
                .iter()
                .all(|s| *s.markdown == text[s.span.clone()])
        );
    }

    #[test]
    fn no_anchor_is_given_twice() {
        let sections = |text: &str| ids(text).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        // The heading within the second section would have the first one's anchor.
        assert_eq!(sections("## A B\n\n## A\n### B\n"), ["a-b", "a-2"]);
        assert_eq!(sections("## A\n### B\n\n## A B\n"), ["a", "a-b-2"]);
        assert_eq!(sections("x\n\n### B\n\n## Text B\n"), ["", "text-b-2"]);
        assert_eq!(sections("## A 2\n\n## A\n\n## A\n"), ["a-2", "a", "a-3"]);
    }

    #[test]
    fn headings_in_code_and_quotes_do_not_cut() {
        assert_eq!(ids("```\n## no\n```\n\n> ## no\n").len(), 1);
    }

    #[test]
    fn spans_count_from_the_start_of_the_file() {
        let text = "---\nfacts\n---\n## Acción\ntexto\n";
        let body = cut(text, 14);
        assert_eq!(text[body.sections[0].span.clone()].trim(), "texto");
    }
}
