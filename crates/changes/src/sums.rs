//! Sizes and checksums of what passes by.

use crate::VersionSum;
use sha2::{Digest, Sha256};
use std::io::{self, Read, Write};

/// Passes bytes on, and sums them up.
#[derive(Debug)]
pub(crate) struct Summing<T> {
    inner: T,
    sha256: Sha256,
    bytes: u64,
}

impl<T> Summing<T> {
    pub(crate) fn new(inner: T) -> Summing<T> {
        Summing {
            inner,
            sha256: Sha256::new(),
            bytes: 0,
        }
    }

    fn take_in(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.bytes += bytes.len() as u64;
    }

    /// Returns what passed by, and what it passed to.
    pub(crate) fn finish(self) -> (VersionSum, T) {
        let sum = VersionSum {
            bytes: self.bytes,
            sha256: hexadecimal(&self.sha256.finalize()),
        };
        (sum, self.inner)
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
        text
    })
}

impl<R: Read> Read for Summing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.take_in(&buffer[..read]);
        Ok(read)
    }
}

impl<W: Write> Write for Summing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.take_in(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
