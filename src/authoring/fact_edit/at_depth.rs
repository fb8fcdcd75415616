//! Changes to a fact at any depth of a page, each as small as it can be: of a list of maps, only the value that differs.

use super::{
    FactChange, FactEdit, WrittenOtherwise, closed_end, column, end_of_line, entries, last_byte,
    parsed,
};
use crate::source::node::{FactKey, FactNode, FactValue};
use crate::source::yaml::scalar;
use crate::text::date::PartialDate;
use serde_json::{Map, Value};
use std::ops::Range;

/// A step on the way to a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FactStep {
    Name(String),
    Item(usize),
}

impl FactEdit {
    /// Returns the node that a path leads to.
    pub(crate) fn at(&self, path: &[FactStep]) -> Option<&FactNode> {
        let mut node = self.document.facts.as_ref()?;
        for step in path {
            node = match (step, &node.value) {
                (FactStep::Name(name), FactValue::Map(all)) => {
                    &all.iter().find(|(key, _)| key.name == *name)?.1
                }
                (FactStep::Item(at), FactValue::List(items)) => items.get(*at)?,
                _ => return None,
            };
        }
        Some(node)
    }

    /// Brings a fact to a value, or takes it away where there is none to be. Of what stays the same nothing is touched.
    ///
    /// # Errors
    /// When the facts cannot be changed so; what was changed before stays changed in this text.
    pub(crate) fn bring(
        &mut self,
        path: &[FactStep],
        value: Option<&Value>,
    ) -> Result<(), WrittenOtherwise> {
        let before = self.at(path).map(FactNode::to_json);
        match (before, value) {
            (before, value) if before.as_ref() == value => Ok(()),
            (Some(Value::Object(old)), Some(Value::Object(new)))
                if !old.is_empty() && !new.is_empty() =>
            {
                self.bring_map(path, &old, new)
            }
            (Some(Value::Array(old)), Some(Value::Array(new)))
                if !old.is_empty() && new.len() >= old.len() =>
            {
                self.bring_list(path, old.len(), new)
            }
            (_, Some(value)) => self.put(path, value),
            (_, None) => self.take_out(path),
        }
    }

    fn bring_map(
        &mut self,
        path: &[FactStep],
        old: &Map<String, Value>,
        new: &Map<String, Value>,
    ) -> Result<(), WrittenOtherwise> {
        for (name, value) in new {
            self.bring(&below(path, FactStep::Name(name.clone())), Some(value))?;
        }
        for name in old.keys().filter(|name| !new.contains_key(*name)) {
            self.bring(&below(path, FactStep::Name(name.clone())), None)?;
        }
        Ok(())
    }

    fn bring_list(
        &mut self,
        path: &[FactStep],
        old: usize,
        new: &[Value],
    ) -> Result<(), WrittenOtherwise> {
        for (at, value) in new.iter().take(old).enumerate() {
            self.bring(&below(path, FactStep::Item(at)), Some(value))?;
        }
        for (at, value) in new.iter().enumerate().skip(old) {
            self.add_item(path, at, value)?;
        }
        Ok(())
    }

    /// Puts an item behind the last of a list, written as that is.
    fn add_item(
        &mut self,
        path: &[FactStep],
        at: usize,
        value: &Value,
    ) -> Result<(), WrittenOtherwise> {
        let last = self.at(&below(path, FactStep::Item(at - 1)));
        let last = last.ok_or(WrittenOtherwise)?;
        let change = match value {
            Value::Object(facts) => {
                let facts: Vec<(&str, String)> = facts
                    .iter()
                    .map(|(name, value)| (name.as_str(), flow(value)))
                    .collect();
                self.behind(last, &facts)?
            }
            _ => self.text_behind(last, &flow(value))?,
        };
        self.change_to(change, path, |list| {
            let Some(Value::Array(items)) = list else {
                return false;
            };
            items.push(value.clone());
            true
        })
    }

    fn text_behind(&self, last: &FactNode, written: &str) -> Result<FactChange, WrittenOtherwise> {
        if !self.is_on_own_line(last) {
            return Ok(FactChange::insert(last.span.end, format!(", {written}")));
        }
        let text = self.text();
        let dash = text[..last.span.start].rfind('-').ok_or(WrittenOtherwise)?;
        let blank = " ".repeat(column(text, dash));
        let line = format!("{blank}- {written}{}", self.newline());
        Ok(FactChange::insert(self.below(last)?, line))
    }

    /// Writes a value in the place of another, or where there was none.
    fn put(&mut self, path: &[FactStep], value: &Value) -> Result<(), WrittenOtherwise> {
        let (last, parents) = path.split_last().ok_or(WrittenOtherwise)?;
        let change = match (self.at(path), last) {
            (Some(node), FactStep::Item(_)) => {
                let end = self.text()[..last_byte(node)].trim_end().len();
                FactChange {
                    span: node.span.start..end.max(node.span.start),
                    text: self.in_style_of(node, value),
                }
            }
            (Some(node), FactStep::Name(name)) => {
                let key = self.key(parents, name).ok_or(WrittenOtherwise)?;
                self.in_place_of(key, node, &self.in_style_of(node, value))
            }
            (None, FactStep::Name(name)) => self.new_entry(parents, name, &flow(value))?,
            (None, FactStep::Item(_)) => return Err(WrittenOtherwise),
        };
        self.change_to(change, parents, |parent| {
            match (last, parent) {
                (FactStep::Name(name), Some(Value::Object(facts))) => {
                    facts.insert(name.clone(), value.clone());
                }
                (FactStep::Item(at), Some(Value::Array(items))) if *at < items.len() => {
                    items[*at] = value.clone();
                }
                _ => return false,
            }
            true
        })
    }

    fn key(&self, parents: &[FactStep], name: &str) -> Option<&FactKey> {
        let all = entries(self.at(parents));
        all.iter().map(|(key, _)| key).find(|key| key.name == *name)
    }

    /// Returns the change by which a map has a fact more, behind its last.
    fn new_entry(
        &self,
        parents: &[FactStep],
        name: &str,
        written: &str,
    ) -> Result<FactChange, WrittenOtherwise> {
        let line = format!("{name}: {written}");
        if parents.is_empty() {
            let at = self.end_of_facts()?;
            return Ok(FactChange::insert(at, format!("{line}{}", self.newline())));
        }
        let parent = self.at(parents).ok_or(WrittenOtherwise)?;
        let all = entries(Some(parent));
        let ((first, _), (_, last)) = (all.first().zip(all.last())).ok_or(WrittenOtherwise)?;
        if closed_end(parent) > 0 {
            return Ok(FactChange::insert(last_byte(last), format!(", {line}")));
        }
        let blank = " ".repeat(column(self.text(), first.span.start));
        let at = self.below(parent)?;
        Ok(FactChange::insert(
            at,
            format!("{blank}{line}{}", self.newline()),
        ))
    }

    /// Takes a fact away, with its lines.
    fn take_out(&mut self, path: &[FactStep]) -> Result<(), WrittenOtherwise> {
        let Some((FactStep::Name(name), parents)) = path.split_last() else {
            return Err(WrittenOtherwise);
        };
        let all = entries(self.at(parents));
        let at = all.iter().position(|(key, _)| key.name == *name);
        let at = at.ok_or(WrittenOtherwise)?;
        let is_in_braces = self.at(parents).is_some_and(|own| closed_end(own) > 0);
        let span = self.lines_of(all, at, is_in_braces)?;
        let change = FactChange {
            span,
            text: String::new(),
        };
        let name = name.clone();
        self.change_to(change, parents, |parent| {
            let Some(Value::Object(facts)) = parent else {
                return false;
            };
            facts.shift_remove(&name).is_some()
        })
    }

    /// Returns what goes with a fact of a map: its lines, or its part of what is in braces.
    fn lines_of(
        &self,
        all: &[(FactKey, FactNode)],
        at: usize,
        is_in_braces: bool,
    ) -> Result<Range<usize>, WrittenOtherwise> {
        let (key, node) = &all[at];
        let (before, next) = (at.checked_sub(1).map(|at| &all[at].1), all.get(at + 1));
        let text = self.text();
        let line = text[..key.span.start].rfind('\n').map_or(0, |at| at + 1);
        let is_alone = text[line..key.span.start].trim().is_empty();
        match (before, next) {
            (Some(before), _) if is_in_braces => Ok(last_byte(before)..last_byte(node)),
            (None, Some((next, _))) if is_in_braces || !is_alone => {
                Ok(key.span.start..next.span.start)
            }
            _ if is_alone && !is_in_braces => {
                let end = last_byte(node).max(key.span.end);
                let end = text[..end].trim_end().len().max(key.span.end);
                Ok(line..end_of_line(text, end) + 1)
            }
            _ => Err(WrittenOtherwise),
        }
    }

    /// Makes a change, and reads what came of it: it has to be what was there but for what `edit` does to the value that a
    /// path leads to.
    fn change_to(
        &mut self,
        change: FactChange,
        path: &[FactStep],
        edit: impl FnOnce(Option<&mut Value>) -> bool,
    ) -> Result<(), WrittenOtherwise> {
        let file = &self.document.file;
        let mut wanted = (self.document.facts.as_ref())
            .map(FactNode::to_json)
            .ok_or(WrittenOtherwise)?;
        if !edit(value_at(&mut wanted, path)) || change.span.end > file.text.len() {
            return Err(WrittenOtherwise);
        }
        let mut text = file.text.clone();
        text.replace_range(change.span, &change.text);
        let changed = parsed(&file.path, &text, &self.limits).ok_or(WrittenOtherwise)?;
        let now = changed.facts.as_ref().map(FactNode::to_json);
        let is_same_body = text[changed.body.clone()] == file.text[self.document.body.clone()];
        if now != Some(wanted) || !is_same_body {
            return Err(WrittenOtherwise);
        }
        self.document = changed;
        Ok(())
    }

    /// Returns a value as YAML on one line, in quotation marks where the old one is.
    fn in_style_of(&self, old: &FactNode, value: &Value) -> String {
        let is_quoted = self.text()[old.span.clone()].starts_with(['"', '\'']);
        match value {
            Value::String(_) if is_quoted => value.to_string(),
            _ => flow(value),
        }
    }
}

/// Returns a value as YAML on one line.
pub(crate) fn flow(value: &Value) -> String {
    match value {
        Value::Null => "~".to_owned(),
        Value::String(text) => plain_or_quoted(text),
        Value::Array(items) => {
            format!(
                "[{}]",
                items.iter().map(flow).collect::<Vec<_>>().join(", ")
            )
        }
        Value::Object(facts) => format!("{{{}}}", flow_entries(facts)),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// Returns the facts of a map as YAML on one line, without braces.
pub(crate) fn flow_entries(facts: &Map<String, Value>) -> String {
    let entry = |(name, value): (&String, &Value)| format!("{}: {}", scalar(name), flow(value));
    facts.iter().map(entry).collect::<Vec<_>>().join(", ")
}

/// Returns a text as people write it: dates, whole numbers, yes and no without quotation marks.
fn plain_or_quoted(text: &str) -> String {
    let is_number = text.parse::<i64>().is_ok_and(|own| own.to_string() == text);
    let is_date = PartialDate::parse(text).is_some_and(|date| date.to_string() == text);
    if is_number || is_date || matches!(text, "yes" | "no") {
        text.to_owned()
    } else {
        scalar(text)
    }
}

fn below(path: &[FactStep], step: FactStep) -> Vec<FactStep> {
    path.iter().cloned().chain([step]).collect()
}

fn value_at<'v>(value: &'v mut Value, path: &[FactStep]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, step| match step {
        FactStep::Name(name) => value.get_mut(name),
        FactStep::Item(at) => value.get_mut(at),
    })
}
