//! Links of texts: what the author wrote, and where in the site it leads.

pub(crate) mod check;
pub(crate) mod figures;
mod page_target;

use super::Plan;
use super::address::{folder_of, in_lang, normal, relative};
use crate::downloads::withheld_of;
use crate::downloads::{DownloadFile, Files, Role};
use crate::model::Portal;
use crate::pages::address;
use crate::source::litter;
use crate::text::lang::Lang;
use crate::text::names::composed;
use crate::text::web::decode_percent;
use crate::text::web::encode_address;
use std::collections::BTreeMap;
use tragaluz_tables::Tables;

pub(crate) use page_target::PageTarget;

/// Where a text's link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ResolvedLink {
    /// Out of the site, or to a place on the same page: left as written.
    AsWritten,
    /// To a page.
    Page(PageTarget),
    /// To a file that is once for all languages, and what follows from `?` or `#` on.
    File(String, String),
    /// Nowhere.
    Broken,
}

/// A file that gives a page in another language than the main one.
#[derive(Debug, Clone)]
pub(super) struct Translation {
    lang: Lang,
    /// The page's file in the main language.
    main: String,
}

/// Where a text is from which a link leads.
struct LinkOrigin<'p> {
    /// The file that it is written in.
    file: &'p str,
    /// The language that it is written in.
    lang: &'p Lang,
    /// The page's file in the main language.
    main: &'p str,
    /// The path of the page, in that language.
    page: String,
}

impl Plan {
    /// Where `target` leads, written in the file `source` of the portal.
    ///
    /// A link names another file of the portal (`../reports/x.md`, `../data/x/y.csv`), or an address of the site as seen
    /// from the page (`../datasets/y/index.html`, `en/about.html`), or from the root (`/about.html`).
    pub(crate) fn lead(&self, target: &str, source: &str) -> ResolvedLink {
        if let Some(page) = self.figures.target(target) {
            return ResolvedLink::Page(page.clone());
        }
        let (path, rest) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
        if path.is_empty() || has_scheme(path) || path.starts_with("//") {
            return ResolvedLink::AsWritten;
        }
        let path = decode_percent(path);
        let origin = self.origin(source);
        // Windows writes paths with backslashes.
        let found = self.lead_to(&path, rest, &origin);
        found
            .or_else(|| self.lead_to(&path.replace('\\', "/"), rest, &origin))
            // A copy without personal data replaces its original.
            .or_else(|| {
                let copy = litter::redacted_copy(&path, litter::endings(&path));
                self.lead_to(&copy, rest, &origin)
            })
            .unwrap_or(ResolvedLink::Broken)
    }

    fn origin<'p>(&'p self, source: &'p str) -> LinkOrigin<'p> {
        let portal = &self.catalog.portal;
        let (lang, main) = match self.translations.get(source) {
            Some(translation) => (&translation.lang, translation.main.as_str()),
            None => (&portal.main, source),
        };
        let page = in_lang(
            lang,
            &portal.main,
            self.made_from(main).unwrap_or("index.html"),
        );
        LinkOrigin {
            file: source,
            lang,
            main,
            page,
        }
    }

    fn lead_to(&self, path: &str, rest: &str, origin: &LinkOrigin<'_>) -> Option<ResolvedLink> {
        if path.ends_with(".md") {
            // Zola writes `@/x.md` where others write `/x.md`.
            let path = path
                .strip_prefix('@')
                .filter(|rooted| rooted.starts_with('/'))
                .unwrap_or(path);
            let top = if path.starts_with('/') {
                "content"
            } else {
                folder(origin.file)
            };
            let file = normal(top, path.trim_start_matches('/'))?;
            return self
                .page_of(&file, rest, origin)
                .or_else(|| self.received(&file, rest));
        }
        self.at_address(path, rest, origin).or_else(|| {
            let file = normal(folder(origin.file), path)?;
            self.received(&file, rest)
                .or_else(|| self.dataset_in(&file, rest))
        })
    }

    /// The page made of a file.
    fn page_of(&self, file: &str, rest: &str, origin: &LinkOrigin<'_>) -> Option<ResolvedLink> {
        let name = self.named(file, |name| {
            self.by_source.contains_key(name) || self.translations.contains_key(name)
        })?;
        let (main, asked) = match self.translations.get(name) {
            Some(translation) => (translation.main.as_str(), &translation.lang),
            None => (name, &self.catalog.portal.main),
        };
        // A file in the main language represents its page in every one, but to its own translations.
        let asks = *asked != *origin.lang && (main != name || main == origin.main);
        let address = self.made_from(main)?.to_owned();
        Some(ResolvedLink::Page(PageTarget {
            address,
            lang: asks.then(|| asked.clone()),
            rest: rest.to_owned(),
        }))
    }

    /// What is at an address, as seen from the page.
    fn at_address(&self, path: &str, rest: &str, origin: &LinkOrigin<'_>) -> Option<ResolvedLink> {
        let mut site_path = normal(folder(&origin.page), path)?;
        if path.ends_with('/') || site_path.is_empty() {
            site_path = format!("{site_path}/index.html")
                .trim_start_matches('/')
                .to_owned();
        }
        let main = &self.catalog.portal.main;
        let (lang, address) = self.in_which_language(&site_path);
        if self.has(address) {
            // What begins at the root names the page in every language.
            let asks = lang != origin.lang && !(path.starts_with('/') && lang == main);
            let page = PageTarget {
                address: address.to_owned(),
                lang: asks.then(|| lang.clone()),
                rest: rest.to_owned(),
            };
            return Some(ResolvedLink::Page(page));
        }
        // Files are once for all languages.
        let own = site_path
            .strip_prefix(&in_lang(origin.lang, main, ""))
            .unwrap_or(&site_path);
        let file = [site_path.as_str(), own]
            .into_iter()
            .find_map(|path| self.file_named(path));
        file.map(|path| ResolvedLink::File(path.to_owned(), rest.to_owned()))
            .or_else(|| {
                let address = self.stands_for(own)?.to_owned();
                Some(ResolvedLink::Page(PageTarget {
                    address,
                    lang: None,
                    rest: String::new(),
                }))
            })
    }

    /// The language and the address without it of a page's path.
    fn in_which_language<'p>(&'p self, path: &'p str) -> (&'p Lang, &'p str) {
        let portal = &self.catalog.portal;
        let mut others = portal.languages.iter().filter(|lang| **lang != portal.main);
        let of_other = others
            .find_map(|lang| Some((lang, path.strip_prefix(&in_lang(lang, &portal.main, ""))?)));
        of_other
            .filter(|(_, address)| !self.has(path) && self.has(address))
            .unwrap_or((&portal.main, path))
    }

    /// What is published of a file of the portal: of a table its CSV, of everything else the file itself.
    fn received(&self, file: &str, rest: &str) -> Option<ResolvedLink> {
        let published = self
            .named(file, |name| self.received.contains_key(name))
            .and_then(|name| self.received.get(name));
        let path = published
            .map(String::as_str)
            .or_else(|| self.file_named(file.strip_prefix("content/")?))?;
        Some(ResolvedLink::File(path.to_owned(), rest.to_owned()))
    }

    /// The page of the dataset in a folder of the portal, or of the descriptor in it.
    fn dataset_in(&self, file: &str, rest: &str) -> Option<ResolvedLink> {
        let within = |name: &str| self.made_from(&format!("{file}/{name}"));
        let address = self
            .made_from(file)
            .or_else(|| within("dataset.md"))
            .or_else(|| within("datapackage.json"))?;
        Some(ResolvedLink::Page(PageTarget {
            address: address.to_owned(),
            lang: None,
            rest: rest.to_owned(),
        }))
    }

    /// [`Plan::lead`] as a link on a page in a language; none to leave it as written.
    pub(crate) fn resolve(&self, lead: &ResolvedLink, page: &str, lang: &Lang) -> Option<String> {
        match lead {
            ResolvedLink::AsWritten | ResolvedLink::Broken => None,
            ResolvedLink::Page(to) => {
                let path = in_lang(
                    to.lang.as_ref().unwrap_or(lang),
                    &self.catalog.portal.main,
                    &to.address,
                );
                Some(format!(
                    "{}{}",
                    relative(page, &path),
                    encode_address(&to.rest)
                ))
            }
            ResolvedLink::File(path, rest) => {
                Some(format!("{}{}", relative(page, path), encode_address(rest)))
            }
        }
    }

    /// A name as it is written in the portal, where accents may be written in either of two ways.
    fn named<'p>(&'p self, name: &'p str, is_there: impl Fn(&str) -> bool) -> Option<&'p str> {
        let other = || {
            self.composed
                .get(&composed(name))
                .map(String::as_str)
                .filter(|name| is_there(name))
        };
        if is_there(name) { Some(name) } else { other() }
    }

    /// The path of a file of the site.
    fn file_named<'p>(&'p self, path: &'p str) -> Option<&'p str> {
        self.named(path, |path| self.files.contains_key(path))
    }

    /// Enters the names of files and pages whose accents are characters of their own, as macOS writes them, so that a link
    /// finds them whose author typed letters with accents.
    pub(super) fn compose_names(&mut self) {
        let names = self.files.keys().chain(self.by_source.keys());
        let names = names
            .chain(self.translations.keys())
            .chain(self.received.keys())
            .filter(|name| !name.is_ascii());
        self.composed = names.map(|name| (composed(name), name.clone())).collect();
    }

    /// The size of the file that a link leads to, where it is one and its size is known.
    pub(crate) fn size(&self, lead: &ResolvedLink) -> Option<u64> {
        match lead {
            ResolvedLink::File(path, _) => self.files.get(path).copied().flatten(),
            _ => None,
        }
    }

    /// The language of a page by its path.
    pub(crate) fn lang_of(&self, path: &str) -> &Lang {
        let first = path.split('/').next().unwrap_or_default();
        let languages = &self.catalog.portal.languages;
        languages
            .iter()
            .skip(1)
            .find(|l| folder_of(l) == first)
            .unwrap_or(&self.catalog.portal.main)
    }
}

/// Files that give pages in other languages than the main one, by their paths.
pub(super) fn translations(portal: &Portal) -> BTreeMap<String, Translation> {
    let mut all = BTreeMap::new();
    for head in portal.heads() {
        for (lang, file) in head
            .files
            .iter()
            .filter(|(_, file)| file.path != head.file.path)
        {
            all.insert(
                file.path.clone(),
                Translation {
                    lang: lang.clone(),
                    main: head.file.path.clone(),
                },
            );
        }
    }
    all
}

/// What is published of each file of `data/`: of a CSV that is one table the clean one, of any other the file itself.
/// A file that holds counts that are not shown is represented by its table's, too.
pub(super) fn received(files: &Files, tables: &Tables) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for file in withheld_of(tables) {
        let clean = clean_csv(files, file.dataset, Some(file.resource));
        let page = || address::dataset(file.dataset);
        let path = clean.map_or_else(page, |clean| clean.path.clone());
        all.entry(file.received.path.clone()).or_insert(path);
    }
    for file in files
        .all()
        .iter()
        .filter(|file| file.role == Role::Received)
    {
        let Some(name) = &file.copy_of else { continue };
        let is_csv = name.to_ascii_lowercase().ends_with(".csv");
        let clean = is_csv
            .then(|| clean_csv(files, &file.dataset, file.resource.as_deref()))
            .flatten();
        let path = clean.map_or(&file.path, |clean| &clean.path);
        // One file may hold several tables, and then represents all of them.
        all.entry(name.clone())
            .and_modify(|path| path.clone_from(&file.path))
            .or_insert_with(|| path.clone());
    }
    all
}

/// Returns the clean CSV of the table that was read from a file.
fn clean_csv<'f>(
    files: &'f Files,
    dataset: &str,
    resource: Option<&str>,
) -> Option<&'f DownloadFile> {
    let tables = files.of(dataset);
    let mut tables = tables.filter(|f| f.role == Role::Table && f.path.ends_with(".csv"));
    tables.find(|f| f.resource.as_deref() == resource)
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn has_scheme(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or_default();
    scheme.len() < target.len()
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_and_escapes() {
        assert!(has_scheme("https://a") && has_scheme("mailto:a") && has_scheme("figure:x/y"));
        assert!(!has_scheme("a/b:c") && !has_scheme("about.html"));
        assert_eq!(decode_percent("a%20b%C3%B1%zz%+f%2"), "a bñ%zz%+f%2");
    }
}
