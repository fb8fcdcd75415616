//! Floor 3: from data files to tables. Rows stay on disk; what is known of them is in memory.
//!
//! A file is looked at three times, each time as a stream: its bytes are hashed, how it is read is found out
//! ([`sources`]), and one pass over its rows infers types, checks what is declared and counts ([`survey`]). What that found out about reading the
//! file is kept ([`read_plan::ReadPlan`]), so that whoever needs the rows again gets the very same ones.

mod answers;
pub(crate) mod cell_formats;
mod check;
mod columns;
pub(crate) mod containers;
pub mod dialect;
mod duplicate_keys;
pub mod encoding;
mod expansion;
pub(crate) mod field_type;
mod foreign;
mod hint;
mod home;
pub(crate) mod inline;
pub(crate) mod line_address;
mod locate;
mod missing_values;
mod multi_file;
mod profile;
mod profile_json;
pub(crate) mod read_plan;
pub(crate) mod received_file;
pub mod rows;
pub(crate) mod sources;
pub mod standalone;
mod survey;
pub mod table;
pub(crate) mod table_stream;
pub(crate) mod unreadable;
pub(crate) mod workers;
pub(crate) mod zip_file;

pub(crate) use cell_formats::Value;
pub use field_type::FieldType;
pub use home::{Home, Origin};
pub use profile_json::{notes_json, profile_json};
pub use received_file::ReceivedFile;
pub use table::{Column, DatasetIndex, FileNote, Table, Tables};

use crate::data::profile::ProfileDepth;
use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::model::dataset::{Dataset, Resource};
use crate::text::lang::Lang;
use crate::timing::Timings;
use rayon::prelude::*;
use table::OtherFile;

/// Reads the files of every dataset. A file that cannot be read as the table it should be is a finding, and the
/// others are read all the same.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn ingest(
    datasets: &[Dataset],
    home: &Home,
    timings: &Timings,
    sink: &mut Sink,
) -> Result<Tables, Fatal> {
    home.folder
        .metadata()
        .map_err(Fatal::io("reading", &home.folder))?;
    for dataset in datasets
        .iter()
        .filter(|d| d.resources.is_empty() && d.external.is_empty())
    {
        sink.push(Diagnostic::new(&codes::DATASET_EMPTY).at(dataset.place.clone()));
    }
    let work: Vec<(&Dataset, &Resource)> = datasets
        .iter()
        .flat_map(|d| d.resources.iter().map(move |r| (d, r)))
        .collect();
    let read = |(d, r): &(&Dataset, &Resource)| timings.work("data", &r.path, || read(d, r, home));
    let read: Vec<(Option<ReadFile>, Sink)> = work.par_iter().map(read).collect();
    let mut tables = Tables::default();
    for (read, found) in read {
        sink.extend(found.iter().cloned());
        match read {
            Some(ReadFile::Table(table)) => tables.tables.push(*table),
            Some(ReadFile::Other(other)) => tables.others.push(*other),
            None => {}
        }
    }
    foreign::check(&tables, sink);
    Ok(tables)
}

/// A file that was read.
enum ReadFile {
    Table(Box<Table>),
    Other(Box<OtherFile>),
}

fn read(dataset: &Dataset, resource: &Resource, home: &Home) -> (Option<ReadFile>, Sink) {
    let mut sink = Sink::new();
    let name = &dataset.head.id;
    let home = &home.of(resource);
    let mut found = Vec::new();
    let source = if resource.as_received {
        None
    } else {
        sources::choose(&home.folder, resource, &mut found)
    };
    sink.extend(found);
    if let Some(source) = source {
        let table = survey::survey(
            source,
            home,
            (name, resource),
            ProfileDepth::Whole,
            &mut sink,
        )
        .map(|table| {
            let language = dataset.language.clone().or_else(|| written_in(dataset));
            ReadFile::Table(Box::new(Table { language, ..table }))
        });
        return (table, sink);
    }
    let other = match received_file::receive(&home.folder, &resource.path) {
        Ok(received) => {
            let (dataset, resource) = (name.clone(), resource.name.clone());
            Some(ReadFile::Other(Box::new(OtherFile {
                home: home.clone(),
                dataset,
                resource,
                received,
            })))
        }
        Err(why) => {
            sink.push(why.finding(&resource.path));
            None
        }
    };
    (other, sink)
}

/// The language of a dataset's own words, where none is declared for its data.
fn written_in(dataset: &Dataset) -> Option<Lang> {
    dataset
        .head
        .title
        .all()
        .next()
        .map(|(lang, _)| lang.clone())
}
