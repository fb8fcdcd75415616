//! The files of a portal's own theme: templates, words, styles.

use super::texts::FileScan;
use crate::diag::Diagnostic;
use crate::source::disk::{Disk, EntryKind, LocalDisk, WalkStep};
use crate::source::file::SourceFile;
use std::path::{Path, PathBuf};
use tragaluz_tables::privacy::DeclaredContacts;

/// Endings of the files of a theme that are texts.
const TEXTS: &[&str] = &[
    "html", "ftl", "toml", "txt", "css", "js", "svg", "xml", "json", "md", "j2", "tera",
];

/// Looks at the texts of a theme's folder, where the portal has one.
pub(super) fn look(root: &Path, theme: &str, declared: &DeclaredContacts) -> Vec<Diagnostic> {
    let folder = root.join("themes").join(theme);
    if !LocalDisk.is_folder(&folder) {
        return Vec::new();
    }
    let mut files: Vec<PathBuf> = Vec::new();
    LocalDisk.walk(&folder, &mut |entry| {
        // What cannot be read is told where the theme is opened.
        if let Ok(entry) = entry
            && entry.kind == EntryKind::File
            && is_text(entry.path)
        {
            files.push(entry.path.to_owned());
        }
        WalkStep::Into
    });
    let mut found = Vec::new();
    for full in files {
        let text = LocalDisk.read(&full).map(String::from_utf8);
        let (Ok(Ok(text)), Ok(path)) = (text, full.strip_prefix(root)) else {
            continue;
        };
        let path = path.to_string_lossy().replace('\\', "/");
        let file = SourceFile::new(path, text);
        let mut scan = FileScan::new(&file, declared);
        scan.take_text(0..file.text.len());
        found.extend(scan.finish());
    }
    found
}

fn is_text(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    TEXTS.contains(&ending.to_lowercase().as_str())
}
