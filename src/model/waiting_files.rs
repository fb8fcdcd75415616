//! Files that belong to what waits for its day: they leave no trace before it, as little as the page that shows them.

use super::portal::Portal;
use super::text_links::links;
use crate::source::Source;
use crate::source::front_matter::Document;
use crate::source::kept_facts::PackedPage;
use crate::text::web::decode_percent;
use std::collections::BTreeSet;

impl Portal {
    /// Holds back the files of `content/` that pages name which are not published yet, or that are in a folder of such a page's name,
    /// unless something that is published names them too.
    pub(super) fn hold_back_files(&mut self, source: &Source) {
        let published = self.published_files();
        let waiting: Vec<Document> = documents(source, |path| !published.contains(path)).collect();
        if waiting.is_empty() {
            return;
        }
        let mut held: BTreeSet<String> = self.attachments.iter().cloned().collect();
        held.retain(|path| {
            waiting
                .iter()
                .any(|page| names(page, path) || owns(page, path))
        });
        held.retain(|path| !source.settings.file.text.contains(name_of(path)));
        for document in documents(source, |path| published.contains(path)) {
            held.retain(|path| !names(&document, path));
        }
        let mut is_held = self.attachments.iter().map(|path| held.contains(path));
        self.attachment_bytes
            .retain(|_| !is_held.next().unwrap_or(false));
        drop(is_held);
        self.attachments.retain(|path| !held.contains(path));
    }

    /// Returns the files of everything that is published.
    fn published_files(&self) -> BTreeSet<String> {
        self.heads()
            .flat_map(|head| head.files.values().chain([&head.file]))
            .map(|file| file.path.clone())
            .collect()
    }
}

/// Returns what the authors of a portal wrote into the files of these paths. Facts of pages are unpacked one by one: of thousands, few wait.
fn documents(source: &Source, takes: impl Fn(&str) -> bool) -> impl Iterator<Item = Document> {
    let pages = source.pages.iter().map(PageOrData::Page);
    let datasets = source.datasets.iter();
    let datasets = datasets.flat_map(|folder| folder.documents.iter().map(PageOrData::Data));
    pages
        .chain(datasets)
        .filter(move |one| takes(one.path()))
        .map(|one| one.document())
}

/// A file that may name others.
enum PageOrData<'s> {
    Page(&'s PackedPage),
    Data(&'s Document),
}

impl PageOrData<'_> {
    fn path(&self) -> &str {
        match self {
            PageOrData::Page(page) => &page.file.path,
            PageOrData::Data(document) => &document.file.path,
        }
    }

    fn document(&self) -> Document {
        match self {
            PageOrData::Page(page) => page.unpack(),
            PageOrData::Data(document) => Document::clone(document),
        }
    }
}

/// Whether a page names a file, in its facts or with a link of its text.
fn names(page: &Document, path: &str) -> bool {
    let (name, text) = (name_of(path), &page.file.text);
    let facts = text.get(..page.body.start).unwrap_or(text);
    facts.contains(name)
        || links(text.get(page.body.clone()).unwrap_or_default())
            .iter()
            .any(|link| decode_percent(&link.target).ends_with(name))
}

/// Whether a file is in the folder that has a page's name: `content/news/x/photo.jpg` of `content/news/x.md`.
fn owns(page: &Document, path: &str) -> bool {
    let stem = page.file.path.strip_suffix(".md").unwrap_or_default();
    // The page of another language is `x.en.md`.
    let main = stem.rsplit_once('.').map_or(stem, |(main, _)| main);
    [stem, main].iter().any(|stem| {
        !stem.is_empty()
            && path
                .strip_prefix(stem)
                .is_some_and(|rest| rest.starts_with('/'))
    })
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
