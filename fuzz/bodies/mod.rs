//! What each fuzz target holds: one body a parser that meets somebody's file, fed with bytes. A body fails where the program
//! panics, or where what it says of its input cannot be true. `tests/it/fuzz.rs` runs them without a fuzzer.

#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::disallowed_methods,
    reason = "a library for the targets, a module for the tests, which do not use all of it alike"
)]

pub mod addresses;
pub mod decode;
pub mod descriptors;
pub mod dialect;
pub mod documents;
pub mod drawings;
pub mod facts;
pub mod fences;
pub mod folder;
pub mod harmless;
pub mod images;
pub mod markdown;
pub mod packed;
pub mod pages;
pub mod personal;
pub mod portal;
pub mod requests;
pub mod rows;
pub mod schema;
pub mod spoken;
pub mod table;
pub mod themes;
pub mod written;

/// What a target does with an input.
pub type Target = fn(&[u8]);

/// Every target, by its name.
pub const TARGETS: &[(&str, Target)] = &[
    ("addresses", addresses::run),
    ("decode", decode::run),
    ("delimited", |bytes| table::choose(&table::DELIMITED, bytes)),
    ("descriptors", |bytes| text(bytes, descriptors::run)),
    ("dialect", |bytes| text(bytes, dialect::run)),
    ("documents", documents::run),
    ("drawings", drawings::run),
    ("fences", |bytes| text(bytes, fences::run)),
    ("geojson", |bytes| table::run("geojson", bytes)),
    ("gzip", packed::gzip),
    ("html", |bytes| table::run("html", bytes)),
    ("images", images::run),
    ("json", |bytes| table::choose(&table::JSON, bytes)),
    ("markdown", |bytes| text(bytes, markdown::run)),
    ("ods", packed::ods),
    ("pages", |bytes| text(bytes, pages::run)),
    ("personal", |bytes| text(bytes, personal::run)),
    ("portal", |bytes| text(bytes, portal::run)),
    ("requests", requests::run),
    ("rows", |bytes| text(bytes, rows::run)),
    ("schema", schema::run),
    ("themes", |bytes| text(bytes, themes::run)),
    ("toml", |bytes| facts::run("a.toml", bytes)),
    ("written", written::run),
    ("xls", packed::xls),
    ("xlsx", packed::xlsx),
    ("xml", |bytes| table::run("xml", bytes)),
    ("yaml", |bytes| facts::run("a.json", bytes)),
    ("zip", packed::zip),
];

/// Returns the target of this name.
pub fn by_name(name: &str) -> Option<Target> {
    let named = TARGETS.iter().find(|(own, _)| *own == name);
    named.map(|(_, target)| *target)
}

/// Runs a body on the text that bytes are, with signs in the place of what is none.
fn text(bytes: &[u8], body: fn(&str)) {
    body(&String::from_utf8_lossy(bytes));
}
