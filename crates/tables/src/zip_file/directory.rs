//! A member of a ZIP, looked for in the list at the ZIP's end by its bytes: a ZIP of twenty thousand tables is opened as many
//! times, and to take in its whole list each time would take time with the square of their number.
//!
//! Only ordinary ZIPs are looked at (PKWARE's APPNOTE 4.3): what is out of the ordinary is left to the reader of the list.

use crate::unreadable::Unreadable;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// Where a member is, and what is said of it.
pub(crate) struct MemberEntry {
    /// Its first byte in the ZIP.
    pub(crate) start: u64,
    /// Bytes that it takes there.
    pub(crate) length: u64,
    /// Bytes that it comes to.
    pub(crate) size: u64,
    /// CRC-32 of those.
    pub(crate) crc: u32,
    /// Method by which it is packed.
    pub(crate) packing: Compression,
    /// Whether a password is needed.
    pub(crate) encrypted: bool,
}

/// How a member is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compression {
    Stored,
    /// By “deflate” (RFC 1951).
    Deflated,
    /// In a way that is not read.
    Other,
}

/// Bytes of the record that ends a ZIP, and of the comment that may follow it.
const END: usize = 22;
const LONGEST_COMMENT: usize = 65_535;
/// Bytes of a member's record in the list, and before the member itself, without its name.
const RECORD: usize = 46;
const LOCAL: usize = 30;
/// Largest list that is looked through in memory.
const LARGEST: usize = 64 << 20;

pub(super) fn damaged(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::damaged(format!("ZIP: {error}"))
}

fn short(bytes: &[u8], at: usize) -> usize {
    bytes
        .get(at..at + 2)
        .map_or(0, |b| usize::from(u16::from_le_bytes([b[0], b[1]])))
}

fn long(bytes: &[u8], at: usize) -> u32 {
    bytes
        .get(at..at + 4)
        .map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

fn index(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// Finds a member by its name; none where the ZIP is out of the ordinary, or names it otherwise.
///
/// # Errors
/// When the file cannot be read, or breaks off.
pub(crate) fn find(file: &mut File, name: &str) -> Result<Option<MemberEntry>, Unreadable> {
    let Some(list) = list(file)? else {
        return Ok(None);
    };
    let Some(record) = record(&list, name.as_bytes()) else {
        return Ok(None);
    };
    let (length, size, place) = (long(record, 20), long(record, 24), long(record, 42));
    if [length, size, place].contains(&u32::MAX) {
        return Ok(None);
    }
    let mut local = [0; LOCAL];
    file.seek(SeekFrom::Start(u64::from(place)))?;
    file.read_exact(&mut local)?;
    if !local.starts_with(b"PK\x03\x04") {
        return Err(damaged("PK 3 4"));
    }
    let before = LOCAL + short(&local, 26) + short(&local, 28);
    let packing = match short(record, 10) {
        0 => Compression::Stored,
        8 => Compression::Deflated,
        _ => Compression::Other,
    };
    Ok(Some(MemberEntry {
        start: u64::from(place) + before as u64,
        length: u64::from(length),
        size: u64::from(size),
        crc: long(record, 16),
        packing,
        encrypted: short(record, 8) & 1 == 1,
    }))
}

/// Returns the list of members, as it is in the ZIP.
fn list(file: &mut File) -> Result<Option<Vec<u8>>, Unreadable> {
    let all = file.seek(SeekFrom::End(0))?;
    let looked_at = all.min((END + LONGEST_COMMENT) as u64);
    file.seek(SeekFrom::Start(all - looked_at))?;
    let mut tail = Vec::new();
    file.take(looked_at).read_to_end(&mut tail)?;
    let mut places = (0..(tail.len() + 1).saturating_sub(END)).rev();
    let Some(end) = places.find(|at| is_end(&tail, *at)) else {
        return Ok(None);
    };
    let (size, start) = (
        index(long(&tail, end + 12)),
        u64::from(long(&tail, end + 16)),
    );
    // Otherwise something is before the ZIP, or it is one of 64 bits.
    let is_ordinary = start + size as u64 == all - looked_at + end as u64 && size <= LARGEST;
    if !is_ordinary {
        return Ok(None);
    }
    file.seek(SeekFrom::Start(start))?;
    let mut list = Vec::new();
    file.take(size as u64).read_to_end(&mut list)?;
    Ok(Some(list))
}

/// Whether the record that ends a ZIP is here, with its comment up to the last byte.
fn is_end(tail: &[u8], at: usize) -> bool {
    tail[at..].starts_with(b"PK\x05\x06") && at + END + short(tail, at + 20) == tail.len()
}

/// Returns the record of the first member of this name. The name is looked for in all of the list, for it is not gone
/// through record by record: a name within another one, or within a comment, has no such record before it.
fn record<'l>(list: &'l [u8], name: &[u8]) -> Option<&'l [u8]> {
    memchr::memmem::find_iter(list, name).find_map(|at| {
        let record = list.get(at.checked_sub(RECORD)?..at + name.len())?;
        (record.starts_with(b"PK\x01\x02") && short(record, 28) == name.len()).then_some(record)
    })
}
