//! The whole portal in one file for Kiwix (<https://kiwix.org>), which shows it on any telephone and passes it on to the
//! next one.

mod archive;
mod cluster_cache;
mod icon;
mod links;
mod metadata;

use super::contents::{Contents, EditionFile, of_portal};
use super::edition_cache::parts;
use super::{Edition, EditionFormat, Portable, one_line, writing};
use crate::diag::Fatal;
use crate::feeds::ListedPage;
use crate::pages::editions::MadeEdition;
use crate::pages::service_worker::FILE as WORKER;
use crate::site::hosts::media_type;
use crate::site::policy;
use archive::{Clusters, EntryContent, ZimArchive, ZimEntry};
use cluster_cache::{ClusterCache, ClusterLocations};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Read, Write};

/// The whole portal as one ZIM file.
pub(crate) struct Zim;

const FILE: &str = "site.zim";

/// The entry that leads to the first page.
const MAIN: &str = "mainPage";

/// Listings of entries by title: of all, and of pages.
const LISTINGS: [&str; 2] = ["listing/titleOrdered/v0", "listing/titleOrdered/v1"];

/// The media type of pages.
const HTML: &str = "text/html";

/// The media type of metadata.
const PLAIN_TEXT: &str = "text/plain;charset=utf-8";

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

    /// Adds the portal's files; a copy of another file leads to it.
    fn files(&mut self) -> io::Result<()> {
        let mut first: BTreeMap<String, &str> = BTreeMap::new();
        let contents = self.contents;
        for (path, content) in &contents.files {
            let media_type = type_of_entry(path);
            let title = self
                .titles
                .get(path.as_str())
                .map(|listed| one_line(&listed.title))
                .unwrap_or_default();
            if media_type != HTML {
                if let Some(other) = first.get(&content.sha256()) {
                    let copied = EntryContent::Other(b'C', (*other).to_owned());
                    self.entry(b'C', path, &title, copied);
                    continue;
                }
                first.insert(content.sha256(), path);
            }
            let number = self.type_of(&media_type);
            let (cluster, place) = if media_type == HTML {
                self.add_page(path, content)?
            } else {
                let mut from = self.open(path, content)?;
                self.clusters
                    .add(is_packed(path), content.bytes(), &mut from)?
            };
            self.clusters.part(path)?;
            *self.counts.entry(media_type).or_default() += 1;
            let held = EntryContent::Content(number, cluster, place);
            self.entry(b'C', path, &title, held);
        }
        Ok(())
    }

    /// Adds a page as it is here: without its policy, for readers of archives add scripts of their own, and serve pages from
    /// places that no policy names; and with links that lead into the archive or to the web.
    fn add_page(&mut self, path: &str, content: &EditionFile<'_>) -> io::Result<(u32, u32)> {
        let mut html = Vec::new();
        content.copy(self.site, path, &mut html)?;
        let html = policy::without(&String::from_utf8_lossy(&html));
        let base = self.site.view.portal.settings.base_url.as_deref();
        let files = &self.contents.files;
        let html = links::within(&html, path, base, &|path| files.contains_key(path));
        self.clusters
            .add(false, html.len() as u64, &mut html.as_bytes())
    }

    fn open<'c>(&self, path: &str, content: &EditionFile<'c>) -> io::Result<Box<dyn Read + 'c>> {
        Ok(match content {
            EditionFile::Own(text) => Box::new(text.as_bytes()),
            EditionFile::Staged(..) => Box::new(self.site.staging.open(path)?),
        })
    }

    /// Adds what libraries say of the archive. The portal's main language speaks.
    fn metadata(&mut self) -> io::Result<()> {
        for (name, text) in metadata::facts(self.site, &self.counts) {
            self.add(b'M', name, PLAIN_TEXT, text.as_bytes(), false)?;
        }
        let picture = icon::png();
        self.add(b'M', "Illustration_48x48@1", "image/png", &picture, true)
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

/// Returns the media type of a file as archives tell it: pages without their character set, others without a blank.
fn type_of_entry(path: &str) -> String {
    let media_type = media_type(path).replace("; ", ";");
    if media_type.starts_with(HTML) {
        HTML.to_owned()
    } else {
        media_type
    }
}

/// Whether a file is compressed in itself.
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
