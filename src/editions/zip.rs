//! The whole portal as a folder, in one ZIP: what is published, byte for byte, a text to read first in each language, and
//! the checksums of it all. It opens with a double click, and a mirror can be put up of it.

use super::contents::{Contents, EditionFile, of_portal};
use super::{Edition, EditionFormat, Portable, free, one_line, writing};
use crate::diag::Fatal;
use crate::downloads::{Archive, PackedEntry, Packer};
use crate::pages::address::{OFFLINE, in_lang};
use crate::pages::editions::MadeEdition;
use crate::stage::{SUMS, Staging, sha256};
use crate::text::lang::Lang;
use crate::text::slug::slug;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// The edition.
pub(crate) struct Zip;

impl Edition for Zip {
    fn kind(&self) -> EditionFormat {
        EditionFormat::Zip
    }

    fn make(&self, site: &Portable<'_>, before: &[MadeEdition]) -> Result<Vec<MadeEdition>, Fatal> {
        let contents = of_portal(site, before);
        let mut out = site.create("site.zip")?;
        pack(site, &contents, &mut out).map_err(writing("site.zip"))?;
        let left_out = contents.left_out.len() as u64;
        Ok(vec![MadeEdition {
            left_out,
            ..site.finish(EditionFormat::Zip, out)?
        }])
    }
}

/// Writes every file, the texts to read first and the checksums before them.
fn pack(site: &Portable<'_>, contents: &Contents<'_>, out: &mut dyn Write) -> io::Result<()> {
    let aside = site.staging.aside()?;
    let mut packer = Packer::new(aside.file()?);
    let mut sums: BTreeMap<&str, String> = contents
        .files
        .iter()
        .map(|(path, content)| (path.as_str(), content.sha256()))
        .collect();
    let read_me = read_me(site, contents);
    sums.extend(
        read_me
            .iter()
            .map(|(path, text)| (path.as_str(), sha256(text.as_bytes()))),
    );
    let sums: String = sums
        .iter()
        .map(|(path, sum)| format!("{sum}  {path}\n"))
        .collect();
    for (path, text) in read_me
        .iter()
        .map(|(path, text)| (path.as_str(), text))
        .chain([(SUMS, &sums)])
    {
        packer.entry(path, text.len() as u64)?;
        packer.write_all(text.as_bytes())?;
    }
    let mut before = PreviousArchive::of(site);
    let files: Vec<(&String, &EditionFile<'_>)> = contents.files.iter().collect();
    for some in files.chunks(TOGETHER) {
        let known: Vec<bool> = some
            .iter()
            .map(|(path, content)| before.has(path, content))
            .collect();
        let packed: Vec<Option<PackedEntry>> = (some.par_iter().zip(&known))
            .map(|((path, content), known)| {
                let by_itself = !known && content.bytes() <= LARGE;
                by_itself.then(|| alone(site, path, content)).transpose()
            })
            .collect::<io::Result<_>>()?;
        for (((path, content), known), packed) in some.iter().zip(known).zip(packed) {
            match (packed, &mut before.archive) {
                (Some(packed), _) => packer.put(&packed)?,
                (None, Some(archive)) if known => packer.put_from(archive, path)?,
                _ => {
                    packer.entry(path, content.bytes())?;
                    content.copy(site, path, &mut packer)?;
                }
            }
        }
    }
    packer.finish(out)
}

/// Files that are packed side by side.
const TOGETHER: usize = 512;

/// Bytes from which on a file is packed as a stream, and not in memory.
const LARGE: u64 = 1 << 20;

fn alone(site: &Portable<'_>, path: &str, content: &EditionFile<'_>) -> io::Result<PackedEntry> {
    let mut bytes = Vec::new();
    content.copy(site, path, &mut bytes)?;
    PackedEntry::new(path, &bytes)
}

/// The archive of the last output, from which is taken what did not change since.
struct PreviousArchive<'a> {
    archive: Option<Archive>,
    staging: &'a Staging,
    /// Pages that are in an edition in another form, now or then.
    others: BTreeSet<&'a str>,
}

impl<'a> PreviousArchive<'a> {
    fn of(site: &'a Portable<'a>) -> PreviousArchive<'a> {
        let file = site.staging.open_previous("site.zip");
        let last = site.view.plan.pages.iter().filter(|page| page.kind.last());
        let inside = site.inside.iter().map(|page| page.path.as_str());
        let others = last.map(|page| page.path.as_str()).chain(inside).collect();
        PreviousArchive {
            archive: file.and_then(Archive::open),
            staging: site.staging,
            others,
        }
    }

    /// Whether it holds this very file.
    fn has(&self, path: &str, content: &EditionFile<'_>) -> bool {
        let EditionFile::Staged(_, sum) = content else {
            return false;
        };
        let same = self.staging.previous_sum(path) == Some(sum) && !self.others.contains(path);
        same && self
            .archive
            .as_ref()
            .is_some_and(|archive| archive.has(path))
    }
}

/// The texts to read first, by their names.
fn read_me(site: &Portable<'_>, contents: &Contents<'_>) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for lang in site.languages() {
        let name = Some(slug(&site.say(lang, "read-me-name", &[]))).filter(|name| !name.is_empty());
        let name = name.map_or_else(|| "README".to_owned(), |name| name.to_uppercase());
        let taken = |path: &str| {
            let same = |other: &String| other.eq_ignore_ascii_case(path);
            texts.keys().any(same) || contents.files.keys().any(same)
        };
        let name = free(&format!("{name}.txt"), &taken);
        texts.insert(name, text(site, contents, lang));
    }
    texts
}

/// A byte order mark and CRLF: the oldest Notepad shows it as it is.
fn text(site: &Portable<'_>, contents: &Contents<'_>, lang: &Lang) -> String {
    let settings = &site.view.portal.settings;
    let say = |id: &str| site.say(lang, id, &[]);
    let title = site.title(lang);
    let mut lines = vec![title.clone(), "=".repeat(title.chars().count().min(72))];
    lines.extend(site.view.as_of.map(|date| {
        site.say(
            lang,
            "edition-date",
            &[("date", site.date(lang, date).into())],
        )
    }));
    let mut part = |words: String| lines.extend([String::new(), words]);
    part(say("read-me-open"));
    part(say("read-me-inside"));
    part(say("read-me-sums"));
    if let Some(url) = site.url(&in_lang(lang, settings.main(), "index.html")) {
        part(format!("{} {url}", say("read-me-fresh")));
    }
    if let Some(url) = site
        .url(&in_lang(lang, settings.main(), OFFLINE))
        .filter(|_| !site.inside.is_empty())
    {
        part(format!("{}: {url}", say("offline")));
    }
    if let Some(publisher) = &settings.publisher {
        part(format!(
            "{} {}",
            say("published-by"),
            one_line(publisher.name.text(lang))
        ));
    }
    if let Some(licence) = &settings.licence {
        let name = licence
            .title
            .as_deref()
            .or(licence.name.as_deref())
            .unwrap_or_default();
        let words = [name, licence.path.as_deref().unwrap_or_default()].join(" ");
        part(format!("{}: {}", say("licence"), one_line(&words)));
    }
    if !contents.left_out.is_empty() {
        part(say("read-me-left-out"));
        lines.push(String::new());
        let address = |path: &str| site.url(path).unwrap_or_else(|| path.to_owned());
        lines.extend(
            contents
                .left_out
                .iter()
                .map(|(path, bytes)| format!("{bytes:>14}  {}", address(path))),
        );
    }
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}
