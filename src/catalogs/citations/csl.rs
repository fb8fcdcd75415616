//! CSL-JSON (Citation Style Language 1.0.2, `csl-data.json`).

use super::{Cited, Form};
use serde_json::{Map, Value, json};

/// The form.
pub(crate) struct Csl;

impl Form for Csl {
    fn ending(&self) -> &'static str {
        "csl.json"
    }

    fn write(&self, cited: &Cited) -> String {
        let issued = cited.date.map(|date| {
            let parts = [Some(date.year.into()), date.month.map(i64::from), date.day.map(i64::from)];
            json!({ "date-parts": [parts.into_iter().map_while(|part| part).collect::<Vec<i64>>()] })
        });
        let facts = [
            ("id", Some(json!(cited.id))),
            ("type", Some(json!("dataset"))),
            ("title", Some(json!(cited.title))),
            ("author", Some(json!([{ "literal": cited.creator }]))),
            ("issued", issued),
            ("publisher", Some(json!(cited.publisher))),
            (
                "version",
                cited.version.as_ref().map(|version| json!(version)),
            ),
            ("DOI", cited.doi.as_ref().map(|doi| json!(doi))),
            ("number", cited.number.as_ref().map(|number| json!(number))),
            ("URL", cited.url.as_ref().map(|url| json!(url))),
            ("language", Some(json!(cited.lang))),
        ];
        let facts: Map<String, Value> = facts
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect();
        format!("{:#}\n", json!([facts]))
    }
}
