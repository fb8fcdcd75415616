//! The front matter of a dataset's page, and its `datapackage.json`.
#![no_main]

#[path = "../bodies/descriptors.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|text: &str| body::run(text));
