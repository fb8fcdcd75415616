//! Facts as written: a tree in which everything knows where it is.
//!
//! YAML and TOML are both read into this tree, and scalars keep the very characters of the file, so that
//! `version: 1.10` stays `1.10` and one reader of facts serves both notations.

use std::ops::Range;
use tragaluz_tables::limits::Limit;

/// A value and its bytes in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FactNode {
    pub(crate) value: FactValue,
    pub(crate) span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FactValue {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    /// A scalar; its type is for the reader of the fact to say.
    Text(String),
    List(Vec<FactNode>),
    /// Keys and values in the order written.
    Map(Vec<(FactKey, FactNode)>),
}

/// A key of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FactKey {
    pub(crate) name: String,
    pub(crate) span: Range<usize>,
}

/// Why a text could not be read as facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SyntaxFault {
    /// It breaks the notation's rules; the parser's own words.
    Syntax(String, Range<usize>),
    /// Keys that are a second time in their map, in the order of the text.
    Repeated(Vec<FactKey>),
    /// More of something than its limit allows.
    TooLarge(Limit, Range<usize>),
}

impl FactNode {
    /// Returns the value of a key of a map; none where it is no map, or has no such key.
    pub(crate) fn entry(&self, name: &str) -> Option<&FactNode> {
        let FactValue::Map(entries) = &self.value else {
            return None;
        };
        let (_, value) = entries.iter().find(|(key, _)| key.name == name)?;
        Some(value)
    }

    /// Moves it, and all that is in it, `by` bytes on: a part of a file is read as a text of its own.
    pub(crate) fn shift(&mut self, by: usize) {
        self.span = self.span.start + by..self.span.end + by;
        match &mut self.value {
            FactValue::List(items) => items.iter_mut().for_each(|item| item.shift(by)),
            FactValue::Map(entries) => {
                for (key, value) in entries {
                    key.span = key.span.start + by..key.span.end + by;
                    value.shift(by);
                }
            }
            FactValue::Null | FactValue::Text(_) => {}
        }
    }

    /// The value for programs. A scalar is text, character by character as it was written: `1.10` stays `1.10`.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        match &self.value {
            FactValue::Null => serde_json::Value::Null,
            FactValue::Text(text) => text.as_str().into(),
            FactValue::List(items) => items.iter().map(FactNode::to_json).collect(),
            FactValue::Map(entries) => serde_json::Value::Object(
                entries
                    .iter()
                    .map(|(key, node)| (key.name.clone(), node.to_json()))
                    .collect(),
            ),
        }
    }

    /// Returns the node of a file with this text as JSON, in which numbers and truths that are there without quotation marks
    /// are such, to the last digit.
    pub(crate) fn written_as_json(&self, file: &str) -> String {
        match &self.value {
            FactValue::Text(text)
                if file.get(self.span.clone()) == Some(text) && is_number_or_truth(text) =>
            {
                text.clone()
            }
            FactValue::List(items) => {
                let items = items.iter().map(|item| item.written_as_json(file));
                format!("[{}]", items.collect::<Vec<_>>().join(","))
            }
            FactValue::Map(entries) => {
                let all = entries.iter().map(|(key, node)| {
                    let name = serde_json::Value::from(key.name.as_str());
                    format!("{name}:{}", node.written_as_json(file))
                });
                format!("{{{}}}", all.collect::<Vec<_>>().join(","))
            }
            FactValue::Null | FactValue::Text(_) => self.to_json().to_string(),
        }
    }
}

/// Whether a text is a number or a truth, as JSON writes them.
fn is_number_or_truth(text: &str) -> bool {
    matches!(text, "true" | "false") || serde_json::from_str::<serde_json::Number>(text).is_ok()
}

/// Returns the keys that are a second time, or more often.
pub(crate) fn repeated(entries: &[(FactKey, FactNode)]) -> impl Iterator<Item = &FactKey> {
    let mut seen = std::collections::BTreeSet::new();
    entries
        .iter()
        .filter(move |(key, _)| !seen.insert(key.name.as_str()))
        .map(|(key, _)| key)
}
