//! The full example that `tragaluz new --demo` brings: the portal that this program's own repository publishes.

use super::new_portal::NewPortal;
use crate::diag::Fatal;
use crate::source::SETTINGS;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

/// Its folders.
static FOLDERS: [(&str, Dir<'_>); 2] = [
    ("content", include_dir!("$CARGO_MANIFEST_DIR/content")),
    ("data", include_dir!("$CARGO_MANIFEST_DIR/data")),
];

const OWN_SETTINGS: &[u8] = include_bytes!("../../tragaluz.toml");

/// Returns the files of the example by their paths, and what is in each; with what git wants of a portal, as a new one has it.
///
/// # Errors
/// Never, unless the program lacks a file of its own.
pub fn demo_files() -> Result<BTreeMap<String, Vec<u8>>, Fatal> {
    let mut files = NewPortal::in_language("en").files()?;
    files.retain(|path, _| path.starts_with(".git"));
    for (name, folder) in &FOLDERS {
        take(folder, name, &mut files);
    }
    files.insert(SETTINGS.to_owned(), OWN_SETTINGS.to_vec());
    Ok(files)
}

fn take(from: &Dir<'_>, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in from.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(format!("{below}/{path}"), file.contents().to_vec());
    }
    from.dirs().for_each(|folder| take(folder, below, files));
}
