//! What was done, for people and for programs: names and counts, never a value.

use super::target::{OriginalUse, RedactionTarget, shown};
use serde_json::{Value, json};
use tragaluz::diag::Speech;
use tragaluz::text::messages::Arg;
use tragaluz_tables::privacy::mask;
use tragaluz_tables::redact::{
    CopyForm, CountByKind, RedactedTable, RedactionPolicy, RedactionReport,
};

/// What is told of a copy.
pub(super) struct Told<'a> {
    pub(super) target: &'a RedactionTarget,
    pub(super) policy: &'a RedactionPolicy,
    pub(super) report: &'a RedactionReport,
}

/// A line of what was found: where, of which kind, in how many cells.
struct FoundLine {
    place: String,
    kind: &'static str,
    count: u64,
}

impl Told<'_> {
    /// Returns the lines for people.
    pub(super) fn lines(&self, speech: &Speech) -> Vec<String> {
        let names = self.names();
        let mut lines = vec![speech.say("redacted", &names)];
        if let Some(removed) = &self.report.removed {
            let args = [
                ("count", removed.len().into()),
                ("parts", removed.join(", ").into()),
            ];
            lines.push(speech.say("redacted-picture", &args));
            lines.extend(self.of_original(speech));
            return lines;
        }
        if !self.report.is_changed() {
            lines.push(speech.say("redacted-nothing", &[]));
        }
        let masked = self.found(|table| &table.elsewhere, false, speech);
        section(&mut lines, "redacted-masked", &masked, speech);
        lines.extend(listed("redacted-left-out", &self.left_out(), speech));
        let kept = self.found(|table| &table.kept_elsewhere, true, speech);
        section(&mut lines, "redacted-kept", &kept, speech);
        self.add_form(&mut lines, speech);
        let count = self.policy.kinds.len().into();
        lines.push(speech.say("redacted-checked", &[("count", count)]));
        lines.extend(self.of_original(speech));
        lines
    }

    /// Returns what becomes of the file that was copied, where it is in a portal.
    fn of_original(&self, speech: &Speech) -> Option<String> {
        let id = match self.target.original() {
            OriginalUse::Elsewhere => return None,
            OriginalUse::Withheld => "redacted-withheld",
            OriginalUse::Published => "redacted-published",
        };
        Some(speech.say(id, &self.names()))
    }

    /// Adds what the form of the copy leaves out or changes.
    fn add_form(&self, lines: &mut Vec<String>, speech: &Speech) {
        let hidden = self
            .report
            .hidden
            .iter()
            .map(|name| mask(name).into_owned());
        lines.extend(listed(
            "redacted-hidden",
            &hidden.collect::<Vec<_>>(),
            speech,
        ));
        if self.target.form == Some(CopyForm::Workbook) {
            lines.push(speech.say("redacted-workbook", &[]));
        }
        if let Some(encoding) = &self.report.written_anew {
            lines.push(speech.say(
                "redacted-encoding",
                &[("encoding", encoding.clone().into())],
            ));
        }
    }

    /// Returns the names of the file and its copy, for messages.
    fn names(&self) -> [(&'static str, Arg); 2] {
        [
            ("out", mask(&shown(&self.target.out)).into_owned().into()),
            ("file", mask(&self.target.name).into_owned().into()),
        ]
    }

    /// Returns what is in columns and elsewhere: what was masked, or what was found and stays.
    fn found(
        &self,
        elsewhere: fn(&RedactedTable) -> &CountByKind,
        is_kept: bool,
        speech: &Speech,
    ) -> Vec<FoundLine> {
        let mut lines = Vec::new();
        for table in &self.report.tables {
            let sheet = table
                .name
                .as_ref()
                .map_or_else(String::new, |name| format!("{name}: "));
            let mut add = |place: &str, counts: &CountByKind| {
                let found = counts.iter().map(|(kind, count)| FoundLine {
                    place: format!("{sheet}{place}"),
                    kind,
                    count: *count,
                });
                lines.extend(found);
            };
            for column in table.columns.iter().filter(|column| !column.is_left_out) {
                add(
                    &column.name,
                    if is_kept {
                        &column.kept
                    } else {
                        &column.masked
                    },
                );
            }
            let place = if self.target.form == Some(CopyForm::Prose) || table.columns.is_empty() {
                "redacted-in-text"
            } else {
                "redacted-in-notes"
            };
            add(&speech.say(place, &[]), elsewhere(table));
        }
        lines
    }

    /// Returns the columns that are left out, each with what was found in it.
    fn left_out(&self) -> Vec<String> {
        let columns = self.report.tables.iter().flat_map(|table| &table.columns);
        let left_out = columns.filter(|column| column.is_left_out).map(|column| {
            let kinds: Vec<&str> = column
                .masked
                .keys()
                .chain(column.kept.keys())
                .copied()
                .collect();
            if kinds.is_empty() {
                column.name.clone()
            } else {
                format!("{} ({})", column.name, kinds.join(", "))
            }
        });
        left_out.collect()
    }

    /// Returns the same for programs.
    pub(super) fn json(&self) -> String {
        let tables: Vec<Value> = self.report.tables.iter().map(table).collect();
        let original = match self.target.original() {
            OriginalUse::Elsewhere => "elsewhere",
            OriginalUse::Withheld => "withheld",
            OriginalUse::Published => "published",
        };
        let told = json!({
            "file": mask(&shown(&self.target.file)),
            "out": mask(&shown(&self.target.out)),
            "kinds": self.policy.kinds,
            "masked": self.report.masked(),
            "kept": self.report.kept(),
            "tables": tables,
            "hidden_sheets": self.report.hidden,
            "written_anew_from": self.report.written_anew,
            "removed_from_picture": self.report.removed,
            "original": original,
        });
        serde_json::to_string_pretty(&told).unwrap_or_default()
    }
}

fn table(table: &RedactedTable) -> Value {
    let columns = table.columns.iter().map(|column| {
        json!({
            "name": column.name,
            "left_out": column.is_left_out,
            "masked": column.masked,
            "kept": column.kept,
        })
    });
    json!({
        "name": table.name,
        "columns": columns.collect::<Vec<_>>(),
        "elsewhere": {"masked": table.elsewhere, "kept": table.kept_elsewhere},
    })
}

/// Returns a message that lists names; none where there are none.
fn listed(id: &str, names: &[String], speech: &Speech) -> Option<String> {
    let args = [
        ("count", names.len().into()),
        ("names", names.join(", ").into()),
    ];
    (!names.is_empty()).then(|| speech.say(id, &args))
}

/// Adds a heading and what is below it, in columns, where there is something.
fn section(lines: &mut Vec<String>, heading: &str, found: &[FoundLine], speech: &Speech) {
    if found.is_empty() {
        return;
    }
    lines.push(speech.say(heading, &[]));
    let width = |of: fn(&FoundLine) -> &str| {
        let widths = found.iter().map(|line| of(line).chars().count());
        widths.max().unwrap_or(0)
    };
    let (places, kinds) = (width(|line| &line.place), width(|line| line.kind));
    for FoundLine { place, kind, count } in found {
        let count = speech.say("redacted-count", &[("count", (*count).into())]);
        lines.push(format!("  {place:<places$}  {kind:<kinds$}  {count}"));
    }
}

/// Returns a text, or the word for none.
pub(super) fn or_none(text: String) -> String {
    if text.is_empty() {
        "none".to_owned()
    } else {
        text
    }
}
