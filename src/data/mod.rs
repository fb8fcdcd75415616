//! Floor 3: from data files to tables. Rows stay on disk; what is known of them is in memory.
//!
//! A file is looked at three times, each time as a stream: its bytes are hashed, how it is read is found out
//! ([`sources`]), and one pass over its rows infers types, checks what is declared and counts ([`survey`]). What that found out about reading the
//! file is kept ([`reading::Reading`]), so that whoever needs the rows again gets the very same ones.

mod check;
mod columns;
pub mod decode;
pub mod dialect;
pub mod fault;
mod foreign;
pub mod forms;
mod keys;
mod locate;
pub mod outside;
mod profile;
mod profile_json;
pub mod reading;
pub mod received;
pub mod rows;
pub mod sources;
mod survey;
pub mod table;
pub mod workers;

pub use forms::Value;
pub use profile_json::profile_json;
pub use table::{Column, FieldType, Received, Table, Tables};

use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::model::dataset::{Dataset, Resource};
use crate::text::lang::Lang;
use rayon::prelude::*;
use std::path::Path;
use survey::Depth;
use table::OtherFile;

/// Reads the files of every dataset. A file that cannot be read as the table it should be is a finding, and the
/// others are read all the same.
///
/// # Errors
/// When the portal's folder itself cannot be read.
pub fn ingest(datasets: &[Dataset], root: &Path, sink: &mut Sink) -> Result<Tables, Fatal> {
    root.metadata().map_err(Fatal::io("reading", root))?;
    for dataset in datasets.iter().filter(|d| d.resources.is_empty()) {
        sink.push(Diagnostic::new(&codes::DATASET_EMPTY).at(dataset.place.clone()));
    }
    let work: Vec<(&Dataset, &Resource)> =
        datasets.iter().flat_map(|d| d.resources.iter().map(move |r| (d, r))).collect();
    let read: Vec<(Option<Read>, Sink)> = work.par_iter().map(|(d, r)| read(d, r, root)).collect();
    let mut tables = Tables::default();
    for (read, found) in read {
        sink.extend(found.iter().cloned());
        match read {
            Some(Read::Table(table)) => tables.tables.push(*table),
            Some(Read::Other(other)) => tables.others.push(other),
            None => {}
        }
    }
    foreign::check(&tables, root, sink);
    Ok(tables)
}

/// A file that was read.
enum Read {
    Table(Box<Table>),
    Other(OtherFile),
}

fn read(dataset: &Dataset, resource: &Resource, root: &Path) -> (Option<Read>, Sink) {
    let mut sink = Sink::new();
    let name = &dataset.head.id;
    if let Some(source) = sources::source_of(resource) {
        let table = survey::survey(source, root, (name, resource), Depth::Whole, &mut sink).map(|table| {
            let language = dataset.language.clone().or_else(|| written_in(dataset));
            Read::Table(Box::new(Table { language, ..table }))
        });
        return (table, sink);
    }
    let other = match received::receive(root, &resource.path) {
        Ok(received) => {
            Some(Read::Other(OtherFile { dataset: name.clone(), resource: resource.name.clone(), received }))
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
    dataset.head.title.all().next().map(|(lang, _)| lang.clone())
}
