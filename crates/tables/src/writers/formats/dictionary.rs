//! The sheet of a workbook that says what its columns mean.

use crate::writers::format::Reason;
use crate::{Column, Table};
use tragaluz_text::words::Words;

/// The heads of the dictionary of a spreadsheet.
pub(super) const DICTIONARY: [&str; 7] = [
    "name",
    "type",
    "format",
    "title",
    "description",
    "unit",
    "missing",
];

/// Characters of what is said of a dataset that a cell takes: a spreadsheet holds 32,767.
pub(super) const LONGEST_WORDS: usize = 32_000;

/// The reason why a spreadsheet with these limits cannot hold a table.
pub(super) fn beyond(table: &Table, rows: u64, columns: u64, characters: u64) -> Option<Reason> {
    let longest = table
        .columns
        .iter()
        .map(|c| c.profile.longest as u64)
        .max()
        .unwrap_or(0);
    [
        ("too-many-rows", table.rows, rows),
        ("too-many-columns", table.columns.len() as u64, columns),
        ("too-long-cells", longest, characters),
    ]
    .into_iter()
    .find(|(_, has, most)| has > most)
    .map(|(id, _, limit)| Reason { id, limit })
}

/// Returns the text in the first of its languages; nothing where there is none.
fn first_text(words: &Words) -> String {
    words.all().next().map_or("", |(_, text)| text).to_owned()
}

/// What a spreadsheet says of a column, under those heads; words in their own language.
pub(super) fn described(column: &Column) -> [String; 7] {
    let marks: Vec<String> = column
        .missing_values
        .iter()
        .map(|m| format!("\"{m}\""))
        .collect();
    [
        column.name.clone(),
        column.kind.id().to_owned(),
        column.format.clone().unwrap_or_default(),
        first_text(&column.title),
        first_text(&column.description),
        column.unit.clone().unwrap_or_default(),
        marks.join(" "),
    ]
}
