//! Facts in words as entries of a JSON object: those for which a standard has a name.

use super::LocalizedText;
use crate::model::stated_facts::{STATED_FACTS, StatedFact, StatedFacts};
use crate::text::lang::Lang;
use crate::text::words::Words;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde::ser::Serializer;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Entries of the object that it is flattened into: a standard's names for facts, and what is written of each.
#[derive(Debug)]
pub(super) struct StatedEntries<T>(Vec<(&'static str, T)>);

impl<T> StatedEntries<T> {
    /// Draws each fact that has a name and of which there is something to write.
    pub(super) fn of<'a>(
        stated: &'a StatedFacts,
        name: impl Fn(&'static StatedFact) -> Option<&'static str>,
        value: impl Fn(&'a Words) -> Option<T>,
    ) -> Self {
        let named = stated
            .iter()
            .filter_map(|(fact, words)| Some((name(fact)?, value(words)?)));
        StatedEntries(named.collect())
    }
}

impl<'a> StatedEntries<&'a str> {
    /// Draws each fact that has a name, as a text in one language.
    pub(super) fn texts(
        stated: &'a StatedFacts,
        name: impl Fn(&'static StatedFact) -> Option<&'static str>,
        lang: &Lang,
    ) -> Self {
        StatedEntries::of(stated, name, |words| text_of(words, lang))
    }
}

/// Returns the words in a language, where they say something.
pub(super) fn text_of<'a>(words: &'a Words, lang: &Lang) -> Option<&'a str> {
    Some(words.text(lang)).filter(|text| !text.is_empty())
}

impl<T: Serialize> Serialize for StatedEntries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// The properties of `datasets/NAME.json` that hold facts in words, by language.
impl JsonSchema for StatedEntries<LocalizedText<'_>> {
    fn schema_name() -> Cow<'static, str> {
        "StatedFacts".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = Map::new();
        for fact in STATED_FACTS {
            let mut property = generator.subschema_for::<LocalizedText<'_>>();
            property.insert("description".to_owned(), fact.meaning.into());
            properties.insert(fact.key.to_owned(), Value::from(property));
        }
        json_schema!({ "type": "object", "properties": properties })
    }
}
