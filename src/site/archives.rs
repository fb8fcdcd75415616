//! One ZIP a dataset: its tables as CSV, the files of it that are no tables, its descriptor, a text to read first and
//! the checksums of them all. It works where there is no network: nothing in it leads outside.
//!
//! It holds the descriptor, which is a projection of the record, which lists the files: so it is packed when those are
//! written, and joins them before pages state its size and hash.

mod readme;

use crate::cache::{Cache, CacheKey};
use crate::catalogs::package;
use crate::diag::Fatal;
use crate::downloads::{DownloadFile, Packer, Role};
use crate::record::{CatalogRecord, Distribution, Record};
use crate::stage::{SUMS, Staging, WrittenFile, sha256};
use crate::text::lang::Lang;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

/// Says a word of the theme in a language of the portal.
pub(crate) type Say<'a> = &'a (dyn Fn(&Lang, &str) -> String + Sync);

/// Packs every dataset of the record that has files, and returns the archives.
///
/// # Errors
/// When a staged file cannot be read again, or the disk refuses.
pub(crate) fn pack(
    record: &CatalogRecord,
    say: Say<'_>,
    (staging, cache): (&Staging, &Cache),
) -> Result<Vec<DownloadFile>, Fatal> {
    let packed: Vec<Result<Option<DownloadFile>, Fatal>> = record
        .datasets
        .par_iter()
        .map(|dataset| pack_one(record, dataset, say, (staging, cache)))
        .collect();
    let mut archives = Vec::new();
    for archive in packed {
        archives.extend(archive?);
    }
    Ok(archives)
}

/// Packs a dataset; none where it has no files that belong into an archive.
fn pack_one(
    record: &CatalogRecord,
    dataset: &Record,
    say: Say<'_>,
    (staging, cache): (&Staging, &Cache),
) -> Result<Option<DownloadFile>, Fatal> {
    let Some(archive) = DatasetArchive::of(record, dataset, say)? else {
        return Ok(None);
    };
    let key = archive.key();
    if let Some((path, written)) = cache.files(&key, staging)?.and_then(|mut kept| kept.pop()) {
        return Ok(Some(offered(dataset, path, written)));
    }
    let written = archive.write(staging)?;
    cache.put(key, &[(&archive.path, &written)]);
    Ok(Some(offered(dataset, archive.path, written)))
}

/// What is packed of a dataset, and where.
struct DatasetArchive {
    /// The archive's path in the site.
    path: String,
    /// What it holds, by the names of its entries.
    entries: BTreeMap<String, ArchiveEntry>,
}

impl DatasetArchive {
    fn of(
        record: &CatalogRecord,
        dataset: &Record,
        say: Say<'_>,
    ) -> Result<Option<DatasetArchive>, Fatal> {
        let mut inside = dataset.clone();
        inside.distributions.retain(|file| belongs(dataset, file));
        if inside.distributions.is_empty() {
            return Ok(None);
        }
        let folder = dataset.folder();
        let name = folder.trim_end_matches('/').rsplit('/').next();
        let path = format!("{folder}{}.zip", name.unwrap_or("data"));
        let entries =
            entries(record, &inside, say).map_err(Fatal::io("writing", Path::new(&path)))?;
        Ok(Some(DatasetArchive { path, entries }))
    }

    /// Returns by what the archive is known: the list of checksums says what everything else is.
    fn key(&self) -> CacheKey {
        let sums = self.entries.get(SUMS).map_or(&[][..], ArchiveEntry::text);
        CacheKey::of(&[b"archive", self.path.as_bytes(), sums])
    }

    fn write(&self, staging: &Staging) -> Result<WrittenFile, Fatal> {
        let mut out = staging.create(&self.path)?;
        self.pack(staging, &mut out)
            .map_err(Fatal::io("writing", Path::new(&self.path)))?;
        out.finish()
    }

    fn pack(&self, staging: &Staging, out: &mut dyn Write) -> io::Result<()> {
        let aside = staging.aside()?;
        let mut packer = Packer::new(aside.file()?);
        for (name, content) in &self.entries {
            match content {
                ArchiveEntry::Text(text) => {
                    packer.entry(name, text.len() as u64)?;
                    packer.write_all(text.as_bytes())?;
                }
                ArchiveEntry::Staged(path, bytes) => {
                    packer.entry(name, *bytes)?;
                    io::copy(&mut staging.open(path)?, &mut packer)?;
                }
            }
        }
        packer.finish(out)
    }
}

fn offered(dataset: &Record, path: String, written: WrittenFile) -> DownloadFile {
    DownloadFile {
        dataset: dataset.id.clone(),
        resource: None,
        role: Role::Archive,
        format: "zip".to_owned(),
        path,
        media_type: "application/zip".to_owned(),
        rows: None,
        bytes: written.bytes,
        copy_of: None,
        sha256: written.sha256,
    }
}

/// Whether a file goes into the archive: each table once, as CSV, and what is no table as it was received.
fn belongs(dataset: &Record, file: &Distribution) -> bool {
    let table = dataset
        .tables
        .iter()
        .any(|t| Some(&t.name) == file.resource.as_ref());
    match file.role {
        Role::Table => file.format == "csv",
        Role::Received => !table,
        _ => false,
    }
}

enum ArchiveEntry {
    Text(String),
    /// A file of the site, by its path and size.
    Staged(String, u64),
}

impl ArchiveEntry {
    fn text(&self) -> &[u8] {
        match self {
            ArchiveEntry::Text(text) => text.as_bytes(),
            ArchiveEntry::Staged(..) => &[],
        }
    }
}

/// Every entry by its name, which is the file's path from the dataset's folder: the descriptor's paths lead to them.
fn entries(
    record: &CatalogRecord,
    dataset: &Record,
    say: Say<'_>,
) -> io::Result<BTreeMap<String, ArchiveEntry>> {
    let folder = dataset.folder();
    let mut entries = BTreeMap::new();
    let mut sums = BTreeMap::new();
    for file in &dataset.distributions {
        let name = file
            .path
            .strip_prefix(&folder)
            .unwrap_or(&file.path)
            .to_owned();
        sums.insert(name.clone(), file.sha256.clone());
        entries.insert(name, ArchiveEntry::Staged(file.path.clone(), file.bytes));
    }
    let descriptor = format!(
        "{}\n",
        serde_json::to_string_pretty(&package(record, dataset))?
    );
    for (name, text) in [
        ("datapackage.json", descriptor),
        ("README.txt", readme::text(record, dataset, say)),
    ] {
        sums.insert(name.to_owned(), sha256(text.as_bytes()));
        entries.insert(name.to_owned(), ArchiveEntry::Text(text));
    }
    let sums = sums
        .iter()
        .map(|(name, sum)| format!("{sum}  {name}\n"))
        .collect();
    entries.insert(SUMS.to_owned(), ArchiveEntry::Text(sums));
    Ok(entries)
}
