//! Single files outside the output, each replaced whole: it is written beside its place and renamed, so that a crash
//! leaves the old one.

use super::{exists, parent_of};
use crate::diag::Fatal;
use crate::stage::lock::{locked, sweep_files};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tragaluz_disk::{TemporaryFile, flush_folder};

/// How the names of such files begin and end until they are whole.
const NAMED: (&str, &str) = (".tragaluz-", ".new");

/// A file in a folder, to be written and then put in another one's place ([`place`]). Others may read it as any new file.
/// What killed runs left in the folder is removed.
///
/// # Errors
/// When the disk refuses.
pub fn beside(folder: &Path) -> io::Result<TemporaryFile> {
    beside_ending(folder, "")
}

/// The same, with an ending (`.csv`), for whoever reads it as what it will be before it is put in its place.
///
/// # Errors
/// When the disk refuses.
pub fn beside_ending(folder: &Path, ending: &str) -> io::Result<TemporaryFile> {
    let affixes = (NAMED.0, &*format!("{}{ending}", NAMED.1));
    let file = locked(folder, affixes, TemporaryFile::within)?;
    sweep_files(folder, affixes, file.file());
    Ok(file)
}

/// Makes a folder and those above it, and does not come back before the disk has the names of those that were not there.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn create_folders(folder: &Path) -> io::Result<()> {
    let is_new = |folder: &&Path| !folder.as_os_str().is_empty() && !exists(folder);
    let new: Vec<&Path> = folder.ancestors().take_while(is_new).collect();
    tragaluz_disk::create_folders(folder)?;
    new.iter().try_for_each(|new| flush_folder(&parent_of(new)))
}

/// Puts a file in its place, once the disk has all of it; who may read what stood there may read it.
///
/// # Errors
/// When the disk refuses. What stood there then still is, unless it is only unknown whether the disk has the new name.
pub fn place(file: TemporaryFile, path: &Path) -> io::Result<()> {
    keep_mode(&file, path);
    file.file().flush_to_disk()?;
    file.place(path)?;
    flush_folder(&parent_of(path))
}

fn keep_mode(file: &TemporaryFile, path: &Path) {
    if let Ok(old) = fs::metadata(path) {
        let _ = file.file().set_mode(old.permissions());
    }
}

/// Replaces a single file, and does not come back before the disk has it.
///
/// # Errors
/// When the disk refuses; the old file then still is.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Fatal> {
    let written = beside(&parent_of(path)).and_then(|mut file| {
        file.write_all(bytes)?;
        place(file, path)
    });
    written.map_err(Fatal::io("writing", path))
}

/// Replaces a single file by what is written piece by piece. It is not flushed: after a power cut it may be broken, as
/// a cache may that holds its own checksum.
///
/// # Errors
/// When the disk refuses; the old file then still is.
pub fn replace_with(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Fatal> {
    let written = beside(&parent_of(path)).and_then(|mut file| {
        let mut out = io::BufWriter::new(&mut file);
        write(&mut out).and_then(|()| out.flush())?;
        drop(out);
        keep_mode(&file, path);
        file.place(path)
    });
    written.map_err(Fatal::io("writing", path))
}
