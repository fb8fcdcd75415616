//! Files of versions, unpacked to the disk within bounds.

use super::copy_reader::{CopyReader, OpenFault};
use crate::diag::Fatal;
use crate::stage::HashingWriter;
use crate::stage::hex;
use flate2::read::MultiGzDecoder;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use tragaluz_disk::DiskFile;

/// Bytes that are unpacked at once.
const AT_ONCE: usize = 128 << 10;

/// Most bytes of a line of what changed.
const LONGEST_LINE: u64 = 64 << 20;

/// Why a file of a version is not unpacked.
#[derive(Debug)]
pub(super) enum UnpackFault {
    /// It cannot be read.
    Open(OpenFault),
    /// It is no gzip, or ends too early.
    Damaged,
    /// There is more in it than there can be.
    Large,
    /// The disk refuses.
    Fatal(Fatal),
}

/// How much there may be in a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnpackBounds {
    most: u64,
    longest_line: u64,
}

impl UnpackBounds {
    /// Returns those of a table of this size.
    pub(super) fn of_table(bytes: u64) -> UnpackBounds {
        UnpackBounds {
            most: bytes,
            longest_line: u64::MAX,
        }
    }

    /// Returns those of what changed between two tables. In JSON, a byte takes at most six.
    pub(super) fn of_changes(bytes: u64, rows: u64) -> UnpackBounds {
        let cells = bytes.saturating_mul(6);
        let lines = rows.saturating_mul(128);
        UnpackBounds {
            most: cells.saturating_add(lines).saturating_add(8 << 20),
            longest_line: LONGEST_LINE,
        }
    }
}

/// Passes on what is written, up to a bound.
#[derive(Debug)]
pub(super) struct BoundedWriter<W> {
    out: W,
    bounds: UnpackBounds,
    written: u64,
    in_line: u64,
    /// Whether more was to be written.
    pub(super) is_exceeded: bool,
}

impl<W: Write> BoundedWriter<W> {
    pub(super) fn new(out: W, bounds: UnpackBounds) -> BoundedWriter<W> {
        BoundedWriter {
            out,
            bounds,
            written: 0,
            in_line: 0,
            is_exceeded: false,
        }
    }
}

impl<W: Write> Write for BoundedWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.in_line += line.len() as u64;
            self.is_exceeded |= self.in_line > self.bounds.longest_line;
            if line.ends_with(b"\n") {
                self.in_line = 0;
            }
        }
        self.written = self.written.saturating_add(bytes.len() as u64);
        self.is_exceeded |= self.written > self.bounds.most;
        if self.is_exceeded {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.out.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Unpacks a file to another one, and returns the SHA-256 of what was in it.
pub(super) fn unpack(
    copy: &dyn CopyReader,
    path: &str,
    bounds: UnpackBounds,
    to: &Path,
) -> Result<String, UnpackFault> {
    let file = DiskFile::create_over(to)
        .map_err(|error| UnpackFault::Fatal(Fatal::io("writing", to)(error)))?;
    let mut out = BufWriter::with_capacity(AT_ONCE, file);
    let sum = pass_on(copy, path, bounds, &mut out, to)?;
    out.flush()
        .map_err(|error| UnpackFault::Fatal(Fatal::io("writing", to)(error)))?;
    Ok(sum)
}

/// Returns the SHA-256 of what is in a packed file.
pub(super) fn sum_inside(
    copy: &dyn CopyReader,
    path: &str,
    bounds: UnpackBounds,
) -> Result<String, UnpackFault> {
    pass_on(copy, path, bounds, &mut io::sink(), Path::new(path))
}

fn pass_on(
    copy: &dyn CopyReader,
    path: &str,
    bounds: UnpackBounds,
    out: &mut dyn Write,
    to: &Path,
) -> Result<String, UnpackFault> {
    let packed = copy.open(path).map_err(UnpackFault::Open)?;
    let mut packed = MultiGzDecoder::new(BufReader::with_capacity(AT_ONCE, packed));
    let hashing: HashingWriter<_> = HashingWriter::new(out);
    let mut out = BoundedWriter::new(hashing, bounds);
    let mut buffer = vec![0; AT_ONCE];
    loop {
        let read = packed.read(&mut buffer).map_err(|_| UnpackFault::Damaged)?;
        if read == 0 {
            let (_, hash) = out.out.finish();
            return Ok(hex(&hash));
        }
        if let Err(error) = out.write_all(&buffer[..read]) {
            return Err(if out.is_exceeded {
                UnpackFault::Large
            } else {
                UnpackFault::Fatal(Fatal::io("writing", to)(error))
            });
        }
    }
}
