//! A fact's value as the text of a cell, and back. Items of a list stand apart by “;” or by lines; an item with facts of its
//! own is `name: value, name: value`. What could be misread is in quotation marks.

use crate::authoring::fact_edit::{flow, flow_entries};
use crate::source::asked::FactForm;
use crate::source::limits::Limits;
use crate::source::yaml;
use crate::text::date::PartialDate;
use serde_json::Value;

/// What a cell has where its fact is longer than a cell holds: import leaves such a fact alone.
pub(super) const TOO_LONG: &str = "[…]";

/// Characters of the longest fact that a cell is given.
const LONGEST: usize = 32_000;

/// What keeps a cell from being read; its message is `import-fault` with this word.
pub(super) type CellFault = &'static str;

/// Returns a value as the text of a cell.
pub(super) fn cell_of(value: &Value) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.replace("\r\n", "\n").trim().to_owned(),
        Value::Array(items) => {
            let is_plain = items.iter().all(Value::is_string);
            let items = items.iter().map(item_of).collect::<Vec<_>>();
            items.join(if is_plain { "; " } else { "\n" })
        }
        Value::Object(facts) => flow_entries(facts),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    };
    if text.chars().count() > LONGEST {
        TOO_LONG.to_owned()
    } else {
        text
    }
}

fn item_of(item: &Value) -> String {
    match item {
        Value::String(text) => {
            let is_odd = text.trim() != text
                || text.is_empty()
                || text.contains([';', '\n', '\r'])
                || text.starts_with(['"', '{', '['])
                || has_facts(text);
            if is_odd {
                item.to_string()
            } else {
                text.clone()
            }
        }
        Value::Object(facts) if !facts.is_empty() => flow_entries(facts),
        _ => flow(item),
    }
}

/// Whether an item begins as `name: value` does.
fn has_facts(item: &str) -> bool {
    let name = item.split_once(':').filter(|(_, rest)| {
        let rest = rest.chars().next();
        rest.is_none_or(char::is_whitespace)
    });
    name.is_some_and(|(name, _)| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || "_-".contains(c))
    })
}

/// Divides a cell into its items, at “;” and line breaks outside quotation marks.
fn items(cell: &str) -> Vec<String> {
    let (mut all, mut item) = (Vec::new(), String::new());
    let (mut is_quoted, mut is_escaped, mut before) = (false, false, ' ');
    for c in cell.chars() {
        let opens = matches!(before, ' ' | '\n' | '[' | '{' | ',' | ':');
        match c {
            '"' if is_quoted && !is_escaped => is_quoted = false,
            '"' if !is_quoted && (opens || item.trim().is_empty()) => is_quoted = true,
            ';' | '\n' if !is_quoted => {
                all.push(std::mem::take(&mut item));
                (is_escaped, before) = (false, ' ');
                continue;
            }
            _ => {}
        }
        is_escaped = c == '\\' && !is_escaped;
        before = c;
        item.push(c);
    }
    all.push(item);
    let trimmed = all.iter().map(|item| item.trim().to_owned());
    trimmed.filter(|item| !item.is_empty()).collect()
}

/// Reads an item: a text, or facts.
fn read_item(item: &str, may_have_facts: bool) -> Result<Value, CellFault> {
    if item.starts_with('"')
        && let Ok(text) = serde_json::from_str::<String>(item)
    {
        return Ok(text.into());
    }
    if !may_have_facts {
        return Ok(item.into());
    }
    let written = if item.starts_with(['{', '[']) {
        item.to_owned()
    } else if has_facts(item) {
        format!("{{{item}}}")
    } else {
        return Ok(item.into());
    };
    let read = yaml::parse(&format!("x: {written}\n"), &Limits::default());
    let read = read.map_err(|_| "list")?.to_json();
    let value = read.get("x").cloned().unwrap_or_default();
    // A comma in a text that is not in quotation marks makes a name without a value of the rest.
    let is_broken = |facts: &serde_json::Map<String, Value>| {
        facts
            .iter()
            .any(|(name, value)| value.is_null() && name.contains(' '))
    };
    match &value {
        Value::Object(facts) if is_broken(facts) => Err("comma"),
        _ => Ok(value),
    }
}

/// How a cell is to be read: what its fact is, and what it was.
pub(super) struct CellReading<'a> {
    /// Texts that the cell can mean, the plainest first.
    pub(super) readings: &'a [String],
    /// The fact's form, where its kind has one.
    pub(super) form: Option<&'a FactForm>,
    pub(super) old: Option<&'a Value>,
}

impl CellReading<'_> {
    /// Returns the value; none where the cell is empty.
    ///
    /// # Errors
    /// When it cannot be read; the word of the fault.
    pub(super) fn value(&self) -> Result<Option<Value>, CellFault> {
        let cell = self.readings.first().map_or("", String::as_str);
        if cell.is_empty() {
            return Ok(None);
        }
        let has_parts = matches!(self.old, Some(Value::Array(_) | Value::Object(_)));
        let value = match self.form {
            Some(FactForm::Date) => self.date()?,
            Some(FactForm::Integer) => self.first(|text| text.parse::<i64>().is_ok()),
            Some(FactForm::Flag) => self.first(|text| matches!(text, "yes" | "no")),
            Some(FactForm::Word(words)) => {
                let word = words.iter().find(|word| word.eq_ignore_ascii_case(cell));
                word.map_or(cell, String::as_str).into()
            }
            Some(FactForm::Texts) if self.had_texts() => self.texts(cell)?,
            Some(FactForm::Texts | FactForm::Maps(_)) => self.list(cell)?,
            Some(FactForm::Map(_)) => self.map(cell)?,
            Some(FactForm::Any | FactForm::Text | FactForm::Words) | None if has_parts => {
                match self.old {
                    Some(Value::Object(_)) => self.map(cell)?,
                    _ => self.list(cell)?,
                }
            }
            Some(FactForm::Any | FactForm::Text | FactForm::Words) | None => cell.into(),
        };
        Ok(Some(value))
    }

    /// Returns the first reading that is in a form, else what stands there.
    fn first(&self, is_in_form: fn(&str) -> bool) -> Value {
        let fitting = self.readings.iter().find(|text| is_in_form(text));
        let text = fitting.or(self.readings.first());
        text.map_or("", String::as_str).into()
    }

    /// Whether the fact was a text, or texts alone: then an item is none with facts of its own.
    fn had_texts(&self) -> bool {
        match self.old {
            Some(Value::Array(items)) => items.iter().all(Value::is_string),
            old => old.is_some_and(Value::is_string),
        }
    }

    fn texts(&self, cell: &str) -> Result<Value, CellFault> {
        let items: Vec<Value> = items(cell)
            .iter()
            .map(|item| read_item(item, false))
            .collect::<Result<_, _>>()?;
        Ok(self.alone_or_all(items))
    }

    fn list(&self, cell: &str) -> Result<Value, CellFault> {
        let items: Vec<Value> = items(cell)
            .iter()
            .map(|item| read_item(item, true))
            .collect::<Result<_, _>>()?;
        Ok(self.alone_or_all(items))
    }

    /// One item stays one text where it was one.
    fn alone_or_all(&self, mut items: Vec<Value>) -> Value {
        if items.len() == 1 && matches!(self.old, Some(Value::String(_))) {
            return items.remove(0);
        }
        Value::Array(items)
    }

    fn map(&self, cell: &str) -> Result<Value, CellFault> {
        let lines = items(cell);
        let [only] = &lines[..] else {
            return Err("map");
        };
        read_item(only, true)
    }

    /// Returns the date, as precise as the old one where the cell may mean that.
    fn date(&self) -> Result<Value, CellFault> {
        let dates: Vec<&String> = (self.readings.iter())
            .filter(|text| PartialDate::parse(text).is_some())
            .collect();
        let old = self.old.and_then(Value::as_str).unwrap_or_default();
        let days: Vec<&&String> = dates.iter().filter(|text| text.len() == 10).collect();
        let alike = dates.iter().find(|text| text.len() == old.len());
        match (&days[..], alike) {
            ([_, _, ..], _) => Err("date"),
            (_, Some(alike)) => Ok(alike.as_str().into()),
            _ => dates.first().map(|date| date.as_str().into()).ok_or("date"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Reads a cell as its fact's form says.
    fn read(cell: &str, form: &FactForm) -> Result<Option<Value>, CellFault> {
        let readings = super::super::cell_habits::readings(cell, Some(form));
        let reading = CellReading {
            readings: &readings,
            form: Some(form),
            old: None,
        };
        reading.value()
    }

    #[test]
    fn every_value_comes_back_from_its_cell() {
        for (value, form) in [
            (
                json!(["a", "b; c", " d", "e: f", "\"g", "h\ni"]),
                FactForm::Texts,
            ),
            (
                json!([{"name": "Unidad; uno", "role": "lead"}, {"name": "Dos, tres"}]),
                FactForm::maps(false),
            ),
            (
                json!([{"date": "2024-05-21", "text": "a \"b\" c", "evidence": [{"title": "x"}, "y: z"]}]),
                FactForm::maps(false),
            ),
            (
                json!({"verifiable": "yes", "statements": ["uno, dos"]}),
                FactForm::map(false),
            ),
            (json!("dos\nlíneas; y más"), FactForm::Text),
            (json!("2024-02"), FactForm::Date),
        ] {
            let cell = cell_of(&value);
            assert_eq!(read(&cell, &form), Ok(Some(value)), "{cell}");
            // As Excel breaks lines within a cell.
            let windows = cell.replace('\n', "\r\n");
            assert!(read(&windows, &form).is_ok(), "{windows}");
        }
        assert_eq!(cell_of(&json!(["a", "b; c"])), "a; \"b; c\"");
        assert_eq!(cell_of(&json!("x".repeat(33_000))), TOO_LONG);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        assert_eq!(
            read("name: a, role: [", &FactForm::maps(false)),
            Err("list")
        );
        assert_eq!(
            read("name: Uno, dos y tres", &FactForm::maps(false)),
            Err("comma")
        );
        assert_eq!(
            read("title: a; title: b", &FactForm::map(false)),
            Err("map")
        );
        assert_eq!(read("03/04/2024", &FactForm::Date), Err("date"));
        assert_eq!(read("pronto", &FactForm::Date), Err("date"));
    }

    #[test]
    fn words_and_numbers_are_read_as_spreadsheets_write_them() {
        let words = FactForm::Word(vec!["in-progress".to_owned()]);
        for (cell, form, value) in [
            ("1,234", FactForm::Integer, "1234"),
            ("12.0", FactForm::Integer, "12"),
            ("VERDADERO", FactForm::Flag, "yes"),
            ("Sí", FactForm::Flag, "yes"),
            ("In-Progress", words, "in-progress"),
            ("31/01/2024", FactForm::Date, "2024-01-31"),
            ("45322", FactForm::Date, "2024-01-31"),
            ("2024-01-31 00:00:00", FactForm::Date, "2024-01-31"),
        ] {
            assert_eq!(read(cell, &form), Ok(Some(value.into())), "{cell}");
        }
    }
}
