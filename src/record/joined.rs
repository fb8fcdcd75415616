//! Files with all rows of several tables that have the same columns, as if each were a table.

use super::{JoinedRecord, TableRecord};
use crate::downloads::{DownloadFile, Role};
use crate::model::bilingual::{Bilingual, in_languages};
use crate::model::dataset::Dataset;
use crate::tables::alike_tables::{AlikeSet, sets_of};
use crate::text::lang::Lang;
use crate::text::words::Words;
use tragaluz_tables::cell_formats::CellFormat;
use tragaluz_tables::{Column, FieldType, Table};

/// What the column is called that says which table a row came from.
const SOURCE_TITLE: Bilingual = ["Tabla", "Table"];

/// What it says.
const SOURCE_MEANING: Bilingual = [
    "Nombre de la tabla de la que viene la fila.",
    "Name of the table that the row comes from.",
];

/// Returns what is in each joined file of a dataset, of these files.
pub(super) fn joined_records(
    dataset: &Dataset,
    tables: &[&Table],
    files: &[&DownloadFile],
    languages: &[Lang],
) -> Vec<JoinedRecord> {
    // There is one for each set of tables that are alike, in their order.
    let files = files.iter().filter(|file| file.role == Role::Joined);
    let sets = sets_of(tables.iter().copied());
    let with_paths = files.zip(&sets);
    with_paths
        .map(|(file, set)| JoinedRecord {
            path: file.path.clone(),
            names: set.tables.iter().map(|t| t.resource.clone()).collect(),
            table: TableRecord {
                name: String::new(),
                title: title(dataset, set, tables.len()),
                description: Words::default(),
                columns: columns(set, languages),
                primary_key: primary_key(set),
                foreign_keys: Vec::new(),
                rows: set.rows(),
                notes: Vec::new(),
            },
        })
        .collect()
}

/// Returns the title: the dataset's, with the first and the last of its tables where there are others; empty where there are
/// not, for then the dataset's own says it.
fn title(dataset: &Dataset, set: &AlikeSet<'_>, count: usize) -> Words {
    let mut words = Words::default();
    let (Some(first), Some(last)) = (set.tables.first(), set.tables.last()) else {
        return words;
    };
    if set.tables.len() < count {
        for (lang, title) in dataset.head.title.all() {
            let [first, last] = [first, last].map(|table| called(dataset, table, lang));
            words.add(lang.clone(), format!("{title}: {first} – {last}"));
        }
    }
    words
}

/// Returns what a table is called in a language.
fn called<'d>(dataset: &'d Dataset, table: &'d Table, lang: &Lang) -> &'d str {
    let mut resources = dataset.resources.iter();
    let resource = resources.find(|r| r.name == table.resource);
    let title = resource.map_or("", |r| r.title.text(lang));
    if title.is_empty() {
        &table.resource
    } else {
        title
    }
}

/// Returns the columns of the file: that of the table's name, and those of the first table as all of them have them.
fn columns(set: &AlikeSet<'_>, languages: &[Lang]) -> Vec<Column> {
    let source = Column {
        name: set.name_of_source(),
        received_name: None,
        kind: FieldType::String,
        declared: true,
        format: None,
        title: in_languages(SOURCE_TITLE, languages),
        description: in_languages(SOURCE_MEANING, languages),
        labels: std::sync::Arc::default(),
        unit: None,
        constraints: tragaluz_tables::schema::Constraints {
            required: true,
            ..Default::default()
        },
        missing_values: Vec::new(),
        profile: tragaluz_tables::table::Profile::default(),
        form: CellFormat::Text(FieldType::String),
        published: CellFormat::Text(FieldType::String),
        is_rewritten: false,
        exceeds_doubles: false,
    };
    let own = set.tables[0].columns.iter();
    std::iter::once(source)
        .chain(own.map(|column| shared(column, set)))
        .collect()
}

/// Returns a column as all tables have it: whatever stands for no value in one of them, and only what every table promises.
fn shared(first: &Column, set: &AlikeSet<'_>) -> Column {
    let own = set.tables.iter().flat_map(|table| &table.columns);
    let own = own.filter(|column| column.name == first.name);
    let mut column = Column {
        constraints: tragaluz_tables::schema::Constraints {
            required: own.clone().all(|column| column.constraints.required),
            ..Default::default()
        },
        ..first.clone()
    };
    for mark in own.flat_map(|column| &column.missing_values) {
        if !column.missing_values.contains(mark) {
            column.missing_values.push(mark.clone());
        }
    }
    column
}

/// Returns the columns that together tell rows apart, where all tables have the same: they do so within their table.
fn primary_key(set: &AlikeSet<'_>) -> Vec<String> {
    let key = &set.tables[0].primary_key;
    if key.is_empty() || set.tables.iter().any(|table| table.primary_key != *key) {
        return Vec::new();
    }
    let source = std::iter::once(set.name_of_source());
    source.chain(key.iter().cloned()).collect()
}
