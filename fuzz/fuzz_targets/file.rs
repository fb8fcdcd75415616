//! A whole file, as any of the formats that its name can say: read, profiled, and read again.
#![no_main]

#[path = "../bodies/file.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|input: (u8, &[u8])| body::run(input.0, input.1));
