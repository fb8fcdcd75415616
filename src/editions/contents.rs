//! What an edition of the whole portal holds: every file of the site, data as far as there is room, and nothing whose
//! name a computer could refuse.

use super::{Portable, paths};
use crate::downloads::{DownloadFile, Role};
use crate::pages::address::CARDS;
use crate::pages::editions::MadeEdition;
use crate::stage::sha256;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// The longest path, in characters: Windows takes 259 with the folder in which the reader unpacks it.
const LONGEST: usize = 180;

/// Files, in the order of their paths.
pub(crate) struct Contents<'a> {
    pub(crate) files: BTreeMap<String, EditionFile<'a>>,
    /// What is not, and its size.
    pub(crate) left_out: Vec<(String, u64)>,
}

/// A file of an edition.
pub(crate) enum EditionFile<'a> {
    /// One of the site as it is: its size and SHA-256.
    Staged(u64, String),
    /// One that only editions hold.
    Own(&'a str),
}

impl EditionFile<'_> {
    pub(crate) fn bytes(&self) -> u64 {
        match self {
            EditionFile::Staged(bytes, _) => *bytes,
            EditionFile::Own(text) => text.len() as u64,
        }
    }

    /// Returns the SHA-256 in lower-case hexadecimal.
    pub(crate) fn sha256(&self) -> String {
        match self {
            EditionFile::Staged(_, sum) => sum.clone(),
            EditionFile::Own(text) => sha256(text.as_bytes()),
        }
    }

    /// Copies the file to `out`; `path` is where it is in the site.
    pub(crate) fn copy(
        &self,
        site: &Portable<'_>,
        path: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match self {
            EditionFile::Staged(..) => io::copy(&mut site.staging.open(path)?, out).map(drop),
            EditionFile::Own(text) => out.write_all(text.as_bytes()),
        }
    }
}

/// Everything that belongs into an edition of the whole portal. Other such editions do not.
pub(crate) fn of_portal<'a>(site: &Portable<'a>, before: &[MadeEdition]) -> Contents<'a> {
    let whole = paths(before);
    let data: BTreeMap<&str, &DownloadFile> = site
        .view
        .files
        .all()
        .iter()
        .map(|f| (f.path.as_str(), f))
        .collect();
    let of_pages: Vec<&MadeEdition> = before.iter().filter(|edition| edition.of_page).collect();
    let of_pages: BTreeMap<&str, u64> = of_pages
        .into_iter()
        .map(|e| (e.path.as_str(), e.bytes))
        .collect();
    let room = with_room(site, &of_pages);
    let mut contents = Contents {
        files: BTreeMap::new(),
        left_out: Vec::new(),
    };
    let mut seen = BTreeSet::new();
    for (path, written) in site.files(before) {
        let is_data = data.contains_key(path.as_str()) || of_pages.contains_key(path.as_str());
        // Links that are passed on lead to the web, and so do those to their cards.
        if whole.contains(path.as_str()) || path.starts_with(CARDS) {
            continue;
        }
        if is_data && !room.contains(&path)
            || !is_portable(&path)
            || is_picture_of_chart(&path)
            || !seen.insert(path.to_lowercase())
        {
            contents.left_out.push((path, written.bytes));
        } else {
            contents
                .files
                .insert(path, EditionFile::Staged(written.bytes, written.sha256));
        }
    }
    for page in site.inside {
        contents
            .files
            .insert(page.path.clone(), EditionFile::Own(&page.text));
    }
    contents
}

/// Whether a file is the picture of a chart whose drawing says the same in a tenth of the bytes.
fn is_picture_of_chart(path: &str) -> bool {
    path.ends_with(".png") && path.contains("/charts/") && path.contains("datasets/")
}

/// The data files for which there is room: each table once as CSV first, then what is no table, then other formats, and
/// what repeats the rest, archives and PDFs of pages, last; the small ones before the large ones.
fn with_room(site: &Portable<'_>, of_pages: &BTreeMap<&str, u64>) -> BTreeSet<String> {
    let data = site
        .view
        .files
        .all()
        .iter()
        .map(|file| (rank(file), file.bytes, file.path.as_str()));
    let mut files: Vec<_> = data
        .chain(of_pages.iter().map(|(path, bytes)| (4, *bytes, *path)))
        .collect();
    files.sort_unstable();
    let mut room = site.view.portal.settings.editions.data_bytes;
    let mut inside = BTreeSet::new();
    for (_, bytes, path) in files {
        if let Some(left) = room.checked_sub(bytes) {
            room = left;
            inside.insert(path.to_owned());
        }
    }
    inside
}

/// Returns the place of a data file among those that ask for room: the lower, the earlier.
fn rank(file: &DownloadFile) -> u8 {
    match file.role {
        Role::Table if file.format == "csv" => 0,
        Role::Received | Role::Description => 1,
        Role::Table | Role::Excel | Role::Sample => 2,
        Role::Archive | Role::Joined => 3,
    }
}

/// Whether every usual computer takes this path (Microsoft, "Naming Files, Paths, and Namespaces").
pub(crate) fn is_portable(path: &str) -> bool {
    path.chars().count() <= LONGEST && path.split('/').all(is_portable_name)
}

fn is_portable_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let is_forbidden =
        |c: char| c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\');
    !name.contains(is_forbidden)
        && !name.ends_with(['.', ' '])
        && !is_device(&stem.trim_end().to_ascii_lowercase())
}

/// Whether Windows knows a device of this name, in small letters: `nul`, `com1`.
fn is_device(stem: &str) -> bool {
    let number = ["com", "lpt"]
        .iter()
        .find_map(|device| stem.strip_prefix(device));
    matches!(stem, "con" | "prn" | "aux" | "nul")
        || number.is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_portable;

    #[test]
    fn names_that_a_computer_refuses() {
        for path in [
            "a/b.csv",
            "datos/año 2020.pdf",
            ".htaccess",
            "a/console.txt",
            "com.txt",
            "a/lpt10.txt",
        ] {
            assert!(is_portable(path), "{path}");
        }
        let long = format!("a/{}", "x".repeat(180));
        for path in [
            "a:b",
            "a/con.txt",
            "NUL",
            "a/Com1.csv",
            "x?.pdf",
            "a\u{1}b",
            "a./b",
            "a /b",
            "con .txt",
            &long,
        ] {
            assert!(!is_portable(path), "{path}");
        }
    }
}
