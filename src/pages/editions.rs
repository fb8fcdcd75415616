//! Offline editions as the page that lists them states them. They are made upstairs, of the finished pages; so that
//! page is made after them, and is in none of them but in a form that states no size and no checksum.

use crate::model::editions::EditionFormat;
use crate::text::lang::Lang;
use serde::{Deserialize, Serialize};

/// An edition that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MadeEdition {
    pub(crate) kind: EditionFormat,
    /// Its path from the site's root.
    pub(crate) path: String,
    /// Its language; none where it holds all of them.
    pub(crate) lang: Option<Lang>,
    /// The action plan that it is about, by its place; none where it holds the whole portal.
    pub(crate) plan: Option<usize>,
    /// Whether it holds one page, which links to it itself.
    pub(crate) of_page: bool,
    pub(crate) bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub(crate) sha256: String,
    /// Files of the site that it leaves out, for their size or their name.
    pub(crate) left_out: u64,
}
