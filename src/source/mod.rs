//! Floor 1: from the disk to a [`CitedSource`]: every file of a portal, its facts read, its places known.

pub mod address_list;
pub(crate) mod code_labels;
mod control_characters;
pub(crate) mod dates;
mod descriptor_parts;
mod examples;
pub mod fields;
pub mod file;
mod folders;
pub(crate) mod front_matter;
pub mod limits;
pub(crate) mod node;
mod other_programs;
pub mod read_errors;
pub(crate) mod spanish_names;
pub(crate) mod syntax_causes;
mod toml;
pub mod units;
pub(crate) mod unused_files;
mod web_addresses;
pub(crate) mod yaml;

use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::text::names::{self, NameFault};
use file::SourceFile;
use front_matter::Document;
use limits::Limits;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
pub(crate) use tragaluz_tables::litter;
use walkdir::WalkDir;

/// The file that makes a folder a portal.
pub const SETTINGS: &str = "tragaluz.toml";

/// What of a portal's folder is written by its authors.
pub(crate) const PARTS: &[&str] = &[SETTINGS, "content", "data", "themes"];

/// A portal's folder as read.
#[derive(Debug)]
pub struct Source {
    /// `tragaluz.toml`.
    pub(crate) settings: Document,
    /// Every Markdown file under `content/`, in the order of their paths.
    pub(crate) pages: Vec<Document>,
    /// Every other file under `content/`, by its path from the root.
    pub(crate) attachments: Vec<String>,
    /// The sizes of those, in the same order.
    pub(crate) attachment_bytes: Vec<u64>,
    /// Every folder under `data/`.
    pub(crate) datasets: Vec<DatasetFolder>,
    /// What is left out of the site because something is wrong in it.
    pub(crate) left_out: units::ExcludedUnits,
}

/// A dataset's folder.
#[derive(Debug)]
pub(crate) struct DatasetFolder {
    /// Its name.
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

/// Reads a file of which it is not known whether it is one: to open a FIFO is to wait until somebody writes to it.
///
/// # Errors
/// When it cannot be read, or is a FIFO, a socket or a device.
pub(crate) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "not a file: a folder, FIFO, socket or device",
        ));
    }
    fs::read(path)
}

/// The nearest folder, from `start` upwards, that holds a `tragaluz.toml`.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| folder.join(SETTINGS).exists())
        .map(Path::to_owned)
}

/// Reads a portal's folder.
///
/// # Errors
/// When the folder is no portal, or the disk cannot be read. Faults in the files are findings.
pub fn read(root: &Path, sink: &mut Sink) -> Result<Source, Fatal> {
    let path = root.join(SETTINGS);
    let bytes = read_file(&path).map_err(Fatal::io("reading", &path))?;
    let mut found = Vec::new();
    let file = Arc::new(decoded(SETTINGS, bytes, &mut found));
    let settings = front_matter::read_whole(file, &Limits::default(), &mut found);
    let limits = limits::of_settings(&settings);
    sink.extend(found);
    if settings.facts.is_none() {
        return Ok(Source::of_settings(settings));
    }
    say_no_files(root, "themes", sink);
    let mut left_over = Vec::new();
    let (texts, attachments): (Vec<String>, Vec<String>) =
        walk(root, "content", &mut left_over, sink)?
            .into_iter()
            .partition(|path| has_ending(path, ".md"));
    let pages = documents(root, &texts, &limits, sink)?;
    sink.extend(
        attachments
            .iter()
            .filter(|path| unused_files::is_nearly_page(path))
            .map(|path| unused_files::unread(path, "page")),
    );
    let (attachments, attachment_bytes) = readable(root, attachments, sink);
    let datasets = folders::read(root, &limits, &mut left_over, sink)?;
    if let Some(first) = left_over.first() {
        let names: Vec<&str> = left_over.iter().map(String::as_str).collect();
        let finding = Diagnostic::new(&codes::FILES_LEFT_OUT).at(Place::file(first));
        sink.push(
            finding
                .arg("count", names.len())
                .arg("names", unused_files::named(&names)),
        );
    }
    let settings = Source::of_settings(settings);
    Ok(Source {
        pages,
        attachments,
        attachment_bytes,
        datasets,
        ..settings
    })
}

impl Source {
    /// A portal of which nothing is read but its settings.
    fn of_settings(settings: Document) -> Source {
        Source {
            settings,
            pages: Vec::new(),
            attachments: Vec::new(),
            attachment_bytes: Vec::new(),
            datasets: Vec::new(),
            left_out: units::ExcludedUnits::default(),
        }
    }

    /// Whether the settings can be read. Whatever else is found depends on them: the languages of pages, the addresses,
    /// the limits; so without them nothing else is looked at.
    pub(crate) fn has_settings(&self) -> bool {
        self.settings.facts.is_some()
    }
}

/// The files that can be read, and their sizes.
fn readable(root: &Path, paths: Vec<String>, sink: &mut Sink) -> (Vec<String>, Vec<u64>) {
    let mut all = (Vec::new(), Vec::new());
    for path in paths {
        match read_errors::size(&root.join(&path)) {
            Ok(bytes) => {
                all.0.push(path);
                all.1.push(bytes);
            }
            Err(error) => sink.push(read_errors::finding(&path, &error)),
        }
    }
    all
}

/// Reads one page's file anew, by its path from the portal's root.
///
/// # Errors
/// When the file cannot be read. Faults in it are findings.
pub(crate) fn page(
    root: &Path,
    path: &str,
    limits: &Limits,
    sink: &mut Sink,
) -> Result<Document, Fatal> {
    document(root, path, (front_matter::read, limits), sink)
}

/// Reads a file that is facts from end to end, outside a portal: a Table Schema, a Data Package.
///
/// # Errors
/// When the disk cannot be read.
pub fn descriptor(path: &Path, limits: &Limits, sink: &mut Sink) -> Result<Document, Fatal> {
    let bytes = read_file(path).map_err(Fatal::io("reading", path))?;
    Ok(descriptor_of(&path.to_string_lossy(), bytes, limits, sink))
}

/// Reads the bytes of such a file that is in another one.
pub(crate) fn descriptor_of(
    path: &str,
    bytes: Vec<u8>,
    limits: &Limits,
    sink: &mut Sink,
) -> Document {
    let mut found = Vec::new();
    let file = Arc::new(decoded(path, bytes, &mut found));
    let document = front_matter::read_whole(file, limits, &mut found);
    sink.extend(found);
    document
}

/// Whether a file of a dataset's folder, at any depth, is a Data Package's descriptor.
pub(crate) fn is_package(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    matches!(
        name,
        "datapackage.json" | "datapackage.yaml" | "datapackage.yml"
    )
}

type ReadDocument = fn(Arc<SourceFile>, &Limits, &mut Vec<Diagnostic>) -> Document;

/// Reads files side by side; what is found in them is told in their order.
fn documents(
    root: &Path,
    paths: &[String],
    limits: &Limits,
    sink: &mut Sink,
) -> Result<Vec<Document>, Fatal> {
    let one = |path: &String| {
        let mut found = Sink::new();
        Ok((
            document(root, path, (front_matter::read, limits), &mut found)?,
            found,
        ))
    };
    let read: Vec<(Document, Sink)> = paths.par_iter().map(one).collect::<Result<_, Fatal>>()?;
    let told = |(document, found): (Document, Sink)| {
        sink.extend(found.into_found());
        document
    };
    Ok(read.into_iter().map(told).collect())
}

fn document(
    root: &Path,
    path: &str,
    (read, limits): (ReadDocument, &Limits),
    sink: &mut Sink,
) -> Result<Document, Fatal> {
    let full = root.join(path);
    let bytes = match read_file(&full) {
        Ok(bytes) => bytes,
        Err(error) => {
            sink.push(read_errors::finding(path, &error));
            return Ok(read_errors::document(path));
        }
    };
    let mut found = Vec::new();
    let file = Arc::new(decoded(path, bytes, &mut found));
    let document = read(file, limits, &mut found);
    sink.extend(found);
    Ok(document)
}

/// Text of a file, its byte-order mark dropped; bytes that are not UTF-8 are a finding and the file reads as empty facts.
fn decoded(path: &str, bytes: Vec<u8>, found: &mut Vec<Diagnostic>) -> SourceFile {
    let (text, fault) = match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text
                .strip_prefix('\u{feff}')
                .map(str::to_owned)
                .unwrap_or(text);
            let nul = text.find('\0');
            (text, nul)
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            (
                String::from_utf8_lossy(error.as_bytes()).into_owned(),
                Some(valid),
            )
        }
    };
    if let Some(at) = fault {
        let binary = text.contains('\0');
        let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let place = if binary {
            Place::file(path)
        } else {
            Place::of(path, &text, at..end)
        };
        let kind = if binary { "binary" } else { "text" };
        found.push(
            Diagnostic::new(&codes::NOT_UTF8)
                .at(place)
                .arg("kind", kind),
        );
    }
    control_characters::blank_out(path, text, found)
}

/// Files below a folder of the portal, in the order of their paths, without what other programs leave behind; copies and
/// hidden files go to `left_over`.
fn walk(
    root: &Path,
    folder: &str,
    left_over: &mut Vec<String>,
    sink: &mut Sink,
) -> Result<Vec<String>, Fatal> {
    let start = root.join(folder);
    if !start.is_dir() {
        return Ok(Vec::new());
    }
    if start.is_symlink() {
        sink.push(elsewhere(folder));
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    let mut refused = BTreeSet::new();
    let mut entries = WalkDir::new(&start).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = relative(root, error.path().unwrap_or(&start));
                sink.push(read_errors::finding(&path, &error.into()));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        let path = relative(root, entry.path());
        let use_of_it = litter::use_of(&entry.file_name().to_string_lossy());
        if use_of_it == litter::FileUse::LeftOver {
            left_over.push(path.clone());
        }
        if use_of_it != litter::FileUse::Content {
            if is_folder {
                entries.skip_current_dir();
            }
            continue;
        }
        if is_folder {
            continue;
        }
        if entry.path_is_symlink() {
            sink.push(elsewhere(&path));
        } else if !entry.file_type().is_file() {
            sink.push(Diagnostic::new(&codes::NOT_A_FILE).at(Place::file(path)));
        } else if let Some((name, fault)) = unpublishable(&path) {
            // Once for all that a folder holds.
            if refused.insert(name.to_owned()) {
                let finding = Diagnostic::new(&codes::NAME_UNPUBLISHABLE).at(Place::file(&path));
                sink.push(finding.arg("name", name).arg("reason", fault.id()));
            }
        } else {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// A path from the portal's root, with `/`.
fn relative(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    inside
        .components()
        .map(|c| c.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// The part of a path that keeps its file from being published everywhere, up to the name at fault. A page's own name may
/// be anything that can be read, for it is published under its identifier; so may a dataset's folder.
fn unpublishable(path: &str) -> Option<(&str, NameFault)> {
    let is_page = has_ending(path, ".md");
    let ends = path
        .match_indices('/')
        .map(|(at, _)| at)
        .chain([path.len()]);
    let mut start = 0;
    for (depth, end) in ends.enumerate() {
        let name = &path[start..end];
        start = end + 1;
        let own_name = is_page || depth == 1 && path.starts_with("data/");
        match names::check(name) {
            Err(fault @ (NameFault::Invisible | NameFault::Encoding)) => {
                return Some((&path[..end], fault));
            }
            Err(fault) if !own_name => return Some((&path[..end], fault)),
            _ => {}
        }
    }
    None
}

/// Names what is below a folder and is neither a file nor a folder nor a link.
fn say_no_files(root: &Path, folder: &str, sink: &mut Sink) {
    for entry in WalkDir::new(root.join(folder))
        .sort_by_file_name()
        .into_iter()
        .flatten()
    {
        let kind = entry.file_type();
        if !kind.is_file() && !kind.is_dir() && !kind.is_symlink() {
            sink.push(
                Diagnostic::new(&codes::NOT_A_FILE).at(Place::file(relative(root, entry.path()))),
            );
        }
    }
}

/// The finding that a path is a link to somewhere else.
fn elsewhere(path: &str) -> Diagnostic {
    Diagnostic::new(&codes::LINK_LEADS_OUT)
        .at(Place::file(path))
        .arg("use", "link")
        .arg("path", path)
}

fn has_ending(path: &str, ending: &str) -> bool {
    path.len() > ending.len()
        && path.is_char_boundary(path.len() - ending.len())
        && path[path.len() - ending.len()..].eq_ignore_ascii_case(ending)
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
mod tests {
    use super::*;

    #[test]
    fn reads_in_stable_order_and_skips_litter() {
        let home = tempfile::tempdir().unwrap();
        for (path, text) in [
            (SETTINGS, ""),
            ("content/b.md", "---\ntitle: B\n---\n"),
            ("content/a/c.MD", "---\ntitle: C\n---\n"),
            ("content/.hidden.md", ""),
            ("content/photo.png", "x"),
            ("data/x/dataset.md", "---\ntitle: X\n---\n"),
            ("data/x/dataset.en.md", "---\ntitle: X\n---\n"),
            ("data/x/rows.csv", "a\n1\n"),
            ("data/x/~$rows.xlsx", ""),
        ] {
            let full = home.path().join(path);
            fs::create_dir_all(full.parent().unwrap()).unwrap();
            fs::write(full, text).unwrap();
        }
        let mut sink = Sink::new();
        let source = read(home.path(), &mut sink).unwrap();
        let codes: Vec<&str> = sink.iter().map(|d| d.code.id).collect();
        assert_eq!(
            codes,
            ["files-left-out"],
            "the hidden page is named, the lock file is nobody's"
        );
        let pages: Vec<&str> = source.pages.iter().map(|d| d.file.path.as_str()).collect();
        assert_eq!(pages, ["content/a/c.MD", "content/b.md"]);
        assert_eq!(source.attachments, ["content/photo.png"]);
        assert_eq!(source.datasets[0].files, ["data/x/rows.csv"]);
        assert_eq!(source.datasets[0].documents.len(), 2);
    }
}
