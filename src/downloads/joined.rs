//! Tables of a dataset that have the same columns, as one CSV. It is CSV alone: a workbook is full after a million rows, which
//! tables of many years pass first, and databases hold the tables side by side as it is.

use super::file::DownloadFile;
use super::file_names::FileNames;
use crate::cache::{CacheKey, CachedFile};
use crate::diag::Fatal;
use crate::downloads::write_context::WriteContext;
use crate::tables::alike_tables::{AlikeSet, sets_of};
use crate::tables::table_key;
use rayon::prelude::*;
use std::collections::BTreeMap;
use tragaluz_tables::writers::{Role, join};
use tragaluz_tables::{Table, Tables};

/// Writes the file of every set of tables that are alike.
///
/// # Errors
/// When a file cannot be written, or a table is no longer as it was surveyed.
pub(crate) fn write(
    tables: &Tables,
    names: &mut FileNames,
    making: &WriteContext<'_>,
) -> Result<Vec<DownloadFile>, Fatal> {
    let mut datasets: BTreeMap<&str, Vec<&Table>> = BTreeMap::new();
    for table in &tables.tables {
        datasets.entry(&table.dataset).or_default().push(table);
    }
    let sets = (datasets.into_values()).flat_map(|tables| sets_of(tables.into_iter()));
    let named: Vec<(AlikeSet<'_>, String)> = sets
        .map(|set| {
            let path = format!("{}.csv", names.joined(&set.tables));
            (set, path)
        })
        .collect();
    let written = named.into_par_iter();
    written
        .map(|(set, path)| write_one(&set, path, making))
        .collect()
}

fn write_one(
    set: &AlikeSet<'_>,
    path: String,
    making: &WriteContext<'_>,
) -> Result<DownloadFile, Fatal> {
    let source = set.name_of_source();
    let keys: Vec<CacheKey> = set.tables.iter().map(|table| table_key(table)).collect();
    let mut parts = vec![b"joined".as_slice(), path.as_bytes(), source.as_bytes()];
    parts.extend(keys.iter().map(CacheKey::bytes));
    let key = CacheKey::of(&parts);
    let kept = making.cache.files(&key, making.staging)?;
    if let Some(kept) = kept.and_then(|mut kept| kept.pop()) {
        return Ok(offered(set, kept));
    }
    let mut out = making.staging.create(&path)?;
    making.timings.work("joined", &path, || {
        join(&set.tables, &source, &mut out, &path)
    })?;
    let made = (path, out.finish()?);
    making.cache.put(key, &[&made]);
    Ok(offered(set, made))
}

/// The file as it is offered.
fn offered(set: &AlikeSet<'_>, (path, written): CachedFile) -> DownloadFile {
    DownloadFile {
        dataset: set.tables[0].dataset.clone(),
        resource: None,
        role: Role::Joined,
        format: "csv".to_owned(),
        path,
        media_type: "text/csv".to_owned(),
        rows: Some(set.rows()),
        bytes: written.bytes,
        copy_of: None,
        sha256: written.sha256,
    }
}
