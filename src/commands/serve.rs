//! `tragaluz serve`: a preview on this computer, made again whenever a file changes.
//!
//! The server adds one small script to the pages that it sends, which asks whether the site was made again; the
//! files on the disk stay as they are published. Findings stand on a page of their own, `/__tragaluz`.

use super::{portal, program};
use crate::cli::Serve;
use notify_debouncer_full::notify::RecursiveMode;
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tiny_http::{Header, Request, Response, Server};
use tragaluz::diag::{Diagnostic, Speech, show};
use tragaluz::text::escape;
use tragaluz::{Fatal, Options, Sink};

/// Ports tried, from the one asked for.
const PORTS: u16 = 10;

/// How long a burst of changes is waited out: editors save in several steps.
const CALM: Duration = Duration::from_millis(150);

/// Where the page of findings and the count of builds stand.
const OWN: &str = "/__tragaluz";

/// What the server tells browsers.
#[derive(Debug, Default)]
struct State {
    /// Counts the builds.
    build: u64,
    /// The last build's findings, shown as text.
    findings: String,
    /// How many of them are errors or warnings.
    count: usize,
}

pub fn run(args: Serve, speech: &Speech) -> Result<ExitCode, Fatal> {
    let (root, mut options) = portal(&args.which, args.out, speech)?;
    options.program = if args.no_cache { None } else { program() };
    let out = options.out.get_or_insert_with(|| root.join("public")).clone();
    let (server, port) = listen(args.port, speech)?;
    let state = Arc::new(Mutex::new(State::default()));
    make(&root, &options, speech, &state)?;
    let address = format!("http://127.0.0.1:{port}/");
    anstream::println!("{}", speech.say("serving", &[("address", address.into())]));
    let told = state.clone();
    std::thread::spawn(move || server.incoming_requests().for_each(|request| answer(request, &out, &told)));
    let (changes, _watcher) = watch(&root)?;
    while changes.recv().is_ok() {
        while changes.try_recv().is_ok() {}
        make(&root, &options, speech, &state)?;
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

fn make(root: &Path, options: &Options, speech: &Speech, state: &Mutex<State>) -> Result<(), Fatal> {
    let mut sink = Sink::new();
    let site = tragaluz::build(root, options, &mut sink)?;
    let found = sink.into_sorted();
    let mut shown = anstream::stderr();
    show::ALL[0].show(&found, speech, &mut shown).map_err(Fatal::io("writing", Path::new("the findings")))?;
    if !site.manifest.is_empty() {
        anstream::println!("{}", speech.say("rebuilt", &[("pages", site.pages.into())]));
    }
    let mut state = state.lock().expect("no request panicked");
    state.build += 1;
    state.findings = as_text(&found, speech);
    state.count = found.len();
    Ok(())
}

fn as_text(found: &[Diagnostic], speech: &Speech) -> String {
    let mut text = anstream::StripStream::new(Vec::new());
    // Writing to memory cannot fail.
    let _ = show::ALL[0].show(found, speech, &mut text);
    String::from_utf8_lossy(&text.into_inner()).into_owned()
}

type Watcher = notify_debouncer_full::Debouncer<
    notify_debouncer_full::notify::RecommendedWatcher,
    notify_debouncer_full::RecommendedCache,
>;

/// Watches what a portal is made of, and not what is made of it.
fn watch(root: &Path) -> Result<(Receiver<()>, Watcher), Fatal> {
    let (send, changes) = channel();
    let stopped = |e: notify_debouncer_full::notify::Error| Fatal::Refused(e.to_string());
    let on_change = move |result: DebounceEventResult| {
        if result.is_ok_and(|events| events.iter().any(|event| !event.kind.is_access())) {
            let _ = send.send(());
        }
    };
    let mut watcher = new_debouncer(CALM, None, on_change).map_err(stopped)?;
    for part in ["content", "data", "themes", tragaluz::source::SETTINGS] {
        let path = root.join(part);
        if path.exists() {
            watcher.watch(&path, RecursiveMode::Recursive).map_err(stopped)?;
        }
    }
    Ok((changes, watcher))
}

fn answer(request: Request, out: &Path, state: &Mutex<State>) {
    let url = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let state = state.lock().expect("no build panicked");
    let (status, kind, body) = match url.strip_prefix(OWN) {
        Some("/build") => (200, "text/plain", state.build.to_string().into_bytes()),
        Some("") => (200, "text/html; charset=utf-8", findings_page(&state).into_bytes()),
        _ => file(out, &url, &state),
    };
    drop(state);
    let header = |name: &str, value: &str| Header::from_bytes(name, value).expect("plain ASCII");
    let response = Response::from_data(body)
        .with_status_code(status)
        .with_header(header("Content-Type", kind))
        .with_header(header("Cache-Control", "no-store"));
    // A browser that has gone away is no concern of ours.
    let _ = request.respond(response);
}

/// A file of the site; pages get the script that reloads them.
fn file(out: &Path, url: &str, state: &State) -> (u16, &'static str, Vec<u8>) {
    let found = path_of(out, url).and_then(|path| Some((fs::read(&path).ok()?, path)));
    let (status, bytes, path) = match found {
        Some((bytes, path)) => (200, bytes, path),
        None => (404, fs::read(out.join("404.html")).unwrap_or_default(), PathBuf::from("404.html")),
    };
    let kind = tragaluz::emit::hosts::media_type(&path.to_string_lossy());
    if path.extension().is_some_and(|e| e == "html") {
        let mut page = bytes;
        page.extend_from_slice(script(state).as_bytes());
        return (status, kind, page);
    }
    (status, kind, bytes)
}

/// The file that an address names; none when it would lead out of the site.
fn path_of(out: &Path, url: &str) -> Option<PathBuf> {
    let plain = tragaluz::plan::links::decode(url.trim_start_matches('/'));
    let plain = if plain.is_empty() || plain.ends_with('/') { format!("{plain}index.html") } else { plain };
    tragaluz::stage::is_plain(&plain).then(|| out.join(plain)).filter(|path| path.is_file())
}

fn script(state: &State) -> String {
    let note = if state.count == 0 {
        String::new()
    } else {
        format!(
            "<p style=\"position:fixed;inset:auto 0 0 auto;margin:.5rem;padding:.3rem .6rem;background:#fd0;color:#111\"><a style=\"color:#111\" href=\"{OWN}\">tragaluz: {}</a></p>",
            state.count
        )
    };
    let build = state.build;
    format!(
        "{note}<script>setInterval(async()=>{{try{{if(await(await fetch('{OWN}/build')).text()!='{build}')location.reload()}}catch(e){{}}}},500)</script>"
    )
}

fn findings_page(state: &State) -> String {
    format!(
        "<!doctype html><meta charset=utf-8><title>tragaluz</title><pre>{}</pre>{}",
        escape::html(&state.findings),
        script(&State { count: 0, ..State { build: state.build, ..State::default() } })
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_the_site() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("a b")).unwrap();
        fs::write(home.path().join("a b/index.html"), "x").unwrap();
        fs::write(home.path().join("index.html"), "x").unwrap();
        assert!(path_of(home.path(), "/").is_some());
        assert!(path_of(home.path(), "/a%20b/").is_some());
        for url in ["/../etc/passwd", "/%2e%2e/x", "//etc/passwd", "/a%20b/../index.html", "/none.html"] {
            assert_eq!(path_of(home.path(), url), None, "{url}");
        }
    }
}
