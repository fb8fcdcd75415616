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

impl TextTraits {
    /// Counts what a text is made of.
    pub(super) fn of(text: &str) -> TextTraits {
        let mut traits = TextTraits {
            bytes: text.len(),
            ..TextTraits::default()
        };
        for byte in text.bytes() {
            traits.digits += usize::from(byte.is_ascii_digit());
            traits.letters += usize::from(byte.is_ascii_alphabetic() || !byte.is_ascii());
            traits.points += usize::from(byte == b'.');
            traits.colons += usize::from(byte == b':');
            traits.has_at |= byte == b'@';
            traits.has_blank |= byte == b' ';
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
