//! What a text is made of, counted in one pass over its bytes.

/// What a text is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TextTraits {
    /// Its length in bytes.
    pub bytes: usize,
    /// ASCII digits in it.
    pub digits: usize,
    /// ASCII letters in it.
    pub letters: usize,
    /// Whether there is a sign `@`.
    pub has_at: bool,
}

impl TextTraits {
    /// Counts what a text is made of.
    pub fn of(text: &str) -> TextTraits {
        let mut traits = TextTraits {
            bytes: text.len(),
            ..TextTraits::default()
        };
        for byte in text.bytes() {
            traits.digits += usize::from(byte.is_ascii_digit());
            traits.letters += usize::from(byte.is_ascii_alphabetic());
            traits.has_at |= byte == b'@';
        }
        traits
    }
}
