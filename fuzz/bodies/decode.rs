//! Bytes as text in the encoding that they seem to have.
use std::io::Read;
use tragaluz_tables::encoding::decode::{EncodingCertainty, Utf8Reader, detect};

/// Fails where what must hold does not.
pub fn run(bytes: &[u8]) {
    let detected = detect(None, || Ok(bytes)).expect("memory can be read");
    let mut text = String::new();
    Utf8Reader::new(bytes, detected)
        .read_to_string(&mut text)
        .expect("decoded text is UTF-8");
    // What is marked, mended or damaged comes out otherwise than it went in.
    if matches!(
        detected.certainty,
        EncodingCertainty::Ascii | EncodingCertainty::Valid
    ) {
        assert_eq!(text.as_bytes(), bytes);
    }
}
