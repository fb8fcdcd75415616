//! A book of each action plan in each language: EPUB 3.3 (<https://www.w3.org/TR/epub-33/>) with what it says of its own
//! accessibility (EPUB Accessibility 1.1). Its chapters are the finished pages of the plan, its commitments and reports,
//! written anew as XML, so that the book cannot say less than the portal.

mod content_model;
mod drawing;
mod elements;
mod package;
mod pictures;
mod plan_page;
pub(super) mod tables;
mod wide_tables;
pub(super) mod xhtml;

use super::{Edition, EditionFormat, Portable, one_line, writing};
use crate::diag::Fatal;
use crate::downloads::Packer;
use crate::model::action_plan::ActionPlan;
use crate::pages::address;
use crate::pages::address::in_lang;
use crate::pages::editions::MadeEdition;
use crate::text::lang::Lang;
use package::{BookFacts, ChapterTitle};
use pictures::BookPicture;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use xhtml::{Book, Chapter};

pub(super) use plan_page::main_of;

/// A book of each action plan in each language.
pub(crate) struct Epub;

impl Edition for Epub {
    fn kind(&self) -> EditionFormat {
        EditionFormat::Epub
    }

    fn make(
        &self,
        site: &Portable<'_>,
        _before: &[MadeEdition],
    ) -> Result<Vec<MadeEdition>, Fatal> {
        let mut made = Vec::new();
        for (at, plan) in site.view.portal.action_plans.iter().enumerate() {
            for lang in site.languages() {
                made.extend(of_plan(site, plan, lang)?.map(|edition| MadeEdition {
                    plan: Some(at),
                    ..edition
                }));
            }
        }
        Ok(made)
    }
}

/// A chapter to be written: the page it is made of, its file in the book and its title.
pub(super) struct ChapterPage {
    /// The page's path from the site's root.
    pub(crate) path: String,
    pub(crate) file: String,
    pub(crate) title: String,
    /// Pages that go on with its list.
    pub(crate) more: Vec<String>,
    /// The pages to which that list leads.
    pub(crate) entries: BTreeSet<String>,
}

/// Writes the book of an action plan in a language; none where the plan has no page in it.
fn of_plan(
    site: &Portable<'_>,
    plan: &ActionPlan,
    lang: &Lang,
) -> Result<Option<MadeEdition>, Fatal> {
    let pages = pages(site, plan, lang);
    if pages.is_empty() {
        return Ok(None);
    }
    let book = BookDraft::read(site, plan, lang, pages)?;
    let mut out = site.create(&address::edition(&book.pages[0].path, "epub"))?;
    let path = out.path().to_owned();
    book.pack(&mut out, &path)?;
    Ok(Some(MadeEdition {
        lang: Some(lang.clone()),
        ..site.finish(EditionFormat::Epub, out)?
    }))
}

/// A book before it is packed: its pages were read once.
struct BookDraft<'a> {
    site: &'a Portable<'a>,
    plan: &'a ActionPlan,
    lang: &'a Lang,
    pages: Vec<ChapterPage>,
    /// What its links may lead to.
    links: Book<'a>,
    pictures: Vec<BookPicture>,
}

impl<'a> BookDraft<'a> {
    /// Reads the pages to see which places there are, for no link of a book may lead nowhere, and which pictures.
    fn read(
        site: &'a Portable<'a>,
        plan: &'a ActionPlan,
        lang: &'a Lang,
        pages: Vec<ChapterPage>,
    ) -> Result<BookDraft<'a>, Fatal> {
        let mut links = Book {
            base: site.view.portal.settings.base_url.as_deref(),
            chapters: BTreeMap::new(),
            pictures: BTreeMap::new(),
        };
        let mut shown = Vec::new();
        for page in &pages {
            let main = main_of(site, page)?;
            links
                .chapters
                .insert(page.path.clone(), (page.file.clone(), xhtml::places(&main)));
            shown.extend(xhtml::pictures(&main, &page.path, links.base));
        }
        let pictures = pictures::chosen(&shown, &|path| {
            site.staged.get(path).map(|written| written.bytes)
        });
        links.pictures = pictures
            .iter()
            .map(|picture| (picture.path.clone(), picture.file.clone()))
            .collect();
        Ok(BookDraft {
            site,
            plan,
            lang,
            pages,
            links,
            pictures,
        })
    }

    /// Packs the book: its kind first, then chapters, pictures, and what tells of them. `path` is the book's, for errors.
    fn pack(self, out: &mut dyn Write, path: &str) -> Result<(), Fatal> {
        let aside = self.site.staging.aside().map_err(writing(path))?;
        let mut packer = Packer::new(aside.file().map_err(writing(path))?);
        packer
            .stored("mimetype", "application/epub+zip")
            .map_err(writing(path))?;
        let drawn = self.pack_chapters(&mut packer, path)?;
        for picture in &self.pictures {
            let bytes = self.site.staging.read(&picture.path)?;
            add(&mut packer, &format!("EPUB/{}", picture.file), &bytes).map_err(writing(path))?;
        }
        for (name, text) in package::files(&self.into_facts(drawn)) {
            add(&mut packer, &name, text.as_bytes()).map_err(writing(path))?;
        }
        packer.finish(out).map_err(writing(path))
    }

    /// Packs the chapters, and returns the files of those that hold drawings.
    fn pack_chapters(&self, packer: &mut Packer, path: &str) -> Result<BTreeSet<String>, Fatal> {
        let mut drawn = BTreeSet::new();
        for page in &self.pages {
            let about = Chapter {
                page: &page.path,
                title: &page.title,
                lang: self.lang,
            };
            let chapter = xhtml::chapter(&self.links, &about, &main_of(self.site, page)?);
            if chapter.drawings {
                drawn.insert(page.file.clone());
            }
            let name = format!("EPUB/{}", page.file);
            add(packer, &name, chapter.text.as_bytes()).map_err(writing(path))?;
        }
        Ok(drawn)
    }

    /// Returns what is told of the book; `drawn` are the files of chapters that hold drawings.
    fn into_facts(self, drawn: BTreeSet<String>) -> BookFacts {
        let BookDraft {
            site, plan, lang, ..
        } = self;
        let settings = &site.view.portal.settings;
        let date = crate::pages::offline::newest_of(site.view, plan);
        let web = site.url(&self.pages[0].path);
        BookFacts {
            identifier: package::identifier(web.as_deref(), &plan.head.id, lang, &site.title(lang)),
            title: self.pages[0].title.clone(),
            portal: site.title(lang),
            publisher: settings
                .publisher
                .as_ref()
                .map(|p| one_line(p.name.text(lang))),
            rights: settings
                .licence
                .as_ref()
                .and_then(|l| l.title.clone().or(l.name.clone()))
                .map(|l| one_line(&l)),
            lang: lang.clone(),
            modified: date.map_or_else(
                || "1970-01-01".to_owned(),
                |date| date.last_day().to_string(),
            ),
            note: date
                .map(|date| site.say(lang, "book-note", &[("date", site.date(lang, date).into())])),
            web: web.map(|url| (site.say(lang, "book-web", &[]), url)),
            contents: site.say(lang, "book-contents", &[]),
            cover: site.say(lang, "book-cover", &[]),
            access: site.say(lang, "book-access", &[]),
            chapters: self.pages.into_iter().map(ChapterTitle::of).collect(),
            pictures: self.pictures,
            drawn,
        }
    }
}

/// Adds an entry of these bytes.
fn add(packer: &mut Packer, name: &str, bytes: &[u8]) -> io::Result<()> {
    packer.entry(name, bytes.len() as u64)?;
    packer.write_all(bytes)
}

/// Returns the plan's page, then those of its commitments, then the reports of what became of them; only those that were
/// made in this language.
pub(super) fn pages(site: &Portable<'_>, plan: &ActionPlan, lang: &Lang) -> Vec<ChapterPage> {
    let own = address::action_plan(&plan.head.id);
    let portal = site.view.portal;
    let commitments: Vec<String> = portal
        .commitments_of_plan(plan)
        .map(|c| address::commitment(&c.head.id))
        .collect();
    let reports = portal
        .reports_of_plan(plan)
        .map(|r| address::report(&r.head.id));
    let titles = PageTitles::of(site, lang);
    let addresses = std::iter::once(own.clone())
        .chain(commitments.iter().cloned())
        .chain(reports);
    let mut pages: Vec<ChapterPage> = addresses
        .filter_map(|address| titles.chapter(&address))
        .collect();
    let path = titles.local(&own);
    if let Some(plan_page) = pages.first_mut().filter(|page| page.path == path) {
        plan_page.more = (2..)
            .map(|n| titles.local(&address::list_of(&own, n)))
            .take_while(|path| titles.titles.contains_key(path.as_str()))
            .collect();
        plan_page.entries = commitments
            .iter()
            .map(|address| titles.local(address))
            .collect();
    }
    pages
}

/// The titles of the site's pages by their paths, for chapters in one language.
struct PageTitles<'a> {
    titles: BTreeMap<&'a str, &'a str>,
    lang: &'a Lang,
    main: &'a Lang,
}

impl<'a> PageTitles<'a> {
    fn of(site: &Portable<'a>, lang: &'a Lang) -> PageTitles<'a> {
        let pages = site.listed.iter();
        PageTitles {
            titles: pages
                .map(|page| (page.path.as_str(), page.title.as_str()))
                .collect(),
            lang,
            main: site.view.portal.settings.main(),
        }
    }

    /// Returns the path of an address in the book's language.
    fn local(&self, address: &str) -> String {
        in_lang(self.lang, self.main, address)
    }

    /// Returns the chapter made of the page at an address; none where there is no such page. A page without a title is
    /// called as its file is.
    fn chapter(&self, address: &str) -> Option<ChapterPage> {
        let path = self.local(address);
        let title = one_line(self.titles.get(path.as_str())?);
        let stem = address.trim_end_matches(".html").replace('/', "-");
        let file = format!("{stem}.xhtml");
        Some(ChapterPage {
            title: if title.is_empty() {
                file.clone()
            } else {
                title
            },
            path,
            file,
            more: Vec::new(),
            entries: BTreeSet::new(),
        })
    }
}
