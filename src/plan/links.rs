//! Links of texts: what the author wrote, and where in the site it leads.

use super::Plan;
use super::address::{folder_of, in_lang, normal, relative};
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::Portal;
use crate::model::body::MARKDOWN;
use crate::model::head::Head;
use crate::text::lang::Lang;
use crate::text::names::composed;
use crate::text::web::encode_address;
use pulldown_cmark::{Event, Parser, Tag};

/// Where a text's link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lead {
    /// Out of the site, or to a place on the same page: left as written.
    AsWritten,
    /// To a page: its address, and what follows from `?` or `#` on.
    Page(String, String),
    /// To a file that stands once for all languages, and what follows from `?` or `#` on.
    File(String, String),
    /// Nowhere.
    Broken,
}

impl Plan {
    /// Where `target` leads, written in the file `source` of the portal.
    ///
    /// A link names another file of `content/` (`../reports/x.md`), or an address of the site as seen from the page
    /// (`../datasets/y/index.html`), or from the root (`/about.html`).
    pub fn lead(&self, target: &str, source: &str) -> Lead {
        let (path, rest) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
        if path.is_empty() || has_scheme(path) || path.starts_with("//") {
            return Lead::AsWritten;
        }
        let path = &*decode(path);
        let found = |lead: Option<Lead>| lead.unwrap_or(Lead::Broken);
        if path.ends_with(".md") {
            let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
            let file = path.strip_prefix('/').map_or_else(|| normal(folder, path), |rooted| normal("content", rooted));
            let page = file.and_then(|file| self.page_of(&file).map(str::to_owned));
            return found(page.map(|page| Lead::Page(page, rest.to_owned())));
        }
        let own = self.made_from(source).unwrap_or("index.html");
        let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
        let Some(mut site_path) = normal(folder, path) else { return Lead::Broken };
        if path.ends_with('/') || site_path.is_empty() {
            site_path = format!("{site_path}/index.html").trim_start_matches('/').to_owned();
        }
        if self.has(&site_path) {
            return Lead::Page(site_path, rest.to_owned());
        }
        if let Some(path) = self.file_named(&site_path) {
            return Lead::File(path.to_owned(), rest.to_owned());
        }
        found(self.stands_for(&site_path).map(|page| Lead::Page(page.to_owned(), String::new())))
    }

    /// [`Plan::lead`] as a link on a page in a language; none to leave it as written.
    pub fn resolve(&self, lead: &Lead, page: &str, lang: &Lang) -> Option<String> {
        match lead {
            Lead::AsWritten | Lead::Broken => None,
            Lead::Page(address, rest) => {
                let to = in_lang(lang, &self.catalog.portal.main, address);
                Some(format!("{}{}", relative(page, &to), encode_address(rest)))
            }
            Lead::File(path, rest) => Some(format!("{}{}", relative(page, path), encode_address(rest))),
        }
    }

    /// The page made of a file of the portal, whose name may write its accents in either of two ways.
    fn page_of(&self, file: &str) -> Option<&str> {
        let composed_name = || self.composed.get(&composed(file)).map(String::as_str);
        self.made_from(file).or_else(|| self.made_from(composed_name()?))
    }

    /// The path of a file of the site, whose name may write its accents in either of two ways.
    fn file_named(&self, path: &str) -> Option<&str> {
        let own = self.files.get_key_value(path).map(|(path, _)| path.as_str());
        own.or_else(|| {
            self.composed.get(&composed(path)).map(String::as_str).filter(|path| self.files.contains_key(*path))
        })
    }

    /// Enters the names of files and pages whose accents are characters of their own, as macOS writes them, so that a link
    /// finds them whose author typed letters with accents.
    pub(super) fn compose_names(&mut self) {
        let names = self.files.keys().chain(self.by_source.keys()).filter(|name| !name.is_ascii());
        self.composed = names.map(|name| (composed(name), name.clone())).collect();
    }

    /// The size of the file that a link leads to, where it is one and its size is known.
    pub fn size(&self, lead: &Lead) -> Option<u64> {
        match lead {
            Lead::File(path, _) => self.files.get(path).copied().flatten(),
            _ => None,
        }
    }

    /// The language of a page by its path.
    pub fn lang_of(&self, path: &str) -> &Lang {
        let first = path.split('/').next().unwrap_or_default();
        let languages = &self.catalog.portal.languages;
        languages.iter().skip(1).find(|l| folder_of(l) == first).unwrap_or(&self.catalog.portal.main)
    }
}

/// Finds every link of every text, and every file named as evidence, that leads nowhere.
pub fn check(portal: &Portal, plan: &Plan, sink: &mut Sink) {
    let of_milestones = portal.commitments.iter().flat_map(|c| {
        let all = c.milestones.iter().flat_map(|m| &m.evidence);
        all.map(|proof| (&c.head, proof))
    });
    let of_reports = portal.reports.iter().flat_map(|r| r.proofs().map(|proof| (&r.head, proof)));
    for (head, url) in of_milestones.chain(of_reports).filter_map(|(head, proof)| Some((head, proof.url.as_ref()?))) {
        if plan.lead(&url.value, &head.file.path) == Lead::Broken {
            sink.push(
                broken(portal, plan, head, portal.settings.main(), &url.value).at(head.file.place(url.span.clone())),
            );
        }
    }
    for head in portal.heads() {
        for (lang, body) in &head.body {
            for section in &body.sections {
                section_links(portal, plan, head, lang, section, sink);
            }
        }
    }
}

fn section_links(
    portal: &Portal,
    plan: &Plan,
    head: &Head,
    lang: &Lang,
    section: &crate::model::body::Section,
    sink: &mut Sink,
) {
    for (event, span) in Parser::new_ext(&section.markdown, MARKDOWN).into_offset_iter() {
        let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else {
            continue;
        };
        if plan.lead(&dest_url, &head.file.path) != Lead::Broken {
            continue;
        }
        let own = lang == portal.settings.main();
        let place = if own {
            head.file.place(section.span.start + span.start..section.span.start + span.end)
        } else {
            crate::diag::Place::file(format!("{}.{lang}.md", head.file.path.trim_end_matches(".md")))
        };
        sink.push(broken(portal, plan, head, lang, &dest_url).at(place));
    }
}

fn broken(portal: &Portal, plan: &Plan, head: &Head, lang: &Lang, target: &str) -> Diagnostic {
    let page = in_lang(lang, portal.settings.main(), plan.made_from(&head.file.path).unwrap_or(&head.file.path));
    Diagnostic::new(&codes::LINK_BROKEN).arg("page", page).arg("target", target).arg("more", 0_usize)
}

fn has_scheme(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or_default();
    scheme.len() < target.len()
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// Percent-decoded, where that gives UTF-8.
pub fn decode(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        // The parser of numbers would take a sign too.
        let hex = (bytes[i] == b'%').then(|| path.get(i + 1..i + 3)).flatten();
        let hex = hex.filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                i += 3;
            }
            None => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_and_escapes() {
        assert!(has_scheme("https://a") && has_scheme("mailto:a") && has_scheme("figure:x/y"));
        assert!(!has_scheme("a/b:c") && !has_scheme("about.html"));
        assert_eq!(decode("a%20b%C3%B1%zz%+f%2"), "a bñ%zz%+f%2");
    }
}
