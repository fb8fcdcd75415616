//! The site as it was built: the files that its list of checksums names, and that list itself.

use crate::diag::{Diagnostic, Fatal, Place, codes};
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::{self, HashingWriter, ListedFiles, MARKER, SIGNATURE, SUMS, sha256};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SiteFile {
    pub(super) sha256: String,
    pub(super) bytes: u64,
}

/// A site in a folder.
#[derive(Debug)]
pub(super) struct BuiltSite {
    folder: PathBuf,
    /// Every file by its path, the list, its marker and its signature among them.
    files: BTreeMap<String, SiteFile>,
    sums: String,
}

impl BuiltSite {
    /// Reads what a folder's list names.
    ///
    /// # Errors
    /// When it has no list that is the program's, or a file of it is not there.
    pub(super) fn of(folder: &Path) -> Result<BuiltSite, Fatal> {
        let shown = folder.display().to_string();
        let Ok(listed) = ListedFiles::of(folder) else {
            let args = vec![("dir", shown.into())];
            return Err(Fatal::wrong_command("publish-no-site", args));
        };
        let mut files = BTreeMap::new();
        for (path, sum) in listed.files() {
            let full = folder.join(path);
            let Some((_, bytes)) = stage::open(folder, path) else {
                return Err(altered(&full));
            };
            let sha256 = sum.clone();
            files.insert(path.clone(), SiteFile { sha256, bytes });
        }
        for path in [SUMS, MARKER, SIGNATURE] {
            if let Ok(bytes) = stage::read(folder, path) {
                let file = SiteFile {
                    sha256: sha256(&bytes),
                    bytes: bytes.len() as u64,
                };
                files.insert(path.to_owned(), file);
            }
        }
        let sums = files.get(SUMS).map(|file| file.sha256.clone());
        Ok(BuiltSite {
            folder: folder.to_owned(),
            files,
            sums: sums.unwrap_or_default(),
        })
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn files(&self) -> &BTreeMap<String, SiteFile> {
        &self.files
    }

    /// SHA-256 of the list of checksums.
    pub(super) fn sums(&self) -> &str {
        &self.sums
    }

    /// Returns the SHA-256 of a file.
    pub(super) fn sum_of(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(|file| file.sha256.as_str())
    }

    /// Refuses to send a file that is not what the list says of it.
    ///
    /// # Errors
    /// When one is not, or cannot be read.
    pub(super) fn refuse_altered(
        &self,
        paths: &mut dyn Iterator<Item = &str>,
    ) -> Result<(), Fatal> {
        for path in paths {
            let full = self.folder.join(path);
            if hash_of(&full)? != self.sum_of(path).unwrap_or_default() {
                return Err(altered(&full));
            }
        }
        Ok(())
    }
}

/// Returns the SHA-256 of everything that can be read.
pub(super) fn sum_of(file: &mut dyn Read) -> io::Result<String> {
    let mut hash = HashingWriter::<_>::new(io::sink());
    io::copy(file, &mut hash)?;
    Ok(stage::hex(&hash.finish().1))
}

/// Returns the SHA-256 of a file on this computer.
pub(super) fn hash_of(full: &Path) -> Result<String, Fatal> {
    let hashed = LocalDisk.open(full).and_then(|mut file| sum_of(&mut *file));
    hashed.map_err(Fatal::io("reading", full))
}

/// Returns the finding that a built file is not what was built.
fn altered(full: &Path) -> Fatal {
    let finding = Diagnostic::new(&codes::PUBLISH_REFUSED)
        .at(Place::file(full.display().to_string()))
        .arg("kind", "altered")
        .arg("target", "")
        .arg("detail", "");
    Fatal::Finding(Box::new(finding))
}
