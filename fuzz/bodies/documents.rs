//! A document that is read for the texts in it, or the parts of an office file, which are packed.
use super::packed;
use tragaluz::probe;

/// Fails where what must hold does not.
pub fn run(bytes: &[u8]) {
    probe::document_texts(bytes);
    if !bytes.starts_with(b"PK") && bytes.contains(&0) {
        probe::document_texts(&packed::members(bytes));
    }
}
