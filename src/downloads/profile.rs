//! `profile.json`: what was counted of every column of a dataset's tables.

use super::file::{DownloadFile, Role};
use super::names::folder;
use crate::data::{Column, Table, Tables};
use crate::diag::Fatal;
use crate::stage::Staging;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Writes the profile of every dataset that has a table, to `datasets/SLUG/profile.json`.
pub fn write(tables: &Tables, staging: &Staging) -> Result<Vec<DownloadFile>, Fatal> {
    let datasets: BTreeSet<&str> = tables.tables.iter().map(|t| t.dataset.as_str()).collect();
    let mut files = Vec::with_capacity(datasets.len());
    for dataset in datasets {
        let profile = json!({ "dataset": dataset, "resources": tables.of(dataset).map(of_table).collect::<Vec<_>>() });
        let path = format!("{}/profile.json", folder(dataset));
        let mut text = serde_json::to_vec_pretty(&profile).map_err(|error| Fatal::Refused(error.to_string()))?;
        text.push(b'\n');
        let written = staging.write(&path, &text)?;
        files.push(DownloadFile {
            dataset: dataset.to_owned(),
            resource: None,
            role: Role::Description,
            format: "profile".to_owned(),
            path,
            media_type: "application/json".to_owned(),
            rows: None,
            bytes: written.bytes,
            sha256: written.sha256,
        });
    }
    Ok(files)
}

/// The profile of one table.
pub fn of_table(table: &Table) -> Value {
    json!({
        "name": table.resource,
        "path": table.received.path,
        "bytes": table.received.bytes,
        "sha256": table.received.sha256,
        "encoding": table.received.encoding,
        "rows": table.rows,
        "primaryKey": table.primary_key,
        "columns": table.columns.iter().map(of_column).collect::<Vec<_>>(),
    })
}

/// Facts that a column does not have are left out. Numbers of the data stand as text, so that no digit is lost.
fn of_column(column: &Column) -> Value {
    let profile = &column.profile;
    let mut facts = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            facts.insert(name.to_owned(), value);
        }
    };
    put("name", json!(column.name));
    put("receivedName", json!(column.received_name));
    put("type", json!(column.kind.id()));
    put("inferred", if column.declared { Value::Null } else { json!(true) });
    put("format", json!(column.format));
    put("missingValues", json!(column.missing_values));
    put("missing", json!(profile.missing));
    if let Some((count, exact)) = profile.distinct {
        put("distinct", json!({ "count": count, "exact": exact }));
    }
    put("min", json!(profile.min));
    put("max", json!(profile.max));
    put("sum", json!(profile.sum));
    put("mean", json!(profile.mean));
    if let Some(([lower, median, upper], exact)) = &profile.quartiles {
        put("quartiles", json!({ "lower": lower, "median": median, "upper": upper, "exact": exact }));
    }
    put("longest", json!(profile.longest));
    if !profile.frequent.is_empty() {
        let frequent = profile.frequent.iter().map(|(value, count)| json!({ "value": value, "count": count }));
        put("frequent", frequent.collect());
    }
    if !profile.histogram.is_empty() {
        let bars = profile.histogram.iter().map(|(from, to, n)| json!({ "from": from, "to": to, "count": n }));
        put("histogram", bars.collect());
    }
    Value::Object(facts)
}
