//! For programs: one JSON array.

use super::FindingFormat;
use crate::diag::{Diagnostic, Speech};
use serde_json::{Value, json};
use std::io::{self, Write};

/// `[{code, severity, file, line, column, end_column, message, help, paste}]`; `line` and `column` count from 1, `end_column` is that
/// behind the last character that is meant. They are absent where a finding is about a whole file, `file` where it is about none.
pub(crate) struct JsonFindings;

impl FindingFormat for JsonFindings {
    fn id(&self) -> &'static str {
        "json"
    }

    fn show(&self, found: &[Diagnostic], speech: &Speech, out: &mut dyn Write) -> io::Result<()> {
        let all: Vec<Value> = found.iter().map(|d| one(d, speech)).collect();
        serde_json::to_writer_pretty(&mut *out, &all)?;
        writeln!(out)
    }
}

fn one(d: &Diagnostic, speech: &Speech) -> Value {
    let mut value = json!({ "code": d.code.id, "severity": d.severity.id() });
    if let Some(place) = &d.place {
        value["file"] = json!(place.file);
        if place.line > 0 {
            value["line"] = json!(place.line);
        }
        if place.column > 0 {
            value["column"] = json!(place.column);
        }
        if let Some(end) = place.end_column() {
            value["end_column"] = json!(end);
        }
        if let Some(excerpt) = &place.excerpt {
            value["text"] = json!(excerpt.text);
        }
    }
    value["message"] = json!(speech.message(d));
    if let Some(help) = speech.help(d) {
        value["help"] = json!(help);
    }
    if let Some(paste) = speech.paste(d) {
        value["paste"] = json!(paste);
    }
    value
}
