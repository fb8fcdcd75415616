//! JSON Schemas, derived from the types that are written, so that neither can change without the other.

use crate::model::form::FORM;
use crate::model::vocabulary::{
    AMBITIONS, AsPlanned, Completion, DEGREES, NOVELTIES, ReportStage, Statement, Status,
};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

/// The keyword by which a field says that readers must not insist on it although it is always written (files of earlier
/// versions are without it), or, where it is false, that they may although it can be left out. It is not published.
const OPTIONAL: &str = "optional";

/// Returns the schema (draft 2020-12) of what is written of a type.
pub(crate) fn schema_of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    RecursiveTransform(settle).transform(&mut schema);
    schema
}

/// Brings a schema into the form in which it is published.
fn settle(schema: &mut Schema) {
    settle_properties(schema);
    // How wide Rust's integers are is nothing to readers of JSON.
    if schema
        .get("format")
        .and_then(Value::as_str)
        .is_some_and(|format| format.trim_start_matches('u').starts_with("int"))
    {
        schema.remove("format");
    }
    // Lines of a doc comment are broken for those who read the source.
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.replace('\n', " ");
    }
}

/// Settles which properties may be absent, and which may be null: one that is left out where there is nothing to say is
/// never null.
fn settle_properties(schema: &mut Schema) {
    let mut required = match schema.remove("required") {
        Some(Value::Array(names)) => names,
        _ => Vec::new(),
    };
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (name, property) in properties {
            let Some(property) = property.as_object_mut() else {
                continue;
            };
            let is_required = required.iter().any(|other| other == name);
            match property.shift_remove(OPTIONAL) {
                Some(Value::Bool(false)) => required.push(name.as_str().into()),
                Some(_) => required.retain(|other| other != name),
                None if is_required => {}
                None => refuse_null(property),
            }
        }
    }
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
}

/// Takes null out of the types that a property may have.
fn refuse_null(property: &mut serde_json::Map<String, Value>) {
    if let Some(Value::Array(kinds)) = property.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [kind] = &kinds[..] {
            property["type"] = kind.clone();
        }
    }
    if let Some(Value::Array(choices)) = property.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|kind| kind != "null"));
        if let [Value::Object(choice)] = &mut choices[..] {
            let choice = std::mem::take(choice);
            property.shift_remove("anyOf");
            property.extend(choice);
        }
    }
    if let Some(Value::Array(codes)) = property.get_mut("enum") {
        codes.retain(|code| !code.is_null());
    }
}

/// Returns the schema of a text that is one of these codes.
fn one_of<'a>(codes: impl Iterator<Item = &'a str>) -> Schema {
    json_schema!({ "type": "string", "enum": codes.collect::<Vec<_>>() })
}

/// Returns the schema of codes in a table of codes and values.
fn codes_of<T>(codes: &[(&'static str, T)]) -> Schema {
    one_of(codes.iter().map(|(code, _)| *code))
}

/// Returns the schema of the codes of statements.
fn statements(statements: &'static [Statement]) -> Schema {
    one_of(statements.iter().map(|statement| statement.code))
}

/// Returns the schema of the codes of a milestone's or commitment's status.
pub(crate) fn statuses(_: &mut SchemaGenerator) -> Schema {
    codes_of(Status::CODES)
}

/// Returns the schema of answers to question 1.1.
pub(crate) fn completions(_: &mut SchemaGenerator) -> Schema {
    codes_of(Completion::CODES)
}

/// Returns the schema of answers to question 1.3.
pub(crate) fn as_planned(_: &mut SchemaGenerator) -> Schema {
    codes_of(AsPlanned::CODES)
}

/// Returns the schema of answers to questions 1.1 and 1.3.
pub(crate) fn answer_codes(_: &mut SchemaGenerator) -> Schema {
    let completions = Completion::CODES.iter().map(|(code, _)| *code);
    one_of(completions.chain(AsPlanned::CODES.iter().map(|(code, _)| *code)))
}

/// Returns the schema of degrees of a result.
pub(crate) fn degrees(_: &mut SchemaGenerator) -> Schema {
    codes_of(DEGREES)
}

/// Returns the schema of the times at which reports are made.
pub(crate) fn stages(_: &mut SchemaGenerator) -> Schema {
    codes_of(ReportStage::CODES)
}

/// Returns the schema of the verdicts on whether a commitment is new.
pub(crate) fn novelties(_: &mut SchemaGenerator) -> Schema {
    statements(NOVELTIES)
}

/// Returns the schema of the verdicts on how much a commitment would change.
pub(crate) fn ambitions(_: &mut SchemaGenerator) -> Schema {
    statements(AMBITIONS)
}

/// Returns the schema of the numbers of the form's questions.
pub(crate) fn questions(_: &mut SchemaGenerator) -> Schema {
    one_of(FORM.iter().map(|question| question.number))
}

/// Returns the schema of the numbers of the questions that ask what was opened.
pub(crate) fn opening_questions(_: &mut SchemaGenerator) -> Schema {
    let asking = FORM.iter().filter(|question| question.opens.is_some());
    one_of(asking.map(|question| question.number))
}

/// Returns the schema of what a commitment may have opened.
pub(crate) fn openings(_: &mut SchemaGenerator) -> Schema {
    one_of(FORM.iter().filter_map(|question| question.opens))
}
