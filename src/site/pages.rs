//! The pages: each rendered, audited and written, with its plain-text edition beside it; or left as an earlier run made
//! it ([`page_cache`]).

mod foot;
mod links;
mod maker;
mod page_cache;

use super::audit;
use super::images::Images;
use crate::cache::{Cache, CacheKey};
use crate::diag::{Diagnostic, Fatal, Sink};
use crate::feeds::ListedPage;
use crate::pages::{PagePlan, Plan, SiteFacts, row_pages};
use crate::render::Theme;
use crate::stage::Staging;
use crate::text::lang::Lang;
use crate::timing::Timings;
use maker::{Maker, PageFault, ShownRows};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use tragaluz_tables::read_plan::DataRows;
use tragaluz_tables::unreadable::Unreadable;
use tragaluz_tables::{Column, Table};

pub(crate) use maker::PageFile;

/// What was seen while pages were made.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// For the audit.
    pub(crate) seen: Vec<audit::InspectedPage>,
    /// For feeds and maps.
    pub(crate) listed: Vec<ListedPage>,
    /// Pages that are made last, as they are inside an edition that needs no connection.
    pub(crate) inside: Vec<PageFile>,
}

/// What a page is made of, besides what it states.
#[derive(Clone, Copy)]
pub(crate) struct Materials<'a> {
    /// Where everything is.
    pub(crate) plan: &'a Arc<Plan>,
    /// Images, made small.
    pub(crate) images: &'a Arc<Images>,
    /// Templates and words.
    pub(crate) theme: &'a Theme,
}

/// What all pages are made with, and where they go.
pub(crate) struct PageEnvironment<'a> {
    /// What they are made of.
    pub(crate) materials: Materials<'a>,
    /// Where pages are written.
    pub(crate) staging: &'a Staging,
    /// What earlier runs made.
    pub(crate) cache: &'a Cache,
    /// Where the time goes.
    pub(crate) timings: &'a Timings,
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
    let mut made: Vec<Result<PageOutcome, Fatal>> = others
        .into_par_iter()
        .map(|page| press.page(page, None))
        .collect();
    made.extend(press.row_pages(&of_rows));
    gather(made, sink)
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
        pages
            .into_par_iter()
            .map(|page| press.page(page, None))
            .collect(),
        sink,
    )?
    .seen)
}

/// The text of one page, which is written nowhere; none of pages that show rows or state what was made of all others,
/// and where a template fails.
///
/// # Errors
/// When what the page states cannot be handed to a template.
pub(crate) fn one(
    view: &SiteFacts<'_>,
    held: &Materials<'_>,
    page: &PagePlan,
) -> Result<Option<String>, Fatal> {
    if page.kind.rows_of(page).is_some() || page.kind.last() {
        return Ok(None);
    }
    let Some(maker) = Maker::open(view, held, &[&page.lang], &mut Sink::new()) else {
        return Ok(None);
    };
    match maker.files(page, maker.context(page), None) {
        Ok(files) => Ok(files.into_iter().next().map(|page| page.text)),
        Err(PageFault::Template(_)) => Ok(None),
        Err(PageFault::Machine(fatal)) => Err(fatal),
    }
}

fn gather(made: Vec<Result<PageOutcome, Fatal>>, sink: &mut Sink) -> Result<Pages, Fatal> {
    let mut pages = Pages::default();
    for result in made {
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
        })
    }

    /// Makes the pages of rows: every table is read once, and each page gets its own rows in every language.
    fn row_pages(&self, pages: &[&PagePlan]) -> Vec<Result<PageOutcome, Fatal>> {
        let mut by_table: BTreeMap<usize, BTreeMap<usize, Vec<&PagePlan>>> = BTreeMap::new();
        for page in pages {
            if let Some(table) = page.kind.rows_of(page) {
                by_table
                    .entry(table)
                    .or_default()
                    .entry(page.draft.part)
                    .or_default()
                    .push(page);
            }
        }
        let made =
            |(table, parts)| self.rows_of_table(&self.maker.view.tables.tables[table], parts);
        by_table.into_par_iter().flat_map(made).collect()
    }

    fn rows_of_table(
        &self,
        table: &Table,
        parts: BTreeMap<usize, Vec<&PagePlan>>,
    ) -> Vec<Result<PageOutcome, Fatal>> {
        let key = crate::tables::rows_key(table);
        let known = |(part, pages): (&usize, &Vec<&PagePlan>)| {
            let made = pages.iter().map(|page| self.remembered(page, &key));
            Ok((
                *part,
                made.collect::<Result<Option<Vec<PageOutcome>>, Fatal>>()?,
            ))
        };
        let mut known = match parts
            .iter()
            .map(known)
            .collect::<Result<BTreeMap<_, _>, Fatal>>()
        {
            Ok(known) => known,
            Err(error) => return vec![Err(error)],
        };
        let mut made = Vec::new();
        if known.values().all(Option::is_some) {
            return known.into_values().flatten().flatten().map(Ok).collect();
        }
        let refused = |_: Unreadable| Fatal::changed(&table.received.path);
        let mut records = match table.records() {
            Ok(records) => records,
            Err(why) => return vec![Err(refused(why))],
        };
        for (part, pages) in parts {
            let rows = match take(&mut records, table, row_pages::per_page(table)) {
                Ok(rows) => rows,
                Err(why) => {
                    made.push(Err(refused(why)));
                    break;
                }
            };
            match known.remove(&part).flatten() {
                Some(known) => made.extend(known.into_iter().map(Ok)),
                None => made.extend(
                    pages
                        .into_iter()
                        .map(|page| self.page(page, Some((&key, &rows)))),
                ),
            }
        }
        made
    }

    /// Makes one page; `rows` are those of a page of rows, and by what they are known.
    fn page(
        &self,
        page: &PagePlan,
        rows: Option<(&CacheKey, &ShownRows)>,
    ) -> Result<PageOutcome, Fatal> {
        self.timings.work("pages", &page.path, || {
            let context = self.maker.context(page);
            let listed = Box::new(self.maker.listed(page, &context.page.kind));
            let passing = page.kind.last() && self.maker.view.editions.is_none();
            let key = self.key(page, &context, rows.map_or(&[], |(key, _)| key.bytes()))?;
            // Of a page of rows that was asked before.
            if rows.is_none()
                && !passing
                && let Some(known) = self.known(&key, page, &listed)?
            {
                return Ok(known);
            }
            let files = match self.maker.files(page, context, rows.map(|(_, rows)| rows)) {
                Ok(files) => files,
                Err(PageFault::Template(failed)) => return Ok(PageOutcome::Failed(failed)),
                Err(PageFault::Machine(fatal)) => return Err(fatal),
            };
            if passing {
                self.maker.links[&page.lang].asked_by(&page.path);
                return Ok(PageOutcome::Inside(files, listed));
            }
            let source = page.draft.source.as_deref();
            let (mut seen, mut sums) = (Vec::new(), Vec::new());
            for PageFile {
                path,
                text,
                kind,
                look,
            } in files
            {
                let (path, kind, text) = (path.as_str(), kind.as_str(), text.as_str());
                sums.push((
                    path.to_owned(),
                    self.staging.put(path, text.as_bytes())?.sha256,
                ));
                seen.push(audit::weighed(
                    &audit::AuditedPage {
                        path,
                        kind,
                        source,
                        text,
                    },
                    look,
                ));
            }
            self.learn(key, page, &seen, sums);
            Ok(PageOutcome::Page(seen, listed))
        })
    }

    /// A page of rows as an earlier run made it.
    fn remembered(&self, page: &PagePlan, rows: &CacheKey) -> Result<Option<PageOutcome>, Fatal> {
        let context = self.maker.context(page);
        let listed = self.maker.listed(page, &context.page.kind);
        self.known(&self.key(page, &context, rows.bytes())?, page, &listed)
    }
}

/// The next rows of a table.
fn take(records: &mut DataRows<'_>, table: &Table, most: u64) -> Result<ShownRows, Unreadable> {
    let mut rows = Vec::new();
    while (rows.len() as u64) < most {
        let Some(row) = records.next_row()? else {
            break;
        };
        let cell = |(at, column): (usize, &Column)| {
            row.cell(at)
                .filter(|cell| !column.is_missing(cell))
                .map(row_pages::shown)
        };
        rows.push(table.columns.iter().enumerate().map(cell).collect());
    }
    Ok(rows)
}
