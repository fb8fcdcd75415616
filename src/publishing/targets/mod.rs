//! Kinds of target. A new one is a file here and a line in [`ALL`].

#[cfg(feature = "object-store")]
mod bucket;
mod folder;
#[cfg(feature = "net")]
mod ftp;
mod git;
mod rsync;
mod sftp;

use super::refusal;
use super::target::{SiteTarget, TargetKind, TargetPlace};
use crate::diag::Fatal;

/// Every kind, in the order in which they are asked whether an address is theirs; a folder may be called anything.
static ALL: &[&dyn TargetKind] = &[
    &git::GitBranches,
    &rsync::RsyncFolders,
    &sftp::SftpFolders,
    #[cfg(feature = "net")]
    &ftp::FtpFolders,
    #[cfg(feature = "object-store")]
    &bucket::Buckets,
    &folder::Folders,
];

/// How addresses begin of kinds that are not in every program, and the feature that each is in.
const IN_FEATURES: &[(&str, &str)] = &[
    ("ftp://", "net"),
    ("ftps://", "net"),
    ("s3://", "object-store"),
];

/// Opens a target.
///
/// # Errors
/// When the address is not whole, or the target cannot be reached.
pub(super) fn open(place: &TargetPlace<'_>) -> Result<Box<dyn SiteTarget>, Fatal> {
    for kind in ALL {
        if let Some(target) = kind.open(place)? {
            return Ok(target);
        }
    }
    let mut parts = IN_FEATURES.iter();
    let part = parts.find(|(beginning, _)| place.address.after(beginning).is_some());
    Err(match part {
        Some((_, feature)) => refusal::absent_part(place.address, feature),
        None => refusal::no_target(place.address),
    })
}
