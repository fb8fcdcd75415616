//! `tragaluz serve`: a preview on this computer that follows every change.
//!
//! What is asked for comes first: a page's files are taken in as soon as they change, browsers that show the page load it
//! again, and it is made for them from memory. The whole site is built a moment later, when nothing changes any more, and
//! only then says everything as it will be published. The server adds one small script to the pages that it sends, which
//! waits for such changes; the files on the disk stay as they are published. Findings are on a page of their own,
//! `/__tragaluz`, and errors over each page as well.

mod error_overlay;
mod http;
mod listener;
mod live_site;
mod respond;

use super::console::Console;
use super::stdio::{note, tell};
use super::{portal, program, watch};
use crate::cli::ServeArgs;
use listener::Listener;
use live_site::{FoundInBuild, LiveSite};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;
use tragaluz::diag::show;
use tragaluz::{Fatal, Options, Sink};

pub(super) fn run(args: ServeArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let (root, mut options) = portal(&args.which, args.out)?;
    options.no_flush = true;
    options.program = if args.no_cache { None } else { program() };
    let out = options
        .out
        .get_or_insert_with(|| root.join("public"))
        .clone();
    let listener = Listener::open(args.port, &args.host)?;
    let live = Arc::new(LiveSite::new(out));
    // From now on no change is missed.
    let (changes, _watcher) = watch::watch(&root)?;
    make(&root, &options, console, &live)?;
    tell_addresses(&listener, &args.host, console)?;
    let port = listener.port;
    listener.accept(&live);
    if args.open {
        open_browser(port, console);
    }
    let (build, builds) = channel();
    let taking = live.clone();
    std::thread::spawn(move || {
        for changed in changes {
            taking.take_in(&changed);
            if build.send(()).is_err() {
                break;
            }
        }
    });
    watch::each_calm(&builds, || {
        // Settings that are away for a moment, a full disk: the next change may have mended it.
        if let Err(error) = make(&root, &options, console, &live) {
            let found = [error.diagnostic()];
            super::tell(&found, console);
            live.failed(FoundInBuild::of(&found, live.has_site(), console));
        }
    });
    Ok(ExitCode::SUCCESS)
}

/// Shows the preview in the user's browser. Where there is none, its address has been told.
fn open_browser(port: u16, console: &Console<'_>) {
    let address = format!("http://127.0.0.1:{port}/");
    if open::that_detached(&address).is_err() {
        note!("{}", console.say("serving-no-browser", &[]));
    }
}

/// Says under which addresses the preview is reached.
fn tell_addresses(
    listener: &Listener,
    hosts: &[String],
    console: &Console<'_>,
) -> Result<(), Fatal> {
    let port = listener.port;
    let address = format!("http://127.0.0.1:{port}/");
    tell!("{}", console.say("serving", &[("address", address.into())]));
    for host in hosts {
        let address = format!("http://{host}:{port}/");
        let word = if listener.reachable_hosts.contains(host) {
            "serving-host"
        } else {
            "serving-name"
        };
        tell!("{}", console.say(word, &[("address", address.into())]));
    }
    Ok(())
}

/// Builds everything, and shows what was found.
fn make(
    root: &Path,
    options: &Options,
    console: &Console<'_>,
    live: &LiveSite,
) -> Result<(), Fatal> {
    live.begin();
    let mut sink = Sink::new();
    let (site, mut preview) = tragaluz::build_and_hold(root, options, &mut sink)?;
    preview.get_ready();
    let found = sink.into_sorted();
    let _ = show::ALL[0].show(&found, console, &mut anstream::stderr());
    let published = !site.manifest.is_empty();
    if published {
        console.done("rebuilt", &[("pages", site.pages.into())])?;
    }
    let found = FoundInBuild::of(&found, published || live.has_site(), console);
    live.built(published.then_some(preview), found);
    Ok(())
}
