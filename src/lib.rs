//! tragaluz turns a folder of Markdown pages and data files into a static open-data portal.
//!
//! The whole pipeline is one staircase of functions between named values (the private function `climb`, whose steps
//! are in `steps.rs`); nothing flows back up:
//!
//! 1. `read`: [`source`] reads the folder: settings, pages with their facts, data folders. Everything knows its place.
//! 2. `gather`: [`model`] turns what was read into facts: commitments, reports, plans, terms, datasets; its rules say
//!    what is odd in them.
//! 3. `tables`: [`tables`] reads each table once from end to end (decoded, typed, checked, profiled; rows stay on disk),
//!    and [`downloads`] writes it in every format, in one reading, into the staging folder.
//!    `versions`: [`history`] publishes what was released of them, and what changed with each release.
//! 4. `theme`: [`render`] opens templates and words.
//! 5. `catalog`: [`record`] draws the one record that all catalogs project; each dataset's ZIP, which holds its
//!    descriptor, is packed of it and joins it.
//! 6. `plan`: figures that texts link to are looked up; [`pages`] gives every page and file its address; [`charts`] gathers
//!    what is drawn; images are made small.
//! 7. `write`: [`site`] makes pages with their text editions, of contexts that [`render`] turns into HTML; search, host
//!    files; [`catalogs`] writes catalogs, feeds, citations.
//! 8. `editions`: what is written is packed for readers without a connection.
//! 9. `finish`: the pages that state all that was made are made, and what was written is audited.
//!
//! Below them all are [`diag`] (findings, collected in a [`Sink`]), [`text`] (words, dates, numbers), [`timing`] (where
//! the time went) and [`stage`] (the only writer: a folder beside the output, swapped in whole). What is wrong with
//! content is a finding, never an `Err`; a [`Fatal`] is what stops the machine.
//!
//! ```no_run
//! use tragaluz::{Options, Sink, build};
//! let mut sink = Sink::new();
//! let site = build(std::path::Path::new("."), &Options::default(), &mut sink)?;
//! println!("{} pages", site.weights.len());
//! # Ok::<(), tragaluz::Fatal>(())
//! ```

#![forbid(unsafe_code)]

pub mod authoring;
pub mod cache;
pub mod catalogs;
pub mod charts;
pub mod diag;
pub mod documents;
pub mod downloads;
pub(crate) mod editions;
pub mod feeds;
pub(crate) mod figures;
pub mod history;
pub mod html;
mod last_run;
pub mod model;
mod new_order;
mod options;
mod orders;
pub mod outside;
pub mod pages;
mod portal_key;
pub(crate) mod preview;
pub(crate) mod privacy;
pub mod probe;
pub mod publishing;
mod recall;
pub mod record;
pub mod render;
pub mod site;
pub mod source;
pub mod stage;
mod steps;
pub mod tables;
pub mod text;
pub mod timing;
pub mod verify;

pub use diag::{Fatal, Sink};
pub use site::addresses::{AddressPolicy, LetGo, ListUpdate};

use cache::{Cache, CacheKey};
use last_run::{ListedInputs, RunInputs};
use model::Portal;
pub use model::named_targets::NamedTarget;
use model::settings::Settings;
pub use new_order::{new_portal, require_room, try_new};
pub use options::Options;
pub use orders::{
    CheckedFile, add, add_milestone, add_page, check_file, check_links, editor_schemas,
    export_sheets, release, try_edition, try_import,
};
use portal_key::PortalParts;
pub use preview::Preview;
use privacy::Gate;
use site::addresses::{self, AddressesWhenPublished, SettledAddresses};
use site::audit::Weight;
use site::recall::SiteRecall;
use source::address_list::AddressList;
use source::units::{self, UnitVerdict};
use stage::{Manifest, Output, ScratchFolder, Staging, Strangers};
use std::collections::BTreeSet;
use std::path::Path;
use steps::{FinishedSite, GatheredPortal, ReadingRun, Run, side_by_side};

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
    /// What becomes of the list of published addresses.
    addresses: SettledAddresses,
    /// Whether the settings could not be read, so that nothing else was looked at.
    without_settings: bool,
}

impl Site {
    /// Returns a site that is not in its place yet.
    fn of(finished: FinishedSite) -> Site {
        Site {
            weights: finished.weights,
            pages: finished.pages,
            addresses: finished.addresses,
            ..Site::default()
        }
    }
}

/// Makes the site and puts it in its place, unless an error was found: then the last output stays as it is.
///
/// # Errors
/// When the folder is no portal, or the disk refuses.
pub fn build(root: &Path, options: &Options, sink: &mut Sink) -> Result<Site, Fatal> {
    Ok(build_or_repeat(root, options, sink)?.0)
}

/// The same, with what the site was made of; none where everything is as the last run left it, so that nothing is made.
///
/// # Errors
/// As [`build`].
pub fn build_or_repeat(
    root: &Path,
    options: &Options,
    sink: &mut Sink,
) -> Result<(Site, Option<Preview>), Fatal> {
    let out = options.output(root)?;
    let (cache, listed) = side_by_side(
        || OutputBuild::cache(root, options),
        || (options.timings).stage("inputs", || ListedInputs::look(root, &out, options)),
    );
    let mut build = OutputBuild::of(root, options, out, cache);
    build.inputs = options.timings.stage("inputs", || {
        RunInputs::look(listed?, &build.out, options, &build.cache)
    });
    if let Some(site) = build.repeated(sink)? {
        return Ok((site, None));
    }
    let (site, held) = build.run(sink)?;
    Ok((site, Some(held)))
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
    OutputBuild::open(root, options)?.run(sink)
}

/// A site beside the output, as far as it was made, and what was found on the way.
struct Attempt {
    site: Site,
    held: Preview,
    staging: Staging,
    /// What is in the output and stays.
    kept: Strangers,
    found: Sink,
}

/// A build into an output folder.
struct OutputBuild<'a> {
    root: &'a Path,
    options: &'a Options,
    out: Output,
    cache: Cache,
    /// Cache key of what the last run wrote there.
    key: CacheKey,
    /// What it is made of, where the next run is to know whether that is the same.
    inputs: Option<RunInputs>,
}

impl<'a> OutputBuild<'a> {
    fn open(root: &'a Path, options: &'a Options) -> Result<OutputBuild<'a>, Fatal> {
        let out = options.output(root)?;
        let cache = OutputBuild::cache(root, options);
        Ok(OutputBuild::of(root, options, out, cache))
    }

    fn of(root: &'a Path, options: &'a Options, out: Output, cache: Cache) -> OutputBuild<'a> {
        let key = key_of_output(&out);
        OutputBuild {
            root,
            options,
            out,
            cache,
            key,
            inputs: None,
        }
    }

    /// What the last run kept.
    fn cache(root: &Path, options: &Options) -> Cache {
        options.timings.stage("cache", || {
            options
                .program
                .map_or_else(Cache::off, |program| Cache::open(root, program))
        })
    }

    /// Makes the site, without the pages and datasets that are left out, and publishes it.
    fn run(self, sink: &mut Sink) -> Result<(Site, Preview), Fatal> {
        let mut left_out = BTreeSet::new();
        loop {
            let mut attempt = self.attempt(&left_out)?;
            let verdict = if self.options.keep_going {
                units::verdict(attempt.found.iter(), &left_out)
            } else {
                UnitVerdict::Stop
            };
            match verdict {
                UnitVerdict::LeaveOut(more) => {
                    model::acknowledgements::silence(&attempt.held.portal, &mut attempt.found);
                    // What else was found is found again.
                    attempt.found.retain(|d| units::is_about(d, &more));
                    sink.absorb(attempt.found);
                    left_out.extend(more);
                }
                UnitVerdict::Publish | UnitVerdict::Stop => {
                    return self.finish(attempt, left_out, sink);
                }
            }
        }
    }

    /// Returns the site that is there, where everything is as the last run left it.
    fn repeated(&self, sink: &mut Sink) -> Result<Option<Site>, Fatal> {
        let Some(inputs) = self.inputs.as_ref().filter(|inputs| inputs.are_the_last()) else {
            return Ok(None);
        };
        let staging = self.staging()?;
        let kept = self.options.timings.stage("output", || staging.kept())?;
        Ok(inputs.repeated(&staging, &kept, sink))
    }

    /// A folder for the new output, after what is known of the last one.
    fn staging(&self) -> Result<Staging, Fatal> {
        self.options.timings.stage("output", || {
            let last = self.cache.get(&self.key).unwrap_or_default();
            let staging = Staging::of(self.out.clone())?.after(last);
            Ok(match self.cache.swapped() {
                Some(folder) => staging.keeping(folder),
                None => staging,
            })
        })
    }

    /// Makes the site without these units.
    fn attempt(&self, left_out: &BTreeSet<String>) -> Result<Attempt, Fatal> {
        let reading = ReadingRun {
            root: self.root,
            options: self.options,
            cache: &self.cache,
            inputs: self.inputs.as_ref().filter(|_| left_out.is_empty()),
        };
        // The portal and its last output know nothing of each other.
        let (gathered, staging) =
            side_by_side(|| steps::gathered(&reading, left_out), || self.staging());
        let (staging, gathered) = (staging?, gathered?);
        let mut found = Sink::new();
        let run = reading.writing_to(&staging);
        let kept = || (self.options.timings).stage("output", || staging.kept());
        let made = make(gathered, &run, kept, &mut found)?;
        Ok(Attempt {
            site: made.site,
            held: made.held,
            kept: made.beside?,
            staging,
            found,
        })
    }

    /// Puts a site in its place, unless an error was found.
    fn finish(
        self,
        attempt: Attempt,
        left_out: BTreeSet<String>,
        sink: &mut Sink,
    ) -> Result<(Site, Preview), Fatal> {
        let clock = &self.options.timings;
        let Attempt {
            mut site,
            held,
            staging,
            kept,
            mut found,
        } = attempt;
        if !site.without_settings {
            site::output::check(
                &staging,
                &kept,
                &self.options.shown_output(self.root),
                &|path| held.plan.holder_of(path),
                &mut found,
            );
            model::acknowledgements::settle(&held.portal, left_out.is_empty(), &mut found);
        }
        let whole = !found.has_errors() && !self.options.denies(&found);
        // Of what may hold personal data, nothing is kept.
        let is_kept = !found.has_personal_errors();
        let inputs = self.inputs.as_ref().filter(|_| left_out.is_empty());
        let repeatable = inputs.and_then(|inputs| Some((inputs, last_run::repeatable(&found)?)));
        sink.absorb(found);
        if whole {
            site.left_out = left_out;
            let is_clear = self.publish(&mut site, staging, &kept, sink)?;
            if let Some((inputs, findings)) = repeatable.filter(|_| is_clear) {
                inputs.keep(&site, findings, &self.cache);
            }
        }
        if is_kept {
            clock.stage("cache", || self.cache.save(!whole))?;
        }
        Ok((site, held))
    }

    /// Swaps the site in, and records the addresses that now exist at once: they are published. Returns whether nothing of the last
    /// one is left.
    fn publish(
        &self,
        site: &mut Site,
        staging: Staging,
        kept: &Strangers,
        sink: &mut Sink,
    ) -> Result<bool, Fatal> {
        let flushed = !self.options.no_flush;
        let clock = &self.options.timings;
        let list = std::mem::take(&mut site.addresses);
        let record = || match &list.written {
            Some(list) => addresses::record(self.root, list),
            None => Ok(()),
        };
        let published = clock.stage("publish", || staging.publish(kept, flushed, record))?;
        sink.extend(published.left.iter().map(site::output::left));
        site.manifest = published.manifest;
        self.cache.put(self.key, &published.last);
        if let Some(sums) = site.manifest.get(stage::SUMS) {
            self.cache
                .put(key_of_addresses(&sums.sha256), &list.when_published);
        }
        Ok(published.left.is_empty())
    }
}

/// Finds everything that can be wrong, and leaves the output alone.
///
/// # Errors
/// As [`build`].
pub fn check(root: &Path, options: &Options, sink: &mut Sink) -> Result<Site, Fatal> {
    let aside = ScratchFolder::new()?;
    let own = Options {
        no_editions: true,
        ..options.clone()
    };
    let cache = own
        .program
        .map_or_else(Cache::off, |program| Cache::to_read(root, program));
    let staging = staging_of_check(root, &own, &aside, &cache)?;
    let run = Run {
        root,
        options: &own,
        staging: &staging,
        cache: &cache,
        inputs: None,
    };
    let gathered = steps::gathered(&run.reading(), &BTreeSet::new())?;
    let MadeSite { site, held, .. } = make(gathered, &run, || (), sink)?;
    if site.without_settings {
        return Ok(site);
    }
    // Where the output cannot be told apart from other folders, `build` says so.
    let kept = options
        .output(root)
        .and_then(|out| Strangers::of(&out))
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

/// A folder in which a site is made that nobody publishes; what the last build left in the output is taken as it is there.
fn staging_of_check(
    root: &Path,
    options: &Options,
    aside: &ScratchFolder,
    cache: &Cache,
) -> Result<Staging, Fatal> {
    let known = options
        .output(root)
        .ok()
        .and_then(|out| Some((cache.get(&key_of_output(&out))?, out)));
    let staging = known.and_then(|(last, out)| {
        let staging = Staging::apart(out, aside.path()).ok()?;
        Some(staging.after(last))
    });
    match staging {
        Some(staging) => Ok(staging),
        // Of an output that cannot be told apart from other folders, nothing is taken.
        None => Staging::beside(&aside.path().join("site")),
    }
}

/// Cache key of what the last run wrote to an output.
fn key_of_output(out: &Output) -> CacheKey {
    CacheKey::of(&[b"output", out.path().to_string_lossy().as_bytes()])
}

/// Cache key of the list of addresses that holds once a site with this list of checksums is published.
fn key_of_addresses(sums: &str) -> CacheKey {
    CacheKey::of(&[b"addresses", sums.as_bytes()])
}

/// Adds the addresses of a published site to `addresses.txt`, `sums` being the SHA-256 of its list of checksums. Returns false where it is
/// not known which those are: another program built it, or the list was changed since.
///
/// # Errors
/// When the disk refuses.
pub fn record_published(root: &Path, options: &Options, sums: &str) -> Result<bool, Fatal> {
    let Some(program) = options.program else {
        return Ok(false);
    };
    let cache = Cache::to_read(root, program);
    let told: Option<AddressesWhenPublished> = cache.get(&key_of_addresses(sums));
    told.map_or(Ok(false), |told| told.record(root))
}

/// Reads the targets that the settings name.
///
/// # Errors
/// When the folder is no portal, or the disk refuses.
pub fn named_targets(root: &Path) -> Result<Vec<NamedTarget>, Fatal> {
    // What else is wrong with the portal is said by `check` and `build`.
    let mut sink = Sink::new();
    let document = source::settings_of(root, &mut sink)?;
    Ok(Settings::read(&document, &mut sink).targets)
}

/// Tells every value of the sample portal that nobody replaced, of a portal that is being published.
///
/// # Errors
/// When the folder is no portal, or the disk refuses.
pub fn sample_values(root: &Path, sink: &mut Sink) -> Result<(), Fatal> {
    // What else is wrong with the portal is said by `check` and `build`.
    let source = steps::read(root, &BTreeSet::new(), &Cache::off(), &mut Sink::new())?;
    model::sample::check(&source, sink);
    Ok(())
}

/// Makes the site of a portal that was read; `beside` is done while the whole is judged.
fn make<T: Send>(
    gathered: GatheredPortal,
    run: &Run<'_>,
    beside: impl FnOnce() -> T + Send,
    sink: &mut Sink,
) -> Result<MadeSite<T>, Fatal> {
    let GatheredPortal {
        portal,
        gate,
        published,
        parts,
        has_settings,
        read,
        mut found,
    } = gathered;
    sink.extend(read.into_found());
    let content = ReadContent {
        portal,
        gate,
        published,
        parts,
    };
    if has_settings {
        sink.absorb(found);
        return climb(content, run, beside, sink);
    }
    // What is made without settings is nobody's, and what is said of it is not true.
    let mut made = climb(content, run, beside, &mut found)?;
    made.site.without_settings = true;
    Ok(made)
}

/// What was read of a portal, without what was found.
struct ReadContent {
    portal: Portal,
    gate: Gate,
    published: AddressList,
    parts: Option<PortalParts>,
}

/// A site that was made, and what came of what was done beside.
struct MadeSite<T> {
    site: Site,
    held: Preview,
    beside: T,
}

/// The staircase from the third step on.
fn climb<T: Send>(
    content: ReadContent,
    run: &Run<'_>,
    beside: impl FnOnce() -> T + Send,
    sink: &mut Sink,
) -> Result<MadeSite<T>, Fatal> {
    let published = content.published;
    let tabled = steps::tables(content.portal, content.gate, run, sink)?;
    let tabled = steps::versions(tabled, run, sink)?;
    let theme = steps::theme(&tabled, run, sink)?;
    let catalogued = steps::catalog(tabled, &theme, run, sink)?;
    let held = steps::plan(catalogued, theme, &published, run, sink)?;
    let parts = content.parts.as_ref();
    let recall = run.options.timings.stage("inputs", || {
        parts.map_or_else(SiteRecall::default, |parts| parts.recall(&held, run.cache))
    });
    let written = steps::write(&held, run, &recall, sink)?;
    let editions = steps::editions(&held, &written, run, sink)?;
    let (finished, beside) = side_by_side(
        || steps::finish(&held, written, &editions, &published, run, sink),
        beside,
    );
    let finished = finished?;
    recall.notes.keep(run.cache);
    Ok(MadeSite {
        site: Site::of(finished),
        held: held.with_editions(editions),
        beside,
    })
}
