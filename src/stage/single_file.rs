//! Single files outside the output, each replaced whole: it is written beside its place and renamed, so that a crash
//! leaves the old one.

use super::{flush, parent_of};
use crate::diag::Fatal;
use crate::stage::lock::{locked, sweep_files};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// How the names of such files begin and end until they are whole.
const NAMED: (&str, &str) = (".tragaluz-", ".new");

/// A file in a folder, to be written and then put in another one's place. Others may read it as any new file, while
/// temporary ones are private. What killed runs left in the folder is removed.
///
/// # Errors
/// When the disk refuses.
pub fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut named = tempfile::Builder::new();
    named.prefix(NAMED.0).suffix(NAMED.1);
    #[cfg(unix)]
    named.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let file = locked(folder, &mut named)?;
    sweep_files(folder, NAMED, file.as_file());
    Ok(file)
}

/// Replaces a single file, and does not come back before the disk has it.
///
/// # Errors
/// When the disk refuses; the old file then still is.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Fatal> {
    let written = put(path, |out| out.write_all(bytes), true);
    written
        .and_then(|()| flush::folder(&parent_of(path)))
        .map_err(Fatal::io("writing", path))
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
    put(path, write, false).map_err(Fatal::io("writing", path))
}

fn put(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    is_flushed: bool,
) -> io::Result<()> {
    let mut beside = beside(&parent_of(path))?;
    let mut out = io::BufWriter::new(beside.as_file_mut());
    write(&mut out).and_then(|()| out.flush())?;
    drop(out);
    if let Ok(old) = fs::metadata(path) {
        // Who may read it stays as it was.
        let _ = beside.as_file().set_permissions(old.permissions());
    }
    if is_flushed {
        beside.as_file().sync_all()?;
    }
    beside.persist(path).map(drop).map_err(|error| error.error)
}
