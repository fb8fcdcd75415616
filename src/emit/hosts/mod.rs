//! Host files: what each static host wants to be told.

use super::Made;
use crate::text::lang::Lang;

/// A former address and the page that took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The former path from the site's root, with `/`.
    pub from: String,
    /// The path now.
    pub to: String,
    /// The title of the page now.
    pub title: String,
    /// The language of that page.
    pub lang: Lang,
    /// The words "This page has moved:" in that language.
    pub moved: String,
}

/// What host files are made of.
#[derive(Debug, Clone, Default)]
pub struct HostFacts {
    /// Where the portal will stand.
    pub base_url: Option<String>,
    /// Former addresses.
    pub redirects: Vec<Redirect>,
    /// Where forms may be sent besides this host (a feedback endpoint), as full addresses.
    pub form_endpoints: Vec<String>,
}

/// A host, or several that read the same file.
pub trait Host: Sync {
    /// Its name.
    fn id(&self) -> &'static str;
    /// Its files.
    fn files(&self, facts: &HostFacts) -> Vec<Made>;
}

/// Every host's files.
pub fn all(_facts: &HostFacts) -> Vec<Made> {
    todo!()
}
