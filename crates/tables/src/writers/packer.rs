//! ZIP archives whose bytes depend on nothing but what is in them: no time, no machine, one way to compress.

use super::first_error::FirstError;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Cursor, Seek, Write};
use tragaluz_disk::DiskFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

/// From this size on, an entry needs the longer form of sizes.
const LONG_FROM: u64 = 4_000_000_000;

const LEVEL: i64 = 6;

/// An archive being written, to a file that can be gone back in: the sizes of an entry are before its bytes, so that
/// every program can read it. What is written goes to the entry begun last.
pub struct Packer(ZipWriter<FirstError<BufWriter<DiskFile>>>);

impl Packer {
    /// Begins an archive in a file put aside.
    pub fn new(aside: DiskFile) -> Packer {
        Packer(ZipWriter::new(FirstError::new(BufWriter::new(aside))))
    }

    /// Begins an entry of at most so many bytes.
    ///
    /// # Errors
    /// When the name is taken or the disk refuses.
    pub fn entry(&mut self, name: &str, most_bytes: u64) -> io::Result<()> {
        let options = options(CompressionMethod::Deflated).compression_level(Some(LEVEL));
        Ok(self
            .0
            .start_file(name, options.large_file(most_bytes >= LONG_FROM))?)
    }

    /// Puts in an entry that was packed before, as it is.
    ///
    /// # Errors
    /// When the name is taken or the disk refuses.
    pub fn put(&mut self, entry: &PackedEntry) -> io::Result<()> {
        let mut archive = ZipArchive::new(Cursor::new(&*entry.0))?;
        Ok(self.0.raw_copy_file(archive.by_index_raw(0)?)?)
    }

    /// Puts in an entry of another archive, as it is.
    ///
    /// # Errors
    /// When there is no such entry, the name is taken or the disk refuses.
    pub fn put_from(&mut self, archive: &mut Archive, name: &str) -> io::Result<()> {
        Ok(self
            .0
            .raw_copy_file(archive.0.by_name_raw(name.as_bytes())?)?)
    }

    /// Writes a short entry as it is, for programs that look for it in the archive's first bytes.
    ///
    /// # Errors
    /// As [`Packer::entry`].
    pub fn stored(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.0
            .start_file(name, options(CompressionMethod::Stored))?;
        self.write_all(text.as_bytes())
    }

    /// Closes the archive and copies it out.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn finish(self, out: &mut dyn Write) -> io::Result<()> {
        let mut whole = self.0.finish()?.finish()?.into_inner()?;
        whole.rewind()?;
        io::copy(&mut whole, out).map(drop)
    }
}

/// An entry packed by itself: many can be packed side by side, and then put into an archive in their order.
pub struct PackedEntry(Vec<u8>);

impl PackedEntry {
    /// Packs an entry that fits into memory.
    ///
    /// # Errors
    /// Never, but for what the packer itself refuses.
    pub fn new(name: &str, bytes: &[u8]) -> io::Result<PackedEntry> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len() / 3 + 512)));
        archive.start_file(
            name,
            options(CompressionMethod::Deflated).compression_level(Some(LEVEL)),
        )?;
        archive.write_all(bytes)?;
        Ok(PackedEntry(archive.finish()?.into_inner()))
    }
}

/// An archive that was written before.
pub struct Archive(ZipArchive<BufReader<File>>);

impl Archive {
    /// Opens it; none where it is no archive.
    pub fn open(file: File) -> Option<Archive> {
        ZipArchive::new(BufReader::new(file)).ok().map(Archive)
    }

    /// Whether it holds an entry of this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.index_for_name_raw(name.as_bytes()).is_some()
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
            let mut packer = Packer::new(DiskFile::nameless().unwrap());
            packer.stored("mimetype", "application/x").unwrap();
            packer.entry("a.txt", 3).unwrap();
            packer.write_all(b"abc").unwrap();
            let mut out = Vec::new();
            packer.finish(&mut out).unwrap();
            out
        };
        assert_eq!(pack(), pack());
        let whole = Cursor::new(pack());
        // However an entry came into it, the archive is the same.
        let mut aside = DiskFile::nameless().unwrap();
        aside.write_all(whole.get_ref()).unwrap();
        let mut before = Archive::open(aside.into_std()).unwrap();
        assert!(before.has("a.txt") && !before.has("b.txt"));
        for kind in [0, 1] {
            let mut packer = Packer::new(DiskFile::nameless().unwrap());
            packer.stored("mimetype", "application/x").unwrap();
            match kind {
                0 => packer
                    .put(&PackedEntry::new("a.txt", b"abc").unwrap())
                    .unwrap(),
                _ => packer.put_from(&mut before, "a.txt").unwrap(),
            }
            let mut out = Vec::new();
            packer.finish(&mut out).unwrap();
            assert_eq!(&out, whole.get_ref());
        }
        // What looks for a file's type in its first bytes finds it where OpenDocument and EPUB say.
        assert_eq!(&pack()[30..51], b"mimetypeapplication/x");
    }
}
