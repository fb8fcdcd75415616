//! The folders of datasets.

use super::disk::{Disk, EntryKind, WalkStep};
use super::documents::DocumentReader;
use super::front_matter::Document;
use super::listing::has_ending;
use super::unused_files;
use crate::diag::{Diagnostic, Sink};
use std::path::Path;
use tragaluz_tables::litter::{self, FileUse};

#[derive(Debug)]
pub(crate) struct DatasetFolder {
    pub(crate) name: String,
    /// Its path from the portal's root, with `/`.
    pub(crate) path: String,
    /// `dataset.md` and its translations.
    pub(crate) documents: Vec<Document>,
    /// `datapackage.json` or `.yaml`.
    pub(crate) package: Option<Document>,
    /// Files that those refer to in place of a schema or a dialect.
    pub(crate) referenced: Vec<Document>,
    /// All other files, by their paths from the portal's root.
    pub(crate) files: Vec<String>,
}

/// Reads the datasets among the files under `data/`: each folder, and each file with a table that is straight in it.
pub(super) fn read(
    reader: DocumentReader<'_>,
    paths: Vec<String>,
    sink: &mut Sink,
) -> Vec<DatasetFolder> {
    let mut folders: Vec<DatasetFolder> = Vec::new();
    for path in paths {
        let mut parts = path.splitn(3, '/').skip(1);
        let Some(name) = parts.next() else { continue };
        if parts.next().is_none() {
            folders.extend(loose_table(name, &path, sink));
            continue;
        }
        if is_of_releases(&path) {
            continue;
        }
        let path_of_folder = format!("data/{name}");
        if folders.last().is_none_or(|f| f.path != path_of_folder) {
            folders.push(DatasetFolder::of(name, &path_of_folder));
        }
        let folder = folders.last_mut().expect("just made");
        folder.take(reader, path, sink);
    }
    for folder in &mut folders {
        for path in folder.take_referenced() {
            folder.referenced.push(reader.facts(&path, sink));
        }
    }
    sink.extend(empty_folders(reader.disk, reader.root, &folders));
    folders
}

/// Returns the dataset that a file straight in `data/` makes, where it holds a table; every other one is told.
fn loose_table(name: &str, path: &str, sink: &mut Sink) -> Option<DatasetFolder> {
    if litter::is_table(name) {
        let files = vec![path.to_owned()];
        return Some(DatasetFolder {
            files,
            ..DatasetFolder::of(litter::stem(name), path)
        });
    }
    sink.push(
        unused_files::nearly_descriptor(path)
            .unwrap_or_else(|| unused_files::unread(path, "loose")),
    );
    None
}

/// Whether a file is a dataset's ledger, or one of its versions: what was published earlier is no data of today.
fn is_of_releases(path: &str) -> bool {
    let inside = path.splitn(3, '/').nth(2).unwrap_or("");
    inside == "releases.jsonl" || inside.starts_with("releases/")
}

/// Whether a file of a dataset's folder, at any depth, is a Data Package's descriptor.
pub(crate) fn is_package(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    matches!(
        name,
        "datapackage.json" | "datapackage.yaml" | "datapackage.yml"
    )
}

impl DatasetFolder {
    /// A dataset's folder in which nothing was found yet.
    pub(crate) fn of(name: &str, path: &str) -> DatasetFolder {
        DatasetFolder {
            name: name.to_owned(),
            path: path.to_owned(),
            documents: Vec::new(),
            package: None,
            referenced: Vec::new(),
            files: Vec::new(),
        }
    }

    /// Takes a file of the folder, by its path from the portal's root.
    fn take(&mut self, reader: DocumentReader<'_>, path: String, sink: &mut Sink) {
        let file = &path[self.path.len() + 1..];
        if file == "dataset.md" || (file.starts_with("dataset.") && has_ending(file, ".md")) {
            self.documents.push(reader.page(&path, sink));
        } else if self.package.is_none() && is_package(file) {
            self.package = Some(reader.facts(&path, sink));
        } else {
            match unused_files::nearly_descriptor(&path) {
                // Facts of the dataset are no table of it.
                Some(finding) => sink.push(finding),
                None => self.files.push(path),
            }
        }
    }
}

/// Whether there is a file in a folder that something was said of.
fn holds_content(disk: &dyn Disk, folder: &Path) -> bool {
    let mut holds = false;
    disk.walk(folder, &mut |entry| {
        // What cannot be looked at was said when it was walked.
        holds = entry.map_or(true, |entry| {
            entry.kind != EntryKind::Folder && litter::use_of(&entry.name()) == FileUse::Content
        });
        if holds {
            WalkStep::Stop
        } else {
            WalkStep::Into
        }
    });
    holds
}

/// Finds the folders under `data/` in which nothing is read.
fn empty_folders(disk: &dyn Disk, root: &Path, folders: &[DatasetFolder]) -> Vec<Diagnostic> {
    let data = root.join("data");
    if !disk.is_folder(&data) || disk.is_link(&data) {
        return Vec::new();
    }
    let mut found = Vec::new();
    disk.walk(&data, &mut |entry| {
        // What cannot be read was said when it was walked.
        let Ok(entry) = entry else {
            return WalkStep::Past;
        };
        let name = entry.name();
        let path = format!("data/{name}");
        let is_content =
            entry.kind == EntryKind::Folder && litter::use_of(&name) == FileUse::Content;
        if is_content
            && !folders.iter().any(|folder| folder.path == path)
            && !holds_content(disk, entry.path)
        {
            found.push(unused_files::unread(&path, "folder"));
        }
        WalkStep::Past
    });
    found
}
