//! The first steps: what the portal's folder says. They know nothing of the output, so that it can be looked at meanwhile.

use super::Run;
use crate::cache::Cache;
use crate::diag::{Fatal, Sink};
use crate::downloads;
use crate::last_run::RunInputs;
use crate::model::{self, Portal};
use crate::options::Options;
use crate::portal_key::PortalParts;
use crate::privacy::Gate;
use crate::site::addresses::ListUpdate;
use crate::source::Source;
use crate::source::address_list::{self, AddressList};
use crate::source::read_errors;
use crate::source::units;
use crate::stage::Staging;
use crate::timing::Timings;
use std::collections::BTreeSet;
use std::path::Path;

/// What reading a portal may use besides its folder.
#[derive(Clone, Copy)]
pub(crate) struct ReadingRun<'a> {
    pub(crate) root: &'a Path,
    /// What the run was told.
    pub(crate) options: &'a Options,
    /// What earlier runs found out.
    pub(crate) cache: &'a Cache,
    /// What it is made of, where the next run is to know whether that is the same.
    pub(crate) inputs: Option<&'a RunInputs>,
}

impl<'a> ReadingRun<'a> {
    fn clock(&self) -> &'a Timings {
        &self.options.timings
    }

    /// Returns it with a place for what is made.
    pub(crate) fn writing_to(self, staging: &'a Staging) -> Run<'a> {
        Run {
            root: self.root,
            options: self.options,
            staging,
            cache: self.cache,
            inputs: self.inputs,
        }
    }
}

/// A portal as its folder says it is.
pub(crate) struct GatheredPortal {
    pub(crate) portal: Portal,
    pub(crate) gate: Gate,
    /// The list of published addresses.
    pub(crate) published: AddressList,
    /// What it is made of, where the next run is to know that.
    pub(crate) parts: Option<PortalParts>,
    /// Whether its settings could be read. Without them nothing else that is found is true.
    pub(crate) has_settings: bool,
    /// What was found while files were read.
    pub(crate) read: Sink,
    /// What was found in what they say.
    pub(crate) found: Sink,
}

/// Reads the portal and everything that its files say; `left_out` are units of which only the address is kept.
///
/// # Errors
/// When the folder is no portal, or the disk refuses.
pub(crate) fn gathered(
    run: &ReadingRun<'_>,
    left_out: &BTreeSet<String>,
) -> Result<GatheredPortal, Fatal> {
    let clock = run.clock();
    let (mut of_files, mut found) = (Sink::new(), Sink::new());
    // Before anything is read, so that an edit made meanwhile is seen by the next run.
    let files = clock.stage("inputs", || run.inputs?.hash_files(run.cache));
    let source = clock.stage("source", || {
        read(run.root, left_out, run.cache, &mut of_files)
    })?;
    let has_settings = source.has_settings();
    let parts = clock.stage("inputs", || {
        let inputs = run.inputs.filter(|_| has_settings)?;
        PortalParts::of(inputs, files?, &source)
    });
    let published = published(run.root, &mut found);
    let (portal, gate) = gather(source, run, &mut found);
    Ok(GatheredPortal {
        portal,
        gate,
        published,
        parts,
        has_settings,
        read: of_files,
        found,
    })
}

/// Reads the portal's folder, without what is left out of it and what is wrong there.
///
/// # Errors
/// When the folder is no portal, or the disk refuses.
pub(crate) fn read(
    root: &Path,
    left_out: &BTreeSet<String>,
    cache: &Cache,
    sink: &mut Sink,
) -> Result<Source, Fatal> {
    let mut found = Sink::new();
    let mut source = crate::source::read_again(root, cache, &mut found)?;
    source.leave_out(left_out);
    found.retain(|d| !units::is_about(d, left_out));
    sink.extend(found.into_found());
    Ok(source)
}

/// Reads the list of published addresses; one that cannot be read keeps the site from being published, and so from
/// losing any.
fn published(root: &Path, sink: &mut Sink) -> AddressList {
    AddressList::read(root).unwrap_or_else(|error| {
        sink.push(read_errors::finding(address_list::NAME, &error));
        AddressList::default()
    })
}

/// Whether a run makes a site for readers, or at an address that is not the sample's.
fn is_somebodys(options: &Options) -> bool {
    let is_published = options.addresses.list == ListUpdate::Published;
    let address = options.base_url.as_ref();
    is_published || address.is_some() && !model::sample::is_address(address)
}

/// Returns the facts of the portal, with what the run was told in place of what the settings say, and its gate, which has
/// looked through everything but tables.
pub(crate) fn gather(source: Source, run: &ReadingRun<'_>, sink: &mut Sink) -> (Portal, Gate) {
    let clock = run.clock();
    let mut portal = clock.stage("model", || {
        model::gather_on(&source, run.options.as_of, run.cache, sink)
    });
    let is_sample = model::sample::is_address(portal.settings.base_url.as_ref());
    if is_sample && is_somebodys(run.options) {
        model::sample::check(&source, sink);
    }
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
