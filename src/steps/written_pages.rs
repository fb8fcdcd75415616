//! Pages that the program is about to write are looked through first, as they would be in the portal: what is wrong in them,
//! personal data among it, keeps them from being written.

use super::ReadingRun;
use crate::authoring::DataPlace;
use crate::cache::Cache;
use crate::diag::{Fatal, Severity, Sink};
use crate::model::page_files::{self, FactFile};
use crate::model::{self, Portal};
use crate::options::Options;
use crate::source::Source;
use std::collections::BTreeSet;
use std::path::Path;

/// A portal that was read to be added to.
pub(crate) struct OpenPortal<'a> {
    root: &'a Path,
    options: &'a Options,
    source: Source,
    pub(crate) portal: Portal,
}

/// The text of a page's file, by its path from the portal's root.
pub(crate) struct ProposedPage {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl<'a> OpenPortal<'a> {
    /// Reads a portal; none where its settings cannot be read, which is then said. What else is wrong in it is nobody's
    /// business here.
    ///
    /// # Errors
    /// When the folder is no portal, or the disk refuses.
    pub(crate) fn read(
        root: &'a Path,
        options: &'a Options,
        sink: &mut Sink,
    ) -> Result<Option<OpenPortal<'a>>, Fatal> {
        let (mut found, cache) = (Sink::new(), Cache::off());
        let source = super::read(root, &BTreeSet::new(), &cache, &mut found)?;
        if !source.has_settings() {
            sink.absorb(found);
            return Ok(None);
        }
        let portal = model::gather_on(&source, options.as_of, &cache, &mut Sink::new());
        Ok(Some(OpenPortal {
            root,
            options,
            source,
            portal,
        }))
    }

    /// Returns the files of every dataset, those aside that describe it.
    pub(crate) fn data_files(&self) -> Vec<DataPlace> {
        let folders = self.source.datasets.iter();
        let places = folders.flat_map(|folder| {
            let name = folder.path.trim_start_matches("data/").to_owned();
            folder.files.iter().map(move |path| DataPlace {
                dataset: name.split('.').next().unwrap_or(&name).to_owned(),
                path: path.clone(),
            })
        });
        places.collect()
    }

    /// Returns every Markdown file of a page, with its facts.
    pub(crate) fn page_files(&self) -> Vec<FactFile> {
        page_files::page_files(&self.source, &self.portal.settings)
    }

    /// Whether pages can be written so: errors in them are said, and nothing else.
    pub(crate) fn accepts(mut self, pages: &[ProposedPage], sink: &mut Sink) -> bool {
        let run = ReadingRun {
            root: self.root,
            options: self.options,
            cache: &Cache::off(),
            inputs: None,
        };
        let (mut found, limits) = (Sink::new(), self.portal.settings.limits);
        for page in pages {
            (self.source).put_page(&page.path, &page.text, &limits, &mut found);
        }
        let (mut portal, gate) = super::gather(self.source, &run, &mut found);
        gate.settle(&mut portal, self.options.as_of, &mut found);
        let is_theirs = |path: &str| pages.iter().any(|page| page.path == path);
        found.retain(|finding| {
            let place = finding.place.as_ref();
            finding.severity == Severity::Error && place.is_some_and(|place| is_theirs(&place.file))
        });
        let is_whole = !found.has_errors();
        sink.absorb(found);
        is_whole
    }
}
