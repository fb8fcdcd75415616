//! A file of the output that is written bit by bit.

use super::hashing_writer::HashingWriter;
use super::{StagedPlace, Staging, WrittenFile, hex};
use crate::diag::Fatal;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use tragaluz_disk::DiskFile;

/// A file being written into the staging folder, hashed on its way.
#[derive(Debug)]
pub(crate) struct StagedFile<'a> {
    staging: &'a Staging,
    path: String,
    /// Whether it is a file of the output: its address was free.
    entered: bool,
    out: BufWriter<HashingWriter<DiskFile>>,
}

/// Bytes gathered before they are hashed and handed to the disk.
const GATHERED: usize = 64 * 1024;

impl<'a> StagedFile<'a> {
    /// A new file of this path, which is open already.
    pub(super) fn new(
        staging: &'a Staging,
        path: &str,
        entered: bool,
        file: DiskFile,
    ) -> StagedFile<'a> {
        StagedFile {
            staging,
            path: path.to_owned(),
            entered,
            out: BufWriter::with_capacity(GATHERED, HashingWriter::new(file)),
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
    pub(crate) fn finish(self) -> Result<WrittenFile, Fatal> {
        let path = Path::new(&self.path);
        let hashing = self
            .out
            .into_inner()
            .map_err(|error| Fatal::io("writing", path)(error.into_error()))?;
        let bytes = hashing.bytes();
        let (file, hash) = hashing.finish();
        let written = WrittenFile {
            bytes,
            sha256: hex(&hash),
        };
        let found = file.metadata().map_err(Fatal::io("writing", path))?;
        if self.entered {
            self.staging
                .enter(self.path, written.clone(), StagedPlace::written(&found));
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
