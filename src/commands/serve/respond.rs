//! Answering browsers.

use super::http::{self, Request, Response};
use super::live_site::{LiveSite, OWN, ServedFile};
use std::io::Cursor;
use std::net::TcpStream;
use std::time::{Duration, Instant};
use tragaluz::text::escape;

/// How long a browser waits before it asks again, and how often it is looked whether it still does.
const PATIENCE: Duration = Duration::from_secs(25);
const LOOK: Duration = Duration::from_millis(500);

/// Answers a request, at once or when there is something new.
pub(super) fn respond(stream: TcpStream, request: &Request, live: &LiveSite) {
    let (url, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
    let response = match url.strip_prefix(OWN) {
        Some("/wait") => match wait(query, live, &stream) {
            Some(status) => Response::of(status, "text/plain", Vec::new()),
            None => return,
        },
        Some("") => Response::of(
            200,
            "text/html; charset=utf-8",
            findings_page(&live.show(OWN)).into_bytes(),
        ),
        _ => {
            // A file of data may be larger than memory; pages get something added.
            if let Some(opened) = live.download(url) {
                let kind = tragaluz::site::hosts::media_type(&opened.path);
                return http::send(
                    stream,
                    live.patience(),
                    Response {
                        status: 200,
                        kind,
                        length: opened.length,
                        body: opened.file,
                    },
                    request.head_only,
                );
            }
            file(live.show(url))
        }
    };
    http::send(stream, live.patience(), response, request.head_only);
}

/// Waits for a page to change (`TAG,PATH`): 200 when it did, 204 when it is the same. The status alone says it, for a body
/// would travel in a packet of its own, which a system sends later. None when nobody waits any more.
fn wait(query: &str, live: &LiveSite, stream: &TcpStream) -> Option<u16> {
    let (tag, path) = query.split_once(',').unwrap_or_default();
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        if live.wait(path, tag, LOOK) {
            return Some(200);
        }
        if http::is_gone(stream) {
            return None;
        }
    }
    Some(204)
}

/// A file of the site; pages get the script that loads them again.
fn file(shown: ServedFile) -> Response<Cursor<Vec<u8>>> {
    let status = if shown.found { 200 } else { 404 };
    let kind = tragaluz::site::hosts::media_type(&shown.path);
    if shown.path.ends_with(".html") {
        let script = script(&shown);
        // Its policy would keep the script from running that loads the page again.
        let page = tragaluz::site::policy::without(&String::from_utf8_lossy(&shown.bytes));
        return Response::of(status, kind, (page + &script).into_bytes());
    }
    Response::of(status, kind, shown.bytes)
}

fn script(shown: &ServedFile) -> String {
    let note = if shown.count == 0 || !shown.overlay.is_empty() {
        String::new()
    } else {
        format!(
            "<p style=\"position:fixed;inset:auto 0 0 auto;margin:.5rem;padding:.3rem .6rem;background:#fd0;color:#111\"><a style=\"color:#111\" href=\"{OWN}\">tragaluz: {}</a></p>",
            shown.count
        )
    };
    let overlay = &shown.overlay;
    format!(
        "{note}{overlay}{}",
        waiting(&shown.tag(), "location.pathname")
    )
}

/// What makes a browser wait for a page to change, and load it again.
fn waiting(tag: &str, path: &str) -> String {
    format!(
        "<script>(async()=>{{for(;;)try{{if((await fetch('{OWN}/wait?{tag},'+{path})).status==200)return location.reload()}}catch(e){{await new Promise(f=>setTimeout(f,500))}}}})()</script>"
    )
}

fn findings_page(findings: &ServedFile) -> String {
    let text = escape::html(&String::from_utf8_lossy(&findings.bytes));
    let waiting = waiting(&findings.tag(), &format!("'{OWN}'"));
    format!("<!doctype html><meta charset=utf-8><title>tragaluz</title><pre>{text}</pre>{waiting}")
}
