//! A portal's folder as it was read.

use super::documents::DocumentReader;
use super::file::SourceFile;
use super::folders::DatasetFolder;
use super::front_matter::{self, Document};
use super::kept_facts::PackedPage;
use super::limits::Limits;
use super::read_errors;
use super::shared_texts::CommonTexts;
use super::units::of;
use crate::diag::Sink;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Every file of a portal's folder that its authors write, facts read and places known.
#[derive(Debug)]
pub struct Source {
    /// `tragaluz.toml`.
    pub(crate) settings: Document,
    /// Every Markdown file under `content/`, in the order of their paths.
    pub(crate) pages: Vec<PackedPage>,
    /// Every other file under `content/`, by its path from the root.
    pub(crate) attachments: Vec<String>,
    /// The sizes of those, in the same order.
    pub(crate) attachment_bytes: Vec<u64>,
    /// Every folder under `data/`.
    pub(crate) datasets: Vec<DatasetFolder>,
    /// Texts that pages include.
    pub(super) shared: CommonTexts,
    /// What is left out of the site because something is wrong in it.
    pub(crate) left_out: ExcludedUnits,
}

/// What was left out.
#[derive(Debug, Default)]
pub(crate) struct ExcludedUnits {
    /// The files of pages.
    pub(crate) pages: Vec<Document>,
    pub(crate) datasets: Vec<DatasetFolder>,
    /// Files that are passed on.
    pub(crate) files: Vec<String>,
}

impl Source {
    /// A portal of which nothing is read but its settings.
    pub(super) fn of_settings(settings: Document) -> Source {
        Source {
            settings,
            pages: Vec::new(),
            attachments: Vec::new(),
            attachment_bytes: Vec::new(),
            datasets: Vec::new(),
            shared: CommonTexts::default(),
            left_out: ExcludedUnits::default(),
        }
    }

    /// Every file of Markdown that texts may be included in.
    pub(super) fn text_files(&self) -> impl Iterator<Item = &SourceFile> {
        let datasets = self.datasets.iter().flat_map(|folder| &folder.documents);
        let datasets = datasets.map(|document| &*document.file);
        self.pages.iter().map(|page| &*page.file).chain(datasets)
    }

    /// Puts a page's file in the place of the one that is there, or adds it, as if it had been read. What is wrong with its
    /// facts is a finding.
    pub(crate) fn put_page(&mut self, path: &str, text: &str, limits: &Limits, sink: &mut Sink) {
        let mut found = Vec::new();
        let file = self.shared.compose(SourceFile::new(path, text), sink);
        let file = Arc::new(file);
        let document = PackedPage::of(&front_matter::read(file, limits, &mut found));
        sink.extend(found);
        match self.pages.iter_mut().find(|page| page.file.path == path) {
            Some(page) => *page = document,
            None => self.pages.push(document),
        }
    }

    /// Takes the files under `content/` that are not pages; those that cannot be read are told.
    pub(super) fn take_attachments(
        &mut self,
        reader: DocumentReader<'_>,
        paths: Vec<String>,
        sink: &mut Sink,
    ) {
        for path in paths {
            match reader.disk.size(&reader.root.join(&path)) {
                Ok(bytes) => {
                    self.attachments.push(path);
                    self.attachment_bytes.push(bytes);
                }
                Err(error) => sink.push(read_errors::finding(&path, &error)),
            }
        }
    }

    /// Whether the settings can be read. Whatever else is found depends on them: the languages of pages, the addresses,
    /// the limits; so without them nothing else is looked at.
    pub(crate) fn has_settings(&self) -> bool {
        self.settings.facts.is_some()
    }

    /// Leaves these units out; what there was of them is kept aside.
    pub(crate) fn leave_out(&mut self, units: &BTreeSet<String>) {
        if units.is_empty() {
            return;
        }
        let is_left_out = |path: &str| of(path).is_some_and(|unit| units.contains(&unit));
        let pages = std::mem::take(&mut self.pages);
        let (left_out, pages): (Vec<PackedPage>, Vec<PackedPage>) = pages
            .into_iter()
            .partition(|page| is_left_out(&page.file.path));
        self.left_out.pages = left_out.iter().map(PackedPage::unpack).collect();
        self.pages = pages;
        let datasets = std::mem::take(&mut self.datasets);
        (self.left_out.datasets, self.datasets) = datasets
            .into_iter()
            .partition(|folder| units.contains(&folder.path));
        let files = std::mem::take(&mut self.attachments)
            .into_iter()
            .zip(std::mem::take(&mut self.attachment_bytes));
        for (path, bytes) in files {
            if is_left_out(&path) {
                self.left_out.files.push(path);
            } else {
                self.attachments.push(path);
                self.attachment_bytes.push(bytes);
            }
        }
        self.leave_out_unread(units);
    }

    /// Leaves out what could not even be read, so that it is known by its path alone.
    fn leave_out_unread(&mut self, units: &BTreeSet<String>) {
        let left_out = &mut self.left_out;
        for unit in units {
            let is_page = left_out
                .pages
                .iter()
                .any(|page| of(&page.file.path).as_ref() == Some(unit));
            let is_known = is_page || left_out.files.contains(unit);
            match unit.strip_prefix("data/") {
                Some(name) if !left_out.datasets.iter().any(|folder| folder.path == *unit) => {
                    left_out.datasets.push(DatasetFolder::of(name, unit));
                }
                None if !is_known => left_out.files.push(unit.clone()),
                _ => {}
            }
        }
    }
}
