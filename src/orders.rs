//! What a publisher orders besides a site: versions, a file checked as its dataset declares it, new datasets, editions and pages. Each
//! takes the staircase as far as it needs, into a site that nobody publishes.

use crate::authoring::{
    self, AddOrder, AddedDataset, AddedMilestone, AddedPage, DataPlace, DatasetPage, DocumentWords,
    EditionOrder, EditionTables, FactSheet, ImportOrder, NewMilestone, NewPage, PageOrder,
    SaidFacts, TrialPortal, TriedEdition, TriedImport, workbook,
};
use crate::cache::Cache;
use crate::diag::{Fatal, Sink, Speech};
use crate::history::{self, ReleaseOrder, ReleasedDataset};
use crate::model::Portal;
use crate::options::Options;
use crate::outside::{self, LinkTally};
use crate::stage::{self, ScratchFolder, Staging};
use crate::steps::{self, OpenPortal, ProposedPage, Run, TabledPortal};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A folder in which a site is made that nobody publishes, without a cache.
struct UnpublishedSite {
    staging: Staging,
    cache: Cache,
    /// Goes last.
    _folder: ScratchFolder,
}

impl UnpublishedSite {
    fn open() -> Result<UnpublishedSite, Fatal> {
        let folder = ScratchFolder::new()?;
        Ok(UnpublishedSite {
            staging: Staging::beside(&folder.path().join("site"))?,
            cache: Cache::off(),
            _folder: folder,
        })
    }

    fn run<'a>(&'a self, root: &'a Path, options: &'a Options) -> Run<'a> {
        Run {
            root,
            options,
            staging: &self.staging,
            cache: &self.cache,
            inputs: None,
        }
    }
}

/// Makes a version of each dataset that changed since its last one, as it would be published now. Where an error is found,
/// nothing is made.
///
/// # Errors
/// When the folder is no portal, the files of an earlier version are damaged, or the disk refuses.
pub fn release(
    root: &Path,
    options: &Options,
    order: &ReleaseOrder,
    sink: &mut Sink,
) -> Result<Vec<ReleasedDataset>, Fatal> {
    let aside = UnpublishedSite::open()?;
    let run = aside.run(root, options);
    let source = steps::read(root, &BTreeSet::new(), run.cache, sink)?;
    let (portal, gate) = steps::gather(source, &run.reading(), sink);
    let tables = steps::rows(portal, gate, &run, sink)?;
    if sink.has_errors() {
        return Ok(Vec::new());
    }
    history::release(root, order, &tables, sink)
}

/// Asks for every address of others that a portal names, whether anything still is there; what is not is told at each place that names
/// it. Servers are asked slowly, and only by this.
///
/// # Errors
/// When the folder is no portal, the disk refuses, or the program was built without the part that asks.
pub fn check_links(root: &Path, options: &Options, sink: &mut Sink) -> Result<LinkTally, Fatal> {
    let source = steps::read(root, &BTreeSet::new(), &Cache::off(), &mut Sink::new())?;
    outside::check(&source, &options.timings, sink)
}

/// A data file of a portal that was checked.
pub struct CheckedFile {
    /// How many rows its table has; 0 where it has none.
    pub rows: u64,
    /// The file that declares it, from the portal's root: the page of its dataset, or its descriptor.
    pub declared_in: String,
}

/// Checks the dataset that a file is of, as a build would, and nothing else of the portal. `path` is the file's from the portal's root.
/// None where it is of no dataset; then nothing is told.
///
/// # Errors
/// When the folder is no portal, or the disk refuses.
pub fn check_file(
    root: &Path,
    path: &str,
    options: &Options,
    sink: &mut Sink,
) -> Result<Option<CheckedFile>, Fatal> {
    let aside = UnpublishedSite::open()?;
    let run = aside.run(root, options);
    let mut found = Sink::new();
    let source = steps::read(root, &BTreeSet::new(), run.cache, &mut found)?;
    let (mut portal, gate) = steps::gather(source, &run.reading(), &mut found);
    let Some(declaration) = FileDeclaration::of(&portal, path) else {
        return Ok(None);
    };
    portal
        .datasets
        .retain(|dataset| dataset.head.id == declaration.dataset);
    let tables = steps::rows(portal, gate, &run, &mut found)?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    found.retain(|finding| finding.is_below(folder));
    sink.absorb(found);
    let rows = tables.iter().find(|table| table.source == path);
    Ok(Some(CheckedFile {
        rows: rows.map_or(0, |table| table.rows),
        declared_in: declaration.file,
    }))
}

/// What declares a file of a portal.
struct FileDeclaration {
    /// The dataset that it is of.
    dataset: String,
    /// The page or descriptor.
    file: String,
}

impl FileDeclaration {
    fn of(portal: &Portal, path: &str) -> Option<FileDeclaration> {
        portal.datasets.iter().find_map(|dataset| {
            let resource = dataset.resources.iter().find(|resource| {
                resource.path == path || resource.more.iter().any(|more| more == path)
            })?;
            Some(FileDeclaration {
                dataset: dataset.head.id.clone(),
                file: resource.place.file.clone(),
            })
        })
    }
}

/// Makes a dataset of data files, with a page that says what they say and asks for the rest. None where an error is found in
/// them, personal data among them: then the portal is as it was.
///
/// # Errors
/// When the folder is no portal, a file cannot be read, there is a dataset of that name, or the disk refuses.
pub fn add(
    root: &Path,
    options: &Options,
    order: &AddOrder,
    sink: &mut Sink,
) -> Result<Option<AddedDataset>, Fatal> {
    let trial = TrialPortal::of(root, order)?;
    let mut found = Sink::new();
    let aside = UnpublishedSite::open()?;
    let tried = tried(&trial, options, &aside, &mut found)?;
    found.retain(|finding| trial.is_about(finding));
    let is_refused = found.has_errors();
    sink.absorb(found);
    let name = trial.name();
    let datasets = tried.portal.datasets.iter();
    let Some(dataset) = datasets.clone().find(|d| d.head.id == name && !is_refused) else {
        return Ok(None);
    };
    let said = SaidFacts {
        order,
        day: options.as_of,
        declares: !trial.has_descriptor(),
        has_schemas: stage::exists(&root.join(authoring::SCHEMAS)),
    };
    let page = (!trial.has_page())
        .then(|| DatasetPage::draw(&tried.portal, &tried.tables, dataset, &said));
    let added = AddedDataset::of(dataset, &tried.tables, page.as_ref());
    let path = trial.place(root, page.as_ref().map(|page| page.text.as_str()))?;
    Ok(Some(AddedDataset {
        page: path,
        ..added
    }))
}

/// Looks through a new edition of a dataset's file, and finds what differs; none where its place cannot be told because the
/// settings cannot be read. Nothing of the portal is changed; errors in the new edition are among the findings.
///
/// # Errors
/// When the folder is no portal, the file cannot be read, it is not clear whose place it takes, or the disk refuses.
pub fn try_edition(
    root: &Path,
    options: &Options,
    order: &EditionOrder,
    sink: &mut Sink,
) -> Result<Option<TriedEdition>, Fatal> {
    let Some(open) = OpenPortal::read(root, options, sink)? else {
        return Ok(None);
    };
    let place = DataPlace::find(&open.data_files(), order)?;
    let trial = TrialPortal::of_dataset(root, &place.path)?;
    let (before, after) = (UnpublishedSite::open()?, UnpublishedSite::open()?);
    let old = tried(&trial, options, &before, &mut Sink::new())?;
    trial.replace(&place.path, &order.file)?;
    let mut found = Sink::new();
    let new = tried(&trial, options, &after, &mut found)?;
    found.retain(|finding| trial.is_about(finding));
    sink.absorb(found);
    let tables = authoring::differences(
        &EditionTables {
            tables: &old.tables,
            current: &steps::staged_tables(&old, &before.staging),
        },
        &EditionTables {
            tables: &new.tables,
            current: &steps::staged_tables(&new, &after.staging),
        },
    )?;
    steps::edition(root, options, (place, trial), tables, &new).map(Some)
}

/// Writes a new page of any kind, with its facts explained; none where an error is found in it, personal data among it. No
/// file is written over.
///
/// # Errors
/// When the folder is no portal, the page cannot be made as it is ordered, or the disk refuses.
pub fn add_page(
    root: &Path,
    options: &Options,
    order: &PageOrder,
    sink: &mut Sink,
) -> Result<Option<AddedPage>, Fatal> {
    let Some(open) = OpenPortal::read(root, options, sink)? else {
        return Ok(None);
    };
    let limits = &open.portal.settings.limits;
    let document = order.document.as_ref();
    let words = document
        .map(|path| DocumentWords::read(path, limits))
        .transpose()?;
    let page = NewPage::draw(root, &open.portal, order, words.as_ref(), options.as_of)?;
    let text = ProposedPage {
        path: page.added.path.clone(),
        text: page.text.clone(),
    };
    let is_whole = open.accepts(&[text], sink);
    is_whole.then(|| page.place(root)).transpose()
}

/// Returns JSON Schemas of a portal's settings and of the facts of each kind of page, by their paths from the portal's folder; none where
/// its settings cannot be read, which is then said.
///
/// # Errors
/// When the folder is no portal, or the disk refuses.
pub fn editor_schemas(
    root: &Path,
    options: &Options,
    sink: &mut Sink,
) -> Result<Option<BTreeMap<String, String>>, Fatal> {
    let open = OpenPortal::read(root, options, sink)?;
    Ok(open.map(|open| authoring::editor_schemas(&open.portal)))
}

/// Adds a milestone to a commitment's page, of which everything else stays as it is; none where an error is found in it.
///
/// # Errors
/// As [`add_page`].
pub fn add_milestone(
    root: &Path,
    options: &Options,
    order: &PageOrder,
    sink: &mut Sink,
) -> Result<Option<AddedMilestone>, Fatal> {
    let Some(open) = OpenPortal::read(root, options, sink)? else {
        return Ok(None);
    };
    let NewMilestone { text, added } = NewMilestone::draw(&open.portal, order)?;
    let page = ProposedPage {
        path: added.path.clone(),
        text: text.clone(),
    };
    if !open.accepts(&[page], sink) {
        return Ok(None);
    }
    stage::replace(&root.join(&added.path), text.as_bytes())?;
    Ok(Some(added))
}

/// Returns what the portal's pages say as sheets of rows, with heads in `lang` (`es`, `en`) or the portal's own language; none
/// where its settings cannot be read.
///
/// # Errors
/// When the folder is no portal, or the disk refuses.
pub fn export_sheets(
    root: &Path,
    options: &Options,
    lang: Option<&str>,
    sink: &mut Sink,
) -> Result<Option<Vec<FactSheet>>, Fatal> {
    let Some(open) = OpenPortal::read(root, options, sink)? else {
        return Ok(None);
    };
    let files = open.page_files();
    let main = open.portal.settings.main().tag();
    let speech = Speech::for_locale(lang.unwrap_or(main));
    Ok(Some(workbook::fact_sheets(&open.portal, &files, &speech)))
}

/// Holds a workbook against the portal's pages; none where the portal's settings or the workbook cannot be read. Nothing is
/// written; errors that its changes would make are among the findings.
///
/// # Errors
/// When the folder is no portal, there is no such file, or the disk refuses.
pub fn try_import(
    root: &Path,
    options: &Options,
    order: &ImportOrder,
    sink: &mut Sink,
) -> Result<Option<TriedImport>, Fatal> {
    let Some(open) = OpenPortal::read(root, options, sink)? else {
        return Ok(None);
    };
    let tables = workbook::read_tables(&order.file, &open.portal.settings.limits, sink)?;
    if sink.has_errors() {
        return Ok(None);
    }
    let files = open.page_files();
    let mut tried = workbook::compare((root, &open.portal), &files, &tables, order.is_forced)?;
    let pages: Vec<ProposedPage> = (tried.pages.iter())
        .map(|page| ProposedPage {
            path: page.path.clone(),
            text: page.text.clone(),
        })
        .collect();
    if tried.faults.is_empty() && !pages.is_empty() {
        open.accepts(&pages, sink);
        tried.tell_cells(sink);
    }
    Ok(Some(tried))
}

/// Reads the tables of a portal in which files are tried.
fn tried(
    trial: &TrialPortal,
    options: &Options,
    aside: &UnpublishedSite,
    sink: &mut Sink,
) -> Result<TabledPortal, Fatal> {
    let run = aside.run(trial.root(), options);
    let source = steps::read(trial.root(), &BTreeSet::new(), run.cache, sink)?;
    let (mut portal, gate) = steps::gather(source, &run.reading(), sink);
    portal.settings.formats = vec!["csv".to_owned()];
    steps::tables(portal, gate, &run, sink)
}
