//! One SQLite database a dataset. Rows are read again for it, for a database is of the whole dataset and a format of one
//! table.

use super::file_names::FileNames;
use super::{DownloadFile, Role};
use crate::cache::{CacheKey, CachedFile};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::downloads::write_context::WriteContext;
use crate::tables::table_key;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use tragaluz_tables::writers::sqlite::{self, MOST_COLUMNS};
use tragaluz_tables::{Table, Tables};

/// Writes the database of every dataset that has tables. A table that it cannot hold leaves the dataset without one, and
/// that is said.
pub(crate) fn write(
    tables: &Tables,
    names: &FileNames,
    making: &WriteContext<'_>,
    sink: &mut Sink,
) -> Result<Vec<DownloadFile>, Fatal> {
    let mut datasets: BTreeMap<&str, Vec<&Table>> = BTreeMap::new();
    for table in &tables.tables {
        datasets.entry(&table.dataset).or_default().push(table);
    }
    for table in tables
        .tables
        .iter()
        .filter(|t| t.columns.len() > MOST_COLUMNS)
    {
        let finding = Diagnostic::new(&codes::FORMAT_REFUSED).at(Place::file(&table.received.path));
        let finding = finding
            .arg("resource", &table.resource)
            .arg("format", "sqlite");
        sink.push(
            finding
                .arg("reason", "too-many-columns")
                .arg("limit", MOST_COLUMNS),
        );
    }
    datasets.retain(|_, tables| {
        tables
            .iter()
            .all(|t| (1..=MOST_COLUMNS).contains(&t.columns.len()))
    });
    datasets
        .into_par_iter()
        .map(|(dataset, tables)| write_one(dataset, &tables, names, making))
        .collect()
}

fn write_one(
    dataset: &str,
    tables: &[&Table],
    names: &FileNames,
    making: &WriteContext<'_>,
) -> Result<DownloadFile, Fatal> {
    let staging = making.staging;
    let folder = super::file_names::folder(dataset);
    let path = format!(
        "{folder}/{}.sqlite",
        folder.rsplit('/').next().unwrap_or("data")
    );
    let keys: Vec<CacheKey> = tables.iter().map(|table| table_key(table)).collect();
    let named: Vec<&str> = tables.iter().map(|table| name_of(table, names)).collect();
    let mut parts = vec![b"sqlite".as_slice(), path.as_bytes()];
    parts.extend(
        keys.iter()
            .map(CacheKey::bytes)
            .chain(named.iter().map(|name| name.as_bytes())),
    );
    let key = CacheKey::of(&parts);
    if let Some(kept) = making
        .cache
        .files(&key, staging)?
        .and_then(|mut kept| kept.pop())
    {
        return Ok(offered(dataset, tables, kept));
    }
    let of_base: Vec<(&Table, &str)> = tables.iter().copied().zip(named).collect();
    let mut out = staging.create(&path)?;
    staging
        .aside()
        .and_then(|scratch| sqlite::write(&of_base, scratch.path(), &mut out))
        .map_err(Fatal::io("writing", Path::new(&path)))?;
    let made = (path, out.finish()?);
    making.cache.put(key, &[&made]);
    Ok(offered(dataset, tables, made))
}

fn offered(dataset: &str, tables: &[&Table], (path, written): CachedFile) -> DownloadFile {
    DownloadFile {
        dataset: dataset.to_owned(),
        resource: None,
        role: Role::Archive,
        format: "sqlite".to_owned(),
        path,
        media_type: "application/vnd.sqlite3".to_owned(),
        rows: Some(tables.iter().map(|t| t.rows).sum()),
        bytes: written.bytes,
        copy_of: None,
        sha256: written.sha256,
    }
}

/// The name of a table in the database: the stem of its files.
fn name_of<'a>(table: &Table, names: &'a FileNames) -> &'a str {
    names.stem(table).rsplit('/').next().unwrap_or_default()
}
