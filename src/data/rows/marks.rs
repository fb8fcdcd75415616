//! Finding the bytes that divide cells, eight bytes of text at a time.

/// Some bytes to look for, each eight times over.
pub struct Marks<const N: usize>([u64; N]);

const LOW: u64 = u64::from_le_bytes([0x01; 8]);
const HIGH: u64 = u64::from_le_bytes([0x80; 8]);

impl<const N: usize> Marks<N> {
    /// To look for these bytes.
    pub fn new(bytes: [u8; N]) -> Self {
        Marks(bytes.map(|byte| LOW * u64::from(byte)))
    }

    /// Where the first of them stands.
    #[inline]
    pub fn find(&self, text: &[u8]) -> Option<usize> {
        let (words, rest) = text.as_chunks::<8>();
        for (at, word) in words.iter().enumerate() {
            let found = self.in_word(u64::from_le_bytes(*word));
            if found != 0 {
                return Some(at * 8 + found.trailing_zeros() as usize / 8);
            }
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        let at = self.in_word(u64::from_le_bytes(last)).trailing_zeros() as usize / 8;
        (at < rest.len()).then_some(words.len() * 8 + at)
    }

    /// The high bit of the first byte that is one of them; later bits mean nothing ("Bit Twiddling Hacks", "Determine
    /// if a word has a zero byte").
    #[inline]
    fn in_word(&self, word: u64) -> u64 {
        self.0.iter().fold(0, |found, mark| {
            let same = word ^ mark;
            found | same.wrapping_sub(LOW) & !same & HIGH
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    proptest::proptest! {
        #[test]
        fn finds_what_a_plain_search_finds(text: Vec<u8>, marks: [u8; 3], at: usize) {
            let mut text = text;
            if let Some(n) = at.checked_rem(text.len()) {
                text[n] = marks[0];
            }
            let plain = text.iter().position(|b| marks.contains(b));
            proptest::prop_assert_eq!(Marks::new(marks).find(&text), plain);
        }
    }
}
