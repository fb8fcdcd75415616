//! JSON Schemas for whoever writes a portal in an editor: of the settings, and of the facts of each kind of page. They are derived from
//! what the readers of these facts ask for, so that no second list of facts can differ from the first.

use super::page_lines::FactWords;
use crate::diag::Speech;
use crate::model::Portal;
use crate::model::folder_kind::KnownKind;
use crate::model::settings::Settings;
use crate::source::asked::{FactForm, KnownFact, MapForm};
use crate::source::code_labels;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The folder of a portal that they are in.
pub(super) const SCHEMAS: &str = "schemas";

/// What a date looks like (ISO 8601): a year, a month, a day, or an instant of which the day counts.
const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.*)?)?)?$";

/// Returns the schemas of a portal by their paths from its folder, with words of its main language.
pub(crate) fn editor_schemas(portal: &Portal) -> BTreeMap<String, String> {
    let speech = Speech::for_locale(portal.settings.main().tag());
    let words = SchemaWords {
        speech: &speech,
        kind: "settings",
    };
    let mut schemas = BTreeMap::from([(path_of("tragaluz"), words.whole(&Settings::facts()))]);
    for kind in KnownKind::all(&portal.settings.kinds) {
        let words = SchemaWords {
            speech: &speech,
            kind: &kind.word,
        };
        schemas.insert(path_of(&kind.word), words.whole(&portal.facts_of(&kind)));
    }
    schemas
}

/// Returns the line with which a page of a kind names its schema, as editors with a YAML language server read it; `path` is the page's
/// from the portal's folder.
pub(super) fn line_for(kind: &KnownKind, path: &str) -> String {
    let up = "../".repeat(path.matches('/').count());
    format!("yaml-language-server: $schema={up}{}", path_of(&kind.word))
}

fn path_of(name: &str) -> String {
    format!("{SCHEMAS}/{name}.json")
}

/// What a schema says in words.
struct SchemaWords<'a> {
    speech: &'a Speech,
    kind: &'a str,
}

impl SchemaWords<'_> {
    /// Writes the schema of a file (JSON Schema 2020-12).
    fn whole(&self, facts: &[KnownFact]) -> String {
        let mut schema = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema" });
        schema["title"] = json!(self.kind);
        merge(&mut schema, self.object(facts, true));
        let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        text.push('\n');
        text
    }

    /// A map that holds these facts, and no others; any where none are known.
    fn object(&self, facts: &[KnownFact], is_top: bool) -> Value {
        if facts.is_empty() {
            return json!({ "type": "object" });
        }
        let mut properties = Map::new();
        for fact in facts {
            let mut schema = self.form(&fact.name, &fact.form);
            let words = is_top.then(|| FactWords::of(fact, self.kind, self.speech));
            if let Some(words) = words.flatten() {
                schema["description"] = json!(words.purpose);
            }
            properties.insert(fact.name.clone(), schema);
        }
        json!({ "type": "object", "properties": properties, "additionalProperties": false })
    }

    fn form(&self, name: &str, form: &FactForm) -> Value {
        // Whatever is empty is not there; and YAML takes a text of digits for a number, and `yes` for itself.
        let text = json!(["string", "number", "boolean", "null"]);
        match form {
            FactForm::Any => json!({}),
            FactForm::Text => json!({ "type": text }),
            FactForm::Words => json!({ "type": ["string", "number", "null", "object"] }),
            FactForm::Texts => json!({ "type": ["array", "string", "number", "boolean", "null"] }),
            FactForm::Date => json!({ "anyOf": [
                { "type": "string", "pattern": DATE },
                { "type": "integer", "minimum": 1000, "maximum": 9999 },
                { "type": "null" },
            ] }),
            FactForm::Flag => {
                json!({ "enum": [true, false, "yes", "no", "sí", "si", "true", "false", null] })
            }
            FactForm::Integer => json!({ "anyOf": [
                { "type": ["integer", "null"] },
                { "type": "string", "pattern": "^-?[0-9]+$" },
            ] }),
            FactForm::Word(words) => word(name, words),
            FactForm::Map(map) => self.map(map, &["string", "number", "array"]),
            FactForm::Maps(map) => json!({ "anyOf": [
                { "type": "array", "items": self.map(map, &["string", "number"]) },
                self.map(map, &["string", "number"]),
                { "type": "null" },
            ] }),
        }
    }

    /// A map, or the value of its most important name where that may stand in its place, which has one of these types.
    fn map(&self, map: &MapForm, plain: &[&str]) -> Value {
        let object = self.object(&map.facts, false);
        let mut forms = vec![object, json!({ "type": "null" })];
        if map.is_plain {
            forms.push(json!({ "type": plain }));
        }
        json!({ "anyOf": forms })
    }
}

/// A word of a closed list, or the name that pages show for it.
fn word(fact: &str, words: &[String]) -> Value {
    let mut known: Vec<String> = words.to_vec();
    for word in words {
        for name in code_labels::shown_names(fact, word) {
            if !known.contains(&name) {
                known.push(name);
            }
        }
    }
    let known = known.into_iter().map(Value::from).chain([Value::Null]);
    json!({ "enum": known.collect::<Vec<_>>() })
}

/// Adds the members of one object to another.
fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}

#[cfg(test)]
mod tests;
