//! Floor 7: from the plan to the files of the site that are not pages: catalogs, feeds, maps, the search's index,
//! host files, text editions; and the audit of what was made.
//!
//! Everything here is a function from what is known to text. A file on its way to the output is a [`Made`];
//! [`write`] hands a list of them to the staging folder.

pub mod addresses;
pub(crate) mod archives;
pub(crate) mod attachments;
pub mod audit;
pub(crate) mod cards;
pub mod catalogs;
pub(crate) mod citations;
pub(crate) mod facts;
pub mod feeds;
mod grid;
pub mod hosts;
mod html;
pub(crate) mod images;
mod listed;
pub(crate) mod offline;
pub(crate) mod opensearch;
pub(crate) mod output;
pub(crate) mod pages;
pub mod policy;
pub(crate) mod profiles;
pub mod search;
pub(crate) mod sitemap;
mod target;
pub mod text_edition;
pub(crate) mod texts;
mod tree;
pub(crate) mod well_known;
pub(crate) mod worker;

pub(crate) use crate::plan::address::relative;
pub use listed::Listed;

use crate::diag::Fatal;
use crate::stage::Staging;
use rayon::prelude::*;

/// A file of the output, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its path from the site's root, with `/`.
    pub path: String,
    /// Its text (UTF-8).
    pub text: String,
}

/// Writes files to the staging folder.
///
/// # Errors
/// When a path is taken or the disk refuses.
pub(crate) fn write(made: &[Made], staging: &Staging) -> Result<(), Fatal> {
    made.par_iter()
        .try_for_each(|file| staging.write(&file.path, file.text.as_bytes()).map(drop))
}
