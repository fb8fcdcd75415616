//! The profiles of a dataset's tables: `datasets/NAME/profile.json`, documented by `schemas/profile.schema.json`.

use super::PublishedSchema;
use crate::downloads::{Files, Role};
use crate::stage::OutputFile;
use schemars::Schema;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tragaluz_tables::{Tables, profile_json};

/// The way from a profile to its JSON Schema.
const SCHEMA: &str = "../../schemas/profile.schema.json";

/// The schema of what is counted of tables.
pub(super) const SCHEMA_FILE: PublishedSchema = PublishedSchema {
    path: "schemas/profile.schema.json",
    draw: schema,
};

/// Returns the schema, which is written by hand, as the files are drawn where tables are read.
fn schema() -> Schema {
    serde_json::from_str(include_str!("schemas/profile.schema.json")).unwrap_or_default()
}

/// One file a dataset that has tables. Each table is named by its files as they are published beside this one.
pub(crate) fn all(tables: &Tables, files: &Files) -> Vec<OutputFile> {
    let mut by_dataset: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for table in &tables.tables {
        let mut profile = profile_json(table);
        let own = || {
            files
                .of(&table.dataset)
                .filter(|file| file.resource.as_deref() == Some(&*table.resource))
        };
        let csv = own().find(|file| file.role == Role::Table && file.format == "csv");
        let folder = folder(&table.dataset);
        let received = own().find(|file| file.role == Role::Received);
        if let Value::Object(facts) = &mut profile {
            facts.remove("file");
            for (name, file) in [("csv", csv), ("file", received)] {
                let path = file.map(|file| file.path.strip_prefix(&folder).unwrap_or(&file.path));
                facts.extend(path.map(|path| (name.to_owned(), path.into())));
            }
        }
        by_dataset.entry(&table.dataset).or_default().push(profile);
    }
    let file = |(dataset, tables): (&str, Vec<Value>)| OutputFile {
        path: format!("{}profile.json", folder(dataset)),
        text: format!(
            "{:#}\n",
            json!({ "$schema": SCHEMA, "dataset": dataset, "tables": tables })
        ),
    };
    by_dataset.into_iter().map(file).collect()
}

fn folder(dataset: &str) -> String {
    format!("datasets/{}/", dataset.to_ascii_lowercase())
}
