//! One run at a time for each target: two at once would each take the other's files for what was there before.

use super::address::TargetAddress;
use super::refusal;
use crate::diag::Fatal;
use crate::stage;
use std::fs::TryLockError;
use std::path::Path;
use tragaluz_disk::DiskFile;

const FILE: &str = "lock";

/// A target that no other run of this computer publishes to for as long as this lives. The system lets go of the lock of whoever dies.
#[derive(Debug)]
pub(super) struct TargetLock {
    _file: DiskFile,
}

impl TargetLock {
    /// Takes the lock in the folder of what is known of a target, which is made where it is not there.
    ///
    /// # Errors
    /// When another run has it, or the disk refuses.
    pub(super) fn take(folder: &Path, address: &TargetAddress) -> Result<TargetLock, Fatal> {
        stage::create_folders(folder).map_err(Fatal::io("creating", folder))?;
        let path = folder.join(FILE);
        let file = DiskFile::to_lock(&path).map_err(Fatal::io("creating", &path))?;
        // Where a disk knows no locks, nobody is kept from anything.
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Err(refusal::busy(address)),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(TargetLock { _file: file }),
        }
    }
}
