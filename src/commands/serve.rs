//! `tragaluz serve`: a preview on this computer that follows every change.
//!
//! What is asked for comes first: a page's files are taken in as soon as they change, browsers that show the page load it
//! again, and it is made for them from memory. The whole site is built a moment later, when nothing changes any more, and
//! only then says everything as it will be published. The server adds one small script to the pages that it sends, which
//! waits for such changes; the files on the disk stay as they are published. Findings stand on a page of their own,
//! `/__tragaluz`.

mod answer;
mod live;
mod watch;

use super::{portal, program};
use crate::cli::Serve;
use live::Live;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;
use tiny_http::Server;
use tragaluz::diag::{Diagnostic, Speech, show};
use tragaluz::{Fatal, Options, Sink};

/// Ports tried, from the one asked for.
const PORTS: u16 = 10;

/// How long nothing may change before everything is built: people save often, and editors in several steps.
const CALM: Duration = Duration::from_millis(200);

pub fn run(args: Serve, speech: &Speech) -> Result<ExitCode, Fatal> {
    let (root, mut options) = portal(&args.which, args.out, speech)?;
    options.no_flush = true;
    options.program = if args.no_cache { None } else { program() };
    let out = options.out.get_or_insert_with(|| root.join("public")).clone();
    let (server, port) = listen(args.port, speech)?;
    let live = Arc::new(Live::new(out));
    // From now on no change is missed.
    let (changes, _watcher) = watch::watch(&root)?;
    make(&root, &options, speech, &live)?;
    let address = format!("http://127.0.0.1:{port}/");
    anstream::println!("{}", speech.say("serving", &[("address", address.into())]));
    let asked = live.clone();
    std::thread::spawn(move || server.incoming_requests().for_each(|request| answer::answer(request, &asked)));
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
        make(&root, &options, speech, &live)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Listens on the loopback only: nobody else on the network sees a preview.
fn listen(first: u16, speech: &Speech) -> Result<(Server, u16), Fatal> {
    let last = first.saturating_add(PORTS);
    for port in first..=last {
        if let Ok(server) = Server::http(("127.0.0.1", port)) {
            // Port 0 asks the system for any free one.
            let port = server.server_addr().to_ip().map_or(port, |address| address.port());
            return Ok((server, port));
        }
    }
    let ports = [("first", first.to_string().into()), ("last", last.to_string().into())];
    Err(Fatal::Refused(speech.say("serve-port", &ports)))
}

/// Builds everything, and shows what was found.
fn make(root: &Path, options: &Options, speech: &Speech, live: &Live) -> Result<(), Fatal> {
    live.begin();
    let mut sink = Sink::new();
    let (site, mut preview) = tragaluz::build_and_hold(root, options, &mut sink)?;
    preview.get_ready();
    let found = sink.into_sorted();
    let mut shown = anstream::stderr();
    show::ALL[0].show(&found, speech, &mut shown).map_err(Fatal::io("writing", Path::new("the findings")))?;
    let published = !site.manifest.is_empty();
    if published {
        anstream::println!("{}", speech.say("rebuilt", &[("pages", site.pages.into())]));
    }
    live.built(published.then_some(preview), as_text(&found, speech), found.len());
    Ok(())
}

fn as_text(found: &[Diagnostic], speech: &Speech) -> String {
    let mut text = anstream::StripStream::new(Vec::new());
    // Writing to memory cannot fail.
    let _ = show::ALL[0].show(found, speech, &mut text);
    String::from_utf8_lossy(&text.into_inner()).into_owned()
}
