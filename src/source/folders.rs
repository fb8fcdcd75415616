//! The folders of datasets.

use super::limits::Limits;
use super::{DatasetFolder, document, has_ending, is_package, litter, walk};
use crate::diag::{Diagnostic, Fatal, Sink};
use crate::source::{front_matter, unused_files};
use std::path::Path;
use walkdir::WalkDir;

/// The datasets: each folder under `data/`, and each file with a table that is straight in it.
pub(super) fn read(
    root: &Path,
    limits: &Limits,
    left_over: &mut Vec<String>,
    sink: &mut Sink,
) -> Result<Vec<DatasetFolder>, Fatal> {
    let mut folders: Vec<DatasetFolder> = Vec::new();
    for path in walk(root, "data", left_over, sink)? {
        let mut parts = path.splitn(3, '/').skip(1);
        let Some(name) = parts.next() else { continue };
        let Some(file) = parts.next() else {
            if litter::is_table(name) {
                let files = vec![path.clone()];
                folders.push(DatasetFolder {
                    files,
                    ..DatasetFolder::of(litter::stem(name), &path)
                });
            } else {
                sink.push(
                    unused_files::nearly_descriptor(&path)
                        .unwrap_or_else(|| unused_files::unread(&path, "loose")),
                );
            }
            continue;
        };
        let path_of_folder = format!("data/{name}");
        if folders.last().is_none_or(|f| f.path != path_of_folder) {
            folders.push(DatasetFolder::of(name, &path_of_folder));
        }
        let folder = folders.last_mut().expect("just made");
        if file == "dataset.md" || (file.starts_with("dataset.") && has_ending(file, ".md")) {
            folder
                .documents
                .push(document(root, &path, (front_matter::read, limits), sink)?);
        } else if folder.package.is_none() && is_package(file) {
            folder.package = Some(document(
                root,
                &path,
                (front_matter::read_whole, limits),
                sink,
            )?);
        } else {
            match unused_files::nearly_descriptor(&path) {
                // Facts of the dataset are no table of it.
                Some(finding) => sink.push(finding),
                None => folder.files.push(path),
            }
        }
    }
    for folder in &mut folders {
        for path in folder.take_referenced() {
            folder.referenced.push(document(
                root,
                &path,
                (front_matter::read_whole, limits),
                sink,
            )?);
        }
    }
    sink.extend(empty_folders(root, &folders));
    Ok(folders)
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
}

/// Whether there is a file in a folder that something was said of.
fn holds_content(folder: &Path) -> bool {
    let is_content = |entry: &walkdir::DirEntry| {
        !entry.file_type().is_dir()
            && litter::use_of(&entry.file_name().to_string_lossy()) == litter::FileUse::Content
    };
    WalkDir::new(folder)
        .into_iter()
        .any(|entry| entry.map_or(true, |entry| is_content(&entry)))
}

/// Folders under `data/` in which nothing is read.
fn empty_folders(root: &Path, folders: &[DatasetFolder]) -> Vec<Diagnostic> {
    let data = root.join("data");
    if !data.is_dir() || data.is_symlink() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(&data)
        .min_depth(1)
        .max_depth(1)
        .sort_by_file_name()
    {
        // What cannot be read was said when it was walked.
        let Ok(entry) = entry else { continue };
        let name = entry.file_name().to_string_lossy();
        let path = format!("data/{name}");
        let is_content =
            entry.file_type().is_dir() && litter::use_of(&name) == litter::FileUse::Content;
        if is_content
            && !folders.iter().any(|folder| folder.path == path)
            && !holds_content(entry.path())
        {
            found.push(unused_files::unread(&path, "folder"));
        }
    }
    found
}
