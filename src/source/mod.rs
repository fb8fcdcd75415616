//! Floor 1: from the disk to a [`Source`]: every file of a portal, its facts read, its places known.

pub mod address_list;
pub(crate) mod asked;
pub(crate) mod code_labels;
mod control_characters;
pub(crate) mod dates;
mod descriptor_parts;
pub(crate) mod disk;
mod documents;
mod examples;
pub mod fields;
pub mod file;
pub(crate) mod fingerprint;
mod folders;
pub(crate) mod front_matter;
pub(crate) mod kept_facts;
pub mod limits;
mod listing;
pub(crate) mod markdown;
pub(crate) mod node;
mod other_programs;
mod plain_values;
mod portal_source;
pub(crate) mod prose;
pub mod read_errors;
mod report_sheets;
pub(crate) mod shared_texts;
pub(crate) mod spanish_names;
pub(crate) mod syntax_causes;
mod toml;
pub mod units;
pub(crate) mod unused_files;
mod web_addresses;
pub(crate) mod yaml;

use crate::cache::Cache;
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use disk::{Disk, LocalDisk, TooLarge};
use documents::DocumentReader;
use front_matter::Document;
use kept_facts::{KeptFacts, PackedPage};
use limits::{Limit, Limits};
use listing::{Listing, WithheldFile, has_ending, say_no_files};
use shared_texts::{CommonTexts, is_shared};
use std::path::{Path, PathBuf};

pub use documents::descriptor;
pub(crate) use documents::descriptor_of;
pub(crate) use folders::{DatasetFolder, is_package};
pub use portal_source::Source;
pub(crate) use tragaluz_tables::litter;

/// The file that makes a folder a portal.
pub const SETTINGS: &str = "tragaluz.toml";

/// What of a portal's folder is written by its authors.
pub(crate) const PARTS: &[&str] = &[SETTINGS, "content", "data", "themes"];

/// Finds the nearest folder, from `start` upwards, that holds a `tragaluz.toml`.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| is_portal(folder))
        .map(Path::to_owned)
}

/// Whether a folder is a portal's: it holds a `tragaluz.toml`.
pub fn is_portal(folder: &Path) -> bool {
    LocalDisk.exists(&folder.join(SETTINGS))
}

/// Reads a portal's folder.
///
/// # Errors
/// When the folder is no portal, or its settings cannot be read. Faults in the files are findings.
pub fn read(root: &Path, sink: &mut Sink) -> Result<Source, Fatal> {
    read_again(root, &Cache::off(), sink)
}

/// The same, where an earlier run may have parsed most pages.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_again(root: &Path, cache: &Cache, sink: &mut Sink) -> Result<Source, Fatal> {
    read_from(&LocalDisk, root, cache, sink)
}

/// Reads the settings alone.
///
/// # Errors
/// When they cannot be read.
pub(crate) fn settings_of(root: &Path, sink: &mut Sink) -> Result<Document, Fatal> {
    settings(&LocalDisk, &root.join(SETTINGS), sink)
}

/// Reads the settings, before which no other limits are known than the usual ones.
fn settings(disk: &dyn Disk, path: &Path, sink: &mut Sink) -> Result<Document, Fatal> {
    let usual = Limits::default();
    match disk.read_within(path, usual.mebibytes(Limit::FileMib)) {
        Ok(bytes) => Ok(descriptor_of(SETTINGS, bytes, &usual, sink)),
        Err(error) if TooLarge::is_cause(&error) => {
            sink.push(read_errors::finding_within(SETTINGS, &error, &usual));
            Ok(read_errors::document(SETTINGS))
        }
        Err(error) => Err(Fatal::io("reading", path)(error)),
    }
}

/// Reads a portal's folder from a disk.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_from(
    disk: &dyn Disk,
    root: &Path,
    cache: &Cache,
    sink: &mut Sink,
) -> Result<Source, Fatal> {
    let path = root.join(SETTINGS);
    let settings = settings(disk, &path, sink)?;
    let limits = limits::of_settings(&settings);
    let mut source = Source::of_settings(settings);
    if !source.has_settings() {
        return Ok(source);
    }
    say_no_files(disk, root, "themes", sink);
    let none = CommonTexts::default();
    let reader = DocumentReader {
        disk,
        root,
        limits: &limits,
        kept: Some(KeptFacts::of(cache, &limits)),
        shared: &none,
    };
    let mut content = Listing::of(disk, root, "content", sink);
    let (texts, paths) = (std::mem::take(&mut content.paths).into_iter())
        .partition::<Vec<String>, _>(|path| is_shared(path));
    let shared = reader.shared(&texts, sink);
    let reader = DocumentReader {
        shared: &shared,
        ..reader
    };
    read_content(&mut source, reader, paths, sink);
    let data = Listing::of(disk, root, "data", sink);
    source.datasets = folders::read(reader, data.paths, sink);
    shared.tell_unused(source.text_files(), sink);
    source.shared = shared;
    say_left_over(&[content.left_over, data.left_over].concat(), sink);
    sink.extend(content.withheld.iter().chain(&data.withheld).map(withheld));
    Ok(source)
}

/// Reads the pages among the files of `content/`; the others are passed on.
fn read_content(
    source: &mut Source,
    reader: DocumentReader<'_>,
    paths: Vec<String>,
    sink: &mut Sink,
) {
    let (texts, attachments): (Vec<String>, Vec<String>) =
        (paths.into_iter()).partition(|path| has_ending(path, ".md"));
    source.pages = reader.pages(&texts, sink);
    let (sheets, attachments): (Vec<String>, Vec<String>) =
        (attachments.into_iter()).partition(|path| report_sheets::is_sheet(path));
    for path in &sheets {
        let documents = report_sheets::read(path, reader.root, reader.limits, sink);
        source.pages.extend(documents.iter().map(PackedPage::of));
    }
    sink.extend(
        attachments
            .iter()
            .filter(|path| unused_files::is_nearly_page(path))
            .map(|path| unused_files::unread(path, "page")),
    );
    source.take_attachments(reader, attachments, sink);
}

/// Returns the finding that a file is not published because a copy replaces it.
fn withheld(file: &WithheldFile) -> Diagnostic {
    Diagnostic::new(&codes::FILE_WITHHELD)
        .at(Place::file(&file.path))
        .arg("copy", &file.copy)
}

/// Names the copies and hidden files that are not published.
fn say_left_over(left_over: &[String], sink: &mut Sink) {
    let Some(first) = left_over.first() else {
        return;
    };
    let names: Vec<&str> = left_over.iter().map(String::as_str).collect();
    let finding = Diagnostic::new(&codes::FILES_LEFT_OUT).at(Place::file(first));
    sink.push(
        finding
            .arg("count", names.len())
            .arg("names", unused_files::named(&names)),
    );
}

/// Reads one page's file anew, which includes no other, by its path from the portal's root. What is wrong in it, or with reading it, is a finding.
pub(crate) fn page(root: &Path, path: &str, limits: &Limits, sink: &mut Sink) -> Document {
    let disk = &LocalDisk;
    let reader = DocumentReader {
        disk,
        root,
        limits,
        kept: None,
        shared: &CommonTexts::default(),
    };
    reader.page(path, sink)
}

#[cfg(test)]
mod tests {
    use super::disk::MemoryDisk;
    use super::*;

    #[test]
    fn reads_in_stable_order_and_skips_litter() {
        let root = Path::new("portal");
        let files = [
            (SETTINGS, ""),
            ("content/b.md", "---\ntitle: B\n---\n"),
            ("content/a/c.MD", "---\ntitle: C\n---\n"),
            ("content/.hidden.md", ""),
            ("content/photo.png", "x"),
            ("data/x/dataset.md", "---\ntitle: X\n---\n"),
            ("data/x/dataset.en.md", "---\ntitle: X\n---\n"),
            ("data/x/rows.csv", "a\n1\n"),
            ("data/x/~$rows.xlsx", ""),
        ];
        let mut sink = Sink::new();
        let disk = MemoryDisk::of(root, &files);
        let source = read_from(&disk, root, &Cache::off(), &mut sink).unwrap();
        let codes: Vec<&str> = sink.iter().map(|d| d.code.id).collect();
        assert_eq!(
            codes,
            ["files-left-out"],
            "the hidden page is named, the lock file is nobody's"
        );
        let pages: Vec<&str> = source.pages.iter().map(|d| d.file.path.as_str()).collect();
        assert_eq!(pages, ["content/a/c.MD", "content/b.md"]);
        assert_eq!(source.attachments, ["content/photo.png"]);
        assert_eq!(source.attachment_bytes, [1]);
        assert_eq!(source.datasets[0].files, ["data/x/rows.csv"]);
        assert_eq!(source.datasets[0].documents.len(), 2);
    }

    #[test]
    fn both_disks_are_walked_alike() {
        let home = tempfile::tempdir().unwrap();
        let files = [
            ("a/b/c.txt", "1"),
            ("a/d.txt", "2"),
            ("b/e/f.txt", ""),
            ("b/g.txt", ""),
        ];
        for (path, text) in files {
            let full = home.path().join(path);
            std::fs::create_dir_all(full.parent().unwrap()).unwrap();
            #[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
            std::fs::write(full, text).unwrap();
        }
        let memory = MemoryDisk::of(home.path(), &files);
        let disks: [&dyn Disk; 2] = [&LocalDisk, &memory];
        let [local, memory] = disks.map(|disk| {
            let mut walked = Vec::new();
            disk.walk(home.path(), &mut |entry| {
                let entry = entry.unwrap();
                walked.push((entry.path.to_owned(), entry.kind));
                match entry.name().as_str() {
                    "e" => disk::WalkStep::Past,
                    "g.txt" => disk::WalkStep::Stop,
                    _ => disk::WalkStep::Into,
                }
            });
            walked
        });
        assert_eq!(local, memory);
        assert_eq!(local.len(), 7);
    }
}
