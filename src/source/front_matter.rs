//! Front matter: the facts at the top of a Markdown file.

use super::node::{FactNode, FactValue, SyntaxFault};
use super::{toml, yaml};
use crate::diag::{Diagnostic, Severity, codes};
use crate::source::control_characters;
use crate::source::file::SourceFile;
use crate::source::syntax_causes::cause_of;
use serde::de::IgnoredAny;
use std::ops::Range;
use std::sync::Arc;
use tragaluz_tables::limits::{Limit, Limits};

/// A file, its facts, and where its text is.
#[derive(Debug, Clone)]
pub struct Document {
    pub(crate) file: Arc<SourceFile>,
    /// Its facts: a map, or nothing where the file has none or they cannot be read.
    pub(crate) facts: Option<FactNode>,
    /// The text below them.
    pub(crate) body: Range<usize>,
}

/// A notation: what opens and closes it, and how it is read.
struct Notation {
    delimiter: &'static str,
    parse: Parse,
}

/// Parses facts in one notation.
type Parse = fn(&str, &Limits) -> Result<FactNode, SyntaxFault>;

const NOTATIONS: &[Notation] = &[
    Notation {
        delimiter: "---",
        parse: yaml::parse,
    },
    Notation {
        delimiter: "+++",
        parse: toml::parse,
    },
];

impl Document {
    /// Returns a file without text, and with no facts yet.
    pub(crate) fn empty(path: String) -> Document {
        let facts = FactNode {
            value: FactValue::Map(Vec::new()),
            span: 0..0,
        };
        let text = String::new();
        Document {
            file: Arc::new(SourceFile::new(path, text)),
            facts: Some(facts),
            body: 0..0,
        }
    }

    /// Returns a file of which only the text is known.
    fn without_facts(file: Arc<SourceFile>, body: Range<usize>) -> Document {
        Document {
            file,
            facts: None,
            body,
        }
    }
}

/// Splits a Markdown file into facts and text; what is wrong goes to `found`.
pub(crate) fn read(
    file: Arc<SourceFile>,
    limits: &Limits,
    found: &mut Vec<Diagnostic>,
) -> Document {
    let end = file.text.len();
    if file.text.contains('\0') {
        // Not a text at all, which has been said.
        return Document::without_facts(file, end..end);
    }
    if let Some(start) = json_end(&file.text) {
        let facts = parsed(&file, 0..start, yaml::parse, limits, found);
        return Document {
            file,
            facts,
            body: start..end,
        };
    }
    let first = file.text.lines().next().unwrap_or_default().trim_end();
    let Some(notation) = NOTATIONS.iter().find(|n| n.delimiter == first) else {
        return read_bare(file, found);
    };
    let first = 0..first.len();
    let Some((inner, body)) = split(&file.text, notation.delimiter) else {
        let finding = Diagnostic::new(&codes::FRONT_MATTER_OPEN).at(file.place(first));
        found.push(finding.arg("mark", notation.delimiter));
        return Document::without_facts(file, end..end);
    };
    if inner.len() as u64 > limits.most(Limit::FactsKib) * 1024 {
        found.push(too_large(&file, Limit::FactsKib, limits, first));
        return Document::without_facts(file, body);
    }
    if notation.delimiter == "---" {
        tell_comments(&file, &inner, found);
    }
    let facts = parsed(&file, inner, notation.parse, limits, found);
    Document { file, facts, body }
}

/// Tells texts in YAML of which the end is taken for a comment.
fn tell_comments(file: &SourceFile, inner: &Range<usize>, found: &mut Vec<Diagnostic>) {
    for span in yaml::swallowed(&file.text[inner.clone()]) {
        let place = file.place(moved(&span, inner.start));
        found.push(Diagnostic::new(&codes::TEXT_TAKEN_FOR_COMMENT).at(place));
    }
}

/// Reads a file without facts at its top: it is empty, a text alone, or has its facts where they are not seen.
fn read_bare(file: Arc<SourceFile>, found: &mut Vec<Diagnostic>) -> Document {
    let whole = 0..file.text.len();
    let first = file.text.lines().next().unwrap_or_default().trim_end();
    let mut finding = Diagnostic::new(&codes::FRONT_MATTER_MISSING).at(file.place(0..first.len()));
    let is_empty = file.text.trim().is_empty();
    if !is_empty && !is_text_alone(&file.text) {
        found.push(finding.arg("use", "nothing"));
        return Document::without_facts(file, whole);
    }
    finding.severity = Severity::Warning;
    if is_empty {
        found.push(finding.arg("use", "empty"));
        return Document::without_facts(file, whole);
    }
    found.push(finding.arg("use", "text"));
    let facts = FactNode {
        value: FactValue::Map(Vec::new()),
        span: 0..0,
    };
    Document {
        file,
        facts: Some(facts),
        body: whole,
    }
}

/// Where facts in JSON end that a file begins with, as Hugo takes them; none where it does not begin so. JSON is YAML, and read
/// as such.
fn json_end(text: &str) -> Option<usize> {
    let is_object = text.starts_with('{') && !text.starts_with("{{") && !text.starts_with("{%");
    let mut values = serde_json::Deserializer::from_str(if is_object { text } else { "" })
        .into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    let end = values.byte_offset();
    let rest = text[end..].lines().next().unwrap_or_default();
    rest.trim().is_empty().then_some(end)
}

/// Whether a file without facts at its top is a text all the same: something is in it, and no delimiter of facts comes
/// first that a blank line keeps from being seen.
fn is_text_alone(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty());
    first.is_some_and(|line| !NOTATIONS.iter().any(|notation| notation.delimiter == line))
}

/// Reads a file that is facts from end to end: `tragaluz.toml`, `datapackage.json`.
pub(crate) fn read_whole(
    file: Arc<SourceFile>,
    limits: &Limits,
    found: &mut Vec<Diagnostic>,
) -> Document {
    let parse: Parse = if file.path.ends_with(".toml") {
        toml::parse
    } else {
        yaml::parse
    };
    let end = file.text.len();
    let facts = parsed(&file, 0..end, parse, limits, found);
    Document {
        file,
        facts,
        body: end..end,
    }
}

/// Where the text below a page's facts begins.
pub(super) fn text_start(text: &str) -> usize {
    let first = text.lines().next().unwrap_or_default().trim_end();
    let notation = NOTATIONS.iter().find(|n| n.delimiter == first);
    notation.map_or(0, |n| {
        split(text, n.delimiter).map_or(text.len(), |(_, body)| body.start)
    })
}

/// The ranges of the facts and of the text after them.
fn split(text: &str, delimiter: &str) -> Option<(Range<usize>, Range<usize>)> {
    let start = text.find('\n')? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == delimiter {
            return Some((start..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    None
}

fn parsed(
    file: &SourceFile,
    inner: Range<usize>,
    parse: Parse,
    limits: &Limits,
    found: &mut Vec<Diagnostic>,
) -> Option<FactNode> {
    let offset = inner.start;
    let diagnostic = match parse(&file.text[inner.clone()], limits) {
        Ok(mut node) => {
            node.shift(offset);
            control_characters::take_out(&mut node, file, found);
            match node.value {
                FactValue::Map(_) => return Some(node),
                FactValue::Null => {
                    return Some(FactNode {
                        value: FactValue::Map(Vec::new()),
                        span: inner,
                    });
                }
                _ => syntax(file, "map", node.span),
            }
        }
        Err(SyntaxFault::Syntax(cause, span)) => syntax(file, &cause, moved(&span, offset)),
        Err(SyntaxFault::Repeated(keys)) => {
            found.extend(keys.into_iter().map(|key| {
                let place = file.place(moved(&key.span, offset));
                Diagnostic::new(&codes::REPEATED_FACT)
                    .at(place)
                    .arg("name", key.name)
            }));
            return None;
        }
        Err(SyntaxFault::TooLarge(limit, span)) => {
            too_large(file, limit, limits, moved(&span, offset))
        }
    };
    found.push(diagnostic);
    None
}

fn syntax(file: &SourceFile, said: &str, span: Range<usize>) -> Diagnostic {
    let (cause, span) = cause_of(&file.text, said, span);
    Diagnostic::new(&codes::FRONT_MATTER_SYNTAX)
        .at(file.place(span))
        .arg("cause", cause)
}

fn too_large(file: &SourceFile, limit: Limit, limits: &Limits, span: Range<usize>) -> Diagnostic {
    let finding = Diagnostic::new(&codes::FRONT_MATTER_TOO_LARGE).at(file.place(span));
    finding
        .arg("setting", limit.name())
        .arg("most", limits.most(limit))
}

fn moved(span: &Range<usize>, by: usize) -> Range<usize> {
    span.start + by..span.end + by
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> (Document, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let file = Arc::new(SourceFile::new("content/a.md", text));
        (read(file, &Limits::default(), &mut found), found)
    }

    #[test]
    fn both_notations_give_the_same_facts() {
        let texts = |text| {
            let (d, found) = document(text);
            assert!(found.is_empty(), "{found:?}");
            let Some(FactNode {
                value: FactValue::Map(entries),
                ..
            }) = d.facts
            else {
                panic!()
            };
            let values: Vec<_> = entries
                .into_iter()
                .map(|(k, v)| (k.name, v.value))
                .collect();
            (values, d.file.text[d.body].to_owned())
        };
        assert_eq!(
            texts("---\ntitle: A\r\nstart: 2022-01\n---\nBody"),
            texts("+++\ntitle='A'\nstart='2022-01'\n+++\nBody")
        );
    }

    #[test]
    fn facts_in_json_are_read() {
        let (json, found) = document("{\n  \"title\": \"A\",\n  \"tags\": [\"b\"]\n}\n\nBody");
        assert!(found.is_empty(), "{found:?}");
        let Some(FactNode {
            value: FactValue::Map(entries),
            ..
        }) = json.facts
        else {
            panic!()
        };
        assert_eq!(
            entries
                .iter()
                .map(|(key, _)| key.name.as_str())
                .collect::<Vec<_>>(),
            ["title", "tags"]
        );
        assert_eq!(json.file.text[json.body].trim(), "Body");
        for text in [
            "{{< figure >}}\nText",
            "{% include x %}\nText",
            "{a} is a set.\nText",
            "{\"a\": 1} is JSON.\nText",
        ] {
            let (other, found) = document(text);
            assert!(found.len() == 1 && other.body == (0..text.len()), "{text}");
        }
    }

    #[test]
    fn faults_name_their_line() {
        let line = |text| document(text).1[0].place.clone().unwrap().line;
        assert_eq!(line("---\ntitle: A\n"), 1);
        assert_eq!(line("---\ntitle: A\ntitle: B\n---\n"), 3);
        assert_eq!(line("+++\na = 1\nb = \n+++\n"), 3);
        assert_eq!(line("no facts"), 1);
        assert_eq!(line("---\n- a\n- b\n---\n"), 2);
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(
            mark in "---|\\+\\+\\+",
            inner in "[ \\-:=\\[\\]{}&*!'\"\\\\a-cáñ¿“\t\r\n|>#~\u{7}\u{feff}]{0,60}",
        ) {
            document(&format!("{mark}\n{inner}\n{mark}\n{inner}"));
        }
    }
}
