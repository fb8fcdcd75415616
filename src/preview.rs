//! A portal as it was last built, held in memory: of it, single pages can be made at once, with what was written since.
//!
//! A whole build of ten thousand pages takes seconds. Whoever writes a page waits for that one only: its files are taken
//! in, and it is made when it is asked for, as is every other page that is looked at before the next build is done.

mod page_index;

use crate::charts::Charts;
use crate::diag::Sink;
use crate::downloads::Files;
use crate::model::Portal;
use crate::pages::editions::MadeEdition;
use crate::pages::status_tally::StatusTallies;
use crate::pages::{Plan, SiteFacts};
use crate::privacy::Gate;
use crate::render::Theme;
use crate::site::images::Images;
use crate::site::pages;
use crate::source;
use crate::source::limits::Limits;
use crate::stage::ScratchFolder;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use page_index::{ContentPage, PageIndex};
use std::path::PathBuf;
use std::sync::Arc;
use tragaluz_tables::Tables;

/// Everything that pages are made of.
pub struct Preview {
    pub(crate) root: PathBuf,
    pub(crate) portal: Portal,
    /// What looks at each page that is taken in.
    pub(crate) gate: Gate,
    pub(crate) tables: Tables,
    pub(crate) files: Files,
    pub(crate) theme: Theme,
    /// The theme's search script, without what only its authors need.
    pub(crate) search_script: String,
    pub(crate) plan: Arc<Plan>,
    pub(crate) charts: Charts,
    pub(crate) images: Arc<Images>,
    pub(crate) editions: Vec<MadeEdition>,
    /// The day that was asked for, in place of the newest date.
    pub(crate) as_of: Option<PartialDate>,
    /// What is looked up for each edit, once that was asked for.
    pub(crate) index: Option<PreviewIndex>,
    /// The rows of the registers.
    #[expect(dead_code, reason = "its folder goes with it")]
    pub(crate) registers: ScratchFolder,
}

/// What would take a look at all pages.
pub(crate) struct PreviewIndex {
    pages: PageIndex,
    newest: Option<PartialDate>,
}

impl Preview {
    /// Returns everything that pages state, as of the day asked for or the newest date.
    pub(crate) fn facts<'a>(&'a self, editions: Option<&'a [MadeEdition]>) -> SiteFacts<'a> {
        self.facts_as_of(editions, self.as_of.or_else(|| self.portal.newest()))
    }

    fn facts_as_of<'a>(
        &'a self,
        editions: Option<&'a [MadeEdition]>,
        as_of: Option<PartialDate>,
    ) -> SiteFacts<'a> {
        SiteFacts {
            search_script: &self.search_script,
            portal: &self.portal,
            tables: &self.tables,
            files: &self.files,
            plan: &self.plan,
            charts: &self.charts,
            editions,
            as_of,
            tallies: StatusTallies::default(),
        }
    }

    /// Returns the same with the editions that were made of it.
    pub(crate) fn with_editions(self, editions: Vec<MadeEdition>) -> Preview {
        Preview { editions, ..self }
    }

    /// Finds out where everything is, so that the first edit need not wait for that.
    pub fn get_ready(&mut self) {
        self.index = Some(PreviewIndex {
            pages: PageIndex::of(&self.portal, &self.plan),
            newest: self.portal.newest(),
        });
    }

    /// Returns the limits that the portal's settings give.
    pub fn limits(&self) -> &Limits {
        &self.portal.settings.limits
    }

    /// Takes in files that changed, by their paths from the portal's root. Returns false where only a build will do:
    /// settings, data, themes, files that are new or gone, pages that moved or name what no page named before, and faults.
    pub fn take_in(&mut self, changed: &[String]) -> bool {
        if self.index.is_none() {
            self.get_ready();
        }
        let Some(mut index) = self.index.take() else {
            return false;
        };
        let redated = index
            .pages
            .of_files(changed)
            .and_then(|pages| self.take_in_pages(&pages));
        if redated != Some(false) {
            index.newest = self.portal.newest();
        }
        self.index = Some(index);
        redated.is_some()
    }

    /// Takes in pages as their files are now. Returns whether one has another date; none where only a build will do.
    fn take_in_pages(&mut self, pages: &[&ContentPage]) -> Option<bool> {
        let mut redated = false;
        for page in pages {
            redated |= self.take_in_page(page)?;
        }
        Some(redated)
    }

    /// Takes in one page: its facts, its place in the plan and its charts, each by what a build makes them with.
    fn take_in_page(&mut self, page: &ContentPage) -> Option<bool> {
        let mut sink = Sink::new();
        let documents: Vec<_> = (page.files.iter())
            .map(|path| source::page(&self.root, path, &self.portal.settings.limits, &mut sink))
            .collect();
        // What may be personal is for the whole build to say.
        let is_clean = documents.iter().all(|page| self.gate.passes(page));
        if sink.has_errors() || !is_clean {
            return None;
        }
        let update = self.portal.take_in(&documents, page.at)?;
        let head = update.head;
        // Between two builds nobody else holds it.
        let plan = Arc::get_mut(&mut self.plan)?;
        if !plan.take_in(&head.file.path, &page.planned, &self.portal, &self.tables) {
            return None;
        }
        if update.refiled {
            let as_of = self.as_of.or_else(|| self.portal.newest());
            plan.refile(&self.portal, &self.tables, as_of);
        }
        let fill = |text: &str, lang: &Lang| plan.figures.filled(text, lang);
        self.charts
            .take_in(&head, &self.portal, &self.tables, &fill);
        Some(update.redated)
    }

    /// The text of the page at this path of the site; none where there is no such page, where it shows rows or states what
    /// was made of all others, and where its template fails.
    pub fn page(&self, path: &str) -> Option<String> {
        let (at, newest) = match &self.index {
            Some(index) => (index.pages.planned(path)?, index.newest),
            None => (
                self.plan.pages.iter().position(|page| page.path == path)?,
                self.portal.newest(),
            ),
        };
        let view = self.facts_as_of(Some(&self.editions), self.as_of.or(newest));
        let of = pages::Materials {
            plan: &self.plan,
            images: &self.images,
            theme: &self.theme,
        };
        pages::one(&view, &of, &self.plan.pages[at])
    }

    /// Lets go of it where the program ends soon: the system takes memory back faster than it can be given piece by piece.
    pub fn let_go(self) {
        let Preview { portal, plan, .. } = self;
        std::mem::forget((portal, plan));
    }
}
