//! Which way letters are written.

/// Returns whether a letter is written from right to left (Unicode's bidirectional classes `R` and `AL`, by their blocks).
///
/// ```
/// use tragaluz_text::direction::is_rtl;
/// assert_eq!(['ب', 'א', 'a', '5'].map(is_rtl), [true, true, false, false]);
/// ```
pub fn is_rtl(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Returns whether a sentence that is written to the right or to the left would tear a value: one with letters that are written
/// against it, and, where it is written to the left, numbers with a hyphen, such as `2024-06`: after an Arabic letter their parts
/// change places (UAX #9, rules W2 and W4).
///
/// ```
/// use tragaluz_text::direction::is_torn;
/// assert_eq!(["2024-06", "12", "MX-1", "من"].map(|text| is_torn(text, true)), [true, false, true, false]);
/// ```
pub fn is_torn(text: &str, is_rtl_sentence: bool) -> bool {
    has_letter_against(text, is_rtl_sentence)
        || is_rtl_sentence && text.contains('-') && text.contains(|c: char| c.is_ascii_digit())
}

/// Returns whether a text has a letter that is written against a sentence: to the left in one that is written to the right, or
/// the other way round.
pub fn has_letter_against(text: &str, is_rtl_sentence: bool) -> bool {
    if is_rtl_sentence {
        text.chars().any(|c| c.is_alphabetic() && !is_rtl(c))
    } else {
        !text.is_ascii() && text.chars().any(is_rtl)
    }
}
