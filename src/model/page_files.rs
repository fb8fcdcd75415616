//! Every file of a page, by its kind, its name and its language: for whoever lists what pages say row by row.

use super::folder_kind::{KINDS, KnownKind};
use super::page_versions::pair;
use super::settings::Settings;
use crate::diag::Sink;
use crate::source::Source;
use crate::source::front_matter::Document;
use crate::text::lang::Lang;

/// A file of a page.
pub(crate) struct FactFile {
    pub(crate) kind: &'static KnownKind,
    /// Its path below the folder of its kind, without language and ending; from `content/` where it is elsewhere.
    pub(crate) name: String,
    pub(crate) lang: Lang,
    pub(crate) document: Document,
}

/// Returns every Markdown file of a page whose facts can be read, kind by kind, each page followed by its translations.
pub(crate) fn page_files(source: &Source, settings: &Settings) -> Vec<FactFile> {
    let languages = &settings.languages;
    let pages = pair(&source.pages, settings, &mut Sink::new());
    let mut files = Vec::new();
    for known in KINDS {
        for (_, page) in pages.iter().filter(|(kind, _)| *kind == known.kind) {
            let main = [(languages[0].clone(), page.main)];
            let others = page.others.iter().map(|(lang, file)| (lang.clone(), *file));
            let all = main.into_iter().chain(others);
            files.extend(all.filter_map(|(lang, file)| {
                let document = file.unpack();
                let is_page = file.file.path.to_ascii_lowercase().ends_with(".md");
                (is_page && document.facts.is_some()).then(|| FactFile {
                    kind: known,
                    name: known.name_of(&page.folder, &page.stem),
                    lang,
                    document,
                })
            }));
        }
    }
    files
}
