//! A row of a table of reports as a document.

use super::columns::{ColumnUse, QUESTIONS};
use crate::source::code_labels;
use crate::source::file::SourceFile;
use crate::source::front_matter::Document;
use crate::source::node::{FactKey, FactNode, FactValue};
use crate::text::slug::slug;
use crate::text::web::is_web_address;
use std::ops::Range;
use std::sync::Arc;
use tragaluz_tables::plain_rows::{PlainRow, PlainTable};

/// Letters that an identifier takes from the name of a commitment.
const LONGEST: usize = 40;

/// A cell, and where it is in the document's text.
struct PlacedCell<'r> {
    text: &'r str,
    span: Range<usize>,
    used: ColumnUse,
}

/// A row while it becomes a document.
pub(super) struct RowText<'r> {
    path: String,
    text: String,
    cells: Vec<PlacedCell<'r>>,
    line: u64,
    stem: &'r str,
}

impl<'r> RowText<'r> {
    /// Writes every column as a line: its name, and its cell.
    pub(super) fn of(
        path: &'r str,
        table: &PlainTable,
        row: &'r PlainRow,
        uses: &[ColumnUse],
    ) -> RowText<'r> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let within = table
            .sheet
            .as_deref()
            .map(|sheet| format!("{}!", sheet.replace('/', "-")));
        let within = within.unwrap_or_default();
        let mut made = RowText {
            path: format!("{path}#{within}{}", row.line),
            text: String::new(),
            cells: Vec::new(),
            line: row.line,
            stem: name.split('.').next().unwrap_or(name),
        };
        for ((column, cell), used) in table.columns.iter().zip(&row.cells).zip(uses) {
            made.text.push_str(&one_line(column));
            made.text.push_str(": ");
            let start = made.text.len();
            // What is left out of the page stands in no text that is looked through, or shown with a finding.
            if *used != ColumnUse::Contact {
                made.text.push_str(&one_line(cell));
            }
            let span = start..made.text.len();
            made.text.push('\n');
            made.cells.push(PlacedCell {
                text: cell,
                span,
                used: *used,
            });
        }
        made
    }

    fn filled(&self) -> impl Iterator<Item = &PlacedCell<'r>> {
        self.cells.iter().filter(|cell| !cell.text.is_empty())
    }

    fn fact(&self, name: &'static str) -> Option<&PlacedCell<'r>> {
        self.filled()
            .find(|cell| cell.used == ColumnUse::Fact(name))
    }

    /// Returns the document: facts, and the answers in words as sections.
    pub(super) fn into_document(mut self) -> Document {
        let facts = self.facts();
        let start = self.text.len();
        let body = self.body();
        self.text.push_str(&body);
        let (text, path) = (self.text, self.path);
        let body = start..text.len();
        Document {
            file: Arc::new(SourceFile::new(path, text)),
            facts: Some(FactNode {
                value: FactValue::Map(facts),
                span: 0..start,
            }),
            body,
        }
    }

    fn facts(&self) -> Vec<(FactKey, FactNode)> {
        let mut facts = vec![entry("id", self.identifier()), entry("title", self.title())];
        for name in ["commitment", "locality", "action_plan", "date", "stage"] {
            let cell = self.fact(name);
            facts.extend(cell.map(|cell| {
                let text = match name {
                    "date" => day_of(cell.text),
                    _ => cell.text.to_owned(),
                };
                entry(name, text_node(&text, &cell.span))
            }));
        }
        facts.extend(self.evaluators());
        if self.filled().any(|cell| cell.used == ColumnUse::Contact) {
            facts.push(entry("contact_withheld", text_node("yes", &(0..0))));
        }
        for (number, name) in [("1.1", "completion"), ("1.3", "as_planned")] {
            let cell = self
                .filled()
                .find(|cell| cell.used == ColumnUse::Answer(number));
            let code = cell.and_then(|cell| Some((code(name, cell.text)?, &cell.span)));
            facts.extend(code.map(|(code, span)| entry(name, text_node(code, span))));
            // An answer from a list that is none of it is told where it is.
            let strange =
                cell.filter(|cell| code.is_none() && number == "1.1" && !is_long(cell.text));
            facts.extend(strange.map(|cell| entry(name, text_node(cell.text, &cell.span))));
        }
        facts.extend(list("answers", self.answers()));
        facts.extend(list("evidence", self.evidence()));
        facts
    }

    /// Returns its own identifier, else one of its commitment and its date, or its row.
    fn identifier(&self) -> FactNode {
        if let Some(own) = self.fact("id") {
            return text_node(own.text, &own.span);
        }
        let commitment = self.fact("commitment");
        let about = slug(commitment.map_or(self.stem, |cell| cell.text));
        let about: String = about.chars().take(LONGEST).collect();
        let when = self.fact("date").or(self.fact("stage"));
        let when = when.map(|cell| slug(&day_of(cell.text)));
        let when = when.unwrap_or_else(|| self.line.to_string());
        let id = format!("{}-{when}", about.trim_end_matches('-'));
        text_node(&id, &commitment.map_or(0..0, |cell| cell.span.clone()))
    }

    fn title(&self) -> FactNode {
        let own = self.fact("title").or(self.fact("commitment"));
        own.map_or_else(
            || text_node(self.stem, &(0..0)),
            |cell| text_node(cell.text, &cell.span),
        )
    }

    fn evaluators(&self) -> Option<(FactKey, FactNode)> {
        let cells = self
            .filled()
            .filter(|cell| cell.used == ColumnUse::Evaluators);
        let names = cells.flat_map(|cell| {
            let names = cell.text.split([',', ';', '\n']).map(str::trim);
            names
                .filter(|name| !name.is_empty())
                .map(move |name| text_node(name, &cell.span))
        });
        list("evaluators", names.collect())
    }

    /// Returns what is answered yes or no, and in a degree.
    fn answers(&self) -> Vec<FactNode> {
        let mut answers = Vec::new();
        for (number, _) in QUESTIONS
            .iter()
            .filter(|(number, _)| number.starts_with('2'))
        {
            let mut facts = Vec::new();
            for cell in self.filled() {
                if cell.used == ColumnUse::Answer(number) {
                    let said =
                        code_labels::yes_or_no(cell.text).map(|yes| if yes { "yes" } else { "no" });
                    facts.extend(said.map(|said| entry("answer", text_node(said, &cell.span))));
                } else if cell.used == ColumnUse::Degree(number) {
                    let said = code("degree", cell.text).unwrap_or(cell.text);
                    facts.push(entry("degree", text_node(said, &cell.span)));
                }
            }
            if !facts.is_empty() {
                let span = facts[0].1.span.clone();
                facts.insert(0, entry("question", text_node(number, &span)));
                answers.push(FactNode {
                    value: FactValue::Map(facts),
                    span,
                });
            }
        }
        answers
    }

    fn evidence(&self) -> Vec<FactNode> {
        let mut all = Vec::new();
        for cell in self.filled() {
            let ColumnUse::Evidence(number) = cell.used else {
                continue;
            };
            for piece in cell
                .text
                .split(['\n', ';'])
                .map(str::trim)
                .filter(|one| !one.is_empty())
            {
                let name = if is_web_address(piece) {
                    "url"
                } else {
                    "title"
                };
                let question = entry("question", text_node(number, &cell.span));
                all.push(FactNode {
                    value: FactValue::Map(vec![
                        question,
                        entry(name, text_node(piece, &cell.span)),
                    ]),
                    span: cell.span.clone(),
                });
            }
        }
        all
    }

    /// Returns the answers in words as sections.
    fn body(&self) -> String {
        let mut body = String::new();
        for (number, _) in QUESTIONS {
            let said = self.filled().filter(|cell| match cell.used {
                ColumnUse::Explanation(own) => own == *number,
                ColumnUse::Answer(own) => own == *number && !is_coded(number, cell.text),
                _ => false,
            });
            let said: Vec<String> = said.map(|cell| as_text(cell.text)).collect();
            if !said.is_empty() {
                body.push_str(&format!("\n## {number}\n\n{}\n", said.join("\n\n")));
            }
        }
        body
    }
}

/// Whether an answer is one of a list, and so a fact.
fn is_coded(number: &str, text: &str) -> bool {
    match number {
        "1.1" => code("completion", text).is_some() || !is_long(text),
        "1.3" => code("as_planned", text).is_some(),
        "1.2" | "3" => false,
        _ => code_labels::yes_or_no(text).is_some(),
    }
}

/// Whether a text is a sentence rather than a choice.
fn is_long(text: &str) -> bool {
    text.split_whitespace().count() > 4
}

/// The code of a fact that a text is, or is the shown name of in a language of the theme.
fn code(fact: &'static str, text: &str) -> Option<&'static str> {
    const CODES: &[(&str, &[&str])] = &[
        (
            "completion",
            &[
                "no-evidence",
                "not-started",
                "limited",
                "substantial",
                "complete",
            ],
        ),
        ("as_planned", &["all", "most", "some", "none"]),
        (
            "degree",
            &[
                "worsened",
                "did-not-change",
                "marginal",
                "major",
                "outstanding",
            ],
        ),
    ];
    let (_, codes) = CODES.iter().find(|(own, _)| *own == fact)?;
    code_labels::code_in_any_language(fact, text, codes)
}

/// The day of a form's instant, as pages give it. Of `15/03/2023` and `3/15/2023` it is known which is the month; a date that
/// could be of two days stays as it is, and is told.
fn day_of(text: &str) -> String {
    let day = text.split([' ', 'T', ',']).next().unwrap_or(text);
    let parts: Option<Vec<u32>> = day.split('/').map(|part| part.parse().ok()).collect();
    match parts.as_deref() {
        Some([year, month, day]) if *year > 31 => format!("{year:04}-{month:02}-{day:02}"),
        Some([day, month, year]) if *day > 12 || day == month => {
            format!("{year:04}-{month:02}-{day:02}")
        }
        Some([month, day, year]) if *day > 12 => format!("{year:04}-{month:02}-{day:02}"),
        _ => day.to_owned(),
    }
}

/// Returns a text of a form as Markdown: a line that begins with `#` is no heading, and nothing is markup.
fn as_text(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '#' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '|' | '~'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn entry(name: &str, node: FactNode) -> (FactKey, FactNode) {
    let key = FactKey {
        name: name.to_owned(),
        span: node.span.clone(),
    };
    (key, node)
}

fn text_node(text: &str, span: &Range<usize>) -> FactNode {
    FactNode {
        value: FactValue::Text(text.to_owned()),
        span: span.clone(),
    }
}

fn list(name: &str, items: Vec<FactNode>) -> Option<(FactKey, FactNode)> {
    let span = items.first()?.span.clone();
    Some(entry(
        name,
        FactNode {
            value: FactValue::List(items),
            span,
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forms_instant_is_a_day_where_that_is_certain() {
        for (given, day) in [
            ("2023-03-15T10:00:00Z", "2023-03-15"),
            ("2023/03/15 10:22:01 a. m. GMT-6", "2023-03-15"),
            ("15/03/2023 10:22", "2023-03-15"),
            ("3/15/2023", "2023-03-15"),
            ("03/03/2023", "2023-03-03"),
            ("03/04/2023", "03/04/2023"),
            ("2023-03", "2023-03"),
        ] {
            assert_eq!(day_of(given), day);
        }
    }

    #[test]
    fn answers_of_a_form_are_no_markup() {
        assert_eq!(as_text("# a *b*\n<i>"), "\\# a \\*b\\*\n\\<i\\>");
    }
}
