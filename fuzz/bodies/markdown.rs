//! A text of a page in Markdown, with whatever HTML is in it: nothing in what comes out runs, loads or leads to what runs.
use super::harmless::{self, Nothing};
use tragaluz::probe;

/// Fails where what must hold does not.
pub fn run(text: &str) {
    let html = probe::markdown(text);
    harmless::assert_none(&harmless::html_faults(&html, &Nothing), &html);
}
