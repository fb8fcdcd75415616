//! What is looked at, and in which order.

use super::texts::FileScan;
use super::{declared, documents, facts, names, theme_files, waivers};
use crate::cache::{Cache, CacheKey};
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::Portal;
use crate::source::Source;
use crate::source::file::SourceFile;
use crate::source::front_matter::Document;
use crate::source::kept_facts::PackedPage;
use crate::text::date::PartialDate;
use crate::text::slug::slug;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use tragaluz_tables::privacy::DeclaredContacts;

/// The gate of a portal: what is none of its findings; nothing where it is off.
#[derive(Debug, Clone)]
pub(crate) struct Gate {
    declared: Option<DeclaredContacts>,
}

impl Gate {
    /// Returns the gate of a portal, with the contacts that it declares.
    pub(crate) fn of(source: &Source, portal: &Portal) -> Gate {
        let is_on = portal.settings.privacy.off.is_none();
        Gate {
            declared: is_on.then(|| declared::contacts(source, portal)),
        }
    }

    /// Returns the contacts that are none where cells are looked at; nothing where they are not.
    pub(crate) fn declared(&self) -> Option<&DeclaredContacts> {
        self.declared.as_ref()
    }

    /// Looks at everything that is published and is no table: facts, texts, a theme's files, names. A document in which nothing was
    /// found is known in the next run.
    pub(crate) fn look(
        &self,
        source: &Source,
        portal: &Portal,
        root: &Path,
        cache: &Cache,
        sink: &mut Sink,
    ) {
        let Some(declared) = &self.declared else {
            return;
        };
        let documents = PublishedFile::all(source, portal);
        let clean = CleanDocuments::known(cache, declared, &source.settings);
        let looked: Vec<DocumentLook> = documents
            .par_iter()
            .map(|document| clean.look(document, declared))
            .collect();
        clean.keep(&looked, cache);
        let mut found: Vec<Diagnostic> = looked.into_iter().flat_map(|look| look.found).collect();
        found.extend(theme_files::look(root, &portal.settings.theme, declared));
        found.extend(documents::look(root, portal, declared));
        names::take(portal, declared, &mut found);
        sink.extend(found);
    }

    /// Whether nothing is found in a page.
    pub(crate) fn passes(&self, page: &Document) -> bool {
        (self.declared.as_ref()).is_none_or(|declared| in_document(page, declared).is_empty())
    }

    /// Takes away what waivers cover on this day, and notes in the portal which those are.
    pub(crate) fn settle(&self, portal: &mut Portal, as_of: Option<PartialDate>, sink: &mut Sink) {
        if let Some(off) = &portal.settings.privacy.off {
            sink.push(Diagnostic::new(&codes::PERSONAL_GATE_OFF).at(off.place.clone()));
            return;
        }
        let as_of = as_of.or_else(|| portal.newest());
        portal.waived = waivers::settle(portal, as_of, sink);
    }
}

/// What was found in a document.
struct DocumentLook {
    /// By what the document is known.
    key: CacheKey,
    found: Vec<Diagnostic>,
}

/// Documents in which an earlier run found nothing, by their texts, while the settings and the declared contacts are the same.
struct CleanDocuments {
    key: CacheKey,
    known: BTreeSet<CacheKey>,
}

impl CleanDocuments {
    fn known(cache: &Cache, declared: &DeclaredContacts, settings: &Document) -> CleanDocuments {
        let mut parts: Vec<&[u8]> = vec![b"clean documents", settings.file.text.as_bytes()];
        parts.extend(declared.keys().map(str::as_bytes));
        let key = CacheKey::of(&parts);
        CleanDocuments {
            known: cache.get(&key).unwrap_or_default(),
            key,
        }
    }

    fn look(&self, document: &PublishedFile<'_>, declared: &DeclaredContacts) -> DocumentLook {
        let file = document.file();
        let key = CacheKey::of(&[file.path.as_bytes(), file.text.as_bytes()]);
        let found = if self.known.contains(&key) {
            Vec::new()
        } else {
            in_document(&document.unpacked(), declared)
        };
        DocumentLook { key, found }
    }

    /// Keeps which documents are clean, where those are others than before.
    fn keep(&self, looked: &[DocumentLook], cache: &Cache) {
        let clean = looked.iter().filter(|look| look.found.is_empty());
        let clean: BTreeSet<CacheKey> = clean.map(|look| look.key).collect();
        if clean != self.known {
            cache.put(self.key, &clean);
        }
    }
}

/// A file of facts and texts.
#[derive(Clone, Copy)]
enum PublishedFile<'s> {
    Page(&'s PackedPage),
    Other(&'s Document),
}

impl<'s> PublishedFile<'s> {
    /// Returns the files that something is published of: no drafts, and nothing that was left out.
    fn all(source: &'s Source, portal: &Portal) -> Vec<PublishedFile<'s>> {
        let pages: BTreeSet<&str> = portal
            .written()
            .flat_map(|(_, head)| head.files.values().chain([&head.file]))
            .map(|file| file.path.as_str())
            .collect();
        let datasets: BTreeSet<&str> = (portal.datasets.iter())
            .map(|dataset| dataset.head.id.as_str())
            .collect();
        let of_pages = (source.pages.iter()).filter(|page| pages.contains(page.file.path.as_str()));
        let of_data = source.datasets.iter().filter(|folder| {
            datasets.contains(folder.name.as_str())
                || datasets.contains(slug(&folder.name).as_str())
        });
        let of_data = of_data.flat_map(|folder| {
            let described = folder.documents.iter().chain(&folder.package);
            described.chain(&folder.referenced)
        });
        std::iter::once(PublishedFile::Other(&source.settings))
            .chain(of_pages.map(PublishedFile::Page))
            .chain(of_data.map(PublishedFile::Other))
            .collect()
    }

    fn file(&self) -> &'s SourceFile {
        match self {
            PublishedFile::Page(page) => &page.file,
            PublishedFile::Other(document) => &document.file,
        }
    }

    fn unpacked(&self) -> Cow<'s, Document> {
        match self {
            PublishedFile::Page(page) => Cow::Owned(page.unpack()),
            PublishedFile::Other(document) => Cow::Borrowed(document),
        }
    }
}

fn in_document(document: &Document, declared: &DeclaredContacts) -> Vec<Diagnostic> {
    let mut scan = FileScan::new(&document.file, declared);
    if let Some(node) = &document.facts {
        facts::take(&mut scan, node);
    }
    scan.take_text(document.body.clone());
    scan.finish()
}
