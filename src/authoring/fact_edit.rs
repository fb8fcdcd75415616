//! Changes to the facts of a page that somebody wrote, byte by byte: only the value that changes does, and everything else
//! of the file stays as it stands there, comments and blank lines among it.

mod at_depth;

use crate::diag::Sink;
use crate::source::file::SourceFile;
use crate::source::front_matter::{self, Document};
use crate::source::limits::Limits;
use crate::source::node::{FactKey, FactNode, FactValue};
use std::ops::Range;
use std::sync::Arc;

pub(crate) use at_depth::{FactStep, flow, flow_entries};

/// A page's file whose facts are changed.
pub(crate) struct FactEdit {
    document: Document,
    limits: Limits,
}

/// Why a change cannot be made: the facts are written otherwise than in the plain lines that are understood here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrittenOtherwise;

impl FactEdit {
    /// Opens a page's text.
    ///
    /// # Errors
    /// When its facts are not in YAML, or cannot be read.
    pub(crate) fn open(
        path: &str,
        text: &str,
        limits: &Limits,
    ) -> Result<FactEdit, WrittenOtherwise> {
        let document = parsed(path, text, limits).ok_or(WrittenOtherwise)?;
        let is_yaml = text
            .lines()
            .next()
            .is_some_and(|line| line.trim_end() == "---");
        let limits = *limits;
        is_yaml
            .then_some(FactEdit { document, limits })
            .ok_or(WrittenOtherwise)
    }

    /// Returns the page's text as it is now.
    pub(crate) fn text(&self) -> &str {
        &self.document.file.text
    }

    /// Returns the facts, each with its name.
    pub(crate) fn facts(&self) -> &[(FactKey, FactNode)] {
        entries(self.document.facts.as_ref())
    }

    /// Returns a fact's value.
    pub(crate) fn fact(&self, name: &str) -> Option<&FactNode> {
        entry(self.facts(), name)
    }

    /// Returns the maps of a list of maps.
    pub(crate) fn items(&self, list: &str) -> &[FactNode] {
        match self.fact(list).map(|node| &node.value) {
            Some(FactValue::List(items)) => items,
            _ => &[],
        }
    }

    /// Gives a fact a value, which is YAML on one line; in the place of the old one, else on a line of its own at the end.
    ///
    /// # Errors
    /// When the facts cannot be changed so.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<(), WrittenOtherwise> {
        let change = match entry_at(self.facts(), name) {
            Some((key, node)) => self.in_place_of(key, node, value),
            None => {
                let at = self.end_of_facts()?;
                FactChange::insert(at, format!("{name}: {value}{}", self.newline()))
            }
        };
        self.apply(change, |facts| is_value(entry(facts, name), value))
    }

    /// Adds an item to a list of maps, which is made where there is none. Values are YAML on one line.
    ///
    /// # Errors
    /// When the facts cannot be changed so.
    pub(crate) fn push(
        &mut self,
        list: &str,
        item: &[(&str, String)],
    ) -> Result<(), WrittenOtherwise> {
        let count = self.items(list).len();
        let change = match self.items(list).last() {
            Some(last) => self.behind(last, item)?,
            None => self.first(list, item)?,
        };
        let wanted = |facts: &[(FactKey, FactNode)]| {
            let added = entries(item_of(facts, list, count));
            item.iter()
                .all(|(name, value)| is_value(entry(added, name), value))
        };
        self.apply(change, wanted)
    }

    /// Returns the change by which a value replaces another. One that goes over several lines, or is none yet, is written
    /// behind the fact's name.
    fn in_place_of(&self, key: &FactKey, node: &FactNode, value: &str) -> FactChange {
        let (text, old) = (self.text(), &node.span);
        let behind = key.span.end + 1;
        let is_on_line = old.start >= behind && !text[key.span.end..old.end].contains('\n');
        if is_on_line && !old.is_empty() {
            return FactChange {
                span: old.clone(),
                text: value.to_owned(),
            };
        }
        let line_end = end_of_line(text, key.span.end);
        let end = if old.is_empty() || old.end <= line_end {
            behind
        } else {
            // A value below its name, or a block of text: its last line keeps the break behind it.
            text[..old.end].trim_end().len()
        };
        FactChange {
            span: behind..end.max(behind),
            text: format!(" {value}"),
        }
    }

    /// Returns the change by which an item is behind another of its list, written as that is.
    fn behind(
        &self,
        last: &FactNode,
        item: &[(&str, String)],
    ) -> Result<FactChange, WrittenOtherwise> {
        let text = self.text();
        if text[last.span.clone()].starts_with('{') && !self.is_on_own_line(last) {
            return Ok(FactChange::insert(
                last.span.end,
                format!(", {}", braced(item)),
            ));
        }
        let dash = text[..last.span.start].rfind('-').ok_or(WrittenOtherwise)?;
        let indent = column(text, dash);
        let at = self.below(last)?;
        let lines = if text[last.span.clone()].starts_with('{') {
            format!("{}- {}{}", " ".repeat(indent), braced(item), self.newline())
        } else {
            self.block(indent, item)
        };
        Ok(FactChange::insert(at, lines))
    }

    /// Returns the change that makes a list of one item.
    fn first(&self, list: &str, item: &[(&str, String)]) -> Result<FactChange, WrittenOtherwise> {
        let lines = self.block(2, item);
        let Some((key, node)) = entry_at(self.facts(), list) else {
            let at = self.end_of_facts()?;
            return Ok(FactChange::insert(
                at,
                format!("{list}:{}{lines}", self.newline()),
            ));
        };
        let text = self.text();
        let is_empty = match &node.value {
            FactValue::Null => true,
            FactValue::List(items) => items.is_empty(),
            _ => false,
        };
        let line_end = end_of_line(text, key.span.end);
        if !is_empty || node.span.end > line_end {
            return Err(WrittenOtherwise);
        }
        Ok(FactChange {
            span: key.span.end + 1..line_end,
            text: format!("{}{}", self.newline(), lines.trim_end()),
        })
    }

    /// Returns the lines of an item of a list, each fact on one.
    fn block(&self, indent: usize, item: &[(&str, String)]) -> String {
        let mut lines = String::new();
        for (at, (name, value)) in item.iter().enumerate() {
            let mark = if at == 0 { "- " } else { "  " };
            let blank = " ".repeat(indent);
            lines.push_str(&format!("{blank}{mark}{name}: {value}{}", self.newline()));
        }
        lines
    }

    /// Whether a list's item begins behind the dash of its own line.
    fn is_on_own_line(&self, item: &FactNode) -> bool {
        let text = self.text();
        let line = text[..item.span.start].rfind('\n').map_or(0, |at| at + 1);
        text[line..item.span.start].trim() == "-"
    }

    /// Returns the beginning of the line below a value.
    fn below(&self, node: &FactNode) -> Result<usize, WrittenOtherwise> {
        let text = self.text();
        let end = text[..last_byte(node)].trim_end().len();
        let at = end_of_line(text, end) + 1;
        (at <= self.document.body.start)
            .then_some(at)
            .ok_or(WrittenOtherwise)
    }

    /// Returns the beginning of the line that closes the facts.
    fn end_of_facts(&self) -> Result<usize, WrittenOtherwise> {
        let before = self.text()[..self.document.body.start].trim_end();
        before.rfind('\n').map(|at| at + 1).ok_or(WrittenOtherwise)
    }

    fn newline(&self) -> &'static str {
        let first = self.text().find('\n').unwrap_or(0);
        if self.text()[..first].ends_with('\r') {
            "\r\n"
        } else {
            "\n"
        }
    }

    /// Makes a change, and reads what came of it: every other fact has to be what it was.
    fn apply(
        &mut self,
        change: FactChange,
        is_wanted: impl Fn(&[(FactKey, FactNode)]) -> bool,
    ) -> Result<(), WrittenOtherwise> {
        let file = &self.document.file;
        let mut text = file.text.clone();
        text.replace_range(change.span, &change.text);
        let changed = parsed(&file.path, &text, &self.limits).ok_or(WrittenOtherwise)?;
        let now = entries(changed.facts.as_ref());
        let body = |of: &Document| of.file.text[of.body.clone()].to_owned();
        if !is_wanted(now) || body(&changed) != body(&self.document) {
            return Err(WrittenOtherwise);
        }
        let differing = self.facts().iter();
        let differing = differing.filter(|(key, node)| {
            entry(now, &key.name).is_none_or(|own| own.to_json() != node.to_json())
        });
        if differing.count() > 1 {
            return Err(WrittenOtherwise);
        }
        self.document = changed;
        Ok(())
    }
}

/// A part of a text, and what replaces it.
struct FactChange {
    span: Range<usize>,
    text: String,
}

impl FactChange {
    fn insert(at: usize, text: String) -> FactChange {
        FactChange { span: at..at, text }
    }
}

/// Reads a page's text; none where something is wrong with its facts.
fn parsed(path: &str, text: &str, limits: &Limits) -> Option<Document> {
    let mut found = Vec::new();
    let file = Arc::new(SourceFile::new(path, text.to_owned()));
    let document = front_matter::read(file, limits, &mut found);
    let mut sink = Sink::new();
    sink.extend(found);
    (!sink.has_errors() && document.facts.is_some()).then_some(document)
}

fn entries(node: Option<&FactNode>) -> &[(FactKey, FactNode)] {
    match node.map(|node| &node.value) {
        Some(FactValue::Map(entries)) => entries,
        _ => &[],
    }
}

fn entry_at<'f>(facts: &'f [(FactKey, FactNode)], name: &str) -> Option<&'f (FactKey, FactNode)> {
    facts.iter().find(|(key, _)| key.name == name)
}

fn entry<'f>(facts: &'f [(FactKey, FactNode)], name: &str) -> Option<&'f FactNode> {
    entry_at(facts, name).map(|(_, node)| node)
}

fn item_of<'f>(facts: &'f [(FactKey, FactNode)], list: &str, index: usize) -> Option<&'f FactNode> {
    match entry(facts, list).map(|node| &node.value) {
        Some(FactValue::List(items)) => items.get(index),
        _ => None,
    }
}

/// Whether a value is what this YAML says.
fn is_value(node: Option<&FactNode>, yaml: &str) -> bool {
    let written = crate::source::yaml::parse(&format!("x: {yaml}\n"), &Limits::default());
    let written = written.ok();
    let wanted = entry(entries(written.as_ref()), "x").map(FactNode::to_json);
    wanted.is_some() && node.map(FactNode::to_json) == wanted
}

/// Returns where the last value in a node ends.
fn last_byte(node: &FactNode) -> usize {
    match &node.value {
        FactValue::List(items) => items
            .last()
            .map_or(node.span.end, |last| last_byte(last).max(closed_end(node))),
        FactValue::Map(entries) => entries.last().map_or(node.span.end, |(key, last)| {
            last_byte(last).max(key.span.end).max(closed_end(node))
        }),
        FactValue::Null | FactValue::Text(_) => node.span.end,
    }
}

/// Returns the end of a list or map, where brackets say where that is: that of a block may be anywhere below it.
fn closed_end(node: &FactNode) -> usize {
    let first = match &node.value {
        FactValue::List(items) => items.first().map(|item| item.span.start),
        FactValue::Map(entries) => entries.first().map(|(key, _)| key.span.start),
        FactValue::Null | FactValue::Text(_) => None,
    };
    match first {
        Some(first) if node.span.start < first => node.span.end,
        _ => 0,
    }
}

/// Returns the column of a byte in its line, from 0.
fn column(text: &str, at: usize) -> usize {
    let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
    text[line..at].chars().count()
}

fn end_of_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// Returns a map in braces.
fn braced(item: &[(&str, String)]) -> String {
    let facts = item.iter().map(|(name, value)| format!("{name}: {value}"));
    format!("{{{}}}", facts.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(
        text: &str,
        edit: impl FnOnce(&mut FactEdit) -> Result<(), WrittenOtherwise>,
    ) -> Option<String> {
        let mut page = FactEdit::open("content/a.md", text, &Limits::default()).ok()?;
        edit(&mut page).ok()?;
        Some(page.text().to_owned())
    }

    #[test]
    fn a_value_changes_and_nothing_else() {
        let text = "---\ntitle: A  # mine\nstart:   2022-02\n\n# why\nend: ~\nsummary: >\n  One\n  two.\norder:\n---\nText\n";
        let set = |name: &str, value: &str| edited(text, |page| page.set(name, value));
        let with = |old: &str, new: &str| Some(text.replace(old, new));
        assert_eq!(set("title", "B"), with("title: A ", "title: B "));
        assert_eq!(set("start", "2023"), with("2022-02", "2023"));
        assert_eq!(set("end", "2024"), with("~", "2024"));
        assert_eq!(set("order", "3"), with("order:", "order: 3"));
        assert_eq!(
            set("summary", "\"One: two\""),
            with(">\n  One\n  two.", "\"One: two\"")
        );
        assert_eq!(set("url", "x"), with("order:\n", "order:\nurl: x\n"));
    }

    #[test]
    fn items_are_added_as_the_others_are_written() {
        let item = [("number", "2".to_owned()), ("text", "\"a: b\"".to_owned())];
        let pushed = |text: &str| edited(text, |page| page.push("milestones", &item));
        for (before, after) in [
            (
                "---\na: b\n---\n",
                "---\na: b\nmilestones:\n  - number: 2\n    text: \"a: b\"\n---\n",
            ),
            (
                "---\nmilestones:\nz: y\n---\n",
                "---\nmilestones:\n  - number: 2\n    text: \"a: b\"\nz: y\n---\n",
            ),
            (
                "---\nmilestones: []\n---\n",
                "---\nmilestones:\n  - number: 2\n    text: \"a: b\"\n---\n",
            ),
            (
                "---\nmilestones:\n- number: 1\n  text: >-\n    x\n    y\n# z\nz: y\n---\n",
                "---\nmilestones:\n- number: 1\n  text: >-\n    x\n    y\n- number: 2\n  text: \"a: b\"\n# z\nz: y\n---\n",
            ),
            (
                "---\nmilestones:\n  - {number: 1, text: x} # y\n---\n",
                "---\nmilestones:\n  - {number: 1, text: x} # y\n  - {number: 2, text: \"a: b\"}\n---\n",
            ),
            (
                "---\nmilestones: [{number: 1, text: x}]\n---\n",
                "---\nmilestones: [{number: 1, text: x}, {number: 2, text: \"a: b\"}]\n---\n",
            ),
            (
                "---\r\na: b\r\n---\r\nText\r\n",
                "---\r\na: b\r\nmilestones:\r\n  - number: 2\r\n    text: \"a: b\"\r\n---\r\nText\r\n",
            ),
        ] {
            assert_eq!(pushed(before).as_deref(), Some(after), "{before}");
        }
        assert_eq!(pushed("---\nmilestones: x\n---\n"), None);
        assert_eq!(pushed("+++\na = 1\n+++\n"), None);
    }
}
