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

/// The whole portal as one ZIP.
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
    let mut packing = ZipPacking {
        site,
        packer: Packer::new(aside.file()?),
        previous: PreviousArchive::of(site),
    };
    let read_me = read_me(site, contents);
    for (path, text) in &read_me {
        packing.text(path, text)?;
    }
    packing.text(SUMS, &checksums(contents, &read_me))?;
    let files: Vec<NamedFile<'_>> = contents
        .files
        .iter()
        .map(|(path, content)| NamedFile { path, content })
        .collect();
    for batch in files.chunks(TOGETHER) {
        packing.batch(batch)?;
    }
    packing.packer.finish(out)
}

/// Returns the list of checksums of all files and texts, as `sha256sum` reads it.
fn checksums(contents: &Contents<'_>, read_me: &BTreeMap<String, String>) -> String {
    let mut sums: BTreeMap<&str, String> = contents
        .files
        .iter()
        .map(|(path, content)| (path.as_str(), content.sha256()))
        .collect();
    sums.extend(
        read_me
            .iter()
            .map(|(path, text)| (path.as_str(), sha256(text.as_bytes()))),
    );
    sums.iter()
        .map(|(path, sum)| format!("{sum}  {path}\n"))
        .collect()
}

/// Files that are packed side by side.
const TOGETHER: usize = 512;

/// Bytes from which on a file is packed as a stream, and not in memory.
const LARGE: u64 = 1 << 20;

/// A file of the archive and its path in it.
struct NamedFile<'a> {
    path: &'a str,
    content: &'a EditionFile<'a>,
}

/// How a file comes into the archive.
enum PackedFile {
    /// As the archive of the last output has it.
    Kept,
    /// Packed by itself, in memory.
    Packed(PackedEntry),
    /// As a stream.
    Streamed,
}

/// The archive on its way.
struct ZipPacking<'a> {
    site: &'a Portable<'a>,
    packer: Packer,
    previous: PreviousArchive<'a>,
}

impl ZipPacking<'_> {
    fn text(&mut self, path: &str, text: &str) -> io::Result<()> {
        self.packer.entry(path, text.len() as u64)?;
        self.packer.write_all(text.as_bytes())
    }

    /// Adds some files: what changed is packed side by side, and then all are put in in their order.
    fn batch(&mut self, files: &[NamedFile<'_>]) -> io::Result<()> {
        let kept: Vec<bool> = files.iter().map(|file| self.previous.has(file)).collect();
        let site = self.site;
        let packed: Vec<PackedFile> = (files.par_iter().zip(kept))
            .map(|(file, kept)| file.pack(site, kept))
            .collect::<io::Result<_>>()?;
        for (file, packed) in files.iter().zip(packed) {
            self.put(file, packed)?;
        }
        Ok(())
    }

    fn put(&mut self, file: &NamedFile<'_>, packed: PackedFile) -> io::Result<()> {
        match (packed, &mut self.previous.archive) {
            (PackedFile::Packed(packed), _) => self.packer.put(&packed),
            (PackedFile::Kept, Some(archive)) => self.packer.put_from(archive, file.path),
            (PackedFile::Kept | PackedFile::Streamed, _) => {
                self.packer.entry(file.path, file.content.bytes())?;
                file.content.copy(self.site, file.path, &mut self.packer)
            }
        }
    }
}

impl NamedFile<'_> {
    /// Packs a file by itself where it is not `kept` and fits into memory.
    fn pack(&self, site: &Portable<'_>, kept: bool) -> io::Result<PackedFile> {
        if kept {
            return Ok(PackedFile::Kept);
        }
        if self.content.bytes() > LARGE {
            return Ok(PackedFile::Streamed);
        }
        let mut bytes = Vec::new();
        self.content.copy(site, self.path, &mut bytes)?;
        PackedEntry::new(self.path, &bytes).map(PackedFile::Packed)
    }
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
    fn has(&self, file: &NamedFile<'_>) -> bool {
        let EditionFile::Staged(_, sum) = file.content else {
            return false;
        };
        let is_same =
            self.staging.previous_sum(file.path) == Some(sum) && !self.others.contains(file.path);
        let archive = self.archive.as_ref();
        is_same && archive.is_some_and(|archive| archive.has(file.path))
    }
}

/// The texts to read first, by their names.
fn read_me(site: &Portable<'_>, contents: &Contents<'_>) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for lang in site.languages() {
        let name = Some(slug(&site.say(lang, "read-me-name", &[]))).filter(|name| !name.is_empty());
        let name = name.map_or_else(|| "README".to_owned(), |name| name.to_uppercase());
        let name = free(&format!("{name}.txt"), &|path| {
            let mut taken = texts.keys().chain(contents.files.keys());
            taken.any(|other| other.eq_ignore_ascii_case(path))
        });
        texts.insert(name, text(site, contents, lang));
    }
    texts
}

/// Returns the text to read first. A byte order mark and CRLF: the oldest Notepad shows it as it is.
fn text(site: &Portable<'_>, contents: &Contents<'_>, lang: &Lang) -> String {
    let mut lines = ReadMe {
        site,
        lang,
        lines: Vec::new(),
    };
    lines.head();
    lines.usage();
    lines.publication();
    if !contents.left_out.is_empty() {
        lines.left_out(contents);
    }
    format!("\u{feff}{}\r\n", lines.lines.join("\r\n"))
}

/// A text to read first on its way.
struct ReadMe<'a> {
    site: &'a Portable<'a>,
    lang: &'a Lang,
    lines: Vec<String>,
}

impl ReadMe<'_> {
    fn say(&self, id: &str) -> String {
        self.site.say(self.lang, id, &[])
    }

    /// Adds a line, and a blank one before it.
    fn part(&mut self, words: String) {
        self.lines.extend([String::new(), words]);
    }

    /// Returns the full address of a page in the text's language, where the portal says where it is.
    fn url(&self, address: &str) -> Option<String> {
        let main = self.site.view.portal.settings.main();
        self.site.url(&in_lang(self.lang, main, address))
    }

    /// Adds the portal's name and the day of its newest content.
    fn head(&mut self) {
        let (site, lang) = (self.site, self.lang);
        let title = site.title(lang);
        let rule = "=".repeat(title.chars().count().min(72));
        self.lines.extend([title, rule]);
        self.lines.extend(site.view.as_of.map(|date| {
            let date = site.date(lang, date).into();
            site.say(lang, "edition-date", &[("date", date)])
        }));
    }

    /// Adds how the archive is opened and checked, and where a newer one is.
    fn usage(&mut self) {
        for id in ["read-me-open", "read-me-inside", "read-me-sums"] {
            self.part(self.say(id));
        }
        if let Some(url) = self.url("index.html") {
            self.part(format!("{} {url}", self.say("read-me-fresh")));
        }
        if let Some(url) = self.url(OFFLINE).filter(|_| !self.site.inside.is_empty()) {
            self.part(format!("{}: {url}", self.say("offline")));
        }
    }

    /// Adds who publishes, and under which licence.
    fn publication(&mut self) {
        let settings = &self.site.view.portal.settings;
        if let Some(publisher) = &settings.publisher {
            let name = one_line(publisher.name.text(self.lang));
            self.part(format!("{} {name}", self.say("published-by")));
        }
        if let Some(licence) = &settings.licence {
            let name = licence.title.as_deref().or(licence.name.as_deref());
            let path = licence.path.as_deref();
            let words = [name, path].map(Option::unwrap_or_default).join(" ");
            self.part(format!("{}: {}", self.say("licence"), one_line(&words)));
        }
    }

    /// Adds the files that are not in the archive, with their sizes.
    fn left_out(&mut self, contents: &Contents<'_>) {
        self.part(self.say("read-me-left-out"));
        self.lines.push(String::new());
        for (path, bytes) in &contents.left_out {
            let address = self.site.url(path).unwrap_or_else(|| path.to_owned());
            self.lines.push(format!("{bytes:>14}  {address}"));
        }
    }
}
