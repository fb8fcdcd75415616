//! The whole portal in one file for Kiwix (<https://kiwix.org>), which shows it on any telephone and passes it on to the
//! next one.

mod archive;
mod cluster_cache;
mod icon;
mod links;

use super::contents::{Contents, of_portal};
use super::edition_cache::parts;
use super::{Edition, EditionFormat, Portable, one_line, writing};
use crate::diag::Fatal;
use crate::feeds::ListedPage;
use crate::pages::editions::MadeEdition;
use crate::pages::service_worker::FILE as WORKER;
use crate::site::hosts::media_type;
use crate::site::policy;
use crate::text::lang::Lang;
use crate::text::slug::slug;
use archive::{Clusters, EntryContent, ZimArchive, ZimEntry};
use cluster_cache::{ClusterCache, ClusterLocations};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Read, Write};

/// The edition.
pub(crate) struct Zim;

const FILE: &str = "site.zim";

/// The entry that leads to the first page.
const MAIN: &str = "mainPage";

/// Listings of entries by title: of all, and of pages.
const LISTINGS: [&str; 2] = ["listing/titleOrdered/v0", "listing/titleOrdered/v1"];

/// Characters of a title and of a description, which libraries show on one line.
const TITLE: usize = 30;
const DESCRIPTION: usize = 80;

impl Edition for Zim {
    fn kind(&self) -> EditionFormat {
        EditionFormat::Zim
    }

    fn make(&self, site: &Portable<'_>, before: &[MadeEdition]) -> Result<Vec<MadeEdition>, Fatal> {
        let mut contents = of_portal(site, before);
        contents
            .files
            .retain(|path, content| !is_for_hosts(path) && content.bytes() > 0);
        let mut out = site.create(FILE)?;
        let places = pack(site, &contents, &mut out).map_err(writing(FILE))?;
        let left_out = contents.left_out.len() as u64;
        let made = MadeEdition {
            left_out,
            ..site.finish(EditionFormat::Zim, out)?
        };
        site.cache.put(parts(&made.sha256), &places);
        Ok(vec![made])
    }
}

/// What only a host reads, and the page that it shows for an address that does not exist.
fn is_for_hosts(path: &str) -> bool {
    path.starts_with(".well-known/")
        || [
            "_headers",
            "_redirects",
            ".htaccess",
            ".nojekyll",
            "robots.txt",
            "404.html",
            WORKER,
        ]
        .contains(&path)
}

/// The edition on its way.
struct Packing<'a> {
    site: &'a Portable<'a>,
    contents: &'a Contents<'a>,
    titles: BTreeMap<&'a str, &'a ListedPage>,
    clusters: Clusters,
    archive: ZimArchive,
    counts: BTreeMap<String, u64>,
}

fn pack(
    site: &Portable<'_>,
    contents: &Contents<'_>,
    out: &mut dyn Write,
) -> io::Result<ClusterLocations> {
    let aside = site.staging.aside()?;
    let mut packing = Packing {
        site,
        contents,
        titles: site
            .listed
            .iter()
            .map(|listed| (listed.path.as_str(), listed))
            .collect(),
        clusters: Clusters::new(
            aside.file()?,
            ClusterCache::open(FILE, site.staging, site.cache),
        ),
        archive: ZimArchive {
            uuid: uuid(contents),
            types: Vec::new(),
            entries: Vec::new(),
            main: MAIN.to_owned(),
        },
        counts: BTreeMap::new(),
    };
    packing.files()?;
    packing.metadata()?;
    let to_main = EntryContent::Other(b'C', "index.html".to_owned());
    packing.entry(b'W', MAIN, "", to_main);
    packing.listings()?;
    let Packing {
        clusters, archive, ..
    } = packing;
    archive.write(clusters.finish()?, out)
}

/// A number made of what is inside (RFC 9562, §5.8).
fn uuid(contents: &Contents<'_>) -> [u8; 16] {
    let mut sum = Sha256::new();
    for (path, content) in &contents.files {
        sum.update(format!("{}  {path}\n", content.sha256()));
    }
    let sum = sum.finalize();
    let mut uuid: [u8; 16] = sum[..16].try_into().expect("sixteen bytes");
    uuid[6] = uuid[6] & 0x0f | 0x80;
    uuid[8] = uuid[8] & 0x3f | 0x80;
    uuid
}

impl Packing<'_> {
    fn entry(&mut self, namespace: u8, path: &str, title: &str, holds: EntryContent) {
        self.archive.entries.push(ZimEntry {
            namespace,
            path: path.to_owned(),
            title: title.to_owned(),
            holds,
        });
    }

    /// The place of a media type in the list.
    fn type_of(&mut self, media_type: &str) -> u16 {
        let known = self
            .archive
            .types
            .iter()
            .position(|known| known == media_type);
        let place = known.unwrap_or_else(|| {
            self.archive.types.push(media_type.to_owned());
            self.archive.types.len() - 1
        });
        u16::try_from(place).expect("there are not so many media types")
    }

    fn add(
        &mut self,
        namespace: u8,
        path: &str,
        media_type: &str,
        content: &[u8],
        packed: bool,
    ) -> io::Result<()> {
        let number = self.type_of(media_type);
        let (cluster, place) = self
            .clusters
            .add(packed, content.len() as u64, &mut &*content)?;
        self.entry(
            namespace,
            path,
            "",
            EntryContent::Content(number, cluster, place),
        );
        Ok(())
    }

    /// The portal's files; a copy of another file leads to it.
    fn files(&mut self) -> io::Result<()> {
        let mut first: BTreeMap<String, &str> = BTreeMap::new();
        let contents = self.contents;
        for (path, content) in &contents.files {
            let media_type = media_type(path).replace("; ", ";");
            let media_type = if media_type.starts_with("text/html") {
                "text/html"
            } else {
                &media_type
            };
            let title = self
                .titles
                .get(path.as_str())
                .map(|listed| one_line(&listed.title))
                .unwrap_or_default();
            if media_type != "text/html" {
                if let Some(other) = first.get(&content.sha256()) {
                    self.entry(
                        b'C',
                        path,
                        &title,
                        EntryContent::Other(b'C', (*other).to_owned()),
                    );
                    continue;
                }
                first.insert(content.sha256(), path);
            }
            let number = self.type_of(media_type);
            let (cluster, place) = if media_type == "text/html" {
                let mut html = Vec::new();
                content.copy(self.site, path, &mut html)?;
                // Readers of archives add scripts of their own, and serve pages from places that no policy names.
                let html = policy::without(&String::from_utf8_lossy(&html));
                let base = self.site.view.portal.settings.base_url.as_deref();
                let html =
                    links::within(&html, path, base, &|path| contents.files.contains_key(path));
                self.clusters
                    .add(false, html.len() as u64, &mut html.as_bytes())?
            } else {
                let mut from = self.open(path, content)?;
                self.clusters
                    .add(is_packed(path), content.bytes(), &mut from)?
            };
            self.clusters.part(path)?;
            *self.counts.entry(media_type.to_owned()).or_default() += 1;
            self.entry(
                b'C',
                path,
                &title,
                EntryContent::Content(number, cluster, place),
            );
        }
        Ok(())
    }

    fn open<'c>(
        &self,
        path: &str,
        content: &super::contents::EditionFile<'c>,
    ) -> io::Result<Box<dyn Read + 'c>> {
        Ok(match content {
            super::contents::EditionFile::Own(text) => Box::new(text.as_bytes()),
            super::contents::EditionFile::Staged(..) => Box::new(self.site.staging.open(path)?),
        })
    }

    /// What libraries say of it. The portal's main language speaks.
    fn metadata(&mut self) -> io::Result<()> {
        let site = self.site;
        let settings = &site.view.portal.settings;
        let main = settings.main();
        let title = site.title(main);
        let mut description = one_line(settings.description.text(main));
        if description.is_empty() {
            description = site.say(main, "zim-description", &[]);
        }
        let publisher = settings
            .publisher
            .as_ref()
            .map_or(title.clone(), |p| one_line(p.name.text(main)));
        let code = |lang: &Lang| {
            lang.iso639_3()
                .unwrap_or_else(|| "und".to_owned())
                .to_ascii_lowercase()
        };
        let mut codes: Vec<String> = settings.languages.iter().map(code).collect();
        codes.dedup();
        let name = Some(slug(&title))
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| "portal".to_owned());
        let counter: Vec<String> = self
            .counts
            .iter()
            .map(|(media_type, n)| format!("{media_type}={n}"))
            .collect();
        let date = site.view.as_of.map_or_else(
            || "1970-01-01".to_owned(),
            |date| date.last_day().to_string(),
        );
        let language = if codes.len() == 1 {
            codes[0].clone()
        } else {
            "mul".to_owned()
        };
        let facts = [
            ("Counter", counter.join(";")),
            ("Creator", publisher.clone()),
            ("Date", date),
            ("Description", shortened(&description, DESCRIPTION)),
            ("Language", codes.join(",")),
            ("Name", format!("{name}_{language}_all")),
            ("Publisher", publisher),
            (
                "Scraper",
                concat!("tragaluz ", env!("CARGO_PKG_VERSION")).to_owned(),
            ),
            ("Title", shortened(&title, TITLE)),
        ];
        for (name, text) in facts {
            self.add(
                b'M',
                name,
                "text/plain;charset=utf-8",
                text.as_bytes(),
                false,
            )?;
        }
        if let Some(licence) = &settings.licence {
            let name = one_line(
                licence
                    .name
                    .as_deref()
                    .or(licence.title.as_deref())
                    .unwrap_or_default(),
            );
            self.add(
                b'M',
                "License",
                "text/plain;charset=utf-8",
                name.as_bytes(),
                false,
            )?;
        }
        self.add(
            b'M',
            "Illustration_48x48@1",
            "image/png",
            &icon::png(),
            true,
        )
    }

    /// Which entries there are, by title. They hold the places of entries, themselves among them; so these are settled
    /// before their contents are known.
    fn listings(&mut self) -> io::Result<()> {
        let number = self.type_of("application/octet-stream+zimlisting");
        for path in LISTINGS {
            self.entry(b'X', path, "", EntryContent::Content(number, 0, 0));
        }
        self.archive.entries.sort();
        let is_page = |entry: &ZimEntry| {
            let listed = self.titles.get(entry.path.as_str());
            entry.namespace == b'C' && listed.is_some_and(|listed| listed.mapped)
        };
        let all = self.archive.by_title(|_| true);
        let pages = self.archive.by_title(is_page);
        for (path, places) in LISTINGS.into_iter().zip([all, pages]) {
            let bytes: Vec<u8> = places.into_iter().flat_map(u32::to_le_bytes).collect();
            let (cluster, place) =
                self.clusters
                    .add(true, bytes.len() as u64, &mut bytes.as_slice())?;
            let at = self.archive.place(b'X', path).expect("it was just entered");
            self.archive.entries[at as usize].holds = EntryContent::Content(number, cluster, place);
        }
        Ok(())
    }
}

/// Files that are compressed in themselves.
fn is_packed(path: &str) -> bool {
    const PACKED: &[&str] = &[
        "zip", "gz", "xlsx", "ods", "parquet", "png", "jpg", "jpeg", "gif", "webp", "pdf", "epub",
        "docx", "odt",
    ];
    let ending = path
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_ascii_lowercase();
    PACKED.contains(&ending.as_str())
}

/// At most so many characters, whole words where that leaves most of it.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    let between = if text[cut.len()..].starts_with(' ') {
        Some(cut.len())
    } else {
        cut.rfind(' ')
    };
    let words = between
        .filter(|at| *at > cut.len() / 2)
        .map_or(cut.as_str(), |at| &cut[..at]);
    format!("{}…", words.trim_end_matches([' ', ',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn titles_are_cut_between_words() {
        assert_eq!(shortened("Portal", 30), "Portal");
        assert_eq!(
            shortened("Portal de Gobierno Abierto de la Ciudad", 30),
            "Portal de Gobierno Abierto de…"
        );
        assert_eq!(
            shortened(&"ñ".repeat(40), 30),
            format!("{}…", "ñ".repeat(29))
        );
    }
}
