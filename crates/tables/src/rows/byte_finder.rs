//! Finding the bytes that divide cells, sixty-four bytes of text at a time.

use wide::u8x16;

/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// Bytes to look for, and where they are in the block of text that was looked at last.
pub(crate) struct ByteFinder<const N: usize> {
    bytes: [u8x16; N],
    /// Offset of the block in the text.
    block: usize,
    /// Bit n: one of the bytes is at the block's nth place.
    found: u64,
}

impl<const N: usize> ByteFinder<N> {
    /// To look for these bytes.
    pub(crate) fn new(bytes: [u8; N]) -> Self {
        ByteFinder {
            bytes: bytes.map(|byte| u8x16::new([byte; 16])),
            block: usize::MAX,
            found: 0,
        }
    }

    /// Forgets what was found, because the text is another one now.
    pub(crate) fn forget(&mut self) {
        self.block = usize::MAX;
    }

    /// Where the first of them is from this place on. The text must be the same as the last time.
    #[inline]
    pub(crate) fn next(&mut self, text: &[u8], from: usize) -> Option<usize> {
        self.each(text, from, |_| false)
    }

    /// Tells where each of them is from this place on, until that is answered with false; says where that was. The
    /// text must be the same as the last time.
    #[inline]
    pub(crate) fn each(
        &mut self,
        text: &[u8],
        from: usize,
        mut goes_on: impl FnMut(usize) -> bool,
    ) -> Option<usize> {
        let mut block = from - from % BLOCK;
        if block != self.block {
            self.look(text, block);
        }
        let mut remaining = self.found & (u64::MAX << (from % BLOCK));
        loop {
            while remaining != 0 {
                let at = block + remaining.trailing_zeros() as usize;
                if !goes_on(at) {
                    return Some(at);
                }
                remaining &= remaining - 1;
            }
            block += BLOCK;
            if block >= text.len() {
                return None;
            }
            self.look(text, block);
            remaining = self.found;
        }
    }

    #[inline]
    fn look(&mut self, text: &[u8], block: usize) {
        self.block = block;
        let text = text.get(block..).unwrap_or_default();
        if let Some(whole) = text.first_chunk() {
            self.found = self.among(whole);
            return;
        }
        let mut last = [0; BLOCK];
        last[..text.len()].copy_from_slice(text);
        self.found = self.among(&last) & !(u64::MAX << text.len());
    }

    #[inline]
    fn among(&self, block: &[u8; BLOCK]) -> u64 {
        let (parts, _) = block.as_chunks::<16>();
        self.among_sixteen(parts[0])
            | self.among_sixteen(parts[1]) << 16
            | self.among_sixteen(parts[2]) << 32
            | self.among_sixteen(parts[3]) << 48
    }

    #[inline]
    fn among_sixteen(&self, part: [u8; 16]) -> u64 {
        let part = u8x16::new(part);
        let same = self
            .bytes
            .iter()
            .fold(u8x16::ZERO, |found, byte| found | part.simd_eq(*byte));
        u64::from(same.to_bitmask())
    }
}

#[cfg(test)]
mod tests {
    use super::ByteFinder;

    proptest::proptest! {
        #[test]
        fn finds_what_a_plain_search_finds(
            mut text in proptest::collection::vec(proptest::num::u8::ANY, 0..300),
            bytes: [u8; 3],
            places: [usize; 4],
        ) {
            for place in places {
                if let Some(n) = place.checked_rem(text.len()) {
                    text[n] = bytes[0];
                }
            }
            let mut marks = ByteFinder::new(bytes);
            for from in 0..=text.len() {
                let plain = text[from..].iter().position(|b| bytes.contains(b)).map(|at| from + at);
                proptest::prop_assert_eq!(marks.next(&text, from), plain);
                let mut all = Vec::new();
                let stop = marks.each(&text, from, |at| {
                    all.push(at);
                    all.len() < 3
                });
                let plain: Vec<usize> = (from..text.len()).filter(|at| bytes.contains(&text[*at])).take(3).collect();
                proptest::prop_assert_eq!(stop, plain.get(2).copied());
                proptest::prop_assert_eq!(all, plain);
            }
        }
    }
}
