//! Pages and datasets that were left out because something is wrong in them. As much is read of them as can be: what they
//! are, what they are called, and where they are; nothing that is wrong in them is told again.

use super::datasets;
use super::facts::{PageFacts, PageFiles};
use super::folder_kind::{FolderKind, kind_of};
use super::page_versions::pair;
use super::vocabulary::Taxonomy;
use crate::diag::Sink;
use crate::source::Source;
use crate::source::front_matter::Document;
use crate::text::lang::Lang;
use crate::text::slug::{check_id, slug};
use crate::text::words::Words;

/// A page or dataset that was left out.
#[derive(Debug, Clone)]
pub(crate) struct Exclusion {
    /// What it is.
    pub(crate) what: ExcludedKind,
    /// Its identifier.
    pub(crate) id: String,
    /// Its title, or its identifier where that cannot be read.
    pub(crate) title: Words,
    /// The file that it would be made from, or a dataset's folder.
    pub(crate) source: String,
    /// Former addresses.
    pub(crate) former: Vec<String>,
    /// Its facts as written, in which addresses may be named that cannot be read any more.
    pub(crate) facts: String,
}

/// What kind of page or dataset was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExcludedKind {
    /// The home page's text.
    Home,
    /// A commitment.
    Commitment,
    /// A report.
    Report,
    /// An action plan.
    ActionPlan,
    /// An initiative, or a good practice.
    Initiative {
        /// Whether it is a practice.
        practice: bool,
    },
    /// A term's text.
    Term(Taxonomy),
    /// An ordinary page, by its address without the ending.
    Page(String),
    /// A dataset.
    Dataset,
    /// A file that would be passed on.
    File,
}

/// Everything that was left out, in the order of paths.
pub(crate) fn read(source: &Source, languages: &[Lang]) -> Vec<Exclusion> {
    let mut all: Vec<Exclusion> = pair(&source.left_out.pages, languages, &mut Sink::new())
        .iter()
        .map(|(kind, files)| page(*kind, files, &languages[0]))
        .collect();
    for document in &source.left_out.pages {
        // A translation without its page, or a second file in the main language.
        let path = &document.file.path;
        let unit = crate::source::units::of(path);
        if !all
            .iter()
            .any(|one| crate::source::units::of(&one.source) == unit)
        {
            let folder = path
                .strip_prefix("content/")
                .and_then(|path| path.rsplit_once('/'))
                .map_or("", |(at, _)| at);
            let stem = unit
                .as_deref()
                .and_then(|unit| unit.rsplit('/').next())
                .unwrap_or_default()
                .to_owned();
            let kind = kind_of(document, folder, &mut Sink::new());
            let files = PageFiles {
                main: document,
                others: Vec::new(),
                stem,
                folder: folder.to_owned(),
            };
            all.push(page(kind, &files, &languages[0]));
        }
    }
    for folder in &source.left_out.datasets {
        let head = datasets::read(folder, languages, &mut Sink::new()).map(|dataset| dataset.head);
        let main = folder.documents.first().or(folder.package.as_ref());
        let facts = main.map(written).unwrap_or_default();
        let id = head.as_ref().map_or_else(
            || named(&facts, "id").unwrap_or(folder.name.clone()),
            |h| h.id.clone(),
        );
        let title = named(&facts, "title").unwrap_or_else(|| id.clone());
        all.push(Exclusion {
            what: ExcludedKind::Dataset,
            title: head.as_ref().map_or_else(
                || Words::new(languages[0].clone(), title),
                |head| head.title.clone(),
            ),
            source: main.map_or_else(|| folder.path.clone(), |main| main.file.path.clone()),
            former: head.map_or_else(|| addresses(&facts, "former"), |head| head.former),
            id,
            facts,
        });
    }
    all.extend(source.left_out.files.iter().map(|path| Exclusion {
        what: ExcludedKind::File,
        id: path.clone(),
        title: Words::new(
            languages[0].clone(),
            path.strip_prefix("content/").unwrap_or(path),
        ),
        source: path.clone(),
        former: Vec::new(),
        facts: String::new(),
    }));
    all.sort_by(|a, b| a.source.cmp(&b.source));
    all
}

fn page(kind: FolderKind, files: &PageFiles<'_>, lang: &Lang) -> Exclusion {
    let home = kind == FolderKind::Page && files.folder.is_empty() && files.stem == "index";
    let stem = if home {
        "home".to_owned()
    } else {
        files.stem.clone()
    };
    let named_files = PageFiles {
        main: files.main,
        others: files.others.clone(),
        stem,
        folder: files.folder.clone(),
    };
    let mut silent = Sink::new();
    let head = PageFacts::open(&named_files, lang, &mut silent)
        .and_then(|mut facts| facts.head(&named_files, &mut silent));
    let facts = written(files.main);
    let by_name = || named(&facts, "id").unwrap_or_else(|| slug_of(&files.stem));
    let id = head.as_ref().map_or_else(by_name, |head| head.id.clone());
    let title = || named(&facts, "title").unwrap_or_else(|| files.stem.clone());
    let what = match kind {
        FolderKind::Page if home => ExcludedKind::Home,
        FolderKind::Page => {
            let parts = files
                .folder
                .split('/')
                .filter(|part| !part.is_empty())
                .map(slug);
            ExcludedKind::Page(
                parts
                    .chain([id.to_ascii_lowercase()])
                    .collect::<Vec<_>>()
                    .join("/"),
            )
        }
        FolderKind::Commitment => ExcludedKind::Commitment,
        FolderKind::Report => ExcludedKind::Report,
        FolderKind::ActionPlan => ExcludedKind::ActionPlan,
        FolderKind::Initiative | FolderKind::Practice => ExcludedKind::Initiative {
            practice: kind == FolderKind::Practice,
        },
        FolderKind::Term(taxonomy) => ExcludedKind::Term(taxonomy),
    };
    Exclusion {
        what,
        id,
        title: head.as_ref().map_or_else(
            || Words::new(lang.clone(), title()),
            |head| head.title.clone(),
        ),
        source: files.main.file.path.clone(),
        former: head.map_or_else(|| addresses(&facts, "former"), |head| head.former),
        facts,
    }
}

/// A name that can be in an address.
fn slug_of(stem: &str) -> String {
    if check_id(stem).is_ok() {
        stem.to_owned()
    } else {
        slug(stem)
    }
}

/// The facts of a file, as they are written.
fn written(document: &Document) -> String {
    let text = &document.file.text;
    let end = if document.body.start == 0 {
        text.len()
    } else {
        document.body.start
    };
    text.get(..end).unwrap_or_default().to_owned()
}

/// A fact that is on a line of its own, where facts can no longer be read by their rules.
fn named(facts: &str, name: &str) -> Option<String> {
    let lines = facts.lines().filter_map(|line| {
        line.strip_prefix(name)?
            .trim_start()
            .strip_prefix([':', '='])
    });
    let value = |text: &str| text.trim().trim_matches(['"', '\'']).trim().to_owned();
    let usable = |text: &String| !text.is_empty() && (name != "id" || check_id(text).is_ok());
    lines.map(value).find(usable)
}

/// Addresses of pages that a fact lists, on its own line or on those below it.
fn addresses(facts: &str, name: &str) -> Vec<String> {
    let is_own = |line: &&str| {
        line.strip_prefix(name)
            .is_some_and(|rest| rest.trim_start().starts_with([':', '=']))
    };
    let mut lines = facts.lines().skip_while(|line| !is_own(line));
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

#[cfg(test)]
mod tests {
    use super::*;

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
