//! Table Schema v2 of a table as it is published.

use crate::catalogs::Blank;
use crate::model::dataset::{Constraints, ForeignKey};
use crate::record::TableRecord;
use crate::text::lang::Lang;
use serde::Serialize;
use tragaluz_tables::cell_formats::{CellFormat, CellReading};
use tragaluz_tables::{Column, FieldType};

/// The version of the standard.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/tableschema.json";

/// The schema: fields in the order of the header.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PackageSchema<'a> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    fields: Vec<PackageField<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    primary_key: &'a [String],
    #[serde(skip_serializing_if = "Blank::is_blank")]
    foreign_keys: Vec<PackageKey<'a>>,
    /// An empty list says that no text means "no value", while leaving it out would say that the empty cell does.
    missing_values: Vec<&'a str>,
}

impl<'a> PackageSchema<'a> {
    /// Draws the schema of a table. `refers` gives the name of the table that a key refers to, the empty text for the table
    /// itself, and none where it has no name in the package.
    pub(super) fn of(
        table: &'a TableRecord,
        main: &Lang,
        refers: &dyn Fn(&ForeignKey) -> Option<String>,
    ) -> Self {
        let shared = shared_missing_values(&table.columns);
        let fields = table.columns.iter();
        let keys = table.foreign_keys.iter();
        PackageSchema {
            profile: PROFILE,
            fields: (fields.map(|column| PackageField::of(column, shared.is_none(), main)))
                .collect(),
            primary_key: &table.primary_key,
            foreign_keys: keys
                .filter_map(|key| PackageKey::of(key, refers(key)?))
                .collect(),
            missing_values: match shared {
                Some(texts) => texts.iter().map(String::as_str).collect(),
                None => vec![""],
            },
        }
    }
}

/// Returns the texts that mean "no value", where every column has the same.
fn shared_missing_values(columns: &[Column]) -> Option<&[String]> {
    let first = columns.first()?;
    columns
        .iter()
        .all(|c| c.missing_values == first.missing_values)
        .then_some(&first.missing_values)
}

/// A column.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PackageField<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    constraints: FieldConstraints<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    received_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    received_format: Option<ReceivedFormat<'a>>,
    #[serde(flatten)]
    written: WrittenForm<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing_values: Option<&'a [String]>,
}

impl<'a> PackageField<'a> {
    fn of(column: &'a Column, has_own_missing_values: bool, main: &Lang) -> Self {
        PackageField {
            name: &column.name,
            kind: type_name(column),
            format: format_of(column),
            title: column.title.text(main),
            description: column.description.text(main),
            unit: column.unit.as_deref(),
            constraints: FieldConstraints::of(column),
            received_name: column.received_name.as_deref(),
            received_format: ReceivedFormat::of(column),
            written: WrittenForm::of(&column.published),
            missing_values: has_own_missing_values.then_some(&column.missing_values),
        }
    }
}

/// Returns the type's name. The standard's text has a type `list` that its own JSON Schema refuses (2.0, 6a201af), so that
/// validators refuse it too: a list is published as the text that it is in the file. Version 1 knows no separators between the
/// thousands of an `integer`: where they stay, it is a `number`.
fn type_name(column: &Column) -> &'static str {
    match &column.published {
        _ if column.kind == FieldType::List => "string",
        CellFormat::Integer(form) if form.group.is_some() && column.kind == FieldType::Integer => {
            "number"
        }
        _ => column.kind.id(),
    }
}

/// Returns the format of the published cells: the declared one, else the pattern in which dates are written.
fn format_of(column: &Column) -> Option<String> {
    if let Some(declared) = column
        .format
        .as_deref()
        .filter(|f| allows_format(column.kind, f))
    {
        return Some(declared.to_owned());
    }
    pattern_of(&column.published)
}

/// Returns the pattern of dates and times, where Table Schema would not read them without being told.
fn pattern_of(form: &CellFormat) -> Option<String> {
    const ISO: &[&str] = &[
        "%Y-%m-%d",
        "%Y-%m",
        "%H:%M:%S",
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%dT%H:%M:%S%z",
    ];
    match form {
        CellFormat::Moment(kind, patterns) if patterns.len() == 1 => Some(patterns[0].text())
            .filter(|text| !ISO.contains(&text.as_str()) && allows_format(*kind, text)),
        _ => None,
    }
}

/// How numbers and truths are written, where that is not the standard's default.
#[derive(Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenForm<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal_char: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_char: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bare_number: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    true_values: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    false_values: Option<&'a [String]>,
}

impl<'a> WrittenForm<'a> {
    fn of(form: &'a CellFormat) -> Self {
        match form {
            CellFormat::Integer(form) | CellFormat::Number(form) => WrittenForm {
                decimal_char: Some(form.decimal.into()).filter(|decimal| *decimal != '.'),
                group_char: form.group,
                bare_number: (!form.bare).then_some(false),
                ..WrittenForm::default()
            },
            CellFormat::Boolean(yes, no) if !(yes.is_empty() || no.is_empty()) => WrittenForm {
                true_values: Some(yes),
                false_values: Some(no),
                ..WrittenForm::default()
            },
            _ => WrittenForm::default(),
        }
    }
}

/// How the received file writes what the published CSV writes otherwise, under the names of Table Schema.
#[derive(Serialize)]
struct ReceivedFormat<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<String>,
    #[serde(flatten)]
    written: WrittenForm<'a>,
}

impl<'a> ReceivedFormat<'a> {
    /// Draws the form; none where the file was published as it is.
    fn of(column: &'a Column) -> Option<Self> {
        let format = match &column.form {
            CellFormat::Moment(_, patterns) => patterns.first().map(|pattern| pattern.text()),
            _ => None,
        };
        (column.published != column.form).then(|| ReceivedFormat {
            format,
            written: WrittenForm::of(&column.form),
        })
    }
}

impl Blank for ReceivedFormat<'_> {
    fn is_blank(&self) -> bool {
        self.format.is_none() && self.written == WrittenForm::default()
    }
}

/// Returns whether Table Schema v2 takes a format for a type.
fn allows_format(kind: FieldType, format: &str) -> bool {
    match kind {
        FieldType::String => matches!(format, "default" | "email" | "uri" | "binary" | "uuid"),
        FieldType::Date | FieldType::Time | FieldType::DateTime => true,
        FieldType::GeoPoint => matches!(format, "default" | "array" | "object"),
        FieldType::GeoJson => matches!(format, "default" | "topojson"),
        _ => format == "default",
    }
}

/// Constraints on the cells as they are published; bounds and allowed values are given as text, which the standard takes for
/// every type but `boolean`.
#[derive(Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct FieldConstraints<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unique: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#enum: Option<Vec<AllowedValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
}

impl<'a> FieldConstraints<'a> {
    /// Draws a column's constraints. What is said of the received texts themselves does not hold for others.
    fn of(column: &'a Column) -> Self {
        let rules: &Constraints = &column.constraints;
        let is_of_texts = !column.is_rewritten;
        let allowed = rules.allowed.as_deref();
        let [minimum, maximum] = [&rules.minimum, &rules.maximum]
            .map(|bound| bound.as_ref().map(|text| as_published(column, text)));
        FieldConstraints {
            required: rules.required.then_some(true),
            unique: rules.unique.then_some(true),
            r#enum: allowed.and_then(|allowed| enumeration(allowed, column)),
            pattern: rules.pattern.as_deref().filter(|_| is_of_texts),
            minimum,
            maximum,
            min_length: rules.min_length.filter(|_| is_of_texts),
            max_length: rules.max_length.filter(|_| is_of_texts),
        }
    }
}

impl Blank for FieldConstraints<'_> {
    fn is_blank(&self) -> bool {
        *self == FieldConstraints::default()
    }
}

/// A value that cells may have.
#[derive(PartialEq, Serialize)]
#[serde(untagged)]
enum AllowedValue {
    Truth(bool),
    Text(String),
}

/// Returns a value that a rule names, as the cells are published: `10.0` is no whole number to the descriptor's readers.
fn as_published(column: &Column, text: &str) -> String {
    let mut out = String::new();
    let is_written = column
        .form
        .publish(text, &column.published, &column.missing_values, &mut out);
    if is_written { out } else { text.to_owned() }
}

/// Returns the values that cells may have, each once; none where one is no truth though the column holds truths.
fn enumeration(allowed: &[String], column: &Column) -> Option<Vec<AllowedValue>> {
    let mut values = Vec::new();
    for text in allowed {
        let value = match column.form.read(text) {
            Some(CellReading::Boolean(yes)) => AllowedValue::Truth(yes),
            _ if column.kind == FieldType::Boolean => return None,
            _ => AllowedValue::Text(as_published(column, text)),
        };
        if !values.contains(&value) {
            values.push(value);
        }
    }
    (!values.is_empty()).then_some(values)
}

/// A reference to other rows.
#[derive(Serialize)]
struct PackageKey<'a> {
    fields: &'a [String],
    reference: KeyReference<'a>,
}

/// Which columns a key refers to.
#[derive(Serialize)]
struct KeyReference<'a> {
    /// Version 1 wants the empty text for a reference within the table; version 2 takes it too.
    resource: String,
    fields: &'a [String],
}

impl<'a> PackageKey<'a> {
    /// Draws a reference to a table of this name; none where it names no columns.
    fn of(key: &'a ForeignKey, resource: String) -> Option<Self> {
        let is_filled = !key.fields.is_empty() && !key.reference.is_empty();
        is_filled.then(|| PackageKey {
            fields: &key.fields,
            reference: KeyReference {
                resource,
                fields: &key.reference,
            },
        })
    }
}
