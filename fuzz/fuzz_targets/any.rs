//! Every target in one program, which takes long to compile: `FUZZ_TARGET` says which is meant.
#![no_main]

use std::sync::LazyLock;

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
    bodies::by_name(&name).expect("FUZZ_TARGET names one of the targets of fuzz/bodies/mod.rs")
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| TARGET(bytes));
