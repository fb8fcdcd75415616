//! To print: a PDF of each action plan, of each commitment and of each report, and a notice of one page about each
//! commitment, for a wall. All are tagged (PDF/UA-1, ISO 14289-1), so that they are read aloud in order, and made of the
//! finished pages, so that they cannot say less.

mod lists;
mod markup;
mod notice;
mod press;
mod tables;
mod workers;

use super::epub::{self, ChapterPage, pages};
use super::{Edition, EditionFormat, Portable, one_line};
use crate::diag::Fatal;
use crate::feeds::ListedPage;
use crate::html::tree::main_of;
use crate::model::action_plan::ActionPlan;
use crate::pages::address;
use crate::pages::editions::MadeEdition;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use markup::{Sheet, TypstWriter, language};
use press::Typesetter;
use std::collections::BTreeMap;

/// PDFs of plans, commitments and reports, and a notice of each commitment.
pub(crate) struct Pdf;

impl Edition for Pdf {
    fn kind(&self) -> EditionFormat {
        EditionFormat::Pdf
    }

    fn make(
        &self,
        site: &Portable<'_>,
        _before: &[MadeEdition],
    ) -> Result<Vec<MadeEdition>, Fatal> {
        let press = Typesetter::new();
        let plans = site.view.portal.action_plans.iter().enumerate();
        let books: Vec<_> = plans
            .flat_map(|plan| site.languages().iter().map(move |lang| (plan, lang)))
            .collect();
        let books = workers::each(&books, |((at, plan), lang)| {
            let made = of_plan(site, &press, plan, lang)?;
            Ok(made.map(|edition| MadeEdition {
                plan: Some(*at),
                ..edition
            }))
        })?;
        let pages: Vec<&ListedPage> = site
            .listed
            .iter()
            .filter(|page| is_printed(&page.kind))
            .collect();
        let pages = workers::each(&pages, |page| {
            let mut made: Vec<MadeEdition> = of_page(site, &press, page)?.into_iter().collect();
            if page.kind == "commitment" {
                made.extend(notice::of_commitment(site, &press, page)?);
            }
            Ok(made
                .into_iter()
                .map(|edition| MadeEdition {
                    of_page: true,
                    ..edition
                })
                .collect::<Vec<_>>())
        })?;
        Ok(books
            .into_iter()
            .flatten()
            .chain(pages.into_iter().flatten())
            .collect())
    }
}

/// Kinds of pages that are printed each by itself.
fn is_printed(kind: &str) -> bool {
    matches!(kind, "commitment" | "report")
}

fn of_page(
    site: &Portable<'_>,
    press: &Typesetter,
    page: &ListedPage,
) -> Result<Option<MadeEdition>, Fatal> {
    let read = |path: &str| site.staging.read(path).ok();
    let sheet = sheet(site, press, BTreeMap::new(), &read);
    let mut writer = TypstWriter::new(&sheet);
    let date = page.updated.or(site.view.as_of);
    let head = head(site, &writer, &page.title, &page.lang, date);
    let foot = foot(site, &writer, &page.path);
    writer.page(&page.path, &main_of(&site.read(&page.path)?));
    let text = format!("{head}{LOOK}{foot}{}", writer.out);
    let files = writer.files;
    let name = address::edition(&page.path, "pdf");
    let printed = press
        .print(&name, &text, files, None)
        .map_err(refused(&name))?;
    finish(site, &name, printed, &page.lang)
}

/// The plan's page, its commitments' and their reports', each on a new sheet.
fn of_plan(
    site: &Portable<'_>,
    press: &Typesetter,
    plan: &ActionPlan,
    lang: &Lang,
) -> Result<Option<MadeEdition>, Fatal> {
    let pages = pages(site, plan, lang);
    let Some(first) = pages.first() else {
        return Ok(None);
    };
    let label =
        |(at, page): (usize, &ChapterPage)| (page.path.clone(), format!("chapter-{}", at + 1));
    let read = |path: &str| site.staging.read(path).ok();
    let sheet = sheet(
        site,
        press,
        pages.iter().enumerate().map(label).collect(),
        &read,
    );
    let mut writer = TypstWriter::new(&sheet);
    let date = crate::pages::offline::newest_of(site.view, plan);
    let mut text =
        head(site, &writer, &first.title, lang, date) + LOOK + &foot(site, &writer, &first.path);
    text.push_str(&title_page(site, &writer, first, lang, date));
    for page in &pages {
        writer.out.push_str("#pagebreak(weak: true);\n");
        writer.page(&page.path, &epub::main_of(site, page)?);
    }
    text.push_str(&writer.out);
    let files = std::mem::take(&mut writer.files);
    let name = address::edition(&first.path, "pdf");
    let printed = press
        .print(&name, &text, files, None)
        .map_err(refused(&name))?;
    finish(site, &name, printed, lang)
}

/// Whose plan it is, of which day, and what is in it.
fn title_page(
    site: &Portable<'_>,
    writer: &TypstWriter<'_>,
    first: &ChapterPage,
    lang: &Lang,
    date: Option<PartialDate>,
) -> String {
    let publisher = site
        .view
        .portal
        .settings
        .publisher
        .as_ref()
        .map(|p| one_line(p.name.text(lang)));
    let note =
        date.map(|date| site.say(lang, "book-note", &[("date", site.date(lang, date).into())]));
    let web = site
        .url(&first.path)
        .map(|url| format!("{} {url}", site.say(lang, "book-web", &[])));
    let mut out = format!(
        "#v(4cm);#par[#text(14pt)[#{};]];\n#[#set text(28pt, hyphenate: false);#set par(leading: .4em);#par[#strong[#{};]]];\n#v(1cm);\n",
        writer.string(&site.title(lang)),
        writer.string(&first.title)
    );
    for line in [publisher, note, web].into_iter().flatten() {
        out.push_str(&format!("#par[#{};];\n", writer.string(&line)));
    }
    let contents = writer.string(&site.say(lang, "book-contents", &[]));
    out + &format!("#pagebreak();\n#outline(depth: 1, title: {contents});\n")
}

/// How every document looks.
const LOOK: &str = include_str!("look.typ");

fn sheet<'a>(
    site: &Portable<'a>,
    press: &'a Typesetter,
    chapters: BTreeMap<String, String>,
    read: &'a dyn Fn(&str) -> Option<Vec<u8>>,
) -> Sheet<'a> {
    Sheet {
        press,
        base: site.view.portal.settings.base_url.as_deref(),
        chapters,
        read,
    }
}

/// What a document says of itself: its title, whose it is, its language and its day.
fn head(
    site: &Portable<'_>,
    writer: &TypstWriter<'_>,
    title: &str,
    lang: &Lang,
    date: Option<PartialDate>,
) -> String {
    let settings = &site.view.portal.settings;
    let publisher = settings
        .publisher
        .as_ref()
        .map_or_else(|| site.title(lang), |p| one_line(p.name.text(lang)));
    let day = date.map(|date| date.last_day().to_string());
    let day: Option<Vec<u32>> = day.map(|day| {
        day.split('-')
            .filter_map(|part| part.parse().ok())
            .collect()
    });
    let date = match day.as_deref() {
        Some([year, month, day]) => format!("datetime(year: {year}, month: {month}, day: {day})"),
        _ => "none".to_owned(),
    };
    let title = Some(one_line(title))
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| site.title(lang));
    let lang = language(lang)
        .map(|lang| format!("#set text({lang})\n"))
        .unwrap_or_default();
    format!(
        "#set document(title: {}, author: {}, date: {date})\n{lang}",
        writer.string(&title),
        writer.string(&publisher)
    )
}

/// The foot of every sheet: the page's address, and which sheet of how many.
fn foot(site: &Portable<'_>, writer: &TypstWriter<'_>, page: &str) -> String {
    let address = site.url(page).unwrap_or_else(|| page.to_owned());
    format!(
        "#set page(footer: context {{ set text(8pt); grid(columns: (1fr, auto), gutter: 1em, {}, [#counter(page).display() / \
         #counter(page).final().first()]) }})\n",
        writer.string(&address)
    )
}

fn refused(name: &str) -> impl FnOnce(String) -> Fatal {
    let name = name.to_owned();
    move |why| Fatal::fault(format_args!("{name}: {why}"))
}

/// Writes a document; none where a file of the portal's own has its name.
fn finish(
    site: &Portable<'_>,
    name: &str,
    printed: Option<Vec<u8>>,
    lang: &Lang,
) -> Result<Option<MadeEdition>, Fatal> {
    let Some(bytes) = printed.filter(|_| !site.staged.contains_key(name)) else {
        return Ok(None);
    };
    let written = site.staging.write(name, &bytes)?;
    Ok(Some(MadeEdition {
        kind: EditionFormat::Pdf,
        path: name.to_owned(),
        lang: Some(lang.clone()),
        plan: None,
        of_page: false,
        bytes: written.bytes,
        sha256: written.sha256,
        left_out: 0,
    }))
}
