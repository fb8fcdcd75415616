//! The survey of one file: how it is read, and what its rows hold, in one pass over them.

mod pass;
mod report;
mod second;
mod tail;

pub use report::{place, site_of_key};

use super::fault::Unreadable;
use super::joined;
use super::received;
use super::sources::Source;
use super::table::{Home, Table};
use crate::diag::{Diagnostic, Sink};
use crate::model::dataset::Resource;

/// Reads a file as a table from this kind of source. Everything that is wrong with it goes to the sink; none when it is no table.
pub fn survey(source: &dyn Source, home: &Home, dataset: &str, resource: &Resource, sink: &mut Sink) -> Option<Table> {
    let mut found = Vec::new();
    let table = survey_into(source, home, dataset, resource, &mut found);
    sink.extend(found);
    match table {
        Ok(table) => Some(table),
        Err(why) => {
            sink.push(why.finding(&resource.path));
            None
        }
    }
}

fn survey_into(
    source: &dyn Source,
    home: &Home,
    dataset: &str,
    resource: &Resource,
    found: &mut Vec<Diagnostic>,
) -> Result<Table, Unreadable> {
    let root = &*home.folder;
    let mut received = received::receive(root, &resource.path)?;
    let further = resource.more.iter().map(|path| received::receive(root, path)).collect::<Result<Vec<_>, _>>()?;
    let opened = joined::open(source, root, resource, found)?;
    received.encoding = opened.stream.encoding().map(str::to_owned);
    let surveyed = pass::run(root, resource, opened, found)?;
    Ok(Table {
        home: home.clone(),
        dataset: dataset.to_owned(),
        resource: resource.name.clone(),
        received,
        further,
        columns: surveyed.columns,
        primary_key: resource.schema.primary_key.clone(),
        foreign_keys: resource.schema.foreign_keys.clone(),
        rows: surveyed.rows,
        preview: surveyed.preview,
        language: None,
        reading: surveyed.reading,
        about: std::sync::Arc::from([]),
    })
}
