//! Floor 3: from data files to tables. How a table is read is told in the crate for tables; here are a portal's datasets:
//! their files, what ZIPs hold, data that are in a descriptor.

pub(crate) mod alike_tables;
pub(crate) mod code_lists;
pub(crate) mod containers;
pub(crate) mod inline;
mod labelled_columns;
pub(crate) mod protection;
pub(crate) mod row_cuts;
pub mod standalone;

use crate::cache::CacheKey;
use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::model::dataset::{Dataset, Resource};
use crate::source::disk::{Disk, LocalDisk};
use crate::text::lang::Lang;
use crate::timing::Timings;
use rayon::prelude::*;
use tragaluz_tables::privacy::DeclaredContacts;
use tragaluz_tables::profile::ProfileDepth;
use tragaluz_tables::survey;
use tragaluz_tables::table::OtherFile;
use tragaluz_tables::{Home, Table, TableFile, Tables, foreign, is_table, received_file};

/// Reads the files of every dataset; where `personal` is given, cells are looked through for personal data other than
/// these contacts. A file that cannot be read as the table it should be is a finding, and the
/// others are read all the same.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn ingest(
    datasets: &[Dataset],
    home: &Home,
    personal: Option<&DeclaredContacts>,
    timings: &Timings,
    sink: &mut Sink,
) -> Result<Tables, Fatal> {
    LocalDisk
        .check(&home.folder)
        .map_err(Fatal::io("reading", &home.folder))?;
    say_empty(datasets, sink);
    let work: Vec<(&Dataset, &Resource)> = datasets
        .iter()
        .flat_map(|d| d.resources.iter().map(move |r| (d, r)))
        .collect();
    let read: Vec<(Option<ReadFile>, Sink)> = work
        .par_iter()
        .map(|(d, r)| {
            let file = || file_of(d, r, personal, timings);
            timings.work("data", &r.path, || read(d, r, &file(), home))
        })
        .collect();
    let mut tables = Tables::default();
    for (read, found) in read {
        sink.extend(found.iter().cloned());
        match read {
            Some(ReadFile::Table(table)) => tables.tables.push(*table),
            Some(ReadFile::Other(other)) => tables.others.push(*other),
            None => {}
        }
    }
    let mut found = Vec::new();
    foreign::check(&tables, &mut found);
    found.extend(protection::check(datasets, &tables));
    sink.extend(found);
    sink.extend(labelled_columns::check(datasets, &tables));
    Ok(tables)
}

/// Tells of datasets without any file.
fn say_empty(datasets: &[Dataset], sink: &mut Sink) {
    for dataset in datasets
        .iter()
        .filter(|d| d.resources.is_empty() && d.external.is_empty())
    {
        sink.push(Diagnostic::new(&codes::DATASET_EMPTY).at(dataset.place.clone()));
    }
}

/// Returns the file of a resource, as it is read.
fn file_of(
    dataset: &Dataset,
    resource: &Resource,
    personal: Option<&DeclaredContacts>,
    timings: &Timings,
) -> TableFile {
    TableFile {
        onlooker: timings.onlooker(),
        disclosure: protection::declared(dataset, resource),
        personal: personal.cloned(),
        ..resource.table_file()
    }
}

/// A file that was read.
enum ReadFile {
    Table(Box<Table>),
    Other(Box<OtherFile>),
}

fn read(
    dataset: &Dataset,
    resource: &Resource,
    file: &TableFile,
    home: &Home,
) -> (Option<ReadFile>, Sink) {
    let mut sink = Sink::new();
    let name = &dataset.head.id;
    let home = &home.of(resource.inline.is_some());
    if !resource.as_received && is_table(&home.folder, file) {
        let mut found = Vec::new();
        let table = survey::read(file, name, home, ProfileDepth::Whole, &mut found).map(|table| {
            let language = dataset.language.clone().or_else(|| written_in(dataset));
            ReadFile::Table(Box::new(Table { language, ..table }))
        });
        sink.extend(found);
        return (table, sink);
    }
    if let Some(disclosure) = file
        .disclosure
        .as_ref()
        .filter(|declared| !declared.is_shared)
    {
        sink.extend([protection::no_table(disclosure, &resource.path)]);
        return (None, sink);
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

/// By what its rows are known: the bytes of its files, and how they are read.
pub(crate) fn rows_key(table: &Table) -> CacheKey {
    let files = std::iter::once(&table.received).chain(&table.further);
    let sums: Vec<&str> = files.map(|file| file.sha256.as_str()).collect();
    let missing: Vec<&Vec<String>> = table
        .columns
        .iter()
        .map(|column| &column.missing_values)
        .collect();
    CacheKey::of(&[
        b"rows",
        sums.join(" ").as_bytes(),
        format!("{:?} {missing:?}", table.reading).as_bytes(),
    ])
}

/// By what it is known whole: its rows, its columns with their keys, and what travels with its files.
pub(crate) fn table_key(table: &Table) -> CacheKey {
    let Table {
        dataset,
        resource,
        columns,
        primary_key,
        foreign_keys,
        rows,
        language,
        about,
        ..
    } = table;
    let facts = format!(
        "{dataset} {resource} {columns:?} {primary_key:?} {foreign_keys:?} {rows} {language:?} {about:?} {}",
        table.received.name
    );
    CacheKey::of(&[b"table", rows_key(table).bytes(), facts.as_bytes()])
}
