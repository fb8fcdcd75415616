//! Editions that need no connection, made of the finished site: what is staged is read back, piece by piece. A new one is
//! a file here and a line in [`ALL`].
//!
//! No edition holds its own checksum, and so none holds the page that lists them as the web has it: in that page's place
//! is one that says so.

mod contents;
mod edition_cache;
mod epub;
#[cfg(feature = "pdf")]
mod pdf;
mod text;
#[cfg(feature = "zim")]
mod zim;
mod zip;

use crate::cache::Cache;
use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::feeds::ListedPage;
use crate::model::editions::EditionFormat;
use crate::pages::SiteFacts;
use crate::pages::address::{edition, notice};
use crate::pages::editions::MadeEdition;
use crate::render::Theme;
use crate::site::pages::PageFile;
use crate::stage::{Manifest, StagedFile, Staging, WrittenFile};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::messages::Arg;
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// A way of packing the site.
pub(crate) trait Edition: Sync {
    fn kind(&self) -> EditionFormat;
    /// Makes its files. `before` are the editions made before it: no edition holds another one.
    ///
    /// # Errors
    /// When the disk refuses.
    fn make(&self, site: &Portable<'_>, before: &[MadeEdition]) -> Result<Vec<MadeEdition>, Fatal>;
}

/// Every edition, in the order in which they are made: later ones hold earlier ones.
pub(crate) static ALL: &[&dyn Edition] = &[
    &text::TextEdition,
    &epub::Epub,
    #[cfg(feature = "pdf")]
    &pdf::Pdf,
    &zip::Zip,
    #[cfg(feature = "zim")]
    &zim::Zim,
];

/// Makes the editions that the portal wants. After an error nothing is published, and so nothing is made.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn make(site: &Portable<'_>, sink: &mut Sink) -> Result<Vec<MadeEdition>, Fatal> {
    let wanted = &site.view.portal.settings.editions;
    for kind in wanted.make.iter().filter(|_| wanted.named) {
        if !ALL.iter().any(|edition| edition.kind() == *kind) {
            sink.push(Diagnostic::new(&codes::FORMAT_NOT_COMPILED).arg("format", kind.id()));
        }
    }
    let mut made = Vec::new();
    if !sink.has_errors() {
        for edition in ALL.iter().filter(|edition| wanted.has(edition.kind())) {
            made.extend(edition_cache::or_made(*edition, site, &made)?);
        }
    }
    Ok(made)
}

/// Whether any is wanted that can be made.
pub(crate) fn are_wanted(view: &SiteFacts<'_>) -> bool {
    let wanted = &view.portal.settings.editions;
    ALL.iter().any(|edition| wanted.has(edition.kind()))
}

/// PDFs to which pages link, whether or not they are made.
pub(crate) fn promised(view: &SiteFacts<'_>) -> Manifest {
    if !view.portal.settings.editions.has_pdf() {
        return Manifest::new();
    }
    let printed = view.plan.pages.iter().filter(|page| page.kind.is_printed());
    printed
        .flat_map(|page| [edition(&page.path, "pdf"), notice(&page.path)])
        .map(|path| {
            let nothing = WrittenFile {
                bytes: 0,
                sha256: String::new(),
            };
            (path, nothing)
        })
        .collect()
}

/// The finished site, as editions are made of it.
pub(crate) struct Portable<'a> {
    /// What is known of the portal.
    pub(crate) view: &'a SiteFacts<'a>,
    /// Its pages, in the order of the plan.
    pub(crate) listed: &'a [ListedPage],
    /// Pages that are in an edition in another form.
    pub(crate) inside: &'a [PageFile],
    pub(crate) theme: &'a Theme,
    /// Where editions are written, and where what they hold is read.
    pub(crate) staging: &'a Staging,
    /// What was written before any edition.
    pub(crate) staged: &'a Manifest,
    pub(crate) cache: &'a Cache,
}

impl Portable<'_> {
    /// The portal's languages, the main one first.
    fn languages(&self) -> &[Lang] {
        &self.view.portal.settings.languages
    }

    /// A message of the theme.
    fn say(&self, lang: &Lang, id: &str, args: &[(&str, Arg)]) -> String {
        self.theme.say(lang, id, args)
    }

    /// The portal's name, on one line.
    fn title(&self, lang: &Lang) -> String {
        one_line(self.view.portal.settings.title.text(lang))
    }

    /// Returns a date in the words of a language; empty where the theme does not speak it.
    fn date(&self, lang: &Lang, date: PartialDate) -> String {
        self.theme
            .voice(lang)
            .map(|voice| voice.date(&date.to_string()))
            .unwrap_or_default()
    }

    /// The full address of a file, where the portal says where it is.
    fn url(&self, path: &str) -> Option<String> {
        self.view.plan.catalog.url(path)
    }

    /// Opens a file of this name, or where that is taken, of one with a number.
    fn create(&self, name: &str) -> Result<StagedFile<'_>, Fatal> {
        self.staging
            .create(&free(name, &|path| self.staged.contains_key(path)))
    }

    /// Closes the file of an edition, and returns what is known of it.
    fn finish(&self, kind: EditionFormat, file: StagedFile<'_>) -> Result<MadeEdition, Fatal> {
        let path = file.path().to_owned();
        let written = file.finish()?;
        let (bytes, sha256) = (written.bytes, written.sha256);
        Ok(MadeEdition {
            kind,
            path,
            lang: None,
            plan: None,
            of_page: false,
            bytes,
            sha256,
            left_out: 0,
        })
    }

    /// Returns every file that is written when these editions are made: their own are among them.
    fn files(&self, before: &[MadeEdition]) -> Manifest {
        let mut files = self.staged.clone();
        for edition in before {
            let written = WrittenFile {
                bytes: edition.bytes,
                sha256: edition.sha256.clone(),
            };
            files.insert(edition.path.clone(), written);
        }
        files
    }

    /// The text of a staged file.
    fn read(&self, path: &str) -> Result<String, Fatal> {
        self.staging.read_text(path)
    }
}

/// A name that is not taken: the one wanted, or it with a number.
fn free(name: &str, taken: &dyn Fn(&str) -> bool) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let numbered = (2..).map(|n| format!("{stem}-{n}.{ending}"));
    std::iter::once(name.to_owned())
        .chain(numbered)
        .find(|name| !taken(name))
        .expect("numbers do not end")
}

/// Words on one line, without control characters.
fn one_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An error of the disk, told with the edition's path.
fn writing(path: &str) -> impl FnOnce(io::Error) -> Fatal {
    Fatal::io("writing", Path::new(path))
}

/// Paths of editions of more than a page.
fn paths(made: &[MadeEdition]) -> BTreeSet<&str> {
    made.iter()
        .filter(|edition| !edition.of_page)
        .map(|edition| edition.path.as_str())
        .collect()
}
