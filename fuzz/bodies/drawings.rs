//! A drawing (SVG), cleaned: nothing in it runs or loads, as a page of its own and within a page.
use super::harmless::{self, Bitmaps};
use tragaluz::probe;

/// Fails where what must hold does not.
pub fn run(bytes: &[u8]) {
    let Some(text) = probe::drawing(bytes) else {
        return;
    };
    harmless::assert_none(&harmless::xml_faults(&text, &Bitmaps), &text);
    harmless::assert_none(&harmless::html_faults(&text, &Bitmaps), &text);
    let again = probe::drawing(text.as_bytes()).expect("what was cleaned can be read");
    assert_eq!(again, text, "what was cleaned is clean");
}
