//! `tragaluz build`

use super::console::Console;
use super::stdio::note;
#[cfg(feature = "serve")]
use super::watch;
use super::{FOUND, ended, let_go, portal, program, report, timing_report};
use crate::cli::BuildArgs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tragaluz::stage;
use tragaluz::{AddressPolicy, Fatal, LetGo, ListUpdate, Options, Sink, Site};

pub(super) fn run(args: BuildArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let (root, mut options) = portal(&args.which, args.out.clone())?;
    options.addresses = addresses(&args, &root)?;
    options.program = if args.no_cache { None } else { program() };
    options.keep_going = args.keep_going;
    options.deny_warnings = args.showing.deny.is_some();
    let request = BuildRequest {
        args,
        root,
        options,
    };
    #[cfg(feature = "serve")]
    if request.args.watch {
        return request.watch(console);
    }
    request.make(console)
}

/// What is built, and how it is told.
struct BuildRequest {
    args: BuildArgs,
    root: PathBuf,
    options: Options,
}

impl BuildRequest {
    /// Builds once, and says what came of it.
    fn make(&self, console: &Console<'_>) -> Result<ExitCode, Fatal> {
        let (args, mut options) = (&self.args, self.options.clone());
        let progress = console.progress();
        options.timings = progress.timings();
        let out = (options.out.clone()).unwrap_or_else(|| self.root.join("public"));
        let mut sink = Sink::new();
        let signature = out.join("SHA256SUMS.minisig");
        let was_signed = stage::exists(&signature);
        let (site, held) = tragaluz::build_or_repeat(&self.root, &options, &mut sink)?;
        if let Some(held) = held {
            held.let_go();
        }
        drop(progress);
        let failed = report(sink, &args.showing, console, &mut anstream::stderr())?;
        if let Some(format) = &args.timings {
            timing_report::tell(&options.timings.report(), format, console)?;
        }
        if site.manifest.is_empty() {
            tell_nothing_built(&out, console);
            return Ok(ExitCode::from(FOUND));
        }
        tell_built(&site, &out, console)?;
        tell_left_out(&site, console);
        if was_signed && !stage::exists(&signature) {
            note!("{}", console.say("built-unsigned", &[]));
        }
        Ok(ended(failed))
    }

    /// Builds now and after each change, until it is ended from outside.
    #[cfg(feature = "serve")]
    fn watch(&self, console: &Console<'_>) -> Result<ExitCode, Fatal> {
        // From now on no change is missed.
        let (changes, _watcher) = watch::watch(&self.root)?;
        let ended = self.make(console)?;
        console.done("watching", &[])?;
        watch::each_calm(&changes, || {
            // Settings that are away for a moment, a full disk: the next change may have mended it.
            if let Err(error) = self.make(console) {
                super::tell(&[error.diagnostic()], console);
            }
        });
        Ok(ended)
    }
}

/// What becomes of published addresses, and of their list.
fn addresses(args: &BuildArgs, root: &Path) -> Result<AddressPolicy, Fatal> {
    let let_go = let_go(&args.giving_up, root)?;
    // On somebody's own computer a site is looked at: it counts as published only where that is said.
    let list = match let_go {
        _ if args.published => ListUpdate::Published,
        LetGo::None => ListUpdate::Untouched,
        LetGo::These(_) | LetGo::All => ListUpdate::Shortened,
    };
    Ok(AddressPolicy { let_go, list })
}

/// Says that nothing was published, and whether an earlier site is still in the output.
fn tell_nothing_built(out: &Path, console: &Console<'_>) {
    let kept = if stage::exists(out) {
        "not-built-kept"
    } else {
        "not-built"
    };
    let out = out.display().to_string();
    note!("{}", console.say(kept, &[("out", out.into())]));
}

/// Says what was built, and which page to open.
fn tell_built(site: &Site, out: &Path, console: &Console<'_>) -> Result<(), Fatal> {
    let bytes: u64 = site.manifest.values().map(|f| f.bytes).sum();
    let index = out.join("index.html").display().to_string();
    let counts = [
        ("pages", site.pages.into()),
        ("files", site.manifest.len().into()),
        ("size", megabytes(bytes).into()),
        ("index", index.into()),
    ];
    console.done("built", &counts)?;
    Ok(())
}

/// Says what was left out of a build that kept going.
fn tell_left_out(site: &Site, console: &Console<'_>) {
    if site.left_out.is_empty() {
        return;
    }
    let units: Vec<&str> = site.left_out.iter().map(String::as_str).collect();
    let args = [
        ("count", units.len().into()),
        ("units", units.join(", ").into()),
    ];
    note!("{}", console.say("left-out", &args));
}

/// Writes bytes as megabytes with one decimal, rounded up.
pub(super) fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}
