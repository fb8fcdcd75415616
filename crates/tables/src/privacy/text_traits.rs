//! What a text is made of, counted in one pass over its bytes.

/// What a text is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct TextTraits {
    /// Its length in bytes.
    pub(super) bytes: usize,
    /// ASCII digits in it.
    pub(super) digits: usize,
    /// Letters in it; each byte of one that is not ASCII counts.
    pub(super) letters: usize,
    /// Points in it.
    pub(super) points: usize,
    /// Colons in it.
    pub(super) colons: usize,
    /// Whether there is a sign `@`.
    pub(super) has_at: bool,
    /// Whether there is a blank.
    pub(super) has_blank: bool,
}

/// What a byte adds to the counts: digits, letters, points and colons, from the lowest lane on.
const LANES: [u64; 256] = {
    let mut lanes = [0; 256];
    let mut byte: u8 = 0;
    loop {
        lanes[byte as usize] = match byte {
            b'0'..=b'9' => 1,
            b'A'..=b'Z' | b'a'..=b'z' | 128.. => 1 << 16,
            b'.' => 1 << 32,
            b':' => 1 << 48,
            _ => 0,
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    lanes
};

/// A bit for an `@`, one for a blank.
const SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    signs[b'@' as usize] = 1;
    signs[b' ' as usize] = 2;
    signs
};

impl TextTraits {
    /// Counts what a text is made of.
    pub(super) fn of(text: &str) -> TextTraits {
        let mut traits = TextTraits {
            bytes: text.len(),
            ..TextTraits::default()
        };
        // Each count has a lane of sixteen bits, which a part of this length cannot fill.
        for part in text.as_bytes().chunks(1 << 14) {
            let counts = part
                .iter()
                .fold(0, |counts: u64, byte| counts + LANES[usize::from(*byte)]);
            let signs = part
                .iter()
                .fold(0, |signs, byte| signs | SIGNS[usize::from(*byte)]);
            let lane = |nth: u32| (counts >> (16 * nth) & 0xFFFF) as usize;
            traits.digits += lane(0);
            traits.letters += lane(1);
            traits.points += lane(2);
            traits.colons += lane(3);
            traits.has_at |= signs & 1 > 0;
            traits.has_blank |= signs & 2 > 0;
        }
        traits
    }

    /// Returns how many digits a text has that is one number, parted or not, and nothing else.
    pub(super) fn digits_of_number(text: &str) -> Option<usize> {
        let mut digits = 0;
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => digits += 1,
                b' ' | b'-' | b'.' | b'/' => {}
                _ => return None,
            }
        }
        Some(digits)
    }
}
