//! Files inside compressed ones: gzip, and members of a ZIP.

use crate::limits::Limits;
use crate::received_file::{self, ending, split};
use crate::unreadable::Unreadable;
use crate::zip_file::{self, BoundedReader};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use tragaluz_disk::DiskFile;

/// Returns the name of a file without the ending of its compression: `a.csv` of `a.csv.gz`.
pub(crate) fn inner_name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    if ending(name) == "gz" {
        &name[..name.len() - 3]
    } else {
        name
    }
}

/// Opens a file as a stream, unpacked where it is compressed or is in a ZIP.
pub(crate) fn open(
    root: &Path,
    path: &str,
    limits: &Limits,
) -> Result<Box<dyn Read + Send>, Unreadable> {
    let (outer, member) = split(root, path);
    let file = received_file::open(root, outer)?;
    let length = file.metadata()?.len();
    let raw: Box<dyn Read + Send> = match member {
        Some(name) => zip_file::open(file, name, limits)?,
        None => Box::new(file),
    };
    if ending(path) != "gz" {
        return Ok(raw);
    }
    Ok(Box::new(BoundedReader::new(
        MultiGzDecoder::new(io::BufReader::new(raw)),
        length,
        inner_name(path),
        limits,
    )))
}

/// Opens a file for reading here and there; one that is compressed is unpacked aside first.
pub(crate) fn seekable(root: &Path, path: &str, limits: &Limits) -> Result<File, Unreadable> {
    if split(root, path).1.is_none() && ending(path) != "gz" {
        return received_file::open(root, path);
    }
    let mut out = DiskFile::nameless()?;
    io::copy(&mut open(root, path, limits)?, &mut out)?;
    out.seek(SeekFrom::Start(0))?;
    Ok(out.into_std())
}

/// Returns the first bytes of a file, unpacked.
pub(crate) fn beginning(
    root: &Path,
    path: &str,
    limits: &Limits,
    most: u64,
) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    open(root, path, limits)?
        .take(most)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
