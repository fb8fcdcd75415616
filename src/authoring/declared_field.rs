//! A column as a dataset's page declares it: its name, its type as the file writes it, and a title.

use crate::pages::column_names::in_words;
use crate::source::yaml::scalar;
use serde::Serialize;
use tragaluz_tables::cell_formats::CellFormat;
use tragaluz_tables::cell_formats::number::NumberFormat;
use tragaluz_tables::{Column, FieldType, Table};

/// A column as it can be declared (Table Schema, "Field").
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DeclaredField {
    name: String,
    /// Where one form says all of how the cells are written; else it is left to be told from them again.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(flatten)]
    form: CellNotation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missing_values: Vec<String>,
    title: String,
}

/// How cells are written, where the name of their type does not say it by itself.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct CellNotation {
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal_char: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_char: Option<String>,
}

/// Returns a table's columns as a page declares them, each as a map in braces.
pub(super) fn declarations(table: &Table) -> Vec<String> {
    declared(table).iter().map(DeclaredField::braced).collect()
}

/// Returns what was found of a table's columns as a Table Schema in JSON, with a line break at its end.
pub fn table_schema(table: &Table) -> String {
    #[derive(Serialize)]
    struct FoundSchema {
        fields: Vec<DeclaredField>,
    }
    let schema = FoundSchema {
        fields: declared(table),
    };
    // Texts and lists of them: nothing in it can fail to be JSON.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// Returns the columns that can be declared. One whose name the file does not have, or has twice, cannot, for
/// nothing could be said of it by that; nor can any where the file has no names.
fn declared(table: &Table) -> Vec<DeclaredField> {
    let columns = table.columns.iter();
    let is_known = |at: usize, column: &Column| {
        let name = name_in_file(column);
        let same = table
            .columns
            .iter()
            .filter(|other| name_in_file(other) == name);
        !name.is_empty() && same.count() == 1 && !is_by_place(at, column)
    };
    let known = columns
        .enumerate()
        .filter(|(at, column)| is_known(*at, column));
    known.map(|(_, column)| DeclaredField::of(column)).collect()
}

/// Whether a column is called by its place: it has no name in the file.
fn is_by_place(at: usize, column: &Column) -> bool {
    column.name == format!("column_{}", at + 1)
}

/// Returns the name that the file gives a column, on one line.
fn name_in_file(column: &Column) -> String {
    let received = column.received_name.as_deref().unwrap_or(&column.name);
    received.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl DeclaredField {
    fn of(column: &Column) -> DeclaredField {
        let form = form(column);
        let missing = form.is_some() && column.missing_values.iter().any(|word| !word.is_empty());
        DeclaredField {
            name: name_in_file(column),
            kind: form.is_some().then(|| column.kind.id()),
            form: form.unwrap_or_default(),
            missing_values: if missing {
                column.missing_values.clone()
            } else {
                Vec::new()
            },
            title: in_words(&column.name).unwrap_or_else(|| column.name.clone()),
        }
    }

    /// Returns it as YAML's map in braces.
    fn braced(&self) -> String {
        let mut facts = vec![format!("name: {}", scalar(&self.name))];
        facts.extend(self.kind.map(|kind| format!("type: {kind}")));
        for (name, value) in [
            ("format", &self.form.format),
            ("decimalChar", &self.form.decimal_char),
            ("groupChar", &self.form.group_char),
        ] {
            facts.extend(
                value
                    .as_ref()
                    .map(|value| format!("{name}: {}", quoted(value))),
            );
        }
        if !self.missing_values.is_empty() {
            let words: Vec<String> = self.missing_values.iter().map(|w| quoted(w)).collect();
            facts.push(format!("missingValues: [{}]", words.join(", ")));
        }
        facts.push(format!("title: {}", scalar(&self.title)));
        format!("{{{}}}", facts.join(", "))
    }
}

/// Returns how the cells are written, where that is not what the type's name says by itself; none where a declaration
/// would not say it, or would have cells published otherwise than they are (`$3` as `3`, `Sí` as `true`): that is for a
/// person to decide.
fn form(column: &Column) -> Option<CellNotation> {
    match &column.form {
        CellFormat::Text(FieldType::String) | CellFormat::Year => Some(CellNotation::default()),
        CellFormat::Integer(form) | CellFormat::Number(form) if form.bare => {
            Some(form_of_numbers(form))
        }
        CellFormat::Moment(_, patterns) => match &patterns[..] {
            [only] => Some(CellNotation {
                format: Some(only.text()),
                ..CellNotation::default()
            }),
            _ => None,
        },
        _ => None,
    }
}

fn form_of_numbers(form: &NumberFormat) -> CellNotation {
    let decimal = char::from(form.decimal).to_string();
    CellNotation {
        format: None,
        decimal_char: (decimal != ".").then_some(decimal),
        group_char: form.group.map(String::from),
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
