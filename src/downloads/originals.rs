//! Files as they were received, byte for byte.

use super::Role;
use super::file::DownloadFile;
use super::file_names::originals;
use super::svg;
use crate::diag::{Fatal, Sink};
use crate::downloads::write_context::WriteContext;
use crate::stage::{Staging, WrittenFile};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;
use tragaluz_tables::{Home, ReceivedFile, Tables, received_file};

/// A file as it was received, of one of the resources that are read from it.
pub(crate) struct Original<'t> {
    pub(crate) dataset: &'t str,
    pub(crate) resource: &'t str,
    /// The folder that its path is in.
    home: &'t Home,
    /// What is known of it.
    pub(crate) received: &'t ReceivedFile,
    /// Its address from the site's root.
    pub(crate) address: String,
}

/// Every received file that is offered, once for each of its resources.
pub(crate) fn originals_of(tables: &Tables) -> Vec<Original<'_>> {
    let withheld = WithheldFiles::of(tables);
    let mut all = all_of(tables);
    all.retain(|one| !withheld.has(one.received));
    all
}

/// Every received file that is not offered because it holds counts that are not shown, once for each of its resources.
pub(crate) fn withheld_of(tables: &Tables) -> Vec<Original<'_>> {
    let withheld = WithheldFiles::of(tables);
    let mut all = all_of(tables);
    all.retain(|one| withheld.has(one.received));
    all
}

/// Files that hold counts that are not shown, by where they are and by what they are: a copy holds the same.
struct WithheldFiles<'t> {
    paths: BTreeSet<&'t str>,
    sums: BTreeSet<&'t str>,
}

impl<'t> WithheldFiles<'t> {
    fn of(tables: &'t Tables) -> WithheldFiles<'t> {
        let withheld = tables.tables.iter().filter(|table| table.is_withheld());
        let files = withheld.flat_map(|t| std::iter::once(&t.received).chain(&t.further));
        WithheldFiles {
            paths: files.clone().map(|file| file.path.as_str()).collect(),
            sums: files.map(|file| file.sha256.as_str()).collect(),
        }
    }

    fn has(&self, file: &ReceivedFile) -> bool {
        self.paths.contains(file.path.as_str()) || self.sums.contains(file.sha256.as_str())
    }
}

/// Every received file, once for each of its resources.
fn all_of(tables: &Tables) -> Vec<Original<'_>> {
    let of_tables = tables.tables.iter().flat_map(|t| {
        let files = std::iter::once(&t.received).chain(&t.further);
        files.map(|received| Original {
            dataset: &t.dataset,
            resource: &t.resource,
            home: &t.home,
            received,
            address: String::new(),
        })
    });
    let others = tables.others.iter().map(|o| Original {
        dataset: &o.dataset,
        resource: &o.resource,
        home: &o.home,
        received: &o.received,
        address: String::new(),
    });
    let mut all: Vec<Original<'_>> = of_tables.chain(others).collect();
    let addresses = originals(all.iter().map(|one| (one.dataset, one.received)));
    for (one, address) in all.iter_mut().zip(addresses) {
        one.address = address;
    }
    all
}

/// Copies every received file once, and enters it for each of its resources.
pub(crate) fn write(
    tables: &Tables,
    making: &WriteContext<'_>,
    sink: &mut Sink,
) -> Result<Vec<DownloadFile>, Fatal> {
    let staging = making.staging;
    let mut copied: BTreeMap<String, WrittenFile> = BTreeMap::new();
    let mut files = Vec::new();
    for Original {
        dataset,
        resource,
        home,
        received,
        address: path,
    } in originals_of(tables)
    {
        let written = match copied.get(&path) {
            Some(written) => written.clone(),
            None if svg::is_drawing(&received.path) => {
                drawing((home, received), &path, making, sink)?
            }
            None => copy(home, received, &path, staging)?,
        };
        copied.insert(path.clone(), written.clone());
        files.push(DownloadFile {
            dataset: dataset.to_owned(),
            resource: Some(resource.to_owned()),
            role: Role::Received,
            format: received_file::ending(&received.name),
            path,
            media_type: received.media_type.clone(),
            rows: None,
            copy_of: Some(received.path.clone()),
            bytes: written.bytes,
            sha256: written.sha256,
        });
    }
    Ok(files)
}

/// A drawing is offered cleaned, for whoever opens it opens a page.
fn drawing(
    (home, received): (&Home, &ReceivedFile),
    path: &str,
    making: &WriteContext<'_>,
    sink: &mut Sink,
) -> Result<WrittenFile, Fatal> {
    let full = received_file::resolve(&home.folder, &received.path)
        .map_err(|_| Fatal::changed(&received.path))?;
    let cleaned = svg::publish(
        &full,
        &received.path,
        path,
        (making.staging, &making.limits),
        sink,
    )?;
    Ok(cleaned.unwrap_or_else(|| WrittenFile {
        bytes: received.bytes,
        sha256: received.sha256.clone(),
    }))
}

fn copy(
    home: &Home,
    received: &ReceivedFile,
    path: &str,
    staging: &Staging,
) -> Result<WrittenFile, Fatal> {
    if staging.keep(path, &received.sha256)? {
        return Ok(WrittenFile {
            bytes: received.bytes,
            sha256: received.sha256.clone(),
        });
    }
    let mut file = received_file::open(&home.folder, &received.path)
        .map_err(|_| Fatal::changed(&received.path))?;
    let mut out = staging.create(path)?;
    io::copy(&mut file, &mut out).map_err(Fatal::io("copying", Path::new(&received.path)))?;
    out.flush().map_err(Fatal::io("writing", Path::new(path)))?;
    let written = out.finish()?;
    if written.sha256 != received.sha256 {
        return Err(Fatal::changed(&received.path));
    }
    Ok(written)
}
