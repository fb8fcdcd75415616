//! A file that is open for writing.

use crate::{Action, change, flushed, nothing};
use std::fs::{File, Metadata, OpenOptions, Permissions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
#[cfg(debug_assertions)]
use std::path::PathBuf;

/// A file that was created here, and can be written, read and gone back in.
#[derive(Debug)]
pub struct DiskFile {
    file: File,
    /// By which name it was created.
    #[cfg(debug_assertions)]
    name: PathBuf,
}

impl DiskFile {
    /// Creates a file.
    ///
    /// # Errors
    /// When something is there, or the disk refuses.
    pub fn create(path: &Path) -> io::Result<DiskFile> {
        let mut how = OpenOptions::new();
        how.read(true).write(true).create_new(true);
        DiskFile::opened(path, &how)
    }

    /// Creates a file; what stood there is gone.
    ///
    /// # Errors
    /// When something else than a file is there, or the disk refuses.
    pub fn create_over(path: &Path) -> io::Result<DiskFile> {
        let mut how = OpenOptions::new();
        how.read(true).write(true).create(true).truncate(true);
        DiskFile::opened(path, &how)
    }

    /// Opens a file to be locked, which is created where it is not there; what it holds stays.
    ///
    /// # Errors
    /// When something else than a file is there, or the disk refuses.
    pub fn to_lock(path: &Path) -> io::Result<DiskFile> {
        let mut how = OpenOptions::new();
        how.read(true).write(true).create(true).truncate(false);
        DiskFile::opened(path, &how)
    }

    /// Creates a file that only this user may read.
    ///
    /// # Errors
    /// As [`DiskFile::create`].
    pub fn create_private(path: &Path) -> io::Result<DiskFile> {
        let mut how = OpenOptions::new();
        how.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
        DiskFile::opened(path, &how)
    }

    /// Opens what is there to be written as it is: a device or a pipe.
    ///
    /// # Errors
    /// When it may not be written.
    pub fn of_device(path: &Path) -> io::Result<DiskFile> {
        Ok(DiskFile::of(
            OpenOptions::new().write(true).open(path)?,
            path,
        ))
    }

    fn opened(path: &Path, how: &OpenOptions) -> io::Result<DiskFile> {
        let file = change(Action::CreateFile, path, None, nothing, || how.open(path))?;
        Ok(DiskFile::of(file, path))
    }

    /// Creates a file without a name in this folder; it is gone once it is closed.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn nameless_in(folder: &Path) -> io::Result<DiskFile> {
        let file = change(Action::CreateNameless, folder, None, nothing, || {
            tempfile::tempfile_in(folder)
        })?;
        Ok(DiskFile::of(file, Path::new("")))
    }

    /// Creates a file without a name among the system's temporary ones; it is gone once it is closed.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn nameless() -> io::Result<DiskFile> {
        DiskFile::nameless_in(&std::env::temp_dir())
    }

    fn of(file: File, name: &Path) -> DiskFile {
        #[cfg(not(debug_assertions))]
        let _ = name;
        DiskFile {
            file,
            #[cfg(debug_assertions)]
            name: name.to_owned(),
        }
    }

    #[cfg(debug_assertions)]
    fn name(&self) -> &Path {
        &self.name
    }

    #[cfg(not(debug_assertions))]
    fn name(&self) -> &Path {
        Path::new("")
    }

    /// Returns what the system says of it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn metadata(&self) -> io::Result<Metadata> {
        self.file.metadata()
    }

    /// Locks it for this program alone, without waiting.
    ///
    /// # Errors
    /// When another one has it, or the disk knows no locks.
    pub fn try_lock(&self) -> Result<(), TryLockError> {
        self.file.try_lock()
    }

    /// Gives the lock back. Windows lets nobody read what is locked, not even its own owner by another handle.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn unlock(&self) -> io::Result<()> {
        self.file.unlock()
    }

    /// Lets its bytes be on the disk.
    ///
    /// # Errors
    /// When the disk refuses: they may then not be there.
    pub fn flush_to_disk(&self) -> io::Result<()> {
        change(Action::FlushFile, self.name(), None, nothing, || {
            flushed(&self.file)
        })
    }

    /// Says who may read it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn set_mode(&self, mode: Permissions) -> io::Result<()> {
        change(Action::SetMode, self.name(), None, nothing, || {
            self.file.set_permissions(mode)
        })
    }

    /// The file, for whoever only reads it from now on.
    pub fn into_std(self) -> File {
        self.file
    }
}

impl Write for DiskFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        #[cfg(debug_assertions)]
        return crate::trial::write(&self.name, &mut self.file, bytes);
        #[cfg(not(debug_assertions))]
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Read for DiskFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read(buffer)
    }
}

impl Seek for DiskFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
