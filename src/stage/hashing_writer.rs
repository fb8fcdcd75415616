//! Writing through a hash: the bytes go on as they are, and are counted.

use sha2::digest::Output;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// Passes on what is written, hashes it and counts its bytes. `D` is the hash: SHA-256, or what a format asks for.
#[derive(Debug)]
pub(crate) struct HashingWriter<W, D = Sha256> {
    out: W,
    hash: D,
    bytes: u64,
}

impl<W: Write, D: Digest> HashingWriter<W, D> {
    /// Begins with an empty hash.
    pub(crate) fn new(out: W) -> HashingWriter<W, D> {
        HashingWriter {
            out,
            hash: D::new(),
            bytes: 0,
        }
    }

    /// Returns how many bytes were written.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Returns what was written to, and the hash of all that was.
    pub(crate) fn finish(self) -> (W, Output<D>) {
        (self.out, self.hash.finalize())
    }
}

impl<W: Write, D: Digest> Write for HashingWriter<W, D> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let n = self.out.write(buffer)?;
        self.hash.update(&buffer[..n]);
        self.bytes += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
