//! Bytes as text in the encoding that they seem to have.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Read;
use tragaluz::data::decode::{Decoding, detect};

fuzz_target!(|bytes: &[u8]| {
    let detected = detect(None, || Ok(bytes)).expect("memory can be read");
    let mut text = String::new();
    Decoding::new(bytes, detected).read_to_string(&mut text).expect("decoded text is UTF-8");
    if detected.encoding.name() == "UTF-8" && !bytes.starts_with(b"\xEF\xBB\xBF") {
        assert_eq!(text.as_bytes(), bytes);
    }
});
