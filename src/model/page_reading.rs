//! A page's files are read into the portal, each kind by its own facts.

use super::facts::{PageFacts, PageFiles};
use super::folder_kind::FolderKind;
use super::page_versions::pair;
use super::portal::Portal;
use super::{action_plan, commitment, datasets, declared_page, initiative, page, report, term};
use crate::diag::Sink;
use crate::source::front_matter::Document;
use crate::source::kept_facts::PackedPage;
use crate::source::{DatasetFolder, Source};
use crate::text::lang::Lang;
use rayon::prelude::*;

/// Pages of which the facts are unpacked at a time.
const PAGES_AT_ONCE: usize = 1_024;

/// The files of a page with their facts.
struct UnpackedFiles {
    main: Document,
    others: Vec<(Lang, Document)>,
    stem: String,
    folder: String,
}

impl UnpackedFiles {
    fn of(files: &PageFiles<'_, PackedPage>) -> UnpackedFiles {
        let others = files.others.iter();
        UnpackedFiles {
            main: files.main.unpack(),
            others: (others.map(|(lang, page)| (lang.clone(), page.unpack()))).collect(),
            stem: files.stem.clone(),
            folder: files.folder.clone(),
        }
    }

    fn files(&self) -> PageFiles<'_> {
        let others = self.others.iter();
        PageFiles {
            main: &self.main,
            others: (others.map(|(lang, document)| (lang.clone(), document))).collect(),
            stem: self.stem.clone(),
            folder: self.folder.clone(),
        }
    }
}

impl Portal {
    /// Reads all pages; terms first, for other pages name them.
    pub(super) fn read_pages(&mut self, source: &Source, sink: &mut Sink) {
        let mut pages = pair(&source.pages, &self.settings, sink);
        pages.sort_by_key(|(kind, _)| !matches!(kind, FolderKind::Term(_)));
        let lang = &self.settings.languages[0].clone();
        for pages in pages.chunks(PAGES_AT_ONCE) {
            self.read_some(pages, lang, sink);
        }
        self.commitments.shrink_to_fit();
    }

    /// Reads some pages. Their facts are unpacked, and their texts cut into sections, side by side; then each is read after those
    /// before it, which may have named a term.
    fn read_some(
        &mut self,
        pages: &[(FolderKind, PageFiles<'_, PackedPage>)],
        lang: &Lang,
        sink: &mut Sink,
    ) {
        let unpacked: Vec<UnpackedFiles> = (pages.par_iter())
            .map(|(_, files)| UnpackedFiles::of(files))
            .collect();
        let files: Vec<PageFiles<'_>> = unpacked.iter().map(UnpackedFiles::files).collect();
        let opened: Vec<(Option<PageFacts<'_>>, Sink)> = (files.par_iter())
            .map(|files| {
                let mut found = Sink::new();
                (PageFacts::open(files, lang, &mut found), found)
            })
            .collect();
        for (((kind, _), files), (facts, found)) in pages.iter().zip(&files).zip(opened) {
            sink.extend(found.into_found());
            if let Some(facts) = facts {
                self.read_facts(*kind, facts, files, sink);
            }
        }
    }

    /// Reads all datasets; a table is read as far as the settings allow.
    pub(super) fn read_datasets(&mut self, source: &Source, sink: &mut Sink) {
        let languages = &self.settings.languages;
        let until = self.until;
        let published =
            (source.datasets.iter()).filter(|folder| until.has_come_for_dataset(folder, sink));
        let published: Vec<&DatasetFolder> = published.collect();
        self.datasets = (published.into_iter())
            .filter_map(|folder| datasets::read(folder, languages, sink))
            .collect();
        let limits = self.settings.limits;
        for dataset in &mut self.datasets {
            let own = dataset.resources.iter_mut().map(|r| &mut r.disclosure);
            for declared in own.chain([&mut dataset.disclosure]).flatten() {
                self.settings.small_numbers.complete(declared);
            }
            for resource in &mut dataset.resources {
                resource.limits = limits;
            }
        }
    }

    /// Reads a page, and puts it behind all others of its kind.
    pub(super) fn read(&mut self, kind: FolderKind, files: &PageFiles<'_>, sink: &mut Sink) {
        if let Some(facts) = PageFacts::open(files, &self.settings.languages[0].clone(), sink) {
            self.read_facts(kind, facts, files, sink);
        }
    }

    /// The same, of facts that are open.
    pub(super) fn read_facts(
        &mut self,
        kind: FolderKind,
        mut facts: PageFacts<'_>,
        files: &PageFiles<'_>,
        sink: &mut Sink,
    ) {
        if !self.until.has_come_for(&mut facts.main, sink) {
            return;
        }
        match kind {
            FolderKind::Commitment => {
                let words = &self.settings.statuses;
                let commitment = commitment::read(facts, files, words, &mut self.terms, sink);
                self.commitments.extend(commitment);
            }
            FolderKind::Report => {
                self.reports
                    .extend(report::read(facts, files, &mut self.terms, sink));
            }
            FolderKind::ActionPlan => {
                self.action_plans
                    .extend(action_plan::read(facts, files, &mut self.terms, sink));
            }
            FolderKind::Initiative | FolderKind::Practice => {
                let practice = kind == FolderKind::Practice;
                self.initiatives.extend(initiative::read(
                    practice,
                    facts,
                    files,
                    &mut self.terms,
                    sink,
                ));
            }
            FolderKind::Term(taxonomy) => {
                if let Some(term) = term::read(taxonomy, facts, files, sink)
                    && self.is_first(&term, sink)
                {
                    self.terms.add(term);
                }
            }
            FolderKind::Declared(at) => {
                let kind = &self.settings.kinds[at];
                let page = declared_page::read((at, kind), facts, files, &mut self.terms, sink);
                self.declared.extend(page);
            }
            FolderKind::Page => match page::read(facts, files, sink) {
                Some(page) if page.address == "index" => self.home = Some(page),
                page => self.pages.extend(page),
            },
        }
    }
}
