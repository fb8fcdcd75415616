//! Floor 2: from files to facts. [`gather`] turns a [`Source`] into a [`Portal`], and [`rules`] say what is odd in it.

pub(crate) mod acknowledgements;
pub(crate) mod action_plan;
pub(crate) mod active_content;
pub mod address;
mod area;
pub mod body;
pub mod chart;
pub(crate) mod commitment;
pub mod dataset;
pub(crate) mod dataset_summary;
mod datasets;
mod duplicates;
pub(crate) mod editions;
pub mod evaluation;
pub(crate) mod evidence;
pub(crate) mod exclusions;
pub(crate) mod facts;
pub(crate) mod fence;
pub mod form;
mod frequency;
pub mod head;
pub(crate) mod index;
pub(crate) mod initiative;
pub(crate) mod page;
mod page_update;
pub(crate) mod registers;
pub(crate) mod report;
mod resources;
pub(crate) mod rules;
mod sample;
pub mod series;
pub mod service;
pub(crate) mod settings;
mod table_schema;
pub(crate) mod term;
pub(crate) mod text_links;
pub mod vocabulary;

pub(crate) use resources::unique_names;

use crate::cache::Cache;
use crate::diag::{Diagnostic, Place, Severity, Sink, codes};
use crate::source::Source;
use crate::source::front_matter::Document;
use crate::source::node::FactValue;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use facts::{PageFacts, PageFiles};
use std::collections::BTreeMap;
use term::Terms;
use vocabulary::Taxonomy;

/// Everything that the portal's files say.
#[derive(Debug)]
pub struct Portal {
    /// The settings.
    pub settings: settings::Settings,
    /// The home page's title and text, where it has a file.
    pub(crate) home: Option<page::TextPage>,
    /// Ordinary pages.
    pub pages: Vec<page::TextPage>,
    /// Commitments.
    pub commitments: Vec<commitment::Commitment>,
    /// End-of-commitment reports.
    pub reports: Vec<report::Report>,
    /// Action plans.
    pub action_plans: Vec<action_plan::ActionPlan>,
    /// Initiatives and good practices.
    pub initiatives: Vec<initiative::Initiative>,
    /// Localities, institutions, policy areas, sectors, values.
    pub terms: Terms,
    /// Datasets.
    pub datasets: Vec<dataset::Dataset>,
    /// Files under `content/` that are not pages: where each is and its address.
    pub(crate) attachments: Vec<String>,
    /// The sizes of those, in the same order.
    pub(crate) attachment_bytes: Vec<u64>,
    /// Files of pages whose identifier another page has, and the files of those.
    pub(crate) repeated: BTreeMap<String, String>,
    /// What was left out because something is wrong in it.
    pub(crate) left_out: Vec<exclusions::Exclusion>,
    /// Who names whom.
    index: index::PortalIndex,
}

impl Portal {
    /// The newest date that the content gives as its own: what "now" means where nothing else says so.
    pub(crate) fn newest(&self) -> Option<PartialDate> {
        let updated = self.heads().filter_map(|head| head.updated);
        let datasets = self
            .datasets
            .iter()
            .flat_map(|d| [d.modified, d.issued])
            .flatten();
        updated.chain(datasets).max_by_key(|date| date.last_day())
    }

    /// Pages that have files under `content/`, each with its place among the pages of its kind.
    pub(crate) fn written(&self) -> impl Iterator<Item = (usize, &head::Head)> {
        let terms = Taxonomy::ALL
            .into_iter()
            .flat_map(|t| self.terms.of(t))
            .filter_map(|t| t.head.as_ref());
        (self.home.iter().map(|p| &p.head).enumerate())
            .chain(self.pages.iter().map(|p| &p.head).enumerate())
            .chain(self.commitments.iter().map(|c| &c.head).enumerate())
            .chain(self.reports.iter().map(|r| &r.head).enumerate())
            .chain(self.action_plans.iter().map(|p| &p.head).enumerate())
            .chain(self.initiatives.iter().map(|i| &i.head).enumerate())
            .chain(terms.enumerate())
    }

    /// What every page has, page by page.
    pub(crate) fn heads(&self) -> impl Iterator<Item = &head::Head> {
        self.written()
            .map(|(_, head)| head)
            .chain(self.datasets.iter().map(|d| &d.head))
    }
}

/// A Table Schema that is in a file of its own.
pub fn schema(document: &Document, sink: &mut Sink) -> Option<dataset::Schema> {
    let facts = crate::source::fields::Fields::of(
        &document.file,
        document.facts.as_ref()?,
        "schema",
        sink,
    )?;
    let lang = Lang::parse("en").expect("a tag");
    Some(table_schema::read(facts, &lang, sink))
}

/// A dataset's folder that is outside `data/`, such as a ZIP.
pub(crate) fn package(
    folder: &crate::source::DatasetFolder,
    languages: &[Lang],
    sink: &mut Sink,
) -> Option<dataset::Dataset> {
    datasets::read(folder, languages, sink)
}

/// Kinds of page that have files, by the folder that makes a page one.
const KINDS: &[(&str, FolderKind)] = &[
    ("commitments", FolderKind::Commitment),
    ("reports", FolderKind::Report),
    ("action-plans", FolderKind::ActionPlan),
    ("initiatives", FolderKind::Initiative),
    ("practices", FolderKind::Practice),
    ("localities", FolderKind::Term(Taxonomy::Locality)),
    ("institutions", FolderKind::Term(Taxonomy::Institution)),
    ("policy-areas", FolderKind::Term(Taxonomy::PolicyArea)),
    ("sectors", FolderKind::Term(Taxonomy::Sector)),
    ("values", FolderKind::Term(Taxonomy::Value)),
    ("page", FolderKind::Page),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FolderKind {
    Commitment,
    Report,
    ActionPlan,
    Initiative,
    Practice,
    Term(Taxonomy),
    Page,
}

/// Reads every fact, and checks what the pages say against each other.
pub fn gather(source: &Source, cache: &Cache, sink: &mut Sink) -> Portal {
    let settings = settings::Settings::read(&source.settings, sink);
    let whole = sink;
    let sink = &mut Sink::new();
    let (attachments, attachment_bytes) = active_content::published(
        &source.attachments,
        &source.attachment_bytes,
        &settings.active,
        sink,
    );
    let mut pages = pair(&source.pages, &settings.languages, sink);
    // Terms first: other pages name them.
    pages.sort_by_key(|(kind, _)| !matches!(kind, FolderKind::Term(_)));
    let mut portal = Portal {
        terms: Terms::known(&settings.languages),
        home: None,
        pages: Vec::new(),
        commitments: Vec::new(),
        reports: Vec::new(),
        action_plans: Vec::new(),
        initiatives: Vec::new(),
        datasets: Vec::new(),
        attachments,
        attachment_bytes,
        repeated: BTreeMap::new(),
        left_out: exclusions::read(source, &settings.languages),
        index: index::PortalIndex::default(),
        settings,
    };
    portal.name_left_out();
    for (kind, files) in &pages {
        portal.read(*kind, files, sink);
    }
    let languages = portal.settings.languages.clone();
    portal.datasets = source
        .datasets
        .iter()
        .filter_map(|f| datasets::read(f, &languages, sink))
        .collect();
    portal.put_in_order();
    portal.ask_no_left_out();
    let of_data = portal
        .datasets
        .iter()
        .flat_map(|d| &d.resources)
        .map(|resource| resource.path.as_str());
    let files: Vec<&str> = source
        .attachments
        .iter()
        .map(String::as_str)
        .chain(of_data)
        .collect();
    sink.extend(portal.settings.active.absent(&files));
    for dataset in &mut portal.datasets {
        active_content::without_programs(dataset, &portal.settings.active, sink);
    }
    let limits = portal.settings.limits;
    portal
        .datasets
        .iter_mut()
        .flat_map(|d| &mut d.resources)
        .for_each(|resource| resource.limits = limits);
    portal.index = index::PortalIndex::of(&portal);
    portal.leave_out_repeated(sink);
    rules::check(&portal, cache, sink);
    sample::check(source, sink);
    whole.extend(once_a_name(std::mem::take(sink).into_found()));
    portal
}

/// Facts that this program does not know are told once a name, with how many pages have it: the pages of another generator
/// have the same ones, by the thousand.
fn once_a_name(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is_strange =
        |d: &Diagnostic| d.code == &codes::UNKNOWN_FACT && d.severity == Severity::Warning;
    let name = |d: &Diagnostic| {
        d.args
            .iter()
            .find(|(arg, _)| *arg == "name")
            .map(|(_, name)| format!("{name:?}"))
    };
    let mut counts: BTreeMap<Option<String>, u64> = BTreeMap::new();
    for finding in found.iter().filter(|d| is_strange(d)) {
        *counts.entry(name(finding)).or_default() += 1;
    }
    let mut told = Vec::with_capacity(found.len());
    for finding in found {
        if !is_strange(&finding) {
            told.push(finding);
        } else if let Some(count) = counts.remove(&name(&finding)) {
            let mut finding = finding;
            finding.args.retain(|(name, _)| *name != "count");
            told.push(finding.arg("count", count));
        }
    }
    told
}

impl Portal {
    /// Whether a dataset of this identifier was left out.
    pub(crate) fn is_left_out(&self, dataset: &str) -> bool {
        self.left_out.iter().any(|one| {
            one.what == exclusions::ExcludedKind::Dataset && one.id.eq_ignore_ascii_case(dataset)
        })
    }

    /// Puts the things of each kind in the order that their `order:` asks for.
    fn put_in_order(&mut self) {
        self.pages.sort_by_key(|page| page.head.rank());
        self.commitments
            .sort_by_key(|commitment| commitment.head.rank());
        self.reports.sort_by_key(|report| report.head.rank());
        self.action_plans.sort_by_key(|plan| plan.head.rank());
        self.initiatives
            .sort_by_key(|initiative| initiative.head.rank());
        self.datasets.sort_by_key(|dataset| dataset.head.rank());
    }

    /// Whether rows name rows of a dataset that was left out cannot be known.
    fn ask_no_left_out(&mut self) {
        let mut datasets = std::mem::take(&mut self.datasets);
        for resource in datasets
            .iter_mut()
            .flat_map(|dataset| &mut dataset.resources)
        {
            let asked = |key: &dataset::ForeignKey| {
                !key.dataset
                    .as_deref()
                    .is_some_and(|id| self.is_left_out(id))
            };
            resource.schema.foreign_keys.retain(asked);
        }
        self.datasets = datasets;
    }

    /// Terms whose pages were left out are still named by others.
    fn name_left_out(&mut self) {
        for one in &self.left_out {
            if let exclusions::ExcludedKind::Term(taxonomy) = one.what {
                let (id, name) = (one.id.to_ascii_lowercase(), one.title.clone());
                self.terms.add(term::Term {
                    taxonomy,
                    id,
                    name,
                    head: None,
                    country: None,
                    code: None,
                    url: None,
                });
            }
        }
    }

    fn read(&mut self, kind: FolderKind, files: &PageFiles<'_>, sink: &mut Sink) {
        let Some(facts) = PageFacts::open(files, &self.settings.languages[0].clone(), sink) else {
            return;
        };
        match kind {
            FolderKind::Commitment => {
                self.commitments
                    .extend(commitment::read(facts, files, &mut self.terms, sink));
            }
            FolderKind::Report => {
                self.reports
                    .extend(report::read(facts, files, &mut self.terms, sink));
            }
            FolderKind::ActionPlan => {
                self.action_plans
                    .extend(action_plan::read(facts, files, &mut self.terms, sink));
            }
            FolderKind::Initiative | FolderKind::Practice => {
                let practice = kind == FolderKind::Practice;
                self.initiatives.extend(initiative::read(
                    practice,
                    facts,
                    files,
                    &mut self.terms,
                    sink,
                ));
            }
            FolderKind::Term(taxonomy) => {
                if let Some(term) = term::read(taxonomy, facts, files, sink)
                    && self.is_first(&term, sink)
                {
                    self.terms.add(term);
                }
            }
            FolderKind::Page => match page::read(facts, files, sink) {
                Some(page) if page.address == "index" => self.home = Some(page),
                page => self.pages.extend(page),
            },
        }
    }
}

/// A page's file in the main language, and its translations.
type Versions<'s> = (Option<&'s Document>, Vec<(Lang, &'s Document)>);

/// Brings each page's translations together with it.
fn pair<'s>(
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

fn kind_of(document: &Document, folder: &str, sink: &mut Sink) -> FolderKind {
    let by_folder = KINDS
        .iter()
        .find(|(name, _)| *name == folder)
        .map_or(FolderKind::Page, |(_, kind)| *kind);
    let Some(FactValue::Map(entries)) = document.facts.as_ref().map(|node| &node.value) else {
        return by_folder;
    };
    let Some((_, node)) = entries.iter().find(|(key, _)| key.name == "kind") else {
        return by_folder;
    };
    crate::source::fields::scalar(&document.file, node, "kind", sink)
        .and_then(|text| crate::source::fields::one_of(&document.file, &text, "kind", KINDS, sink))
        .map_or(by_folder, |kind| kind.value)
}
