//! tragaluz turns a folder of Markdown pages and data files into a static open-data portal.
//!
//! The whole pipeline is one staircase of functions between named values; nothing flows back up:
//!
//! 1. [`source`] reads the folder: settings, pages with their facts, data folders. Everything knows its place.
//! 2. [`model`] turns what was read into facts: commitments, reports, plans, terms, datasets; and its rules say what
//!    is odd in them.
//! 3. [`data`] reads each table once from end to end: decoded, typed, checked, profiled. Rows stay on disk.
//! 4. [`downloads`] writes every table in every format, in one reading, into the staging folder. The ZIP of a dataset
//!    holds its descriptor, and so is packed by [`site::archives`], before pages state its size and hash.
//! 5. [`pages`] gives every page and file its address, and draws the one record that all catalogs project.
//! 6. [`render`] turns a page's context into HTML with the theme's templates, in either of two engines.
//! 7. [`site`] writes pages, text editions, catalogs, feeds, host files; packs them into editions that need no
//!    connection; makes the page that lists those, with their checksums; and audits what was written.
//!
//! Below them all are [`diag`] (findings, collected in a [`Sink`]), [`text`] (words, dates, numbers), [`timing`] (where
//! the time went) and [`stage`] (the only writer: a folder beside the output, swapped in whole). What is wrong with content is a finding, never
//! an `Err`; a [`Fatal`] is what stops the machine.
//!
//! ```no_run
//! use tragaluz::{Options, Sink, build};
//! let mut sink = Sink::new();
//! let site = build(std::path::Path::new("."), &Options::default(), &mut sink)?;
//! println!("{} pages", site.weights.len());
//! # Ok::<(), tragaluz::Fatal>(())
//! ```

pub mod cache;
pub mod catalogs;
pub mod charts;
pub mod data;
pub mod diag;
pub mod downloads;
pub(crate) mod editions;
pub(crate) mod history;
pub mod html;
pub mod model;
mod options;
pub mod pages;
pub(crate) mod preview;
pub mod record;
pub mod render;
pub mod site;
pub mod source;
pub mod stage;
pub mod text;
pub mod timing;

pub use diag::{Fatal, Sink};
pub use site::addresses::{Addresses, LetGo, List};

use crate::downloads::write_context::WriteContext;
use cache::{Cache, Key};
use catalogs::{ListedPage, citations, facts, feeds, profiles};
use data::{Home, Tables};
use downloads::Files;
use editions::Portable;
use model::Portal;
pub use options::Options;
use pages::{SiteFacts, service_worker};
pub use preview::Preview;
use render::Theme;
use site::addresses::Addressed;
use site::attachments::Attachments;
use site::audit::{self, Audit, Seen, Weight};
use site::hosts::HostFacts;
use site::images;
use site::{addresses, archives, hosts, opensearch, search, sitemap, well_known};
use source::address_list::Published;
use source::units::{self, Verdict};
use stage::{Aside, Kept, Manifest, Staging};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use text::lang::Lang;
use text::region::region_of;
use timing::Timings;

/// A site that was made.
#[derive(Debug, Default)]
pub struct Site {
    /// Every file, once the site is in its place; empty when an error kept it from being published.
    pub manifest: Manifest,
    /// What each page weighs.
    pub weights: Vec<Weight>,
    /// How many pages there are, in all languages.
    pub pages: usize,
    /// Pages and datasets that were left out because of errors in them, by what their files' paths have in common.
    pub left_out: BTreeSet<String>,
    /// The list of published addresses as it will be written; none where it stays as it is.
    addresses: Option<String>,
    /// Whether the settings could not be read, so that nothing else was looked at.
    without_settings: bool,
}

/// Makes the site and puts it in its place, unless an error was found: then the last output stays as it is.
///
/// # Errors
/// When the folder is no portal, or the disk refuses.
pub fn build(root: &Path, options: &Options, sink: &mut Sink) -> Result<Site, Fatal> {
    Ok(build_and_hold(root, options, sink)?.0)
}

/// The same, and what the site was made of, of which single pages can be made anew.
///
/// # Errors
/// As [`build`].
pub fn build_and_hold(
    root: &Path,
    options: &Options,
    sink: &mut Sink,
) -> Result<(Site, Preview), Fatal> {
    let out = options.output(root)?;
    let clock = &options.timings;
    let cache = clock.stage("cache", || {
        options
            .program
            .map_or_else(Cache::off, |program| Cache::open(root, program))
    });
    let output = Key::of(&[b"output", out.path().to_string_lossy().as_bytes()]);
    let mut left_out = BTreeSet::new();
    let (mut site, held, staging) = loop {
        let last = || cache.get(&output).unwrap_or_default();
        let staging = clock.stage("output", || {
            Staging::of(out.clone()).map(|staging| staging.after(last()))
        })?;
        let mut found = Sink::new();
        let (site, held) = make(root, options, &left_out, (&staging, &cache), &mut found)?;
        let verdict = if options.keep_going {
            units::verdict(found.iter(), &left_out)
        } else {
            Verdict::Stop
        };
        match verdict {
            Verdict::LeaveOut(more) => {
                model::acknowledgements::silence(&held.portal, &mut found);
                // What else was found is found again.
                found.retain(|d| units::is_about(d, &more));
                sink.extend(found.into_found());
                left_out.extend(more);
            }
            Verdict::Publish | Verdict::Stop => {
                let kept = clock.stage("output", || staging.kept())?;
                if !site.without_settings {
                    site::output::check(
                        &staging,
                        &kept,
                        &options.shown_output(root),
                        &|path| held.plan.holder_of(path),
                        &mut found,
                    );
                    model::acknowledgements::settle(&held.portal, left_out.is_empty(), &mut found);
                }
                let whole = !found.has_errors() && !options.denies(&found);
                sink.extend(found.into_found());
                break (site, held, whole.then_some((staging, kept)));
            }
        }
    };
    let whole = staging.is_some();
    if let Some((staging, kept)) = staging {
        let published = clock.stage("publish", || staging.publish(&kept, !options.no_flush))?;
        sink.extend(published.left.iter().map(site::output::left));
        site.manifest = published.manifest;
        site.left_out = left_out;
        cache.put(output, &published.last);
        // Only now do they exist.
        if let Some(list) = site.addresses.take() {
            addresses::record(root, &list)?;
        }
    }
    clock.stage("cache", || cache.save(!whole))?;
    Ok((site, held))
}

/// Finds everything that can be wrong, and leaves the output alone.
///
/// # Errors
/// As [`build`].
pub fn check(root: &Path, options: &Options, sink: &mut Sink) -> Result<Site, Fatal> {
    let aside = Aside::new()?;
    let staging = Staging::beside(&aside.path().join("site"))?;
    let own = Options {
        no_editions: true,
        ..options.clone()
    };
    let (site, held) = make(
        root,
        &own,
        &BTreeSet::new(),
        (&staging, &Cache::off()),
        sink,
    )?;
    if site.without_settings {
        return Ok(site);
    }
    // Where the output cannot be told apart from other folders, `build` says so.
    let kept = options
        .output(root)
        .and_then(|out| Kept::of(&out))
        .unwrap_or_default();
    sink.extend(site::output::in_the_way(
        &kept,
        &staging.manifest(),
        &options.shown_output(root),
        &|path| held.plan.holder_of(path),
    ));
    model::acknowledgements::settle(&held.portal, true, sink);
    Ok(site)
}

/// The staircase; `left_out` are units of which only the address is kept.
fn make(
    root: &Path,
    options: &Options,
    left_out: &BTreeSet<String>,
    (staging, cache): (&Staging, &Cache),
    sink: &mut Sink,
) -> Result<(Site, Preview), Fatal> {
    let source = options
        .timings
        .stage("source", || read(root, left_out, sink))?;
    if source.has_settings() {
        return make_of(source, options, (staging, cache), sink);
    }
    // What is made without settings is nobody's, and what is said of it is not true.
    let (site, held) = make_of(source, options, (staging, cache), &mut Sink::new())?;
    Ok((
        Site {
            without_settings: true,
            ..site
        },
        held,
    ))
}

/// The staircase from the second step on.
fn make_of(
    source: source::Source,
    options: &Options,
    (staging, cache): (&Staging, &Cache),
    sink: &mut Sink,
) -> Result<(Site, Preview), Fatal> {
    let clock = &options.timings;
    let root = &source.root.clone();
    let published = published(root, sink);
    let mut portal = clock.stage("model", || model::gather(&source, cache, sink));
    drop(source);
    overrule(&mut portal, options);
    let registers = Aside::new()?;
    let making = WriteContext {
        staging,
        cache,
        timings: clock,
        limits: portal.settings.limits,
    };
    let (tables, files) = tables(root, &mut portal, &registers, &making, sink)?;
    history::check(
        &portal,
        &addresses::received(&tables, &files),
        (&options.out(root), cache, &published),
        sink,
    );
    let name = options.theme.as_deref().unwrap_or(&portal.settings.theme);
    let theme = clock.stage("theme", || {
        Theme::open(name, root, &portal.settings.languages, sink)
    })?;
    let files = clock.stage("archives", || {
        pack(&portal, &tables, files, &theme, &making)
    })?;
    let plan = Arc::new(clock.stage("plan", || {
        pages::draw(&portal, &tables, &files, &published, sink)
    }));
    sink.extend(pages::unused_languages::languages(&portal));
    let charts = clock.stage("charts", || charts::draw(&portal, &tables, sink));
    let as_of = options.as_of.or_else(|| portal.newest());
    let search_script = search::squeezed(&theme.search_script);
    let view = SiteFacts {
        search_script: &search_script,
        portal: &portal,
        tables: &tables,
        files: &files,
        plan: &plan,
        charts: &charts,
        editions: None,
        as_of,
    };
    site::texts::check(&portal, sink);
    let images = Arc::new(clock.stage("images", || {
        images::prepare(root, &portal, &plan, staging, sink)
    })?);
    let materials = site::pages::Materials {
        plan: &plan,
        images: &images,
        theme: &theme,
    };
    let press = site::pages::Site {
        materials,
        staging,
        cache,
        timings: clock,
    };
    let mut pages = clock.stage("pages", || site::pages::make(&view, &press, sink))?;
    sink.extend(well_known::expired(
        &plan.catalog,
        portal.settings.security.as_ref(),
        as_of,
    ));
    staging.write_files(&clock.stage("profiles", || profiles::all(&tables, &files)))?;
    let index = clock.stage("search", || search::all(&view, &theme, &pages.seen));
    staging.write_files(&index)?;
    clock.stage("cards", || {
        site::cards::write_all(&view, &theme, (staging, cache), sink)
    })?;
    describe(&view, &theme, &pages.listed, (staging, clock))?;
    let attachments = Attachments {
        root,
        portal: &portal,
        plan: &plan,
        theme: &theme,
        images: &images,
    };
    clock.stage("files", || attachments.write(staging, sink))?;
    sink.extend(catalogs::too_large(
        &staging.manifest(),
        catalogs::Refused::TODAY,
        &portal.settings.place,
    ));
    let site = Portable {
        view: &view,
        listed: &pages.listed,
        inside: &pages.inside,
        theme: &theme,
        staging,
        cache,
    };
    let make = || editions::make(&site, sink);
    let made = if options.no_editions {
        Vec::new()
    } else {
        clock.stage("editions", make)?
    };
    let view = SiteFacts {
        editions: Some(&made),
        ..view
    };
    pages
        .seen
        .extend(clock.stage("pages", || site::pages::last(&view, &press, sink))?);
    plan.wanted_twice(&staging.wanted_twice(), sink);
    // After an error editions are not made, and links to them are not broken.
    let promised = if sink.has_errors() {
        editions::promised(&view)
    } else {
        Manifest::new()
    };
    sink.extend(site::output::too_large(
        &staging.manifest(),
        &portal.settings.place,
    ));
    let rules = audit::Rules::of(&portal, &theme, &plan);
    let audit = clock.stage("audit", || judged(&pages.seen, promised, staging, &rules));
    let news = audit::news(audit.found, (&portal, &plan, &theme), sink);
    sink.extend(news);
    let addresses = addresses::settle(
        &published,
        &options.addresses,
        staging,
        Addressed::of(&view),
        sink,
    );
    let site = Site {
        weights: audit.weights,
        pages: pages.listed.len(),
        addresses,
        ..Site::default()
    };
    let (root, editions, as_of) = (root.clone(), made, options.as_of);
    let held = Preview {
        root,
        portal,
        tables,
        files,
        theme,
        plan,
        charts,
        images,
        editions,
        as_of,
        known: None,
        registers,
    };
    Ok((site, held))
}

/// The list of published addresses; one that cannot be read keeps the site from being published, and so from losing any.
fn published(root: &Path, sink: &mut Sink) -> Published {
    Published::read(root).unwrap_or_else(|error| {
        sink.push(source::read_errors::finding(
            source::address_list::NAME,
            &error,
        ));
        Published::default()
    })
}

/// The portal's folder, without what is left out of it and what is wrong there.
fn read(
    root: &Path,
    left_out: &BTreeSet<String>,
    sink: &mut Sink,
) -> Result<source::Source, Fatal> {
    let mut found = Sink::new();
    let mut source = source::read(root, &mut found)?;
    source.leave_out(left_out);
    found.retain(|d| !units::is_about(d, left_out));
    sink.extend(found.into_found());
    Ok(source)
}

/// The audit of what was written, and of what else the pages promise.
fn judged(seen: &[Seen], promised: Manifest, staging: &Staging, rules: &audit::Rules) -> Audit {
    let written = staging.manifest();
    if promised.is_empty() {
        return audit::judge(seen, &written, rules);
    }
    let all = promised.into_iter().chain(written.clone()).collect();
    audit::judge(seen, &all, rules)
}

/// What the run was told in place of what the settings say.
fn overrule(portal: &mut Portal, options: &Options) {
    if options.base_url.is_some() {
        portal.settings.base_url.clone_from(&options.base_url);
    }
    if options.no_editions {
        portal.settings.editions.no_pdf();
    }
}

/// Reads every table and writes its downloads: the portal's own data, and the registers of what its pages say, which
/// are written aside first.
fn tables(
    root: &Path,
    portal: &mut Portal,
    aside: &Aside,
    making: &WriteContext<'_>,
    sink: &mut Sink,
) -> Result<(Tables, Files), Fatal> {
    let clock = making.timings;
    data::containers::unfold(&mut portal.datasets, root, sink);
    let formats = &portal.settings.formats;
    data::inline::write(&portal.datasets, aside)?;
    let home = Home::of_publisher(root).with_inline(aside.path());
    let mut tables = clock.stage("data", || {
        data::ingest(&portal.datasets, &home, clock, sink)
    })?;
    let region = portal
        .settings
        .spatial
        .as_ref()
        .and_then(|area| region_of(area.code.as_deref()?))
        .map(str::to_owned);
    tables.settle_in(region.as_deref());
    tables.tell(&model::dataset_summary::about(
        &portal.settings,
        &portal.datasets,
    ));
    let mut files = clock.stage("downloads", || {
        downloads::write(&tables, making, formats, sink)
    })?;
    let mut registers = Vec::new();
    for register in model::registers::draw(portal) {
        aside.write(&register.dataset.resources[0].path, &register.csv)?;
        registers.push(register.dataset);
    }
    let home = Home::of_pages(aside.path());
    let mut of_registers =
        clock.stage("registers", || data::ingest(&registers, &home, clock, sink))?;
    of_registers.settle_in(region.as_deref());
    of_registers.tell(&model::dataset_summary::about(&portal.settings, &registers));
    let written = clock.stage("registers", || {
        downloads::write(&of_registers, making, formats, sink)
    })?;
    files.add(written);
    tables.add(of_registers);
    portal.add(registers);
    Ok((tables, files))
}

/// Packs every dataset into a ZIP, where that is asked for or nothing is.
fn pack(
    portal: &Portal,
    tables: &Tables,
    files: Files,
    theme: &Theme,
    making: &WriteContext<'_>,
) -> Result<Files, Fatal> {
    if !downloads::has(&portal.settings.formats, "zip") {
        return Ok(files);
    }
    let say = |lang: &Lang, id: &str| theme.say(lang, id, &[]);
    archives::pack(portal, tables, files, &say, (making.staging, making.cache))
}

/// Everything that describes the site to programs and hosts.
fn describe(
    view: &SiteFacts<'_>,
    theme: &Theme,
    listed: &[ListedPage],
    (staging, clock): (&Staging, &Timings),
) -> Result<(), Fatal> {
    let (portal, plan) = (view.portal, view.plan);
    let base = plan.catalog.portal.base_url.as_deref();
    clock.stage("catalogs", || catalogs::write_all(&plan.catalog, staging))?;
    clock.stage("facts", || facts::write(portal, staging))?;
    clock.stage("feeds", || {
        staging.write_files(&feeds::of_portal(&plan.catalog, listed))?;
        feeds::write_things(view, theme, listed, staging)
    })?;
    if let Some(base) = base {
        staging.write_files(&sitemap::sitemap(base, listed))?;
        staging.write_files(&opensearch::all(plan, theme, base))?;
    }
    staging.write_files(&citations::all(&plan.catalog))?;
    let hints = catalogs::hints(&plan.catalog);
    staging.write_files(&well_known::all(
        &plan.catalog,
        &hints,
        portal.settings.security.as_ref(),
    ))?;
    staging.write_files(&[sitemap::robots(base)])?;
    if service_worker::is_wanted(&portal.settings) {
        staging.write_files(&[site::worker::file(plan, theme)])?;
    }
    staging.write_files(&hosts::all(&HostFacts::of(view, theme)))
}
