//! Text, as rows.
#![no_main]

#[path = "../bodies/rows.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|text: &str| body::run(text));
