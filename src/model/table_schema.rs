//! Reading declared Table Schemas and dialects (Data Package v1 and v2).

use super::dataset::{Constraints, Dialect, Field, ForeignKey, Notation, Schema};
use crate::diag::{Diagnostic, Sink, codes};
use crate::source::fields::{Fields, Spanned};
use crate::source::front_matter::Document;
use crate::source::node::{FactNode, FactValue};
use crate::text::lang::Lang;
use crate::text::words::Words;
use std::collections::BTreeMap;

/// Parses a Table Schema that is in a file of its own. None where the file holds no facts.
pub fn schema(document: &Document, sink: &mut Sink) -> Option<Schema> {
    let facts = Fields::of(&document.file, document.facts.as_ref()?, "schema", sink)?;
    let lang = Lang::parse("en").expect("a tag");
    Some(read(facts, &lang, sink))
}

/// Parses a Table Schema, which is a map under `schema` or a file of its own.
pub(crate) fn read(mut schema: Fields<'_>, lang: &Lang, sink: &mut Sink) -> Schema {
    let fields = schema
        .maps_or("fields", "name", sink)
        .into_iter()
        .filter_map(|f| field(f, lang, sink))
        .collect();
    let primary_key = schema
        .texts("primaryKey", sink)
        .into_iter()
        .map(|k| k.value)
        .collect();
    let foreign_keys = schema
        .maps("foreignKeys", sink)
        .into_iter()
        .filter_map(|f| foreign_key(f, sink))
        .collect();
    let missing_values = missing_values(&mut schema);
    schema.finish(sink);
    Schema {
        fields,
        primary_key,
        foreign_keys,
        missing_values,
    }
}

fn field(mut field: Fields<'_>, lang: &Lang, sink: &mut Sink) -> Option<Field> {
    let name = field.required("name", sink);
    let place = name.as_ref().map(|n| field.place(&n.span));
    let [kind, format, unit] =
        ["type", "format", "unit"].map(|key| field.text(key, sink).map(|t| t.value));
    let [title, description] = ["title", "description"].map(|key| {
        field
            .text(key, sink)
            .map(|t| Words::new(lang.clone(), t.value))
            .unwrap_or_default()
    });
    let constraints = field
        .map("constraints", sink)
        .map(|f| constraints(f, sink))
        .unwrap_or_default();
    let missing_values = missing_values(&mut field);
    let written = written(&mut field, sink);
    let labels = categories(&mut field, lang);
    field.flag("categoriesOrdered", sink);
    field.finish(sink);
    Some(Field {
        name: name?.value,
        kind,
        format,
        title,
        description,
        labels,
        unit,
        constraints,
        missing_values,
        written,
        place,
    })
}

fn written(field: &mut Fields<'_>, sink: &mut Sink) -> Notation {
    let [decimal_char, group_char] =
        ["decimalChar", "groupChar"].map(|key| one_char(field, key, sink));
    let bare_number = field.flag("bareNumber", sink).map(|b| b.value);
    let [true_values, false_values] = ["trueValues", "falseValues"].map(|key| {
        let words = field.node(key).is_some().then(|| field.texts(key, sink));
        words.map(|list| list.into_iter().map(|t| t.value).collect())
    });
    Notation {
        decimal_char,
        group_char,
        bare_number,
        true_values,
        false_values,
    }
}

/// Texts for "no value". Version 2 also allows `{value, label}`. The empty text is one of them, so empty is kept.
fn missing_values(fields: &mut Fields<'_>) -> Option<Vec<String>> {
    let node = fields.node("missingValues")?;
    let FactValue::List(items) = &node.value else {
        return None;
    };
    Some(items.iter().filter_map(missing_value).collect())
}

/// Returns what values are called: items `{value, label}` of `categories`; those without a label call themselves.
fn categories(fields: &mut Fields<'_>, lang: &Lang) -> BTreeMap<String, Words> {
    let items = match fields.node("categories").map(|node| &node.value) {
        Some(FactValue::List(items)) => items.as_slice(),
        _ => &[],
    };
    let labelled = items.iter().filter_map(|item| {
        let [value, label] = ["value", "label"].map(|key| text_of(item, key));
        Some((value?, Words::new(lang.clone(), label?)))
    });
    labelled.collect()
}

/// Returns a text of a map.
fn text_of(node: &FactNode, name: &str) -> Option<String> {
    let FactValue::Map(entries) = &node.value else {
        return None;
    };
    let (_, value) = entries.iter().find(|(key, _)| key.name == name)?;
    match &value.value {
        FactValue::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// Returns the text of an item of `missingValues`.
fn missing_value(node: &FactNode) -> Option<String> {
    match &node.value {
        FactValue::Text(text) => Some(text.clone()),
        FactValue::Null => Some(String::new()),
        FactValue::Map(_) => text_of(node, "value"),
        FactValue::List(_) => None,
    }
}

fn constraints(mut fields: Fields<'_>, sink: &mut Sink) -> Constraints {
    let [required, unique] =
        ["required", "unique"].map(|key| fields.flag(key, sink).is_some_and(|f| f.value));
    let allowed = fields
        .node("enum")
        .is_some()
        .then(|| fields.texts("enum", sink));
    let [pattern, minimum, maximum] =
        ["pattern", "minimum", "maximum"].map(|key| fields.text(key, sink).map(|t| t.value));
    let [min_length, max_length] = ["minLength", "maxLength"].map(|key| {
        fields
            .integer(key, sink)
            .and_then(|n| usize::try_from(n.value).ok())
    });
    fields.finish(sink);
    let allowed =
        allowed.map(|list: Vec<Spanned<String>>| list.into_iter().map(|t| t.value).collect());
    Constraints {
        required,
        unique,
        allowed,
        pattern,
        minimum,
        maximum,
        min_length,
        max_length,
    }
}

fn foreign_key(mut key: Fields<'_>, sink: &mut Sink) -> Option<ForeignKey> {
    let fields = key
        .texts("fields", sink)
        .into_iter()
        .map(|f| f.value)
        .collect();
    let mut reference = key.map("reference", sink)?;
    let columns = reference
        .texts("fields", sink)
        .into_iter()
        .map(|f| f.value)
        .collect();
    let resource = reference
        .text("resource", sink)
        .map(|r| r.value)
        .unwrap_or_default();
    let dataset = reference
        .text("dataset", sink)
        .or_else(|| reference.text("package", sink))
        .map(|d| d.value);
    Some(ForeignKey {
        fields,
        dataset,
        resource,
        reference: columns,
    })
}

/// The finding that a translation names something which the main file does not have.
pub(super) fn unmatched(
    fields: &Fields<'_>,
    name: &Spanned<String>,
    what: &'static str,
) -> Diagnostic {
    Diagnostic::new(&codes::UNTRANSLATED_FACT)
        .at(fields.place(&name.span))
        .arg("what", what)
        .arg("key", &name.value)
}

/// Adds a translation's titles and descriptions.
pub(crate) fn translate(schema: &mut Schema, mut given: Fields<'_>, lang: &Lang, sink: &mut Sink) {
    for mut fields in given.maps("fields", sink) {
        let Some(name) = fields.required("name", sink) else {
            continue;
        };
        let [title, description] =
            ["title", "description"].map(|key| fields.text(key, sink).map(|t| t.value));
        match schema.fields.iter_mut().find(|f| f.name == name.value) {
            Some(found) => {
                for (value, words) in categories(&mut fields, lang) {
                    for (lang, label) in words.all() {
                        let known = found.labels.entry(value.clone()).or_default();
                        known.add(lang.clone(), label);
                    }
                }
                found.title.extend(lang.clone(), title);
                found.description.extend(lang.clone(), description);
            }
            None => sink.push(unmatched(&fields, &name, "column")),
        }
        fields.finish_among(
            &["name", "title", "description", "categories"],
            &["type", "format", "unit", "constraints"],
            sink,
        );
    }
    given.finish(sink);
}

/// Parses a `dialect`: Table Dialect (v2), or CSV Dialect (v1), whose names it shares.
pub(crate) fn dialect(mut fields: Fields<'_>, sink: &mut Sink) -> Dialect {
    let [delimiter, quote_char, escape_char, decimal_char, group_char] = [
        "delimiter",
        "quoteChar",
        "escapeChar",
        "decimalChar",
        "groupChar",
    ]
    .map(|key| one_char(&mut fields, key, sink));
    let header = fields.flag("header", sink).map(|h| h.value);
    let rows = fields.list("headerRows");
    let header_rows: Vec<usize> = rows
        .into_iter()
        .filter_map(|node| match &node.value {
            FactValue::Text(text) => text.parse().ok(),
            _ => None,
        })
        .collect();
    let comment_char = fields.text("commentChar", sink).map(|c| c.value);
    let sheet = fields
        .text("sheetName", sink)
        .or_else(|| fields.text("sheetNumber", sink))
        .map(|s| s.value);
    for key in [
        "lineTerminator",
        "doubleQuote",
        "skipInitialSpace",
        "caseSensitiveHeader",
        "nullSequence",
        "csvddfVersion",
    ] {
        fields.node(key);
    }
    fields.finish(sink);
    Dialect {
        delimiter,
        quote_char,
        escape_char,
        header,
        header_rows: (!header_rows.is_empty()).then_some(header_rows),
        comment_char,
        decimal_char,
        group_char,
        sheet,
    }
}

/// One character, written as itself or as `\t`.
fn one_char(fields: &mut Fields<'_>, key: &'static str, sink: &mut Sink) -> Option<char> {
    let node = fields.node(key)?;
    // A tab or a blank is a delimiter too, so the text is not trimmed here.
    let text = match &node.value {
        FactValue::Text(text) if text == "\\t" => "\t",
        FactValue::Text(text) => text.as_str(),
        _ => "",
    };
    let mut chars = text.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(c);
    }
    sink.push(fields.wrong_form(&node.span, key, "one-character"));
    None
}
