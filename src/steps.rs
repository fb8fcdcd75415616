//! The steps of the staircase that `lib.rs` tells: each is a function from what the steps before returned.

use crate::cache::Cache;
use crate::catalogs::{self, citations, facts, profiles};
use crate::charts;
use crate::diag::{Fatal, Sink};
use crate::downloads::write_context::WriteContext;
use crate::downloads::{self, Files, Role};
use crate::editions::{self, Portable};
use crate::feeds;
use crate::figures::{self, Figures};
use crate::history::{self, CurrentTable, Histories, HistoryContext};
use crate::last_run::RunInputs;
use crate::model::acknowledgements;
use crate::model::dataset::Dataset;
use crate::model::dataset_summary::about;
use crate::model::{self, Portal};
use crate::options::Options;
use crate::pages::editions::MadeEdition;
use crate::pages::{self, Plan, SiteFacts, service_worker};
use crate::preview::Preview;
use crate::privacy::Gate;
use crate::record::{self, CatalogRecord};
use crate::render::Theme;
use crate::site::addresses::{self, AddressedSite};
use crate::site::archives;
use crate::site::attachments::Attachments;
use crate::site::audit::{self, Audit, Weight};
use crate::site::hosts::{self, HostFacts};
use crate::site::pages::{Materials, Pages};
use crate::site::recall::SiteRecall;
use crate::site::{
    images, inline_script, opensearch, output, search, sitemap, texts, well_known, worker,
};
use crate::source::Source;
use crate::source::address_list::{self, AddressList};
use crate::source::read_errors;
use crate::source::units;
use crate::stage::{Manifest, ScratchFolder, Staging};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::messages::Arg;
use crate::text::region::region_of;
use crate::timing::Timings;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use tragaluz_tables::privacy::DeclaredContacts;
use tragaluz_tables::{Home, Tables};

/// What every step may use besides what the ones before it returned.
#[derive(Clone, Copy)]
pub(crate) struct Run<'a> {
    pub(crate) root: &'a Path,
    /// What the run was told.
    pub(crate) options: &'a Options,
    pub(crate) staging: &'a Staging,
    /// What earlier runs found out.
    pub(crate) cache: &'a Cache,
    /// What it is made of, where the next run is to know whether that is the same.
    pub(crate) inputs: Option<&'a RunInputs>,
}

impl<'a> Run<'a> {
    fn clock(&self) -> &'a Timings {
        &self.options.timings
    }
}

/// The portal with every table that was read of it, its own and those of its registers.
pub(crate) struct TabledPortal {
    pub(crate) portal: Portal,
    pub(crate) gate: Gate,
    pub(crate) tables: Tables,
    pub(crate) files: Files,
    /// The versions of datasets.
    pub(crate) histories: Histories,
    /// Folder of the registers' rows, which are read as long as pages are made.
    pub(crate) registers: ScratchFolder,
}

/// The portal with everything that can be downloaded, and the one record that catalogs project.
pub(crate) struct CataloguedPortal {
    pub(crate) content: TabledPortal,
    pub(crate) catalog: CatalogRecord,
}

/// What was written before editions were made.
pub(crate) struct WrittenSite {
    pub(crate) pages: Pages,
    /// Every file so far: what editions hold.
    pub(crate) manifest: Manifest,
}

/// What was made of the whole site, at the end.
pub(crate) struct FinishedSite {
    pub(crate) weights: Vec<Weight>,
    /// How many pages there are, in all languages.
    pub(crate) pages: usize,
    /// The list of published addresses as it will be written; none where it stays as it is.
    pub(crate) addresses: Option<String>,
}

/// Reads the portal's folder, without what is left out of it and what is wrong there.
///
/// # Errors
/// When the folder is no portal, or the disk refuses.
pub(crate) fn read(
    root: &Path,
    left_out: &BTreeSet<String>,
    sink: &mut Sink,
) -> Result<Source, Fatal> {
    let mut found = Sink::new();
    let mut source = crate::source::read(root, &mut found)?;
    source.leave_out(left_out);
    found.retain(|d| !units::is_about(d, left_out));
    sink.extend(found.into_found());
    Ok(source)
}

/// Reads the list of published addresses; one that cannot be read keeps the site from being published, and so from
/// losing any.
pub(crate) fn published(root: &Path, sink: &mut Sink) -> AddressList {
    AddressList::read(root).unwrap_or_else(|error| {
        sink.push(read_errors::finding(address_list::NAME, &error));
        AddressList::default()
    })
}

/// Returns the facts of the portal, with what the run was told in place of what the settings say, and its gate, which has
/// looked through everything but tables.
pub(crate) fn gather(source: Source, run: &Run<'_>, sink: &mut Sink) -> (Portal, Gate) {
    let clock = run.clock();
    let mut portal = clock.stage("model", || {
        model::gather_on(&source, run.options.as_of, run.cache, sink)
    });
    if run.options.base_url.is_some() {
        portal.settings.base_url.clone_from(&run.options.base_url);
    }
    if run.options.no_editions {
        portal.settings.editions.no_pdf();
    }
    downloads::crest::read(&mut portal, run.root, sink);
    crate::tables::containers::unfold(&mut portal.datasets, run.root, sink);
    let gate = Gate::of(&source, &portal);
    sink.know(gate.declared().cloned().unwrap_or_default());
    clock.stage("gate", || {
        gate.look(&source, &portal, run.root, run.cache, sink);
    });
    (portal, gate)
}

/// Reads every table and writes its downloads: the portal's own data, and the registers of what its pages say, which
/// are written aside first.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn tables(
    mut portal: Portal,
    gate: Gate,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<TabledPortal, Fatal> {
    let clock = run.clock();
    let aside = ScratchFolder::new()?;
    crate::tables::inline::write(&portal.datasets, &aside)?;
    let own = Reading {
        portal: &portal,
        personal: gate.declared(),
        home: Home::of_publisher(run.root).with_inline(aside.path()),
        stages: ReadingStages {
            read: "data",
            write: "downloads",
        },
    };
    let (mut tables, mut files) = own.read(&portal.datasets, run, sink)?;
    let registers = clock.stage("registers", || write_registers(&portal, &aside))?;
    gate.settle(&mut portal, run.options.as_of, sink);
    let of_pages = Reading {
        portal: &portal,
        // What pages say has been looked at.
        personal: None,
        home: Home::of_pages(aside.path()),
        stages: ReadingStages {
            read: "registers",
            write: "registers",
        },
    };
    let (of_registers, written) = of_pages.read(&registers, run, sink)?;
    files.add(written);
    tables.add(of_registers);
    Ok(TabledPortal {
        portal: portal.with(registers),
        histories: Histories::default(),
        gate,
        tables,
        files,
        registers: aside,
    })
}

/// Returns every table as it would be published now, with its rows as CSV in the staging folder.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn rows(
    mut portal: Portal,
    gate: Gate,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<Vec<CurrentTable>, Fatal> {
    portal.settings.formats = vec!["csv".to_owned()];
    let content = tables(portal, gate, run, sink)?;
    acknowledgements::settle(&content.portal, true, sink);
    Ok(current(&content.tables, &content.files, run))
}

/// Returns the tables that have a CSV file, with what is known of it.
fn current(tables: &Tables, files: &Files, run: &Run<'_>) -> Vec<CurrentTable> {
    let current = tables.tables.iter().filter_map(|table| {
        let file = files.of(&table.dataset).find(|file| {
            file.role == Role::Table
                && file.format == "csv"
                && file.resource.as_deref() == Some(&table.resource)
        })?;
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        Some(CurrentTable {
            dataset: table.dataset.clone(),
            name: name.trim_end_matches(".csv").to_owned(),
            columns: table.columns.iter().map(|c| c.name.clone()).collect(),
            key: table.primary_key.clone(),
            rows: table.rows,
            bytes: file.bytes,
            sha256: file.sha256.clone(),
            path: run.staging.path_of(&file.path),
        })
    });
    current.collect()
}

/// Publishes the versions of every dataset. One whose data are those of its last version has its number and its day, where
/// its author states no other.
///
/// # Errors
/// When a file of a version is absent or damaged, or the disk refuses.
pub(crate) fn versions(
    mut content: TabledPortal,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<TabledPortal, Fatal> {
    let context = HistoryContext {
        root: run.root,
        staging: run.staging,
        cache: run.cache,
        keep: content.portal.settings.whole_versions,
    };
    let tables = current(&content.tables, &content.files, run);
    let histories = run
        .clock()
        .stage("versions", || history::publish(&tables, &context, sink))?;
    for dataset in &mut content.portal.datasets {
        let history = histories.of(&dataset.head.id).filter(|h| h.is_current);
        let Some(last) = history.and_then(|history| history.releases().last()) else {
            continue;
        };
        dataset.version.get_or_insert(last.version.to_string());
        dataset.modified = dataset.modified.or(PartialDate::parse(&last.date));
    }
    content.histories = histories;
    Ok(content)
}

/// Writes the rows of the portal's registers, and returns them as datasets.
fn write_registers(portal: &Portal, aside: &ScratchFolder) -> Result<Vec<Dataset>, Fatal> {
    let mut registers = Vec::new();
    for register in model::registers::draw(portal) {
        aside.write(&register.dataset.resources[0].path, &register.csv)?;
        registers.push(register.dataset);
    }
    Ok(registers)
}

/// One reading of datasets that lie in one home.
struct Reading<'a> {
    portal: &'a Portal,
    /// The contacts that are no personal data, where that is looked for.
    personal: Option<&'a DeclaredContacts>,
    home: Home,
    stages: ReadingStages,
}

/// Names under which a reading's time is told.
struct ReadingStages {
    read: &'static str,
    write: &'static str,
}

impl Reading<'_> {
    /// Reads the tables of these datasets, and writes their downloads.
    fn read(
        &self,
        datasets: &[Dataset],
        run: &Run<'_>,
        sink: &mut Sink,
    ) -> Result<(Tables, Files), Fatal> {
        let clock = run.clock();
        let settings = &self.portal.settings;
        let mut tables = clock.stage(self.stages.read, || {
            crate::tables::ingest(datasets, &self.home, self.personal, clock, sink)
        })?;
        crate::tables::code_lists::label(datasets, &mut tables, settings)?;
        let area = settings.spatial.as_ref();
        tables.settle_in(area.and_then(|area| region_of(area.code.as_deref()?)));
        tables.tell(&about(settings, datasets));
        clock.stage(self.stages.read, || {
            crate::tables::row_cuts::outline(datasets, &mut tables, sink)
        })?;
        crate::tables::protection::explain(&mut tables, &settings.languages);
        let context = WriteContext {
            staging: run.staging,
            cache: run.cache,
            timings: clock,
            limits: settings.limits,
        };
        let files = clock.stage(self.stages.write, || {
            downloads::write(&tables, &context, &settings.formats, sink)
        })?;
        Ok((tables, files))
    }
}

/// Opens the theme that the run or the settings name.
///
/// # Errors
/// When there is none, or it cannot be read.
pub(crate) fn theme(
    content: &TabledPortal,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<Theme, Fatal> {
    let settings = &content.portal.settings;
    let name = run.options.theme.as_deref().unwrap_or(&settings.theme);
    run.clock().stage("theme", || {
        Theme::open(name, run.root, &settings.languages, &settings.limits, sink)
    })
}

/// Draws the record of what there is, and packs every dataset into a ZIP, where that is asked for or nothing is.
///
/// # Errors
/// When a staged file cannot be read again, or the disk refuses.
pub(crate) fn catalog(
    mut content: TabledPortal,
    theme: &Theme,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<CataloguedPortal, Fatal> {
    let portal = &content.portal;
    let catalog = record::draw(
        pages::facts(portal),
        &portal.datasets,
        &content.tables,
        &content.files,
        sink,
    );
    if !downloads::has(&portal.settings.formats, "zip") {
        return Ok(CataloguedPortal { content, catalog });
    }
    let say = |lang: &Lang, id: &str| theme.say(lang, id, &[]);
    let archives = run.clock().stage("archives", || {
        archives::pack(&catalog, &say, (run.staging, run.cache))
    })?;
    let catalog = catalog.with_archives(&archives);
    content.files = content.files.with_archives(archives);
    Ok(CataloguedPortal { content, catalog })
}

/// Gives every page its address, draws charts and makes images small: everything that pages are made of.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn plan(
    catalogued: CataloguedPortal,
    theme: Theme,
    published: &AddressList,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<Preview, Fatal> {
    let clock = run.clock();
    let TabledPortal {
        portal,
        gate,
        tables,
        files,
        histories,
        registers,
    } = catalogued.content;
    history::check(
        &portal,
        &addresses::received(&tables, &files),
        &history::LastBuild {
            out: &run.options.out(run.root),
            cache: run.cache,
            published,
        },
        sink,
    );
    let catalog = catalogued.catalog;
    let figures = clock.stage("figures", || figures_of(&portal, &tables, &theme, sink));
    let plan: Arc<Plan> = Arc::new(clock.stage("plan", || {
        let as_of = run.options.as_of.or_else(|| portal.newest());
        let mut plan = pages::draw(&portal, as_of, &tables, &files, catalog, published, sink)
            .leading_to(figures, &tables);
        plan.histories = histories;
        plan
    }));
    sink.extend(pages::unused_languages::languages(&portal));
    texts::check(&portal, sink);
    let charts = clock.stage("charts", || charts::draw(&portal, &tables, sink));
    let images = Arc::new(clock.stage("images", || {
        images::prepare(run.root, &portal, &plan, run.staging, sink)
    })?);
    Ok(Preview {
        root: run.root.to_owned(),
        portal,
        gate,
        tables,
        files,
        search_script: inline_script::squeezed(&theme.search_script),
        theme,
        plan,
        charts,
        images,
        editions: Vec::new(),
        as_of: run.options.as_of,
        index: None,
        registers,
    })
}

/// Looks the figures up that texts link to.
fn figures_of(portal: &Portal, tables: &Tables, theme: &Theme, sink: &mut Sink) -> Figures {
    let say = |lang: &Lang, id: &str, args: &[(&str, Arg)]| theme.say(lang, id, args);
    figures::read(portal, tables, &say, sink)
}

/// Writes every page but those that are made last, and everything that describes the site to programs and hosts.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn write(
    preview: &Preview,
    run: &Run<'_>,
    recall: &SiteRecall,
    sink: &mut Sink,
) -> Result<WrittenSite, Fatal> {
    let clock = run.clock();
    let view = preview.facts(None);
    let press = press(preview, run, recall);
    let pages = clock.stage("pages", || crate::site::pages::make(&view, &press, sink))?;
    let security = preview.portal.settings.security.as_ref();
    sink.extend(well_known::expired(
        &preview.plan.catalog,
        security,
        view.as_of,
    ));
    let index = clock.stage("search", || search::all(&view, &preview.theme, &pages.seen));
    run.staging.write_files(&index)?;
    clock.stage("figures", || {
        crate::site::figures::write_all(&view, &preview.theme, run.staging)
    })?;
    clock.stage("cards", || {
        crate::site::cards::write_all(&view, &preview.theme, (run.staging, run.cache), sink)
    })?;
    tell_programs(&view, preview, &pages, recall, run)?;
    let attachments = Attachments {
        root: run.root,
        portal: &preview.portal,
        plan: &preview.plan,
        theme: &preview.theme,
        images: &preview.images,
    };
    clock.stage("files", || attachments.write(run.staging, sink))?;
    let manifest = run.staging.manifest().clone();
    let place = &preview.portal.settings.place;
    sink.extend(catalogs::too_large(
        &manifest,
        catalogs::Refused::TODAY,
        place,
    ));
    Ok(WrittenSite { pages, manifest })
}

/// Writes what is told to programs and hosts: the facts of each page, and what states no page's text, as a run made it of the same.
fn tell_programs(
    view: &SiteFacts<'_>,
    preview: &Preview,
    pages: &Pages,
    recall: &SiteRecall,
    run: &Run<'_>,
) -> Result<(), Fatal> {
    run.clock().stage("facts", || {
        let own = |at| recall.of_commitment(at);
        facts::write(&preview.portal, run.staging, &recall.notes, &own)
    })?;
    (recall.notes).files("description", run.staging, || {
        describe(view, preview, pages, run)
    })
}

/// Writes everything that describes the site to programs and hosts, and states no page's text.
fn describe(
    view: &SiteFacts<'_>,
    preview: &Preview,
    pages: &Pages,
    run: &Run<'_>,
) -> Result<(), Fatal> {
    let (clock, staging) = (run.clock(), run.staging);
    let (portal, plan, theme) = (&preview.portal, &preview.plan, &preview.theme);
    let (catalog, listed) = (&plan.catalog, &pages.listed);
    let base = catalog.portal.base_url.as_deref();
    staging.write_files(&clock.stage("profiles", || {
        profiles::all(&preview.tables, &preview.files)
    }))?;
    clock.stage("catalogs", || catalogs::write_all(catalog, staging))?;
    clock.stage("feeds", || feeds::write_all(view, theme, listed, staging))?;
    if let Some(base) = base {
        staging.write_files(&sitemap::sitemap(base, listed))?;
        staging.write_files(&opensearch::all(plan, theme, base))?;
    }
    staging.write_files(&citations::all(catalog))?;
    let hints = catalogs::hints(catalog);
    let security = portal.settings.security.as_ref();
    staging.write_files(&well_known::all(catalog, &hints, security))?;
    staging.write_files(&[sitemap::robots(base)])?;
    if service_worker::is_wanted(&portal.settings) {
        staging.write_files(&[worker::file(plan, theme)])?;
    }
    staging.write_files(&hosts::all(&HostFacts::of(view, theme)))
}

fn press<'a>(
    preview: &'a Preview,
    run: &Run<'a>,
    recall: &'a SiteRecall,
) -> crate::site::pages::PageEnvironment<'a> {
    crate::site::pages::PageEnvironment {
        materials: Materials {
            plan: &preview.plan,
            images: &preview.images,
            theme: &preview.theme,
        },
        staging: run.staging,
        cache: run.cache,
        timings: run.clock(),
        weighing: run.options.weighing,
        recall,
    }
}

/// Packs what is written into the editions that need no connection.
///
/// # Errors
/// When a staged file cannot be read again, or the disk refuses.
pub(crate) fn editions(
    preview: &Preview,
    written: &WrittenSite,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<Vec<MadeEdition>, Fatal> {
    if run.options.no_editions {
        return Ok(Vec::new());
    }
    let site = Portable {
        view: &preview.facts(None),
        listed: &written.pages.listed,
        inside: &written.pages.inside,
        theme: &preview.theme,
        staging: run.staging,
        staged: &written.manifest,
        cache: run.cache,
    };
    run.clock()
        .stage("editions", || editions::make(&site, sink))
}

/// Writes the pages that state what was made of all others, and judges the whole.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn finish(
    preview: &Preview,
    written: WrittenSite,
    editions: &[MadeEdition],
    published: &AddressList,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<FinishedSite, Fatal> {
    let clock = run.clock();
    let view = preview.facts(Some(editions));
    let mut pages = written.pages;
    let last = clock.stage("pages", || {
        let none = SiteRecall::default();
        crate::site::pages::last(&view, &press(preview, run, &none), sink)
    })?;
    pages.seen.extend(last);
    preview.plan.wanted_twice(&run.staging.wanted_twice(), sink);
    let manifest = run.staging.manifest().clone();
    sink.extend(output::too_large(&manifest, &preview.portal.settings.place));
    let promised = promised(&view, &manifest, sink);
    let rules = audit::Rules::of(&preview.portal, &preview.theme, &preview.plan);
    let audit: Audit = clock.stage("audit", || audit::judge(&pages.seen, &promised, &rules));
    let news = audit::news(
        audit.found,
        &preview.portal,
        &preview.plan,
        &preview.theme,
        sink,
    );
    sink.extend(news);
    let addresses = addresses::settle(
        published,
        &run.options.addresses,
        &manifest,
        AddressedSite::of(&view),
        sink,
    );
    Ok(FinishedSite {
        weights: audit.weights,
        pages: pages.listed.len(),
        addresses,
    })
}

/// Returns every file that a link may lead to. After an error editions are not made, and links to them are not broken.
fn promised<'m>(view: &SiteFacts<'_>, manifest: &'m Manifest, sink: &Sink) -> Cow<'m, Manifest> {
    if !sink.has_errors() {
        return Cow::Borrowed(manifest);
    }
    let mut all = editions::promised(view);
    all.extend(manifest.clone());
    Cow::Owned(all)
}
