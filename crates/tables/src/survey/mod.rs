//! The survey of one file: how it is read, and what its rows hold, in one pass over them.

mod decisions;
mod footer;
mod footnote;
mod near_types;
mod pass;
mod personal_data;
mod protected;
mod row_batches;
mod row_notes;
mod second_table;
mod stray_quotes;
mod watched_column;

pub(crate) use row_notes::{place, site_of_key};

use super::home::Home;
use super::table::Table;
use super::unreadable::Unreadable;
use super::{multi_file, received_file, sources, workers};
use crate::finding::Finding;
use crate::outline::RowOutline;
pub(crate) use crate::profile::ProfileDepth;
use crate::received_file::ReceivedFile;
use crate::schema::TableFile;
use crate::sources::source::SourceFormat;
use std::path::Path;

/// Bytes of a file that is worth a thread of its own.
const LARGE: u64 = 4 << 20;

/// Reads a file as a table; none where it is none, and then a finding says why.
pub fn read(
    file: &TableFile,
    dataset: &str,
    home: &Home,
    depth: ProfileDepth,
    found: &mut Vec<Finding>,
) -> Option<Table> {
    let source = sources::choose(&home.folder, file, found)?;
    survey(source, home, (dataset, file), depth, found)
}

/// Reads a file as a table from this kind of source. Everything that is wrong with it goes to the sink; none when it is no table.
pub(crate) fn survey(
    source: &dyn SourceFormat,
    home: &Home,
    (dataset, resource): (&str, &TableFile),
    depth: ProfileDepth,
    sink: &mut Vec<Finding>,
) -> Option<Table> {
    let mut found = Vec::new();
    let table = survey_into(source, home, (dataset, resource), depth, &mut found);
    sink.extend(found);
    match table {
        Ok(table) => table,
        Err(why) => {
            sink.push(why.finding(&resource.path));
            None
        }
    }
}

/// Hashes the first file of a table, and the further ones.
fn receive(root: &Path, file: &TableFile) -> Result<(ReceivedFile, Vec<ReceivedFile>), Unreadable> {
    let further = file
        .more
        .iter()
        .map(|path| received_file::receive(root, path));
    Ok((
        received_file::receive(root, &file.path)?,
        further.collect::<Result<Vec<_>, _>>()?,
    ))
}

fn survey_into(
    source: &dyn SourceFormat,
    home: &Home,
    (dataset, resource): (&str, &TableFile),
    depth: ProfileDepth,
    found: &mut Vec<Finding>,
) -> Result<Option<Table>, Unreadable> {
    let root = &*home.folder;
    // The file is hashed while it is found out how it is read.
    let large = received_file::length(root, &resource.path)? >= LARGE;
    let (received, opened) = workers::beside(
        large,
        || receive(root, resource),
        || multi_file::open(source, root, resource, found),
    );
    let (mut received, further) = received?;
    let mut opened = opened?;
    opened.stream = resource.onlooker.observe(opened.stream);
    received.encoding = opened.stream.encoding().map(str::to_owned);
    let done = match &resource.disclosure {
        None => Some((pass::run(root, resource, opened, depth, found)?, None)),
        Some(disclosure) => {
            let done = protected::run(root, (resource, disclosure), opened, depth, found)?;
            done.map(|done| (done.surveyed, Some(done.protection)))
        }
    };
    let Some((surveyed, protection)) = done else {
        return Ok(None);
    };
    Ok(Some(Table {
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
        notes: surveyed.notes,
        protection,
        outline: RowOutline::default(),
        about: std::sync::Arc::from([]),
    }))
}

#[cfg(test)]
mod tests;
