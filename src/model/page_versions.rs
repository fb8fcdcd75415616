//! Files of one page in several languages are brought together.

use super::declared_kind::DeclaredKind;
use super::facts::PageFiles;
use super::file_kind::{kind_of, kind_of_folder};
use super::folder_kind::FolderKind;
use super::settings::Settings;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::source::file::SourceFile;
use crate::source::front_matter::Document;
use crate::source::kept_facts::PackedPage;
use crate::source::litter;
use crate::text::lang::Lang;
use std::collections::BTreeMap;

/// What the path of a page's file says: `content/FOLDER/STEM.TAG.md`.
struct PagePath<'p> {
    folder: &'p str,
    stem: &'p str,
    /// The language, where the name has one.
    tag: Option<&'p str>,
}

impl<'p> PagePath<'p> {
    fn of(path: &'p str) -> PagePath<'p> {
        let path = path.strip_prefix("content/").unwrap_or(path);
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        // A copy without personal data replaces its original.
        let stem = without_ending(file);
        let name = litter::without_redacted(stem);
        match name.rsplit_once('.') {
            Some((stem, tag)) if Lang::parse(tag).is_some() => PagePath {
                folder,
                stem,
                tag: Some(tag),
            },
            _ => PagePath {
                folder,
                stem: name,
                tag: None,
            },
        }
    }
}

/// Returns a file's name without `.md`. A report that is a row of a table has none.
fn without_ending(file: &str) -> &str {
    let ending = file
        .len()
        .checked_sub(".md".len())
        .filter(|at| file.is_char_boundary(*at));
    match ending.map(|at| file.split_at(at)) {
        Some((stem, ending)) if ending.eq_ignore_ascii_case(".md") => stem,
        _ => file,
    }
}

/// A page's file in the main language, and its translations.
struct PageVersions<'s, F> {
    main: Option<&'s F>,
    others: Vec<(Lang, &'s F)>,
}

/// A page's file, its facts read or packed.
pub(super) trait PageVersion {
    fn file(&self) -> &SourceFile;

    /// Returns the kind that it says it is, else that of its folder.
    fn kind(&self, folder: &str, declared: &[DeclaredKind], sink: &mut Sink) -> FolderKind;
}

impl PageVersion for Document {
    fn file(&self) -> &SourceFile {
        &self.file
    }

    fn kind(&self, folder: &str, declared: &[DeclaredKind], sink: &mut Sink) -> FolderKind {
        kind_of(self, folder, declared, sink)
    }
}

impl PageVersion for PackedPage {
    fn file(&self) -> &SourceFile {
        &self.file
    }

    fn kind(&self, folder: &str, declared: &[DeclaredKind], sink: &mut Sink) -> FolderKind {
        if self.says_kind() {
            kind_of(&self.unpack(), folder, declared, sink)
        } else {
            kind_of_folder(folder, declared)
        }
    }
}

impl<F> Default for PageVersions<'_, F> {
    fn default() -> Self {
        PageVersions {
            main: None,
            others: Vec::new(),
        }
    }
}

impl<'s, F: PageVersion> PageVersions<'s, F> {
    /// Adds a file by the language in its name. One that the portal has not is a finding.
    fn add(&mut self, document: &'s F, path: &PagePath<'_>, languages: &[Lang], sink: &mut Sink) {
        let Some(tag) = path.tag else {
            self.set_main(document, path.stem, sink);
            return;
        };
        match languages.iter().find(|lang| lang.tag() == tag) {
            Some(lang) if *lang == languages[0] => self.set_main(document, path.stem, sink),
            Some(lang) => self.others.push((lang.clone(), document)),
            None => {
                let place = Place::file(&document.file().path);
                sink.push(unlisted_language(tag, languages).at(place));
            }
        }
    }

    /// A page has one file in the main language: `about.md`, or `about.es.md`, and not both.
    fn set_main(&mut self, document: &'s F, stem: &str, sink: &mut Sink) {
        if let Some(other) = self.main.replace(document) {
            let finding =
                Diagnostic::new(&codes::REPEATED_ID).at(Place::file(&document.file().path));
            sink.push(finding.arg("id", stem).arg("other", &other.file().path));
        }
    }

    /// Returns the page; translations alone are none, and findings.
    fn into_page(
        self,
        folder: String,
        stem: String,
        declared: &[DeclaredKind],
        sink: &mut Sink,
    ) -> Option<(FolderKind, PageFiles<'s, F>)> {
        let Some(main) = self.main else {
            let main = if folder.is_empty() {
                format!("content/{stem}.md")
            } else {
                format!("content/{folder}/{stem}.md")
            };
            for (_, document) in self.others {
                sink.push(
                    Diagnostic::new(&codes::TRANSLATION_ALONE)
                        .at(Place::file(&document.file().path))
                        .arg("main", &main),
                );
            }
            return None;
        };
        let kind = main.kind(&folder, declared, sink);
        let files = PageFiles {
            main,
            others: self.others,
            stem,
            folder,
        };
        Some((kind, files))
    }
}

/// Brings each page's translations together with it.
pub(super) fn pair<'s, F: PageVersion>(
    documents: &'s [F],
    settings: &Settings,
    sink: &mut Sink,
) -> Vec<(FolderKind, PageFiles<'s, F>)> {
    let mut pages: BTreeMap<(String, String), PageVersions<'_, F>> = BTreeMap::new();
    for document in documents {
        let path = PagePath::of(&document.file().path);
        let key = (path.folder.to_owned(), path.stem.to_owned());
        pages
            .entry(key)
            .or_default()
            .add(document, &path, &settings.languages, sink);
    }
    (pages.into_iter())
        .filter_map(|((folder, stem), versions)| {
            versions.into_page(folder, stem, &settings.kinds, sink)
        })
        .collect()
}

/// Says that a file's name has a language that the portal does not list, or writes one that it lists otherwise.
pub(crate) fn unlisted_language(tag: &str, languages: &[Lang]) -> Diagnostic {
    let finding = Diagnostic::new(&codes::UNKNOWN_LANGUAGE).arg("lang", tag);
    let mut listed = languages.iter();
    match listed.find(|lang| lang.tag().eq_ignore_ascii_case(tag)) {
        Some(lang) => finding.arg("use", "case").arg("right", lang.tag()),
        None => finding.arg("use", "file"),
    }
}
