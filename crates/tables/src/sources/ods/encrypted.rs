//! Documents that ask for a password.

use crate::limits::Limits;
use crate::unreadable::Unreadable;
use crate::zip_file;
use std::fs::File;
use std::io::Read;

/// Longest list of a document's parts, in bytes.
const LONGEST_MANIFEST: u64 = 4 << 20;

/// Refuses a document that asks for a password: its parts are packed as noise.
pub(crate) fn refuse(file: &File, limits: &Limits) -> Result<(), Unreadable> {
    let Ok(manifest) = zip_file::open(file.try_clone()?, "META-INF/manifest.xml", limits) else {
        return Ok(());
    };
    let mut text = Vec::new();
    manifest.take(LONGEST_MANIFEST).read_to_end(&mut text)?;
    if String::from_utf8_lossy(&text).contains("encryption-data") {
        return Err(Unreadable::Packed {
            cause: "password",
            detail: String::new(),
        });
    }
    Ok(())
}
