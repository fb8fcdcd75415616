//! A file of the output that is written bit by bit.

use super::{Identity, Staging, WrittenFile, hex};
use crate::diag::Fatal;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// A file being written into the staging folder, hashed on its way.
#[derive(Debug)]
pub(crate) struct StagedFile<'a> {
    staging: &'a Staging,
    path: String,
    /// Whether it is a file of the output: its address was free.
    entered: bool,
    out: BufWriter<HashingFile>,
}

/// Bytes gathered before they are hashed and handed to the disk.
const GATHERED: usize = 64 * 1024;

/// A file, and the hash of what was written to it.
#[derive(Debug)]
struct HashingFile {
    file: File,
    hash: Sha256,
    bytes: u64,
}

impl Write for HashingFile {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let n = self.file.write(buffer)?;
        self.hash.update(&buffer[..n]);
        self.bytes += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl<'a> StagedFile<'a> {
    /// A new file of this path, which is open already.
    pub(super) fn new(
        staging: &'a Staging,
        path: &str,
        entered: bool,
        file: File,
    ) -> StagedFile<'a> {
        let hashing = HashingFile {
            file,
            hash: Sha256::new(),
            bytes: 0,
        };
        StagedFile {
            staging,
            path: path.to_owned(),
            entered,
            out: BufWriter::with_capacity(GATHERED, hashing),
        }
    }

    /// Its path from the output's root.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Closes the file and enters it in the manifest.
    ///
    /// # Errors
    /// When the disk refuses the last bytes.
    pub(crate) fn finish(mut self) -> Result<WrittenFile, Fatal> {
        self.out
            .flush()
            .map_err(Fatal::io("writing", Path::new(&self.path)))?;
        let hashed = self.out.get_mut();
        let written = WrittenFile {
            bytes: hashed.bytes,
            sha256: hex(&hashed.hash.finalize_reset()),
        };
        let identity = hashed
            .file
            .metadata()
            .map_err(Fatal::io("writing", Path::new(&self.path)))?;
        if self.entered {
            self.staging
                .enter(self.path, written.clone(), Identity::of(&identity));
        }
        Ok(written)
    }
}

impl Write for StagedFile<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.out.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
