//! The pages: each rendered, audited and written, with its plain-text edition beside it; or left as an earlier run made
//! it ([`known`]).

mod known;
mod links;

use super::images::Images;
use super::search::squeezed;
use super::{Listed, audit, catalogs, feeds, text_edition};
use crate::cache::{Cache, Key};
use crate::data::fault::Unreadable;
use crate::data::reading::Records;
use crate::data::{Column, Table};
use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::plan::context::{Body, PageContext};
use crate::plan::kinds::Described;
use crate::plan::{Around, PagePlan, Plan, View, address, row_pages};
use crate::render::style::Styles;
use crate::render::{Engine, Theme};
use crate::stage::{Staging, sha256};
use crate::text::lang::Lang;
use crate::timing::Timings;
use links::SiteLinks;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was seen while pages were made.
#[derive(Debug, Default)]
pub struct Pages {
    /// For the audit.
    pub seen: Vec<audit::Seen>,
    /// For feeds and maps.
    pub listed: Vec<Listed>,
    /// Pages that are made last, as they stand inside an edition that needs no connection.
    pub inside: Vec<Inside>,
}

/// A page or its text edition that is not in the output as it is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside {
    /// The path of the file in whose place it stands.
    pub path: String,
    /// Its text.
    pub text: String,
    kind: String,
}

/// Stands in a page where the checksum of its text edition goes, which is made of the page.
const SUM_MARK: &str = "~~sha-256-of-the-text-edition~~";

/// What every page is made with, besides what it states.
pub struct Site<'a> {
    /// Where everything stands.
    pub plan: &'a Arc<Plan>,
    /// Images, made small.
    pub images: &'a Arc<Images>,
    /// Templates and words.
    pub theme: &'a Theme,
    /// Where pages are written.
    pub staging: &'a Staging,
    /// What earlier runs made.
    pub cache: &'a Cache,
    /// Where the time goes.
    pub timings: &'a Timings,
}

/// Makes every page.
///
/// # Errors
/// When the disk refuses. A template that fails is a finding.
pub fn make(view: &View<'_>, site: &Site<'_>, sink: &mut Sink) -> Result<Pages, Fatal> {
    let Some(press) = Press::open(view, site, sink) else { return Ok(Pages::default()) };
    let (of_rows, others): (Vec<&PagePlan>, Vec<&PagePlan>) =
        site.plan.pages.iter().partition(|page| page.kind.rows_of(page).is_some());
    let mut made: Vec<Result<Made, Fatal>> = others.into_par_iter().map(|page| press.page(page, None)).collect();
    made.extend(press.row_pages(&of_rows));
    gather(made, sink)
}

/// Makes the pages that are made last, for the output.
///
/// # Errors
/// As [`make`].
pub fn last(view: &View<'_>, site: &Site<'_>, sink: &mut Sink) -> Result<Vec<audit::Seen>, Fatal> {
    let pages: Vec<&PagePlan> = site.plan.pages.iter().filter(|page| page.kind.last()).collect();
    if pages.is_empty() {
        return Ok(Vec::new());
    }
    let Some(press) = Press::open(view, site, sink) else { return Ok(Vec::new()) };
    Ok(gather(pages.into_par_iter().map(|page| press.page(page, None)).collect(), sink)?.seen)
}

fn gather(made: Vec<Result<Made, Fatal>>, sink: &mut Sink) -> Result<Pages, Fatal> {
    let mut pages = Pages::default();
    for result in made {
        match result? {
            Made::Page(seen, listed) => {
                pages.seen.extend(seen);
                pages.listed.push(*listed);
            }
            Made::Inside(files, listed) => {
                pages.inside.extend(files);
                pages.listed.push(*listed);
            }
            Made::Failed(diagnostic) => sink.push(*diagnostic),
        }
    }
    Ok(pages)
}

enum Made {
    Page(Vec<audit::Seen>, Box<Listed>),
    Inside(Vec<Inside>, Box<Listed>),
    Failed(Box<Diagnostic>),
}

/// Everything that pages are made with.
struct Press<'a> {
    view: &'a View<'a>,
    theme: &'a Theme,
    staging: &'a Staging,
    cache: &'a Cache,
    timings: &'a Timings,
    feeds: BTreeMap<Lang, String>,
    engines: BTreeMap<&'a Lang, Box<dyn Engine>>,
    links: BTreeMap<&'a Lang, Arc<SiteLinks>>,
    styles: Styles,
}

impl<'a> Press<'a> {
    /// Opens the theme's engine for every language; none where a template is not well formed, which is a finding.
    fn open(view: &'a View<'a>, site: &Site<'a>, sink: &mut Sink) -> Option<Press<'a>> {
        let Site { plan, images, theme, staging, cache, timings } = *site;
        let mut engines: BTreeMap<&Lang, Box<dyn Engine>> = BTreeMap::new();
        let mut links = BTreeMap::new();
        for lang in &view.portal.settings.languages {
            let own = links.entry(lang).or_insert_with(|| Arc::new(SiteLinks::new(plan, images)));
            match theme.engine(lang, own.clone()) {
                Ok(engine) => {
                    engines.insert(lang, engine);
                }
                Err(error) => {
                    sink.push(failed(&error.template, &error.to_string()));
                    return None;
                }
            }
        }
        let feeds = feeds::paths(&plan.catalog).into_iter().collect();
        let styles = Styles::default();
        Some(Press { view, theme, staging, cache, timings, feeds, engines, links, styles })
    }

    /// Makes the pages of rows: every table is read once, and each page gets its own rows in every language.
    fn row_pages(&self, pages: &[&PagePlan]) -> Vec<Result<Made, Fatal>> {
        let mut by_table: BTreeMap<usize, BTreeMap<usize, Vec<&PagePlan>>> = BTreeMap::new();
        for page in pages {
            if let Some(table) = page.kind.rows_of(page) {
                by_table.entry(table).or_default().entry(page.draft.part).or_default().push(page);
            }
        }
        let made = |(table, parts)| self.rows_of_table(&self.view.tables.tables[table], parts);
        by_table.into_par_iter().flat_map(made).collect()
    }

    fn rows_of_table(&self, table: &Table, parts: BTreeMap<usize, Vec<&PagePlan>>) -> Vec<Result<Made, Fatal>> {
        let key = table.rows_key();
        let known = |(part, pages): (&usize, &Vec<&PagePlan>)| {
            let made = pages.iter().map(|page| self.remembered(page, &key));
            Ok((*part, made.collect::<Result<Option<Vec<Made>>, Fatal>>()?))
        };
        let mut known = match parts.iter().map(known).collect::<Result<BTreeMap<_, _>, Fatal>>() {
            Ok(known) => known,
            Err(error) => return vec![Err(error)],
        };
        let mut made = Vec::new();
        if known.values().all(Option::is_some) {
            return known.into_values().flatten().flatten().map(Ok).collect();
        }
        let refused = |why: Unreadable| Fatal::Refused(format!("{}: {why}", table.received.path));
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
                None => made.extend(pages.into_iter().map(|page| self.page(page, Some((&key, &rows))))),
            }
        }
        made
    }

    /// Makes one page; `rows` are those of a page of rows, and by what they are known.
    fn page(&self, page: &PagePlan, rows: Option<(&Key, &Rows)>) -> Result<Made, Fatal> {
        self.timings.work("pages", &page.path, || {
            let context = self.context(page);
            let listed = Box::new(self.listed(page, &context.page.kind));
            let passing = page.kind.last() && self.view.editions.is_none();
            let key = self.key(page, &context, rows.map_or(&[], |(key, _)| key.bytes()))?;
            // Of a page of rows that was asked before.
            if rows.is_none()
                && !passing
                && let Some(known) = self.known(&key, page, &listed)?
            {
                return Ok(known);
            }
            let files = match self.files(page, context, rows.map(|(_, rows)| rows))? {
                Ok(files) => files,
                Err(failed) => return Ok(Made::Failed(failed)),
            };
            if passing {
                self.links[&page.lang].asked_by(&page.path);
                return Ok(Made::Inside(files, listed));
            }
            let source = page.draft.source.as_deref();
            let (mut seen, mut sums) = (Vec::new(), Vec::new());
            for Inside { path, text, kind } in &files {
                sums.push((path.clone(), self.staging.put(path, text.as_bytes())?.sha256));
                seen.push(audit::inspect(&audit::Page { path, kind, source, text }));
            }
            self.learn(key, page, &seen, sums);
            Ok(Made::Page(seen, listed))
        })
    }

    /// A page of rows as an earlier run made it.
    fn remembered(&self, page: &PagePlan, rows: &Key) -> Result<Option<Made>, Fatal> {
        let context = self.context(page);
        let listed = self.listed(page, &context.page.kind);
        self.known(&self.key(page, &context, rows.bytes())?, page, &listed)
    }

    /// Everything that a page states, but for the rows of a page of rows.
    fn context(&self, page: &PagePlan) -> PageContext {
        let feed = self.feeds.get(&page.lang).map(String::as_str);
        let catalog = &self.view.plan.catalog;
        let structured = page.kind.describes(page, self.view).map(|described| match described {
            Described::Catalog => catalogs::schema_org::catalog(catalog, &page.path, &page.lang),
            Described::Dataset(record) => catalogs::schema_org::json_ld(catalog, record, &page.lang),
        });
        let hinted =
            page.draft.part == 1 && matches!(page.draft.address.as_str(), "index.html" | "datasets/index.html");
        let mut hints = if hinted { catalogs::hints(catalog) } else { Vec::new() };
        let json_feed = feeds::json_path(catalog, &page.lang).filter(|_| page.draft.address == "index.html");
        hints.extend(json_feed.map(|path| (path, "application/feed+json")));
        let mut context = self.view.context(page, Around { feed, structured, hints });
        for (name, value) in &self.theme.options {
            context.site.options.entry(name.clone()).or_insert_with(|| value.clone());
        }
        if matches!(context.body, Body::Rows(_)) {
            // The table's CSV is the plain text of its rows.
            context.page.text_edition = None;
        }
        if let Body::Search(body) = &mut context.body {
            body.script = squeezed(&self.theme.search_script);
        }
        context.page.text_sha256 = context.page.text_edition.is_some().then(|| SUM_MARK.to_owned());
        context
    }

    /// The page's text and its plain-text edition.
    fn files(
        &self,
        page: &PagePlan,
        mut context: PageContext,
        rows: Option<&Rows>,
    ) -> Result<Result<Vec<Inside>, Box<Diagnostic>>, Fatal> {
        if let (Body::Rows(body), Some(rows)) = (&mut context.body, rows) {
            let columns = body.preview.columns.len();
            let shown = |row: &Vec<Option<String>>| row.iter().take(columns).cloned().collect();
            body.preview.rows = rows.iter().map(shown).collect();
        }
        let template = context.template();
        let json = context.to_json().map_err(|e| Fatal::Refused(e.to_string()))?;
        let mut html = match self.engines[&page.lang].render(template, &json) {
            Ok(html) => self.styles.lean(html),
            Err(error) => return Ok(Err(Box::new(failed(&page.path, &error.to_string())))),
        };
        let mut files = Vec::new();
        if context.page.text_edition.is_some() {
            let text = self.text(page, &html);
            // The line stands below everything that an author wrote.
            if let Some(at) = html.rfind(SUM_MARK) {
                html.replace_range(at..at + SUM_MARK.len(), &sha256(text.as_bytes()));
            }
            files.push(Inside { path: address::edition(&page.path, "txt"), text, kind: "text".to_owned() });
        }
        files.insert(0, Inside { path: page.path.clone(), text: html, kind: context.page.kind });
        Ok(Ok(files))
    }

    /// The lines above a page's plain text: the portal, the address, the date.
    fn top(&self, page: &PagePlan) -> Vec<String> {
        let settings = &self.view.portal.settings;
        let mut top = vec![settings.title.text(&page.lang).to_owned()];
        top.push(self.view.plan.catalog.url(&page.path).unwrap_or_else(|| page.path.clone()));
        top.extend(page.draft.updated.map(|date| date.to_string()));
        top
    }

    /// The plain-text edition.
    fn text(&self, page: &PagePlan, html: &str) -> String {
        let address = self.view.plan.catalog.url(&page.path);
        text_edition::text_edition(html, &self.top(page), address.as_deref())
    }

    fn listed(&self, page: &PagePlan, kind: &str) -> Listed {
        let draft = &page.draft;
        let say = |id: &str| self.theme.voice(&page.lang).map(|v| v.say(id, &[])).unwrap_or_default();
        let title = draft.title.text(&page.lang, say);
        let main = self.view.portal.settings.main();
        let languages = page.kind.languages(self.view.portal);
        let path = |lang: &Lang| address::in_lang(lang, main, &draft.address);
        Listed {
            path: page.path.clone(),
            lang: page.lang.clone(),
            title,
            summary: draft.summary.text(&page.lang).to_owned(),
            updated: draft.updated,
            kind: kind.to_owned(),
            news: draft.news,
            // Rows are found through their dataset; a map of every page of them would hide everything else.
            mapped: !matches!(kind, "not-found" | "rows"),
            alternates: languages.iter().map(|lang| (lang.clone(), path(lang))).collect(),
        }
    }
}

/// Rows as pages show them; a missing cell is none.
type Rows = Vec<Vec<Option<String>>>;

/// The next rows of a table.
fn take(records: &mut Records<'_>, table: &Table, most: u64) -> Result<Rows, Unreadable> {
    let mut rows = Vec::new();
    while (rows.len() as u64) < most {
        let Some(row) = records.next_row()? else { break };
        let cell =
            |(at, column): (usize, &Column)| row.cell(at).filter(|cell| !column.is_missing(cell)).map(row_pages::shown);
        rows.push(table.columns.iter().enumerate().map(cell).collect());
    }
    Ok(rows)
}

fn failed(path: &str, cause: &str) -> Diagnostic {
    Diagnostic::new(&codes::TEMPLATE_FAILED).arg("path", path).arg("cause", cause)
}
