//! Floor 7: from the plan to the files of the site that are not pages: catalogs, feeds, maps, host files, text
//! editions; and the audit of what was made.
//!
//! Everything here is a function from what is known to text. A file on its way to the output is a [`Made`];
//! [`write`] hands a list of them to the staging folder.

pub mod audit;
pub mod catalogs;
pub mod feeds;
pub mod hosts;
mod listed;
pub mod sitemap;
pub mod text_edition;

pub use listed::Listed;

use crate::diag::Fatal;
use crate::stage::Staging;

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
pub fn write(made: &[Made], staging: &Staging) -> Result<(), Fatal> {
    for file in made {
        staging.write(&file.path, file.text.as_bytes())?;
    }
    Ok(())
}
