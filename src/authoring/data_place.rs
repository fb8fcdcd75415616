//! Which file of a portal a new edition takes the place of.

use super::data_edition::EditionOrder;
use crate::diag::Fatal;
use crate::text::slug::slug;
use std::path::Path;

/// A file of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DataPlace {
    /// The name of the dataset's folder.
    pub(crate) dataset: String,
    /// The file, from the portal's root.
    pub(crate) path: String,
}

impl DataPlace {
    /// Finds the file that has the name of a new edition; else the only one with its ending in the dataset that is named, or
    /// that is called as the file.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub(crate) fn find(files: &[DataPlace], order: &EditionOrder) -> Result<DataPlace, Fatal> {
        let name = order.file.file_name().unwrap_or_default().to_string_lossy();
        let is_named = |place: &&DataPlace| {
            let own = order
                .name
                .as_ref()
                .is_none_or(|name| place.dataset == *name);
            own && ending(&place.path) == ending(&name)
        };
        let in_dataset: Vec<&DataPlace> = files.iter().filter(is_named).collect();
        let same = |place: &&&DataPlace| file_name(&place.path).eq_ignore_ascii_case(&name);
        let of_name: Vec<&DataPlace> = in_dataset.iter().filter(same).copied().collect();
        let stem = slug(name.split('.').next().unwrap_or_default());
        let called = order.name.as_ref().unwrap_or(&stem);
        let of_dataset: Vec<&DataPlace> = (in_dataset.iter())
            .filter(|place| place.dataset == *called)
            .copied()
            .collect();
        let found = if of_name.is_empty() {
            of_dataset
        } else {
            of_name
        };
        match found.as_slice() {
            [only] => Ok((*only).clone()),
            _ => Err(not_found(&name, called, &found)),
        }
    }
}

fn not_found(file: &str, called: &str, found: &[&DataPlace]) -> Fatal {
    let names: Vec<&str> = found.iter().map(|place| place.path.as_str()).collect();
    let kind = if found.is_empty() {
        "update-none"
    } else {
        "update-several"
    };
    let args = vec![
        ("file", file.into()),
        ("dataset", called.into()),
        ("names", names.join(", ").into()),
    ];
    Fatal::wrong_command(kind, args)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn ending(path: &str) -> String {
    let ending = Path::new(path).extension().unwrap_or_default();
    ending.to_string_lossy().to_ascii_lowercase()
}
