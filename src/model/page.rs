//! An ordinary page.

use super::facts::{Facts, PageFiles};
use super::head::Head;
use crate::diag::Sink;

/// A page with a text and no facts of a kind.
#[derive(Debug, Clone)]
pub struct Page {
    /// What every page has.
    pub head: Head,
    /// Its address without ending, from the site's root: `about`, `news/2024/x`; `index` for the home page.
    pub address: String,
}

/// Reads a page's files.
pub fn read(mut facts: Facts<'_>, files: &PageFiles<'_>, sink: &mut Sink) -> Option<Page> {
    let home = files.folder.is_empty() && files.stem == "index";
    // The home page is the one that may be called `index`.
    let named = PageFiles {
        main: files.main,
        others: files.others.clone(),
        stem: if home { "home".into() } else { files.stem.clone() },
        folder: files.folder.clone(),
    };
    let head = facts.head(&named, sink);
    facts.finish(sink);
    let head = head?;
    let name = if home { "index".to_owned() } else { head.id.to_ascii_lowercase() };
    let parts = files.folder.split('/').filter(|p| !p.is_empty()).map(crate::text::slug::slug);
    let address = parts.chain([name]).collect::<Vec<_>>().join("/");
    Some(Page { head, address })
}
