//! Files of a dataset that no declaration names: texts beside the data are offered, other files stay out.

use super::dataset::{Dialect, Resource, Schema};
use crate::diag::{Diagnostic, Place};
use crate::source::limits::Limits;
use crate::source::{DatasetFolder, litter, unused_files};
use crate::text::lang::Lang;
use crate::text::slug::slug;
use crate::text::words::Words;
use std::collections::BTreeSet;

/// Texts to read beside the data (a README, a licence) that no declared resource names: those of the dataset's folder, and those
/// beside its descriptor and its files. They are offered as received.
pub(crate) fn texts_beside(
    folder: &DatasetFolder,
    resources: &[Resource],
    lang: &Lang,
) -> Vec<Resource> {
    let descriptors = folder
        .documents
        .iter()
        .chain(&folder.package)
        .map(|document| folder_of(&document.file.path));
    let beside: BTreeSet<&str> = descriptors
        .chain(resources.iter().map(|r| folder_of(&r.path)))
        .collect();
    (folder.files.iter())
        .filter(|path| {
            let own = folder_of(path);
            litter::is_text_beside(&path[path.len().min(own.len() + 1)..])
                && (own == folder.path || beside.contains(own))
        })
        .filter(|path| !is_used(path, resources))
        .map(|path| undeclared(path, lang))
        .collect()
}

/// Returns the folder that a file is in; empty at the top.
fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Whether a resource is read from a file.
fn is_used(file: &str, resources: &[Resource]) -> bool {
    (resources.iter())
        .flat_map(|resource| resource.more.iter().chain([&resource.path]))
        .any(|path| is_within(path, file))
}

/// Whether a path is this file, or one of those packed in it.
fn is_within(path: &str, file: &str) -> bool {
    path.strip_prefix(file)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Files that no declared resource names. They stay out, and that is said.
pub(crate) fn left_out(folder: &DatasetFolder, resources: &[Resource]) -> Option<Diagnostic> {
    let unused: Vec<&String> = folder
        .files
        .iter()
        .filter(|file| !is_used(file, resources))
        .collect();
    let names: Vec<&str> = unused
        .iter()
        .map(|file| &file[folder.path.len() + 1..])
        .collect();
    let finding = unused_files::unread(unused.first()?, "undeclared");
    Some(
        finding
            .arg("count", names.len())
            .arg("names", unused_files::named(&names)),
    )
}

/// A file that nothing declares.
pub(crate) fn undeclared(path: &str, lang: &Lang) -> Resource {
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = litter::stem(file);
    Resource {
        name: slug(stem),
        is_named: false,
        as_received: litter::is_text_beside(file),
        inline: None,
        path: path.to_owned(),
        more: Vec::new(),
        title: Words::new(lang.clone(), stem.replace(['-', '_'], " ")),
        description: Words::default(),
        schema: Schema::default(),
        dialect: Dialect::default(),
        encoding: None,
        format: None,
        chart: None,
        pages_by: None,
        former: Vec::new(),
        disclosure: None,
        limits: Limits::default(),
        place: Place::file(path),
    }
}
