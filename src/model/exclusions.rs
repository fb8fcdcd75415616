//! Pages and datasets that were left out because something is wrong in them. As much is read of them as can be: what they
//! are, what they are called, and where they are; nothing that is wrong in them is told again.

use super::dataset::Dataset;
use super::datasets;
use super::facts::{PageFacts, PageFiles};
use super::file_kind::kind_of;
use super::folder_kind::FolderKind;
use super::head::Head;
use super::page_versions::pair;
use super::settings::Settings;
use super::vocabulary::Taxonomy;
use crate::diag::Sink;
use crate::source::front_matter::Document;
use crate::source::{DatasetFolder, Source, units};
use crate::text::lang::Lang;
use crate::text::slug::{check_id, slug};
use crate::text::words::Words;

/// A page or dataset that was left out.
#[derive(Debug, Clone)]
pub(crate) struct Exclusion {
    pub(crate) what: ExcludedKind,
    pub(crate) id: String,
    /// Its title, or its identifier where that cannot be read.
    pub(crate) title: Words,
    /// The file that it would be made from, or a dataset's folder.
    pub(crate) source: String,
    pub(crate) former: Vec<String>,
    /// Its facts as written, in which addresses may be named that cannot be read any more.
    pub(crate) facts: String,
}

/// What kind of page or dataset was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExcludedKind {
    /// The home page's text.
    Home,
    Commitment,
    Report,
    ActionPlan,
    /// An initiative, or a good practice.
    Initiative {
        /// Whether it is a practice.
        practice: bool,
    },
    /// A page of a declared kind, by the kind's folder.
    Declared(String),
    /// A term's text.
    Term(Taxonomy),
    /// An ordinary page, by its address without the ending.
    Page(String),
    Dataset,
    /// A file that would be passed on.
    File,
}

/// Everything that was left out, in the order of paths.
pub(crate) fn read(source: &Source, settings: &Settings) -> Vec<Exclusion> {
    let (left_out, languages) = (&source.left_out, &settings.languages);
    let mut all: Vec<Exclusion> = pair(&left_out.pages, settings, &mut Sink::new())
        .iter()
        .map(|(kind, files)| Exclusion::of_page(*kind, files, settings))
        .collect();
    for document in &left_out.pages {
        let unit = units::of(&document.file.path);
        if !all.iter().any(|one| units::of(&one.source) == unit) {
            let unit = unit.unwrap_or_default();
            all.push(Exclusion::of_document(document, &unit, settings));
        }
    }
    let datasets = left_out.datasets.iter();
    all.extend(datasets.map(|folder| Exclusion::of_dataset(folder, languages)));
    let files = left_out.files.iter();
    all.extend(files.map(|path| Exclusion::of_file(path, &languages[0])));
    all.sort_by(|a, b| a.source.cmp(&b.source));
    all
}

impl Exclusion {
    /// Returns a translation without its page, or a second file in the main language.
    fn of_document(document: &Document, unit: &str, settings: &Settings) -> Exclusion {
        let path = document.file.path.strip_prefix("content/");
        let folder = path
            .and_then(|path| path.rsplit_once('/'))
            .map_or("", |(folder, _)| folder);
        let files = PageFiles {
            main: document,
            others: Vec::new(),
            stem: unit.rsplit('/').next().unwrap_or_default().to_owned(),
            folder: folder.to_owned(),
        };
        let kind = kind_of(document, folder, &settings.kinds, &mut Sink::new());
        Exclusion::of_page(kind, &files, settings)
    }

    fn of_dataset(folder: &DatasetFolder, languages: &[Lang]) -> Exclusion {
        let read = datasets::read(folder, languages, &mut Sink::new());
        let main = folder.documents.first().or(folder.package.as_ref());
        let source = main.map_or_else(|| folder.path.clone(), |main| main.file.path.clone());
        let facts = main.map(WrittenFacts::of).unwrap_or_default();
        if let Some(Dataset { head, .. }) = read {
            return Exclusion::of_head(ExcludedKind::Dataset, head, source, facts);
        }
        let id = facts.named("id").unwrap_or_else(|| folder.name.clone());
        let title = facts.named("title").unwrap_or_else(|| id.clone());
        Exclusion {
            what: ExcludedKind::Dataset,
            title: Words::new(languages[0].clone(), title),
            source,
            former: facts.addresses("former"),
            id,
            facts: facts.0,
        }
    }

    fn of_file(path: &str, lang: &Lang) -> Exclusion {
        let title = path.strip_prefix("content/").unwrap_or(path);
        Exclusion {
            what: ExcludedKind::File,
            id: path.to_owned(),
            title: Words::new(lang.clone(), title),
            source: path.to_owned(),
            former: Vec::new(),
            facts: String::new(),
        }
    }

    /// Returns what could be read of a page or dataset.
    fn of_head(what: ExcludedKind, head: Head, source: String, facts: WrittenFacts) -> Exclusion {
        Exclusion {
            what,
            id: head.id,
            title: head.title,
            source,
            former: head.former,
            facts: facts.0,
        }
    }

    fn of_page(kind: FolderKind, files: &PageFiles<'_>, settings: &Settings) -> Exclusion {
        let lang = settings.main();
        let is_home = is_home(kind, files);
        let named_files = PageFiles {
            main: files.main,
            others: files.others.clone(),
            stem: if is_home {
                "home".to_owned()
            } else {
                files.stem.clone()
            },
            folder: files.folder.clone(),
        };
        let mut silent = Sink::new();
        let head = PageFacts::open(&named_files, lang, &mut silent)
            .and_then(|mut facts| facts.head(&named_files, &mut silent));
        let facts = WrittenFacts::of(files.main);
        let source = files.main.file.path.clone();
        if let Some(head) = head {
            let what = ExcludedKind::of_page(kind, files, settings, &head.id);
            return Exclusion::of_head(what, head, source, facts);
        }
        let id = facts.named("id").unwrap_or_else(|| slug_of(&files.stem));
        let title = facts.named("title").unwrap_or_else(|| files.stem.clone());
        Exclusion {
            what: ExcludedKind::of_page(kind, files, settings, &id),
            id,
            title: Words::new(lang.clone(), title),
            source,
            former: facts.addresses("former"),
            facts: facts.0,
        }
    }
}

impl ExcludedKind {
    fn of_page(
        kind: FolderKind,
        files: &PageFiles<'_>,
        settings: &Settings,
        id: &str,
    ) -> ExcludedKind {
        match kind {
            FolderKind::Page if is_home(kind, files) => ExcludedKind::Home,
            FolderKind::Page => {
                let folders = files.folder.split('/').filter(|part| !part.is_empty());
                let parts = folders.map(slug).chain([id.to_ascii_lowercase()]);
                ExcludedKind::Page(parts.collect::<Vec<_>>().join("/"))
            }
            FolderKind::Declared(at) => {
                let folder = settings.kinds.get(at).map(|kind| kind.folder.clone());
                ExcludedKind::Declared(folder.unwrap_or_default())
            }
            FolderKind::Commitment => ExcludedKind::Commitment,
            FolderKind::Report => ExcludedKind::Report,
            FolderKind::ActionPlan => ExcludedKind::ActionPlan,
            FolderKind::Initiative | FolderKind::Practice => ExcludedKind::Initiative {
                practice: kind == FolderKind::Practice,
            },
            FolderKind::Term(taxonomy) => ExcludedKind::Term(taxonomy),
        }
    }
}

/// Whether a page is the home page's text.
fn is_home(kind: FolderKind, files: &PageFiles<'_>) -> bool {
    kind == FolderKind::Page && files.folder.is_empty() && files.stem == "index"
}

/// A name that can be in an address.
fn slug_of(stem: &str) -> String {
    if check_id(stem).is_ok() {
        stem.to_owned()
    } else {
        slug(stem)
    }
}

/// Facts as they are written, where they can no longer be read by their rules.
#[derive(Default)]
struct WrittenFacts(String);

impl WrittenFacts {
    /// Returns those of a file.
    fn of(document: &Document) -> WrittenFacts {
        let text = &document.file.text;
        let end = match document.body.start {
            0 => text.len(),
            start => start,
        };
        WrittenFacts(text.get(..end).unwrap_or_default().to_owned())
    }

    /// Returns a fact that is on a line of its own.
    fn named(&self, name: &str) -> Option<String> {
        (self.0.lines())
            .filter_map(|line| after_name(line, name))
            .map(|text| text.trim().trim_matches(['"', '\'']).trim().to_owned())
            .find(|text| !text.is_empty() && (name != "id" || check_id(text).is_ok()))
    }

    /// Returns addresses of pages that a fact lists, on its own line or on those below it.
    fn addresses(&self, name: &str) -> Vec<String> {
        let mut lines = (self.0.lines()).skip_while(|line| after_name(line, name).is_none());
        let first = lines.next();
        let below = lines.take_while(|line| line.starts_with([' ', '\t', '-']) && *line != "---");
        let words = first
            .into_iter()
            .chain(below)
            .flat_map(|line| line.split([' ', '\t', ',', '[', ']', '"', '\'', '=', ':']));
        words
            .filter(|word| word.len() > ".html".len() && word.ends_with(".html"))
            .map(str::to_owned)
            .collect()
    }
}

/// Returns what a line gives to the fact of this name.
fn after_name<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let rest = line.strip_prefix(name)?.trim_start();
    rest.strip_prefix([':', '='])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(facts: &str, name: &str) -> Option<String> {
        WrittenFacts(facts.to_owned()).named(name)
    }

    fn addresses(facts: &str, name: &str) -> Vec<String> {
        WrittenFacts(facts.to_owned()).addresses(name)
    }

    #[test]
    fn facts_are_found_in_what_cannot_be_read() {
        let facts = "---\nid: C-1\n title: indented\ntitle = \"Water: a plan\"\nstart: [\n";
        assert_eq!(named(facts, "id").as_deref(), Some("C-1"));
        assert_eq!(named(facts, "title").as_deref(), Some("Water: a plan"));
        assert_eq!(named("id: no/id\n", "id"), None);
        assert_eq!(named("identity: x\n", "id"), None);
    }

    #[test]
    fn former_addresses_are_found_in_what_cannot_be_read() {
        for facts in [
            "---\ntitle: [\nformer: [old/a.html, \"b.html\"]\nsummary: c.html\n---\n",
            "---\ntitle: [\nformer:\n  - old/a.html\n  - b.html\nsummary: c.html\n",
            "---\nformer:\n- old/a.html\n- 'b.html'\n---\n- c.html\n",
            "+++\nformer = ['old/a.html', 'b.html']\nsummary = c.html\n+++\n",
        ] {
            assert_eq!(
                addresses(facts, "former"),
                ["old/a.html", "b.html"],
                "{facts}"
            );
        }
        assert_eq!(
            addresses("title: former: x.html\n", "former"),
            [] as [&str; 0]
        );
    }
}
