//! Files and folders whose names nobody else has, gone with the value unless they are kept.

use crate::{Action, DiskFile, change, nothing, remove_file, remove_tree, rename};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use tempfile::Builder;

/// Letters that make a name its own.
pub const RANDOM_LETTERS: usize = 6;

/// Something new in a folder, under a name that begins and ends so, and where it is.
fn named<T>(
    folder: &Path,
    (prefix, suffix): (&str, &str),
    mut create: impl FnMut(&Path) -> io::Result<T>,
) -> io::Result<(T, PathBuf)> {
    let made = Builder::new()
        .prefix(prefix)
        .suffix(suffix)
        .rand_bytes(RANDOM_LETTERS)
        .make_in(folder, |path| create(path))?;
    let (made, path) = made.into_parts();
    Ok((made, path.keep()?))
}

/// A file that is removed with the value, unless it is put in its place.
#[derive(Debug)]
pub struct TemporaryFile {
    file: DiskFile,
    path: PathBuf,
    is_placed: bool,
}

impl TemporaryFile {
    /// Creates one in a folder, readable as any new file; its name begins and ends so.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn within(folder: &Path, affixes: (&str, &str)) -> io::Result<TemporaryFile> {
        TemporaryFile::of(folder, affixes, DiskFile::create)
    }

    /// Creates one that only this user may read.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn private_within(folder: &Path, affixes: (&str, &str)) -> io::Result<TemporaryFile> {
        TemporaryFile::of(folder, affixes, DiskFile::create_private)
    }

    fn of(
        folder: &Path,
        affixes: (&str, &str),
        create: fn(&Path) -> io::Result<DiskFile>,
    ) -> io::Result<TemporaryFile> {
        let (file, path) = named(folder, affixes, create)?;
        Ok(TemporaryFile {
            file,
            path,
            is_placed: false,
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The open file.
    pub fn file(&self) -> &DiskFile {
        &self.file
    }

    /// The open file, to be written.
    pub fn file_mut(&mut self) -> &mut DiskFile {
        &mut self.file
    }

    /// Renames it to a place, where it stays; what stood there is gone.
    ///
    /// # Errors
    /// When the disk refuses: what stood there then still is.
    pub fn place(mut self, at: &Path) -> io::Result<()> {
        rename(&self.path, at)?;
        self.is_placed = true;
        Ok(())
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        if !self.is_placed {
            // The next run removes what cannot be removed now.
            let _ = remove_file(&self.path);
        }
    }
}

impl Write for TemporaryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Read for TemporaryFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read(buffer)
    }
}

impl Seek for TemporaryFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// A folder that only this user may enter, removed with the value and everything in it, unless it is kept.
#[derive(Debug)]
pub struct TemporaryFolder {
    path: PathBuf,
    is_kept: bool,
}

impl TemporaryFolder {
    /// Creates one in a folder; its name begins so.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn within(folder: &Path, prefix: &str) -> io::Result<TemporaryFolder> {
        let (folder, _) = named(folder, (prefix, ""), TemporaryFolder::at)?;
        Ok(folder)
    }

    /// Creates one of this very name.
    ///
    /// # Errors
    /// When something is there, or the disk refuses.
    pub fn at(path: &Path) -> io::Result<TemporaryFolder> {
        change(Action::CreateFolder, path, None, nothing, || private(path))?;
        Ok(TemporaryFolder {
            path: path.to_owned(),
            is_kept: false,
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Says that it stays when the value goes.
    pub fn keep(&mut self) {
        self.is_kept = true;
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        if !self.is_kept {
            // The next run removes what cannot be removed now.
            let _ = remove_tree(&self.path);
        }
    }
}

#[cfg(unix)]
fn private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(path)
}

#[cfg(not(unix))]
fn private(path: &Path) -> io::Result<()> {
    std::fs::DirBuilder::new().create(path)
}
