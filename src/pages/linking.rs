//! Links from a page to other pages, to files and to the web, relative to where the page is.

use super::address::{in_lang, relative};
use super::context::{Download, Evidence, FactSource, Link, Phrase};
use super::{NAMES, PagePlan, SiteFacts, Title};
use crate::downloads::{DownloadFile, Role};
use crate::model::evidence::Proof;
use crate::model::head::Head;
use crate::model::term::TermRef;
use crate::model::vocabulary::Taxonomy;
use crate::record::Record;
use crate::text::web::web_address;

/// Digits of a checksum that a list shows.
const SUM_DIGITS: usize = 12;

/// Endings of files whose format a reader is told.
const DOCUMENTS: &[&str] = &[
    "csv", "doc", "docx", "epub", "jpeg", "jpg", "mp3", "mp4", "ods", "odt", "pdf", "png", "ppt",
    "pptx", "txt", "xls", "xlsx", "zip",
];

/// The way from a page to an address in the page's language.
pub(crate) fn href(site: &SiteFacts<'_>, page: &PagePlan, address: &str) -> String {
    relative(
        &page.path,
        &in_lang(&page.lang, site.portal.settings.main(), address),
    )
}

/// The way from a page to a file that is once for all languages.
pub(crate) fn href_of_file(page: &PagePlan, path: &str) -> String {
    relative(&page.path, path)
}

/// A title as a phrase.
pub(crate) fn title(page: &PagePlan, title: &Title) -> Phrase {
    match title {
        Title::Words(words) => Phrase::of(words, &page.lang).unwrap_or_default(),
        Title::Message(id) => Phrase::message(*id),
        Title::Sentence(id, names) => {
            let names = names.iter().map(|name| self::title(page, name));
            Phrase::sentence(id, NAMES.into_iter().zip(names))
        }
    }
}

/// A link to the page at an address, with that page's title.
pub(crate) fn link(site: &SiteFacts<'_>, page: &PagePlan, address: &str) -> Option<Link> {
    let draft = site.plan.page(address)?;
    Some(Link::to(
        title(page, &draft.title),
        href(site, page, address),
    ))
}

/// A link to the list of everything of a kind: its folder, `datasets` or `reports`, is also in the message's name.
pub(crate) fn all_of(site: &SiteFacts<'_>, page: &PagePlan, folder: &str) -> Option<Link> {
    let address = super::address::list(folder, 1);
    site.plan.has(&address).then(|| {
        Link::to(
            Phrase::message(format!("all-{folder}")),
            href(site, page, &address),
        )
    })
}

/// Evidence that a page names: of a file of this portal with its size.
pub(crate) fn evidence(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    head: &Head,
    proof: &Proof,
) -> Evidence {
    let url = proof.url.as_ref().map(|url| url.value.as_str());
    let name = url
        .unwrap_or_default()
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .rsplit('/')
        .next();
    let ending = name
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, ending)| ending.to_lowercase());
    Evidence {
        title: Phrase::new(&proof.title),
        href: url.and_then(|url| leads(site, page, head, url)),
        format: ending.filter(|ending| DOCUMENTS.contains(&ending.as_str())),
        bytes: url.and_then(|url| site.plan.size(&site.plan.lead(url, &head.file.path))),
        date: proof.date.map(|date| date.to_string()),
    }
}

/// Where an address among a page's facts leads: to the web, or to what the site has.
fn leads(site: &SiteFacts<'_>, page: &PagePlan, head: &Head, url: &str) -> Option<String> {
    let inside = site.plan.resolve(
        &site.plan.lead(url, &head.file.path),
        &page.path,
        &page.lang,
    );
    inside.or_else(|| web_address(url))
}

/// A link to a term's page.
pub(crate) fn term(site: &SiteFacts<'_>, page: &PagePlan, taxonomy: Taxonomy, id: &str) -> Link {
    link(site, page, &super::address::term(taxonomy, id))
        .unwrap_or_else(|| Link::unlinked(Phrase::new(id)))
}

/// Sources of a page's facts.
pub(crate) fn sources(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    head: &Head,
    sources: &[crate::model::head::CitedSource],
) -> Vec<FactSource> {
    sources
        .iter()
        .filter_map(|source| {
            Some(FactSource {
                title: Phrase::of(&source.title, &page.lang)?,
                href: source
                    .url
                    .as_ref()
                    .and_then(|url| leads(site, page, head, &url.value)),
                date: source.date.map(|d| d.to_string()),
            })
        })
        .collect()
}

/// The formats of a table that most people want.
const MAIN_FORMATS: [&str; 2] = ["csv", "xlsx"];

/// Returns the facts of a download, with the way to it.
pub(crate) fn download(page: &PagePlan, file: &DownloadFile, record: &Record) -> Download {
    let role = match file.role {
        Role::Table => "table",
        Role::Excel => "excel",
        Role::Sample => "sample",
        Role::Received => "received",
        Role::Archive => "archive",
        Role::Joined => "joined",
        Role::Description => "description",
    };
    Download {
        href: href_of_file(page, &file.path),
        file: file.path.rsplit('/').next().unwrap_or_default().to_owned(),
        format: file.format.clone(),
        role: role.to_owned(),
        main: file.role == Role::Table && MAIN_FORMATS.contains(&&*file.format),
        bytes: file.bytes,
        rows: file.rows,
        updated: record.modified.map(|d| d.to_string()),
        sum: Some(file.sha256.chars().take(SUM_DIGITS).collect()),
    }
}

/// Returns the links to a thing's terms of a taxonomy.
pub(crate) fn terms<'t>(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    taxonomy: Taxonomy,
    terms: impl IntoIterator<Item = &'t TermRef>,
) -> Vec<Link> {
    terms
        .into_iter()
        .map(|named| term(site, page, taxonomy, &named.id))
        .collect()
}

/// Returns the link to the only term that a thing has of a taxonomy.
pub(crate) fn only_term(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    taxonomy: Taxonomy,
    named: Option<&TermRef>,
) -> Option<Link> {
    named.map(|named| term(site, page, taxonomy, &named.id))
}

/// Returns what shows that a thing of the page with this head was done.
pub(crate) fn evidence_of(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    head: &Head,
    proofs: &[Proof],
) -> Vec<Evidence> {
    proofs
        .iter()
        .map(|proof| evidence(site, page, head, proof))
        .collect()
}
