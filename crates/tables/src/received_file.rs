//! Facts of a file as it was received, and the one way to open it.

#![allow(
    clippy::disallowed_methods,
    reason = "the one place where files of data are opened"
)]

use super::unreadable::Unreadable;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A file as it was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedFile {
    /// Its path from the portal's root, with `/`.
    pub path: String,
    /// Its name, without the folders before it.
    pub name: String,
    /// Its size in bytes, as received.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its character encoding by the WHATWG's name (`UTF-8`, `windows-1252`), for text.
    pub encoding: Option<String>,
    /// Its media type, such as `text/csv`.
    pub media_type: String,
}

/// Where a file of the portal really is. A path that a symbolic link leads outside the portal is refused.
pub fn resolve(root: &Path, path: &str) -> Result<PathBuf, Unreadable> {
    let root = root.canonicalize()?;
    let full = root.join(path).canonicalize()?;
    if full.starts_with(&root) {
        Ok(full)
    } else {
        Err(Unreadable::Outside)
    }
}

/// Opens a file of the portal.
pub fn open(root: &Path, path: &str) -> Result<File, Unreadable> {
    let full = resolve(root, path)?;
    // To open a FIFO is to wait until somebody writes to it, and a device may never end.
    if !full.metadata()?.is_file() {
        return Err(Unreadable::Special);
    }
    Ok(File::open(full)?)
}

/// A file's path on disk, and what is named within it: `x/a.zip` and `b.csv` of `x/a.zip/b.csv`.
pub fn split<'p>(root: &Path, path: &'p str) -> (&'p str, Option<&'p str>) {
    const MARK: &str = ".zip/";
    let lower = path.to_ascii_lowercase();
    let ends = lower.match_indices(MARK).map(|(at, _)| at + MARK.len() - 1);
    match ends
        .into_iter()
        .find(|end| root.join(&path[..*end]).is_file())
    {
        Some(end) => (&path[..end], Some(&path[end + 1..])),
        None => (path, None),
    }
}

/// How many bytes a file takes on disk, or the ZIP that it stands in.
pub(crate) fn length(root: &Path, path: &str) -> Result<u64, Unreadable> {
    Ok(resolve(root, split(root, path).0)?.metadata()?.len())
}

/// Counts and hashes a file's bytes. The encoding is left to whoever reads it as text.
pub fn receive(root: &Path, path: &str) -> Result<ReceivedFile, Unreadable> {
    let (path, _) = split(root, path);
    let mut file = open(root, path)?;
    let mut hash = Sha256::new();
    let mut bytes = 0;
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            break;
        }
        bytes += n as u64;
        hash.update(&buffer[..n]);
    }
    let name = path.rsplit('/').next().unwrap_or(path).to_owned();
    let sha256 = hash.finalize().iter().map(|b| format!("{b:02x}")).collect();
    Ok(ReceivedFile {
        path: path.to_owned(),
        media_type: media_type(&name).to_owned(),
        name,
        bytes,
        sha256,
        encoding: None,
    })
}

/// Media types by a file name's ending; those of tables first.
const MEDIA_TYPES: &[(&str, &str)] = &[
    ("csv", "text/csv"),
    ("tsv", "text/tab-separated-values"),
    ("tab", "text/tab-separated-values"),
    ("psv", "text/csv"),
    ("ssv", "text/csv"),
    ("txt", "text/plain"),
    ("json", "application/json"),
    ("ndjson", "application/x-ndjson"),
    ("jsonl", "application/x-ndjson"),
    ("geojson", "application/geo+json"),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("xls", "application/vnd.ms-excel"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("parquet", "application/vnd.apache.parquet"),
    ("gz", "application/gzip"),
    ("zip", "application/zip"),
    ("pdf", "application/pdf"),
    ("xml", "application/xml"),
    ("html", "text/html"),
    ("md", "text/markdown"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("svg", "image/svg+xml"),
    ("kml", "application/vnd.google-earth.kml+xml"),
    ("shp", "application/vnd.shp"),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("odt", "application/vnd.oasis.opendocument.text"),
];

/// The media type of a file of this name.
pub fn media_type(name: &str) -> &'static str {
    let ending = ending(name);
    MEDIA_TYPES
        .iter()
        .find(|(e, _)| *e == ending)
        .map_or("application/octet-stream", |(_, media)| media)
}

/// The ending of a file name, in lower case.
pub fn ending(name: &str) -> String {
    name.rsplit_once('.')
        .map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_of_a_file() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("A.CSV"), "abc").unwrap();
        let received = receive(home.path(), "A.CSV").unwrap();
        assert_eq!(
            (received.bytes, received.media_type.as_str()),
            (3, "text/csv")
        );
        assert!(received.sha256.starts_with("ba7816bf8f01cfea"));
    }

    #[cfg(unix)]
    #[test]
    fn links_do_not_lead_out() {
        let home = tempfile::tempdir().unwrap();
        let other = tempfile::NamedTempFile::new().unwrap();
        std::os::unix::fs::symlink(other.path(), home.path().join("a.csv")).unwrap();
        assert!(matches!(
            receive(home.path(), "a.csv"),
            Err(Unreadable::Outside)
        ));
    }
}
