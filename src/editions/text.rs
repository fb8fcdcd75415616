//! All text of a language in one file: the text editions of its pages, one after the other.

use super::{Edition, EditionFormat, Portable, one_line, writing};
use crate::diag::Fatal;
use crate::feeds::ListedPage;
use crate::html::plain_text::{DELIMITER, WIDTH};
use crate::pages::address::{edition, in_lang};
use crate::pages::editions::MadeEdition;
use crate::text::lang::Lang;
use crate::text::slug::slug;
use std::io::{self, Write};

/// All text of a language in one file.
pub(crate) struct TextEdition;

impl Edition for TextEdition {
    fn kind(&self) -> EditionFormat {
        EditionFormat::Text
    }

    fn make(
        &self,
        site: &Portable<'_>,
        _before: &[MadeEdition],
    ) -> Result<Vec<MadeEdition>, Fatal> {
        site.languages()
            .iter()
            .map(|lang| one(site, lang))
            .collect()
    }
}

fn one(site: &Portable<'_>, lang: &Lang) -> Result<MadeEdition, Fatal> {
    let name =
        Some(slug(&site.say(lang, "edition-text-name", &[]))).filter(|name| !name.is_empty());
    let name = format!("{}.txt", name.unwrap_or_else(|| "everything".to_owned()));
    let mut out = site.create(&in_lang(lang, site.view.portal.settings.main(), &name))?;
    let path = out.path().to_owned();
    let pages = site.listed.iter().filter(|page| {
        page.lang == *lang
            && page.kind != "offline"
            && site.staged.contains_key(&edition(&page.path, "txt"))
    });
    let pages: Vec<&ListedPage> = pages.collect();
    head(site, lang, &pages, &mut out).map_err(writing(&path))?;
    // The same below every page: said once.
    let mut foot = String::new();
    for page in pages {
        let text = site.read(&edition(&page.path, "txt"))?;
        let text = text.trim_start_matches('\u{feff}');
        let (text, below) = text.rsplit_once(DELIMITER).unwrap_or((text, ""));
        below.clone_into(&mut foot);
        write!(out, "\n\n{}\n\n{text}", "#".repeat(WIDTH)).map_err(writing(&path))?;
    }
    if !foot.is_empty() {
        write!(out, "\n\n{}\n\n{foot}", "#".repeat(WIDTH)).map_err(writing(&path))?;
    }
    Ok(MadeEdition {
        lang: Some(lang.clone()),
        ..site.finish(EditionFormat::Text, out)?
    })
}

/// What it is, of which day, and the titles of its pages.
fn head(
    site: &Portable<'_>,
    lang: &Lang,
    pages: &[&ListedPage],
    out: &mut dyn Write,
) -> io::Result<()> {
    let settings = &site.view.portal.settings;
    let title = site.title(lang);
    writeln!(
        out,
        "\u{feff}{title}\n{}",
        "=".repeat(title.chars().count().min(WIDTH))
    )?;
    let description = one_line(settings.description.text(lang));
    let address = site.url(&in_lang(lang, settings.main(), "index.html"));
    let date = site.view.as_of.map(|date| {
        site.say(
            lang,
            "edition-date",
            &[("date", site.date(lang, date).into())],
        )
    });
    for line in [
        Some(description).filter(|words| !words.is_empty()),
        address,
        date,
    ]
    .into_iter()
    .flatten()
    {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "\n{}\n", site.say(lang, "text-contents", &[]))?;
    for (at, page) in pages.iter().enumerate() {
        writeln!(out, "{}. {}", at + 1, one_line(&page.title))?;
    }
    Ok(())
}
