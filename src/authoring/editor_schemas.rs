//! JSON Schemas for whoever writes a portal in an editor: of the settings, and of the facts of each kind of page. They are derived from
//! what the readers of these facts ask for, so that no second list of facts can differ from the first.

mod documented_words;

use super::asked_facts::ASKED;
use super::page_lines::FactWords;
use crate::diag::Speech;
use crate::model::Portal;
use crate::model::folder_kind::KnownKind;
use crate::model::settings::Settings;
use crate::source::asked::{FactForm, KnownFact, MapForm};
use crate::source::code_labels;
use documented_words::DocumentedWords;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The folder of a portal that they are in.
pub(crate) const SCHEMAS: &str = "schemas";

/// What a dataset's page is called, as kinds of pages are.
pub(super) const DATASET: &str = "dataset";

/// What the settings are called.
const SETTINGS: &str = "tragaluz";

/// What a date looks like (ISO 8601): a year, a month, a day, or an instant of which the day counts.
const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.*)?)?)?$";

/// Returns the schemas of a portal by their paths from its folder, with words of its main language.
pub(crate) fn editor_schemas(portal: &Portal) -> BTreeMap<String, String> {
    let speech = Speech::for_locale(portal.settings.main().tag());
    let documented = DocumentedWords::read();
    let words = SchemaWords {
        speech: &speech,
        documented: &documented,
        kind: SETTINGS,
    };
    let (settings, datasets) = (Settings::facts(), portal.facts_of_datasets());
    let mut schemas = BTreeMap::from([
        (path_of(SETTINGS), words.whole(&settings)),
        (path_of(DATASET), words.of(DATASET).whole(&datasets)),
    ]);
    for kind in KnownKind::all(&portal.settings.kinds) {
        let schema = words.of(&kind.word).whole(&portal.facts_of(&kind));
        schemas.insert(path_of(&kind.word), schema);
    }
    schemas
}

/// Returns the line with which a page of a kind names its schema, as editors with a YAML language server read it; `path` is the page's
/// from the portal's folder.
pub(super) fn line_for(kind: &str, path: &str) -> String {
    let up = "../".repeat(path.matches('/').count());
    format!("yaml-language-server: $schema={up}{}", path_of(kind))
}

fn path_of(name: &str) -> String {
    format!("{SCHEMAS}/{name}.json")
}

/// What a schema says in words.
struct SchemaWords<'a> {
    speech: &'a Speech,
    documented: &'a DocumentedWords,
    kind: &'a str,
}

impl<'a> SchemaWords<'a> {
    /// Returns the same for another kind of page.
    fn of<'k>(&self, kind: &'k str) -> SchemaWords<'k>
    where
        'a: 'k,
    {
        SchemaWords {
            speech: self.speech,
            documented: self.documented,
            kind,
        }
    }

    /// Writes the schema of a file (JSON Schema 2020-12).
    fn whole(&self, facts: &[KnownFact]) -> String {
        let mut schema = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema" });
        schema["title"] = json!(self.kind);
        merge(&mut schema, self.object(facts, &[]));
        let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        text.push('\n');
        text
    }

    /// A map that holds these facts, and no others; any where none are known. `within` names the maps that it is in.
    fn object(&self, facts: &[KnownFact], within: &[&str]) -> Value {
        if facts.is_empty() {
            return json!({ "type": "object" });
        }
        let mut properties = Map::new();
        for fact in facts {
            let mut schema = self.form(fact, within);
            if let Some(purpose) = self.purpose(fact, within) {
                schema["description"] = json!(purpose);
            }
            properties.insert(fact.name.clone(), schema);
        }
        json!({ "type": "object", "properties": properties, "additionalProperties": false })
    }

    /// Returns what a fact is for: in the portal's language where `add` has words for it, else as the documentation has it.
    fn purpose(&self, fact: &KnownFact, within: &[&str]) -> Option<String> {
        let documented = || self.documented.of(self.kind, within, &fact.name);
        if !within.is_empty() || self.kind == SETTINGS {
            return documented();
        }
        let is_asked = self.kind == DATASET && ASKED.iter().any(|asked| asked.name == fact.name);
        if is_asked {
            // The question's further lines show the fact.
            let question = self.speech.say(&format!("ask-{}", fact.name), &[]);
            return question.lines().next().map(str::to_owned);
        }
        let spoken = FactWords::of(fact, self.kind, self.speech);
        spoken.map(|words| words.purpose).or_else(documented)
    }

    fn form(&self, fact: &KnownFact, within: &[&str]) -> Value {
        let within = [within, &[fact.name.as_str()]].concat();
        // Whatever is empty is not there; and YAML takes a text of digits for a number, and `yes` for itself.
        let text = json!(["string", "number", "boolean", "null"]);
        match &fact.form {
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
            FactForm::Word(words) => word(&fact.name, words),
            FactForm::Map(map) => self.map(map, &within, &["string", "number", "array"]),
            FactForm::Maps(map) => json!({ "anyOf": [
                { "type": "array", "items": self.map(map, &within, &["string", "number"]) },
                self.map(map, &within, &["string", "number"]),
                { "type": "null" },
            ] }),
        }
    }

    /// A map, or the value of its most important name where that may stand in its place, which has one of these types.
    fn map(&self, map: &MapForm, within: &[&str], plain: &[&str]) -> Value {
        let object = self.object(&map.facts, within);
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
