//! `tragaluz serve`: a preview on this computer that follows every change.
//!
//! What is asked for comes first: a page's files are taken in as soon as they change, browsers that show the page load it
//! again, and it is made for them from memory. The whole site is built a moment later, when nothing changes any more, and
//! only then says everything as it will be published. The server adds one small script to the pages that it sends, which
//! waits for such changes; the files on the disk stay as they are published. Findings are on a page of their own,
//! `/__tragaluz`.

mod http;
mod listener;
mod live_site;
mod respond;
mod watch;

use super::stdio::tell;
use super::{portal, program};
use crate::cli::ServeArgs;
use listener::Listener;
use live_site::LiveSite;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;
use tragaluz::diag::{Diagnostic, Speech, show};
use tragaluz::{Fatal, Options, Sink};

/// How long nothing may change before everything is built: people save often, and editors in several steps.
const CALM: Duration = Duration::from_millis(200);

pub(super) fn run(args: ServeArgs, speech: &Speech) -> Result<ExitCode, Fatal> {
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
    make(&root, &options, speech, &live)?;
    tell_addresses(&listener, &args.host, speech)?;
    listener.accept(&live);
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
    while builds.recv().is_ok() {
        while builds.recv_timeout(CALM).is_ok() {}
        // Settings that are away for a moment, a full disk: the next change may have mended it.
        if let Err(error) = make(&root, &options, speech, &live) {
            let found = [error.diagnostic()];
            super::tell(&found, speech);
            live.failed(as_text(&found, speech));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Says under which addresses the preview is reached.
fn tell_addresses(listener: &Listener, hosts: &[String], speech: &Speech) -> Result<(), Fatal> {
    let port = listener.port;
    let address = format!("http://127.0.0.1:{port}/");
    tell!("{}", speech.say("serving", &[("address", address.into())]));
    for host in hosts {
        let address = format!("http://{host}:{port}/");
        let word = if listener.reachable_hosts.contains(host) {
            "serving-host"
        } else {
            "serving-name"
        };
        tell!("{}", speech.say(word, &[("address", address.into())]));
    }
    Ok(())
}

/// Builds everything, and shows what was found.
fn make(root: &Path, options: &Options, speech: &Speech, live: &LiveSite) -> Result<(), Fatal> {
    live.begin();
    let mut sink = Sink::new();
    let (site, mut preview) = tragaluz::build_and_hold(root, options, &mut sink)?;
    preview.get_ready();
    let found = sink.into_sorted();
    let _ = show::ALL[0].show(&found, speech, &mut anstream::stderr());
    let published = !site.manifest.is_empty();
    if published {
        tell!("{}", speech.say("rebuilt", &[("pages", site.pages.into())]));
    }
    live.built(
        published.then_some(preview),
        as_text(&found, speech),
        found.len(),
    );
    Ok(())
}

fn as_text(found: &[Diagnostic], speech: &Speech) -> String {
    let mut text = anstream::StripStream::new(Vec::new());
    // Writing to memory cannot fail.
    let _ = show::ALL[0].show(found, speech, &mut text);
    String::from_utf8_lossy(&text.into_inner()).into_owned()
}
