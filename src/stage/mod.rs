//! Ground: the only writer. Output is made in a folder beside the final one and swapped in whole, so that a
//! crash, a full disk or a kill leaves the last good output.
//!
//! Of what is there the program removes only what the output's own list of checksums names, while the marker beside it
//! belongs to that list. Everything else is a stranger: a file is in the new output too before that takes the old one's
//! place, so that it is never away, and a folder is moved there as soon as that has, at the latest by the next start.

#![allow(clippy::disallowed_methods, reason = "the only writer")]

mod assembly;
mod carry;
mod clear;
mod file;
mod flush;
mod hashing_writer;
mod kept_tree;
mod lock;
mod modes;
mod move_over;
mod names;
mod output;
mod output_file;
mod ownership;
mod path_set;
mod previous_manifest;
mod publish;
mod reading;
mod scratch;
mod single_file;
mod swap;

use crate::diag::Fatal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};
use tragaluz_disk::{DiskFile, TemporaryFolder};

pub use crate::text::names::is_plain;
pub(crate) use file::StagedFile;
pub(crate) use flush::tree as flush_tree;
pub(crate) use hashing_writer::HashingWriter;
pub(crate) use lock::Remainder;
pub(crate) use modes::Modes;
pub(crate) use names::NameSample;
pub(crate) use output::Output;
pub use output_file::OutputFile;
pub(crate) use ownership::{ListedFiles, MARKER, OwnershipFault, Stranger, marker, sums_of_marker};
use previous_manifest::StagedPlace;
pub use previous_manifest::{Identity, PreviousManifest};
pub(crate) use publish::Strangers;
pub use reading::{exists, open, read};
pub use scratch::ScratchFolder;
pub(crate) use scratch::is_scratch;
pub(crate) use single_file::create_folders;
pub use single_file::{beside, beside_ending, place, replace, replace_with};

/// What is known of a written file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenFile {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

impl WrittenFile {
    /// What is known of a file of these bytes.
    pub(crate) fn of(bytes: &[u8]) -> WrittenFile {
        WrittenFile {
            bytes: bytes.len() as u64,
            sha256: sha256(bytes),
        }
    }
}

/// Every file of the output by its path from the output's root, with `/`.
pub type Manifest = BTreeMap<String, WrittenFile>;

/// The file that lists every other one with its checksum; also how a folder is known to be one of ours.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// The signature of that list, in the form of minisign.
pub(crate) const SIGNATURE: &str = "SHA256SUMS.minisig";

/// Output being made.
#[derive(Debug)]
pub struct Staging {
    output: Output,
    work: TemporaryFolder,
    manifest: Mutex<Manifest>,
    /// Where its files are, and how they are known again.
    places: Mutex<BTreeMap<String, StagedPlace>>,
    folders: Mutex<BTreeSet<PathBuf>>,
    /// Which addresses are in use, and which were wanted twice.
    addresses: Mutex<path_set::PathSet>,
    /// Who may read what is made here.
    modes: Modes,
    /// What of the output is the program's.
    listed: ListedFiles,
    /// Files of it that were changed since they were written.
    altered: Vec<String>,
    /// The output as far as it may be carried over.
    last: PreviousManifest,
    /// Where the output goes that this one takes the place of, and where an earlier one may be; none where it is removed.
    keeps: Option<PathBuf>,
    /// What killed or hindered runs left, and this one could not remove.
    left: Vec<Remainder>,
    /// Let go of when the folder is gone.
    claim: lock::FolderLock,
}

impl Staging {
    /// Opens a staging folder beside `out`, as [`Staging::of`].
    ///
    /// # Errors
    /// As [`Output::at`] and [`Staging::of`].
    pub fn beside(out: &Path) -> Result<Staging, Fatal> {
        Staging::of(Output::at(out)?)
    }

    /// Opens a staging folder beside an output, after putting right what an interrupted swap may have left, and removing
    /// what killed builds did.
    ///
    /// # Errors
    /// When the output holds something and is not known to be the program's, or the disk refuses.
    pub(crate) fn of(output: Output) -> Result<Staging, Fatal> {
        let out = output.path();
        swap::recover(out)?;
        let listed = output.listed()?;
        let parent = parent_of(out);
        tragaluz_disk::create_folders(&parent).map_err(Fatal::io("creating", &parent))?;
        let creating = || Fatal::io("creating a folder in", &parent);
        let (work, claim) = lock::claim(&parent, &swap::prefix(out), true).map_err(creating())?;
        let mut left = Vec::new();
        lock::sweep_folders(&parent, &swap::prefix(out), &claim, |abandoned| {
            // Nobody has put anything into a folder that was not whole.
            if abandoned.is_shared {
                flush_before_removing(out);
                left.extend(clear::clear(&abandoned.path, out));
            } else if let Err(error) = tragaluz_disk::remove_tree(&abandoned.path) {
                let mut one = None;
                Remainder::add(&mut one, &abandoned.path, "", &error);
                left.extend(one);
            }
        });
        let staging = Staging::opened(output, listed, (work, claim)).map_err(creating())?;
        Ok(Staging { left, ..staging })
    }

    /// Opens a staging folder in another folder, for what is never published and only says what would be.
    ///
    /// # Errors
    /// As [`Staging::of`].
    pub(crate) fn apart(output: Output, folder: &Path) -> Result<Staging, Fatal> {
        let listed = output.listed()?;
        let made = lock::claim(folder, &swap::prefix(output.path()), false)
            .and_then(|claimed| Staging::opened(output, listed, claimed));
        made.map_err(Fatal::io("creating a folder in", folder))
    }

    fn opened(
        output: Output,
        listed: ListedFiles,
        (work, claim): (TemporaryFolder, lock::FolderLock),
    ) -> io::Result<Staging> {
        let modes = Modes::tried_in(work.path())?;
        let (manifest, places, folders, addresses) = Default::default();
        let (altered, last, keeps, left) = Default::default();
        Ok(Staging {
            output,
            work,
            manifest,
            places,
            folders,
            addresses,
            modes,
            listed,
            altered,
            last,
            keeps,
            left,
            claim,
        })
    }

    fn place_for(&self, path: &str) -> Result<PathBuf, Fatal> {
        let full = self.work.path().join(path);
        let folders = || self.folders.lock().expect("no writer panicked");
        if let Some(parent) = full.parent().filter(|parent| !folders().contains(*parent)) {
            tragaluz_disk::create_folders(parent).map_err(Fatal::io("creating", parent))?;
            folders().insert(parent.to_owned());
        }
        Ok(full)
    }

    /// The same, which keeps the output that it takes the place of in this folder for the next run, and brings the one up to
    /// date that an earlier run kept there.
    #[must_use]
    pub(crate) fn keeping(self, folder: PathBuf) -> Staging {
        Staging {
            keeps: Some(folder),
            ..self
        }
    }

    fn enter(&self, path: String, written: WrittenFile, place: StagedPlace) {
        self.places
            .lock()
            .expect("no writer panicked")
            .insert(path.clone(), place);
        self.manifest().insert(path, written);
    }

    /// Writes a whole file.
    ///
    /// # Errors
    /// When the path is not a plain relative one, or the disk refuses. Where the address is taken the bytes are let go, and
    /// [`Staging::wanted_twice`] names it.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<WrittenFile, Fatal> {
        if self.take(path)? {
            return self.write_taken(path, bytes);
        }
        Ok(WrittenFile::of(bytes))
    }

    /// Writes a whole file at an address that was taken for it.
    fn write_taken(&self, path: &str, bytes: &[u8]) -> Result<WrittenFile, Fatal> {
        let written = WrittenFile::of(bytes);
        if self.carry_over(path, &written.sha256) {
            return Ok(written);
        }
        let mut file = self.create_new(path)?;
        let writing = || Fatal::io("writing", Path::new(path));
        file.write_all(bytes).map_err(writing())?;
        self.enter(
            path.to_owned(),
            written.clone(),
            StagedPlace::written(&file.metadata().map_err(writing())?),
        );
        Ok(written)
    }

    /// A new file of the output.
    fn create_new(&self, path: &str) -> Result<DiskFile, Fatal> {
        let full = self.place_for(path)?;
        DiskFile::create(&full).map_err(Fatal::io("writing", &full))
    }

    /// Opens a file to be written bit by bit; it counts only once [`StagedFile::finish`] has been called.
    ///
    /// # Errors
    /// As [`Staging::write`].
    pub(crate) fn create(&self, path: &str) -> Result<StagedFile<'_>, Fatal> {
        let entered = self.take(path)?;
        let file = if entered {
            self.create_new(path)?
        } else {
            self.nowhere()?
        };
        Ok(StagedFile::new(self, path, entered, file))
    }

    /// Where a staged file is until the swap, to be read again (for example by a writer that packs files).
    pub(crate) fn path_of(&self, path: &str) -> PathBuf {
        let is_in_output = {
            let places = self.places.lock().expect("no writer panicked");
            places.get(path).is_some_and(StagedPlace::is_in_output)
        };
        if is_in_output {
            self.output.path().join(path)
        } else {
            self.work.path().join(path)
        }
    }

    /// A folder on the same disk for what a writer has to put aside until its file can be written whole; it goes when
    /// the value does, and is no part of the output.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn aside(&self) -> io::Result<ScratchFolder> {
        ScratchFolder::within(self.work.path())
    }

    /// Whether a file of this path has been written.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.manifest().contains_key(path)
    }

    /// What has been written so far. Nothing can be written as long as this is held.
    pub(crate) fn manifest(&self) -> MutexGuard<'_, Manifest> {
        self.manifest.lock().expect("no writer panicked")
    }
}

/// Lets the disk have what a killed run came to: that it exchanged two outputs, and moved what is not the program's from one into the
/// other, may be known to the system alone, while the removal of the old one would come to the disk first.
fn flush_before_removing(out: &Path) {
    if out.is_dir() {
        // Where the disk cannot tell that it has all, it is asked for no more than it can.
        let _ = flush::tree(out);
    }
    let _ = tragaluz_disk::flush_folder(&parent_of(out));
}

/// Returns the SHA-256 of a manifest's paths and checksums.
pub(crate) fn digest(manifest: &Manifest) -> String {
    let mut hash = Sha256::new();
    for (path, written) in manifest {
        hash.update(path);
        hash.update(&written.sha256);
    }
    hex(&hash.finalize())
}

/// SHA-256 of some bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Returns the SHA-256 of a file in lower-case hexadecimal.
fn file_sha256(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex(&hash.finalize())),
            n => hash.update(&buffer[..n]),
        }
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn parent_of(out: &Path) -> PathBuf {
    match out.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn name_of(out: &Path) -> String {
    out.file_name().map_or_else(
        || "public".into(),
        |name| name.to_string_lossy().into_owned(),
    )
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_kept;
