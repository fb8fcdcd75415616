//! What is packed in a ZIP, read as a stream and never written by the names that are in it.
//!
//! A ZIP is a folder of its members: `data/x/towns.zip/2024/towns.csv` is the path of one of them.

mod directory;

use super::received_file::ending;
use super::unreadable::Unreadable;
use crate::limits::{Limit, Limits};
use crate::litter;
use crate::zip_file::directory::damaged;
use directory::Compression;
use flate2::Crc;
use flate2::read::DeflateDecoder;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use zip::CompressionMethod;
use zip::read::ZipArchive;

/// A file in a ZIP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZipMember {
    /// Its path within the ZIP, with `/`.
    pub name: String,
    /// Number in the list of the ZIP, from 0.
    index: usize,
}

impl ZipMember {
    /// Whether its name is a plain path: one that leads outside is a trap.
    pub fn is_plain(&self) -> bool {
        tragaluz_text::names::is_plain(&self.name)
    }

    /// Whether it is only what an operating system adds.
    pub fn is_litter(&self) -> bool {
        // A name that leads out is no litter, and is said.
        let mut parts = self
            .name
            .split('/')
            .filter(|part| !matches!(*part, "." | ".."));
        parts.any(|part| litter::use_of(part) != litter::FileUse::Content)
    }
}

/// Returns the files of a ZIP, in the order of their names; folders are none.
pub fn members(file: &File, limits: &Limits) -> Result<Vec<ZipMember>, Unreadable> {
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(damaged)?;
    let most = limits.count(Limit::Members);
    if archive.len() > most {
        return Err(Unreadable::Limit {
            limit: Limit::Members,
            most: most as u64,
            line: 0,
        });
    }
    let mut members = Vec::new();
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(damaged)?;
        if !entry.is_dir() {
            // Names that say that they are UTF-8 and are not, and those of old programs, are shown as well as can be.
            let name = match std::str::from_utf8(entry.name_raw()) {
                Ok(name) => name.to_owned(),
                Err(_) => entry
                    .name()
                    .map_or_else(|_| format!("file-{index}"), std::borrow::Cow::into_owned),
            };
            members.push(ZipMember {
                name: name.replace('\\', "/"),
                index,
            });
        }
    }
    members.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(members)
}

/// Opens the file of this name in a ZIP.
pub fn open(
    mut file: File,
    name: &str,
    limits: &Limits,
) -> Result<Box<dyn Read + Send>, Unreadable> {
    let found = match directory::find(&mut file, name)? {
        Some(found) => found,
        None => listed(&file, name, limits)?,
    };
    if found.encrypted {
        return Err(refused("encrypted", name));
    }
    let (length, size, crc) = (found.length, found.size, found.crc);
    file.seek(SeekFrom::Start(found.start))?;
    let raw = BufReader::new(file).take(length);
    let unpacked: Box<dyn Read + Send> = match found.packing {
        Compression::Stored => Box::new(raw),
        Compression::Deflated => Box::new(DeflateDecoder::new(raw)),
        Compression::Other => return Err(refused("compression", name)),
    };
    let bounded = BoundedReader::new(unpacked, length, name, limits);
    Ok(Box::new(ChecksumReader {
        inner: bounded,
        sum: Crc::new(),
        read: 0,
        wanted: (crc, size),
    }))
}

/// Returns the error that the member of this name cannot be read.
fn refused(cause: &'static str, name: &str) -> Unreadable {
    Unreadable::Packed {
        cause,
        detail: name.to_owned(),
    }
}

/// Finds out where a member is by way of the list of them all: ZIPs of large files, or with names in other encodings.
fn listed(
    mut file: &File,
    name: &str,
    limits: &Limits,
) -> Result<directory::MemberEntry, Unreadable> {
    file.seek(SeekFrom::Start(0))?;
    let index = members(file, limits)?
        .into_iter()
        .find(|m| m.name == name)
        .ok_or_else(|| refused("absent", name))?
        .index;
    file.seek(SeekFrom::Start(0))?;
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(damaged)?;
    let entry = archive.by_index_raw(index).map_err(damaged)?;
    Ok(directory::MemberEntry {
        start: entry.data_start().ok_or_else(|| refused("absent", name))?,
        length: entry.compressed_size(),
        size: entry.size(),
        crc: entry.crc32(),
        packing: match entry.compression() {
            CompressionMethod::Stored => Compression::Stored,
            CompressionMethod::Deflated => Compression::Deflated,
            _ => Compression::Other,
        },
        encrypted: entry.encrypted(),
    })
}

/// How many times its packed size a larger file may have: tables of figures reach 50, deflate's limit is 1,032.
const MOST_TIMES: u64 = 100;

/// Ends the reading of what unpacks to very much more than it can honestly be.
pub(crate) struct BoundedReader<R> {
    inner: R,
    read: u64,
    most: u64,
    name: String,
}

impl<R> BoundedReader<R> {
    /// Returns a reader for a stream that was `packed` bytes long.
    pub(crate) fn new(inner: R, packed: u64, name: &str, limits: &Limits) -> Self {
        let most = packed
            .saturating_mul(MOST_TIMES)
            .max(limits.mebibytes(Limit::UnpackedMib));
        BoundedReader {
            inner,
            read: 0,
            most,
            name: name.to_owned(),
        }
    }
}

impl<R: Read> Read for BoundedReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(out)?;
        self.read += n as u64;
        if self.read > self.most {
            let detail = format!("{} > {} MiB", self.name, self.most >> 20);
            return Err(io::Error::other(Unreadable::Packed {
                cause: "too-large",
                detail,
            }));
        }
        Ok(n)
    }
}

/// Holds what was read against the size and the sum that the ZIP states.
struct ChecksumReader<R> {
    inner: R,
    sum: Crc,
    read: u64,
    wanted: (u32, u64),
}

impl<R: Read> Read for ChecksumReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(out)?;
        self.sum.update(&out[..n]);
        self.read += n as u64;
        if n == 0 && !out.is_empty() && (self.sum.sum(), self.read) != self.wanted {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "ZIP: CRC-32"));
        }
        Ok(n)
    }
}

/// Names of what it holds that a message about a ZIP lists.
const MOST_NAMED: usize = 3;

/// Returns what kind of file a ZIP is by what it holds: a workbook is a ZIP too.
pub(crate) fn kind(file: &File, limits: &Limits) -> Option<&'static str> {
    let names = members(file, limits).ok()?;
    if holds(&names, "xl/workbook.xml") {
        Some("xlsx")
    } else if holds(&names, "xl/workbook.bin") {
        Some("xlsb")
    } else if holds(&names, "mimetype")
        && (holds(&names, "content.xml") || holds(&names, "encrypted-package"))
    {
        Some("ods")
    } else {
        None
    }
}

/// Whether one of these members has this name, in letters of either case.
fn holds(members: &[ZipMember], name: &str) -> bool {
    members
        .iter()
        .any(|member| member.name.eq_ignore_ascii_case(name))
}

/// Whether these first bytes are a ZIP's.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Refuses a ZIP that is no workbook of this kind: another document, or one that is cut off.
///
/// # Errors
/// With the reason.
pub(crate) fn expect(file: &File, wanted: &str, limits: &Limits) -> Result<(), Unreadable> {
    let members = members(file, limits)?;
    let kind = kind(file, limits);
    if kind == Some(wanted) {
        return Ok(());
    }
    if kind == Some("xlsb") {
        return Err(Unreadable::Packed {
            cause: "xlsb",
            detail: String::new(),
        });
    }
    let names: Vec<&str> = members
        .iter()
        .map(|member| member.name.as_str())
        .take(MOST_NAMED)
        .collect();
    Err(Unreadable::Packed {
        cause: "no-workbook",
        detail: names.join(", "),
    })
}

/// Whether a path is a ZIP's.
pub fn is_zip(path: &str) -> bool {
    ending(path) == "zip"
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn members(file: &File) -> Result<Vec<ZipMember>, Unreadable> {
        super::members(file, &Limits::default())
    }

    fn open(file: File, name: &str) -> Result<Box<dyn Read + Send>, Unreadable> {
        super::open(file, name, &Limits::default())
    }

    fn packed(members: &[(&str, &[u8])]) -> File {
        let mut zip = zip::ZipWriter::new(tempfile::tempfile().unwrap());
        for (name, bytes) in members {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap()
    }

    #[test]
    fn members_are_read_and_held_against_their_sums() {
        let mut file = packed(&[("b/c.csv", b"a\n1\n"), ("a.csv", b"x"), (".hidden", b"")]);
        let names: Vec<String> = members(&file)
            .unwrap()
            .into_iter()
            .map(|m| m.name)
            .collect();
        assert_eq!(names, [".hidden", "a.csv", "b/c.csv"]);
        let mut text = String::new();
        open(file.try_clone().unwrap(), "b/c.csv")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "a\n1\n");
        let absent = open(file.try_clone().unwrap(), "d.csv").err().unwrap();
        assert!(matches!(
            absent,
            Unreadable::Packed {
                cause: "absent",
                ..
            }
        ));
        // A letter of the second member is changed behind the archive's back.
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0)).unwrap();
        file.read_to_end(&mut bytes).unwrap();
        let at = bytes.windows(5).position(|w| w == b"a.csv").unwrap() + 5;
        bytes[at] ^= 0x20;
        let mut changed = tempfile::tempfile().unwrap();
        changed.write_all(&bytes).unwrap();
        assert!(
            open(changed, "a.csv")
                .and_then(|mut r| Ok(r.read_to_end(&mut Vec::new())?))
                .is_err()
        );
    }

    /// Returns a ZIP whose headers are changed: `change` gets the general flags, the method and the name of each.
    fn forged(name: &str, bytes: &[u8], change: impl Fn(&mut [u8], &mut [u8], &mut [u8])) -> File {
        let mut zip = Vec::new();
        let mut file = packed(&[(name, bytes)]);
        file.seek(SeekFrom::Start(0)).unwrap();
        file.read_to_end(&mut zip).unwrap();
        // The flags, two bytes of a header, are followed by the method; the name ends each header.
        for (mark, flags, names) in [(b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)] {
            let at = zip.windows(4).position(|w| w == mark).unwrap();
            let (head, rest) = zip[at + flags..].split_at_mut(2);
            let (method, rest) = rest.split_at_mut(2);
            change(head, method, &mut rest[names - flags - 4..][..name.len()]);
        }
        let mut out = tempfile::tempfile().unwrap();
        out.write_all(&zip).unwrap();
        out
    }

    #[test]
    fn what_cannot_be_unpacked_is_told_apart() {
        let cause = |file: File| match open(file, "a.csv") {
            Err(Unreadable::Packed { cause, detail }) => (cause, detail),
            Err(other) => panic!("{other}"),
            Ok(_) => panic!("it is read"),
        };
        let encrypted = forged("a.csv", b"a\n1\n", |flags, _, _| flags[0] |= 1);
        assert_eq!(cause(encrypted), ("encrypted", "a.csv".to_owned()));
        for method in [1, 9, 12, 14, 93, 95, 98, 200] {
            let odd = forged("a.csv", b"a\n1\n", |_, number, _| number[0] = method);
            assert_eq!(cause(odd), ("compression", "a.csv".to_owned()), "{method}");
        }
    }

    #[test]
    fn names_in_other_encodings_are_read_and_the_files_found() {
        for (said_to_be_utf8, byte, name) in [(false, 0xa4, "añoo.csv"), (true, 0xff, "")] {
            let file = forged("aXoo.csv", b"a\n1\n", |flags, _, name| {
                flags[1] = if said_to_be_utf8 { 8 } else { 0 };
                name[1] = byte;
            });
            let members = members(&file).unwrap();
            assert_eq!(members.len(), 1);
            assert!(name.is_empty() || members[0].name == name, "{members:?}");
            let mut text = String::new();
            open(file, &members[0].name)
                .unwrap()
                .read_to_string(&mut text)
                .unwrap();
            assert_eq!(text, "a\n1\n");
        }
    }

    #[test]
    fn a_wrong_sum_or_size_is_an_error_after_the_last_byte() {
        let good = forged("a.csv", b"a\n1\n", |_, _, _| {});
        for (at, what) in [(16, "the sum"), (24, "the size")] {
            let (mut zip, mut file) = (Vec::new(), good.try_clone().unwrap());
            file.seek(SeekFrom::Start(0)).unwrap();
            file.read_to_end(&mut zip).unwrap();
            let central = zip.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
            zip[central + at] ^= 1;
            let mut file = tempfile::tempfile().unwrap();
            file.write_all(&zip).unwrap();
            let error = open(file, "a.csv")
                .unwrap()
                .read_to_end(&mut Vec::new())
                .unwrap_err();
            assert!(error.to_string().contains("CRC-32"), "{what}: {error}");
        }
    }

    #[test]
    fn a_zip_cut_short_or_of_nothing_is_refused() {
        let mut zip = Vec::new();
        let mut file = packed(&[("a.csv", b"a\n1\n")]);
        file.seek(SeekFrom::Start(0)).unwrap();
        file.read_to_end(&mut zip).unwrap();
        for length in 0..zip.len() {
            let mut file = tempfile::tempfile().unwrap();
            file.write_all(&zip[..length]).unwrap();
            assert!(members(&file).is_err(), "{length} of {} bytes", zip.len());
        }
    }

    #[test]
    fn bombs_are_stopped() {
        let mut stream = BoundedReader {
            most: 1000,
            ..BoundedReader::new(io::repeat(b'0'), 1, "bomb.csv", &Limits::default())
        };
        let error = io::copy(&mut stream, &mut io::sink()).unwrap_err();
        assert!(error.to_string().contains("too-large"), "{error}");
    }
}
