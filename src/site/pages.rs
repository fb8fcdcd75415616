//! The pages: each rendered, audited and written, with its plain-text edition beside it; or left as an earlier run made
//! it ([`page_cache`]).

mod foot;
mod links;
mod maker;
mod page_cache;
mod row_dealer;

use super::audit;
use super::images::Images;
use crate::cache::{Cache, CacheKey};
use crate::diag::{Diagnostic, Fatal, Sink};
use crate::feeds::ListedPage;
use crate::pages::context::PageContext;
use crate::pages::{PagePlan, Plan, SiteFacts};
use crate::render::Theme;
use crate::site::audit::Weighing;
use crate::site::recall::SiteRecall;
use crate::stage::Staging;
use crate::text::lang::Lang;
use crate::timing::Timings;
use maker::{Maker, ShownRows};
use rayon::prelude::*;
use row_dealer::RowsPart;
use std::collections::BTreeMap;
use std::sync::Arc;
use tragaluz_tables::Table;

pub(crate) use maker::PageFile;

/// What was seen while pages were made.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// What was seen in pages, for the audit.
    pub(crate) seen: Vec<audit::InspectedPage>,
    /// What lists of pages say of each, for feeds and site maps.
    pub(crate) listed: Vec<ListedPage>,
    /// Pages that are made last, as they are inside an edition that needs no connection.
    pub(crate) inside: Vec<PageFile>,
}

/// What a page is made of, besides what it states.
#[derive(Clone, Copy)]
pub(crate) struct Materials<'a> {
    pub(crate) plan: &'a Arc<Plan>,
    pub(crate) images: &'a Arc<Images>,
    pub(crate) theme: &'a Theme,
}

/// What all pages are made with, and where they go.
pub(crate) struct PageEnvironment<'a> {
    /// What they are made of.
    pub(crate) materials: Materials<'a>,
    pub(crate) staging: &'a Staging,
    pub(crate) cache: &'a Cache,
    pub(crate) timings: &'a Timings,
    pub(crate) weighing: Weighing,
    /// What the last run made of the same portal.
    pub(crate) recall: &'a SiteRecall,
}

/// Makes every page.
///
/// # Errors
/// When the disk refuses. A template that fails is a finding.
pub(crate) fn make(
    view: &SiteFacts<'_>,
    site: &PageEnvironment<'_>,
    sink: &mut Sink,
) -> Result<Pages, Fatal> {
    let Some(press) = PageWriter::open(view, site, sink) else {
        return Ok(Pages::default());
    };
    let (of_rows, others): (Vec<&PagePlan>, Vec<&PagePlan>) = site
        .materials
        .plan
        .pages
        .iter()
        .partition(|page| page.kind.rows_of(page).is_some());
    let mut outcomes: Vec<Result<PageOutcome, Fatal>> = others
        .into_par_iter()
        .map(|page| press.page(page))
        .collect();
    outcomes.extend(press.row_pages(&of_rows));
    gather(outcomes, sink)
}

/// Makes the pages that are made last, for the output.
///
/// # Errors
/// As [`make`].
pub(crate) fn last(
    view: &SiteFacts<'_>,
    site: &PageEnvironment<'_>,
    sink: &mut Sink,
) -> Result<Vec<audit::InspectedPage>, Fatal> {
    let pages: Vec<&PagePlan> = site
        .materials
        .plan
        .pages
        .iter()
        .filter(|page| page.kind.last())
        .collect();
    if pages.is_empty() {
        return Ok(Vec::new());
    }
    let Some(press) = PageWriter::open(view, site, sink) else {
        return Ok(Vec::new());
    };
    Ok(gather(
        pages.into_par_iter().map(|page| press.page(page)).collect(),
        sink,
    )?
    .seen)
}

/// The text of one page, which is written nowhere; none of pages that show rows or state what was made of all others,
/// and where a template fails.
pub(crate) fn one(view: &SiteFacts<'_>, held: &Materials<'_>, page: &PagePlan) -> Option<String> {
    if page.kind.rows_of(page).is_some() || page.kind.last() {
        return None;
    }
    let maker = Maker::open(view, held, &[&page.lang], &mut Sink::new())?;
    let files = maker.files(page, maker.context(page), None).ok()?;
    files.into_iter().next().map(|page| page.text)
}

fn gather(outcomes: Vec<Result<PageOutcome, Fatal>>, sink: &mut Sink) -> Result<Pages, Fatal> {
    let mut pages = Pages::default();
    // Nearly each has its text edition.
    pages.seen.reserve_exact(2 * outcomes.len());
    pages.listed.reserve_exact(outcomes.len());
    for result in outcomes {
        match result? {
            PageOutcome::Page(seen, listed) => {
                pages.seen.extend(seen);
                pages.listed.push(*listed);
            }
            PageOutcome::Inside(files, listed) => {
                pages.inside.extend(files);
                pages.listed.push(*listed);
            }
            // What is wrong with a template is wrong on every page.
            PageOutcome::Failed(failed) => {
                if failed.place.is_none()
                    || !sink
                        .iter()
                        .any(|d| d.code == failed.code && d.place == failed.place)
                {
                    sink.push(*failed);
                }
            }
        }
    }
    Ok(pages)
}

/// Returns how pages are weighed: exactly where the search tells their weights, or an author set budgets of his own.
fn weighing(view: &SiteFacts<'_>, asked: Weighing) -> Weighing {
    let is_told = view.plan.has_search() || !view.portal.settings.budgets.is_empty();
    if is_told { Weighing::Exactly } else { asked }
}

/// What a page states, and what lists say of it.
struct PageDraft {
    context: PageContext,
    listed: Box<ListedPage>,
}

/// What making a page came to.
enum PageOutcome {
    Page(Vec<audit::InspectedPage>, Box<ListedPage>),
    Inside(Vec<PageFile>, Box<ListedPage>),
    Failed(Box<Diagnostic>),
}

/// Makes pages and writes them.
struct PageWriter<'a> {
    maker: Maker<'a>,
    staging: &'a Staging,
    cache: &'a Cache,
    timings: &'a Timings,
    weighing: Weighing,
    recall: &'a SiteRecall,
}

impl<'a> PageWriter<'a> {
    fn open(
        view: &'a SiteFacts<'a>,
        site: &PageEnvironment<'a>,
        sink: &mut Sink,
    ) -> Option<PageWriter<'a>> {
        let languages: Vec<&Lang> = view.portal.settings.languages.iter().collect();
        let maker = Maker::open(view, &site.materials, &languages, sink)?;
        Some(PageWriter {
            maker,
            staging: site.staging,
            cache: site.cache,
            timings: site.timings,
            weighing: weighing(view, site.weighing),
            recall: site.recall,
        })
    }

    /// Makes the pages of rows: every table is read once, and each page gets its own rows in every language.
    fn row_pages(&self, pages: &[&PagePlan]) -> Vec<Result<PageOutcome, Fatal>> {
        let mut by_table: BTreeMap<usize, BTreeMap<RowsPart, Vec<&PagePlan>>> = BTreeMap::new();
        for page in pages {
            if let Some(table) = page.kind.rows_of(page) {
                by_table
                    .entry(table)
                    .or_default()
                    .entry(RowsPart::of(page))
                    .or_default()
                    .push(page);
            }
        }
        let tables = &self.maker.view.tables.tables;
        by_table
            .into_par_iter()
            .flat_map(|(table, parts)| self.rows_of_table(&tables[table], parts))
            .collect()
    }

    fn rows_of_table(
        &self,
        table: &Table,
        parts: BTreeMap<RowsPart, Vec<&PagePlan>>,
    ) -> Vec<Result<PageOutcome, Fatal>> {
        let key = crate::tables::rows_key(table);
        let mut known = match self.remembered_parts(&parts, &key) {
            Ok(known) => known,
            Err(error) => return vec![Err(error)],
        };
        if known.len() == parts.len() {
            return known.into_values().flatten().map(Ok).collect();
        }
        let mut outcomes: Vec<Result<PageOutcome, Fatal>> = Vec::new();
        let wanted = parts.keys().copied().collect();
        let dealt = row_dealer::deal(table, wanted, &mut |part, rows| match known.remove(&part) {
            Some(known) => outcomes.extend(known.into_iter().map(Ok)),
            None => {
                let pages = parts.get(&part).into_iter().flatten();
                outcomes.extend(pages.map(|page| self.page_of_rows(page, &key, rows)));
            }
        });
        if dealt.is_err() {
            outcomes.push(Err(Fatal::changed(&table.received.path)));
        }
        outcomes
    }

    /// Returns the parts of a table of which every page is as an earlier run made it.
    fn remembered_parts(
        &self,
        parts: &BTreeMap<RowsPart, Vec<&PagePlan>>,
        key: &CacheKey,
    ) -> Result<BTreeMap<RowsPart, Vec<PageOutcome>>, Fatal> {
        let mut known = BTreeMap::new();
        for (part, pages) in parts {
            let outcomes = pages.iter().map(|page| self.remembered(page, key));
            if let Some(outcomes) = outcomes.collect::<Result<Option<Vec<PageOutcome>>, Fatal>>()? {
                known.insert(*part, outcomes);
            }
        }
        Ok(known)
    }

    /// Makes a page that shows no rows of its own, or takes it as an earlier run made it.
    fn page(&self, page: &PagePlan) -> Result<PageOutcome, Fatal> {
        self.timings.work("pages", &page.path, || {
            if let Some(recalled) = self.recalled(page)? {
                return Ok(recalled);
            }
            let draft = self.draft(page);
            let key = self.key(page, &draft.context, &[])?;
            if page.kind.last() && self.maker.view.editions.is_none() {
                return self.inside(page, draft);
            }
            if let Some(known) = self.known(&key, page, &draft.listed)? {
                return Ok(known);
            }
            self.write(page, draft, None, key)
        })
    }

    /// Makes a page of rows, of which it is known that no earlier run made it.
    fn page_of_rows(
        &self,
        page: &PagePlan,
        table: &CacheKey,
        rows: &ShownRows,
    ) -> Result<PageOutcome, Fatal> {
        self.timings.work("pages", &page.path, || {
            let draft = self.draft(page);
            let key = self.key(page, &draft.context, table.bytes())?;
            self.write(page, draft, Some(rows), key)
        })
    }

    fn draft(&self, page: &PagePlan) -> PageDraft {
        let context = self.maker.context(page);
        PageDraft {
            listed: Box::new(self.maker.listed(page, &context.page.kind)),
            context,
        }
    }

    /// Makes a page as it is inside editions, and writes it nowhere.
    fn inside(&self, page: &PagePlan, draft: PageDraft) -> Result<PageOutcome, Fatal> {
        let files = match self.maker.files(page, draft.context, None) {
            Ok(files) => files,
            Err(failed) => return Ok(PageOutcome::Failed(failed)),
        };
        self.maker.links[&page.lang].asked_by(&page.path);
        Ok(PageOutcome::Inside(files, draft.listed))
    }

    /// Makes and writes a page, and keeps what was made for the next run.
    fn write(
        &self,
        page: &PagePlan,
        draft: PageDraft,
        rows: Option<&ShownRows>,
        key: CacheKey,
    ) -> Result<PageOutcome, Fatal> {
        let files = match self.maker.files(page, draft.context, rows) {
            Ok(files) => files,
            Err(failed) => return Ok(PageOutcome::Failed(failed)),
        };
        let room = files.len();
        let (mut seen, mut sums) = (Vec::with_capacity(room), Vec::with_capacity(room));
        for file in files {
            let written = self.staging.put(&file.path, file.text.as_bytes())?;
            let finished = audit::AuditedPage {
                path: &file.path,
                kind: &file.kind,
                source: page.draft.source.as_deref(),
                text: &file.text,
            };
            seen.push(audit::weighed(&finished, file.look, self.weighing));
            sums.push((file.path, written.sha256));
        }
        self.learn(key, page, &seen, sums);
        Ok(PageOutcome::Page(seen, draft.listed))
    }

    /// A page of rows as an earlier run made it.
    fn remembered(&self, page: &PagePlan, rows: &CacheKey) -> Result<Option<PageOutcome>, Fatal> {
        if let Some(recalled) = self.recalled(page)? {
            return Ok(Some(recalled));
        }
        let context = self.maker.context(page);
        let listed = self.maker.listed(page, &context.page.kind);
        self.known(&self.key(page, &context, rows.bytes())?, page, &listed)
    }
}
