//! Where pages are in memory, by their files and by their paths: whoever edits one of ten thousand pages waits for
//! memory that lay idle, and so no more of it may be looked at than has to do with that page.

use crate::model::Portal;
use crate::model::head::Head;
use crate::pages::Plan;
use std::collections::BTreeMap;

pub(crate) struct PageIndex {
    written: Vec<ContentPage>,
    /// By the path of each file under `content/`: the place in `written`.
    by_file: BTreeMap<String, usize>,
    /// By the path in the site: the place in [`Plan::pages`].
    by_path: BTreeMap<String, usize>,
}

/// A page of the content.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ContentPage {
    /// Its files, of all languages.
    pub(crate) files: Vec<String>,
    /// Its place among the pages of its kind.
    pub(crate) at: usize,
    /// The places of what is made of it in [`Plan::pages`].
    pub(crate) planned: Vec<usize>,
}

impl PageIndex {
    pub(crate) fn of(portal: &Portal, plan: &Plan) -> PageIndex {
        let mut planned: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, page) in plan.pages.iter().enumerate() {
            if let Some(source) = page.draft.source.as_deref() {
                planned.entry(source).or_default().push(at);
            }
        }
        let mut places = PageIndex {
            written: Vec::new(),
            by_file: BTreeMap::new(),
            by_path: plan
                .pages
                .iter()
                .enumerate()
                .map(|(at, page)| (page.path.clone(), at))
                .collect(),
        };
        for (at, head) in portal.written() {
            let made = planned.remove(head.file.path.as_str()).unwrap_or_default();
            places.enter(head, at, made);
        }
        places
    }

    fn enter(&mut self, head: &Head, at: usize, planned: Vec<usize>) {
        let files: Vec<String> = head.files.values().map(|file| file.path.clone()).collect();
        self.by_file
            .extend(files.iter().map(|path| (path.clone(), self.written.len())));
        self.written.push(ContentPage { files, at, planned });
    }

    /// Returns the pages that these files make, each once; none where one of them makes none.
    pub(crate) fn of_files(&self, files: &[String]) -> Option<Vec<&ContentPage>> {
        let mut pages: Vec<&ContentPage> = Vec::new();
        for file in files {
            let page = &self.written[*self.by_file.get(file)?];
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        Some(pages)
    }

    /// The place in the plan of the page at a path of the site.
    pub(crate) fn planned(&self, path: &str) -> Option<usize> {
        self.by_path.get(path).copied()
    }
}
