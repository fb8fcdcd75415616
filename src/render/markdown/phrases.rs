//! A phrase of another language inside a text: `[Tlahtolli]{lang=nah}`. Screen readers then pronounce it in that
//! language, hyphens break where its words do, and what reads from right to left does.

use crate::text::lang::Lang;
use pulldown_cmark::Event;

const MARK: &str = "{lang=";

/// Marks every phrase. A mark whose language is none, or that is after no bracket, stays as it is written.
pub(crate) fn mark(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut out: Vec<Event<'_>> = Vec::with_capacity(events.len());
    // Opening brackets of each element that is open.
    let mut open: Vec<Vec<usize>> = vec![Vec::new()];
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        match &event {
            Event::Start(_) => open.push(Vec::new()),
            Event::End(_) if open.len() > 1 => drop(open.pop()),
            Event::Text(text) if &**text == "[" => {
                if let Some(open) = open.last_mut() {
                    open.push(out.len());
                }
            }
            Event::Text(text) if &**text == "]" => {
                let start = open.last_mut().and_then(Vec::pop);
                let marked = match events.peek() {
                    Some(Event::Text(next)) => language(next),
                    _ => None,
                };
                if let (Some(start), Some((lang, rest))) = (start, marked) {
                    let dir = if lang.dir() == "rtl" {
                        " dir=\"rtl\""
                    } else {
                        ""
                    };
                    out[start] = Event::InlineHtml(format!("<span lang=\"{lang}\"{dir}>").into());
                    out.push(Event::InlineHtml("</span>".into()));
                    out.push(Event::Text(rest.into()));
                    events.next();
                    continue;
                }
            }
            _ => {}
        }
        out.push(event);
    }
    out
}

/// Parses the language that a text names at its start; returns what follows too.
fn language(text: &str) -> Option<(Lang, String)> {
    let (tag, rest) = text.strip_prefix(MARK)?.split_once('}')?;
    Some((Lang::parse(tag.trim_matches('"'))?, rest.to_owned()))
}
