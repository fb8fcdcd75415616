//! Host files: what each static host wants to be told. A new host is a file here and a line in [`ALL`].
//!
//! Nothing of the site depends on them: pages name files, and former addresses have pages of their own.

mod apache;
mod git;
mod headers;
mod jekyll;
mod redirect_pages;
mod redirects;

use super::opensearch::{FILE as OPENSEARCH, MEDIA_TYPE as OPENSEARCH_TYPE};
use super::policy::Needs;
use crate::catalogs;
use crate::pages::{FormerAddress, PagePlan, SiteFacts, address};
use crate::render::Theme;
use crate::stage::OutputFile;
use crate::text::lang::Lang;
use crate::text::web::AddressParts;
use tragaluz_tables::writers::FORMATS;

/// A former address and the page that took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Redirect {
    /// The former path from the site's root, with `/`.
    pub(crate) from: String,
    /// The present page's path.
    pub(crate) to: String,
    /// The title of the page now.
    pub(crate) title: String,
    /// The language of that page.
    pub(crate) lang: Lang,
    /// The words "This page has moved" in that language.
    pub(crate) moved: String,
}

impl Redirect {
    /// The redirect from a former address of a page.
    fn of(former: &FormerAddress, page: &PagePlan, theme: &Theme) -> Redirect {
        let lang = &page.lang;
        Redirect {
            from: former.from.clone(),
            to: page.path.clone(),
            title: page
                .draft
                .title
                .text(lang, &|id, args| theme.say(lang, id, args)),
            lang: lang.clone(),
            moved: theme.say(lang, "moved", &[]),
        }
    }
}

/// What host files are made of.
#[derive(Debug, Clone, Default)]
pub(crate) struct HostFacts {
    /// Where the portal will be, ending in `/`.
    pub(crate) base_url: Option<String>,
    pub(crate) redirects: Vec<Redirect>,
    /// Files that hold the whole catalogue, with their media types.
    pub(crate) hints: Vec<(String, &'static str)>,
    /// The folder of each language: the empty text for the main one, else its tag with `/`.
    pub(crate) folders: Vec<String>,
    /// What pages may load and run.
    pub(crate) needs: Needs,
}

impl HostFacts {
    /// What hosts are told of a site.
    pub(crate) fn of(view: &SiteFacts<'_>, theme: &Theme) -> HostFacts {
        let plan = view.plan;
        let former = plan.former.iter();
        let former = former.map(|former| Redirect::of(former, &plan.pages[former.page], theme));
        let main = &plan.catalog.portal.main;
        let moved = plan.moved.iter().map(|file| Redirect {
            from: file.from.clone(),
            to: file.to.clone(),
            title: file.to.clone(),
            lang: main.clone(),
            moved: theme.say(main, "moved", &[]),
        });
        HostFacts {
            base_url: plan.catalog.portal.base_url.clone(),
            redirects: former.chain(moved).collect(),
            hints: catalogs::hints(&plan.catalog),
            folders: plan
                .catalog
                .portal
                .languages
                .iter()
                .map(|l| address::in_lang(l, &plan.catalog.portal.main, ""))
                .collect(),
            needs: Needs::of(&view.portal.settings, theme, plan.has_search()),
        }
    }
}

impl HostFacts {
    /// The path of the site's root on its host: `/` or, in a subfolder, `/folder/`.
    fn root(&self) -> String {
        let path = self
            .base_url
            .as_deref()
            .and_then(AddressParts::of)
            .map(|parts| parts.rest)
            .filter(|path| path.starts_with('/'));
        path.unwrap_or("/").to_owned()
    }
}

/// A host, or several that read the same file.
pub(crate) trait Host: Sync {
    /// Returns the files that the host reads.
    fn files(&self, facts: &HostFacts) -> Vec<OutputFile>;
}

pub(crate) static ALL: &[&dyn Host] = &[
    &jekyll::NoJekyll,
    &git::Git,
    &headers::Headers,
    &redirects::Redirects,
    &apache::Apache,
    &redirect_pages::RedirectPages,
];

/// Returns every host's files, in the order of [`ALL`].
pub(crate) fn all(facts: &HostFacts) -> Vec<OutputFile> {
    ALL.iter().flat_map(|host| host.files(facts)).collect()
}

/// Folders whose XML files are feeds, besides every `feed.xml`.
const FEED_FOLDERS: &[&str] = &["commitments", "institutions"];

/// Media types by file name ending, for hosts that do not know them. Registered at IANA where there is a registration.
///
/// A character set is named only for pages and text editions, where browsers would guess another. Everything else that
/// we write is UTF-8 by its own standard (JSON by RFC 8259, CSV by RFC 7111, Turtle; XML says it itself), while a file
/// passed on as it was received may be in any: to call it UTF-8 would be wrong.
const MEDIA_TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("csv", "text/csv"),
    ("tsv", "text/tab-separated-values"),
    ("json", "application/json"),
    ("ndjson", "application/x-ndjson"),
    ("geojson", "application/geo+json"),
    ("jsonld", "application/ld+json"),
    ("ttl", "text/turtle"),
    ("rdf", "application/rdf+xml"),
    ("xml", "application/xml"),
    ("svg", "image/svg+xml"),
    ("ics", "text/calendar; charset=utf-8"),
    ("bib", "application/x-bibtex"),
    ("ris", "application/x-research-info-systems"),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("parquet", "application/vnd.apache.parquet"),
    ("sqlite", "application/vnd.sqlite3"),
    ("epub", "application/epub+zip"),
    ("zim", "application/zim"),
    ("zip", "application/zip"),
];

/// Returns the media types of [`MEDIA_TYPES`], and those that download formats tell of endings in no table here.
fn media_types() -> impl Iterator<Item = (&'static str, &'static str)> {
    let formats = FORMATS.iter().map(|format| {
        let ending = format.ending();
        let last = ending.rsplit_once('.').map_or(ending, |(_, last)| last);
        (last, format.media_type())
    });
    let tables = MEDIA_TYPES.iter().copied();
    tables.chain(formats.filter(|(ending, _)| !is_in_a_table(ending)))
}

/// Returns the media type of every ending, for hosts that take ours in place of their own.
pub(crate) fn served_types() -> impl Iterator<Item = (&'static str, &'static str)> {
    media_types().chain(KNOWN_TO_HOSTS.iter().copied())
}

/// Returns whether a table here tells the media type of an ending.
fn is_in_a_table(ending: &str) -> bool {
    let mut known = MEDIA_TYPES.iter().chain(KNOWN_TO_HOSTS);
    known.any(|(known, _)| *known == ending)
}

/// The media type by which a file is served: what `tragaluz serve` says and hosts are told.
pub fn media_type(path: &str) -> &'static str {
    let mut parts = path.rsplit(['/', '\\']);
    let name = parts.next().unwrap_or_default();
    let folder = parts.next().unwrap_or_default();
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_ascii_lowercase();
    if name == "feed.xml" || ending == "xml" && FEED_FOLDERS.contains(&folder) {
        return FEED_TYPE;
    }
    if name == "void" && folder == ".well-known" {
        return "text/turtle";
    }
    if name == OPENSEARCH {
        return OPENSEARCH_TYPE;
    }
    if name == "feed.json" {
        return JSON_FEED_TYPE;
    }
    let known = media_types()
        .chain(KNOWN_TO_HOSTS.iter().copied())
        .find(|(known, _)| *known == ending);
    let media_type = known.map_or("application/octet-stream", |(_, media_type)| media_type);
    // A received file may be in any character set.
    if folder == "original" {
        media_type.split(';').next().unwrap_or_default()
    } else {
        media_type
    }
}

/// Media types that every host knows.
const KNOWN_TO_HOSTS: &[(&str, &str)] = &[
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("pdf", "application/pdf"),
    ("gz", "application/gzip"),
];

/// The media type of feeds, which would else be any XML.
pub(crate) const FEED_TYPE: &str = "application/atom+xml";

/// The media type of JSON feeds.
const JSON_FEED_TYPE: &str = "application/feed+json";

/// Pages that point to the catalogs, from the site's root: the home page by both its names, and the list of datasets.
fn hinted_pages(facts: &HostFacts) -> Vec<String> {
    let pages = ["", "index.html", "datasets/", "datasets/index.html"];
    facts
        .folders
        .iter()
        .flat_map(|folder| pages.iter().map(move |page| format!("{folder}{page}")))
        .collect()
}

/// The header `Link` (RFC 8288) that leads programs from a page to the catalogs; none where there are no catalogs that
/// harvesters take.
fn link_header(facts: &HostFacts) -> Option<String> {
    facts.base_url.as_ref()?;
    let root = facts.root();
    let hints = facts.hints.iter();
    let links: Vec<String> = hints
        .map(|(path, media_type)| {
            format!("<{root}{path}>; rel=\"alternate\"; type=\"{media_type}\"")
        })
        .collect();
    (!links.is_empty()).then(|| links.join(", "))
}

/// Headers of every answer of every portal: nothing is guessed, no address is told to other hosts beyond its host, and a browser asks
/// again after five minutes, so that a correction is seen the same day. Data must be readable from programs on other hosts' pages.
pub(crate) fn common_headers() -> [(&'static str, &'static str); 4] {
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Access-Control-Allow-Origin", "*"),
        ("Cache-Control", "public, max-age=300, must-revalidate"),
    ]
}

/// Those of this portal: no other site may frame its pages, and they run what it says.
fn shared_headers(facts: &HostFacts) -> Vec<(&'static str, String)> {
    let common = common_headers().map(|(name, value)| (name, value.to_owned()));
    let mut headers = common.to_vec();
    headers.insert(2, ("Content-Security-Policy", facts.needs.of_host()));
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(base: Option<&str>) -> HostFacts {
        HostFacts {
            base_url: base.map(str::to_owned),
            redirects: vec![Redirect {
                from: "viejo/año 1.html".into(),
                to: "commitments/x.html".into(),
                title: "<b>\"x\"".into(),
                lang: Lang::parse("es").unwrap(),
                moved: "Esta página se mudó".into(),
            }],
            hints: vec![
                ("catalog.ttl".into(), "text/turtle"),
                ("data.json".into(), "application/json"),
            ],
            folders: vec![String::new(), "en/".into()],
            needs: Needs {
                form_endpoints: vec!["https://forms.example/f/1?x".into()],
                ..Needs::default()
            },
        }
    }

    fn text(facts: &HostFacts, path: &str) -> String {
        all(facts)
            .into_iter()
            .find(|m| m.path == path)
            .unwrap_or_else(|| panic!("{path}"))
            .text
    }

    #[test]
    fn headers_name_types_and_keep_other_hosts_out() {
        let headers = text(&facts(None), "_headers");
        assert!(headers.contains("/*.csv\n  Content-Type: text/csv\n"));
        assert!(headers.contains("form-action 'self' https://forms.example; frame"));
        let longest = headers.lines().map(str::len).max().unwrap();
        assert!(longest < 2000, "Cloudflare takes lines of 2,000 characters");
        assert!(
            headers.matches("\n/").count() < 100,
            "Cloudflare takes 100 rules"
        );
    }

    #[test]
    fn received_files_are_said_to_be_in_no_character_set() {
        assert_eq!(media_type("datasets/x/original/notas.txt"), "text/plain");
        assert_eq!(
            media_type("datasets/x/index.txt"),
            "text/plain; charset=utf-8"
        );
        assert_eq!(media_type("datasets/x/x.csv"), "text/csv");
        let headers = text(&facts(None), "_headers");
        let named: Vec<&str> = headers
            .lines()
            .filter(|line| line.contains("charset"))
            .collect();
        assert_eq!(
            named.len(),
            3,
            "only pages, text editions and calendars: {named:?}"
        );
    }

    #[test]
    fn feeds_are_told_from_other_xml() {
        for feed in [
            "feed.xml",
            "en/feed.xml",
            "datasets/x/feed.xml",
            "commitments/x.xml",
            "en/institutions/y.xml",
        ] {
            assert_eq!(media_type(feed), "application/atom+xml", "{feed}");
        }
        assert_eq!(media_type("sitemap.xml"), "application/xml");
        assert_eq!(media_type("en/feed.json"), "application/feed+json");
        let headers = text(&facts(None), "_headers");
        for rule in [
            "/*/feed.xml",
            "/commitments/*.xml",
            "/en/institutions/*.xml",
        ] {
            assert!(
                headers.contains(&format!("{rule}\n  Content-Type: application/atom+xml\n")),
                "{rule}: {headers}"
            );
        }
    }

    #[test]
    fn pages_lead_programs_to_the_catalogs() {
        let headers = text(&facts(Some("https://a.example/p/")), "_headers");
        let link = "  Link: </p/catalog.ttl>; rel=\"alternate\"; type=\"text/turtle\", </p/data.json>; \
                    rel=\"alternate\"; type=\"application/json\"\n";
        for page in ["/p/", "/p/index.html", "/p/en/datasets/index.html"] {
            assert!(
                headers.contains(&format!("\n{page}\n{link}")),
                "{page}: {headers}"
            );
        }
        assert!(
            !text(&facts(None), "_headers").contains("Link"),
            "only with a base address"
        );
    }

    #[test]
    fn former_addresses_lead_on_at_a_root_and_in_a_subfolder() {
        let at_root = text(&facts(None), "_redirects");
        assert_eq!(
            at_root,
            "/viejo/a%C3%B1o%201.html /commitments/x.html 301\n"
        );
        let below = facts(Some("https://a.example/p/"));
        assert_eq!(
            text(&below, "_redirects"),
            "/p/viejo/a%C3%B1o%201.html /p/commitments/x.html 301\n"
        );
        let apache = text(&below, ".htaccess");
        assert!(
            apache.contains("Redirect 301 \"/p/viejo/año 1.html\" \"/p/commitments/x.html\"\n"),
            "{apache}"
        );
        assert!(apache.contains("ErrorDocument 404 /p/404.html\n"));
    }

    #[test]
    fn a_former_address_is_a_page_too() {
        let page = text(&facts(None), "viejo/año 1.html");
        assert!(
            page.contains("content=\"0; url=../commitments/x.html\""),
            "{page}"
        );
        assert!(
            page.contains("<html lang=\"es\" dir=\"ltr\">")
                && page.contains("&lt;b&gt;&quot;x&quot;")
        );
        assert!(page.contains("<link rel=\"canonical\" href=\"../commitments/x.html\">"));
    }

    #[test]
    fn a_site_without_former_addresses_needs_no_redirects() {
        let facts = HostFacts::default();
        let paths: Vec<String> = all(&facts).into_iter().map(|m| m.path).collect();
        assert_eq!(
            paths,
            [
                ".nojekyll",
                ".gitattributes",
                "_headers",
                "_redirects",
                ".htaccess"
            ]
        );
    }
}
