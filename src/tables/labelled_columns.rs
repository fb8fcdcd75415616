//! Labels of values, held against the tables that they are for.

use crate::diag::{Diagnostic, codes};
use crate::model::dataset::Dataset;
use crate::model::value_labels::ColumnLabels;
use tragaluz_tables::{Column, Table, Tables};

/// Finds labels of columns that no table has, and of values that no row has, where the values are few enough to be known.
pub(super) fn check(datasets: &[Dataset], tables: &Tables) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for dataset in datasets {
        let tables: Vec<&Table> = tables.of(&dataset.head.id).collect();
        // Where no table can be read, that is told already.
        if tables.is_empty() {
            continue;
        }
        for (name, labels) in dataset.labels.columns() {
            let own = tables.iter().flat_map(|table| &table.columns);
            let columns: Vec<&Column> = own.filter(|column| column.name == name).collect();
            if columns.is_empty() {
                found.push(unmatched(labels, "column", name, name));
            } else if let Some(values) = known_values(&columns) {
                let absent = labels.values().filter(|value| !values.contains(value));
                found.extend(absent.map(|value| unmatched(labels, "value", value, name)));
                found.extend(unlabelled(labels, &values, name));
            }
        }
    }
    found
}

/// Returns the different values of columns of one name; `None` where not all are known.
fn known_values<'t>(columns: &[&'t Column]) -> Option<Vec<&'t str>> {
    let mut values = Vec::new();
    for column in columns {
        let own = &column.profile.frequent;
        let (distinct, is_exact) = column.profile.distinct?;
        if !is_exact || distinct != own.len() as u64 {
            return None;
        }
        values.extend(own.iter().map(|(value, _)| value.as_str()));
    }
    Some(values)
}

fn unmatched(labels: &ColumnLabels, what: &'static str, name: &str, column: &str) -> Diagnostic {
    Diagnostic::new(&codes::DATA_LABEL_UNMATCHED)
        .at(labels.place.clone())
        .arg("what", what)
        .arg("name", name)
        .arg("column", column)
}

/// Returns the finding that a value has no label, for the first such value.
fn unlabelled(labels: &ColumnLabels, values: &[&str], column: &str) -> Option<Diagnostic> {
    let has_label = |value: &str| {
        if labels.is_of_countries() {
            crate::text::country::is_known(value)
        } else {
            labels.values().any(|known| known == value)
        }
    };
    let value = values.iter().find(|value| !has_label(value))?;
    Some(unmatched(labels, "unlabelled", value, column))
}
