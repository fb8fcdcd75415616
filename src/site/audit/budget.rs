//! What a file of each kind may weigh. Pages are told by their kinds.

pub(crate) use crate::pages::kinds::FIRST_VIEW;
use crate::pages::kinds::budget_of;

/// The kind of a plain-text edition.
pub(crate) const TEXT: &str = "text";

/// The bytes that a plain-text edition may weigh compressed: past them there is a warning.
const TEXT_BUDGET: u64 = 6 * 1024;

/// Returns the bytes that a file of this kind may weigh compressed.
pub(crate) fn of_kind(kind: &str) -> u64 {
    match kind {
        TEXT => TEXT_BUDGET,
        page => budget_of(page),
    }
}
