//! Text, to find its delimiter and quotes.
#![no_main]

#[path = "../bodies/dialect.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|text: &str| body::run(text));
