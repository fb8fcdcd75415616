//! The steps of the staircase that `lib.rs` tells: each is a function from what the steps before returned.

mod data_editions;
mod reading;
mod tables;
mod written_pages;

use crate::cache::Cache;
use crate::catalogs::{self, citations, facts, profiles};
use crate::charts;
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::downloads::{self, Files};
use crate::editions::{self, Portable};
use crate::feeds;
use crate::figures::{self, Figures};
use crate::history::{self, Histories, ReceivedFiles};
use crate::last_run::RunInputs;
use crate::model::Portal;
use crate::options::Options;
use crate::pages::editions::MadeEdition;
use crate::pages::{self, Plan, SiteFacts, service_worker};
use crate::preview::Preview;
use crate::privacy::Gate;
use crate::record::{self, CatalogRecord};
use crate::render::Theme;
use crate::site::addresses::{self, AddressedSite, SettledAddresses};
use crate::site::archives;
use crate::site::attachments::Attachments;
use crate::site::audit::{self, Audit, Weight};
use crate::site::hosts::{self, HostFacts};
use crate::site::pages::{Materials, Pages};
use crate::site::public_key;
use crate::site::recall::SiteRecall;
use crate::site::{
    images, inline_script, opensearch, output, search, sitemap, texts, well_known, worker,
};
use crate::source::address_list::AddressList;
use crate::stage::{Manifest, ScratchFolder, Staging};
use crate::text::lang::Lang;
use crate::text::messages::Arg;
use crate::timing::Timings;
pub(crate) use data_editions::{edition, staged_tables};
pub(crate) use reading::{GatheredPortal, ReadingRun, gather, gathered, read};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
pub(crate) use tables::{rows, tables, versions};
use tragaluz_tables::Tables;
pub(crate) use written_pages::{OpenPortal, ProposedPage};

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

    /// Returns what of it reading the portal may use.
    pub(crate) fn reading(&self) -> ReadingRun<'a> {
        ReadingRun {
            root: self.root,
            options: self.options,
            cache: self.cache,
            inputs: self.inputs,
        }
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

/// Does two pieces of work side by side: one on this thread, so that what it makes lies beside what this thread made before, and
/// the other on one that is free.
pub(crate) fn side_by_side<A, B: Send>(
    here: impl FnOnce() -> A,
    elsewhere: impl FnOnce() -> B + Send,
) -> (A, B) {
    let mut other = None;
    let own = rayon::in_place_scope(|scope| {
        scope.spawn(|_| other = Some(elsewhere()));
        here()
    });
    (own, other.expect("the scope waits for it"))
}

/// What was written before editions were made.
pub(crate) struct WrittenSite {
    pub(crate) pages: Pages,
}

/// What was made of the whole site, at the end.
pub(crate) struct FinishedSite {
    pub(crate) weights: Vec<Weight>,
    /// How many pages there are, in all languages.
    pub(crate) pages: usize,
    /// What becomes of the list of published addresses.
    pub(crate) addresses: SettledAddresses,
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
    let theme = run.clock().stage("theme", || {
        Theme::open(name, run.root, &settings.languages, &settings.limits, sink)
    })?;
    look_at_templates(&content.portal, &theme, sink);
    Ok(theme)
}

/// Tells templates that pages name and the theme has not, and files of the portal's theme that no page is made with.
fn look_at_templates(portal: &Portal, theme: &Theme, sink: &mut Sink) {
    let mut named = BTreeSet::new();
    for head in portal.heads() {
        let Some(template) = &head.own.template else {
            continue;
        };
        named.insert(&*template.value);
        if !theme.has_template(&template.value) {
            let place = head.file.place(template.span.clone());
            sink.push(template_absent(theme, &template.value, place));
        }
    }
    for template in portal
        .settings
        .kinds
        .iter()
        .filter_map(|kind| kind.template.as_ref())
    {
        named.insert(&*template.name);
        if !theme.has_template(&template.name) {
            sink.push(template_absent(
                theme,
                &template.name,
                template.place.clone(),
            ));
        }
    }
    let unread = theme.unread.iter();
    sink.extend(unread.filter_map(|file| file.finding(|name| named.contains(name))));
}

/// Returns the finding that the theme has no template of this name.
fn template_absent(theme: &Theme, name: &str, place: Place) -> Diagnostic {
    let near = theme.nearest_template(name).unwrap_or("none");
    Diagnostic::new(&codes::TEMPLATE_ABSENT)
        .at(place)
        .arg("name", name)
        .arg("near", near)
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
    let received = addresses::received(&tables, &files);
    check_dates(&portal, &received, (published, run), sink);
    let catalog = catalogued.catalog;
    let saying = (&theme, run.options);
    let figures = clock.stage("figures", || figures_of(&portal, &tables, saying, sink));
    let plan: Arc<Plan> = Arc::new(clock.stage("plan", || {
        let as_of = run.options.as_of.or_else(|| portal.newest());
        let mut plan = pages::draw(&portal, as_of, &tables, &files, catalog, published, sink)
            .leading_to(figures, &tables);
        plan.histories = histories;
        plan
    }));
    sink.extend(pages::unused_languages::languages(&portal));
    texts::check(&portal, sink);
    let charts = clock.stage("charts", || charts_of(&portal, &tables, &plan, sink));
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

/// Says which datasets changed since the last build under the same date.
fn check_dates(
    portal: &Portal,
    received: &ReceivedFiles,
    (published, run): (&AddressList, &Run<'_>),
    sink: &mut Sink,
) {
    let last = history::LastBuild {
        out: &run.options.out(run.root),
        cache: run.cache,
        published,
    };
    history::check(portal, received, &last, sink);
}

/// Looks the figures up that texts link to.
fn figures_of(
    portal: &Portal,
    tables: &Tables,
    (theme, options): (&Theme, &Options),
    sink: &mut Sink,
) -> Figures {
    let say = |lang: &Lang, id: &str, args: &[(&str, Arg)]| theme.say(lang, id, args);
    if options.suggest {
        figures::suggest(portal, tables, &say, sink);
    }
    figures::read(portal, tables, &say, sink)
}

/// Draws the charts of the portal, with figures in what their authors say.
fn charts_of(portal: &Portal, tables: &Tables, plan: &Plan, sink: &mut Sink) -> charts::Charts {
    let fill = |text: &str, lang: &Lang| plan.figures.filled(text, lang);
    charts::draw(portal, tables, &fill, sink)
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
    let place = &preview.portal.settings.place;
    sink.extend(catalogs::too_large(
        &run.staging.manifest(),
        catalogs::Refused::TODAY,
        place,
    ));
    Ok(WrittenSite { pages })
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
    if let Some(key) = &portal.settings.public_key {
        staging.write_files(&[public_key::file(key)])?;
    }
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
    let view = preview.facts(None);
    // A list of all files is as large as many of them.
    let staged = if editions::are_wanted(&view) {
        run.staging.manifest().clone()
    } else {
        Manifest::new()
    };
    let site = Portable {
        view: &view,
        listed: &written.pages.listed,
        inside: &written.pages.inside,
        theme: &preview.theme,
        staging: run.staging,
        staged: &staged,
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
    let manifest = run.staging.manifest();
    sink.extend(output::too_large(&manifest, &preview.portal.settings.place));
    let promised = promised(&view, &manifest, sink);
    let rules = audit::Rules::of(&preview.portal, &preview.theme, &preview.plan);
    let audit: Audit = clock.stage("audit", || {
        audit::judge_again(&pages.seen, &promised, &rules, run.cache)
    });
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
