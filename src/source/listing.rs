//! The files of a portal's folder: which are content, and what keeps others from being published.

use super::disk::{Disk, EntryKind, WalkEntry, WalkStep};
use super::read_errors;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::text::names::{self, NameFault};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tragaluz_tables::litter::{self, FileUse, use_of};

/// A file that is not published because a copy without personal data is beside it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WithheldFile {
    pub(super) path: String,
    pub(super) copy: String,
}

/// What is found below a folder of the portal.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Files that are content, by their paths from the portal's root, in order.
    pub(super) paths: Vec<String>,
    /// Copies and hidden files, which are not published.
    pub(super) left_over: Vec<String>,
    /// Files that are not published because a copy without personal data replaces them.
    pub(super) withheld: Vec<WithheldFile>,
    /// Beginnings of paths that keep files from being published, each said once for all that it holds.
    refused: BTreeSet<String>,
    found: Vec<Diagnostic>,
}

impl Listing {
    /// Lists a folder of the portal, without what other programs leave behind there.
    pub(super) fn of(disk: &dyn Disk, root: &Path, folder: &str, sink: &mut Sink) -> Listing {
        let mut listing = Listing::default();
        let start = root.join(folder);
        if !disk.is_folder(&start) {
            return listing;
        }
        if disk.is_link(&start) {
            sink.push(link_outside(folder));
            return listing;
        }
        disk.walk(&start, &mut |entry| match entry {
            Ok(entry) => listing.take(root, &entry),
            Err(refused) => {
                let path = relative(root, refused.path);
                (listing.found).push(read_errors::finding(&path, &refused.error));
                WalkStep::Into
            }
        });
        sink.extend(std::mem::take(&mut listing.found));
        listing.withhold();
        listing
    }

    /// Takes out every file for which a copy is that `tragaluz redact` made: `a.csv` beside `a.redacted.csv`.
    fn withhold(&mut self) {
        let copies: BTreeMap<(String, String), String> = (self.paths.iter())
            .filter_map(|path| {
                let (folder, name) = parted(path);
                let stem = litter::redacted_stem(name)?;
                Some(((folder.to_owned(), stem), path.clone()))
            })
            .collect();
        if copies.is_empty() {
            return;
        }
        for path in std::mem::take(&mut self.paths) {
            let (folder, name) = parted(&path);
            match copies.get(&(folder.to_owned(), litter::plain_stem(name))) {
                Some(copy) => self.withheld.push(WithheldFile {
                    copy: copy.clone(),
                    path,
                }),
                None => self.paths.push(path),
            }
        }
    }

    fn take(&mut self, root: &Path, entry: &WalkEntry<'_>) -> WalkStep {
        let path = relative(root, entry.path);
        match use_of(&entry.name()) {
            FileUse::Content => {}
            FileUse::LeftOver => {
                self.left_over.push(path);
                return WalkStep::Past;
            }
            FileUse::System => return WalkStep::Past,
        }
        match entry.kind {
            EntryKind::Folder => {}
            EntryKind::Link => self.found.push(link_outside(&path)),
            EntryKind::Special => self.found.push(not_a_file(path)),
            EntryKind::File => self.take_file(path),
        }
        WalkStep::Into
    }

    fn take_file(&mut self, path: String) {
        let Some((name, fault)) = unpublishable(&path) else {
            self.paths.push(path);
            return;
        };
        if self.refused.insert(name.to_owned()) {
            let finding = Diagnostic::new(&codes::NAME_UNPUBLISHABLE).at(Place::file(&path));
            (self.found).push(finding.arg("name", name).arg("reason", fault.id()));
        }
    }
}

/// Returns the folder that a file is in, and its name.
fn parted(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Returns a path from the portal's root, with `/`.
fn relative(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    inside
        .components()
        .map(|c| c.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// Returns the part of a path that keeps its file from being published everywhere, up to the name at fault. A page's own name may
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
pub(super) fn say_no_files(disk: &dyn Disk, root: &Path, folder: &str, sink: &mut Sink) {
    disk.walk(&root.join(folder), &mut |entry| {
        if let Ok(entry) = entry
            && entry.kind == EntryKind::Special
        {
            sink.push(not_a_file(relative(root, entry.path)));
        }
        WalkStep::Into
    });
}

fn not_a_file(path: String) -> Diagnostic {
    Diagnostic::new(&codes::NOT_A_FILE).at(Place::file(path))
}

/// Returns the finding that a path is a link, which may lead out of the portal.
fn link_outside(path: &str) -> Diagnostic {
    Diagnostic::new(&codes::LINK_LEADS_OUT)
        .at(Place::file(path))
        .arg("use", "link")
        .arg("path", path)
}

/// Whether a path ends so, in letters of either case, and is more than the ending.
pub(super) fn has_ending(path: &str, ending: &str) -> bool {
    path.len() > ending.len()
        && path.is_char_boundary(path.len() - ending.len())
        && path[path.len() - ending.len()..].eq_ignore_ascii_case(ending)
}
