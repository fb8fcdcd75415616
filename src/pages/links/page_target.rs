//! A page that a link leads to.

use crate::text::lang::Lang;

/// A page that a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageTarget {
    /// Its address, without a language.
    pub(crate) address: String,
    /// The language that the link asks for; none for the reader's own.
    pub(crate) lang: Option<Lang>,
    /// What follows from `?` or `#` on.
    pub(crate) rest: String,
}
