//! A portal as it was last built, held in memory: of it, single pages can be made at once, with what was written since.
//!
//! A whole build of ten thousand pages takes seconds. Whoever writes a page waits for that one only: its files are taken
//! in, and it is made when it is asked for, as is every other page that is looked at before the next build is done.

use crate::data::Tables;
use crate::diag::{Fatal, Sink};
use crate::downloads::Files;
use crate::emit::images::Images;
use crate::emit::pages;
use crate::model::Portal;
use crate::model::head::Head;
use crate::plan::charts::Charts;
use crate::plan::editions::MadeEdition;
use crate::plan::{Plan, View};
use crate::render::Theme;
use crate::source;
use crate::stage::Aside;
use crate::text::date::PartialDate;
use std::path::PathBuf;
use std::sync::Arc;

/// Everything that pages are made of.
pub struct Preview {
    pub(crate) root: PathBuf,
    pub(crate) portal: Portal,
    pub(crate) tables: Tables,
    pub(crate) files: Files,
    pub(crate) theme: Theme,
    pub(crate) plan: Arc<Plan>,
    pub(crate) charts: Charts,
    pub(crate) images: Arc<Images>,
    pub(crate) editions: Vec<MadeEdition>,
    /// The day that was asked for, in place of the newest date.
    pub(crate) as_of: Option<PartialDate>,
    /// The rows of the registers.
    pub(crate) _registers: Aside,
}

impl Preview {
    /// Takes in files that changed, by their paths from the portal's root. False where only a build will do: settings,
    /// data, themes, files that are new or gone, pages that moved or name what no page named before, and faults.
    pub fn take_in(&mut self, changed: &[String]) -> bool {
        let mut taken: Vec<Vec<String>> = Vec::new();
        for path in changed {
            let Some(files) = self.files_of(path) else { return false };
            if !taken.contains(&files) {
                taken.push(files);
            }
        }
        taken.iter().all(|files| self.take_in_page(files))
    }

    /// The files of the page that one of them makes.
    fn files_of(&self, path: &str) -> Option<Vec<String>> {
        let is_of = |head: &&Head| head.files.values().any(|file| file.path == path);
        let found = path.starts_with("content/").then(|| self.portal.heads().find(is_of)).flatten();
        found.map(|head| head.files.values().map(|file| file.path.clone()).collect())
    }

    fn take_in_page(&mut self, files: &[String]) -> bool {
        let mut sink = Sink::new();
        let read =
            files.iter().map(|path| source::page(&self.root, path, &mut sink)).collect::<Result<Vec<_>, Fatal>>();
        let Ok(documents) = read else { return false };
        if sink.has_errors() {
            return false;
        }
        let Some(main) = self.portal.take_in(&documents) else { return false };
        // Between two builds nobody else holds it.
        let Some(plan) = Arc::get_mut(&mut self.plan) else { return false };
        if !plan.take_in(&main, &self.portal, &self.tables) {
            return false;
        }
        if let Some(head) = self.portal.heads().find(|head| head.file.path == main) {
            self.charts.take_in(head, &self.portal, &self.tables);
        }
        true
    }

    /// The text of the page at this path of the site; none where there is no such page, where it shows rows or states what
    /// was made of all others, and where its template fails.
    pub fn page(&self, path: &str) -> Option<String> {
        let view = View {
            portal: &self.portal,
            tables: &self.tables,
            files: &self.files,
            plan: &self.plan,
            charts: &self.charts,
            editions: Some(&self.editions),
            as_of: self.as_of.or_else(|| self.portal.newest()),
        };
        let of = pages::Materials { plan: &self.plan, images: &self.images, theme: &self.theme };
        pages::one(&view, &of, path).ok().flatten()
    }

    /// Lets go of it where the program ends soon: the system takes memory back faster than it can be given piece by piece.
    pub fn let_go(self) {
        let Preview { portal, plan, .. } = self;
        std::mem::forget((portal, plan));
    }
}
