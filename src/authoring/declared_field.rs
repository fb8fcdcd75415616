//! A column as a dataset's page declares it: its name, its type as the file writes it, and a title.

use crate::pages::column_names::in_words;
use crate::source::yaml::scalar;
use tragaluz_tables::cell_formats::CellFormat;
use tragaluz_tables::cell_formats::number::NumberFormat;
use tragaluz_tables::{Column, FieldType, Table};

/// Returns the declarations of a table's columns. One whose name the file does not have, or has twice, has none, for
/// nothing could be declared of it by that; nor has any where the file has no names.
pub(super) fn declarations(table: &Table) -> Vec<String> {
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
    known.map(|(_, column)| declaration(column)).collect()
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

/// Returns the declaration of a column as a map in braces. A type that was told from the cells is stated where one form
/// says all of how they are written; else it is left to be told from the cells again.
fn declaration(column: &Column) -> String {
    let mut facts = vec![format!("name: {}", scalar(&name_in_file(column)))];
    if let Some(form) = form(column) {
        facts.push(format!("type: {}", column.kind.id()));
        facts.extend(form);
        if column.missing_values.iter().any(|word| !word.is_empty()) {
            let words: Vec<String> = column.missing_values.iter().map(|w| quoted(w)).collect();
            facts.push(format!("missingValues: [{}]", words.join(", ")));
        }
    }
    let title = in_words(&column.name).unwrap_or_else(|| column.name.clone());
    facts.push(format!("title: {}", scalar(&title)));
    format!("{{{}}}", facts.join(", "))
}

/// Returns how the cells are written, where that is not what the type's name says by itself; none where a declaration
/// would not say it, or would have cells published otherwise than they are (`$3` as `3`, `Sí` as `true`): that is for a
/// person to decide.
fn form(column: &Column) -> Option<Vec<String>> {
    match &column.form {
        CellFormat::Text(FieldType::String) | CellFormat::Year => Some(Vec::new()),
        CellFormat::Integer(form) | CellFormat::Number(form) if form.bare => {
            Some(form_of_numbers(form))
        }
        CellFormat::Moment(_, patterns) => match &patterns[..] {
            [only] => Some(vec![format!("format: {}", quoted(&only.text()))]),
            _ => None,
        },
        _ => None,
    }
}

fn form_of_numbers(form: &NumberFormat) -> Vec<String> {
    let decimal = char::from(form.decimal).to_string();
    let decimal = (decimal != ".").then(|| format!("decimalChar: {}", quoted(&decimal)));
    let group = form.group.map(String::from);
    let group = group.map(|group| format!("groupChar: {}", quoted(&group)));
    decimal.into_iter().chain(group).collect()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
