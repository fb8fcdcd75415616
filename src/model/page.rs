//! An ordinary page.

use super::facts::{PageFacts, PageFiles};
use super::head::Head;
use crate::diag::Sink;
use crate::source::asked::KnownFact;
use crate::source::front_matter::Document;
use crate::text::lang::Lang;
use std::sync::Mutex;

/// A page with a text and no facts of a kind.
#[derive(Debug, Clone)]
pub struct TextPage {
    /// What every page has.
    pub head: Head,
    /// Its address without ending, from the site's root: `about`, `news/2024/x`; `index` for the home page.
    pub(crate) address: String,
}

impl TextPage {
    /// The folder whose own page lists it; the top has the empty one. A folder's own page is listed one folder up.
    pub(crate) fn listed_in(&self) -> &str {
        let own = self.folder().unwrap_or(&self.address);
        own.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The folder that this is the own page of.
    pub(crate) fn folder(&self) -> Option<&str> {
        self.address.strip_suffix("/index")
    }
}

/// Parses the facts of an ordinary page, with what its translations give.
pub(crate) fn read(
    mut facts: PageFacts<'_>,
    files: &PageFiles<'_>,
    sink: &mut Sink,
) -> Option<TextPage> {
    // A folder's own page is called `index` in every generator, and `_index` in Hugo and Zola.
    let is_index = matches!(files.stem.as_str(), "index" | "_index");
    let home = files.folder.is_empty() && is_index;
    let folder = files.folder.rsplit('/').next().unwrap_or_default();
    let named = PageFiles {
        main: files.main,
        others: files.others.clone(),
        stem: match (home, is_index) {
            (true, _) => "home".into(),
            (false, true) => folder.to_owned(),
            (false, false) => files.stem.clone(),
        },
        folder: files.folder.clone(),
    };
    let head = facts.head(&named, sink);
    let head = facts.finish(head, sink);
    let head = head?;
    let name = if is_index {
        "index".to_owned()
    } else {
        head.id.to_ascii_lowercase()
    };
    let parts = files
        .folder
        .split('/')
        .filter(|p| !p.is_empty())
        .map(crate::text::slug::slug);
    let address = parts.chain([name]).collect::<Vec<_>>().join("/");
    Some(TextPage { head, address })
}

/// Returns the facts that every page may have, of whatever kind it is, in the order in which they are read.
pub(super) fn facts_of_every_page(lang: &Lang) -> Vec<KnownFact> {
    let document = Document::empty(String::new());
    let files = PageFiles {
        main: &document,
        others: Vec::new(),
        // Of a page without a usable name not everything is asked.
        stem: "page".to_owned(),
        folder: String::new(),
    };
    let (asked, mut unsaid) = (Mutex::new(Vec::new()), Sink::new());
    if let Some(facts) = PageFacts::open(&files, lang, &mut unsaid) {
        read(facts.probing(&asked), &files, &mut unsaid);
    }
    asked.into_inner().expect("no reader panics")
}
