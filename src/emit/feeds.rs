//! Atom feeds.

use super::{Listed, Made};
use crate::plan::record::CatalogRecord;

/// The paths of the feeds that [`atom`] makes for this record: language and path; none without a base address.
pub fn paths(_record: &CatalogRecord) -> Vec<(crate::text::lang::Lang, String)> {
    todo!()
}

/// One Atom feed a language.
pub fn atom(_record: &CatalogRecord, _pages: &[Listed]) -> Vec<Made> {
    todo!()
}
