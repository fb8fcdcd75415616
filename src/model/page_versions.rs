//! Files of one page in several languages are brought together.

use super::facts::PageFiles;
use super::folder_kind::{FolderKind, kind_of};
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::source::front_matter::Document;
use crate::text::lang::Lang;
use std::collections::BTreeMap;

/// A page's file in the main language, and its translations.
type Versions<'s> = (Option<&'s Document>, Vec<(Lang, &'s Document)>);

/// Brings each page's translations together with it.
pub(super) fn pair<'s>(
    documents: &'s [Document],
    languages: &[Lang],
    sink: &mut Sink,
) -> Vec<(FolderKind, PageFiles<'s>)> {
    let mut sets: BTreeMap<(String, String), Versions<'_>> = BTreeMap::new();
    for document in documents {
        let path = document
            .file
            .path
            .strip_prefix("content/")
            .unwrap_or(&document.file.path);
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let name = &file[..file.len() - ".md".len()];
        let (stem, tag) = match name.rsplit_once('.') {
            Some((stem, tag)) if Lang::parse(tag).is_some() => (stem, Some(tag)),
            _ => (name, None),
        };
        let set = sets
            .entry((folder.to_owned(), stem.to_owned()))
            .or_default();
        match tag.map(|tag| (tag, languages.iter().find(|l| l.tag() == tag))) {
            None => one_main(&mut set.0, document, stem, sink),
            Some((_, Some(lang))) if *lang == languages[0] => {
                one_main(&mut set.0, document, stem, sink);
            }
            Some((_, Some(lang))) => set.1.push((lang.clone(), document)),
            Some((tag, None)) => {
                let place = Place::file(&document.file.path);
                sink.push(
                    Diagnostic::new(&codes::UNKNOWN_LANGUAGE)
                        .at(place)
                        .arg("use", "file")
                        .arg("lang", tag),
                );
            }
        }
    }
    let mut pages = Vec::new();
    for ((folder, stem), (main, others)) in sets {
        if let Some(main) = main {
            let kind = kind_of(main, &folder, sink);
            pages.push((
                kind,
                PageFiles {
                    main,
                    others,
                    stem,
                    folder,
                },
            ));
            continue;
        }
        for (_, document) in others {
            let main = if folder.is_empty() {
                format!("content/{stem}.md")
            } else {
                format!("content/{folder}/{stem}.md")
            };
            let place = Place::file(&document.file.path);
            sink.push(
                Diagnostic::new(&codes::TRANSLATION_ALONE)
                    .at(place)
                    .arg("main", main),
            );
        }
    }
    pages
}

/// A page has one file in the main language: `about.md`, or `about.es.md`, and not both.
fn one_main<'s>(
    main: &mut Option<&'s Document>,
    document: &'s Document,
    stem: &str,
    sink: &mut Sink,
) {
    if let Some(other) = main.replace(document) {
        let finding = Diagnostic::new(&codes::REPEATED_ID).at(Place::file(&document.file.path));
        sink.push(finding.arg("id", stem).arg("other", &other.file.path));
    }
}
