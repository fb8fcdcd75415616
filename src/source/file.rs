//! A text file of the portal, which can say where in it something is.

use crate::diag::Place;
use std::ops::Range;

/// A text file and its path from the portal's root, with `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path from the portal's root, with `/`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl SourceFile {
    /// The place of a byte range.
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        Place::of(&self.path, &self.text, span)
    }
}
