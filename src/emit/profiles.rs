//! The profiles of a dataset's tables: `datasets/NAME/profile.json`, documented by `schemas/profile.schema.json`.

use super::Made;
use crate::data::{Tables, profile_json};
use serde_json::json;
use std::collections::BTreeMap;

/// The way from a profile to its JSON Schema.
const SCHEMA: &str = "../../schemas/profile.schema.json";

/// One file a dataset that has tables.
pub fn all(tables: &Tables) -> Vec<Made> {
    let mut by_dataset: BTreeMap<&str, Vec<serde_json::Value>> = BTreeMap::new();
    for table in &tables.tables {
        by_dataset.entry(&table.dataset).or_default().push(profile_json(table));
    }
    let file = |(dataset, tables): (&str, Vec<serde_json::Value>)| Made {
        path: format!("datasets/{}/profile.json", dataset.to_ascii_lowercase()),
        text: format!("{:#}\n", json!({ "$schema": SCHEMA, "dataset": dataset, "tables": tables })),
    };
    by_dataset.into_iter().map(file).collect()
}
