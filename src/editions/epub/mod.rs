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
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use package::{BookFacts, ChapterTitle};
use pictures::BookPicture;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use xhtml::{Book, Chapter};

pub(super) use plan_page::main_of;

/// The edition.
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
                made.extend(one(site, plan, lang)?.map(|edition| MadeEdition {
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
    pub path: String,
    /// The file in the book.
    pub(crate) file: String,
    /// The page's title.
    pub(crate) title: String,
    /// Pages that go on with its list.
    pub(crate) more: Vec<String>,
    /// The pages to which that list leads.
    pub(crate) entries: BTreeSet<String>,
}

fn one(site: &Portable<'_>, plan: &ActionPlan, lang: &Lang) -> Result<Option<MadeEdition>, Fatal> {
    let pages = pages(site, plan, lang);
    let Some(first) = pages.first() else {
        return Ok(None);
    };
    let path = address::edition(&first.path, "epub");
    let mut book = Book {
        base: site.view.portal.settings.base_url.as_deref(),
        chapters: BTreeMap::new(),
        pictures: BTreeMap::new(),
    };
    // Once to see which places there are, for no link of a book may lead nowhere, and which pictures.
    let mut shown = Vec::new();
    for page in &pages {
        let main = main_of(site, page)?;
        book.chapters
            .insert(page.path.clone(), (page.file.clone(), xhtml::places(&main)));
        shown.extend(xhtml::pictures(&main, &page.path, book.base));
    }
    let pictures = pictures::chosen(&shown, &|path| {
        site.staged.get(path).map(|written| written.bytes)
    });
    book.pictures = pictures
        .iter()
        .map(|picture| (picture.path.clone(), picture.file.clone()))
        .collect();
    let mut out = site.create(&path)?;
    let path = out.path().to_owned();
    let aside = site.staging.aside().map_err(writing(&path))?;
    let mut packer = Packer::new(aside.file().map_err(writing(&path))?);
    packer
        .stored("mimetype", "application/epub+zip")
        .map_err(writing(&path))?;
    let mut drawn = BTreeSet::new();
    let mut list = Vec::new();
    for page in &pages {
        let chapter = xhtml::chapter(
            &book,
            &Chapter {
                page: &page.path,
                title: &page.title,
                lang,
            },
            &main_of(site, page)?,
        );
        if chapter.drawings {
            drawn.insert(page.file.clone());
        }
        add(&mut packer, &format!("EPUB/{}", page.file), &chapter.text).map_err(writing(&path))?;
        list.push(ChapterTitle {
            file: page.file.clone(),
            title: page.title.clone(),
        });
    }
    for picture in &pictures {
        let bytes = site.staging.read(&picture.path)?;
        pack_picture(&mut packer, &picture.file, &bytes).map_err(writing(&path))?;
    }
    let facts = facts(site, plan, lang, &pages, (list, pictures), drawn);
    for (name, text) in package::files(&facts) {
        add(&mut packer, &name, &text).map_err(writing(&path))?;
    }
    packer.finish(&mut out).map_err(writing(&path))?;
    Ok(Some(MadeEdition {
        lang: Some(lang.clone()),
        ..site.finish(EditionFormat::Epub, out)?
    }))
}

fn add(packer: &mut Packer, name: &str, text: &str) -> io::Result<()> {
    packer.entry(name, text.len() as u64)?;
    packer.write_all(text.as_bytes())
}

fn pack_picture(packer: &mut Packer, file: &str, bytes: &[u8]) -> io::Result<()> {
    packer.entry(&format!("EPUB/{file}"), bytes.len() as u64)?;
    packer.write_all(bytes)
}

/// The plan's page, then those of its commitments, then the reports of what became of them.
pub(super) fn pages(site: &Portable<'_>, plan: &ActionPlan, lang: &Lang) -> Vec<ChapterPage> {
    let view = site.view;
    let first = address::action_plan(&plan.head.id);
    let commitments: Vec<String> = view
        .portal
        .commitments_of_plan(plan)
        .map(|c| address::commitment(&c.head.id))
        .collect();
    let mut addresses = vec![first.clone()];
    addresses.extend(commitments.iter().cloned());
    addresses.extend(
        view.portal
            .reports_of_plan(plan)
            .map(|r| address::report(&r.head.id)),
    );
    let titles: BTreeMap<&str, &str> = site
        .listed
        .iter()
        .map(|l| (l.path.as_str(), l.title.as_str()))
        .collect();
    let local = |address: &str| in_lang(lang, view.portal.settings.main(), address);
    let page = |address: String| {
        let path = local(&address);
        let title = one_line(titles.get(path.as_str())?);
        let file = format!(
            "{}.xhtml",
            address.trim_end_matches(".html").replace('/', "-")
        );
        let title = if title.is_empty() {
            file.clone()
        } else {
            title
        };
        Some(ChapterPage {
            title,
            path,
            file,
            more: Vec::new(),
            entries: BTreeSet::new(),
        })
    };
    let mut pages: Vec<ChapterPage> = addresses.into_iter().filter_map(page).collect();
    if let Some(own) = pages.first_mut().filter(|page| page.path == local(&first)) {
        let further = (2..).map(|n| local(&address::list_of(&first, n)));
        own.more = further
            .take_while(|path| titles.contains_key(path.as_str()))
            .collect();
        own.entries = commitments.iter().map(|address| local(address)).collect();
    }
    pages
}

fn facts(
    site: &Portable<'_>,
    plan: &ActionPlan,
    lang: &Lang,
    pages: &[ChapterPage],
    (chapters, pictures): (Vec<ChapterTitle>, Vec<BookPicture>),
    drawn: BTreeSet<String>,
) -> BookFacts {
    let settings = &site.view.portal.settings;
    let date = crate::pages::offline::newest_of(site.view, plan);
    let say = |id: &str| site.say(lang, id, &[]);
    let web = site.url(&pages[0].path);
    let words =
        |date: PartialDate| site.say(lang, "book-note", &[("date", site.date(lang, date).into())]);
    BookFacts {
        identifier: package::identifier(web.as_deref(), &plan.head.id, lang, &site.title(lang)),
        title: pages[0].title.clone(),
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
        note: date.map(words),
        web: web.map(|url| (say("book-web"), url)),
        contents: say("book-contents"),
        cover: say("book-cover"),
        access: say("book-access"),
        chapters,
        pictures,
        drawn,
    }
}
