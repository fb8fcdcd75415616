//! Ground: the only writer. Output is made in a folder beside the final one and swapped in whole, so that a
//! crash, a full disk or a kill leaves the last good output.

#![allow(clippy::disallowed_methods, reason = "the only writer")]

mod aside;
mod claim;
mod last;
mod swap;
mod taken;

use crate::diag::Fatal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

pub use aside::Aside;
pub use last::{Identity, Last};
pub use taken::is_plain;

/// What is known of a written file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

/// Every file of the output by its path from the output's root, with `/`.
pub type Manifest = BTreeMap<String, Written>;

/// The file that lists every other one with its checksum; also how a folder is known to be one of ours.
pub const SUMS: &str = "SHA256SUMS";

/// Output being made.
#[derive(Debug)]
pub struct Staging {
    out: PathBuf,
    work: tempfile::TempDir,
    manifest: Mutex<Manifest>,
    /// How the files that stand here are known again.
    identities: Mutex<BTreeMap<String, Identity>>,
    /// Folders that were made.
    folders: Mutex<BTreeSet<PathBuf>>,
    /// Which addresses are in use, and which were wanted twice.
    addresses: Mutex<taken::Addresses>,
    /// The output that stands in `out`, as far as it is known.
    last: Last,
    /// Let go of when the folder is gone.
    _claim: claim::Claim,
}

impl Staging {
    /// Opens a staging folder beside `out`, after putting right what an interrupted swap may have left, and removing
    /// what killed builds did.
    ///
    /// # Errors
    /// When `out` holds something that is not a built portal, or the disk refuses.
    pub fn beside(out: &Path) -> Result<Staging, Fatal> {
        swap::recover(out)?;
        refuse_foreign(out)?;
        let parent = parent_of(out);
        fs::create_dir_all(&parent).map_err(Fatal::io("creating", &parent))?;
        claim::sweep(&parent, out);
        let (work, claim) = claim::claim(&parent, out)?;
        let (manifest, identities, folders, addresses) = Default::default();
        let (out, last) = (out.to_owned(), Last::default());
        Ok(Staging { out, work, manifest, identities, folders, addresses, last, _claim: claim })
    }

    fn place_for(&self, path: &str) -> Result<PathBuf, Fatal> {
        let full = self.work.path().join(path);
        let folders = || self.folders.lock().expect("no writer panicked");
        if let Some(parent) = full.parent().filter(|parent| !folders().contains(*parent)) {
            fs::create_dir_all(parent).map_err(Fatal::io("creating", parent))?;
            folders().insert(parent.to_owned());
        }
        Ok(full)
    }

    fn enter(&self, path: String, written: Written, identity: Identity) {
        self.identities.lock().expect("no writer panicked").insert(path.clone(), identity);
        self.manifest().insert(path, written);
    }

    /// Writes a whole file.
    ///
    /// # Errors
    /// When the path is not a plain relative one, or the disk refuses. Where the address is taken the bytes are let go, and
    /// [`Staging::wanted_twice`] names it.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<Written, Fatal> {
        if self.take(path)? {
            return self.write_taken(path, bytes);
        }
        Ok(Written { bytes: bytes.len() as u64, sha256: sha256(bytes) })
    }

    /// Writes a whole file at an address that was taken for it.
    fn write_taken(&self, path: &str, bytes: &[u8]) -> Result<Written, Fatal> {
        let written = Written { bytes: bytes.len() as u64, sha256: sha256(bytes) };
        if !self.last.files.is_empty() && self.carry_over(path, &written.sha256)? {
            return Ok(written);
        }
        let mut file = self.open(path)?;
        let writing = || Fatal::io("writing", Path::new(path));
        file.write_all(bytes).map_err(writing())?;
        self.enter(path.to_owned(), written.clone(), Identity::of(&file.metadata().map_err(writing())?));
        Ok(written)
    }

    /// A new file of the output.
    fn open(&self, path: &str) -> Result<File, Fatal> {
        let full = self.place_for(path)?;
        File::create_new(&full).map_err(Fatal::io("writing", &full))
    }

    /// Opens a file to be written bit by bit; it counts only once [`StagedFile::finish`] has been called.
    ///
    /// # Errors
    /// As [`Staging::write`].
    pub fn create(&self, path: &str) -> Result<StagedFile<'_>, Fatal> {
        let entered = self.take(path)?;
        let file = if entered { self.open(path)? } else { self.nowhere()? };
        let out = BufWriter::with_capacity(GATHERED, Hashing { file, hash: Sha256::new(), bytes: 0 });
        Ok(StagedFile { staging: self, path: path.to_owned(), entered, out })
    }

    /// Where a staged file stands until the swap, to be read again (for example by a writer that packs files).
    pub fn path_of(&self, path: &str) -> PathBuf {
        self.work.path().join(path)
    }

    /// A folder on the same disk for what a writer has to put aside until its file can be written whole; it goes when
    /// the value does, and is no part of the output.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn aside(&self) -> io::Result<Aside> {
        Aside::within(self.work.path())
    }

    /// Whether a file of this path has been written.
    pub fn has(&self, path: &str) -> bool {
        self.manifest().contains_key(path)
    }

    /// What has been written so far. Nothing can be written as long as this is held.
    pub fn manifest(&self) -> MutexGuard<'_, Manifest> {
        self.manifest.lock().expect("no writer panicked")
    }

    /// By what everything that was written so far is known: paths and checksums.
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for (path, written) in &*self.manifest() {
            hash.update(path);
            hash.update(&written.sha256);
        }
        hex(&hash.finalize())
    }

    /// Writes the list of checksums and swaps the new output in, whole. Says what it holds, and how that is known again.
    ///
    /// # Errors
    /// When the disk refuses; the last output then still stands.
    pub fn commit(self) -> Result<(Manifest, Last), Fatal> {
        let mut sums = String::new();
        for (path, written) in &*self.manifest() {
            sums.push_str(&format!("{}  {path}\n", written.sha256));
        }
        self.write_taken(SUMS, sums.as_bytes())?;
        let manifest = std::mem::take(&mut *self.manifest());
        let identities = std::mem::take(&mut *self.identities.lock().expect("no writer panicked"));
        let known = |(path, identity): (String, Identity)| {
            let sha256 = manifest.get(&path)?.sha256.clone();
            Some((path, (sha256, identity)))
        };
        let last = Last { files: identities.into_iter().filter_map(known).collect() };
        make_readable(self.work.path())?;
        swap::swap(self.work.keep(), &self.out)?;
        Ok((manifest, last))
    }
}

/// A file being written into the staging folder, hashed on its way.
#[derive(Debug)]
pub struct StagedFile<'a> {
    staging: &'a Staging,
    path: String,
    /// Whether it is a file of the output: its address was free.
    entered: bool,
    out: BufWriter<Hashing>,
}

/// Bytes gathered before they are hashed and handed to the disk.
const GATHERED: usize = 64 * 1024;

/// A file, and the hash of what was written to it.
#[derive(Debug)]
struct Hashing {
    file: File,
    hash: Sha256,
    bytes: u64,
}

impl Write for Hashing {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let n = self.file.write(buffer)?;
        self.hash.update(&buffer[..n]);
        self.bytes += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl StagedFile<'_> {
    /// Its path from the output's root.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Closes the file and enters it in the manifest.
    ///
    /// # Errors
    /// When the disk refuses the last bytes.
    pub fn finish(mut self) -> Result<Written, Fatal> {
        self.out.flush().map_err(Fatal::io("writing", Path::new(&self.path)))?;
        let hashed = self.out.get_mut();
        let written = Written { bytes: hashed.bytes, sha256: hex(&hashed.hash.finalize_reset()) };
        let identity = hashed.file.metadata().map_err(Fatal::io("writing", Path::new(&self.path)))?;
        if self.entered {
            self.staging.enter(self.path, written.clone(), Identity::of(&identity));
        }
        Ok(written)
    }
}

impl Write for StagedFile<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.out.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Replaces a single file outside the output, whole: it is written beside its place and renamed, so that a crash leaves
/// the old one.
///
/// # Errors
/// When the disk refuses; the old file then still stands.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Fatal> {
    replace_with(path, |out| out.write_all(bytes))
}

/// [`replace`] by what is written piece by piece.
///
/// # Errors
/// When the disk refuses; the old file then still stands.
pub fn replace_with(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Fatal> {
    let parent = parent_of(path);
    let mut beside = tempfile::Builder::new()
        .prefix(&format!(".{}.new-", name_of(path)))
        .tempfile_in(&parent)
        .map_err(Fatal::io("writing in", &parent))?;
    let mut out = io::BufWriter::new(beside.as_file_mut());
    write(&mut out).and_then(|()| out.flush()).map_err(Fatal::io("writing", path))?;
    drop(out);
    // A temporary file is for its owner only; this one is to be read and committed like any other.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let readable = fs::Permissions::from_mode(0o644);
        beside.as_file().set_permissions(readable).map_err(Fatal::io("writing", path))?;
    }
    beside.persist(path).map_err(|error| Fatal::io("writing", path)(error.error))?;
    Ok(())
}

/// SHA-256 of some bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn parent_of(out: &Path) -> PathBuf {
    match out.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn name_of(out: &Path) -> String {
    out.file_name().map_or_else(|| "public".into(), |name| name.to_string_lossy().into_owned())
}

/// Refuses to replace a folder that this program did not make.
fn refuse_foreign(out: &Path) -> Result<(), Fatal> {
    if out.is_file() {
        return Err(Fatal::Refused(format!("{} is a file; the output must be a folder", out.display())));
    }
    let Ok(mut entries) = fs::read_dir(out) else { return Ok(()) };
    if entries.next().is_some() && !out.join(SUMS).is_file() {
        return Err(Fatal::Refused(format!(
            "{} holds files that tragaluz did not make; choose another folder with --out, or empty it",
            out.display()
        )));
    }
    Ok(())
}

/// Temporary folders are private; a published one is for everybody.
#[cfg(unix)]
fn make_readable(folder: &Path) -> Result<(), Fatal> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).map_err(Fatal::io("opening to readers", folder))
}

#[cfg(not(unix))]
fn make_readable(_folder: &Path) -> Result<(), Fatal> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: impl AsRef<Path>) -> String {
        fs::read_to_string(path).unwrap()
    }

    #[test]
    fn swaps_whole_and_leaves_nothing_behind() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("public");
        for text in ["one", "two"] {
            let staging = Staging::beside(&out).unwrap();
            staging.write("a/b.txt", text.as_bytes()).unwrap();
            staging.commit().unwrap();
            assert_eq!(read(out.join("a/b.txt")), text);
        }
        assert!(read(out.join(SUMS)).ends_with("  a/b.txt\n"));
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_put_aside_is_no_output() {
        let home = tempfile::tempdir().unwrap();
        let staging = Staging::beside(&home.path().join("public")).unwrap();
        let aside = staging.aside().unwrap();
        aside.file().unwrap().write_all(b"x").unwrap();
        drop(aside);
        staging.commit().unwrap();
        let left: Vec<_> = fs::read_dir(home.path().join("public")).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, [SUMS]);
    }

    #[test]
    fn an_abandoned_build_leaves_the_last_one() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("public");
        let first = Staging::beside(&out).unwrap();
        first.write("a.txt", b"good").unwrap();
        first.commit().unwrap();
        let second = Staging::beside(&out).unwrap();
        second.write("a.txt", b"half").unwrap();
        drop(second);
        assert_eq!(read(out.join("a.txt")), "good");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[test]
    fn foreign_folders_and_paths_are_refused() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("thesis.doc"), "x").unwrap();
        assert!(Staging::beside(home.path()).is_err());
        let staging = Staging::beside(&home.path().join("public")).unwrap();
        for path in ["", "/etc/x", "../x", "a/../x", "a//b", "c:x", "a\\b", "a\n0  b", "a\u{202e}b"] {
            assert!(staging.write(path, b"").is_err(), "{path}");
        }
    }
}
