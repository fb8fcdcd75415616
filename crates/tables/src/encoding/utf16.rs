//! Encodings of two and four bytes a character, told by where their zero bytes are.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// UTF-16, where zero bytes are at every other place as they do in text of letters.
pub(crate) fn as_utf16([even, odd]: [usize; 2], length: usize) -> Option<&'static Encoding> {
    let many = (even + odd) * 20 >= length;
    match [even, odd] {
        [even, odd] if odd > 8 * even && many => Some(UTF_16LE),
        [even, odd] if even > 8 * odd && many => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether bytes are UTF-32 with the first byte of each number first (else last): its mark, or zero bytes wherever it has them
/// in any text of living languages. None where they are not.
pub(crate) fn as_utf32(bytes: &[u8]) -> Option<bool> {
    let (characters, rest) = bytes.as_chunks::<4>();
    if characters.len() < 2 || !rest.is_empty() {
        return None;
    }
    match characters[0] {
        [0xFF, 0xFE, 0, 0] => return Some(false),
        [0, 0, 0xFE, 0xFF] => return Some(true),
        _ => {}
    }
    if characters
        .iter()
        .all(|c| c[2..] == [0, 0] && c[..2] != [0, 0])
    {
        Some(false)
    } else if characters
        .iter()
        .all(|c| c[..2] == [0, 0] && c[2..] != [0, 0])
    {
        Some(true)
    } else {
        None
    }
}

/// Zero bytes at even and at odd places.
pub(crate) fn count_zeros(bytes: &[u8]) -> [usize; 2] {
    let mut zeros = [0; 2];
    for (at, byte) in bytes.iter().enumerate() {
        zeros[at % 2] += usize::from(*byte == 0);
    }
    zeros
}
