//! A document of a word processor that becomes a page, or the parts of one, which are packed. The page that is made of it is harmless.
use super::harmless::{self, Nothing};
use super::packed;
use std::fs;
use tragaluz::probe;

/// Fails where what must hold does not.
pub fn run(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("document");
    let whole = if bytes.starts_with(b"PK") {
        bytes.to_vec()
    } else {
        packed::members(bytes)
    };
    fs::write(&path, whole).expect("a file");
    if let Some(text) = probe::written_document(&path) {
        let html = probe::markdown(&text);
        harmless::assert_none(&harmless::html_faults(&html, &Nothing), &html);
    }
}
