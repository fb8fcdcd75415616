//! ZIP archives whose bytes depend on nothing but what is in them: no time, no machine, one way to compress.

use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// From this size on, an entry needs the longer form of sizes.
const LONG_FROM: u64 = 4_000_000_000;

const LEVEL: i64 = 6;

/// An archive being written, to a file that can be gone back in: the sizes of an entry stand before its bytes, so that
/// every program can read it. What is written goes to the entry begun last.
pub struct Packer(ZipWriter<BufWriter<File>>);

impl Packer {
    /// Begins an archive in a file put aside.
    pub fn new(aside: File) -> Packer {
        Packer(ZipWriter::new(BufWriter::new(aside)))
    }

    /// Begins an entry of at most so many bytes.
    ///
    /// # Errors
    /// When the name is taken or the disk refuses.
    pub fn entry(&mut self, name: &str, most_bytes: u64) -> io::Result<()> {
        let options = options(CompressionMethod::Deflated).compression_level(Some(LEVEL));
        Ok(self.0.start_file(name, options.large_file(most_bytes >= LONG_FROM))?)
    }

    /// Writes a short entry as it is, for programs that look for it in the archive's first bytes.
    ///
    /// # Errors
    /// As [`Packer::entry`].
    pub fn stored(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.0.start_file(name, options(CompressionMethod::Stored))?;
        self.write_all(text.as_bytes())
    }

    /// Closes the archive and copies it out.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn finish(self, out: &mut dyn Write) -> io::Result<()> {
        let mut whole = self.0.finish()?.into_inner()?;
        whole.rewind()?;
        io::copy(&mut whole, out).map(drop)
    }
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix)
}

impl Write for Packer {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.0.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_entries_give_the_same_bytes() {
        let pack = || {
            let mut packer = Packer::new(tempfile::tempfile().unwrap());
            packer.stored("mimetype", "application/x").unwrap();
            packer.entry("a.txt", 3).unwrap();
            packer.write_all(b"abc").unwrap();
            let mut out = Vec::new();
            packer.finish(&mut out).unwrap();
            out
        };
        assert_eq!(pack(), pack());
        // What looks for a file's type in its first bytes finds it where OpenDocument and EPUB say.
        assert_eq!(&pack()[30..51], b"mimetypeapplication/x");
    }
}
