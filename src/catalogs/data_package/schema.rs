//! Table Schema v2 of a table as it is published.

use crate::catalogs::without_gaps;
use crate::model::dataset::{Constraints, ForeignKey};
use crate::record::TableRecord;
use crate::text::lang::Lang;
use serde_json::{Map, Value, json};
use tragaluz_tables::cell_formats::{CellFormat, CellReading};
use tragaluz_tables::{Column, FieldType};

const PROFILE: &str = "https://datapackage.org/profiles/2.0/tableschema.json";

/// The schema: fields in the order of the header. `refers` gives the name of the table that a key refers to, the empty
/// text for the table itself, and none where it has no name in the package.
pub(super) fn schema(
    table: &TableRecord,
    main: &Lang,
    refers: &dyn Fn(&ForeignKey) -> Option<String>,
) -> Value {
    let shared = shared_missing_values(&table.columns);
    let fields: Vec<Value> = table
        .columns
        .iter()
        .map(|c| field(c, shared.is_none(), main))
        .collect();
    let mut schema = without_gaps(json!({
        "$schema": PROFILE,
        "fields": fields,
        "primaryKey": table.primary_key,
        "foreignKeys": table.foreign_keys.iter().filter_map(|k| foreign_key(k, refers(k)?)).collect::<Vec<_>>(),
    }));
    // An empty list says that no text means "no value", while leaving it out would say that the empty cell does.
    schema["missingValues"] = json!(shared.unwrap_or(&[String::new()]));
    schema
}

/// The texts that mean "no value", where every column has the same.
fn shared_missing_values(columns: &[Column]) -> Option<&[String]> {
    let first = columns.first()?;
    columns
        .iter()
        .all(|c| c.missing_values == first.missing_values)
        .then_some(&first.missing_values)
}

fn field(column: &Column, own_missing: bool, main: &Lang) -> Value {
    let mut field = without_gaps(json!({
        "name": column.name,
        "type": type_name(column),
        "format": format_of(column),
        "title": column.title.text(main),
        "description": column.description.text(main),
        "unit": column.unit,
        "constraints": constraints(column),
        "receivedName": column.received_name,
        "receivedFormat": (column.published != column.form).then(|| received_format(column)),
    }));
    written_as(&column.published, &mut field);
    if own_missing {
        field["missingValues"] = json!(column.missing_values);
    }
    field
}

/// The type's name. The standard's text has a type `list` that its own JSON Schema refuses (2.0, 6a201af), so that
/// validators refuse it too: a list is published as the text that it is in the file. Version 1 knows no marks between the
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

/// The format of the published cells: the declared one, else the pattern in which dates are written.
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

/// The pattern of dates and times, where Table Schema would not read them without being told.
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
fn written_as(form: &CellFormat, field: &mut Value) {
    match form {
        CellFormat::Integer(form) | CellFormat::Number(form) => {
            if form.decimal != b'.' {
                field["decimalChar"] = char::from(form.decimal).to_string().into();
            }
            if let Some(group) = form.group {
                field["groupChar"] = group.to_string().into();
            }
            if !form.bare {
                field["bareNumber"] = false.into();
            }
        }
        CellFormat::Boolean(yes, no) if !(yes.is_empty() || no.is_empty()) => {
            field["trueValues"] = json!(yes);
            field["falseValues"] = json!(no);
        }
        _ => {}
    }
}

/// How the received file writes what the published CSV writes otherwise, under the names of Table Schema.
fn received_format(column: &Column) -> Value {
    let mut format = json!({});
    if let CellFormat::Moment(_, patterns) = &column.form {
        format["format"] = patterns
            .first()
            .map(|pattern| pattern.text().into())
            .unwrap_or_default();
    }
    written_as(&column.form, &mut format);
    format
}

/// Which formats Table Schema v2 takes for a type.
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
/// every type but `boolean`. What is said of the received texts themselves does not hold for others.
fn constraints(column: &Column) -> Value {
    let rules: &Constraints = &column.constraints;
    let published = |text: &String| as_published(column, text);
    let of_texts = !column.is_rewritten;
    let mut map = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            map.insert(name.to_owned(), value);
        }
    };
    put("required", rules.required.then(|| true.into()));
    put("unique", rules.unique.then(|| true.into()));
    put(
        "enum",
        rules
            .allowed
            .as_deref()
            .and_then(|allowed| enumeration(allowed, column)),
    );
    put(
        "pattern",
        rules
            .pattern
            .as_deref()
            .filter(|_| of_texts)
            .map(Value::from),
    );
    put(
        "minimum",
        rules.minimum.as_ref().map(|text| published(text).into()),
    );
    put(
        "maximum",
        rules.maximum.as_ref().map(|text| published(text).into()),
    );
    put(
        "minLength",
        rules.min_length.filter(|_| of_texts).map(Value::from),
    );
    put(
        "maxLength",
        rules.max_length.filter(|_| of_texts).map(Value::from),
    );
    map.into()
}

/// A value that a rule names, as the cells are published: `10.0` is no whole number to the descriptor's readers.
fn as_published(column: &Column, text: &str) -> String {
    let mut out = String::new();
    let is_written = column
        .form
        .publish(text, &column.published, &column.missing_values, &mut out);
    if is_written { out } else { text.to_owned() }
}

fn enumeration(allowed: &[String], column: &Column) -> Option<Value> {
    let mut values: Vec<Value> = Vec::new();
    for text in allowed {
        let value = match column.form.read(text) {
            Some(CellReading::Boolean(yes)) => yes.into(),
            _ if column.kind == FieldType::Boolean => return None,
            _ => as_published(column, text).into(),
        };
        if !values.contains(&value) {
            values.push(value);
        }
    }
    (!values.is_empty()).then(|| values.into())
}

/// A reference. Version 1 wants the empty text for one within the table; version 2 takes it too.
fn foreign_key(key: &ForeignKey, resource: String) -> Option<Value> {
    let filled = !key.fields.is_empty() && !key.reference.is_empty();
    filled.then(|| json!({ "fields": key.fields, "reference": { "resource": resource, "fields": key.reference } }))
}
