//! Kinds of target. A new one is a file here and a line in [`ALL`].

mod folder;
mod git;

use super::refusal;
use super::target::{SiteTarget, TargetKind, TargetPlace};
use crate::diag::Fatal;

/// Every kind, in the order in which they are asked whether an address is theirs; a folder may be called anything.
static ALL: &[&dyn TargetKind] = &[&git::GitBranches, &folder::Folders];

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
    Err(refusal::no_target(place.address))
}
