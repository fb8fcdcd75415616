//! Who may read what is made: a web server is another user than the one who builds.

use std::io;
use std::path::Path;

/// Modes of new files and folders, as the umask leaves them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Modes {
    pub(crate) file: u32,
    pub(crate) folder: u32,
}

/// The mode of a file that everybody reads.
const READ: u32 = 0o004;

/// The mode of a folder that everybody enters and lists.
const ENTER: u32 = 0o005;

impl Modes {
    /// Whether a web server can read what is made.
    pub(crate) fn are_open(self) -> bool {
        self.file & READ == READ && self.folder & ENTER == ENTER
    }

    /// Whether a file of this mode is closed to readers to whom a new one would be open.
    pub(crate) fn is_closer(self, file: u32) -> bool {
        file & READ == 0 && self.file & READ != 0
    }

    /// The umask that leaves such modes.
    pub(crate) fn umask(self) -> u32 {
        0o777 & !self.folder | 0o666 & !self.file
    }
}

#[cfg(unix)]
impl Modes {
    /// Finds them out in an empty folder, which is empty afterwards.
    pub(super) fn tried_in(folder: &Path) -> io::Result<Modes> {
        use std::fs;
        use std::os::unix::fs::MetadataExt;
        use tragaluz_disk::DiskFile;
        let tried = folder.join("tried");
        let of = |path: &Path| fs::metadata(path).map(|found| found.mode() & 0o777);
        DiskFile::create(&tried)?;
        let file = of(&tried)?;
        tragaluz_disk::remove_file(&tried)?;
        tragaluz_disk::create_folder(&tried)?;
        let modes = Modes {
            file,
            folder: of(&tried)?,
        };
        tragaluz_disk::remove_folder(&tried)?;
        Ok(modes)
    }
}

#[cfg(not(unix))]
impl Modes {
    /// Elsewhere what is made can be read by whoever may read the folder it is in.
    pub(super) fn tried_in(_folder: &Path) -> io::Result<Modes> {
        Ok(Modes {
            file: 0o666,
            folder: 0o777,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Modes;

    #[test]
    fn modes_tell_whether_a_server_can_read() {
        let made = |umask: u32| Modes {
            file: 0o666 & !umask,
            folder: 0o777 & !umask,
        };
        for (umask, open) in [
            (0, true),
            (0o022, true),
            (0o002, true),
            (0o077, false),
            (0o027, false),
            (0o001, false),
        ] {
            assert_eq!(
                (made(umask).are_open(), made(umask).umask()),
                (open, umask),
                "{umask:o}"
            );
        }
        assert!(
            made(0o022).is_closer(0o600)
                && !made(0o022).is_closer(0o644)
                && !made(0o077).is_closer(0o600)
        );
    }
}
