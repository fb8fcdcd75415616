//! What a dataset's declaration lacks. Of a dataset without one, a single finding says everything, and holds a whole
//! `dataset.md` to be filled in.

use super::{Fact, Record, TableRecord};
use crate::diag::{COMMENT, Diagnostic, PASTE, codes};
use crate::model::dataset::{Dataset, Resource};
use crate::source::yaml::scalar;
use crate::text::lang::Lang;
use std::collections::BTreeSet;

/// Most columns that a finding names.
const MOST_NAMED: usize = 8;

/// The findings about what a dataset lacks; of a register all but the time that it covers, which it may not have.
pub(super) fn findings(
    dataset: &Dataset,
    record: &Record,
    is_register: bool,
    main: &Lang,
) -> Vec<Diagnostic> {
    let missing = &record.missing;
    if is_bare(dataset) && !missing.is_empty() {
        let finding = Diagnostic::new(&codes::DATASET_UNDESCRIBED).at(dataset.place.clone());
        let (folder, home) = (&dataset.place.file, home(dataset));
        let finding = finding
            .arg("folder", folder)
            .arg("file", format!("{home}/dataset.md"))
            .arg("count", missing.len());
        let finding = finding
            .arg("move", if home == *folder { "no" } else { "yes" })
            .arg("home", home);
        return vec![finding.arg(PASTE, declaration(dataset, record, main))];
    }
    let told = missing
        .iter()
        .filter(|fact| !(is_register && **fact == Fact::Temporal));
    let facts = told.map(|fact| fact.finding(record, main).at(dataset.place.clone()));
    facts
        .chain(without_descriptions(dataset, record, main))
        .collect()
}

/// Whether nobody declared anything of a dataset of the portal: its folder holds nothing but data.
fn is_bare(dataset: &Dataset) -> bool {
    let head = &dataset.head;
    dataset.place.file.starts_with("data/")
        && dataset.place.file == head.file.path
        && head.file.text.is_empty()
}

/// The folder that `dataset.md` belongs into: a file straight in `data/` has none yet.
fn home(dataset: &Dataset) -> String {
    let place = &dataset.place.file;
    let is_loose = dataset
        .resources
        .iter()
        .any(|resource| is_in(place, &resource.path).is_none());
    if is_loose {
        format!("data/{}", dataset.head.id)
    } else {
        place.clone()
    }
}

/// The path of a file below a folder.
fn is_in<'p>(folder: &str, path: &'p str) -> Option<&'p str> {
    path.strip_prefix(folder)?.strip_prefix('/')
}

/// The finding that columns have no description.
fn without_descriptions(dataset: &Dataset, record: &Record, main: &Lang) -> Option<Diagnostic> {
    let columns = || record.tables.iter().flat_map(|table| &table.columns);
    let bare: Vec<&str> = columns()
        .filter(|c| c.description.is_empty())
        .map(|c| c.name.as_str())
        .collect();
    let named = bare
        .iter()
        .take(MOST_NAMED)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    let finding = Diagnostic::new(&codes::COLUMNS_UNDESCRIBED).at(dataset.place.clone());
    let finding = finding
        .arg("count", bare.len())
        .arg("all", columns().count())
        .arg("names", named);
    let finding = finding
        .arg("more", bare.len().saturating_sub(MOST_NAMED))
        .arg("first", *bare.first()?);
    Some(finding.arg("title", record.title.text(main)))
}

/// A whole `dataset.md`: what is known is written, and what is missing is there empty, with a comment.
fn declaration(dataset: &Dataset, record: &Record, main: &Lang) -> String {
    let mut lines = vec![
        "---".to_owned(),
        format!("title: {}", scalar(record.title.text(main))),
    ];
    for fact in &record.missing {
        let empty = if *fact == Fact::Keywords { " []" } else { "" };
        lines.push(format!("{}:{empty} {COMMENT}{}", fact.id(), fact.id()));
    }
    lines.extend(resources(dataset, record));
    lines.push("---".to_owned());
    lines.push(String::new());
    lines.join("\n")
}

/// The resources with their columns; none where a file holds several tables, which are declared in another way.
fn resources(dataset: &Dataset, record: &Record) -> Vec<String> {
    let own = |resource: &'_ Resource| {
        let path = resource.path.as_str();
        is_in(&dataset.place.file, path)
            .or_else(|| path.strip_prefix("data/"))
            .unwrap_or(path)
            .to_owned()
    };
    let paths: BTreeSet<String> = dataset.resources.iter().map(own).collect();
    let is_plain =
        paths.len() == dataset.resources.len() && paths.iter().all(|path| !path.contains(".zip/"));
    if !is_plain || paths.is_empty() {
        return Vec::new();
    }
    let mut lines = vec!["resources:".to_owned()];
    for resource in &dataset.resources {
        lines.push(format!("  - path: {}", scalar(&own(resource))));
        if let Some(table) = record
            .tables
            .iter()
            .find(|table| table.name == resource.name)
        {
            lines.extend(columns(table));
        }
    }
    lines
}

fn columns(table: &TableRecord) -> Vec<String> {
    let mut lines = vec!["    schema:".to_owned(), "      fields:".to_owned()];
    for (at, column) in table.columns.iter().enumerate() {
        lines.push(format!("        - name: {}", scalar(&column.name)));
        let comment = if at == 0 {
            format!(" {COMMENT}column")
        } else {
            String::new()
        };
        lines.push(format!("          description:{comment}"));
    }
    lines
}
