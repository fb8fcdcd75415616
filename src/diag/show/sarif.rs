//! For code-scanning tools: SARIF 2.1.0 (OASIS).

use super::FindingFormat;
use crate::diag::{Diagnostic, Speech};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// One run, the rules that found something, and a result a finding.
pub(crate) struct SarifFindings;

impl FindingFormat for SarifFindings {
    fn id(&self) -> &'static str {
        "sarif"
    }

    fn show(&self, found: &[Diagnostic], speech: &Speech, out: &mut dyn Write) -> io::Result<()> {
        let codes: BTreeMap<_, _> = found.iter().map(|d| (d.code.id, d.code)).collect();
        let rules: Vec<Value> = codes
            .values()
            .map(|code| {
                let [title, why] = [speech.title(code), speech.why(code)].map(Option::unwrap_or_default);
                json!({ "id": code.id, "shortDescription": { "text": title }, "fullDescription": { "text": why } })
            })
            .collect();
        let results: Vec<Value> = found.iter().map(|d| one(d, speech)).collect();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": { "name": "tragaluz", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }],
        });
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}

fn one(d: &Diagnostic, speech: &Speech) -> Value {
    let mut words = speech.message(d);
    if let Some(help) = speech.help(d) {
        words = format!("{words} {help}");
    }
    if let Some(paste) = speech.paste(d) {
        words = format!("{words}\n\n{paste}");
    }
    let mut result =
        json!({ "ruleId": d.code.id, "level": d.severity.id(), "message": { "text": words } });
    if let Some(place) = &d.place {
        let mut physical = json!({ "artifactLocation": { "uri": place.file } });
        if place.line > 0 {
            physical["region"] =
                json!({ "startLine": place.line, "startColumn": place.column.max(1) });
            if let Some(end) = place.end_column() {
                // The column behind the last character (SARIF 2.1.0, §3.30.8).
                physical["region"]["endColumn"] = json!(end);
            }
        }
        result["locations"] = json!([{ "physicalLocation": physical }]);
    }
    result
}
